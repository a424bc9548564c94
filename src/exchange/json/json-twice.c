/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/json/json-twice.h"

#include <stdlib.h>
#include <string.h>

#include <glib/gi18n-lib.h>
#include <json-glib/json-glib.h>

#include "core/errors.h"

/* A name as it stands in the text, or as it reads where it has escapes. */
typedef struct {
    const char *begin;
    gsize length;
} Name;

typedef struct {
    const char *at, *end;
    GArray *names;           /* Name, of the objects that are open, one behind the other */
    GArray *begins;          /* guint: where the names of each begin */
    GStringChunk *unescaped; /* holds names */
} Scan;

/* The parser reads over what is said beside the text. */
static gboolean
skip_comment(Scan *self)
{
    const char *found;

    if (self->end - self->at < 2 || self->at[0] != '/' || self->at[1] != '*')
        return FALSE;
    found = g_strstr_len(self->at + 2, self->end - self->at - 2, "*/");
    self->at = found != NULL ? found + 2 : self->end;
    return TRUE;
}

static void
skip_space(Scan *self)
{
    do
        while (self->at < self->end && g_ascii_isspace(*self->at))
            self->at++;
    while (skip_comment(self));
}

/* At a quote; leaves it behind the other one. Between single ones, which the parser takes, nothing is escaped. */
static Name
take_string(Scan *self)
{
    char quote = *self->at;
    const char *begin = ++self->at;
    Name name = { begin, 0 };

    while (self->at < self->end && *self->at != quote)
        self->at += *self->at == '\\' && quote == '"' ? 2 : 1;
    self->at = MIN(self->at, self->end);
    name.length = (gsize)(self->at - begin);
    if (self->at < self->end)
        self->at++;
    return name;
}

/* "\u006eame" is "name". */
static Name
read_name(Scan *self, Name name)
{
    g_autofree char *quoted = NULL;
    g_autoptr(JsonNode) node = NULL;

    if (name.begin[-1] != '"' || memchr(name.begin, '\\', name.length) == NULL)
        return name;
    quoted = g_strdup_printf("\"%.*s\"", (int)name.length, name.begin);
    node = json_from_string(quoted, NULL);
    if (node == NULL || json_node_get_value_type(node) != G_TYPE_STRING)
        return name;
    name.begin = g_string_chunk_insert(self->unescaped, json_node_get_string(node));
    name.length = strlen(name.begin);
    return name;
}

static void
look_at_string(Scan *self)
{
    Name name = take_string(self);

    skip_space(self);
    if (self->at < self->end && *self->at == ':') {
        name = read_name(self, name);
        g_array_append_val(self->names, name);
    }
}

static int
compare_names(gconstpointer a, gconstpointer b)
{
    const Name *one = a, *other = b;

    if (one->length != other->length)
        return one->length < other->length ? -1 : 1;
    return memcmp(one->begin, other->begin, one->length);
}

/* Sorts them. NULL: none is there twice. Transfer full. */
static char *
find_same(Name *names, guint n)
{
    qsort(names, n, sizeof *names, compare_names);
    for (guint i = 1; i < n; i++)
        if (compare_names(&names[i - 1], &names[i]) == 0)
            return g_strndup(names[i].begin, names[i].length);
    return NULL;
}

/* Of the object that ends here. */
static char *
close_object(Scan *self)
{
    char *same = NULL;
    guint begin, n;

    if (self->begins->len == 0)
        return NULL;
    begin = g_array_index(self->begins, guint, self->begins->len - 1);
    n = self->names->len - begin;
    if (n > 1) /* before the first name there is no array to point into */
        same = find_same(&g_array_index(self->names, Name, begin), n);
    g_array_set_size(self->names, begin);
    g_array_set_size(self->begins, self->begins->len - 1);
    return same;
}

static char *
step(Scan *self)
{
    char c = *self->at;

    if (c == '{')
        g_array_append_val(self->begins, self->names->len);
    if (c == '"' || c == '\'')
        look_at_string(self);
    else if (!skip_comment(self))
        self->at++;
    return c == '}' ? close_object(self) : NULL;
}

char *
care_json_find_twice(const char *text, gsize length)
{
    g_autoptr(GArray) names = g_array_new(FALSE, FALSE, sizeof(Name));
    g_autoptr(GArray) begins = g_array_new(FALSE, FALSE, sizeof(guint));
    Scan self = { text, text + length, names, begins, g_string_chunk_new(64) };
    char *twice = NULL;

    while (twice == NULL && self.at < self.end)
        twice = step(&self);
    g_string_chunk_free(self.unescaped);
    return twice;
}

void
care_json_set_error_twice(GError **error, const char *member)
{
    /* Translators: %s is the name of a member of a file, "name" */
    g_set_error(error, CARE_ERROR, CARE_ERROR_INPUT, _("“%s” stands there twice. Nothing was changed."),
                member);
}
