/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "service/invoices/invoice-flow.h"

#include "model/invoice.h"
#include "service/invoices/invoice-draft.h"

static gboolean
prepare(CareTransaction *transaction, CareRecord *invoice, CareRecord *old, GError **error)
{
    CareConnection *connection = care_transaction_connection(transaction);

    if (care_record_is_set(invoice, CARE_INVOICE_NUMBER))
        return TRUE;
    care_invoice_set_defaults(connection, invoice);
    for (guint i = 0; i < care_record_list_length(invoice, CARE_INVOICE_LINES); i++)
        care_invoice_line_set_defaults(connection, care_record_list_item(invoice, CARE_INVOICE_LINES, i));
    return care_record_validate(invoice, error) && care_invoice_compute(invoice, error);
}

const CareKindFlow care_invoice_flow = { .kind = &care_invoice_kind, .prepare = prepare };
