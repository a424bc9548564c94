/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/recurrence.h"

#include "common/case-table.h"

typedef struct {
    const char *anchor;
    int every;
    int k;
    const char *date;
} NthCase;

static const NthCase nth_cases[] = {
    { "2026-01-31", 1, 0, "2026-01-31" },    { "2026-01-31", 1, 1, "2026-02-28" },
    { "2026-01-31", 1, 2, "2026-03-31" },    { "2026-01-31", 1, 25, "2028-02-29" },
    { "2026-01-31", 1, 1200, "2126-01-31" }, { "2024-02-29", 12, 1, "2025-02-28" },
    { "2024-02-29", 12, 4, "2028-02-29" },   { "2024-02-29", 12, 76, "2100-02-28" },
    { "2024-02-29", 12, 400, "2424-02-29" }, { "2025-08-31", 6, 1, "2026-02-28" },
    { "2025-08-31", 6, 2, "2026-08-31" },    { "--02-29", 12, 3, NULL },
};

static void
test_nth(gconstpointer data)
{
    const NthCase *c = data;
    g_autofree char *text = NULL;
    CareDate anchor;

    g_assert_true(care_date_parse(c->anchor, &anchor));
    text = care_date_to_string(care_recurrence_nth(anchor, c->every, c->k));
    g_assert_cmpstr(text, ==, c->date);
}

typedef struct {
    const char *anchor;
    int every;
    const char *from;
    const char *next;
} NextCase;

static const NextCase next_cases[] = {
    { "2026-01-31", 1, "2026-02-01", "2026-02-28" },  { "2026-01-31", 1, "2026-02-28", "2026-02-28" },
    { "2026-01-31", 1, "2026-03-01", "2026-03-31" },  { "2026-01-31", 1, "2025-06-01", "2026-01-31" },
    { "2024-02-29", 12, "2025-02-28", "2025-02-28" }, { "2024-02-29", 12, "2025-03-01", "2026-02-28" },
    { "2024-02-29", 12, "2028-02-28", "2028-02-29" }, { "2024-02-29", 12, "2028-03-01", "2029-02-28" },
    { "2026-05-15", 3, "2026-08-15", "2026-08-15" },  { "2026-05-15", 3, "2026-08-16", "2026-11-15" },
    { "2026-05-15", 0, "2026-05-15", "2026-05-15" },  { "2026-05-15", 0, "2026-05-16", NULL },
    { "2026-05-15", -1, "2026-05-15", NULL },         { "--02-29", 12, "2026-11-22", "2027-02-28" },
    { "--02-29", 12, "2027-12-01", "2028-02-29" },    { "--11-22", 12, "2026-11-22", "2026-11-22" },
    { "--11-21", 12, "2026-11-22", "2027-11-21" },    { "--01-01", 12, "2026-12-31", "2027-01-01" },
    { "--12-31", 12, "2026-12-31", "2026-12-31" },    { "1950-06-30", 12, "2026-06-30", "2026-06-30" },
};

static void
test_next(gconstpointer data)
{
    const NextCase *c = data;
    g_autofree char *text = NULL;
    CareDate anchor, from;

    g_assert_true(care_date_parse(c->anchor, &anchor));
    g_assert_true(care_date_parse(c->from, &from));
    text = care_date_to_string(care_recurrence_next(anchor, c->every, from));
    g_assert_cmpstr(text, ==, c->next);
}

/* Following the next occurrence for two centuries never loses the day of the anchor. */
static void
test_follow(gconstpointer data)
{
    const NthCase *c = data;
    CareDate anchor, walk;

    g_assert_true(care_date_parse(c->anchor, &anchor));
    walk = anchor;
    for (int k = 0; k < 200 * 12 / c->every; k++) {
        CareDate next = care_recurrence_next(anchor, c->every, walk);
        int longest = care_date_days_in_month(next.year, next.month);
        g_assert_cmpint(care_date_compare(next, care_recurrence_nth(anchor, c->every, k)), ==, 0);
        g_assert_cmpint(next.day, ==, MIN(anchor.day, longest));
        walk = care_date_add_days(next, 1);
    }
}

static const NthCase follow_cases[] = {
    { "2026-01-31", 1 },  { "2026-01-30", 1 }, { "2026-01-29", 1 }, { "2026-05-15", 1 },
    { "2024-02-29", 12 }, { "2025-08-31", 6 }, { "2025-12-31", 3 }, { "2026-03-31", 2 },
};

static void
test_no_anchor(void)
{
    CareDate none = { 0 }, today = { 2026, 11, 22 };

    g_assert_false(care_date_is_set(care_recurrence_next(none, 12, today)));
    g_assert_false(care_date_is_set(care_recurrence_next(today, 12, none)));
    g_assert_false(care_date_is_set(care_recurrence_nth(none, 12, 3)));
}

int
main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    CARE_TEST_ADD_TABLE("/recurrence/nth", nth_cases, anchor, test_nth);
    CARE_TEST_ADD_TABLE("/recurrence/next", next_cases, anchor, test_next);
    CARE_TEST_ADD_TABLE("/recurrence/follow", follow_cases, anchor, test_follow);
    g_test_add_func("/recurrence/no-anchor", test_no_anchor);
    return g_test_run();
}
