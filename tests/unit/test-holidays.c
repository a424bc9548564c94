/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "model/holidays.h"

#include "common/case-table.h"
#include "core/errors.h"
#include "model/holiday-names.h"
#include "model/tax-preset.h"

typedef struct {
    const char *date;
} EasterCase;

/* From the tables of the Royal Observatory and the US Census Bureau; the earliest and the latest there can be. */
static const EasterCase easter_cases[] = {
    { "1818-03-22" }, { "1943-04-25" }, { "2000-04-23" }, { "2008-03-23" }, { "2011-04-24" },
    { "2019-04-21" }, { "2024-03-31" }, { "2025-04-20" }, { "2026-04-05" }, { "2027-03-28" },
    { "2038-04-25" }, { "2049-04-18" }, { "2076-04-19" }, { "2285-03-22" },
};

static void
test_easter(gconstpointer data)
{
    const EasterCase *c = data;
    CareDate date;
    g_autofree char *text = NULL;

    g_assert_true(care_date_parse(c->date, &date));
    text = care_date_to_string(care_easter_sunday(date.year));
    g_assert_cmpstr(text, ==, c->date);
}

static void
test_easter_is_a_sunday_in_spring(void)
{
    for (int year = 1583; year < 4100; year++) {
        CareDate easter = care_easter_sunday(year);
        g_assert_cmpint(care_date_weekday(easter), ==, 7);
        g_assert_cmpint(care_date_compare(easter, (CareDate){ year, 3, 22 }), >=, 0);
        g_assert_cmpint(care_date_compare(easter, (CareDate){ year, 4, 25 }), <=, 0);
    }
}

#define BRITISH "01-01+ easter-2 easter+1 1mo-05 lmo-05 lmo-08 12-25+ 12-26+"

typedef struct {
    const char *name;
    const char *rules;
    const char *date;
    gboolean holiday;
} Case;

static const Case cases[] = {
    { "fixed", "10-03", "2026-10-03", TRUE },
    { "fixed-day-after", "10-03", "2026-10-04", FALSE },
    { "good-friday", "easter-2", "2026-04-03", TRUE },
    { "easter-sunday", "easter", "2026-04-05", TRUE },
    { "easter-monday", "easter+1", "2026-04-06", TRUE },
    { "ascension", "easter+39", "2026-05-14", TRUE },
    { "whit-monday", "easter+50", "2026-05-25", TRUE },
    { "corpus-christi", "easter+60", "2026-06-04", TRUE },
    { "second-of-many", "01-01 12-25", "2026-12-25", TRUE },
    { "once", "2026-12-24", "2026-12-24", TRUE },
    { "once-only", "2026-12-24", "2027-12-24", FALSE },
    { "first-monday", "1mo-05", "2026-05-04", TRUE },
    { "first-monday-on-the-first", "1mo-06", "2026-06-01", TRUE },
    { "last-monday", "lmo-08", "2026-08-31", TRUE },
    { "not-the-last", "lmo-08", "2026-08-24", FALSE },
    { "fourth-thursday", "4th-11", "2026-11-26", TRUE },
    { "leap-day", "02-29", "2028-02-29", TRUE },
    { "leap-day-missing", "02-29", "2027-03-01", FALSE },
    { "kings-day", "04-27<", "2026-04-27", TRUE },
    { "kings-day-not-on-sunday", "04-27<", "2031-04-26", TRUE },
    { "kings-day-sunday-itself", "04-27<", "2031-04-27", FALSE },
    { "british-christmas", BRITISH, "2026-12-25", TRUE },
    { "british-boxing-day-on-saturday", BRITISH, "2026-12-26", TRUE },
    { "british-boxing-day-instead", BRITISH, "2026-12-28", TRUE },
    { "british-no-second-substitute", BRITISH, "2026-12-29", FALSE },
    { "british-christmas-weekend-monday", BRITISH, "2021-12-27", TRUE },
    { "british-christmas-weekend-tuesday", BRITISH, "2021-12-28", TRUE },
    { "british-christmas-weekend-wednesday", BRITISH, "2021-12-29", FALSE },
    { "british-christmas-on-sunday", BRITISH, "2022-12-27", TRUE },
    { "british-christmas-on-sunday-after", BRITISH, "2022-12-28", FALSE },
    { "british-new-year-on-saturday", BRITISH, "2022-01-03", TRUE },
    { "british-new-year-on-sunday", BRITISH, "2023-01-02", TRUE },
    { "british-weekday-has-no-substitute", BRITISH, "2026-01-02", FALSE },
    { "empty", "", "2026-01-01", FALSE },
    { "none", " none ", "2026-01-01", FALSE },
};

static void
test_case(gconstpointer data)
{
    const Case *c = data;
    g_autoptr(GError) error = NULL;
    g_autoptr(CareHolidays) holidays = care_holidays_parse(c->rules, &error);
    CareDate date;

    g_assert_no_error(error);
    g_assert_true(care_date_parse(c->date, &date));
    g_assert_cmpint(care_holidays_contain(holidays, date), ==, c->holiday);
}

static const char *const refused[]
    = { "christmas", "13-01",  "02-30",  "easter*2",   "easter+999", "5mo-05",
        "1xx-05",    "1mo-13", "12-25*", "2026-02-29", "12-25++",    "easter+1,05-01" };

static void
test_refused(gconstpointer data)
{
    g_autoptr(GError) error = NULL;

    g_assert_null(care_holidays_parse(data, &error));
    g_assert_error(error, CARE_ERROR, CARE_ERROR_INPUT);
    g_assert_nonnull(strstr(error->message, data));
}

static void
test_no_holidays(void)
{
    g_assert_false(care_holidays_contain(NULL, (CareDate){ 2026, 12, 25 }));
}

static void
test_none_stands_alone(void)
{
    g_assert_null(care_holidays_parse("none 12-25", NULL));
}

/* What is read is written again as it was. */
static void
test_written(void)
{
    static const char *const texts[]
        = { BRITISH, "01-01 easter 04-27< 2026-12-24 02-29", "easter-46 4th-11", "none" };

    for (gsize i = 0; i < G_N_ELEMENTS(texts); i++) {
        g_autoptr(CareHolidays) holidays = care_holidays_parse(texts[i], NULL);
        guint n;
        const CareHolidayRule *rules = care_holidays_rules(holidays, &n);
        g_autofree char *text = care_holidays_to_string(rules, n);

        g_assert_cmpstr(text, ==, texts[i]);
    }
}

static void
test_next(void)
{
    static const struct {
        const char *rule, *next;
    } next_cases[] = { { "12-25", "2026-12-25" },      { "11-24", "2026-11-24" },  { "11-23", "2027-11-23" },
                       { "easter+1", "2027-03-29" },   { "lmo-08", "2027-08-30" }, { "02-29", "2028-02-29" },
                       { "2026-12-24", "2026-12-24" }, { "2026-11-23", NULL } };

    for (gsize i = 0; i < G_N_ELEMENTS(next_cases); i++) {
        CareHolidayRule rule;
        CareDate next;
        g_autofree char *text = NULL;

        g_assert_true(care_holiday_rule_parse(next_cases[i].rule, &rule));
        next = care_holiday_rule_next(&rule, (CareDate){ 2026, 11, 24 });
        text = care_date_is_set(next) ? care_date_to_string(next) : NULL;
        g_assert_cmpstr(text, ==, next_cases[i].next);
    }
}

static int
find_named(const CareNamedHoliday *days, guint n, const char *rule)
{
    for (guint i = 0; i < n; i++)
        if (strcmp(days[i].rule, rule) == 0)
            return (int)i;
    return -1;
}

/* Every day a shop starts with has a name, in the order of its country's list. */
static void
test_presets_are_named(void)
{
    const char *const *regions = care_tax_preset_regions();

    for (guint r = 0; regions[r] != NULL; r++) {
        g_autoptr(CareTaxPreset) preset = care_tax_preset_load(regions[r], NULL);
        g_auto(GStrv) rules = g_strsplit(preset->holidays, " ", -1);
        guint n;
        const CareNamedHoliday *days = care_country_holidays(regions[r], &n);
        int last = -1;

        for (guint i = 0; rules[i] != NULL; i++) {
            int at = find_named(days, n, rules[i]);

            g_test_message("%s %s", regions[r], rules[i]);
            g_assert_cmpint(at, >, last);
            last = at;
        }
    }
}

/* A list goes through the year, whenever Easter is. */
static void
test_names_are_rules(void)
{
    const char *const *regions = care_tax_preset_regions();

    for (guint r = 0; regions[r] != NULL; r++) {
        guint n;
        const CareNamedHoliday *days = care_country_holidays(regions[r], &n);
        CareDate last = { 2026, 1, 1 };

        for (guint i = 0; i < n; i++) {
            CareHolidayRule rule;
            CareDate date;

            g_test_message("%s %s", regions[r], days[i].rule);
            g_assert_true(care_holiday_rule_parse(days[i].rule, &rule));
            date = care_holiday_rule_date(&rule, 2026);
            g_assert_cmpint(care_date_compare(date, last), >=, 0);
            last = date;
        }
    }
}

int
main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    CARE_TEST_ADD_TABLE("/holidays/easter", easter_cases, date, test_easter);
    g_test_add_func("/holidays/easter-is-a-sunday-in-spring", test_easter_is_a_sunday_in_spring);
    CARE_TEST_ADD_TABLE("/holidays/case", cases, name, test_case);
    for (gsize i = 0; i < G_N_ELEMENTS(refused); i++)
        care_test_add_row("/holidays/refused", i, refused[i], refused[i], test_refused);
    g_test_add_func("/holidays/none", test_no_holidays);
    g_test_add_func("/holidays/none-stands-alone", test_none_stands_alone);
    g_test_add_func("/holidays/written", test_written);
    g_test_add_func("/holidays/next", test_next);
    g_test_add_func("/holidays/presets-are-named", test_presets_are_named);
    g_test_add_func("/holidays/names-are-rules", test_names_are_rules);
    return g_test_run();
}
