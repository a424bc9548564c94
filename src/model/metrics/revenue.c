/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "model/metrics/revenue.h"

#include <glib/gi18n-lib.h>

static int
month_of(CareDate date)
{
    return date.year * 12 + date.month - 1;
}

static void
add_row(CareRevenueMonth *month, const CareLedgerRow *row)
{
    if (row->kind == CARE_LEDGER_INVOICED)
        month->invoiced += row->amount;
    else
        month->paid += row->amount;
}

/**
 * care_revenue_months:
 * @rows: every row there is up to @to, in any order; older ones make the opening balance
 * @from: a day of the first month
 * @to: a day of the last month
 *
 * Invoiced and paid per month, and what was still owed when it ended: all invoiced until then minus all paid until
 * then, so a cancelled invoice leaves with its credit note. Rows after @today are plans, not facts, and left out.
 * Sums are int64 minor units throughout.
 *
 * Returns: (transfer full) (element-type CareRevenueMonth): one per month, also where nothing happened; empty when
 * @to is before @from
 */
GArray *
care_revenue_months(const CareLedgerRow *rows, gsize n, CareDate from, CareDate to, CareDate today)
{
    GArray *months = g_array_new(FALSE, TRUE, sizeof(CareRevenueMonth));
    int first = month_of(from), last = month_of(to);
    CareRevenueMonth before = { 0 };
    CareMoney owed;

    if (last < first)
        return months;
    g_array_set_size(months, (guint)(last - first + 1));
    for (gsize i = 0; i < n; i++) {
        int month = month_of(rows[i].date);

        if (month > last || care_date_compare(rows[i].date, today) > 0)
            continue;
        add_row(month < first ? &before : &g_array_index(months, CareRevenueMonth, month - first), &rows[i]);
    }
    owed = before.invoiced - before.paid;
    for (guint i = 0; i < months->len; i++) {
        CareRevenueMonth *month = &g_array_index(months, CareRevenueMonth, i);
        int index = first + (int)i;

        owed += month->invoiced - month->paid;
        month->month = (CareDate){ .year = index / 12, .month = index % 12 + 1, .day = 1 };
        month->outstanding = owed;
        month->running = index == month_of(today);
    }
    return months;
}

const char *
care_revenue_definition(void)
{
    return _(
        "Invoiced: invoices minus credit notes issued in the month. Paid: money received in the month. Still "
        "open: what all customers together owed at the end of the month.");
}
