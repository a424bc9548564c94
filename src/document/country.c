/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "document/country.h"

#include <string.h>

#include <unicode/uloc.h>

#include "document/language.h"

#define MAX_NAME 128

/* What people write beside the names that ICU has. */
static const char *const other_names[][2] = {
    { "UK", "GB" },
    { "U.K.", "GB" },
    { "Great Britain", "GB" },
    { "England", "GB" },
    { "Scotland", "GB" },
    { "Wales", "GB" },
    { "USA", "US" },
    { "U.S.A.", "US" },
    { "United States of America", "US" },
    { "America", "US" },
    { "Holland", "NL" },
    { "The Netherlands", "NL" },
    { "Turkey", "TR" },
    { "Czech Republic", "CZ" },
    { "South Korea", "KR" },
    { "Republic of Ireland", "IE" },
};

/* Transfer full; NULL where ICU has no name for it. */
static char *
name_in(const char *code, const char *language)
{
    UErrorCode status = U_ZERO_ERROR;
    g_autofree char *locale = g_strconcat("und_", code, NULL);
    UChar name[MAX_NAME];
    int length = uloc_getDisplayCountry(locale, language, name, MAX_NAME, &status);

    return U_SUCCESS(status) && status != U_USING_DEFAULT_WARNING && length < MAX_NAME
               ? g_utf16_to_utf8((const gunichar2 *)name, length, NULL, NULL, NULL)
               : NULL;
}

static gboolean
same(const char *name, const char *folded)
{
    g_autofree char *other = name != NULL ? g_utf8_casefold(name, -1) : NULL;

    return other != NULL && strcmp(other, folded) == 0;
}

/* In the language of the messages, in English, or in the country's own, which is the likeliest one there. */
static gboolean
is_called(const char *code, const char *folded)
{
    UErrorCode status = U_ZERO_ERROR;
    g_autofree char *locale = g_strconcat("und_", code, NULL);
    g_autofree char *here = name_in(code, care_messages_language());
    g_autofree char *english = name_in(code, "en");
    g_autofree char *own = NULL;
    char likely[MAX_NAME];

    if (same(here, folded) || same(english, folded))
        return TRUE;
    uloc_addLikelySubtags(locale, likely, MAX_NAME, &status);
    own = U_SUCCESS(status) ? name_in(code, likely) : NULL;
    return same(own, folded);
}

static const char *
code_of_name(const char *text)
{
    g_autofree char *folded = g_utf8_casefold(text, -1);
    const char *const *codes = uloc_getISOCountries();

    for (gsize i = 0; i < G_N_ELEMENTS(other_names); i++)
        if (same(other_names[i][0], folded))
            return other_names[i][1];
    for (gsize i = 0; codes[i] != NULL; i++)
        if (is_called(codes[i], folded))
            return codes[i];
    return NULL;
}

const char *
care_country_code(const char *typed)
{
    g_autofree char *text = typed != NULL ? g_utf8_make_valid(typed, -1) : g_strdup("");
    const char *const *codes = uloc_getISOCountries();

    g_strstrip(text);
    for (gsize i = 0; strlen(text) == 2 && codes[i] != NULL; i++)
        if (g_ascii_strcasecmp(codes[i], text) == 0)
            return codes[i];
    return *text != '\0' ? code_of_name(text) : NULL;
}

char *
care_country_name(const char *code)
{
    char *name = name_in(code, care_messages_language());

    return name != NULL ? name : g_strdup(code);
}

/* The United States, their territories, and who writes as they do. */
gboolean
care_country_puts_month_first(const char *code)
{
    static const char *const codes[]
        = { "US", "AS", "FM", "GU", "MH", "MP", "PH", "PR", "PW", "UM", "VI", NULL };

    return code != NULL && g_strv_contains(codes, code);
}

const char *
care_country_han_language(const char *code)
{
    static const char *const languages[][2] = {
        { "CN", "zh-cn" }, { "HK", "zh-hk" }, { "JP", "ja" },    { "KR", "ko" },
        { "MO", "zh-hk" }, { "SG", "zh-cn" }, { "TW", "zh-tw" },
    };

    for (gsize i = 0; code != NULL && i < G_N_ELEMENTS(languages); i++)
        if (strcmp(languages[i][0], code) == 0)
            return languages[i][1];
    return NULL;
}
