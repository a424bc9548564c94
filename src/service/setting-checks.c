/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "service/shop-setting.h"

#include <glib/gi18n-lib.h>
#include <stdio.h>
#include <string.h>

#include "core/currency.h"
#include "core/decimal.h"
#include "core/email.h"
#include "document/iban.h"
#include "model/bill/bill.h"
#include "model/field.h"
#include "model/holidays.h"
#include "model/hours-typed.h"
#include "model/shop-hours.h"
#include "model/vat-number.h"
#include "service/vat-entry.h"

#define BAD_VAT_NUMBER N_("a letter or digit is wrong or missing")
#define BAD_PERCENT N_("needs a number from 0 to 100, like 8.875")

char *
care_setting_check_iban(const char *text, char **tidy)
{
    switch (care_iban_look(text)) {
    case CARE_IBAN_NO_COUNTRY:
        return g_strdup(_("begins with the two letters of a country that has such numbers, like DE"));
    case CARE_IBAN_WRONG_LENGTH:
        return g_strdup(_("is longer or shorter than those of its country"));
    case CARE_IBAN_OF_COUNTRY:
    default:
        return care_setting_check_account(text, tidy);
    }
}

char *
care_setting_check_account(const char *text, char **tidy)
{
    if (!care_iban_check(text))
        return g_strdup(_("a digit is wrong or missing"));
    *tidy = care_iban_normalise(text);
    return NULL;
}

char *
care_setting_check_bic(const char *text, char **tidy)
{
    if (!care_bic_check(text))
        return g_strdup(_("needs 8 or 11 letters and digits"));
    *tidy = care_iban_normalise(text);
    return NULL;
}

char *
care_setting_check_email(const char *text, char **tidy)
{
    g_autofree char *address = care_email_bare(text);

    if (!care_email_is_address(address))
        return g_strdup(_("needs an address like name@example.org"));
    *tidy = g_steal_pointer(&address);
    return NULL;
}

char *
care_setting_check_count(const char *text, char **tidy)
{
    guint64 number;

    if (!g_ascii_string_to_unsigned(text, 10, 0, (guint64)care_range_count.most, &number, NULL))
        return g_strdup_printf(_("needs a whole number from 0 to %d"), (int)care_range_count.most);
    *tidy = g_strdup_printf("%" G_GUINT64_FORMAT, number);
    return NULL;
}

static char *
check_range(CareDecimal rate, char **tidy)
{
    if (rate < 0 || rate > 100 * CARE_DECIMAL_ONE)
        return g_strdup(_(BAD_PERCENT));
    *tidy = care_decimal_to_string(rate);
    return NULL;
}

char *
care_setting_check_rate(const char *text, char **tidy)
{
    CareDecimal rate;

    if (!care_decimal_parse_typed_percent(text, &rate, NULL))
        return g_strdup(_(BAD_PERCENT));
    if (!care_bill_rate_fits(rate))
        return g_strdup(_("needs a number from 0 to 100, with four decimals at most"));
    return check_range(rate, tidy);
}

char *
care_setting_check_percent(const char *text, char **tidy)
{
    g_autofree char *plain = g_strstrip(g_strdup(text));
    CareDecimal rate;

    return care_decimal_parse(plain, &rate, NULL) ? check_range(rate, tidy) : g_strdup(_(BAD_PERCENT));
}

char *
care_setting_check_currency(const char *text, char **tidy)
{
    *tidy = g_ascii_strup(text, -1);
    if (!care_currency_is_code(*tidy))
        return g_strdup(_("needs three letters, like EUR"));
    return care_currency_is_known(*tidy) ? NULL : g_strdup(_("needs a currency that there is, like EUR"));
}

/* Separators alone: whoever typed them meant something, and it was not that there is none. */
static gboolean
says_nothing(const char *text)
{
    gboolean seen = FALSE;

    for (const char *p = text; *p != '\0'; p = g_utf8_next_char(p)) {
        if (g_unichar_isalnum(g_utf8_get_char(p)))
            return FALSE;
        seen = seen || g_unichar_isgraph(g_utf8_get_char(p));
    }
    return seen;
}

char *
care_setting_check_hours(const char *text, char **tidy)
{
    g_autoptr(GTimeZone) zone = g_time_zone_new_utc();
    g_autofree char *written = care_hours_typed_tidy(text);
    g_autoptr(CareShopHours) hours
        = written != NULL ? care_shop_hours_parse(written, NULL, zone, NULL) : NULL;

    if (hours == NULL || says_nothing(text))
        return g_strdup(_("needs days and times, like Mon to Fri 9-18; Sat 9-13"));
    *tidy = g_steal_pointer(&written);
    return NULL;
}

char *
care_setting_check_vat_number(const char *text, char **tidy)
{
    return care_vat_number_is_well_formed(text) ? NULL : g_strdup(_(BAD_VAT_NUMBER));
}

char *
care_setting_check_vat_entry(const char *text, char **tidy)
{
    switch (care_vat_entry_look(text)) {
    case CARE_VAT_ENTRY_FITS:
        return NULL;
    case CARE_VAT_ENTRY_NO_COUNTRY:
        return g_strdup(_("begins with the letters of no country"));
    default:
        return g_strdup(_(BAD_VAT_NUMBER));
    }
}

/* "24.12." and "24.12.2026", as most of Europe writes them; other words as they are. */
static char *
holiday_from_typed(const char *word)
{
    int day = 0, month = 0, year = 0, n = 0;

    if (sscanf(word, "%2d.%2d.%4d%n", &day, &month, &year, &n) == 3 && word[n] == '\0' && year >= 1000)
        return g_strdup_printf("%04d-%02d-%02d", year, month, day);
    n = 0;
    if (sscanf(word, "%2d.%2d%n", &day, &month, &n) == 2 && (word[n] == '\0' || strcmp(word + n, ".") == 0))
        return g_strdup_printf("%02d-%02d", month, day);
    return g_strdup(word);
}

char *
care_setting_check_holidays(const char *text, char **tidy)
{
    g_auto(GStrv) words = g_strsplit_set(text, " ,;\n\t", -1);
    g_autoptr(CareHolidays) holidays = NULL;
    g_autoptr(GString) rules = g_string_new(NULL);

    for (char **word = words; *word != NULL; word++) {
        g_autofree char *rule = holiday_from_typed(*word);

        if (*rule != '\0')
            g_string_append_printf(rules, "%s%s", rules->len > 0 ? " " : "", rule);
    }
    holidays = care_holidays_parse(rules->str, NULL);
    if (holidays == NULL || says_nothing(text))
        return g_strdup(_("needs days like 24.12. or 12-25, easter+1, 2026-12-24"));
    *tidy = g_string_free_and_steal(g_steal_pointer(&rules));
    return NULL;
}
