/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/money.h"

#include <limits.h>
#include <locale.h>

#include "common/case-table.h"
#include "core/errors.h"

typedef struct {
    const char *text;
    const char *currency;
    CareMoney amount;
    const char *back; /* NULL: refused */
} Case;

static const Case plain_cases[] = {
    { "49.90", "EUR", 4990, "49.90" },
    { "49.9", "EUR", 4990, "49.90" },
    { "49", "EUR", 4900, "49.00" },
    { "-5.6", "EUR", -560, "-5.60" },
    { "-0.05", "EUR", -5, "-0.05" },
    { "0", "EUR", 0, "0.00" },
    { "1250", "JPY", 1250, "1250" },
    { "-1250", "JPY", -1250, "-1250" },
    { "1.234", "KWD", 1234, "1.234" },
    { "1.2", "BHD", 1200, "1.200" },
    { "1.5", "TND", 1500, "1.500" },
    { "1.5", "XXX", 150, "1.50" },
    { "92233720368547758.07", "EUR", G_MAXINT64, "92233720368547758.07" },
    { "92233720368547758.08", "EUR", 0, NULL },
    { "49.999", "EUR", 0, NULL },
    { "49.900", "EUR", 0, NULL },
    { "1250.5", "JPY", 0, NULL },
    { "1.2345", "KWD", 0, NULL },
    { "1e30", "EUR", 0, NULL },
    { "abc", "EUR", 0, NULL },
    { "", "EUR", 0, NULL },
    { "49,90", "EUR", 0, NULL },
    { "€49.90", "EUR", 0, NULL },
    { "49.90 ", "EUR", 0, NULL },
};

static const Case typed_cases[] = {
    { "49.90", "EUR", 4990, "49.90" },
    { "49,90", "EUR", 4990, "49.90" },
    { "€49.90", "EUR", 4990, "49.90" },
    { "€ 49,90", "EUR", 4990, "49.90" },
    { "49,90 €", "EUR", 4990, "49.90" },
    { "49,90\u00a0€", "EUR", 4990, "49.90" },
    { "EUR 49.90", "EUR", 4990, "49.90" },
    { "49.90 eur", "EUR", 4990, "49.90" },
    { "49,90 Euro", "EUR", 4990, "49.90" },
    { "-€5.60", "EUR", -560, "-5.60" },
    { "−€5.60", "EUR", -560, "-5.60" },
    { "€-5.60", "EUR", -560, "-5.60" },
    { "€ -5,60", "EUR", -560, "-5.60" },
    { "–5,60 €", "EUR", -560, "-5.60" },
    { "49,-", "EUR", 4900, "49.00" },
    { "49,– €", "EUR", 4900, "49.00" },
    { "49.—", "EUR", 4900, "49.00" },
    { "1.250,00", "EUR", 125000, "1250.00" },
    { "1,250.00", "USD", 125000, "1250.00" },
    { "$1,250.50", "USD", 125050, "1250.50" },
    { "US$ 12", "USD", 1200, "12.00" },
    { "CHF 1’250.05", "CHF", 125005, "1250.05" },
    { "Fr. 12.–", "CHF", 1200, "12.00" },
    { "Fr.12.50", "CHF", 1250, "12.50" },
    { "Fr.12", "CHF", 1200, "12.00" },
    { "SFr. 12.50", "CHF", 1250, "12.50" },
    { "1 250,50 zł", "PLN", 125050, "1250.50" },
    { "1 250 Kč", "CZK", 125000, "1250.00" },
    { "kr. 1.250,50", "DKK", 125050, "1250.50" },
    { "kr.50", "DKK", 5000, "50.00" },
    { "50:-", "SEK", 5000, "50.00" },
    { "£.50", "GBP", 50, "0.50" },
    { "₹12,34,567.50", "INR", 123456750, "1234567.50" },
    { "¥1,250", "JPY", 1250, "1250" },
    { "1.250", "JPY", 1250, "1250" },
    { "1.250", "KWD", 1250, "1.250" },
    { "1,250.500", "KWD", 1250500, "1250.500" },
    { "KD 1.5", "KWD", 1500, "1.500" },
    { "R$ 1.250,50", "BRL", 125050, "1250.50" },
    { "R 12,50", "ZAR", 1250, "12.50" },
    { "ABC 12.50", "ABC", 1250, "12.50" },
    { "1,250", "TND", 0, NULL }, /* two readings */
    { "1.250", "EUR", 0, NULL },
    { "1,250", "USD", 0, NULL },
    { "49.999", "EUR", 0, NULL },
    { "12.345 €", "EUR", 0, NULL },
    { "1.250 Kč", "CZK", 0, NULL },
    { "1250", "EUR", 125000, "1250.00" },
    { "49,9999", "EUR", 0, NULL },
    { "1250,5", "JPY", 0, NULL },
    { "$49.90", "EUR", 0, NULL },
    { "49.90 USD", "EUR", 0, NULL },
    { "€49.90", "CHF", 0, NULL },
    { "49.90 bananas", "EUR", 0, NULL },
    { "€", "EUR", 0, NULL },
    { "€€5", "EUR", 0, NULL },
    { "5 € 5", "EUR", 0, NULL },
    { "1e30", "EUR", 0, NULL },
    { "abc", "EUR", 0, NULL },
    { "", "EUR", 0, NULL },
    { NULL, "EUR", 0, NULL },
    { "9999999999999999999", "EUR", 0, NULL },
};

static void
check(const Case *c, gboolean (*parse)(const char *, const char *, CareMoney *, GError **))
{
    g_autoptr(GError) error = NULL;
    CareMoney amount = 77;
    gboolean ok = parse(c->text, c->currency, &amount, &error);

    if (c->back == NULL) {
        g_assert_false(ok);
        g_assert_error(error, CARE_ERROR, CARE_ERROR_INPUT);
        g_assert_cmpint(amount, ==, 77);
    } else {
        g_autofree char *back = NULL;
        g_assert_no_error(error);
        g_assert_true(ok);
        g_assert_cmpint(amount, ==, c->amount);
        back = care_money_to_string(amount, c->currency);
        g_assert_cmpstr(back, ==, c->back);
    }
}

static void
test_plain(gconstpointer data)
{
    check(data, care_money_parse);
}

static void
test_typed(gconstpointer data)
{
    check(data, care_money_parse_typed);
}

static void
test_other_currency_is_named(void)
{
    g_autoptr(GError) error = NULL;
    CareMoney amount;

    g_assert_false(care_money_parse_typed("49.90 USD", "EUR", &amount, &error));
    g_assert_nonnull(strstr(error->message, "EUR"));
}

/* Each of the two that are named has one reading. */
static void
test_two_readings(void)
{
    static const struct {
        const char *text, *currency, *part;
    } cases[] = {
        { "12.345", "EUR", "Write 12345 or 12.35," }, { "1,250", "USD", "Write 1250 or 1.25," },
        { "1.004", "CHF", "Write 1004 or 1.00," },    { "9.999", "EUR", "Write 9999 or 10.00," },
        { "1,250", "TND", "Write 1250 or 1.250," },
    };

    for (gsize i = 0; i < G_N_ELEMENTS(cases); i++) {
        g_autoptr(GError) error = NULL;
        CareMoney amount;

        g_assert_false(care_money_parse_typed(cases[i].text, cases[i].currency, &amount, &error));
        g_assert_nonnull(strstr(error->message, cases[i].part));
    }
}

typedef struct {
    const char *code;
    int digits;
} DigitsCase;

static const DigitsCase digits_cases[] = {
    { "EUR", 2 }, { "USD", 2 }, { "CHF", 2 }, { "JPY", 0 }, { "KRW", 0 }, { "ISK", 0 }, { "BHD", 3 },
    { "KWD", 3 }, { "TND", 3 }, { "JOD", 3 }, { "OMR", 3 }, { "CLF", 4 }, { "ZZZ", 2 }, { NULL, 2 },
};

static void
test_digits(gconstpointer data)
{
    const DigitsCase *c = data;

    g_assert_cmpint(care_currency_digits(c->code), ==, c->digits);
}

typedef struct {
    const char *name;
    CareMoneyStyle style;
    CareMoney amount;
    const char *currency;
    const char *text;
} FormatCase;

#define ENGLISH { ".", ",", "\3", NULL, TRUE, FALSE }
#define GERMAN { ",", ".", "\3", NULL, FALSE, TRUE }
#define FRENCH { ",", "\u202f", "\3", NULL, FALSE, TRUE }
#define SWISS { ".", "’", "\3", NULL, TRUE, TRUE }
#define INDIAN { ".", ",", "\3\2", NULL, TRUE, FALSE }
#define CANADIAN { ".", ",", "\3", "$", TRUE, FALSE }

static const FormatCase format_cases[] = {
    { "en", ENGLISH, 4990, "EUR", "€49.90" },
    { "en-negative", ENGLISH, -560, "EUR", "−€5.60" },
    { "en-thousands", ENGLISH, 123456789, "EUR", "€1,234,567.89" },
    { "en-three-digits", ENGLISH, 99999, "USD", "$999.99" },
    { "en-zero", ENGLISH, 0, "EUR", "€0.00" },
    { "en-cents", ENGLISH, -5, "EUR", "−€0.05" },
    { "en-code", ENGLISH, 123450, "CHF", "CHF\u00a01,234.50" },
    { "en-yen", ENGLISH, 123456, "JPY", "¥123,456" },
    { "en-kwd", ENGLISH, 1234567, "KWD", "KWD\u00a01,234.567" },
    { "en-us-dollar", ENGLISH, 100, "USD", "$1.00" },
    { "en-foreign-dollar", ENGLISH, 100, "CAD", "CA$1.00" },
    { "ca-own-dollar", CANADIAN, 100, "CAD", "$1.00" },
    { "de", GERMAN, 123450, "EUR", "1.234,50\u00a0€" },
    { "de-negative", GERMAN, -123450, "EUR", "−1.234,50\u00a0€" },
    { "de-code", GERMAN, 5000, "CHF", "50,00\u00a0CHF" },
    { "fr", FRENCH, 123456789, "EUR", "1\u202f234\u202f567,89\u00a0€" },
    { "ch", SWISS, 123456700, "CHF", "CHF\u00a01’234’567.00" },
    { "in", INDIAN, 1234567850, "INR", "₹1,23,45,678.50" },
    { "largest", ENGLISH, G_MAXINT64, "EUR", "€92,233,720,368,547,758.07" },
    { "smallest", ENGLISH, -G_MAXINT64, "EUR", "−€92,233,720,368,547,758.07" },
    { "unknown-currency", ENGLISH, 100, "ABC", "ABC\u00a01.00" },
    { "no-grouping", { ".", "", "", NULL, TRUE, FALSE }, 123456789, "EUR", "€1234567.89" },
};

static void
test_format(gconstpointer data)
{
    const FormatCase *c = data;
    g_autofree char *text = care_money_format_styled(c->amount, c->currency, &c->style);

    g_assert_cmpstr(text, ==, c->text);
}

/* What is shown can be typed back. */
static void
test_format_is_readable(gconstpointer data)
{
    const FormatCase *c = data;
    g_autofree char *text = care_money_format_styled(c->amount, c->currency, &c->style);
    g_autoptr(GError) error = NULL;
    CareMoney back = 0;

    g_assert_true(care_money_parse_typed(text, c->currency, &back, &error));
    g_assert_no_error(error);
    g_assert_cmpint(back, ==, c->amount);
}

static void
test_format_in_c(void)
{
    g_autofree char *plus = NULL, *minus = NULL, *of_none = NULL;

    setlocale(LC_ALL, "C");
    plus = care_money_format(123450, "EUR");
    minus = care_money_format(-560, "EUR");
    of_none = care_money_format(-560, NULL);
    g_assert_cmpstr(plus, ==, "€1,234.50");
    g_assert_cmpstr(minus, ==, "−€5.60");
    g_assert_cmpstr(of_none, ==, "−5.60");
}

static void
test_format_plain_in_c(void)
{
    g_autofree char *plus = NULL, *minus = NULL, *yen = NULL;

    setlocale(LC_ALL, "C");
    plus = care_money_format_plain(123450, "EUR");
    minus = care_money_format_plain(-560, "EUR");
    yen = care_money_format_plain(1234567, "JPY");
    g_assert_cmpstr(plus, ==, "1,234.50");
    g_assert_cmpstr(minus, ==, "−5.60");
    g_assert_cmpstr(yen, ==, "1,234,567");
}

static void
test_format_decimal_in_c(void)
{
    g_autofree char *short_one = NULL, *price = NULL, *long_one = NULL;

    setlocale(LC_ALL, "C");
    short_one = care_decimal_format(1500000, 0);
    price = care_decimal_format(-1234000000, 2);
    long_one = care_decimal_format(8394958, 2);
    g_assert_cmpstr(short_one, ==, "1.5");
    g_assert_cmpstr(price, ==, "−1,234.00");
    g_assert_cmpstr(long_one, ==, "8.394958");
}

typedef struct {
    const char *decimal;
    const char *currency;
    CareMoney amount;
} RoundCase;

static const RoundCase round_cases[] = {
    { "49.9", "EUR", 4990 },
    { "0.005", "EUR", 1 },
    { "-0.005", "EUR", -1 },
    { "0.004999", "EUR", 0 },
    { "13.965", "EUR", 1397 },
    { "1.005", "EUR", 101 },
    { "2.675", "EUR", 268 },
    { "-13.965", "EUR", -1397 },
    { "0.5", "JPY", 1 },
    { "-0.5", "JPY", -1 },
    { "1.2345", "KWD", 1235 },
    { "1.000001", "EUR", 100 },
    { "9223372036854.775807", "EUR", 922337203685478 },
};

static void
test_round(gconstpointer data)
{
    const RoundCase *c = data;
    CareDecimal value;

    g_assert_true(care_decimal_parse(c->decimal, &value, NULL));
    g_assert_cmpint(care_money_from_decimal(value, c->currency), ==, c->amount);
}

static void
test_to_decimal(void)
{
    CareDecimal value = 0;

    g_assert_true(care_money_to_decimal(-4990, "EUR", &value));
    g_assert_cmpint(value, ==, -49900000);
    g_assert_true(care_money_to_decimal(1250, "JPY", &value));
    g_assert_cmpint(value, ==, 1250000000);
    g_assert_false(care_money_to_decimal(G_MAXINT64, "EUR", &value));
}

int
main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    CARE_TEST_ADD_TABLE("/money/plain", plain_cases, text, test_plain);
    CARE_TEST_ADD_TABLE("/money/typed", typed_cases, text, test_typed);
    g_test_add_func("/money/typed/other-currency-is-named", test_other_currency_is_named);
    g_test_add_func("/money/typed/two-readings", test_two_readings);
    CARE_TEST_ADD_TABLE("/money/digits", digits_cases, code, test_digits);
    CARE_TEST_ADD_TABLE("/money/format", format_cases, name, test_format);
    CARE_TEST_ADD_TABLE("/money/format-is-readable", format_cases, name, test_format_is_readable);
    g_test_add_func("/money/format-in-c", test_format_in_c);
    g_test_add_func("/money/format-in-c-plain", test_format_plain_in_c);
    g_test_add_func("/money/format-in-c-decimal", test_format_decimal_in_c);
    CARE_TEST_ADD_TABLE("/money/round", round_cases, decimal, test_round);
    g_test_add_func("/money/to-decimal", test_to_decimal);
    return g_test_run();
}
