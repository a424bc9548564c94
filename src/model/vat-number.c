/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "model/vat-number.h"

#include <string.h>

/* What follows the two letters: 9 a digit, a a letter, * either, ? a digit that may be missing at the end. */
static const struct {
    const char *prefix;
    const char *form;
} forms[] = {
    { "AT", "U99999999" },      { "BE", "9999999999" },    { "BG", "999999999?" },    { "CY", "99999999a" },
    { "CZ", "99999999??" },     { "DE", "999999999" },     { "DK", "99999999" },      { "EE", "999999999" },
    { "EL", "999999999" },      { "ES", "*9999999*" },     { "FI", "99999999" },      { "FR", "**999999999" },
    { "GB", "999999999" },      { "GB", "999999999999" },  { "GB", "GD999" },         { "GB", "HA999" },
    { "HR", "99999999999" },    { "HU", "99999999" },      { "IE", "9*99999a" },      { "IE", "9999999aa" },
    { "IT", "99999999999" },    { "LT", "999999999" },     { "LT", "999999999999" },  { "LU", "99999999" },
    { "LV", "99999999999" },    { "MT", "99999999" },      { "NL", "999999999B99" },  { "PL", "9999999999" },
    { "PT", "999999999" },      { "RO", "99????????" },    { "SE", "999999999999" },  { "SI", "99999999" },
    { "SK", "9999999999" },     { "XI", "999999999" },     { "XI", "999999999999" },  { "CH", "E999999999" },
    { "CH", "E999999999MWST" }, { "CH", "E999999999TVA" }, { "CH", "E999999999IVA" },
};

static gboolean
fits_letter(char sign, char c)
{
    switch (sign) {
    case '9':
    case '?':
        return g_ascii_isdigit(c);
    case 'a':
        return g_ascii_isupper(c);
    case '*':
        return g_ascii_isupper(c) || g_ascii_isdigit(c);
    default:
        return c == sign;
    }
}

static gboolean
fits(const char *form, const char *rest)
{
    for (; *rest != '\0'; form++, rest++)
        if (*form == '\0' || !fits_letter(*form, *rest))
            return FALSE;
    return *form == '\0' || *form == '?';
}

/* Blanks, dashes and brackets of all kinds, and what is not seen, as papers and pages have them. */
static gboolean
is_layout(gunichar c)
{
    switch (g_unichar_type(c)) {
    case G_UNICODE_DASH_PUNCTUATION:
    case G_UNICODE_OPEN_PUNCTUATION:
    case G_UNICODE_CLOSE_PUNCTUATION:
    case G_UNICODE_FORMAT:
        return TRUE;
    default:
        return c == '.' || c == '/' || c == ':' || g_unichar_isspace(c);
    }
}

char *
care_vat_number_compact(const char *text)
{
    g_autofree char *valid = g_utf8_make_valid(text, -1);
    GString *compact = g_string_new(NULL);

    for (const char *p = valid; *p != '\0'; p = g_utf8_next_char(p))
        if (!is_layout(g_utf8_get_char(p)))
            g_string_append_unichar(compact, g_unichar_toupper(g_utf8_get_char(p)));
    return g_string_free(compact, FALSE);
}

gboolean
care_vat_number_is_well_formed(const char *text)
{
    g_autofree char *compact = care_vat_number_compact(text);
    gboolean known = FALSE;

    for (gsize i = 0; i < G_N_ELEMENTS(forms); i++) {
        if (!g_str_has_prefix(compact, forms[i].prefix))
            continue;
        known = TRUE;
        if (fits(forms[i].form, compact + strlen(forms[i].prefix)))
            return TRUE;
    }
    return !known;
}

gboolean
care_vat_numbers_equal(const char *a, const char *b)
{
    g_autofree char *one = care_vat_number_compact(a);
    g_autofree char *other = care_vat_number_compact(b);

    return strcmp(one, other) == 0;
}

/* How numbers begin that count for supplies within the Union; of the United Kingdom those of Northern Ireland do. */
static const char *
prefix_of(const char *country)
{
    return strcmp(country, "GR") == 0 ? "EL" : strcmp(country, "GB") == 0 ? "XI" : country;
}

gboolean
care_vat_number_is_of_other_state(const char *number, const char *country)
{
    g_autofree char *compact = care_vat_number_compact(number);

    for (gsize i = 0; i < G_N_ELEMENTS(forms); i++)
        if (g_str_has_prefix(compact, forms[i].prefix))
            return strcmp(forms[i].prefix, "GB") != 0 && strcmp(forms[i].prefix, "CH") != 0
                   && strcmp(forms[i].prefix, prefix_of(country)) != 0;
    return FALSE;
}

static gboolean
has_prefix(const char *number, const char *prefix)
{
    g_autofree char *compact = care_vat_number_compact(number);

    return g_str_has_prefix(compact, prefix);
}

gboolean
care_vat_is_of_union(const char *country, const char *number)
{
    if (strcmp(country, "GB") == 0)
        return number != NULL && has_prefix(number, "XI");
    if (strcmp(country, "CH") == 0)
        return FALSE;
    for (gsize i = 0; i < G_N_ELEMENTS(forms); i++)
        if (strcmp(forms[i].prefix, prefix_of(country)) == 0)
            return TRUE;
    return FALSE;
}
