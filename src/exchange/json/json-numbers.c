/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/json/json-numbers.h"

#include <math.h>
#include <string.h>

/* Any number of so many digits is read as it stands, and what programs write of a binary one has at most so many. */
#define DIGITS_KEPT 15
#define DIGITS_OF_BINARY 17
#define WHOLE_KEPT 1e15

/* A number that is kept is an object of this one member, and its text; no character has that code. */
#define MEMBER "\xEF\xB7\x90"

/* Behind the string that begins at p; between single quotes, which the parser takes, nothing is escaped. */
static const char *
end_of_string(const char *p, const char *end)
{
    char quote = *p++;

    while (p < end && *p != quote)
        p += *p == '\\' && quote == '"' ? 2 : 1;
    return MIN(p + 1, end);
}

static const char *
end_of_comment(const char *p, const char *end)
{
    const char *found = g_strstr_len(p + 2, end - p - 2, "*/");

    return found != NULL ? found + 2 : end;
}

static gboolean
begins_number(char c)
{
    return c == '-' || g_ascii_isdigit(c);
}

static const char *
end_of_number(const char *p, const char *end)
{
    while (p < end && (g_ascii_isdigit(*p) || strchr("+-.eE", *p) != NULL) && *p != '\0')
        p++;
    return p;
}

static const char *
skip_digits(const char *p)
{
    while (g_ascii_isdigit(*p))
        p++;
    return p;
}

/* By the rules of JSON; anything else is the parser's to refuse. */
static gboolean
is_number(const char *text)
{
    const char *begin = text + (*text == '-' ? 1 : 0), *p = skip_digits(begin);

    if (p == begin || (*begin == '0' && p > begin + 1))
        return FALSE;
    if (*p == '.') {
        begin = p + 1;
        p = skip_digits(begin);
        if (p == begin)
            return FALSE;
    }
    if (*p == 'e' || *p == 'E') {
        begin = p + 1 + (p[1] == '+' || p[1] == '-' ? 1 : 0);
        p = skip_digits(begin);
        if (p == begin)
            return FALSE;
    }
    return *p == '\0';
}

/* Of the digits before an exponent; zeros at either end are its size and not its precision. */
static guint
count_digits(const char *number)
{
    guint n = 0, zeros = 0;

    for (const char *p = number; *p != '\0' && g_ascii_tolower(*p) != 'e'; p++) {
        if (!g_ascii_isdigit(*p) || (n == 0 && *p == '0'))
            continue;
        zeros = *p == '0' ? zeros + 1 : 0;
        n++;
    }
    return n - zeros;
}

/* 0.1 + 0.2, as programs write it, is 0.3 to everybody. */
static gboolean
is_read_as_another(const char *number)
{
    guint digits = count_digits(number);
    double value = g_ascii_strtod(number, NULL);
    gint64 whole;

    if (strpbrk(number, ".eE") == NULL)
        return !g_ascii_string_to_signed(number, 10, G_MININT64, G_MAXINT64, &whole, NULL);
    if (!isfinite(value)) /* refused as such by whoever takes it */
        return FALSE;
    return (value == 0 && digits > 0) || digits > DIGITS_OF_BINARY
           || (digits > DIGITS_KEPT && fabs(value) >= WHOLE_KEPT);
}

/* A whole one that the parser writes again as it stands is left to it, as nearly all are. */
static gboolean
is_to_keep(const char *number, gsize length)
{
    g_autofree char *copy = g_strndup(number, length);
    gint64 whole;

    return is_number(copy)
           && (strpbrk(copy, ".eE") != NULL || g_str_has_prefix(copy, "-0")
               || !g_ascii_string_to_signed(copy, 10, G_MININT64, G_MAXINT64, &whole, NULL));
}

/* Behind what begins at p and is no number of its own. */
static const char *
skip(const char *p, const char *end)
{
    if (*p == '"' || *p == '\'')
        return end_of_string(p, end);
    if (*p == '/' && end - p >= 2 && p[1] == '*')
        return end_of_comment(p, end);
    return p + 1;
}

char *
care_json_keep_numbers(const char *text, gsize length)
{
    const char *end = text + length, *copied = text, *next;
    GString *kept = NULL;

    for (const char *p = text; p < end; p = next) {
        next = begins_number(*p) ? end_of_number(p, end) : skip(p, end);
        if (!begins_number(*p) || !is_to_keep(p, (gsize)(next - p)))
            continue;
        if (kept == NULL)
            kept = g_string_new(NULL);
        g_string_append_len(kept, copied, p - copied);
        g_string_append_printf(kept, "{\"" MEMBER "\":\"%.*s\"}", (int)(next - p), p);
        copied = next;
    }
    if (kept == NULL)
        return NULL;
    g_string_append_len(kept, copied, end - copied);
    return g_string_free(kept, FALSE);
}

const char *
care_json_number_text(JsonNode *node)
{
    JsonObject *object = JSON_NODE_HOLDS_OBJECT(node) ? json_node_get_object(node) : NULL;
    const char *text = object != NULL && json_object_get_size(object) == 1
                           ? json_object_get_string_member_with_default(object, MEMBER, NULL)
                           : NULL;

    return text != NULL && is_number(text) ? text : NULL;
}

gboolean
care_json_holds_object(JsonNode *node)
{
    return JSON_NODE_HOLDS_OBJECT(node) && care_json_number_text(node) == NULL;
}

char *
care_json_number_plain(const char *number)
{
    char buffer[G_ASCII_DTOSTR_BUF_SIZE];
    double value = g_ascii_strtod(number, NULL);

    if (is_read_as_another(number))
        return g_strdup(number);
    return g_strdup(value == 0 ? "0" : g_ascii_formatd(buffer, sizeof buffer, "%.15g", value));
}

gboolean
care_json_number_is_endless(const char *number)
{
    return strpbrk(number, ".eE") != NULL && !isfinite(g_ascii_strtod(number, NULL));
}
