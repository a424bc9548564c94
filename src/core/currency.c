/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/currency.h"

#include <string.h>

typedef struct {
    char code[4];
    int digits;
    const char *symbol; /* how the world writes it; NULL: the code */
    const char *marks;  /* how else people write it beside an amount */
} Currency;

/* ISO 4217: decimals as in its table A.1; symbols as in the Unicode CLDR. Sorted by code. */
static const Currency currencies[] = {
    { "AED", 2, NULL, "د.إ dh dhs" },
    { "AUD", 2, "A$", "$ AU$" },
    { "BAM", 2, NULL, "KM" },
    { "BGN", 2, NULL, "лв лв." },
    { "BHD", 3, NULL, "BD د.ب" },
    { "BIF", 0, NULL, NULL },
    { "BRL", 2, "R$", "$" },
    { "CAD", 2, "CA$", "$ C$" },
    { "CHF", 2, NULL, "Fr Fr. SFr SFr." },
    { "CLF", 4, NULL, NULL },
    { "CLP", 0, NULL, "$" },
    { "CNY", 2, "CN¥", "¥ ￥ 元" },
    { "CZK", 2, NULL, "Kč Kc" },
    { "DJF", 0, NULL, NULL },
    { "DKK", 2, NULL, "kr kr." },
    { "EGP", 2, NULL, "E£ £ ج.م" },
    { "EUR", 2, "€", "Euro" },
    { "GBP", 2, "£", NULL },
    { "GNF", 0, NULL, NULL },
    { "HKD", 2, "HK$", "$" },
    { "HUF", 2, NULL, "Ft" },
    { "IDR", 2, NULL, "Rp Rp." },
    { "ILS", 2, "₪", NULL },
    { "INR", 2, "₹", "Rs Rs." },
    { "IQD", 3, NULL, NULL },
    { "ISK", 0, NULL, "kr kr." },
    { "JOD", 3, NULL, "JD" },
    { "JPY", 0, "¥", "￥ 円" },
    { "KES", 2, NULL, "KSh" },
    { "KMF", 0, NULL, NULL },
    { "KRW", 0, "₩", "￦ 원" },
    { "KWD", 3, NULL, "KD د.ك" },
    { "LYD", 3, NULL, "LD" },
    { "MAD", 2, NULL, "DH" },
    { "MXN", 2, "MX$", "$" },
    { "MYR", 2, NULL, "RM" },
    { "NGN", 2, "₦", NULL },
    { "NOK", 2, NULL, "kr kr." },
    { "NZD", 2, "NZ$", "$" },
    { "OMR", 3, NULL, "ر.ع." },
    { "PEN", 2, NULL, "S/ S/." },
    { "PHP", 2, "₱", NULL },
    { "PKR", 2, NULL, "Rs Rs." },
    { "PLN", 2, NULL, "zł zl" },
    { "PYG", 0, "₲", "Gs Gs." },
    { "RON", 2, NULL, "lei leu" },
    { "RSD", 2, NULL, "din din. дин." },
    { "RUB", 2, "₽", "руб руб. р." },
    { "RWF", 0, NULL, NULL },
    { "SAR", 2, NULL, "SR ر.س" },
    { "SEK", 2, NULL, "kr kr. :-" },
    { "SGD", 2, NULL, "$ S$" },
    { "THB", 2, "฿", NULL },
    { "TND", 3, NULL, "DT د.ت" },
    { "TRY", 2, "₺", "TL" },
    { "TWD", 2, "NT$", "$" },
    { "UAH", 2, "₴", "грн грн." },
    { "UGX", 0, NULL, NULL },
    { "USD", 2, "$", "US$" },
    { "UYI", 0, NULL, NULL },
    { "UYW", 4, NULL, NULL },
    { "VND", 0, "₫", "đ" },
    { "VUV", 0, NULL, NULL },
    { "XAF", 0, NULL, "FCFA" },
    { "XOF", 0, NULL, "CFA FCFA" },
    { "XPF", 0, NULL, "F" },
    { "ZAR", 2, NULL, "R" },
};

static const Currency *
find_currency(const char *code)
{
    for (gsize i = 0; code != NULL && i < G_N_ELEMENTS(currencies); i++)
        if (strcmp(currencies[i].code, code) == 0)
            return &currencies[i];
    return NULL;
}

/* How many decimals amounts in a currency (ISO 4217 code) have; 2 for a currency not known here. */
int
care_currency_digits(const char *currency)
{
    const Currency *found = find_currency(currency);

    return found != NULL ? found->digits : 2;
}

gint64
care_currency_minor_units(const char *currency)
{
    gint64 units = 1;

    for (int i = care_currency_digits(currency); i > 0; i--)
        units *= 10;
    return units;
}

/* The sign of a currency, or its code where no sign is understood everywhere. Static, or `currency` itself. */
const char *
care_currency_symbol(const char *currency)
{
    const Currency *found = find_currency(currency);

    return found != NULL && found->symbol != NULL ? found->symbol : currency;
}

/* All of ISO 4217 (list one, 2026), and those that have ended since 2020. Sorted. */
static const char known_codes[] = "AED AFN ALL AMD ANG AOA ARS AUD AWG AZN BAM BBD BDT BGN BHD BIF BMD BND "
                                  "BOB BOV BRL BSD BTN BWP BYN BZD CAD CDF "
                                  "CHE CHF CHW CLF CLP CNY COP COU CRC CUC CUP CVE CZK DJF DKK DOP DZD EGP "
                                  "ERN ETB EUR FJD FKP GBP GEL GHS GIP GMD "
                                  "GNF GTQ GYD HKD HNL HRK HTG HUF IDR ILS INR IQD IRR ISK JMD JOD JPY KES "
                                  "KGS KHR KMF KPW KRW KWD KYD KZT LAK LBP "
                                  "LKR LRD LSL LYD MAD MDL MGA MKD MMK MNT MOP MRU MUR MVR MWK MXN MXV MYR "
                                  "MZN NAD NGN NIO NOK NPR NZD OMR PAB PEN "
                                  "PGK PHP PKR PLN PYG QAR RON RSD RUB RWF SAR SBD SCR SDG SEK SGD SHP SLE "
                                  "SLL SOS SRD SSP STN SVC SYP SZL THB TJS "
                                  "TMT TND TOP TRY TTD TWD TZS UAH UGX USD USN UYI UYU UYW UZS VED VES VND "
                                  "VUV WST XAF XCD XCG XOF XPF YER ZAR ZMW "
                                  "ZWG ZWL";

/* All codes that care_currency_is_known() knows, sorted. Transfer full. */
GStrv
care_currency_codes(void)
{
    return g_strsplit(known_codes, " ", -1);
}

/* Whether it is the code of a currency that people pay with (ISO 4217): no made-up one, no metal and no test code. */
gboolean
care_currency_is_known(const char *text)
{
    return care_currency_is_code(text) && strstr(known_codes, text) != NULL;
}

/* Whether text has the form of an ISO 4217 code: three capitals. */
gboolean
care_currency_is_code(const char *text)
{
    return text != NULL && strlen(text) == 3 && g_ascii_isupper(text[0]) && g_ascii_isupper(text[1])
           && g_ascii_isupper(text[2]);
}

static gboolean
same_mark(const char *a, const char *b)
{
    g_autofree char *folded_a = g_utf8_casefold(a, -1);
    g_autofree char *folded_b = g_utf8_casefold(b, -1);

    return strcmp(folded_a, folded_b) == 0;
}

static gboolean
is_mark_of(const char *text, const Currency *currency)
{
    g_auto(GStrv) marks = g_strsplit(currency->marks != NULL ? currency->marks : "", " ", -1);

    if (same_mark(text, currency->code) || (currency->symbol != NULL && same_mark(text, currency->symbol)))
        return TRUE;
    for (char **mark = marks; *mark != NULL; mark++)
        if (same_mark(text, *mark))
            return TRUE;
    return FALSE;
}

/* Whether people write `text` beside an amount in that currency, or in any if `currency` is NULL. UTF-8. */
gboolean
care_currency_is_mark(const char *text, const char *currency)
{
    const Currency *found = find_currency(currency);

    if (currency != NULL && found == NULL)
        return same_mark(text, currency);
    if (found != NULL)
        return is_mark_of(text, found);
    for (gsize i = 0; i < G_N_ELEMENTS(currencies); i++)
        if (is_mark_of(text, &currencies[i]))
            return TRUE;
    return care_currency_is_code(text);
}
