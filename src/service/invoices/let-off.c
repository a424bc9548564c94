/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "service/invoices/let-off.h"

#include "model/bill/bill-totals.h"
#include "model/invoice-line.h"
#include "model/invoice.h"
#include "service/invoices/invoice-draft.h"

/* The price without it. A discount on more than was agreed lets nobody off what is above that. */
static gboolean
read_whole(const CareBill *bill, guint position, CareRecord *line, CareMoney *whole)
{
    gboolean agreed = care_record_is_set(line, CARE_INVOICE_LINE_AGREED);

    if (agreed && care_record_is_set(line, CARE_INVOICE_LINE_REASON)) {
        *whole = care_record_int(line, CARE_INVOICE_LINE_AGREED);
        return TRUE;
    }
    if (!care_bill_line_product(bill, bill->lines->pdata[position], whole, NULL))
        return FALSE;
    if (agreed)
        *whole = MIN(*whole, care_record_int(line, CARE_INVOICE_LINE_AGREED));
    return TRUE;
}

/* In the invoice's own mode. */
static CareMoney
let_off_line(const CareBill *bill, guint position, CareRecord *line)
{
    CareMoney whole = 0;

    return read_whole(bill, position, line, &whole)
               ? MAX(0, whole - care_record_int(line, CARE_INVOICE_LINE_AMOUNT))
               : 0;
}

static CareMoney
in_mode(CareRecord *line, CareMoney amount, gboolean from_net, gboolean to_net)
{
    CareDecimal rate = care_record_int(line, CARE_INVOICE_LINE_RATE);

    if (from_net == to_net)
        return amount;
    return to_net ? care_money_without_tax(amount, rate) : care_money_with_tax(amount, rate);
}

/* What there is no room for is more than any shop lets off. */
static void
add(GArray *all, CareRecord *line, CareMoney amount)
{
    const CareLetOff part = { care_record_text(line, CARE_INVOICE_LINE_CATEGORY),
                              care_record_int(line, CARE_INVOICE_LINE_RATE), amount };

    for (guint i = 0; i < all->len; i++) {
        CareLetOff *other = &g_array_index(all, CareLetOff, i);

        if (other->rate == part.rate && g_strcmp0(other->category, part.category) == 0) {
            if (!care_money_add(&other->amount, amount, NULL))
                other->amount = G_MAXINT64;
            return;
        }
    }
    g_array_append_val(all, part);
}

GArray *
care_invoice_let_off(CareRecord *invoice, gboolean net)
{
    gboolean own_net = care_price_mode_is(care_record_text(invoice, CARE_INVOICE_PRICES), CARE_MODE_NET);
    GArray *all = g_array_new(FALSE, FALSE, sizeof(CareLetOff));
    g_autoptr(CareBill) bill = NULL;

    if (care_record_is_set(invoice, CARE_INVOICE_EARLY_REASON))
        return all;
    bill = care_invoice_bill(invoice);
    for (guint i = 0; i < care_record_list_length(invoice, CARE_INVOICE_LINES); i++) {
        CareRecord *line = care_record_list_item(invoice, CARE_INVOICE_LINES, i);
        CareMoney amount = in_mode(line, let_off_line(bill, i, line), own_net, net);

        if (amount > 0)
            add(all, line, amount);
    }
    return all;
}
