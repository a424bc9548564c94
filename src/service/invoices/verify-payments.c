/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
/* Each payment by itself: what none of the doors of today would let in, and an older version did, or somebody else. */
#include "service/invoices/verify-private.h"

#include <glib/gi18n-lib.h>

#include "model/invoice.h"
#include "service/invoices/payment-check.h"
#include "store/named-query.h"
#include "store/record-sql.h"

/* What one query finds, and what is to be said of it. */
typedef struct {
    const char *query;
    const char *sentence; /* untranslated */
} Oddity;

static const Oddity oddities[] = {
    { "invoices/early-payments", N_("A payment bears a day before that of its invoice") },
    { "invoices/payments-of-drafts", N_("A payment is of a draft, which cannot be paid") },
    { "invoices/payments-of-nothing", N_("A payment is of nothing") },
    { "invoices/payments-of-others", N_("A payment is another customer’s than its invoice") },
    { "invoices/foreign-payments", N_("A payment is in another currency than its invoice") },
    { "invoices/paid-credit-notes", N_("Money came in on a credit note") },
};

typedef struct {
    CareVerify *verify;
    const char *sentence;
} Found;

static gboolean
add_payment(CareStatement *row, gpointer data, GError **error)
{
    const Found *found = data;

    care_verify_add(found->verify, "value", care_statement_int(row, 0), care_statement_text(row, 1),
                    g_strdup(_(found->sentence)));
    return TRUE;
}

static gboolean
check_days(CareVerify *self, GError **error)
{
    Found found = { self, N_("A payment bears a day that is still to come") };
    g_autofree char *today = care_date_to_string(self->today);

    return care_query_each(self->connection, "invoices/late-payments", add_payment, &found, error, "s",
                           today);
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
    for (gsize i = 0; i < G_N_ELEMENTS(oddities); i++) {
        Found found = { self, oddities[i].sentence };

        if (!care_query_each(self->connection, oddities[i].query, add_payment, &found, error, ""))
            return FALSE;
    }
    return check_days(self, error) && each_of(self, "invoices/carried", check_half, error)
           && each_of(self, "invoices/paid-back", check_account, error);
}
