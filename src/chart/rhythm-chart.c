/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n-lib.h>

#include "chart/insights.h"

static const struct {
    CareRhythmClass rhythm;
    const char *key;
    const char *note;
    CareRole role;
} rows[] = {
    { CARE_RHYTHM_IN_RHYTHM, "rhythm:in-rhythm", N_("come when they usually do"), CARE_ROLE_GOOD },
    { CARE_RHYTHM_DUE, "rhythm:due", N_("about now"), CARE_ROLE_GOOD },
    { CARE_RHYTHM_LATE, "rhythm:late", N_("1½ times their usual interval"), CARE_ROLE_BAD },
    { CARE_RHYTHM_LAPSED, "rhythm:lapsed", N_("twice their usual interval"), CARE_ROLE_NEUTRAL },
};

/**
 * care_rhythm_chart_new:
 * @counts: customers in each class; those without a rhythm are not drawn, for nobody knows when they are late
 */
CareChart *
care_rhythm_chart_new(const guint counts[CARE_N_RHYTHMS])
{
    const char *const columns[] = { _("Rhythm"), _("Customers"), _("Meaning"), NULL };
    CareChart *chart = care_chart_new(CARE_CHART_BARS, _("Quiet Customers, by Their Own Rhythm"));
    guint late = counts[CARE_RHYTHM_LATE], known = 0;
    g_autofree char *reading = NULL;

    care_chart_set_empty(chart, _("Nobody has a rhythm yet. It takes a few visits."));
    care_chart_set_columns(chart, columns);
    care_chart_add_series(chart, "", CARE_ROLE_GOOD);
    for (gsize i = 0; i < G_N_ELEMENTS(rows); i++)
        known += counts[rows[i].rhythm];
    if (known == 0)
        return chart;

    reading = late == 0 ? g_strdup(_("Nobody is late."))
                        : g_strdup_printf(ngettext("%u is late. A call now still feels natural.",
                                                   "%u are late. A call now still feels natural.", late),
                                          late);
    care_chart_set_reading(chart, reading);
    for (gsize i = 0; i < G_N_ELEMENTS(rows); i++) {
        const char *label = care_rhythm_label(rows[i].rhythm);
        g_autofree char *count = g_strdup_printf("%u", counts[rows[i].rhythm]);
        guint category = care_chart_add_category(chart, label, label, FALSE);

        care_chart_set_category_note(chart, category, NULL, _(rows[i].note));
        care_chart_set_value(chart, category, 0, counts[rows[i].rhythm], count, rows[i].key);
        care_chart_mark_value(chart, category, 0, CARE_CELL_PLAIN, rows[i].role, _(rows[i].note));
        care_chart_add_row(chart, label, count, _(rows[i].note), NULL);
    }
    return chart;
}
