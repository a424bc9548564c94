/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n-lib.h>

#include "chart/insights.h"
#include "chart/period.h"
#include "core/listed.h"

static guint
most_observed(GPtrArray *cohorts)
{
    guint most = 0;

    for (guint i = 0; i < cohorts->len; i++) {
        const CareCohort *cohort = g_ptr_array_index(cohorts, i);

        if (cohort->size > 0)
            most = MAX(most, cohort->observed);
    }
    return most;
}

static void
add_columns(CareChart *chart, guint columns)
{
    g_autoptr(GStrvBuilder) names = g_strv_builder_new();
    g_auto(GStrv) all = NULL;

    g_strv_builder_add(names, _("First Visit"));
    g_strv_builder_add(names, _("Customers"));
    g_strv_builder_add(names, _("Quarters Later"));
    g_strv_builder_add(names, _("Came Again"));
    g_strv_builder_add(names, _("Share"));
    all = g_strv_builder_end(names);
    care_chart_set_columns(chart, (const char *const *)all);
    for (guint j = 0; j < columns; j++) {
        g_autofree char *label = g_strdup_printf("%u", j + 1);

        care_chart_add_series(chart, label, CARE_ROLE_HEAT);
    }
}

static void
add_cell(CareChart *chart, guint category, const CareCohort *cohort, guint later, const char *period)
{
    CareShare share = care_share(cohort->come_back[later - 1], cohort->size);
    g_autofree char *start = care_date_to_string(cohort->start);
    g_autofree char *key = g_strdup_printf("retention:%s:%u", start, later);
    g_autofree char *text = care_unit_format(CARE_UNIT_PERCENT, NULL, share.value);
    g_autofree char *size = g_strdup_printf("%u", cohort->size);
    g_autofree char *again = g_strdup_printf("%u", cohort->come_back[later - 1]);
    g_autofree char *quarters = g_strdup_printf("%u", later);
    /* TRANSLATORS: "July to September 2025, 33% came again, 20 of 61, 1 quarter later" */
    g_autofree char *spoken
        = g_strdup_printf(ngettext("%s, %s came again, %s of %s, %u quarter later",
                                   "%s, %s came again, %s of %s, %u quarters later", later),
                          period, text, again, size, later);
    g_autofree char *so_far = care_listed((const char *const[]){ spoken, _("so far"), NULL });

    care_chart_set_value(chart, category, later - 1, share.value, text, key);
    care_chart_set_spoken(chart, category, later - 1, later == cohort->observed ? so_far : spoken);
    care_chart_add_row(chart, period, size, quarters, again, text, NULL);
}

/**
 * care_retention_chart_new:
 * @cohorts: (element-type CareCohort): as care_retention() gives them; empty groups are left out
 */
CareChart *
care_retention_chart_new(GPtrArray *cohorts)
{
    CareChart *chart = care_chart_new(CARE_CHART_GRID, _("Who Comes Back, by Quarter of First Visit"));

    care_chart_set_reading(chart, _("Share of each group that has come again by then."));
    care_chart_set_empty(chart, _("No group is a quarter old yet."));
    care_chart_set_heading(chart, _("1 quarter later"), _("quarters later"));
    care_chart_set_unit(chart, CARE_UNIT_PERCENT, NULL);
    add_columns(chart, most_observed(cohorts));
    for (guint i = 0; i < cohorts->len; i++) {
        const CareCohort *cohort = g_ptr_array_index(cohorts, i);
        /* As seen from another year, so that each label has its own. */
        g_autofree char *label
            = care_period_short(CARE_PERIOD_QUARTER, cohort->start, (CareDate){ .year = 1 });
        g_autofree char *period = care_period_long(CARE_PERIOD_QUARTER, cohort->start);
        g_autofree char *size = g_strdup_printf("%u", cohort->size);
        guint category;

        if (cohort->size == 0)
            continue;
        category = care_chart_add_category(chart, label, period, FALSE);
        care_chart_set_category_note(chart, category, NULL, size);
        for (guint later = 1; later <= cohort->observed; later++)
            add_cell(chart, category, cohort, later, period);
    }
    return chart;
}
