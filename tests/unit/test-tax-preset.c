/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "model/tax-preset.h"

#include <string.h>

#include "common/case-table.h"
#include "core/errors.h"
#include "model/bill/bill-totals.h"
#include "model/holidays.h"

typedef struct {
    const char *region;
    const char *currency;
    CarePrices prices;
    const char *rates; /* category, percent */
    const char *reason;
    CareMoney limit;
    int keep_invoices;
    const char *credit_note;
    const char *holiday; /* a day off only there */
    const char *no_holiday;
} Case;

static const Case cases[] = {
    { "DE", "EUR", CARE_PRICES_GROSS, "S19 S7", "§ 19 UStG", 2500000, 8, "Rechnungskorrektur", "2026-10-03",
      "2026-12-08" },
    { "AT", "EUR", CARE_PRICES_GROSS, "S20 S13 S10", "§ 6 Abs. 1 Z 27", 5500000, 7, "Rechnungskorrektur",
      "2026-10-26", "2026-04-03" },
    { "FR", "EUR", CARE_PRICES_GROSS, "S20 S10 S5.5", "293 B", 3750000, 10, "Avoir", "2026-07-14",
      "2026-12-26" },
    { "NL", "EUR", CARE_PRICES_GROSS, "S21 S9", "artikel 25", 2000000, 7, "Creditfactuur", "2026-04-27",
      "2026-05-01" },
    { "CH", "CHF", CARE_PRICES_GROSS, "S8.1 S2.6", "Art. 10 MWSTG", 10000000, 10, "Gutschrift", "2026-08-01",
      "2026-05-01" },
    { "GB", "GBP", CARE_PRICES_GROSS, "S20 S5 Z0", "Not registered", 9000000, 6, "Credit Note", "2026-08-31",
      "2026-05-14" },
    { "US", "USD", CARE_PRICES_NET, "", "No sales tax", 0, 7, "Credit Memo", "2026-11-26", "2026-12-26" },
};

static CareTaxPreset *
load(const char *region)
{
    g_autoptr(GError) error = NULL;
    CareTaxPreset *preset = care_tax_preset_load(region, &error);

    g_assert_no_error(error);
    return preset;
}

static void
test_values(gconstpointer data)
{
    const Case *c = data;
    g_autoptr(CareTaxPreset) preset = load(c->region);

    g_assert_cmpstr(preset->region, ==, c->region);
    g_assert_cmpstr(preset->currency, ==, c->currency);
    g_assert_cmpint(preset->prices, ==, c->prices);
    g_assert_nonnull(strstr(preset->small_reason, c->reason));
    g_assert_cmpint(preset->small_limit_previous_year, ==, c->limit);
    g_assert_cmpint(preset->keep_invoices, ==, c->keep_invoices);
    g_assert_cmpstr(preset->credit_note_title, ==, c->credit_note);
}

static void
test_rates(gconstpointer data)
{
    const Case *c = data;
    g_autoptr(CareTaxPreset) preset = load(c->region);
    g_autoptr(GString) text = g_string_new(NULL);

    for (guint i = 0; i < preset->rates->len; i++) {
        const CareTaxRate *rate = preset->rates->pdata[i];
        g_autofree char *percent = care_decimal_to_string(rate->percent);
        g_string_append_printf(text, "%s%s%s", i > 0 ? " " : "", rate->category, percent);
        g_assert_cmpstr(care_tax_rate_label(rate), !=, "");
    }
    g_assert_cmpstr(text->str, ==, c->rates);
}

/* The totals take every rate of the preset, and its exemption. */
static void
test_rates_are_billable(gconstpointer data)
{
    const Case *c = data;
    g_autoptr(CareTaxPreset) preset = load(c->region);
    g_autoptr(CareBill) bill = care_bill_new(preset->currency, preset->prices);
    g_autoptr(CareBillTotals) totals = NULL;
    g_autoptr(GError) error = NULL;

    for (guint i = 0; i < preset->rates->len; i++) {
        const CareTaxRate *rate = preset->rates->pdata[i];
        care_bill_line_set_vat(care_bill_add_line(bill, "Line", CARE_DECIMAL_ONE, 10 * CARE_DECIMAL_ONE),
                               rate->category, rate->percent);
    }
    care_bill_line_set_vat(care_bill_add_line(bill, "Line", CARE_DECIMAL_ONE, 10 * CARE_DECIMAL_ONE),
                           preset->small_category, 0);
    totals = care_bill_total(bill, &error);
    g_assert_no_error(error);
    g_assert_cmpint(totals->gross, ==, 1000 * ((gint64)preset->rates->len + 1));
}

static void
test_holidays(gconstpointer data)
{
    const Case *c = data;
    g_autoptr(CareTaxPreset) preset = load(c->region);
    g_autoptr(GError) error = NULL;
    g_autoptr(CareHolidays) holidays = care_holidays_parse(preset->holidays, &error);
    CareDate on, off;

    g_assert_no_error(error);
    g_assert_true(care_date_parse(c->holiday, &on));
    g_assert_true(care_date_parse(c->no_holiday, &off));
    g_assert_true(care_holidays_contain(holidays, on));
    g_assert_false(care_holidays_contain(holidays, off));
    g_assert_true(care_holidays_contain(holidays, (CareDate){ 2026, 12, 25 }));
}

static void
test_no_region_is_forgotten(void)
{
    const char *const *regions = care_tax_preset_regions();

    g_assert_cmpuint(g_strv_length((char **)regions), ==, G_N_ELEMENTS(cases));
    for (gsize i = 0; i < G_N_ELEMENTS(cases); i++)
        g_assert_true(g_strv_contains(regions, cases[i].region));
}

static void
test_cash_is_rounded_in_switzerland(void)
{
    g_autoptr(CareTaxPreset) swiss = load("CH");
    g_autoptr(CareTaxPreset) german = load("DE");

    g_assert_cmpint(swiss->cash_rounding, ==, 5);
    g_assert_cmpint(german->cash_rounding, ==, 0);
}

static const char *const missing[] = { "CA", "MX", "de", "", "../DE", "DE.ini" };

static void
test_missing(gconstpointer data)
{
    g_autoptr(GError) error = NULL;

    g_assert_null(care_tax_preset_load(data, &error));
    g_assert_error(error, CARE_ERROR, CARE_ERROR_NOT_FOUND);
}

#define SHOP "[Shop]\nCurrency=EUR\nTaxName=T\nTaxIdName=T\nPrices=net\n"
#define RATE "[Rate standard]\nCategory=S\nPercent=19\n"
#define SMALL "[SmallBusiness]\nCategory=E\nReason=R\nLimitPreviousYear=1\nLimitThisYear=1\n"
#define WORDS                                                                                                \
    "[Paper]\nSimplifiedLimit=1.00\nSellerNumber=any\nSmallBusinessNumber=any\n[Words]\nInvoice="            \
    "I\nCreditNote=C\n"
#define KEEP "[Keep]\nInvoices=8\nBooks=8\nLetters=8\n"
#define DAYS "[Holidays]\nRules=01-01\n"

typedef struct {
    const char *name;
    const char *text;
    gboolean ok;
} TextCase;

static const TextCase texts[] = {
    { "whole", SHOP RATE SMALL WORDS KEEP DAYS, TRUE },
    { "empty", "", FALSE },
    { "no-key-file", "abc", FALSE },
    { "no-rates", SHOP SMALL WORDS KEEP DAYS, FALSE },
    { "rate-abc", SHOP "[Rate standard]\nCategory=S\nPercent=abc\n" SMALL WORDS KEEP DAYS, FALSE },
    { "rate-without-category", SHOP "[Rate standard]\nPercent=19\n" SMALL WORDS KEEP DAYS, FALSE },
    { "no-small-business", SHOP RATE WORDS KEEP DAYS, FALSE },
    { "no-words", SHOP RATE SMALL KEEP DAYS, FALSE },
    { "keep-nothing", SHOP RATE SMALL WORDS "[Keep]\nInvoices=0\nBooks=8\nLetters=8\n" DAYS, FALSE },
    { "keep-forever", SHOP RATE SMALL WORDS "[Keep]\nInvoices=ever\nBooks=8\nLetters=8\n" DAYS, FALSE },
    { "holiday-unknown", SHOP RATE SMALL WORDS KEEP "[Holidays]\nRules=christmas\n", FALSE },
};

static void
test_text(gconstpointer data)
{
    const TextCase *c = data;
    g_autoptr(GBytes) bytes = g_bytes_new_static(c->text, strlen(c->text));
    g_autoptr(GError) error = NULL;
    g_autoptr(CareTaxPreset) preset = care_tax_preset_parse("XX", bytes, &error);

    g_assert_cmpint(preset != NULL, ==, c->ok);
    g_assert_cmpint(error == NULL, ==, c->ok);
}

int
main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    CARE_TEST_ADD_TABLE("/tax-preset/values", cases, region, test_values);
    CARE_TEST_ADD_TABLE("/tax-preset/rates", cases, region, test_rates);
    CARE_TEST_ADD_TABLE("/tax-preset/rates-are-billable", cases, region, test_rates_are_billable);
    CARE_TEST_ADD_TABLE("/tax-preset/holidays", cases, region, test_holidays);
    g_test_add_func("/tax-preset/no-region-is-forgotten", test_no_region_is_forgotten);
    g_test_add_func("/tax-preset/cash-is-rounded-in-switzerland", test_cash_is_rounded_in_switzerland);
    for (gsize i = 0; i < G_N_ELEMENTS(missing); i++)
        care_test_add_row("/tax-preset/missing", i, missing[i], missing[i], test_missing);
    CARE_TEST_ADD_TABLE("/tax-preset/text", texts, name, test_text);
    return g_test_run();
}
