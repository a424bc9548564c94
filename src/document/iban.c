/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
/* Account numbers (ISO 13616), bank codes (ISO 9362) and creditor references (ISO 11649). Pure functions. */
#include "document/iban.h"

/* Capital letters and digits only: how banks exchange it. Free with g_free. */
char *
care_iban_normalise(const char *text)
{
    g_autoptr(GString) out = g_string_new(NULL);

    for (const char *c = text != NULL ? text : ""; *c != '\0'; c++) {
        if (!g_ascii_isspace(*c))
            g_string_append_c(out, g_ascii_toupper(*c));
    }

    return g_strdup(out->str);
}

/* The remainder by 97 of the text with its first four characters moved to the end and letters as 10 … 35;
 * -1 when it holds anything else. */
static int
remainder_97(const char *code)
{
    gsize length = strlen(code);
    int remainder = 0;

    for (gsize i = 0; i < length; i++) {
        char c = code[(i + 4) % length];

        if (g_ascii_isdigit(c))
            remainder = (remainder * 10 + (c - '0')) % 97;
        else if (g_ascii_isupper(c))
            remainder = (remainder * 100 + (c - 'A' + 10)) % 97;
        else
            return -1;
    }

    return remainder;
}

static gboolean
starts_with_country_and_digits(const char *code)
{
    return g_ascii_isupper(code[0]) && g_ascii_isupper(code[1]) && g_ascii_isdigit(code[2])
           && g_ascii_isdigit(code[3]);
}

/* TRUE when the check digits are right; spaces and case do not matter. */
gboolean
care_iban_check(const char *text)
{
    g_autofree char *code = care_iban_normalise(text);
    gsize length = strlen(code);

    return length >= 15 && length <= 34 && starts_with_country_and_digits(code) && remainder_97(code) == 1;
}

/* In groups of four, as people read it. Free with g_free. */
char *
care_iban_format(const char *text)
{
    g_autofree char *code = care_iban_normalise(text);
    g_autoptr(GString) out = g_string_new(NULL);

    for (gsize i = 0; code[i] != '\0'; i++) {
        if (i > 0 && i % 4 == 0)
            g_string_append(out, "\u00a0");
        g_string_append_c(out, code[i]);
    }

    return g_strdup(out->str);
}

/* Eight or eleven characters: bank (letters), country (letters), place, branch. */
gboolean
care_bic_check(const char *text)
{
    g_autofree char *code = care_iban_normalise(text);
    gsize length = strlen(code);

    if (length != 8 && length != 11)
        return FALSE;
    for (gsize i = 0; i < length; i++) {
        if (i < 6 ? !g_ascii_isupper(code[i]) : !g_ascii_isalnum(code[i]))
            return FALSE;
    }

    return TRUE;
}

/* "RF18 5390 0754 7034": ISO 11649. */
gboolean
care_creditor_reference_check(const char *text)
{
    g_autofree char *code = care_iban_normalise(text);
    gsize length = strlen(code);

    return length >= 5 && length <= 25 && g_str_has_prefix(code, "RF") && starts_with_country_and_digits(code)
           && remainder_97(code) == 1;
}
