/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "model/bill/apportion.h"
#include "model/bill/bill-private.h"

#define PERCENT (100 * CARE_DECIMAL_ONE)

/* The row of the breakdown for a category or a named tax, made when first asked for. */
CareBillTaxTotal *
care_bill_tax_row(CareBillWork *work, const char *category, const char *name, CareDecimal rate)
{
    CareBillTaxTotal *row;

    for (guint i = 0; i < work->totals->taxes->len; i++) {
        row = work->totals->taxes->pdata[i];
        if (row->rate == rate && g_strcmp0(row->category, category) == 0 && g_strcmp0(row->name, name) == 0)
            return row;
    }
    row = g_new0(CareBillTaxTotal, 1);
    row->category = g_strdup(category);
    row->name = g_strdup(name);
    row->rate = rate;
    g_ptr_array_add(work->totals->taxes, row);
    return row;
}

static gboolean
add_to_row(CareBillWork *work, const char *category, const char *name, CareDecimal rate, CareMoney taxable,
           CareMoney tax, GError **error)
{
    CareBillTaxTotal *row = care_bill_tax_row(work, category, name, rate);

    return care_money_add(&row->taxable, taxable, error) && care_money_add(&row->tax, tax, error);
}

/*
 * Prices without tax: what is taxable is the group's sum, and the tax is rounded once per row of the breakdown, never
 * per line (BR-CO-17): three lines of 0.35 at 19 % bear 0.20.
 */
gboolean
care_bill_tax_net_prices(CareBillWork *work, GError **error)
{
    for (guint i = 0; i < work->groups->len; i++) {
        CareBillGroup *group = &g_array_index(work->groups, CareBillGroup, i);
        const char *category = care_bill_group_category(group);

        group->net = group->sum;
        if (category != NULL
            && !add_to_row(work, category, NULL, care_bill_group_rate(group), group->net, 0, error))
            return FALSE;
        for (guint k = 0; category == NULL && k < group->like->taxes->len; k++) {
            const CareBillTax *tax = group->like->taxes->pdata[k];
            if (!add_to_row(work, NULL, tax->name, tax->rate, group->net, 0, error))
                return FALSE;
        }
    }
    for (guint i = 0; i < work->totals->taxes->len; i++) {
        CareBillTaxTotal *row = work->totals->taxes->pdata[i];
        if (!care_div_round_checked((__int128)row->taxable * row->rate, PERCENT, &row->tax))
            return care_money_overflow(error);
    }
    for (guint i = 0; i < work->totals->lines->len; i++) {
        CareBillLineTotal *line = &g_array_index(work->totals->lines, CareBillLineTotal, i);
        line->net = line->amount;
        line->net_price = ((const CareBillLine *)work->bill->lines->pdata[i])->price;
    }
    for (guint i = 0; i < work->totals->adjustments->len; i++) {
        CareBillAdjustmentTotal *total = work->totals->adjustments->pdata[i];
        total->net = total->amount;
    }
    return TRUE;
}

/* All rates a group bears, added up. */
static gboolean
group_rate(const CareBillGroup *group, CareDecimal *rate, GError **error)
{
    *rate = care_bill_group_category(group) != NULL ? care_bill_group_rate(group) : 0;
    for (guint i = 0; care_bill_group_category(group) == NULL && i < group->like->taxes->len; i++)
        if (!care_money_add(rate, ((const CareBillTax *)group->like->taxes->pdata[i])->rate, error))
            return FALSE;
    if (*rate > G_MAXINT64 - PERCENT)
        return care_money_overflow(error);
    return TRUE;
}

/* What a sum with tax holds of one of its taxes; rate: all of them. */
static gboolean
tax_within(const CareBillGroup *group, CareDecimal one, CareDecimal rate, CareMoney *tax, GError **error)
{
    return care_div_round_checked((__int128)group->sum * one, (__int128)PERCENT + rate, tax)
           || care_money_overflow(error);
}

/* Taxes by name that are part of a price, each rounded for itself: as much as on the net alone. */
static gboolean
take_named_taxes(CareBillWork *work, CareBillGroup *group, CareDecimal rate, GError **error)
{
    const GPtrArray *taxes = group->like->taxes;
    g_autofree CareMoney *parts = g_new0(CareMoney, taxes->len + 1);

    for (guint i = 0; i < taxes->len; i++) {
        if (!tax_within(group, ((const CareBillTax *)taxes->pdata[i])->rate, rate, &parts[i], error)
            || !care_money_add(&group->net, -parts[i], error))
            return FALSE;
    }
    for (guint i = 0; i < taxes->len; i++) {
        const CareBillTax *named = taxes->pdata[i];
        if (!add_to_row(work, NULL, named->name, named->rate, group->net, parts[i], error))
            return FALSE;
    }
    return TRUE;
}

/* Takes the tax of a group out of its sum; the net is the rest. rate: of all its taxes. */
static gboolean
take_tax(CareBillWork *work, CareBillGroup *group, CareDecimal rate, GError **error)
{
    const char *category = care_bill_group_category(group);
    CareMoney tax;

    group->net = group->sum;
    if (category == NULL)
        return take_named_taxes(work, group, rate, error);
    if (!tax_within(group, rate, rate, &tax, error))
        return FALSE;
    group->net -= tax;
    return add_to_row(work, category, NULL, rate, group->net, tax, error);
}

/* The net of each line and adjustment of a group: their exact nets, rounded so that they sum up to the group's. */
static void
spread_net(CareBillWork *work, guint group_index, CareDecimal rate)
{
    GArray *lines = work->totals->lines;
    GPtrArray *adjustments = work->totals->adjustments;
    g_autoptr(GArray) values = g_array_new(FALSE, FALSE, sizeof(gint64));
    g_autoptr(GPtrArray) nets = g_ptr_array_new();
    g_autofree gint64 *parts = NULL;

    for (guint i = 0; i < lines->len; i++) {
        CareBillLineTotal *line = &g_array_index(lines, CareBillLineTotal, i);
        if (g_array_index(work->line_groups, guint, i) != group_index)
            continue;
        g_array_append_val(values, line->amount);
        g_ptr_array_add(nets, &line->net);
    }
    for (guint i = 0; i < adjustments->len; i++) {
        CareBillAdjustmentTotal *total = adjustments->pdata[i];
        CareMoney signed_amount = total->charge ? total->amount : -total->amount;
        if (g_array_index(work->adjustment_groups, guint, i) != group_index)
            continue;
        g_array_append_val(values, signed_amount);
        g_ptr_array_add(nets, &total->net);
    }
    parts = g_new0(gint64, values->len + 1);
    care_apportion_ratio(g_array_index(work->groups, CareBillGroup, group_index).net,
                         (const gint64 *)values->data, values->len, PERCENT, PERCENT + rate, parts);
    for (guint i = 0; i < nets->len; i++)
        *(CareMoney *)nets->pdata[i] = parts[i];
    for (guint i = 0; i < adjustments->len; i++) {
        CareBillAdjustmentTotal *total = adjustments->pdata[i];
        if (g_array_index(work->adjustment_groups, guint, i) == group_index && !total->charge)
            total->net = -total->net;
    }
}

/*
 * Prices with tax: the tax of a group is what its sum holds, sum × rate ÷ (100 + rate), rounded once, each of several by
 * name; the net is the rest, so that the total is what the customer was told: three times 9.99 stay 29.97.
 */
gboolean
care_bill_tax_gross_prices(CareBillWork *work, GError **error)
{
    for (guint i = 0; i < work->groups->len; i++) {
        CareBillGroup *group = &g_array_index(work->groups, CareBillGroup, i);
        CareDecimal rate;

        if (!group_rate(group, &rate, error) || !take_tax(work, group, rate, error))
            return FALSE;
        spread_net(work, i, rate);
    }
    for (guint i = 0; i < work->totals->lines->len; i++) {
        const CareBillLine *line = work->bill->lines->pdata[i];
        guint group = g_array_index(work->line_groups, guint, i);
        CareDecimal rate;
        if (!group_rate(&g_array_index(work->groups, CareBillGroup, group), &rate, error))
            return FALSE;
        g_array_index(work->totals->lines, CareBillLineTotal, i).net_price
            = care_div_round((__int128)line->price * PERCENT, (__int128)PERCENT + rate);
    }
    return TRUE;
}
