/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "model/invoice.h"

#include "model/invoice-line.h"

#include <glib/gi18n-lib.h>

CARE_DEFINE_CHOICES(care_invoice_type, CARE_INVOICE_TYPES)

CARE_DEFINE_CHOICES(care_invoice_state, CARE_INVOICE_STATES)

/* A draft is called so, and by no text that stands in it. */
static char *
title(CareRecord *record)
{
    const char *number = care_record_text(record, CARE_INVOICE_NUMBER);

    return g_strdup(number != NULL ? number
                                   : care_choice_label(&care_invoice_state_set,
                                                       care_invoice_state_word(CARE_BILL_DRAFT)));
}

CARE_DEFINE_RECORD(CareInvoice, care_invoice, CARE_INVOICE_FIELDS, "invoice", N_("Invoice"),
                   .flags = CARE_KIND_SEARCHED | CARE_KIND_BOOKS | CARE_KIND_SEALED | CARE_KIND_COUNTED,
                   .story = CARE_STORY_MONEY, .icon = "care-receipt-symbolic", .table = N_("Invoices"),
                   .order = "created DESC, id DESC", .match = "invoice", .number_digits = 4,
                   .shows = "device", .title = title)

gboolean
care_invoice_is_credit(CareRecord *invoice)
{
    return care_invoice_type_is(care_record_text(invoice, CARE_INVOICE_TYPE), CARE_BILL_CREDIT_NOTE);
}

CareMoney
care_invoice_open(CareRecord *invoice)
{
    CareMoney open;

    if (care_invoice_is_credit(invoice)
        || care_invoice_state_is(care_record_text(invoice, CARE_INVOICE_STATE), CARE_BILL_CANCELLED)
        || __builtin_sub_overflow(care_record_int(invoice, CARE_INVOICE_PAYABLE),
                                  care_record_int(invoice, CARE_INVOICE_PAID), &open))
        return 0;
    return MAX(0, open);
}

gboolean
care_invoice_has_agreed_lines(CareRecord *invoice)
{
    for (guint i = 0; i < care_record_list_length(invoice, CARE_INVOICE_LINES); i++)
        if (care_record_is_set(care_record_list_item(invoice, CARE_INVOICE_LINES, i),
                               CARE_INVOICE_LINE_AGREED))
            return TRUE;
    return FALSE;
}

gboolean
care_invoice_shows_the_same(CareRecord *a, CareRecord *b)
{
    static const int sums[] = { CARE_INVOICE_GROSS, CARE_INVOICE_PREPAID, CARE_INVOICE_PAYABLE,
                                CARE_INVOICE_PAID, CARE_INVOICE_TO_PAY_BACK };

    for (gsize i = 0; i < G_N_ELEMENTS(sums); i++)
        if (care_record_int(a, sums[i]) != care_record_int(b, sums[i]))
            return FALSE;
    return care_record_says_the_same(a, b);
}
