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
    CareMoney *const sums[] = { [CARE_LEDGER_INVOICED] = &month->invoiced,
                                [CARE_LEDGER_PAID] = &month->paid,
                                [CARE_LEDGER_ADJUSTED] = &month->adjusted,
                                [CARE_LEDGER_OWED_BACK] = &month->more_back };

    return care_money_add(sums[row->kind], row->amount, error);
}

/* What was owed before goes in, what is owed afterwards comes out. */
static gboolean
owe(const CareRevenueMonth *month, CareMoney *owed, CareMoney *back, GError **error)
{
    CareMoney more;

    if (__builtin_sub_overflow(month->invoiced, month->paid, &more))
        return care_money_overflow(error);
    return care_money_add(owed, more, error) && care_money_add(owed, month->adjusted, error)
           && care_money_add(owed, month->more_back, error) && care_money_add(back, month->more_back, error);
}

/* Everything that was before from goes into *before. */
static gboolean
fill(const CareLedgerRow *rows, gsize n, CareDate from, CareDate today, CareRevenueMonth *before,
     GArray *months, GError **error)
{
    for (gsize i = 0; i < n; i++) {
        int month = month_of(rows[i].date) - month_of(from);

        if (month >= (int)months->len || care_date_compare(rows[i].date, today) > 0)
            continue;
        if (!add_row(care_date_compare(rows[i].date, from) < 0
                         ? before
                         : &g_array_index(months, CareRevenueMonth, month),
                     &rows[i], error))
            return FALSE;
    }
    return TRUE;
}

/**
 * care_revenue_months:
 * @rows: every row there is up to @to, in any order; older ones make the opening balance
 * @from: the first day, which need not be the first of its month: what was before it is none of that month's
 * @to: a day of the last month
 *
 * Invoiced and paid per month, and what was still owed when it ended, to the shop and by it: all that was to be paid
 * until then minus all that was paid, so a cancelled invoice leaves with its credit note; what the shop owes is no less of
 * what others owe to it. Rows after @today are plans, not facts, and left out.
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
    CareMoney owed = 0, back = 0;

    if (last < first)
        return g_steal_pointer(&months);
    g_array_set_size(months, (guint)(last - first + 1));
    if (!fill(rows, n, from, today, &before, months, error) || !owe(&before, &owed, &back, error))
        return NULL;
    for (guint i = 0; i < months->len; i++) {
        CareRevenueMonth *month = &g_array_index(months, CareRevenueMonth, i);
        int index = first + (int)i;

        if (!owe(month, &owed, &back, error))
            return NULL;
        month->month = (CareDate){ .year = index / 12, .month = index % 12 + 1, .day = 1 };
        month->outstanding = owed;
        month->owed_back = back;
        month->running = index == month_of(today);
    }
    return g_steal_pointer(&months);
}

const char *
care_revenue_definition(void)
{
    return _(
        "Invoiced: invoices minus credit notes issued in the month. Paid: money received in the month. Still "
        "open: what all customers together owed at the end of the month; what you owe to customers is not "
        "taken "
        "off.");
}
