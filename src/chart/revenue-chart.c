/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n-lib.h>

#include "chart/insights.h"
#include "chart/period.h"

/* The last whole month, and what is owed now, by whatever month: two sentences, or the one would be read as of the other. */
static char *
read_months(const CareRevenueMonth *months, gsize n, const char *currency)
{
    const CareRevenueMonth *last = &months[n - 1];
    const CareRevenueMonth *whole = last->running && n > 1 ? &months[n - 2] : last;
    g_autofree char *invoiced = care_money_format(whole->invoiced, currency);
    g_autofree char *open = care_money_format(last->outstanding, currency);
    g_autofree char *period = care_period_long(CARE_PERIOD_MONTH, whole->month);
    g_autofree char *back = care_money_format(last->owed_back, currency);
    gboolean owes = last->owed_back > 0;

    if (last->outstanding <= 0)
        return owes ? g_strdup_printf(_("%s invoiced in %s. Today nothing is open; you owe %s to customers."),
                                      invoiced, period, back)
                    : g_strdup_printf(_("%s invoiced in %s. Today nothing is open."), invoiced, period);
    return owes ? g_strdup_printf(
                      /* Translators: what one month came to; what is open of the invoices of all months */
                      _("%s invoiced in %s. Today %s is open in all; you owe %s to customers."), invoiced,
                      period, open, back)
                : g_strdup_printf(_("%s invoiced in %s. Today %s is open in all."), invoiced, period, open);
}

static void
add_amount(CareChart *chart, guint category, guint series, CareMoney amount, const char *currency,
           const char *start, const char *name)
{
    g_autofree char *text = care_money_format(amount, currency);
    g_autofree char *key = g_strdup_printf("revenue:%s:%s", start, name);

    care_chart_set_value(chart, category, series, (double)amount, text, key);
}

static void
add_month(CareChart *chart, const CareRevenueMonth *month, const char *currency, gboolean first)
{
    g_autofree char *label = care_period_short(CARE_PERIOD_MONTH, month->month, month->month);
    g_autofree char *period = care_period_long(CARE_PERIOD_MONTH, month->month);
    g_autofree char *start = care_date_to_string(month->month);
    g_autofree char *year = g_strdup_printf("%d", month->month.year);
    g_autofree char *invoiced = care_money_format(month->invoiced, currency);
    g_autofree char *paid = care_money_format(month->paid, currency);
    g_autofree char *open = care_money_format(month->outstanding, currency);
    g_autofree char *name = care_chart_period_name(period, month->running);
    guint category = care_chart_add_category(chart, label, period, month->running);

    if (month->running)
        care_chart_set_category_note(chart, category, _("so far"), NULL);
    else if (first || month->month.month == 1)
        care_chart_set_category_note(chart, category, year, NULL);
    add_amount(chart, category, 0, month->invoiced, currency, start, "invoiced");
    add_amount(chart, category, 1, month->paid, currency, start, "paid");
    add_amount(chart, category, 2, month->outstanding, currency, start, "outstanding");
    care_chart_add_row(chart, name, invoiced, paid, open, NULL);
}

/* No document and no payment in any month, and nothing owed from before. */
static gboolean
is_quiet(const CareRevenueMonth *months, gsize n)
{
    for (gsize i = 0; i < n; i++)
        if (months[i].invoiced != 0 || months[i].paid != 0 || months[i].outstanding != 0)
            return FALSE;
    return TRUE;
}

/**
 * care_revenue_chart_new:
 * @months: as care_revenue_months() gives them, of one @currency
 */
CareChart *
care_revenue_chart_new(const CareRevenueMonth *months, gsize n, const char *currency)
{
    const char *const columns[] = { _("Month"), _("Invoiced"), _("Paid"), _("Still Open"), NULL };
    CareChart *chart = care_chart_new(CARE_CHART_COLUMNS, _("Invoiced and Paid by Month"));
    g_autofree char *nothing
        = g_strdup_printf(_("No invoices in %s yet. Issued ones appear here."), currency);

    care_chart_set_unit(chart, CARE_UNIT_MONEY, currency);
    care_chart_set_empty(chart, nothing);
    care_chart_set_columns(chart, columns);
    care_chart_add_series(chart, _("invoiced"), CARE_ROLE_GOOD);
    care_chart_add_series(chart, _("paid"), CARE_ROLE_NEUTRAL);
    care_chart_add_series(chart, _("still open"), CARE_ROLE_BAD);
    if (!is_quiet(months, n)) {
        g_autofree char *reading = read_months(months, n, currency);

        care_chart_set_reading(chart, reading);
        for (gsize i = 0; i < n; i++)
            add_month(chart, &months[i], currency, i == 0);
    }
    return chart;
}
