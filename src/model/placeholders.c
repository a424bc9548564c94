/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "model/placeholders.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#define MAX_NAME 64

typedef enum {
    PIECE_TEXT,
    PIECE_BRACE,       /* a doubled one, or one that belongs to nothing */
    PIECE_PLACEHOLDER, /* {name} */
    PIECE_UNCLOSED,    /* {name without its end: somebody meant a placeholder */
} Piece;

/* The length of what stands between a { and its }; 0: it has none. */
static gsize
name_length(const char *name)
{
    gsize length = strcspn(name, "{}\n\r");

    return length <= MAX_NAME && name[length] == '}' ? length : 0;
}

static gsize
word_length(const char *text)
{
    gsize length = 0;

    while (g_ascii_isalnum(text[length]) || text[length] == '_')
        length++;
    return length;
}

/* What begins at text, and how many bytes it takes. */
static Piece
next_piece(const char *text, gsize *length)
{
    gsize name;

    if (*text != '{' && *text != '}') {
        *length = strcspn(text, "{}");
        return PIECE_TEXT;
    }
    *length = text[1] == text[0] ? 2 : 1;
    if (*text == '}' || *length == 2)
        return PIECE_BRACE;
    name = name_length(text + 1);
    if (name > 0) {
        *length = name + 2;
        return PIECE_PLACEHOLDER;
    }
    if (!g_ascii_isalpha(text[1]))
        return PIECE_BRACE;
    *length = 1 + word_length(text + 1);
    return PIECE_UNCLOSED;
}

/* "{ First_Name }" is first_name. */
static char *
name_of(const char *piece, gsize length)
{
    g_autofree char *inside = g_strndup(piece + 1, length - (piece[length - 1] == '}' ? 2 : 1));

    return g_ascii_strdown(g_strstrip(inside), -1);
}

static void
append_escaped(GString *out, const char *value)
{
    for (const char *c = value; *c != '\0'; c++) {
        if (*c == '{' || *c == '}')
            g_string_append_c(out, *c);
        g_string_append_c(out, *c);
    }
}

static const char *
value_of(const char *piece, gsize length, CarePlaceholderFunc lookup, gpointer data)
{
    g_autofree char *name = name_of(piece, length);
    const char *value = lookup != NULL ? lookup(name, data) : NULL;

    return value != NULL && *value != '\0' ? value : NULL;
}

/* What a line that is one placeholder and nothing else says; NULL for other lines. */
static const char *
value_of_line(const char *line, CarePlaceholderFunc lookup, gpointer data)
{
    gsize length;

    if (next_piece(line, &length) != PIECE_PLACEHOLDER || line[length] != '\0')
        return NULL;
    return value_of(line, length, lookup, data);
}

/* Nobody signs twice: where {contact} is the shop itself, {shop} below it is left out. */
static char *
without_echoes(const char *text, CarePlaceholderFunc lookup, gpointer data)
{
    g_auto(GStrv) lines = g_strsplit(text, "\n", -1);
    g_autoptr(GStrvBuilder) kept = g_strv_builder_new();
    g_auto(GStrv) all = NULL;
    g_autofree char *before = NULL;

    for (char **line = lines; *line != NULL; line++) {
        const char *value = value_of_line(*line, lookup, data);

        if (value == NULL || g_strcmp0(value, before) != 0)
            g_strv_builder_add(kept, *line);
        g_set_str(&before, value);
    }
    all = g_strv_builder_end(kept);
    return g_strjoinv("\n", all);
}

char *
care_placeholders_fill(const char *template, CarePlaceholderFunc lookup, gpointer data)
{
    g_autofree char *said = without_echoes(template, lookup, data);
    const char *text = said;
    GString *out = g_string_new(NULL);
    gsize length;

    for (; *text != '\0'; text += length) {
        Piece piece = next_piece(text, &length);
        const char *value = piece == PIECE_PLACEHOLDER ? value_of(text, length, lookup, data) : NULL;

        if (value != NULL)
            append_escaped(out, value);
        else if (piece == PIECE_BRACE)
            g_string_append_printf(out, "%c%c", *text, *text);
        else
            g_string_append_len(out, text, (gssize)length);
    }
    return g_string_free(out, FALSE);
}

static void
add_missing(GPtrArray *missing, const char *piece, gsize length)
{
    char *name = missing != NULL ? name_of(piece, length) : NULL;

    if (name == NULL)
        return;
    if (g_ptr_array_find_with_equal_func(missing, name, g_str_equal, NULL))
        g_free(name);
    else
        g_ptr_array_add(missing, name);
}

char *
care_placeholders_finish(const char *template, CarePlaceholderFunc lookup, gpointer data, GPtrArray *missing)
{
    g_autofree char *said = without_echoes(template, lookup, data);
    const char *text = said;
    GString *out = g_string_new(NULL);
    gsize length;

    for (; *text != '\0'; text += length) {
        Piece piece = next_piece(text, &length);
        const char *value = piece == PIECE_PLACEHOLDER ? value_of(text, length, lookup, data) : NULL;

        if (value != NULL)
            g_string_append(out, value);
        else if (piece == PIECE_BRACE)
            g_string_append_c(out, *text);
        else
            g_string_append_len(out, text, (gssize)length);
        if (value == NULL && (piece == PIECE_PLACEHOLDER || piece == PIECE_UNCLOSED))
            add_missing(missing, text, length);
    }
    return g_string_free(out, FALSE);
}

char *
care_placeholders_refusal(GPtrArray *missing)
{
    g_autoptr(GString) names = g_string_new(NULL);

    if (missing->len == 0)
        return NULL;
    for (guint i = 0; i < missing->len; i++)
        g_string_append_printf(names, "%s{%s}", i > 0 ? ", " : "", (const char *)missing->pdata[i]);
    /* Translators: %s is one or more placeholders, "{device}, {invoice}" */
    return g_strdup_printf(ngettext("%s has no value here. Write it out or take it away before this is sent.",
                                    "%s have no value here. Write them out or take them away before this is "
                                    "sent.",
                                    missing->len),
                           names->str);
}
