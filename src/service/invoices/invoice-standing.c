/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "service/invoices/invoice-standing.h"

#include <glib/gi18n-lib.h>

#include "core/errors.h"
#include "model/invoice.h"
#include "service/paper-parties.h"
#include "store/named-query.h"

/* What issuing writes, and what happens to a document after it. */
static gboolean
says_issued(CareRecord *draft)
{
    static const int fields[]
        = { CARE_INVOICE_SERIES,    CARE_INVOICE_SEQUENCE, CARE_INVOICE_ISSUE_ORDER, CARE_INVOICE_ISSUED,
            CARE_INVOICE_ISSUED_AT, CARE_INVOICE_DUE_DATE, CARE_INVOICE_SELLER,      CARE_INVOICE_BUYER,
            CARE_INVOICE_CONTENT,   CARE_INVOICE_SHA256,   CARE_INVOICE_CHAIN,       CARE_INVOICE_TOLD,
            CARE_INVOICE_REMINDED };

    for (gsize i = 0; i < G_N_ELEMENTS(fields); i++)
        if (care_record_is_set(draft, fields[i]))
            return TRUE;
    return FALSE;
}

gboolean
care_invoice_has_consent(CareRecord *draft)
{
    return care_record_is_set(draft, CARE_INVOICE_CONSENT_AT)
           && care_record_is_set(draft, CARE_INVOICE_CONSENT_BY);
}

gboolean
care_invoice_check_draft(CareRecord *draft, GError **error)
{
    if (care_record_int(draft, CARE_INVOICE_PAID) != 0
        || care_record_int(draft, CARE_INVOICE_TO_PAY_BACK) != 0)
        return care_refuse(error, CARE_ERROR_REFUSED,
                           _("A draft cannot be paid, and this one says that it was."));
    if (care_invoice_is_credit(draft) || care_record_is_set(draft, CARE_INVOICE_CORRECTS))
        return care_refuse(error, CARE_ERROR_REFUSED,
                           _("It is the draft of a credit note, and there is none: a credit note is made by "
                             "cancelling the invoice that it corrects."));
    if (care_record_int(draft, CARE_INVOICE_PREPAID) < 0)
        return care_refuse(error, CARE_ERROR_REFUSED, _("What was paid before cannot be less than nothing."));
    return !says_issued(draft)
           || care_refuse(error, CARE_ERROR_REFUSED,
                          _("It has no number, and says what only an issued invoice can say."));
}

gboolean
care_invoice_check_job(CareConnection *connection, CareRecord *invoice, GError **error)
{
    const char *buyer = care_record_text(invoice, CARE_INVOICE_BUYER);
    CareId job = care_record_int(invoice, CARE_INVOICE_JOB);
    g_autofree char *named = NULL;
    g_autofree char *number = NULL;
    g_autoptr(GError) local = NULL;

    if (care_buyer_snapshot_customer(buyer) == 0)
        return TRUE;
    named = care_buyer_snapshot_job(buyer);
    number = job != 0 ? care_query_text(connection, "invoices/number-of-job", &local, "i", job) : NULL;
    if (local != NULL) {
        g_propagate_error(error, g_steal_pointer(&local));
        return FALSE;
    }
    return g_strcmp0(named, number) == 0
           || care_refuse(error, CARE_ERROR_REFUSED,
                          _("It is of another job than the one that stands on it."));
}
