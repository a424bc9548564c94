/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "insights-sample.h"

static const double trend[] = { 38, 36, 41, 40, 44, 43, 48, 47, 50, 52, 51, 57 };
static const double hours[]
    = { 2.1, 1.8, 2.4, 1.6, 2.0, 1.3, 2.2, 1.7, 1.5, 1.9, 5.6, 1.8, 1.4, 1.6, 1.2, 1.5 };
static const CareMoney money[][3] = {
    { 412050, 398000, 92050 },  { 287600, 310400, 69250 },  { 301200, 270050, 100400 },
    { 498000, 402500, 195900 }, { 611450, 633000, 174350 }, { 702300, 668900, 207750 },
    { 690000, 700100, 197650 }, { 655280, 640400, 212530 }, { 540900, 560000, 193430 },
    { 488800, 450250, 231980 }, { 421000, 437600, 215380 }, { 250340, 226100, 239620 },
};

static void
fill_spark(CareSparkMonth *months, double offset, double factor)
{
    for (int i = 0; i < 12; i++)
        months[i]
            = (CareSparkMonth){ { i == 0 ? 2025 : 2026, i == 0 ? 12 : i, 1 }, offset + trend[i] * factor };
}

static GPtrArray *
make_cohorts(void)
{
    static guint counts[5][5]
        = { { 20, 24, 28, 31, 34 }, { 20, 24, 27, 30 }, { 15, 21, 24 }, { 27, 32 }, { 23 } };
    static const guint sizes[] = { 61, 58, 49, 71, 65 };
    GPtrArray *cohorts = g_ptr_array_new_with_free_func(g_free);

    for (guint i = 0; i < 5; i++) {
        CareCohort *cohort = g_new0(CareCohort, 1);

        cohort->start = (CareDate){ i < 2 ? 2025 : 2026, (int)(i + 2) % 4 * 3 + 1, 1 };
        cohort->size = sizes[i];
        cohort->observed = 5 - i;
        cohort->come_back = counts[i];
        g_ptr_array_add(cohorts, cohort);
    }
    return cohorts;
}

void
insights_sample_fill(CareInsightsBoard *board)
{
    const CareNpsQuarter quarters[] = {
        { { 2026, 1, 1 }, care_nps(13, 6, 4) },
        { { 2026, 4, 1 }, care_nps(13, 6, 2) },
        { { 2026, 7, 1 }, care_nps(15, 5, 1) },
        { { 2026, 10, 1 }, care_nps(15, 3, 1) },
    };
    g_autoptr(GPtrArray) cohorts = make_cohorts();
    CareSparkMonth nps[12], frt[12], repeat[12], billing[12];
    CareFrtWeek weeks[G_N_ELEMENTS(hours)];
    CareRevenueMonth months[12] = { 0 };
    CareInsightsFigures figures = {
        .today = { 2026, 11, 24 },
        .currency = "EUR",
        .nps = care_nps(56, 20, 8),
        .frt = { .n = 61, .median_s = 6000, .p90_s = 13800 },
        .repeat = care_share(141, 243),
        .billing = { .n = 142, .mean_days = 1.8, .waiting = 3 },
        .nps_months = nps,
        .frt_months = frt,
        .repeat_months = repeat,
        .billing_months = billing,
        .n_spark_months = 12,
        .quarters = quarters,
        .n_quarters = G_N_ELEMENTS(quarters),
        .weeks = weeks,
        .n_weeks = G_N_ELEMENTS(weeks),
        .months = months,
        .n_months = 12,
        .cohorts = cohorts,
        .rhythm = { 80, 412, 96, 38, 27 },
    };

    fill_spark(nps, 0, 1);
    fill_spark(frt, 12000, -100);
    fill_spark(repeat, 0, 0.01);
    fill_spark(billing, 5, -0.05);
    for (guint i = 0; i < G_N_ELEMENTS(hours); i++) {
        CareDate monday
            = care_date_add_days((CareDate){ 2026, 11, 23 }, -7 * (int)(G_N_ELEMENTS(hours) - 1 - i));

        weeks[i] = (CareFrtWeek){ monday, hours[i] * 3600, 4 };
    }
    for (int i = 0; i < 12; i++)
        months[i] = (CareRevenueMonth){ .month = nps[i].month,
                                        .invoiced = money[i][0],
                                        .paid = money[i][1],
                                        .outstanding = money[i][2],
                                        .running = i == 11 };
    care_insights_board_set_figures(board, &figures);
}

void
insights_sample_fill_empty(CareInsightsBoard *board)
{
    const CareInsightsFigures figures = {
        .today = { 2026, 11, 24 },
        .currency = "EUR",
        .nps = care_nps(0, 0, 0),
        .frt = { .too_few = TRUE, .p90_too_few = TRUE },
        .repeat = care_share(0, 0),
        .billing = { .too_few = TRUE },
    };

    care_insights_board_set_figures(board, &figures);
}
