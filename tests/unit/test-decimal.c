/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/decimal.h"

#include "common/case-table.h"
#include "core/errors.h"
#include "core/unit-price.h"

typedef struct {
    const char *text;
    CareDecimal value;
    const char *back; /* what is written again; NULL: refused */
} Case;

static const Case plain_cases[] = {
    { "0", 0, "0" },
    { "-0", 0, "0" },
    { "1", 1000000, "1" },
    { "49.90", 49900000, "49.9" },
    { "-5.60", -5600000, "-5.6" },
    { "0.000001", 1, "0.000001" },
    { "-0.000001", -1, "-0.000001" },
    { "9.975", 9975000, "9.975" },
    { "007", 7000000, "7" },
    { "100", 100000000, "100" },
    { "9223372036854.775807", G_MAXINT64, "9223372036854.775807" },
    { "-9223372036854.775807", -G_MAXINT64, "-9223372036854.775807" },
    { "9223372036854.775808", 0, NULL },
    { "-9223372036854.775808", 0, NULL },
    { "9223372036855", 0, NULL },
    { "99999999999999999999999999", 0, NULL },
    { "1e30", 0, NULL },
    { "1E3", 0, NULL },
    { "1e-3", 0, NULL },
    { "abc", 0, NULL },
    { "", 0, NULL },
    { NULL, 0, NULL },
    { " ", 0, NULL },
    { " 1", 0, NULL },
    { "1 ", 0, NULL },
    { "1.", 0, NULL },
    { ".5", 0, NULL },
    { ".", 0, NULL },
    { "-", 0, NULL },
    { "--1", 0, NULL },
    { "+1", 0, NULL },
    { "1.2.3", 0, NULL },
    { "1,5", 0, NULL },
    { "1'000", 0, NULL },
    { "0x10", 0, NULL },
    { "inf", 0, NULL },
    { "nan", 0, NULL },
    { "1.1234567", 0, NULL },
    { "1.0000000", 0, NULL },
    { "\xff\xfe", 0, NULL },
    { "5€", 0, NULL },
    { "٣", 0, NULL },
};

static void
check(const Case *c, gboolean (*parse)(const char *, CareDecimal *, GError **))
{
    g_autoptr(GError) error = NULL;
    CareDecimal value = 77;
    gboolean ok = parse(c->text, &value, &error);

    if (c->back == NULL) {
        g_assert_false(ok);
        g_assert_error(error, CARE_ERROR, CARE_ERROR_INPUT);
        g_assert_true(g_utf8_validate(error->message, -1, NULL));
        g_assert_cmpint(value, ==, 77);
    } else {
        g_autofree char *back = NULL;
        g_assert_no_error(error);
        g_assert_true(ok);
        g_assert_cmpint(value, ==, c->value);
        back = care_decimal_to_string(value);
        g_assert_cmpstr(back, ==, c->back);
    }
}

static void
test_plain(gconstpointer data)
{
    check(data, care_decimal_parse);
}

static const Case typed_cases[] = {
    { "5", 5000000, "5" },
    { "5.5", 5500000, "5.5" },
    { "5,5", 5500000, "5.5" },
    { " 5,50 ", 5500000, "5.5" },
    { ".5", 500000, "0.5" },
    { ",5", 500000, "0.5" },
    { "5.", 5000000, "5" },
    { "5,", 5000000, "5" },
    { "+5", 5000000, "5" },
    { "-5", -5000000, "-5" },
    { "− 5", -5000000, "-5" },
    { "1.234,5", 1234500000, "1234.5" },
    { "1,234.5", 1234500000, "1234.5" },
    { "1 234,5", 1234500000, "1234.5" },
    { "1\u00a0234,5", 1234500000, "1234.5" },
    { "1\u202f234,5", 1234500000, "1234.5" },
    { "1'234.5", 1234500000, "1234.5" },
    { "1’234.5", 1234500000, "1234.5" },
    { "1,234,567", 1234567000000, "1234567" },
    { "1.234.567", 1234567000000, "1234567" },
    { "12,34,567.25", 1234567250000, "1234567.25" },
    { "1 234 567", 1234567000000, "1234567" },
    { "1234.567", 1234567000, "1234.567" },
    { "0,125", 125000, "0.125" },
    { "0.125", 125000, "0.125" },
    { "1 234,567", 1234567000, "1234.567" },
    { "1,2340", 1234000, "1.234" },
    { "٤٩٫٩٠", 49900000, "49.9" },
    { "４９．９", 49900000, "49.9" },
    { "\u200e5,5\u200f", 5500000, "5.5" },
    { "49,90 €", 0, NULL }, /* no number of pieces */
    { "CHF 49.90", 0, NULL },
    { "$1", 0, NULL },
    { "1,234", 0, NULL }, /* two readings */
    { "1.234", 0, NULL },
    { "12,345", 0, NULL },
    { "-123.456", 0, NULL },
    { "1,23,4", 0, NULL },
    { "1.234.56", 0, NULL },
    { "1,234,56", 0, NULL },
    { "1.234,567.89", 0, NULL },
    { "1 23", 0, NULL },
    { "12 34", 0, NULL },
    { "1'23", 0, NULL },
    { "1'234 567", 0, NULL },
    { "1234 567", 0, NULL },
    { "1,,5", 0, NULL },
    { "1..5", 0, NULL },
    { "--5", 0, NULL },
    { "+-5", 0, NULL },
    { "5-", 0, NULL },
    { "1-2", 0, NULL },
    { "1e30", 0, NULL },
    { "1e3", 0, NULL },
    { "abc", 0, NULL },
    { "5 apples", 0, NULL },
    { "€", 0, NULL },
    { "", 0, NULL },
    { "   ", 0, NULL },
    { NULL, 0, NULL },
    { ".", 0, NULL },
    { "-", 0, NULL },
    { "5,1234567", 0, NULL },
    { "99999999999999", 0, NULL },
    { "5\xff", 0, NULL },
    { "½", 0, NULL },
};

static void
test_typed(gconstpointer data)
{
    check(data, care_decimal_parse_typed);
}

static const Case price_cases[] = {
    { "49,90 €", 49900000, "49.9" },
    { "€ 1.234,50", 1234500000, "1234.5" },
    { "12", 12000000, "12" },
    { "$12", 0, NULL },
    { "12 USD", 0, NULL },
    { "CHF 12", 0, NULL },
    { "£12", 0, NULL },
};

static gboolean
parse_euros(const char *text, CareDecimal *out, GError **error)
{
    return care_unit_price_parse_typed(text, "EUR", out, error);
}

static void
test_price(gconstpointer data)
{
    check(data, parse_euros);
}

static const Case percent_cases[] = {
    { "8.875", 8875000, "8.875" },
    { "9,975", 9975000, "9.975" },
    { "6.625 %", 6625000, "6.625" },
    { "12.500%", 12500000, "12.5" },
    { "8.75", 8750000, "8.75" },
    { "19", 19000000, "19" },
    { "8.8.7", 0, NULL },
    { "8 apples", 0, NULL },
    { "10 €", 0, NULL },
    { "$10", 0, NULL },
    { "", 0, NULL },
};

static void
test_percent(gconstpointer data)
{
    check(data, care_decimal_parse_typed_percent);
}

typedef struct {
    const char *text;
    const char *part; /* of the sentence */
} SentenceCase;

static const SentenceCase sentence_cases[] = {
    { "1,234", "Write 1234 or 1.2340" },
    { "12.345", "Write 12345 or 12.3450" },
    { "abc", "“abc” is not a number" },
    { "10 €", "“10 €” is an amount of money" },
    { "", "missing" },
    { "1,23,4", "separators" },
    { "0.1234567", "more than 6 decimals" },
    { "99999999999999", "too large" },
    { "line\nbreak", "“line break”" },
    { "a very long text that somebody pasted into the field by mistake",
      "“a very long text that somebody pasted in…”" },
};

static void
test_sentence(gconstpointer data)
{
    const SentenceCase *c = data;
    g_autoptr(GError) error = NULL;
    CareDecimal value;

    g_assert_false(care_decimal_parse_typed(c->text, &value, &error));
    g_assert_nonnull(strstr(error->message, c->part));
}

typedef struct {
    const char *name;
    gint64 numerator, denominator, quotient;
} DivCase;

static const DivCase div_cases[] = {
    { "half-up", 5, 2, 3 },
    { "half-down-below-zero", -5, 2, -3 },
    { "half-negative-divisor", 5, -2, -3 },
    { "both-negative", -5, -2, 3 },
    { "below-half", 7, 5, 1 },
    { "above-half", 8, 5, 2 },
    { "negative-below", -7, 5, -1 },
    { "negative-above", -8, 5, -2 },
    { "exact", 10, 5, 2 },
    { "zero", 0, 7, 0 },
    { "odd-divisor-low", 1, 3, 0 },
    { "odd-divisor-high", 2, 3, 1 },
    { "one-half", 1, 2, 1 },
    { "minus-one-half", -1, 2, -1 },
    { "large", G_MAXINT64, 1, G_MAXINT64 },
};

static void
test_div(gconstpointer data)
{
    const DivCase *c = data;
    gint64 out = 77;

    g_assert_true(care_div_round_checked(c->numerator, c->denominator, &out));
    g_assert_cmpint(out, ==, c->quotient);
    g_assert_cmpint(care_div_round(c->numerator, c->denominator), ==, c->quotient);
}

static void
test_div_128_bits(void)
{
    __int128 product = (__int128)G_MAXINT64 * 1000000;

    g_assert_cmpint(care_div_round(product, 1000000), ==, G_MAXINT64);
    g_assert_cmpint(care_div_round(product + 500000, 1000000), ==, G_MAXINT64); /* has no room */
    g_assert_cmpint(care_div_round(-product, 1000000), ==, -G_MAXINT64);
}

static void
test_div_overflow(void)
{
    gint64 out = 77;

    g_assert_false(care_div_round_checked((__int128)G_MAXINT64 + 1, 1, &out));
    g_assert_false(care_div_round_checked(-(__int128)G_MAXINT64 - 1, 1, &out));
    g_assert_false(care_div_round_checked((__int128)G_MAXINT64 * 2 + 1, 2, &out));
    g_assert_cmpint(out, ==, 77);
    g_assert_cmpint(care_div_round((__int128)G_MAXINT64 * 3, -2), ==, -G_MAXINT64);
}

static void
test_places(void)
{
    g_autofree char *two = care_decimal_to_string_places(49900000, 2);
    g_autofree char *more = care_decimal_to_string_places(49912500, 2);
    g_autofree char *none = care_decimal_to_string_places(-49000000, 0);

    g_assert_cmpstr(two, ==, "49.90");
    g_assert_cmpstr(more, ==, "49.9125");
    g_assert_cmpstr(none, ==, "-49");
}

static void
test_random_round_trip(void)
{
    for (int i = 0; i < 20000; i++) {
        CareDecimal value = (gint64)((guint64)(guint32)g_test_rand_int() << 32 | (guint32)g_test_rand_int())
                            >> g_test_rand_int_range(1, 60);
        CareDecimal back = 0;
        g_autofree char *text = care_decimal_to_string(value);

        g_assert_true(care_decimal_parse(text, &back, NULL));
        g_assert_cmpint(back, ==, value);
    }
}

int
main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    CARE_TEST_ADD_TABLE("/decimal/plain", plain_cases, text, test_plain);
    CARE_TEST_ADD_TABLE("/decimal/typed", typed_cases, text, test_typed);
    CARE_TEST_ADD_TABLE("/decimal/price", price_cases, text, test_price);
    CARE_TEST_ADD_TABLE("/decimal/percent", percent_cases, text, test_percent);
    CARE_TEST_ADD_TABLE("/decimal/sentence", sentence_cases, text, test_sentence);
    CARE_TEST_ADD_TABLE("/decimal/div-round", div_cases, name, test_div);
    g_test_add_func("/decimal/div-round/128-bits", test_div_128_bits);
    g_test_add_func("/decimal/div-round/overflow", test_div_overflow);
    g_test_add_func("/decimal/places", test_places);
    g_test_add_func("/decimal/random-round-trip", test_random_round_trip);
    return g_test_run();
}
