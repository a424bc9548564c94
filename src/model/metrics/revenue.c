/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "model/metrics/revenue.h"

#include <glib/gi18n-lib.h>

static int
month_of(CareDate date)
{
    return date.year * 12 + date.month - 1;
}

static gboolean
add_row(CareRevenueMonth *month, const CareLedgerRow *row, GError **error)
{
    return care_money_add(row->kind == CARE_LEDGER_INVOICED ? &month->invoiced : &month->paid, row->amount,
                          error);
}

/* What was owed before goes in, what is owed afterwards comes out. */
static gboolean
owe(const CareRevenueMonth *month, CareMoney *owed, GError **error)
{
    CareMoney more;

    if (__builtin_sub_overflow(month->invoiced, month->paid, &more))
        return care_money_overflow(error);
    return care_money_add(owed, more, error);
}

/* Everything that was before first goes into *before. */
static gboolean
fill(const CareLedgerRow *rows, gsize n, int first, CareDate today, CareRevenueMonth *before, GArray *months,
     GError **error)
{
    for (gsize i = 0; i < n; i++) {
        int month = month_of(rows[i].date) - first;

        if (month >= (int)months->len || care_date_compare(rows[i].date, today) > 0)
            continue;
        if (!add_row(month < 0 ? before : &g_array_index(months, CareRevenueMonth, month), &rows[i], error))
            return FALSE;
    }
    return TRUE;
}

/**
 * care_revenue_months:
 * @rows: every row there is up to @to, in any order; older ones make the opening balance
 * @from: a day of the first month
 * @to: a day of the last month
 *
 * Invoiced and paid per month, and what was still owed when it ended: all invoiced until then minus all paid until
 * then, so a cancelled invoice leaves with its credit note. Rows after @today are plans, not facts, and left out.
 * Sums are int64 minor units throughout; CARE_ERROR_INPUT where one has no room.
 *
 * Returns: (transfer full) (nullable) (element-type CareRevenueMonth): one per month, also where nothing happened;
 * empty when @to is before @from
 */
GArray *
care_revenue_months(const CareLedgerRow *rows, gsize n, CareDate from, CareDate to, CareDate today,
                    GError **error)
{
    g_autoptr(GArray) months = g_array_new(FALSE, TRUE, sizeof(CareRevenueMonth));
    int first = month_of(from), last = month_of(to);
    CareRevenueMonth before = { 0 };
    CareMoney owed = 0;

    if (last < first)
        return g_steal_pointer(&months);
    g_array_set_size(months, (guint)(last - first + 1));
    if (!fill(rows, n, first, today, &before, months, error) || !owe(&before, &owed, error))
        return NULL;
    for (guint i = 0; i < months->len; i++) {
        CareRevenueMonth *month = &g_array_index(months, CareRevenueMonth, i);
        int index = first + (int)i;

        if (!owe(month, &owed, error))
            return NULL;
        month->month = (CareDate){ .year = index / 12, .month = index % 12 + 1, .day = 1 };
        month->outstanding = owed;
        month->running = index == month_of(today);
    }
    return g_steal_pointer(&months);
}

const char *
care_revenue_definition(void)
{
    return _(
        "Invoiced: invoices minus credit notes issued in the month. Paid: money received in the month. Still "
        "open: what all customers together owed at the end of the month.");
}
