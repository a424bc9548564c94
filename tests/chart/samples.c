/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "samples.h"

#include <math.h>

static const CareDate today = { 2026, 11, 24 };

static CareChart *
make_nps(void)
{
    const CareNpsQuarter quarters[] = {
        { { 2026, 1, 1 }, care_nps(13, 6, 4) },
        { { 2026, 4, 1 }, care_nps(13, 6, 2) },
        { { 2026, 7, 1 }, care_nps(15, 5, 1) },
        { { 2026, 10, 1 }, care_nps(15, 3, 1) },
    };

    return care_nps_chart_new(quarters, G_N_ELEMENTS(quarters), today);
}

static CareChart *
make_nps_few(void)
{
    const CareNpsQuarter quarters[] = {
        { { 2026, 1, 1 }, care_nps(0, 0, 0) },
        { { 2026, 4, 1 }, care_nps(5, 3, 1) },
        { { 2026, 7, 1 }, care_nps(3, 2, 9) },
        { { 2026, 10, 1 }, care_nps(2, 0, 2) },
    };

    return care_nps_chart_new(quarters, G_N_ELEMENTS(quarters), today);
}

static CareChart *
make_nps_many(void)
{
    CareNpsQuarter quarters[8];

    for (guint i = 0; i < 8; i++)
        quarters[i] = (CareNpsQuarter){ { 2025 + (int)i / 4, (int)i % 4 * 3 + 1, 1 },
                                        care_nps(300 + i * 40, 120 + i * 3, 1 + i * 20) };
    return care_nps_chart_new(quarters, 8, today);
}

static CareChart *
make_nps_empty(void)
{
    const CareNpsQuarter quarter = { { 2026, 10, 1 }, care_nps(0, 0, 0) };

    return care_nps_chart_new(&quarter, 1, today);
}

static CareChart *
make_weeks(const double *hours, gsize n)
{
    g_autofree CareFrtWeek *weeks = g_new0(CareFrtWeek, n);

    for (gsize i = 0; i < n; i++) {
        weeks[i].start = care_date_add_days((CareDate){ 2026, 11, 23 }, -7 * (int)(n - 1 - i));
        weeks[i].median_s = hours[i] * 3600;
        weeks[i].n = isnan(hours[i]) ? 0 : 4;
    }
    return care_frt_chart_new(weeks, n, today);
}

static CareChart *
make_frt(void)
{
    const double hours[] = { 2.1, 1.8, 2.4, 1.6, 2.0, 1.3, 2.2, 1.7, 1.5, 1.9, 5.6, 1.8, 1.4, 1.6, 1.2, 1.5 };

    return make_weeks(hours, G_N_ELEMENTS(hours));
}

static CareChart *
make_frt_gaps(void)
{
    const double hours[] = { 0.4, NAN, 0.7, 0.5, NAN, NAN, 0.6, 3.9, 4.4, 0.5, 0.4, 0.8 };

    return make_weeks(hours, G_N_ELEMENTS(hours));
}

static CareChart *
make_frt_run(void)
{
    const double hours[] = { 1.1, 1.3, 1.2, 1.0, 1.2, 1.1, 1.3, 1.2, 1.1, 2.0, 2.2, 2.1, 1.9,
                             2.0, 2.3, 2.1, 2.2, 2.0, 2.1, 2.2, 2.0, 1.9, 2.1, 2.2, 1.2, 1.1 };

    return make_weeks(hours, G_N_ELEMENTS(hours));
}

static CareChart *
make_frt_few(void)
{
    const double hours[] = { 1.5, 0.75, 2.25 };

    return make_weeks(hours, G_N_ELEMENTS(hours));
}

static CareChart *
make_frt_empty(void)
{
    return care_frt_chart_new(NULL, 0, today);
}

static CareChart *
make_months(const CareRevenueMonth *source, int from, int n, const char *currency, gint64 factor)
{
    g_autofree CareRevenueMonth *months = g_new0(CareRevenueMonth, n);

    for (int i = 0; i < n; i++) {
        int index = 2025 * 12 + 11 + from + i;

        months[i] = source[i];
        months[i].month = (CareDate){ index / 12, index % 12 + 1, 1 };
        months[i].invoiced *= factor;
        months[i].paid *= factor;
        months[i].outstanding *= factor;
        months[i].running = index == 2026 * 12 + 10;
    }
    return care_revenue_chart_new(months, (gsize)n, currency);
}

static const CareRevenueMonth year[] = {
    { .invoiced = 412050, .paid = 398000, .outstanding = 92050 },
    { .invoiced = 287600, .paid = 310400, .outstanding = 69250 },
    { .invoiced = 301200, .paid = 270050, .outstanding = 100400 },
    { .invoiced = 498000, .paid = 402500, .outstanding = 195900 },
    { .invoiced = 611450, .paid = 633000, .outstanding = 174350 },
    { .invoiced = 702300, .paid = 668900, .outstanding = 207750 },
    { .invoiced = 690000, .paid = 700100, .outstanding = 197650 },
    { .invoiced = 655280, .paid = 640400, .outstanding = 212530 },
    { .invoiced = 540900, .paid = 560000, .outstanding = 193430 },
    { .invoiced = 488800, .paid = 450250, .outstanding = 231980 },
    { .invoiced = 421000, .paid = 437600, .outstanding = 215380 },
    { .invoiced = 250340, .paid = 226100, .outstanding = 239620 },
};

static CareChart *
make_revenue(void)
{
    return make_months(year, 0, 12, "EUR", 1);
}

static CareChart *
make_revenue_large(void)
{
    return make_months(year, 0, 12, "JPY", 1000);
}

static CareChart *
make_revenue_negative(void)
{
    const CareRevenueMonth months[] = {
        { .invoiced = 120000, .paid = 20000, .outstanding = 100000 },
        { .invoiced = -80000, .paid = 0, .outstanding = 20000 },
        { .invoiced = 0, .paid = 0, .outstanding = 20000 },
        { .invoiced = 45000, .paid = 65000, .outstanding = 0 },
    };

    return make_months(months, 8, 4, "EUR", 1);
}

static CareChart *
make_revenue_empty(void)
{
    const CareRevenueMonth month = { .month = { 2026, 11, 1 }, .running = TRUE };

    return care_revenue_chart_new(&month, 1, "EUR");
}

static CareChart *
make_rhythm(void)
{
    return care_rhythm_chart_new((const guint[CARE_N_RHYTHMS]){ 80, 412, 96, 38, 27 });
}

static CareChart *
make_rhythm_zero(void)
{
    return care_rhythm_chart_new((const guint[CARE_N_RHYTHMS]){ 3, 5, 0, 0, 1 });
}

static CareChart *
make_rhythm_empty(void)
{
    return care_rhythm_chart_new((const guint[CARE_N_RHYTHMS]){ 7 });
}

static CareChart *
make_retention(void)
{
    static guint counts[5][5] = {
        { 20, 24, 28, 31, 34 }, { 20, 24, 27, 30 }, { 15, 21, 24 }, { 27, 32 }, { 23 },
    };
    static const guint sizes[] = { 61, 58, 49, 71, 65 };
    g_autoptr(GPtrArray) cohorts = g_ptr_array_new_with_free_func(g_free);

    for (guint i = 0; i < 5; i++) {
        CareCohort *cohort = g_new0(CareCohort, 1);

        cohort->start = (CareDate){ i < 2 ? 2025 : 2026, (int)(i + 2) % 4 * 3 + 1, 1 };
        cohort->size = sizes[i];
        cohort->observed = 5 - i;
        cohort->come_back = counts[i];
        g_ptr_array_add(cohorts, cohort);
    }
    return care_retention_chart_new(cohorts);
}

static const double trend[] = { 38, 36, 41, 40, 44, 43, 48, 47, 50, 52, 51, 57 };

static void
fill_spark(CareSparkMonth *months, double offset, double factor)
{
    for (int i = 0; i < 12; i++)
        months[i]
            = (CareSparkMonth){ { i == 0 ? 2025 : 2026, i == 0 ? 12 : i, 1 }, offset + trend[i] * factor };
}

static CareChart *
make_nps_tile(void)
{
    CareNps nps = care_nps(56, 20, 8);
    CareSparkMonth months[12];

    fill_spark(months, 0, 1);
    return care_nps_tile_new(&nps, months, 12);
}

static CareChart *
make_nps_tile_few(void)
{
    CareNps nps = care_nps(4, 2, 1);

    return care_nps_tile_new(&nps, NULL, 0);
}

static CareChart *
make_frt_tile(void)
{
    CareFrt frt = { .n = 61, .median_s = 6000, .p90_s = 13800 };
    CareSparkMonth months[12];

    fill_spark(months, 12000, -100);
    months[4].value = NAN;
    return care_frt_tile_new(&frt, months, 12);
}

static CareChart *
make_repeat_tile(void)
{
    CareShare share = care_share(141, 243);
    CareSparkMonth months[12];

    fill_spark(months, 0, 0.01);
    return care_repeat_tile_new(&share, months, 12);
}

static CareChart *
make_billing_tile(void)
{
    CareBilling billing = { .n = 142, .mean_days = 1.8, .waiting = 3 };
    CareSparkMonth months[12];

    fill_spark(months, 5, -0.05);
    return care_billing_tile_new(&billing, months, 12);
}

static CareChart *
make_spark(void)
{
    CareChart *chart = care_chart_new(CARE_CHART_SPARK, "Sparkline");

    care_chart_add_series(chart, "", CARE_ROLE_GOOD);
    for (guint i = 0; i < 12; i++) {
        g_autofree char *month = g_strdup_printf("month %u", i + 1);

        care_chart_set_value(chart, care_chart_add_category(chart, NULL, month, FALSE), 0, trend[i], NULL,
                             month);
    }
    return chart;
}

const SampleChart sample_charts[] = {
    { "nps", make_nps, 230 },
    { "nps-few", make_nps_few, 230 },
    { "nps-many", make_nps_many, 440 },
    { "nps-empty", make_nps_empty, 230 },
    { "frt", make_frt, 230 },
    { "frt-gaps", make_frt_gaps, 230 },
    { "frt-run", make_frt_run, 230 },
    { "frt-few", make_frt_few, 230 },
    { "frt-empty", make_frt_empty, 230 },
    { "revenue", make_revenue, 230 },
    { "revenue-large", make_revenue_large, 230 },
    { "revenue-negative", make_revenue_negative, 230 },
    { "revenue-empty", make_revenue_empty, 230 },
    { "rhythm", make_rhythm, 220 },
    { "rhythm-zero", make_rhythm_zero, 220 },
    { "rhythm-empty", make_rhythm_empty, 220 },
    { "retention", make_retention, 212 },
    { "nps-tile", make_nps_tile, 108 },
    { "nps-tile-few", make_nps_tile_few, 108 },
    { "frt-tile", make_frt_tile, 108 },
    { "repeat-tile", make_repeat_tile, 108 },
    { "billing-tile", make_billing_tile, 108 },
    { "spark", make_spark, 36 },
};
const gsize n_sample_charts = G_N_ELEMENTS(sample_charts);
