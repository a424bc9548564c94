/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Numbers, amounts, dates and instants as somebody types or a file holds them: what is accepted comes back the
 * same from its own text. */
#include "fuzz.h"

#include "core/date.h"
#include "core/decimal.h"
#include "core/money.h"
#include "core/unit-price.h"

static void
try_decimal(const char *text)
{
    CareDecimal value = 0;
    CareDecimal back = 0;
    g_autofree char *written = NULL;

    care_decimal_parse_typed(text, &value, NULL);
    care_decimal_parse_typed_percent(text, &value, NULL);
    care_unit_price_parse_typed(text, "EUR", &value, NULL);
    if (!care_decimal_parse(text, &value, NULL))
        return;
    written = care_decimal_to_string(value);
    g_assert_true(care_decimal_parse(written, &back, NULL));
    g_assert_cmpint(back, ==, value);
}

static void
try_money(const char *text, const char *currency)
{
    CareMoney amount = 0;
    CareMoney back = 0;
    g_autofree char *written = NULL;
    g_autofree char *shown = NULL;

    if (care_money_parse_typed(text, currency, &amount, NULL))
        shown = care_money_format(amount, currency);
    if (!care_money_parse(text, currency, &amount, NULL))
        return;
    written = care_money_to_string(amount, currency);
    g_assert_true(care_money_parse(written, currency, &back, NULL));
    g_assert_cmpint(back, ==, amount);
}

static void
try_date(const char *text)
{
    CareDate date;
    CareDate back;
    CareInstant at = 0;

    if (care_date_parse(text, &date)) {
        g_autofree char *written = care_date_to_string(date);

        g_assert_true(care_date_parse(written, &back));
        g_assert_cmpint(care_date_compare(date, back), ==, 0);
    }
    if (care_instant_parse(text, &at)) {
        g_autofree char *written = care_instant_to_string(at);
        CareInstant again = 0;

        g_assert_true(care_instant_parse(written, &again));
        g_assert_cmpint(again, ==, at);
    }
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    g_autofree char *text = fuzz_text(data, size);

    try_decimal(text);
    try_money(text, "EUR");
    try_money(text, "JPY");
    try_money(text, "TND");
    try_date(text);
    return 0;
}
