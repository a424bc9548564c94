/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/errors.h"
#include "model/metrics/billing.h"
#include "model/metrics/revenue.h"

static CareDate
day(const char *text)
{
    CareDate date = { 0 };

    if (text != NULL)
        g_assert_true(care_date_parse_full(text, &date));
    return date;
}

static const CareRevenueMonth *
nth(GArray *months, guint i)
{
    return &g_array_index(months, CareRevenueMonth, i);
}

static GArray *
months_of(const CareLedgerRow *rows, gsize n)
{
    return care_revenue_months(rows, n, day("2026-09-01"), day("2026-11-24"), day("2026-11-24"), NULL);
}

static void
test_months(void)
{
    const CareLedgerRow rows[] = {
        { day("2026-08-31"), 10000, CARE_LEDGER_INVOICED },  { day("2026-08-31"), 4000, CARE_LEDGER_PAID },
        { day("2026-09-01"), 421000, CARE_LEDGER_INVOICED }, { day("2026-09-30"), 6000, CARE_LEDGER_PAID },
        { day("2026-11-24"), 421000, CARE_LEDGER_PAID },
    };
    g_autoptr(GArray) months = months_of(rows, G_N_ELEMENTS(rows));

    g_assert_cmpuint(months->len, ==, 3);
    g_assert_cmpint(nth(months, 0)->month.month, ==, 9);
    g_assert_cmpint(nth(months, 0)->invoiced, ==, 421000);
    g_assert_cmpint(nth(months, 0)->paid, ==, 6000);
    g_assert_cmpint(nth(months, 0)->outstanding, ==, 421000);
    g_assert_cmpint(nth(months, 1)->invoiced, ==, 0);
    g_assert_cmpint(nth(months, 1)->outstanding, ==, 421000);
    g_assert_cmpint(nth(months, 2)->outstanding, ==, 0);
    g_assert_false(nth(months, 1)->running);
    g_assert_true(nth(months, 2)->running);
}

/* A period may begin and end in the middle of a month: what was before it is owed, and none of what happened in it. */
static void
test_months_cut(void)
{
    const CareLedgerRow rows[] = {
        { day("2026-10-09"), 10000, CARE_LEDGER_INVOICED },
        { day("2026-10-10"), 500, CARE_LEDGER_INVOICED },
        { day("2026-10-12"), 4000, CARE_LEDGER_PAID },
    };
    g_autoptr(GArray) months = care_revenue_months(rows, G_N_ELEMENTS(rows), day("2026-10-10"),
                                                   day("2026-10-20"), day("2026-11-24"), NULL);

    g_assert_cmpuint(months->len, ==, 1);
    g_assert_cmpint(nth(months, 0)->invoiced, ==, 500);
    g_assert_cmpint(nth(months, 0)->paid, ==, 4000);
    g_assert_cmpint(nth(months, 0)->outstanding, ==, 6500);
}

/* In one month, and over two of which each has room. */
static void
test_months_too_large(void)
{
    static const char *const days[] = { "2026-10-02", "2026-11-01" };

    for (gsize i = 0; i < G_N_ELEMENTS(days); i++) {
        const CareLedgerRow rows[] = {
            { day("2026-10-01"), G_MAXINT64 - 1, CARE_LEDGER_INVOICED },
            { day(days[i]), 2, CARE_LEDGER_INVOICED },
        };
        g_autoptr(GError) error = NULL;
        g_autoptr(GArray) months
            = care_revenue_months(rows, 2, day("2026-09-01"), day("2026-11-24"), day("2026-11-24"), &error);

        g_assert_null(months);
        g_assert_error(error, CARE_ERROR, CARE_ERROR_INPUT);
    }
}

static void
test_months_cancelled(void)
{
    const CareLedgerRow rows[] = {
        { day("2026-10-01"), 5000, CARE_LEDGER_INVOICED },
        { day("2026-11-01"), -5000, CARE_LEDGER_INVOICED },
    };
    g_autoptr(GArray) months = months_of(rows, 2);

    g_assert_cmpint(nth(months, 1)->outstanding, ==, 5000);
    g_assert_cmpint(nth(months, 2)->invoiced, ==, -5000);
    g_assert_cmpint(nth(months, 2)->outstanding, ==, 0);
}

static void
test_months_exact(void)
{
    /* A double would lose the last cent. */
    const CareLedgerRow rows[] = {
        { day("2026-10-01"), 9007199254740993, CARE_LEDGER_INVOICED },
        { day("2026-10-02"), 9007199254740992, CARE_LEDGER_PAID },
    };
    g_autoptr(GArray) months = months_of(rows, 2);

    g_assert_cmpint(nth(months, 1)->outstanding, ==, 1);
}

static void
test_months_future(void)
{
    const CareLedgerRow rows[] = { { day("2026-11-25"), 5000, CARE_LEDGER_INVOICED } };
    g_autoptr(GArray) months = months_of(rows, 1);

    g_assert_cmpint(nth(months, 2)->invoiced, ==, 0);
}

static void
test_months_sum(void)
{
    g_autoptr(GArray) rows = g_array_new(FALSE, FALSE, sizeof(CareLedgerRow));
    g_autoptr(GArray) months = NULL;
    gint64 invoiced = 0, paid = 0;

    for (int i = 0; i < 400; i++) {
        CareLedgerRow row = { care_date_add_days(day("2025-12-01"), i * 7 % 359), i * 137 - 900, i % 2 };

        g_array_append_val(rows, row);
    }
    months = care_revenue_months((CareLedgerRow *)rows->data, rows->len, day("2025-12-01"), day("2026-11-24"),
                                 day("2026-11-24"), NULL);
    for (guint i = 0; i < months->len; i++) {
        invoiced += nth(months, i)->invoiced;
        paid += nth(months, i)->paid;
        g_assert_cmpint(nth(months, i)->outstanding, ==, invoiced - paid);
    }
    for (guint i = 0; i < rows->len; i++) {
        const CareLedgerRow *row = &g_array_index(rows, CareLedgerRow, i);

        *(row->kind == CARE_LEDGER_INVOICED ? &invoiced : &paid) -= row->amount;
    }
    g_assert_cmpint(invoiced, ==, 0);
    g_assert_cmpint(paid, ==, 0);
}

static void
test_months_backwards(void)
{
    g_autoptr(GArray) months
        = care_revenue_months(NULL, 0, day("2026-12-01"), day("2026-11-24"), day("2026-11-24"), NULL);

    g_assert_cmpuint(months->len, ==, 0);
}

static void
test_months_over_new_year(void)
{
    g_autoptr(GArray) months
        = care_revenue_months(NULL, 0, day("2025-11-01"), day("2026-02-01"), day("2026-11-24"), NULL);

    g_assert_cmpuint(months->len, ==, 4);
    g_assert_cmpint(nth(months, 1)->month.month, ==, 12);
    g_assert_cmpint(nth(months, 1)->month.year, ==, 2025);
    g_assert_cmpint(nth(months, 2)->month.month, ==, 1);
    g_assert_cmpint(nth(months, 2)->month.year, ==, 2026);
}

typedef struct {
    const char *name;
    const char *done, *invoiced;
    guint n;
    gint64 on_time;
    guint early, waiting;
    double days;
} BillingCase;

/* 2026-11-20 is a Friday. */
static const BillingCase billings[] = {
    { "same-day", "2026-11-20", "2026-11-20", 1, 1, 0, 0, 0 },
    { "monday", "2026-11-20", "2026-11-23", 1, 1, 0, 0, 3 },
    { "tuesday", "2026-11-20", "2026-11-24", 1, 1, 0, 0, 4 },
    { "wednesday", "2026-11-20", "2026-11-25", 1, 0, 0, 0, 5 },
    { "within-week", "2026-11-17", "2026-11-20", 1, 0, 0, 0, 3 },
    { "early", "2026-11-20", "2026-11-19", 0, 0, 1, 0, 0 },
    { "waiting", "2026-11-20", NULL, 0, 0, 0, 1, 0 },
};

static void
test_billing(gconstpointer data)
{
    const BillingCase *c = data;
    CareBilledJob job = { day(c->done), day(c->invoiced) };
    CareBilling billing = care_billing(&job, 1, NULL, NULL, day("2026-11-28"));

    g_assert_cmpuint(billing.n, ==, c->n);
    g_assert_cmpint(billing.on_time.hits, ==, c->on_time);
    g_assert_cmpuint(billing.early, ==, c->early);
    g_assert_cmpuint(billing.waiting, ==, c->waiting);
    g_assert_cmpint(billing.oldest_waiting_days, ==, c->waiting > 0 ? 8 : 0);
    g_assert_cmpint(billing.too_few, ==, c->n == 0);
    g_assert_cmpfloat(billing.mean_days, ==, c->days);
}

static gboolean
every_day(CareDate date, gpointer user_data)
{
    return TRUE;
}

static void
test_billing_open_days(void)
{
    CareBilledJob job = { day("2026-11-20"), day("2026-11-23") };

    g_assert_cmpint(care_billing(&job, 1, every_day, NULL, day("2026-11-28")).on_time.hits, ==, 0);
}

static void
test_billing_mean(void)
{
    const CareBilledJob jobs[] = {
        { day("2026-11-02"), day("2026-11-02") },
        { day("2026-11-02"), day("2026-11-03") },
        { day("2026-11-02"), day("2026-11-12") },
        { day("2026-11-02"), day("2026-11-01") },
    };
    CareBilling billing = care_billing(jobs, 4, NULL, NULL, day("2026-11-28"));

    g_assert_cmpfloat_with_epsilon(billing.mean_days, 11.0 / 3.0, 1e-12);
    g_assert_cmpfloat(billing.median_days, ==, 1);
    g_assert_cmpint(billing.on_time.n, ==, 4);
    g_assert_cmpint(billing.on_time.hits, ==, 2);
}

int
main(int argc, char *argv[])
{
    g_test_init(&argc, &argv, NULL);
    for (gsize i = 0; i < G_N_ELEMENTS(billings); i++) {
        g_autofree char *path = g_strdup_printf("/metrics/billing/%s", billings[i].name);

        g_test_add_data_func(path, &billings[i], test_billing);
    }
    g_test_add_func("/metrics/billing/open-days", test_billing_open_days);
    g_test_add_func("/metrics/billing/mean", test_billing_mean);
    g_test_add_func("/metrics/revenue/months", test_months);
    g_test_add_func("/metrics/revenue/cut", test_months_cut);
    g_test_add_func("/metrics/revenue/too-large", test_months_too_large);
    g_test_add_func("/metrics/revenue/cancelled", test_months_cancelled);
    g_test_add_func("/metrics/revenue/exact", test_months_exact);
    g_test_add_func("/metrics/revenue/future", test_months_future);
    g_test_add_func("/metrics/revenue/sum", test_months_sum);
    g_test_add_func("/metrics/revenue/backwards", test_months_backwards);
    g_test_add_func("/metrics/revenue/over-new-year", test_months_over_new_year);
    return g_test_run();
}
