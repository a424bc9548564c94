/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/date.h"

#include "common/case-table.h"

typedef struct {
    const char *text;
    gboolean ok;      /* care_date_parse() */
    gboolean full_ok; /* care_date_parse_full() */
} ParseCase;

static const ParseCase parse_cases[] = {
    { "2026-11-22", TRUE, TRUE },   { "2024-02-29", TRUE, TRUE },    { "2000-02-29", TRUE, TRUE },
    { "0001-01-01", TRUE, TRUE },   { "9999-12-31", TRUE, TRUE },    { "--02-29", TRUE, FALSE },
    { "--12-31", TRUE, FALSE },     { "2026-02-29", FALSE, FALSE },  { "1900-02-29", FALSE, FALSE },
    { "2026-02-31", FALSE, FALSE }, { "2026-04-31", FALSE, FALSE },  { "2026-00-10", FALSE, FALSE },
    { "2026-13-01", FALSE, FALSE }, { "2026-01-00", FALSE, FALSE },  { "0000-01-01", FALSE, FALSE },
    { "2026-1-1", FALSE, FALSE },   { "20261122", FALSE, FALSE },    { "2026/11/22", FALSE, FALSE },
    { "22.11.2026", FALSE, FALSE }, { "2026-11-22 ", FALSE, FALSE }, { " 2026-11-2", FALSE, FALSE },
    { "--02-30", FALSE, FALSE },    { "--13-01", FALSE, FALSE },     { "--2-29", FALSE, FALSE },
    { "", FALSE, FALSE },           { "abc", FALSE, FALSE },         { "-026-11-22", FALSE, FALSE },
    { NULL, FALSE, FALSE },         { "31.02.", FALSE, FALSE },      { "2026-11-2\xc3", FALSE, FALSE },
};

static void
test_parse(gconstpointer data)
{
    const ParseCase *c = data;
    CareDate date = { 7, 7, 7 }, full = { 7, 7, 7 };

    g_assert_cmpint(care_date_parse(c->text, &date), ==, c->ok);
    g_assert_cmpint(care_date_parse_full(c->text, &full), ==, c->full_ok);
    if (c->ok) {
        g_autofree char *back = care_date_to_string(date);
        g_assert_cmpstr(back, ==, c->text);
    } else {
        g_assert_cmpint(date.year, ==, 7);
    }
}

static void
test_no_date(void)
{
    CareDate none = { 0 };

    g_assert_false(care_date_is_set(none));
    g_assert_null(care_date_to_string(none));
    g_assert_false(care_date_is_set(care_date_add_days(none, 3)));
    g_assert_false(care_date_is_set(care_date_add_months(none, 3)));
}

typedef struct {
    const char *date;
    int days;
    int weekday;
} DaysCase;

static const DaysCase days_cases[] = {
    { "1970-01-01", 0, 4 },     { "1969-12-31", -1, 3 },      { "2000-03-01", 11017, 3 },
    { "2026-11-22", 20779, 7 }, { "1900-01-01", -25567, 1 },  { "2024-02-29", 19782, 4 },
    { "2100-03-01", 47541, 1 }, { "0001-01-01", -719162, 1 },
};

static void
test_days(gconstpointer data)
{
    const DaysCase *c = data;
    CareDate date;

    g_assert_true(care_date_parse(c->date, &date));
    g_assert_cmpint(care_date_to_days(date), ==, c->days);
    g_assert_cmpint(care_date_compare(care_date_from_days(c->days), date), ==, 0);
    g_assert_cmpint(care_date_weekday(date), ==, c->weekday);
}

/* Walks 400 years day by day against a calendar that only counts. */
static void
test_every_day_of_an_era(void)
{
    CareDate walk = { 1800, 1, 1 };
    int first = care_date_to_days(walk);

    for (int i = 0; i < 146097; i++) {
        CareDate date = care_date_from_days(first + i);
        g_assert_cmpint(care_date_compare(date, walk), ==, 0);
        g_assert_cmpint(care_date_to_days(walk), ==, first + i);
        if (++walk.day > care_date_days_in_month(walk.year, walk.month)) {
            walk.day = 1;
            walk.month = walk.month % 12 + 1;
            walk.year += walk.month == 1;
        }
    }
    g_assert_cmpint(walk.year, ==, 2200);
}

typedef struct {
    const char *from;
    int count;
    const char *to;
} AddCase;

static const AddCase month_cases[] = {
    { "2026-01-31", 1, "2026-02-28" },   { "2024-01-31", 1, "2024-02-29" },
    { "2026-01-31", 2, "2026-03-31" },   { "2026-01-31", 3, "2026-04-30" },
    { "2026-11-30", 3, "2027-02-28" },   { "2024-02-29", 12, "2025-02-28" },
    { "2024-02-29", 48, "2028-02-29" },  { "2026-03-31", -1, "2026-02-28" },
    { "2026-01-15", -1, "2025-12-15" },  { "2026-12-15", 1, "2027-01-15" },
    { "2026-01-15", -13, "2024-12-15" }, { "2026-06-15", 0, "2026-06-15" },
    { "2026-12-31", 24, "2028-12-31" },  { "--01-31", 1, "--02-29" },
    { "--12-15", 1, "--01-15" },         { "--01-15", -1, "--12-15" },
};

static void
test_add_months(gconstpointer data)
{
    const AddCase *c = data;
    CareDate date;
    g_autofree char *text = NULL;

    g_assert_true(care_date_parse(c->from, &date));
    text = care_date_to_string(care_date_add_months(date, c->count));
    g_assert_cmpstr(text, ==, c->to);
}

static const AddCase day_cases[] = {
    { "2026-12-31", 1, "2027-01-01" },    { "2024-02-28", 1, "2024-02-29" },
    { "2026-02-28", 1, "2026-03-01" },    { "2026-01-01", -1, "2025-12-31" },
    { "2026-11-22", 30, "2026-12-22" },   { "2026-11-22", -45, "2026-10-08" },
    { "--12-31", 1, "--01-01" },          { "--02-28", 1, "--02-29" },
    { "--01-01", -1, "--12-31" },         { "2026-11-22", 0, "2026-11-22" },
    { "2026-11-22", 3650, "2036-11-19" },
};

static void
test_add_days(gconstpointer data)
{
    const AddCase *c = data;
    CareDate date, sum;
    g_autofree char *text = NULL;

    g_assert_true(care_date_parse(c->from, &date));
    sum = care_date_add_days(date, c->count);
    text = care_date_to_string(sum);
    g_assert_cmpstr(text, ==, c->to);
    if (date.year != 0)
        g_assert_cmpint(care_date_days_between(date, sum), ==, c->count);
}

static const char *const in_order[]
    = { "--01-05", "--12-01", "2025-12-31", "2026-01-01", "2026-01-02", "2026-02-01", "2027-01-01" };

static void
test_compare(gconstpointer data)
{
    CareDate a, b;
    int i = GPOINTER_TO_INT(data);

    g_assert_true(care_date_parse(in_order[i], &a));
    for (int k = 0; k < (int)G_N_ELEMENTS(in_order); k++) {
        g_assert_true(care_date_parse(in_order[k], &b));
        g_assert_cmpint(care_date_compare(a, b), ==, (i > k) - (i < k));
    }
}

int
main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    CARE_TEST_ADD_TABLE("/date/parse", parse_cases, text, test_parse);
    g_test_add_func("/date/no-date", test_no_date);
    CARE_TEST_ADD_TABLE("/date/days", days_cases, date, test_days);
    g_test_add_func("/date/every-day-of-an-era", test_every_day_of_an_era);
    CARE_TEST_ADD_TABLE("/date/add-months", month_cases, from, test_add_months);
    CARE_TEST_ADD_TABLE("/date/add-days", day_cases, from, test_add_days);
    for (int i = 0; i < (int)G_N_ELEMENTS(in_order); i++)
        care_test_add_row("/date/compare", i, in_order[i], GINT_TO_POINTER(i), test_compare);
    return g_test_run();
}
