/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/errors.h"
#include "ui/kit/typed-date.h"

static const CareDate today = { 2026, 11, 24 };

typedef struct {
    const char *text;
    gboolean needs_year;
    const char *expected; /* ISO; NULL: refused */
    const char *sentence; /* part of the refusal */
} Case;

static const Case cases[] = {
    { "24.11.2026", TRUE, "2026-11-24", NULL },
    { "24. 11. 2026", TRUE, "2026-11-24", NULL },
    { "24.11.", TRUE, "2026-11-24", NULL },
    { "23.11.", TRUE, "2027-11-23", NULL },
    { "24/11/2026", TRUE, "2026-11-24", NULL },
    { "2026-12-01", TRUE, "2026-12-01", NULL },
    { "2026/12/01", TRUE, "2026-12-01", NULL },
    { "1.12.26", TRUE, "2026-12-01", NULL },
    { "1.12.76", TRUE, "2076-12-01", NULL },
    { "1.12.77", TRUE, "1977-12-01", NULL },
    { "24 Nov", TRUE, "2026-11-24", NULL },
    { "nov 24", TRUE, "2026-11-24", NULL },
    { "November 24, 2027", TRUE, "2027-11-24", NULL },
    { "2027 nov 24", TRUE, "2027-11-24", NULL },
    { "29.2.", FALSE, "--02-29", NULL },
    { "29.2.2028", TRUE, "2028-02-29", NULL },
    { "1.4.", FALSE, "--04-01", NULL },
    { "31.02.", TRUE, NULL, "February has only 29 days" },
    { "31.02.2027", TRUE, NULL, "February 2027 has only 28 days" },
    { "29.2.", TRUE, NULL, "February 2027 has only 28 days" },
    { "31.04.", FALSE, NULL, "April has only 30 days" },
    { "0.5.2026", TRUE, NULL, "May 2026" },
    { "1.13.2026", TRUE, NULL, "no month 13" },
    { "1.0.2026", TRUE, NULL, "no month 0" },
    { "", TRUE, NULL, "not a date" },
    { "tomorrow", TRUE, NULL, "not a date" },
    { "12", TRUE, NULL, "not a date" },
    { "1.2.3.4", TRUE, NULL, "not a date" },
    { "1.2.123", TRUE, NULL, "not a date" },
    { "1.2.99999", TRUE, NULL, "not a date" },
    { "99999999999999.1.2026", TRUE, NULL, "not a date" },
    { "1.1.0000", TRUE, NULL, "not a date" },
    { "nov nov", TRUE, NULL, "not a date" },
    { "24.11.2026\xff", TRUE, NULL, "not a date" },
    { "24:11", TRUE, NULL, "not a date" },
};

static void
test_case(gconstpointer data)
{
    const Case *c = data;
    g_autoptr(GError) error = NULL;
    CareDate date = { 1, 1, 1 };

    if (c->expected) {
        g_autofree char *got = NULL;

        g_assert_true(care_typed_date_parse(c->text, today, c->needs_year, &date, &error));
        g_assert_no_error(error);
        got = care_date_to_string(date);
        g_assert_cmpstr(got, ==, c->expected);
    } else {
        g_assert_false(care_typed_date_parse(c->text, today, c->needs_year, &date, &error));
        g_assert_error(error, CARE_ERROR, CARE_ERROR_INPUT);
        g_assert_nonnull(strstr(error->message, c->sentence));
        g_assert_cmpint(date.day, ==, 1);
    }
}

static void
test_round_trip(void)
{
    const CareDate dates[] = { { 2026, 11, 24 }, { 2024, 2, 29 }, { 0, 2, 29 }, { 1931, 1, 1 } };

    for (guint i = 0; i < G_N_ELEMENTS(dates); i++) {
        g_autofree char *text = care_typed_date_to_string(dates[i]);
        CareDate back = { 0 };

        g_assert_true(care_typed_date_parse(text, today, FALSE, &back, NULL));
        g_assert_cmpint(care_date_compare(back, dates[i]), ==, 0);
    }
}

int
main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    for (guint i = 0; i < G_N_ELEMENTS(cases); i++) {
        g_autofree char *path = g_strdup_printf("/ui/typed-date/%02u", i);

        g_test_add_data_func(path, &cases[i], test_case);
    }
    g_test_add_func("/ui/typed-date/round-trip", test_round_trip);
    return g_test_run();
}
