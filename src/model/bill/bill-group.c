/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n-lib.h>

#include "core/errors.h"
#include "model/bill/apportion.h"
#include "model/bill/bill-private.h"

/* The VAT category all lines of the group share; NULL if they bear taxes by name. */
const char *
care_bill_group_category(const CareBillGroup *group)
{
    return group->like != NULL ? group->like->category : group->like_adjustment->category;
}

/* The rate that goes with care_bill_group_category(). */
CareDecimal
care_bill_group_rate(const CareBillGroup *group)
{
    return group->like != NULL ? group->like->rate : group->like_adjustment->rate;
}

static gboolean
has_tax(const CareBillLine *line, const CareBillTax *wanted)
{
    for (guint i = 0; i < line->taxes->len; i++) {
        const CareBillTax *tax = line->taxes->pdata[i];
        if (tax->rate == wanted->rate && g_strcmp0(tax->name, wanted->name) == 0)
            return TRUE;
    }
    return FALSE;
}

static gboolean
same_taxes(const CareBillLine *a, const CareBillLine *b)
{
    if (a->taxes->len != b->taxes->len)
        return FALSE;
    for (guint i = 0; i < a->taxes->len; i++)
        if (!has_tax(b, a->taxes->pdata[i]))
            return FALSE;
    return TRUE;
}

static guint
find_pair(const CareBillWork *work, const char *category, CareDecimal rate)
{
    for (guint i = 0; i < work->groups->len; i++) {
        const CareBillGroup *group = &g_array_index(work->groups, CareBillGroup, i);
        if (g_strcmp0(care_bill_group_category(group), category) == 0 && care_bill_group_rate(group) == rate)
            return i;
    }
    return work->groups->len;
}

static guint
find_taxes(const CareBillWork *work, const CareBillLine *line)
{
    for (guint i = 0; i < work->groups->len; i++) {
        const CareBillGroup *group = &g_array_index(work->groups, CareBillGroup, i);
        if (care_bill_group_category(group) == NULL && same_taxes(group->like, line))
            return i;
    }
    return work->groups->len;
}

/* The group a line belongs to, made if it is the first of its kind. */
guint
care_bill_group_of_line(CareBillWork *work, const CareBillLine *line)
{
    CareBillGroup fresh = { .like = line };
    guint found
        = line->category != NULL ? find_pair(work, line->category, line->rate) : find_taxes(work, line);

    if (found == work->groups->len)
        g_array_append_val(work->groups, fresh);
    return found;
}

/* The group of an adjustment that names its category and rate, made if no line has them. */
guint
care_bill_group_of_pair(CareBillWork *work, const CareBillAdjustment *adjustment)
{
    CareBillGroup fresh = { .like_adjustment = adjustment };
    guint found = find_pair(work, adjustment->category, adjustment->rate);

    if (found == work->groups->len)
        g_array_append_val(work->groups, fresh);
    return found;
}

static gboolean
add_total(CareBillWork *work, guint index, guint group_index, CareMoney amount, GError **error)
{
    const CareBillAdjustment *adjustment = work->bill->adjustments->pdata[index];
    CareBillGroup *group = &g_array_index(work->groups, CareBillGroup, group_index);
    CareBillAdjustmentTotal *total = g_new0(CareBillAdjustmentTotal, 1);

    total->adjustment = index;
    total->charge = adjustment->charge;
    total->category = g_strdup(care_bill_group_category(group));
    total->rate = care_bill_group_rate(group);
    total->amount = amount;
    g_ptr_array_add(work->totals->adjustments, total);
    g_array_append_val(work->adjustment_groups, group_index);
    return care_money_add(&group->sum, adjustment->charge ? amount : -amount, error);
}

/* An adjustment for the whole bill: pro rata over the groups that have lines, by the absolute sum of those. */
static gboolean
spread_over_groups(CareBillWork *work, guint index, GError **error)
{
    const CareBillAdjustment *adjustment = work->bill->adjustments->pdata[index];
    guint n = work->groups->len;
    g_autofree gint64 *weights = g_new0(gint64, n + 1);
    g_autofree gint64 *parts = g_new0(gint64, n + 1);
    CareMoney base = 0, amount;

    if (work->bill->lines->len == 0) {
        g_set_error_literal(error, CARE_ERROR, CARE_ERROR_REFUSED,
                            _("There is no line to spread an allowance or charge over."));
        return FALSE;
    }
    for (guint i = 0; i < n; i++) {
        weights[i] = g_array_index(work->groups, CareBillGroup, i).line_sum;
        if (!care_money_add(&base, weights[i], error))
            return FALSE;
    }
    if (!care_bill_adjustment_amount(adjustment, base, &amount, error))
        return FALSE;
    care_apportion(amount, weights, n, parts);
    for (guint i = 0; i < n; i++)
        if ((parts[i] != 0 || n == 1) && !add_total(work, index, i, parts[i], error))
            return FALSE;
    return TRUE;
}

/*
 * Works out the document-level allowances and charges in order. One that names a category and rate belongs to that
 * pair and takes its percentage of that pair's lines; any other is spread so that its parts sum up exactly.
 */
gboolean
care_bill_spread_adjustments(CareBillWork *work, GError **error)
{
    for (guint i = 0; i < work->bill->adjustments->len; i++) {
        const CareBillAdjustment *adjustment = work->bill->adjustments->pdata[i];
        CareMoney amount;
        guint group;

        if (adjustment->category == NULL) {
            if (!spread_over_groups(work, i, error))
                return FALSE;
            continue;
        }
        group = care_bill_group_of_pair(work, adjustment);
        if (!care_bill_adjustment_amount(
                adjustment, g_array_index(work->groups, CareBillGroup, group).line_sum, &amount, error)
            || !add_total(work, i, group, amount, error))
            return FALSE;
    }
    return TRUE;
}
