/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <locale.h>

#include "core/errors.h"
#include "ui/kit/typed-date.h"

static const CareDate today = { 2026, 11, 24 };

typedef struct {
    const char *text;
    CareTypedDateUse use;
    const char *expected; /* ISO; NULL: refused */
    const char *sentence; /* part of the refusal */
} Case;

static const Case cases[] = {
    { "24.11.2026", CARE_TYPED_DATE_COMING, "2026-11-24", NULL },
    { "24. 11. 2026", CARE_TYPED_DATE_COMING, "2026-11-24", NULL },
    { "24.11.", CARE_TYPED_DATE_COMING, "2026-11-24", NULL },
    { "23.11.", CARE_TYPED_DATE_COMING, "2027-11-23", NULL },
    { "24/11/2026", CARE_TYPED_DATE_COMING, "2026-11-24", NULL },
    { "2026-12-01", CARE_TYPED_DATE_COMING, "2026-12-01", NULL },
    { "2026/12/01", CARE_TYPED_DATE_COMING, "2026-12-01", NULL },
    { "1.12.26", CARE_TYPED_DATE_COMING, "2026-12-01", NULL },
    { "1.12.76", CARE_TYPED_DATE_COMING, "2076-12-01", NULL },
    { "1.12.77", CARE_TYPED_DATE_COMING, "1977-12-01", NULL },
    { "24 Nov", CARE_TYPED_DATE_COMING, "2026-11-24", NULL },
    { "nov 24", CARE_TYPED_DATE_COMING, "2026-11-24", NULL },
    { "November 24, 2027", CARE_TYPED_DATE_COMING, "2027-11-24", NULL },
    { "2027 nov 24", CARE_TYPED_DATE_COMING, "2027-11-24", NULL },
    { "29.2.", CARE_TYPED_DATE_DAY, "--02-29", NULL },
    { "29.2.2028", CARE_TYPED_DATE_COMING, "2028-02-29", NULL },
    { "1.4.", CARE_TYPED_DATE_DAY, "--04-01", NULL },
    { "31.02.", CARE_TYPED_DATE_COMING, NULL, "February has only 29 days" },
    { "31.02.2027", CARE_TYPED_DATE_COMING, NULL, "February 2027 has only 28 days" },
    { "29.2.", CARE_TYPED_DATE_COMING, NULL, "February 2027 has only 28 days" },
    { "31.04.", CARE_TYPED_DATE_DAY, NULL, "April has only 30 days" },
    { "0.5.2026", CARE_TYPED_DATE_COMING, NULL, "May 2026" },
    { "1.13.2026", CARE_TYPED_DATE_COMING, NULL, "no month 13" },
    { "1.0.2026", CARE_TYPED_DATE_COMING, NULL, "no month 0" },
    { "", CARE_TYPED_DATE_COMING, NULL, "not a date" },
    { "tomorrow", CARE_TYPED_DATE_COMING, NULL, "not a date" },
    { "12", CARE_TYPED_DATE_COMING, NULL, "not a date" },
    { "1.2.3.4", CARE_TYPED_DATE_COMING, NULL, "not a date" },
    { "1.2.123", CARE_TYPED_DATE_COMING, NULL, "not a date" },
    { "1.2.99999", CARE_TYPED_DATE_COMING, NULL, "not a date" },
    { "99999999999999.1.2026", CARE_TYPED_DATE_COMING, NULL, "not a date" },
    { "1.1.0000", CARE_TYPED_DATE_COMING, NULL, "not a date" },
    { "nov nov", CARE_TYPED_DATE_COMING, NULL, "not a date" },
    { "24.11.2026\xff", CARE_TYPED_DATE_COMING, NULL, "not a date" },
    { "24:11", CARE_TYPED_DATE_COMING, NULL, "not a date" },
    { "12.05.49", CARE_TYPED_DATE_BIRTH, "1949-05-12", NULL },
    { "1.1.27", CARE_TYPED_DATE_BIRTH, "1927-01-01", NULL },
    { "24.11.26", CARE_TYPED_DATE_BIRTH, "2026-11-24", NULL },
    { "25.11.26", CARE_TYPED_DATE_BIRTH, "1926-11-25", NULL },
    { "12.05.77", CARE_TYPED_DATE_BIRTH, "1977-05-12", NULL },
    { "3/12", CARE_TYPED_DATE_BIRTH, "--12-03", NULL },
    { "12.03.", CARE_TYPED_DATE_BIRTH, "--03-12", NULL },
    { "30.6.", CARE_TYPED_DATE_DAY, "--06-30", NULL },
    { "25.11.2026", CARE_TYPED_DATE_BIRTH, NULL, "not come yet" },
    { "1.1.1849", CARE_TYPED_DATE_BIRTH, NULL, "before 1850" },
    { "25.11.", CARE_TYPED_DATE_PAST, "2025-11-25", NULL },
    { "24.11.", CARE_TYPED_DATE_PAST, "2026-11-24", NULL },
    { "25.11.26", CARE_TYPED_DATE_PAST, "1926-11-25", NULL },
};

static void
test_case(gconstpointer data)
{
    const Case *c = data;
    g_autoptr(GError) error = NULL;
    CareDate date = { 1, 1, 1 };

    if (c->expected) {
        g_autofree char *got = NULL;

        g_assert_true(care_typed_date_parse(c->text, today, c->use, &date, &error));
        g_assert_no_error(error);
        got = care_date_to_string(date);
        g_assert_cmpstr(got, ==, c->expected);
    } else {
        g_assert_false(care_typed_date_parse(c->text, today, c->use, &date, &error));
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

        g_assert_true(care_typed_date_parse(text, today, CARE_TYPED_DATE_DAY, &back, NULL));
        g_assert_cmpint(care_date_compare(back, dates[i]), ==, 0);
    }
}

/* How a date is read where another language is spoken, and how it is shown again. */
static const struct {
    const char *locale, *text, *expected, *shown;
} spoken[] = {
    { "hu_HU", "12.03.", "--12-03", "12/3" },     { "hu_HU", "2026.12.03.", "2026-12-03", "2026-12-03" },
    { "hu_HU", "26.12.03.", "2026-12-03", NULL }, { "hu_HU", "24.11.2026", "2026-11-24", NULL },
    { "sv_SE", "3/12", "--12-03", "3/12" },       { "sv_SE", "26-12-03", "2026-12-03", "2026-12-03" },
    { "fr_CA", "3/12", "--12-03", "3/12" },       { "fr_CA", "26-12-03", "2026-12-03", NULL },
    { "en_US", "3/12", "--03-12", "3/12" },       { "en_US", "12.03.", "--03-12", NULL },
    { "de_DE", "3/12", "--12-03", "3.12." },      { "de_DE", "3.12.26", "2026-12-03", NULL },
    { "ja_JP", "12/3", "--12-03", "12/3" },
};

/* A locale is made of its source, which the machine has. */
static gboolean
speak(const char *locale, const char *folder)
{
    g_autofree char *name = g_strconcat(locale, ".UTF-8", NULL);
    g_autofree char *target = g_build_filename(folder, name, NULL);
    const char *make[] = { "localedef", "-i", locale, "-f", "UTF-8", target, NULL };

    /* before it is asked for: that there is none is remembered */
    if (!g_file_test(target, G_FILE_TEST_EXISTS))
        g_spawn_sync(NULL, (char **)make, NULL,
                     G_SPAWN_SEARCH_PATH | G_SPAWN_STDOUT_TO_DEV_NULL | G_SPAWN_STDERR_TO_DEV_NULL, NULL,
                     NULL, NULL, NULL, NULL, NULL);
    return setlocale(LC_TIME, name) != NULL;
}

static void
assert_spoken(gsize i)
{
    CareDate date = { 0 };
    g_autofree char *got = NULL;
    g_autofree char *shown = NULL;

    g_assert_true(care_typed_date_parse(spoken[i].text, today, CARE_TYPED_DATE_DAY, &date, NULL));
    got = care_date_to_string(date);
    g_assert_cmpstr(got, ==, spoken[i].expected);
    shown = care_typed_date_to_string(date);
    if (spoken[i].shown)
        g_assert_cmpstr(shown, ==, spoken[i].shown);
    g_assert_true(care_typed_date_parse(shown, today, CARE_TYPED_DATE_DAY, &date, NULL));
    g_set_str(&got, NULL);
    got = care_date_to_string(date);
    g_assert_cmpstr(got, ==, spoken[i].expected);
}

static void
test_spoken(void)
{
    g_autofree char *folder = g_dir_make_tmp("aftercare-locale-XXXXXX", NULL);
    const char *clean[] = { "rm", "-r", folder, NULL };
    guint known = 0;

    g_setenv("LOCPATH", folder, TRUE);
    for (gsize i = 0; i < G_N_ELEMENTS(spoken); i++) {
        if (!speak(spoken[i].locale, folder))
            continue;
        known++;
        assert_spoken(i);
    }
    g_unsetenv("LOCPATH");
    setlocale(LC_TIME, "C");
    g_spawn_sync(NULL, (char **)clean, NULL, G_SPAWN_SEARCH_PATH, NULL, NULL, NULL, NULL, NULL, NULL);
    if (known == 0)
        g_test_skip("no locale can be made here");
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
    g_test_add_func("/ui/typed-date/spoken", test_spoken);
    return g_test_run();
}
