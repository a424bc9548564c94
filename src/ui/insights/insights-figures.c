/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/insights/insights-figures.h"

#include <math.h>

#include "model/metrics/quantile.h"

#define WEEKS 13

static CareDate
quarter_of(CareDate date)
{
    return (CareDate){ date.year, (date.month - 1) / 3 * 3 + 1, 1 };
}

/* The quarters that lie wholly in the period, and the running one. */
static GArray *
quarters_of(const CareInsights *insights, GTimeZone *zone)
{
    GArray *quarters = g_array_new(FALSE, TRUE, sizeof(CareNpsQuarter));
    CareDate start = quarter_of(care_date_add_months(insights->from, 2));

    for (; care_date_compare(start, insights->to) <= 0; start = care_date_add_months(start, 3)) {
        CareDate end = care_date_add_months(start, 3);
        g_autoptr(GArray) answers = g_array_new(FALSE, TRUE, sizeof(CareScoreAnswer));
        CareNpsQuarter quarter = { .start = start };

        for (guint i = 0; i < insights->scores->len; i++) {
            CareScoreAnswer answer = g_array_index(insights->scores, CareScoreAnswer, i);
            CareDate day = care_date_of_instant(answer.at, zone);

            if (care_date_compare(day, start) >= 0 && care_date_compare(day, end) < 0)
                g_array_append_val(answers, answer);
        }
        quarter.nps = care_nps_of_answers((CareScoreAnswer *)(void *)answers->data, answers->len);
        g_array_append_val(quarters, quarter);
    }
    return quarters;
}

static CareFrtWeek
week_of(const CareInsights *insights, CareDate monday, GTimeZone *zone)
{
    CareDate next = care_date_add_days(monday, 7);
    g_autoptr(GArray) seconds = g_array_new(FALSE, TRUE, sizeof(double));
    CareFrtWeek week = { .start = monday, .median_s = NAN };

    for (guint i = 0; i < insights->answers->len; i++) {
        const CareInsightAnswer *answer = &g_array_index(insights->answers, CareInsightAnswer, i);
        CareDate day = care_date_of_instant(answer->received, zone);
        double value = (double)answer->seconds;

        if (answer->answered && care_date_compare(day, monday) >= 0 && care_date_compare(day, next) < 0)
            g_array_append_val(seconds, value);
    }
    week.n = seconds->len;
    if (seconds->len > 0)
        week.median_s = care_median((double *)(void *)seconds->data, seconds->len);
    return week;
}

static GArray *
weeks_of(const CareInsights *insights, CareDate today, GTimeZone *zone)
{
    GArray *weeks = g_array_new(FALSE, TRUE, sizeof(CareFrtWeek));
    CareDate monday = care_date_add_days(today, 1 - care_date_weekday(today));

    for (int i = WEEKS - 1; i >= 0; i--) {
        CareFrtWeek week = week_of(insights, care_date_add_days(monday, -7 * i), zone);

        g_array_append_val(weeks, week);
    }
    return weeks;
}

gboolean
care_insights_is_empty(const CareInsights *insights)
{
    gboolean money = FALSE;

    for (guint i = 0; i < insights->months->len; i++) {
        const CareRevenueMonth *month = &g_array_index(insights->months, CareRevenueMonth, i);

        money = money || month->invoiced != 0 || month->paid != 0 || month->outstanding != 0;
    }
    return !money && insights->others->len == 0 && insights->scores->len == 0 && insights->answers->len == 0
           && insights->billing.n == 0 && insights->billing.waiting == 0;
}

void
care_insights_board_show(CareInsightsBoard *board, const CareInsights *insights, CareDate today,
                         GTimeZone *zone)
{
    g_autoptr(GArray) quarters = quarters_of(insights, zone);
    g_autoptr(GArray) weeks = weeks_of(insights, today, zone);
    CareInsightsFigures figures = {
        .today = today,
        .currency = insights->currency,
        .nps = insights->nps,
        .frt = insights->frt,
        .repeat = insights->visits.come_back,
        .billing = insights->billing,
        .quarters = (CareNpsQuarter *)(void *)quarters->data,
        .n_quarters = quarters->len,
        .weeks = (CareFrtWeek *)(void *)weeks->data,
        .n_weeks = weeks->len,
        .months = (CareRevenueMonth *)(void *)insights->months->data,
        .n_months = insights->months->len,
        .others = insights->others,
        .cohorts = insights->visits.cohorts,
    };

    for (guint i = 0; i < CARE_N_RHYTHMS; i++)
        figures.rhythm[i] = insights->visits.rhythm[i]->len;
    care_insights_board_set_figures(board, &figures);
}
