/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "model/hours-typed.h"

#include <langinfo.h>
#include <string.h>

#define DAYS 7
#define NOON (12 * 60)

typedef enum { DAY, TIME, TO, AND, NEXT, OFF, END } TokenKind;

typedef struct {
    TokenKind kind;
    int value;        /* a day from Monday, or minutes since midnight */
    gboolean in_half; /* of a time: "am" or "pm" was said */
} Token;

static const char *const short_names[DAYS] = { "Mo", "Tu", "We", "Th", "Fr", "Sa", "Su" };
static const char *const english[DAYS]
    = { "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday" };
static const char *const german[DAYS]
    = { "montag", "dienstag", "mittwoch", "donnerstag", "freitag", "samstag", "sonntag" };
static const nl_item local[DAYS] = { DAY_2, DAY_3, DAY_4, DAY_5, DAY_6, DAY_7, DAY_1 };

/* Two letters are enough; "weds" is no beginning of its day, but everybody writes it. */
static gboolean
begins(const char *day, const char *word)
{
    return g_utf8_strlen(word, -1) >= 2
           && (g_str_has_prefix(day, word) || (g_str_equal(word, "weds") && g_str_equal(day, "wednesday")));
}

static int
find_day(const char *word)
{
    for (int i = 0; i < DAYS; i++) {
        g_autofree char *day = g_utf8_casefold(nl_langinfo(local[i]), -1);

        if (begins(day, word))
            return i;
    }
    for (int i = 0; i < DAYS; i++)
        if (begins(english[i], word))
            return i;
    for (int i = 0; i < DAYS; i++)
        if (begins(german[i], word))
            return i;
    return g_str_equal(word, "sonnabend") ? 5 : -1;
}

static gboolean
add(GArray *tokens, TokenKind kind, int value)
{
    const Token token = { kind, value, FALSE };

    g_array_append_val(tokens, token);
    return TRUE;
}

/* "am" and "pm" belong to the time before them. */
static gboolean
set_half(GArray *tokens, gboolean afternoon)
{
    Token *time = tokens->len > 0 ? &g_array_index(tokens, Token, tokens->len - 1) : NULL;
    int hour = time ? time->value / 60 : 0;

    if (!time || time->kind != TIME || time->in_half || hour < 1 || hour > 12)
        return FALSE;
    time->value = time->value % 60 + (hour % 12 + (afternoon ? 12 : 0)) * 60;
    time->in_half = TRUE;
    return TRUE;
}

static gboolean
add_word(GArray *tokens, const char *word)
{
    static const char *const to[] = { "to", "bis", "till", "til", "until", "through", "thru", NULL };
    static const char *const and[] = { "and", "und", NULL };
    static const char *const off[] = { "off", "closed", "geschlossen", "zu", "ruhetag", NULL };
    static const char *const nothing[] = { "h", "uhr", "from", "von", NULL };
    int day;

    if (g_strv_contains(to, word))
        return add(tokens, TO, 0);
    if (g_strv_contains(and, word))
        return add(tokens, AND, 0);
    if (g_strv_contains(off, word))
        return add(tokens, OFF, 0);
    if (g_strv_contains(nothing, word))
        return TRUE;
    if (g_str_equal(word, "am") || g_str_equal(word, "pm"))
        return set_half(tokens, g_str_equal(word, "pm"));
    day = find_day(word);
    return day >= 0 && add(tokens, DAY, day);
}

/* "9", "09:30", "9.30", "9h30" */
static gboolean
read_time(const char **text, GArray *tokens)
{
    char *end;
    guint64 hour = g_ascii_strtoull(*text, &end, 10), minute = 0;

    if (end - *text > 2)
        return FALSE;
    *text = end;
    if (strchr(":.h", **text) && **text && g_ascii_isdigit((*text)[1])) {
        const char *digits = *text + 1;

        minute = g_ascii_strtoull(digits, &end, 10);
        if (end - digits != 2)
            return FALSE;
        *text = end;
    }
    return minute < 60 && hour * 60 + minute <= 24 * 60 && add(tokens, TIME, (int)(hour * 60 + minute));
}

static gboolean
read_word(const char **text, GArray *tokens)
{
    const char *end = *text;
    g_autofree char *part = NULL;
    g_autofree char *word = NULL;

    while (*end && g_unichar_isalpha(g_utf8_get_char(end)))
        end = g_utf8_next_char(end);
    part = g_strndup(*text, (gsize)(end - *text));
    word = g_utf8_casefold(part, -1);
    *text = end;
    return add_word(tokens, word);
}

static gboolean
read_sign(const char **text, GArray *tokens)
{
    gunichar c = g_utf8_get_char(*text);

    *text = g_utf8_next_char(*text);
    if (c == '-' || (c >= 0x2010 && c <= 0x2015) || c == 0x2212)
        return add(tokens, TO, 0);
    if (c == ',' || c == '&' || c == '+' || c == '/')
        return add(tokens, AND, 0);
    if (c == ';' || c == '\n')
        return add(tokens, NEXT, 0);
    return g_unichar_isspace(c) || c == '.' || c == ':';
}

static GArray *
read_tokens(const char *text)
{
    g_autoptr(GArray) tokens = g_array_new(FALSE, FALSE, sizeof(Token));

    while (*text) {
        gunichar c = g_utf8_get_char(text);

        if (!(g_ascii_isdigit(*text) ? read_time(&text, tokens)
              : g_unichar_isalpha(c) ? read_word(&text, tokens)
                                     : read_sign(&text, tokens)))
            return NULL;
    }
    add(tokens, END, 0);
    return g_steal_pointer(&tokens);
}

static gboolean
take(const Token **at, TokenKind kind)
{
    if ((*at)->kind != kind)
        return FALSE;
    (*at)++;
    return TRUE;
}

static gboolean
take_days(const Token **at, GString *out)
{
    const char *between = "";

    do {
        if ((*at)->kind != DAY)
            return FALSE;
        g_string_append_printf(out, "%s%s", between, short_names[(*at)++->value]);
        if ((*at)->kind == TO && (*at)[1].kind == DAY) {
            g_string_append_printf(out, "-%s", short_names[(*at)[1].value]);
            *at += 2;
        }
        between = ",";
        take(at, AND);
    } while ((*at)->kind == DAY);
    return TRUE;
}

/* "9-6 pm" is the morning to the evening, "1-6 pm" the afternoon. */
static int
start_of(const Token *from, const Token *to)
{
    if (from->in_half || !to->in_half || from->value > NOON || to->value < NOON)
        return from->value;
    return from->value % NOON + NOON < to->value ? from->value % NOON + NOON : from->value;
}

static gboolean
take_hours(const Token **at, GString *out)
{
    const char *between = " ";

    if (take(at, OFF)) {
        g_string_append(out, " off");
        return TRUE;
    }
    do {
        const Token *from = *at;
        const Token *to;
        int start;

        if (from->kind != TIME || from[1].kind != TO || from[2].kind != TIME)
            return FALSE;
        to = from + 2;
        start = start_of(from, to);
        g_string_append_printf(out, "%s%02d:%02d-%02d:%02d", between, start / 60, start % 60, to->value / 60,
                               to->value % 60);
        between = ",";
        *at += 3;
        if ((*at)->kind == AND && (*at)[1].kind == TIME)
            (*at)++;
    } while ((*at)->kind == TIME);
    return TRUE;
}

char *
care_hours_typed_tidy(const char *text)
{
    g_autoptr(GArray) tokens = g_utf8_validate(text, -1, NULL) ? read_tokens(text) : NULL;
    g_autoptr(GString) out = g_string_new(NULL);
    const Token *at = tokens ? &g_array_index(tokens, Token, 0) : NULL;

    if (!at)
        return NULL;
    while (at->kind != END) {
        if (take(&at, NEXT) || take(&at, AND))
            continue;
        if (out->len > 0)
            g_string_append(out, "; ");
        if (!take_days(&at, out) || !take_hours(&at, out))
            return NULL;
    }
    return g_string_free(g_steal_pointer(&out), FALSE);
}

/* "0930" and "930", as people type it who know what they want. */
static char *
with_colon(const char *text)
{
    gsize length = strlen(text);

    if (length < 3 || length > 4 || strspn(text, "0123456789") != length)
        return g_strdup(text);
    return g_strdup_printf("%.*s:%s", (int)length - 2, text, text + length - 2);
}

/* FALSE when it makes no sense. */
static gboolean
read_one_time(const char *text, Token *time)
{
    g_autofree char *spelled = with_colon(text);
    g_autoptr(GArray) tokens = g_utf8_validate(spelled, -1, NULL) ? read_tokens(spelled) : NULL;
    const Token *first = tokens ? &g_array_index(tokens, Token, 0) : NULL;

    if (!first || first->kind != TIME || first[1].kind != END)
        return FALSE;
    *time = *first;
    return TRUE;
}

int
care_time_typed_parse(const char *text)
{
    Token time;

    return read_one_time(text, &time) ? time.value : -1;
}

gboolean
care_time_typed_says_half(const char *text)
{
    Token time;

    return read_one_time(text, &time)
           && (time.in_half || time.value > NOON || text[strcspn(text, "0123456789")] == '0');
}
