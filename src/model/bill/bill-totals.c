/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "model/bill/bill-totals.h"

#include "model/bill/bill-private.h"

static void
tax_total_free(gpointer data)
{
    CareBillTaxTotal *self = data;

    g_free(self->category);
    g_free(self->name);
    g_free(self);
}

static void
adjustment_total_free(gpointer data)
{
    CareBillAdjustmentTotal *self = data;

    g_free(self->category);
    g_free(self);
}

void
care_bill_totals_free(CareBillTotals *self)
{
    if (self == NULL)
        return;
    g_array_unref(self->lines);
    g_ptr_array_unref(self->taxes);
    g_ptr_array_unref(self->adjustments);
    g_free(self);
}

static CareBillTotals *
totals_new(void)
{
    CareBillTotals *self = g_new0(CareBillTotals, 1);

    self->lines = g_array_new(FALSE, TRUE, sizeof(CareBillLineTotal));
    self->taxes = g_ptr_array_new_with_free_func(tax_total_free);
    self->adjustments = g_ptr_array_new_with_free_func(adjustment_total_free);
    return self;
}

static gboolean
sum_lines(CareBillWork *work, GError **error)
{
    const CareBill *bill = work->bill;

    for (guint i = 0; i < bill->lines->len; i++) {
        const CareBillLine *line = bill->lines->pdata[i];
        CareBillLineTotal total = { 0 };
        guint index = care_bill_group_of_line(work, line);
        CareBillGroup *group = &g_array_index(work->groups, CareBillGroup, index);

        if (!care_bill_line_amount(bill, line, &total.amount, error)
            || !care_money_add(&group->line_sum, total.amount, error)
            || !care_money_add(&group->sum, total.amount, error))
            return FALSE;
        g_array_append_val(work->totals->lines, total);
        g_array_append_val(work->line_groups, index);
    }
    return TRUE;
}

/* BT-106 to BT-115, by additions alone: sums of rounded amounts are not rounded again. */
static gboolean
sum_totals(CareBillWork *work, GError **error)
{
    CareBillTotals *totals = work->totals;

    for (guint i = 0; i < totals->lines->len; i++)
        if (!care_money_add(&totals->line_total, g_array_index(totals->lines, CareBillLineTotal, i).net,
                            error))
            return FALSE;
    for (guint i = 0; i < totals->adjustments->len; i++) {
        const CareBillAdjustmentTotal *total = totals->adjustments->pdata[i];
        if (!care_money_add(total->charge ? &totals->charges : &totals->allowances, total->net, error))
            return FALSE;
    }
    for (guint i = 0; i < totals->taxes->len; i++)
        if (!care_money_add(&totals->tax, ((CareBillTaxTotal *)totals->taxes->pdata[i])->tax, error))
            return FALSE;
    totals->net = totals->line_total;
    if (!care_money_add(&totals->net, -totals->allowances, error)
        || !care_money_add(&totals->net, totals->charges, error))
        return FALSE;
    totals->gross = totals->net;
    return care_money_add(&totals->gross, totals->tax, error);
}

static gboolean
sum_due(CareBillWork *work, GError **error)
{
    CareBillTotals *totals = work->totals;

    totals->paid = work->bill->paid;
    totals->rounding = work->bill->rounding;
    totals->withheld
        = care_div_round((__int128)totals->net * work->bill->withholding, 100 * (__int128)CARE_DECIMAL_SCALE);
    totals->due = totals->gross;
    return care_money_add(&totals->due, -totals->withheld, error)
           && care_money_add(&totals->due, -totals->paid, error)
           && care_money_add(&totals->due, totals->rounding, error);
}

static gboolean
work_out(CareBillWork *work, GError **error)
{
    if (!care_bill_check(work->bill, error) || !sum_lines(work, error)
        || !care_bill_spread_adjustments(work, error))
        return FALSE;
    if (work->bill->prices == CARE_PRICES_GROSS ? !care_bill_tax_gross_prices(work, error)
                                                : !care_bill_tax_net_prices(work, error))
        return FALSE;
    return sum_totals(work, error) && sum_due(work, error);
}

/*
 * The totals of a bill by the rules of EN 16931: line sums rounded one by one, tax once per category and rate (or per
 * named tax), halves away from zero, nothing rounded twice. Allows negative lines and totals. Pure; needs no lock.
 * Free with care_bill_totals_free(). NULL with a sentence for people when the rules forbid a part (CARE_ERROR_REFUSED)
 * or a sum has no room (CARE_ERROR_INPUT).
 */
CareBillTotals *
care_bill_total(const CareBill *bill, GError **error)
{
    g_autoptr(CareBillTotals) totals = totals_new();
    g_autoptr(GArray) groups = g_array_new(FALSE, TRUE, sizeof(CareBillGroup));
    g_autoptr(GArray) line_groups = g_array_new(FALSE, TRUE, sizeof(guint));
    g_autoptr(GArray) adjustment_groups = g_array_new(FALSE, TRUE, sizeof(guint));
    CareBillWork work = { bill, totals, groups, line_groups, adjustment_groups };

    return work_out(&work, error) ? g_steal_pointer(&totals) : NULL;
}
