/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
/* Account numbers (ISO 13616), bank codes (ISO 9362) and creditor references (ISO 11649). Pure functions. */
#include "document/iban.h"

#include <string.h>

/* The shortest number of an account, behind the word that some write before it. */
#define WORD "IBAN"
#define SHORTEST 15

static gboolean
is_dash(gunichar c)
{
    return g_unichar_type(c) == G_UNICODE_DASH_PUNCTUATION;
}

static void
drop_word(GString *code)
{
    if (!g_str_has_prefix(code->str, WORD) || code->len < strlen(WORD) + SHORTEST)
        return;
    g_string_erase(code, 0, (gssize)strlen(WORD));
    if (code->str[0] == ':')
        g_string_erase(code, 0, 1);
}

/* Without what stands between its groups, on screens and papers, our own included: any blank, dashes, and what is not seen
 * at all; nor the word before it. Capital letters of the usual width: how banks exchange it. Free with g_free. */
char *
care_iban_normalise(const char *text)
{
    g_autofree char *valid = g_utf8_make_valid(text != NULL ? text : "", -1);
    g_autofree char *usual = g_utf8_normalize(valid, -1, G_NORMALIZE_ALL_COMPOSE);
    g_autoptr(GString) out = g_string_new(NULL);

    for (const char *c = usual; *c != '\0'; c = g_utf8_next_char(c)) {
        gunichar letter = g_utf8_get_char(c);

        if (is_dash(letter))
            continue;
        if (letter < 0x80 && g_ascii_isgraph(*c))
            g_string_append_c(out, g_ascii_toupper(*c));
        else if (g_unichar_isgraph(letter))
            g_string_append_unichar(out, letter);
    }
    drop_word(out);
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

    return length >= SHORTEST && length <= 34 && starts_with_country_and_digits(code)
           && remainder_97(code) == 1;
}

/* The countries of the registry, each with how long its numbers are; in order. */
static const char registry[]
    = "AD24 AE23 AL28 AT20 AZ28 BA20 BE16 BG22 BH22 BI27 BR29 BY28 CH21 CR22 CY28 CZ24 DE22 DJ27 "
      "DK18 DO28 EE20 EG29 ES24 FI18 FK18 FO18 FR27 GB22 GE22 GI23 GL18 GR27 GT28 HN28 HR21 HU28 "
      "IE22 IL23 IQ23 IS26 IT27 JO30 KW30 KZ20 LB28 LC32 LI21 LT20 LU20 LV21 LY25 MC27 MD24 ME22 "
      "MK19 MN20 MR27 MT31 MU30 NI28 NL18 NO15 OM23 PK24 PL28 PS29 PT25 QA29 RO24 RS22 RU33 SA24 "
      "SC31 SD18 SE24 SI19 SK24 SM27 SO23 ST25 SV28 TL23 TN24 TR26 UA29 VA22 VG24 XK20 YE30 ";

CareIbanLook
care_iban_look(const char *text)
{
    g_autofree char *code = care_iban_normalise(text);
    gsize length = strlen(code);

    for (const char *country = registry; length >= 2 && *country != '\0'; country += strlen("DE22 "))
        if (strncmp(country, code, 2) == 0)
            return g_ascii_strtoull(country + 2, NULL, 10) == length ? CARE_IBAN_OF_COUNTRY
                                                                     : CARE_IBAN_WRONG_LENGTH;
    return CARE_IBAN_NO_COUNTRY;
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
