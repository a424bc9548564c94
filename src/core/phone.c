/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/phone.h"

#include <string.h>

typedef enum {
    TRUNK_WRITTEN, /* national numbers are written with it: 0171 … */
    TRUNK_DROPPED, /* it is dialled by some, written by few: (1) 415 … */
} TrunkHabit;

typedef struct {
    char region[3];
    const char *country; /* calling code */
    const char *trunk;   /* "": none */
    TrunkHabit habit;
    const char *exit; /* dialled before a country code; NULL: 00 */
} Plan;

/* ITU-T E.164 calling codes; trunk and exit prefixes of the national plans (ITU-T E.164 "Dialling procedures"). Sorted by
 * region. A region that is not here keeps its digits as they are. */
static const Plan plans[] = {
    { "AD", "376", "", TRUNK_WRITTEN, NULL },   { "AE", "971", "0", TRUNK_WRITTEN, NULL },
    { "AL", "355", "0", TRUNK_WRITTEN, NULL },  { "AR", "54", "0", TRUNK_DROPPED, NULL },
    { "AT", "43", "0", TRUNK_WRITTEN, NULL },   { "AU", "61", "0", TRUNK_WRITTEN, "0011" },
    { "BA", "387", "0", TRUNK_WRITTEN, NULL },  { "BE", "32", "0", TRUNK_WRITTEN, NULL },
    { "BG", "359", "0", TRUNK_WRITTEN, NULL },  { "BR", "55", "0", TRUNK_DROPPED, NULL },
    { "BY", "375", "8", TRUNK_DROPPED, "810" }, { "CA", "1", "1", TRUNK_DROPPED, "011" },
    { "CH", "41", "0", TRUNK_WRITTEN, NULL },   { "CL", "56", "", TRUNK_WRITTEN, NULL },
    { "CN", "86", "0", TRUNK_DROPPED, NULL },   { "CO", "57", "", TRUNK_WRITTEN, NULL },
    { "CY", "357", "", TRUNK_WRITTEN, NULL },   { "CZ", "420", "", TRUNK_WRITTEN, NULL },
    { "DE", "49", "0", TRUNK_WRITTEN, NULL },   { "DK", "45", "", TRUNK_WRITTEN, NULL },
    { "DZ", "213", "0", TRUNK_WRITTEN, NULL },  { "EE", "372", "", TRUNK_WRITTEN, NULL },
    { "EG", "20", "0", TRUNK_WRITTEN, NULL },   { "ES", "34", "", TRUNK_WRITTEN, NULL },
    { "FI", "358", "0", TRUNK_WRITTEN, NULL },  { "FR", "33", "0", TRUNK_WRITTEN, NULL },
    { "GB", "44", "0", TRUNK_WRITTEN, NULL },   { "GR", "30", "", TRUNK_WRITTEN, NULL },
    { "HK", "852", "", TRUNK_WRITTEN, "001" },  { "HR", "385", "0", TRUNK_WRITTEN, NULL },
    { "HU", "36", "06", TRUNK_WRITTEN, NULL },  { "ID", "62", "0", TRUNK_WRITTEN, "001" },
    { "IE", "353", "0", TRUNK_WRITTEN, NULL },  { "IL", "972", "0", TRUNK_WRITTEN, NULL },
    { "IN", "91", "0", TRUNK_DROPPED, NULL },   { "IS", "354", "", TRUNK_WRITTEN, NULL },
    { "IT", "39", "", TRUNK_WRITTEN, NULL },    { "JP", "81", "0", TRUNK_WRITTEN, "010" },
    { "KE", "254", "0", TRUNK_WRITTEN, "000" }, { "KR", "82", "0", TRUNK_WRITTEN, NULL },
    { "KZ", "7", "8", TRUNK_DROPPED, "810" },   { "LI", "423", "", TRUNK_WRITTEN, NULL },
    { "LT", "370", "8", TRUNK_DROPPED, NULL },  { "LU", "352", "", TRUNK_WRITTEN, NULL },
    { "LV", "371", "", TRUNK_WRITTEN, NULL },   { "MA", "212", "0", TRUNK_WRITTEN, NULL },
    { "MC", "377", "", TRUNK_WRITTEN, NULL },   { "MD", "373", "0", TRUNK_WRITTEN, NULL },
    { "ME", "382", "0", TRUNK_WRITTEN, NULL },  { "MK", "389", "0", TRUNK_WRITTEN, NULL },
    { "MT", "356", "", TRUNK_WRITTEN, NULL },   { "MX", "52", "", TRUNK_WRITTEN, NULL },
    { "MY", "60", "0", TRUNK_WRITTEN, NULL },   { "NG", "234", "0", TRUNK_WRITTEN, "009" },
    { "NL", "31", "0", TRUNK_WRITTEN, NULL },   { "NO", "47", "", TRUNK_WRITTEN, NULL },
    { "NZ", "64", "0", TRUNK_WRITTEN, NULL },   { "PH", "63", "0", TRUNK_WRITTEN, NULL },
    { "PK", "92", "0", TRUNK_WRITTEN, NULL },   { "PL", "48", "", TRUNK_WRITTEN, NULL },
    { "PT", "351", "", TRUNK_WRITTEN, NULL },   { "RO", "40", "0", TRUNK_WRITTEN, NULL },
    { "RS", "381", "0", TRUNK_WRITTEN, NULL },  { "RU", "7", "8", TRUNK_DROPPED, "810" },
    { "SA", "966", "0", TRUNK_WRITTEN, NULL },  { "SE", "46", "0", TRUNK_WRITTEN, NULL },
    { "SG", "65", "", TRUNK_WRITTEN, "001" },   { "SI", "386", "0", TRUNK_WRITTEN, NULL },
    { "SK", "421", "0", TRUNK_WRITTEN, NULL },  { "SM", "378", "", TRUNK_WRITTEN, NULL },
    { "TH", "66", "0", TRUNK_WRITTEN, "001" },  { "TN", "216", "", TRUNK_WRITTEN, NULL },
    { "TR", "90", "0", TRUNK_WRITTEN, NULL },   { "TW", "886", "0", TRUNK_WRITTEN, "002" },
    { "UA", "380", "0", TRUNK_WRITTEN, NULL },  { "US", "1", "1", TRUNK_DROPPED, "011" },
    { "VN", "84", "0", TRUNK_WRITTEN, NULL },   { "XK", "383", "0", TRUNK_WRITTEN, NULL },
    { "ZA", "27", "0", TRUNK_WRITTEN, NULL },
};

/* Digits that a number of another country has at least, its code with it. */
#define SHORTEST_ABROAD 7

static const Plan *
find_plan(const char *region)
{
    for (gsize i = 0; region != NULL && i < G_N_ELEMENTS(plans); i++)
        if (g_ascii_strcasecmp(plans[i].region, region) == 0)
            return &plans[i];
    return NULL;
}

/* Whether an extension begins here: "ext. 12", "x12", "#12", ";ext=12", "Durchwahl 12", ",,12". Not before there
 * are digits of a number ("Tel: …", "Mobile …"). */
static gboolean
starts_extension(gunichar c, gsize digits)
{
    return digits >= 3 && (g_unichar_isalpha(c) || c == '#' || c == ';' || c == ',' || c == '*');
}

/* The digits up to an extension; `international` says that they began with a plus. "(0)" in an international
 * number is the trunk prefix for those who call from inside the country. */
static char *
collect_digits(const char *number, gboolean *international)
{
    g_autofree char *valid = g_utf8_make_valid(number, -1);
    GString *digits = g_string_new(NULL);

    *international = FALSE;
    for (const char *p = valid; *p != '\0'; p = g_utf8_next_char(p)) {
        gunichar c = g_utf8_get_char(p);
        int digit = g_unichar_digit_value(c);

        if (digits->len > 0 && g_str_has_prefix(p, "(0)")
            && (*international || g_str_has_prefix(digits->str, "00")))
            p += 2;
        else if (digit >= 0)
            g_string_append_c(digits, (char)('0' + digit));
        else if ((c == '+' || c == 0xff0b) && digits->len == 0)
            *international = TRUE;
        else if (starts_extension(c, digits->len))
            break;
    }
    return g_string_free_and_steal(digits);
}

/* Whether digits are an international number whose plus was eaten, by a spreadsheet or a messenger: "49171…". They begin
 * with the country's code, and are more than any national number that begins so has. */
static gboolean
lost_its_plus(const char *digits, const Plan *plan)
{
    gsize shortest = plan->habit == TRUNK_DROPPED ? (*plan->country == '7' ? 11 : 12)
                     : plan->trunk[0] == '\0'     ? 11
                                                  : 10;

    return strlen(digits) >= shortest && strcmp(plan->country, "1") != 0
           && g_str_has_prefix(digits, plan->country)
           && (plan->trunk[0] == '\0' || !g_str_has_prefix(digits, plan->trunk));
}

/* A national number in the one form it is stored in: with the trunk prefix, or without where few write it. */
static char *
national_form(const char *digits, const Plan *plan)
{
    gsize trunk = strlen(plan->trunk);
    gboolean has_trunk = trunk > 0 && g_str_has_prefix(digits, plan->trunk) && strlen(digits) > 7;

    if (plan->habit == TRUNK_DROPPED && has_trunk && (plan->trunk[0] == '0' || strlen(digits) == 11))
        return g_strdup(digits + trunk);
    return g_strdup(digits);
}

static char *
from_international(const char *digits, const Plan *plan)
{
    gsize country = strlen(plan->country);
    const char *rest = digits + country;

    if (!g_str_has_prefix(digits, plan->country) || *rest == '\0')
        return g_strdup(digits); /* a foreign number keeps its country code */
    if (plan->trunk[0] == '\0')
        return g_strdup(rest);
    if (g_str_has_prefix(rest, plan->trunk) && plan->trunk[0] == '0')
        rest += strlen(plan->trunk); /* "+49 0171", as some write it */
    if (plan->habit == TRUNK_DROPPED)
        return g_strdup(rest);
    return g_strconcat(plan->trunk, rest, NULL);
}

/* An exit prefix counts as one only before so many digits: "00" may begin a short number of another kind. */
static char *
digits_of(const char *number, const char *region, gsize after_exit)
{
    const Plan *plan = find_plan(region);
    gboolean international;
    g_autofree char *digits = collect_digits(number != NULL ? number : "", &international);
    const char *exit;

    if (plan == NULL)
        return g_steal_pointer(&digits);
    exit = plan->exit != NULL ? plan->exit : "00";
    if (international || lost_its_plus(digits, plan))
        return from_international(digits, plan);
    if (g_str_has_prefix(digits, exit) && strlen(digits) >= strlen(exit) + after_exit)
        return from_international(digits + strlen(exit), plan);
    return national_form(digits, plan);
}

/*
 * The digits a phone number is stored and searched by: in the national form of `region` (ISO 3166, the shop's
 * country), so "+49 171 …", "0049171…", "49171…" and "0171-…" are one number. Foreign numbers keep their country code, without
 * plus or exit prefix. Extensions are left out. Without a known region: the digits as they stand. Never NULL; "" if
 * there are none. Free with g_free().
 */
char *
care_phone_digits(const char *number, const char *region)
{
    return digits_of(number, region, SHORTEST_ABROAD);
}

/* The digits that a stored number begins with, from what has been typed of it so far. Free with g_free(). */
char *
care_phone_digits_begun(const char *begun, const char *region)
{
    return digits_of(begun, region, 1);
}

gboolean
care_phone_is_number(const char *number)
{
    for (const char *c = number; *c; c = g_utf8_next_char(c))
        if (g_unichar_digit_value(g_utf8_get_char(c)) >= 0)
            return TRUE;
    return FALSE;
}
