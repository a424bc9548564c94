/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
/* Each payment by itself: what none of the doors of today would let in, and an older version did, or somebody else. */
#include "service/invoices/verify-private.h"

#include <glib/gi18n-lib.h>

#include "core/errors.h"
#include "model/invoice.h"
#include "model/payment.h"
#include "service/invoices/payment-check.h"
#include "store/named-query.h"
#include "store/record-sql.h"

/* As an import of the shop's own export asks, and so by the rules of what the shop began with: what they let in and today's
 * would not, nobody has to mend, and it is told as a note. What is of no invoice is told with the references. */
gboolean
care_verify_payment(CareVerify *self, CareRecord *payment, GError **error)
{
    const CareAsked today = { self->currency, CARE_SCHEMA_THAT_ASKED_MORE, self->today };
    const CareAsked asked = { self->currency, self->began, self->today };
    g_autoptr(GError) local = NULL;
    g_autoptr(CareRecord) invoice = care_record_load(self->connection, &care_invoice_kind,
                                                     care_record_int(payment, CARE_PAYMENT_INVOICE), &local);

    if (invoice == NULL && !g_error_matches(local, CARE_ERROR, CARE_ERROR_NOT_FOUND)) {
        g_propagate_error(error, g_steal_pointer(&local));
        return FALSE;
    }
    if (invoice != NULL && !care_payment_check_alone(payment, invoice, &today, &local)
        && !care_verify_knows(self, care_record_id(payment)))
        (care_payment_check_alone(payment, invoice, &asked, NULL) ? care_verify_note : care_verify_add)(
            self, "value", care_record_id(payment), care_record_text(invoice, CARE_INVOICE_NUMBER),
            g_strdup(local->message));
    return TRUE;
}

static gboolean
check_half(CareVerify *self, CareId payment, GError **error)
{
    gboolean fits = TRUE;

    if (!care_payment_half_fits(self->connection, payment, &fits, error))
        return FALSE;
    if (!fits)
        care_verify_add(
            self, "value", payment, NULL,
            g_strdup(_("Money was used for another invoice, and what came in there does not fit it")));
    return TRUE;
}

static gboolean
check_account(CareVerify *self, CareId account, GError **error)
{
    g_autoptr(CareRecord) invoice = NULL;
    CareMoney room = 0;

    if (!care_payment_read_room(self->connection, account, FALSE, &room, error))
        return FALSE;
    if (room >= 0)
        return TRUE;
    invoice = care_record_load(self->connection, &care_invoice_kind, account, error);
    if (invoice != NULL)
        care_verify_add(self, "value", account, care_record_text(invoice, CARE_INVOICE_NUMBER),
                        g_strdup(_("More money went back than came in")));
    return invoice != NULL;
}

static gboolean
each_of(CareVerify *self, const char *query, gboolean (*check)(CareVerify *, CareId, GError **),
        GError **error)
{
    g_autoptr(GArray) ids = care_query_ids(self->connection, query, error, "");

    for (guint i = 0; ids != NULL && i < ids->len; i++)
        if (!check(self, g_array_index(ids, CareId, i), error))
            return FALSE;
    return ids != NULL;
}

gboolean
care_verify_payments(CareVerify *self, GError **error)
{
    return each_of(self, "invoices/carried", check_half, error)
           && each_of(self, "invoices/paid-back", check_account, error);
}
