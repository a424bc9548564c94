/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/phone.h"

#include <string.h>

#include "core/phone-plan.h"
#include "core/phone-private.h"

/* Digits that a number of another country has at least, its code with it. */
#define SHORTEST_ABROAD 7

/* Whether an extension begins here: "ext. 12", "x12", "#12", ";ext=12", "Durchwahl 12", ",,12". Not before there
 * are digits of a number ("Tel: …", "Mobile …"). */
static gboolean
starts_extension(gunichar c, gsize digits)
{
    return digits >= 3 && (g_unichar_isalpha(c) || c == '#' || c == ';' || c == ',' || c == '*');
}

/* The digits up to an extension; `international` says that they began with a plus. "(0)" in an international
 * number is the trunk prefix for those who call from inside the country. No g_str_has_prefix() at each letter, which counts
 * them all to the end. */
char *
care_phone_collect(const char *number, gboolean *international)
{
    g_autofree char *valid = g_utf8_make_valid(number != NULL ? number : "", -1);
    GString *digits = g_string_new(NULL);

    *international = FALSE;
    for (const char *p = valid; *p != '\0'; p = g_utf8_next_char(p)) {
        gunichar c = g_utf8_get_char(p);
        int digit = g_unichar_digit_value(c);

        if (digits->len > 0 && strncmp(p, "(0)", 3) == 0
            && (*international || strncmp(digits->str, "00", 2) == 0))
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
lost_its_plus(const char *digits, const CarePhonePlan *plan)
{
    gsize shortest = plan->habit == CARE_TRUNK_DROPPED ? (*plan->country == '7' ? 11 : 12)
                     : plan->trunk[0] == '\0'          ? 11
                                                       : 10;

    return strlen(digits) >= shortest && strcmp(plan->country, "1") != 0
           && g_str_has_prefix(digits, plan->country) && !care_phone_plan_has_trunk(plan, digits);
}

/* A national number in the one form it is stored in: with the trunk prefix, or without where few write it. */
static char *
national_form(const char *digits, const CarePhonePlan *plan)
{
    gboolean has_trunk = care_phone_plan_has_trunk(plan, digits) && strlen(digits) > 7;

    if (plan->habit == CARE_TRUNK_DROPPED && has_trunk && (plan->trunk[0] == '0' || strlen(digits) == 11))
        return g_strdup(digits + strlen(plan->trunk));
    return g_strdup(digits);
}

/* What follows the country code, without a trunk prefix that some write behind it ("+49 0171"). */
static const char *
behind_country(const char *digits, const CarePhonePlan *plan)
{
    const char *rest = digits + strlen(plan->country);

    return plan->trunk[0] == '0' && care_phone_plan_has_trunk(plan, rest) ? rest + strlen(plan->trunk) : rest;
}

/* A foreign number keeps its country code, and that alone. */
static char *
foreign_form(const char *digits)
{
    const CarePhonePlan *plan = care_phone_plan_of_number(digits);

    if (plan == NULL || strlen(digits) < SHORTEST_ABROAD)
        return g_strdup(digits);
    return g_strconcat(plan->country, behind_country(digits, plan), NULL);
}

char *
care_phone_from_international(const char *digits, const CarePhonePlan *plan)
{
    const char *rest;

    if (!g_str_has_prefix(digits, plan->country) || digits[strlen(plan->country)] == '\0')
        return foreign_form(digits);
    rest = behind_country(digits, plan);
    if (plan->trunk[0] == '\0' || plan->habit == CARE_TRUNK_DROPPED)
        return g_strdup(rest);
    return g_strconcat(plan->trunk, rest, NULL);
}

const char *
care_phone_behind_exit(const char *digits, const CarePhonePlan *plan, gsize at_least)
{
    const char *exits[] = { plan->exit, "00" };

    for (gsize i = 0; i < G_N_ELEMENTS(exits); i++)
        if (exits[i] != NULL && g_str_has_prefix(digits, exits[i])
            && strlen(digits) >= strlen(exits[i]) + at_least)
            return digits + strlen(exits[i]);
    return NULL;
}

/* An exit prefix counts as one only before so many digits: "00" may begin a short number of another kind. */
static char *
digits_of(const char *number, const char *region, gsize after_exit)
{
    const CarePhonePlan *plan = care_phone_plan_of_region(region);
    gboolean international;
    g_autofree char *digits = care_phone_collect(number, &international);
    const char *abroad;

    if (plan == NULL)
        return g_steal_pointer(&digits);
    if (international || lost_its_plus(digits, plan))
        return care_phone_from_international(digits, plan);
    abroad = care_phone_behind_exit(digits, plan, after_exit);
    return abroad != NULL ? care_phone_from_international(abroad, plan) : national_form(digits, plan);
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
