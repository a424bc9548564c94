/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
/* What somebody types, or pastes, to find a phone number. */
#include <string.h>

#include "core/fold.h"
#include "core/phone-private.h"
#include "core/phone.h"

/* With a word beside it ("Tel. …") a number has so many digits at least. */
#define SHORTEST_LABELLED 5
/* The beginning of a number that was typed without its plus is taken for one from here on: "49171". */
#define SHORTEST_GUESS 5
/* A number in the form of another country has so many digits at least, and one without a plus that is of another country. */
#define SHORTEST_HOME 6
#define SHORTEST_ABROAD 11

/* What stands beside a number on cards, in letters and in links; folded. Of other words a colon or a stop makes one. */
static const char *const labels[]
    = { "tel",     "telefon",   "telefono", "telefone",  "telefoon", "telephone",    "telefax", "fon",
        "phone",   "fax",       "mobil",    "mobile",    "movil",    "mobiltelefon", "mob",     "handy",
        "cell",    "cellphone", "cellular", "gsm",       "natel",    "whatsapp",     "sms",     "callto",
        "call",    "privat",    "private",  "home",      "work",     "office",       "buro",    "тел",
        "телефон", "τηλ",       "電話",     "电话",      "手机",     "전화",         "هاتف",    "تلفن",
        "ext",     "extension", "x",        "durchwahl", "dw",       "poste",        "int" };

static gboolean
is_label(const char *word)
{
    for (gsize i = 0; i < G_N_ELEMENTS(labels); i++) {
        g_autofree char *label = care_text_fold(labels[i]);

        if (strcmp(label, word) == 0)
            return TRUE;
    }
    return FALSE;
}

static gboolean
is_between_digits(gunichar c)
{
    return c == '+' || c == 0xff0b || g_unichar_isspace(c) || g_unichar_ispunct(c)
           || g_unichar_type(c) == G_UNICODE_FORMAT;
}

/* The end of the word that begins here. */
static const char *
end_of_word(const char *at)
{
    while (*at != '\0' && g_unichar_isalpha(g_utf8_get_char(at)))
        at = g_utf8_next_char(at);
    return at;
}

static gboolean
is_beside_a_number(const char *word, const char *end, gsize digits)
{
    g_autofree char *text = g_strndup(word, (gsize)(end - word));
    g_autofree char *folded = care_text_fold(text);

    return is_label(folded) || (digits == 0 && (*end == ':' || *end == '.'));
}

gboolean
care_phone_is_typed(const char *text)
{
    g_autofree char *valid = g_utf8_make_valid(text, -1);
    gsize digits = 0;
    gboolean labelled = FALSE;

    for (const char *p = valid; *p != '\0';) {
        gunichar c = g_utf8_get_char(p);
        const char *end = end_of_word(p);

        if (end > p && !is_beside_a_number(p, end, digits))
            return FALSE;
        if (end == p && g_unichar_digit_value(c) < 0 && !is_between_digits(c))
            return FALSE;
        labelled |= end > p;
        digits += end == p && g_unichar_digit_value(c) >= 0;
        p = end > p ? end : g_utf8_next_char(p);
    }
    return digits >= (labelled ? SHORTEST_LABELLED : 1);
}

/* A nought or a plus begins it, with a bracket before it or not; "0.50" is an amount. */
static gboolean
is_from_elsewhere(const char *text)
{
    const char *p = text + strspn(text, " (");
    gunichar first = g_utf8_get_char(p);
    gunichar next = *p != '\0' ? g_utf8_get_char(g_utf8_next_char(p)) : 0;

    return first == '+' || first == 0xff0b
           || (g_unichar_digit_value(first) == 0 && next != '.' && next != ',');
}

static gboolean
is_within_the_place(gunichar c)
{
    return g_unichar_digit_value(c) >= 0 || g_unichar_isspace(c) || g_unichar_type(c) == G_UNICODE_FORMAT
           || g_unichar_type(c) == G_UNICODE_DASH_PUNCTUATION || c == '(' || c == ')';
}

/* "2026-9999", "2026-11-24": a year, and what is of it. */
static gboolean
begins_with_year(const char *text)
{
    gsize digits = strspn(text, "0123456789");

    return digits == 4 && text[4] == '-' && (g_str_has_prefix(text, "19") || g_str_has_prefix(text, "20"));
}

/* "24.11.2026" and "05.11.26" as "24/11/2026": two, two, and a year. */
static gboolean
is_day(const char *text)
{
    return g_regex_match_simple("^\\d?\\d([./-])\\d?\\d\\1(19|20)?\\d\\d$", text, G_REGEX_DEFAULT,
                                G_REGEX_MATCH_DEFAULT);
}

gboolean
care_phone_is_whole(const char *text)
{
    g_autofree char *plain = g_strstrip(g_utf8_make_valid(text, -1));
    gsize digits = 0;
    gboolean elsewhere = is_from_elsewhere(plain);

    if (!care_phone_is_typed(plain) || is_day(plain))
        return FALSE;
    for (const char *p = plain; *p != '\0'; p = g_utf8_next_char(p)) {
        gunichar c = g_utf8_get_char(p);

        if (g_unichar_isalpha(c))
            return TRUE; /* it says itself what it is: "Tel. 555 12 34" */
        if (!elsewhere && !is_within_the_place(c))
            return FALSE;
        digits += g_unichar_digit_value(c) >= 0;
    }
    return digits >= SHORTEST_LABELLED && (elsewhere || !begins_with_year(plain));
}

/* A number with a country code as people of that country write it, with its trunk prefix; NULL where that is no other. */
static char *
at_home(const char *digits)
{
    const CarePhonePlan *plan = care_phone_plan_of_number(digits);

    if (plan == NULL || plan->trunk[0] == '\0' || digits[strlen(plan->country)] == '\0')
        return NULL;
    return g_strconcat(plan->trunk, digits + strlen(plan->country), NULL);
}

char *
care_phone_also(const char *number, const char *stored)
{
    gboolean international;
    g_autofree char *digits = care_phone_collect(number, &international);
    gboolean exit = !international && g_str_has_prefix(digits, "00");
    const char *abroad = exit ? digits + strlen("00") : digits;
    const CarePhonePlan *plan = care_phone_plan_of_number(abroad);

    if (plan == NULL || !g_str_has_prefix(stored, plan->country))
        return NULL;
    /* its own country's code is not stored, a foreign one is */
    if (international || exit ? strlen(stored) + strlen("0") < strlen(abroad)
                              : strlen(stored) < SHORTEST_ABROAD)
        return NULL;
    return at_home(stored);
}

static void
add(GPtrArray *readings, char *digits)
{
    if (*digits == '\0' || g_ptr_array_find_with_equal_func(readings, digits, g_str_equal, NULL))
        g_free(digits);
    else
        g_ptr_array_add(readings, digits);
}

static void
add_home(GPtrArray *readings, const char *abroad, const CarePhonePlan *plan)
{
    g_autofree char *home = NULL;

    if (g_str_has_prefix(abroad, plan->country))
        return;
    home = at_home(abroad);
    if (home != NULL && strlen(home) >= SHORTEST_HOME)
        add(readings, g_steal_pointer(&home));
}

/* What digits without a plus may be: with one that was eaten, or with a trunk prefix that is not stored. */
static void
add_guesses(GPtrArray *readings, const char *digits, const CarePhonePlan *plan)
{
    gboolean trunk = care_phone_plan_has_trunk(plan, digits);

    if (strlen(digits) < SHORTEST_GUESS)
        return;
    if (!trunk && g_str_has_prefix(digits, plan->country) && strcmp(plan->country, "1") != 0)
        add(readings, care_phone_from_international(digits, plan));
    if (trunk && plan->habit == CARE_TRUNK_DROPPED)
        add(readings, g_strdup(digits + strlen(plan->trunk)));
}

GPtrArray *
care_phone_readings(const char *text, const char *region)
{
    GPtrArray *readings = g_ptr_array_new_with_free_func(g_free);
    const CarePhonePlan *plan = care_phone_plan_of_region(region);
    gboolean international;
    g_autofree char *digits = care_phone_collect(text, &international);
    const char *abroad;

    add(readings, care_phone_digits_begun(text, region));
    if (plan == NULL)
        return readings;
    abroad = international ? digits : care_phone_behind_exit(digits, plan, 1);
    if (abroad != NULL)
        add_home(readings, abroad, plan);
    else
        add_guesses(readings, digits, plan);
    add(readings, g_strdup(digits));
    return readings;
}

/* Whether a number begins here: as people write one behind a name, with a plus or a nought. */
static gboolean
begins_number(const char *text, const char *at)
{
    gunichar c = g_utf8_get_char(at);

    return (c == '+' || c == 0xff0b || g_unichar_digit_value(c) == 0)
           && (at == text || g_unichar_isspace(g_utf8_get_char(g_utf8_prev_char(at))));
}

/* The end of a number: the last of its digits before a letter. */
static const char *
end_of_number(const char *at, gsize *digits)
{
    const char *end = at;

    for (*digits = 0; *at != '\0'; at = g_utf8_next_char(at)) {
        gunichar c = g_utf8_get_char(at);

        if (g_unichar_digit_value(c) >= 0) {
            (*digits)++;
            end = g_utf8_next_char(at);
        } else if (!is_between_digits(c)) {
            break;
        }
    }
    return end;
}

gboolean
care_phone_within(const char *text, char **number, char **rest)
{
    for (const char *at = text; *at != '\0'; at = g_utf8_next_char(at)) {
        gsize digits;
        const char *end;

        if (!begins_number(text, at))
            continue;
        end = end_of_number(at, &digits);
        if (digits < SHORTEST_LABELLED || g_unichar_isalpha(g_utf8_get_char(end)))
            continue;
        *number = g_strndup(at, (gsize)(end - at));
        *rest = g_strdup_printf("%.*s %s", (int)(at - text), text, end);
        return TRUE;
    }
    return FALSE;
}
