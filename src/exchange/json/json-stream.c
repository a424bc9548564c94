/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/json/json-stream.h"

#include <string.h>

#include <glib/gi18n-lib.h>
#include <json-glib/json-glib.h>

#include "core/errors.h"
#include "exchange/json/json-twice.h"

#define BLOCK 65536
/* One value larger than this is no row of a shop. */
#define MAX_VALUE (512u * 1024 * 1024)
#define MAX_DEPTH 64

typedef struct {
    GInputStream *in;
    GCancellable *cancellable;
    char block[BLOCK];
    gsize filled;
    gsize at;
    guint line;
    GError *error; /* of the stream */
} Reader;

#define END (-1)

/* A byte order mark, which no JSON begins with and some editors put there. */
#define MARK "\xEF\xBB\xBF"

gsize
care_json_mark_length(const char *begin, gsize length)
{
    return length >= strlen(MARK) && memcmp(begin, MARK, strlen(MARK)) == 0 ? strlen(MARK) : 0;
}

static int
peek(Reader *self)
{
    gssize n;

    if (self->at < self->filled)
        return (guchar)self->block[self->at];
    if (self->error != NULL)
        return END;
    n = g_input_stream_read(self->in, self->block, BLOCK, self->cancellable, &self->error);
    self->at = 0;
    self->filled = n > 0 ? (gsize)n : 0;
    return self->filled > 0 ? (guchar)self->block[0] : END;
}

/* Before anything else is read of the file. */
static void
skip_mark(Reader *self)
{
    if (peek(self) != END)
        self->at = care_json_mark_length(self->block, self->filled);
}

static int
next(Reader *self)
{
    int c = peek(self);

    if (c != END)
        self->at++;
    if (c == '\n')
        self->line++;
    return c;
}

static int
skip_space(Reader *self)
{
    while (peek(self) == ' ' || peek(self) == '\t' || peek(self) == '\n' || peek(self) == '\r')
        next(self);
    return peek(self);
}

static gboolean
accept(Reader *self, int wanted)
{
    if (skip_space(self) != wanted)
        return FALSE;
    next(self);
    return TRUE;
}

/* A string with its quotes, as it stands. */
static gboolean
read_string(Reader *self, GString *text)
{
    int c = next(self);

    if (c != '"')
        return FALSE;
    g_string_append_c(text, '"');
    while ((c = next(self)) != END && text->len < MAX_VALUE) {
        g_string_append_c(text, (char)c);
        if (c == '"')
            return TRUE;
        if (c == '\\') {
            if ((c = next(self)) == END)
                return FALSE;
            g_string_append_c(text, (char)c);
        }
    }
    return FALSE;
}

/* A whole value: up to the comma or bracket behind it. */
static gboolean
read_value(Reader *self, GString *text)
{
    int depth = 0;

    g_string_truncate(text, 0);
    while (text->len < MAX_VALUE) {
        int c = peek(self);

        if (c == END)
            return FALSE;
        if (depth == 0 && (c == ',' || c == ']' || c == '}'))
            return text->len > 0;
        if (c == '"') {
            if (!read_string(self, text))
                return FALSE;
            continue;
        }
        if ((c == '{' || c == '[') && ++depth > MAX_DEPTH)
            return FALSE;
        if (c == '}' || c == ']')
            depth--;
        g_string_append_c(text, (char)next(self));
    }
    return FALSE;
}

static char *
read_name(Reader *self, GString *text)
{
    g_autoptr(JsonNode) node = NULL;

    skip_space(self);
    g_string_truncate(text, 0);
    if (!read_string(self, text) || !accept(self, ':'))
        return NULL;
    node = json_from_string(text->str, NULL);
    return node != NULL && JSON_NODE_HOLDS_VALUE(node) ? g_strdup(json_node_get_string(node)) : NULL;
}

typedef struct {
    CareJsonStreamFunc func;
    gpointer data;
} Sink;

static gboolean
tell_value(Reader *self, const char *name, GString *text, const Sink *sink, GError **error)
{
    guint line;

    skip_space(self);
    line = self->line;
    return read_value(self, text) && sink->func(name, line, text->str, text->len, sink->data, error);
}

static gboolean
read_array(Reader *self, const char *name, GString *text, const Sink *sink, GError **error)
{
    next(self);
    if (accept(self, ']'))
        return TRUE;
    do
        if (!tell_value(self, name, text, sink, error))
            return FALSE;
    while (accept(self, ','));
    return accept(self, ']');
}

static gboolean
is_once(GHashTable *names, const char *name, GError **error)
{
    if (g_hash_table_add(names, g_strdup(name)))
        return TRUE;
    care_json_set_error_twice(error, name);
    return FALSE;
}

static gboolean
read_members(Reader *self, const Sink *sink, GError **error)
{
    g_autoptr(GString) text = g_string_new(NULL);
    g_autoptr(GHashTable) names = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);

    if (!accept(self, '{'))
        return FALSE;
    if (accept(self, '}'))
        return skip_space(self) == END;
    do {
        g_autofree char *name = read_name(self, text);

        if (name == NULL || !is_once(names, name, error))
            return FALSE;
        if (!(skip_space(self) == '[' ? read_array(self, name, text, sink, error)
                                      : tell_value(self, name, text, sink, error)))
            return FALSE;
    } while (accept(self, ','));
    return accept(self, '}') && skip_space(self) == END;
}

gboolean
care_json_stream_read(GInputStream *in, CareJsonStreamFunc func, gpointer data, GCancellable *cancellable,
                      GError **error)
{
    g_autofree Reader *reader = g_new0(Reader, 1);
    Sink sink = { func, data };
    g_autoptr(GError) local = NULL;
    gboolean done;

    reader->in = in;
    reader->cancellable = cancellable;
    reader->line = 1;
    skip_mark(reader);
    done = read_members(reader, &sink, &local);
    if (done && reader->error == NULL)
        return TRUE;
    if (reader->error != NULL)
        g_propagate_error(error, reader->error);
    else if (local != NULL)
        g_propagate_error(error, g_steal_pointer(&local));
    else
        g_set_error(
            error, CARE_ERROR, CARE_ERROR_INPUT,
            peek(reader) == END
                ? _("The file ends in the middle, after line %u. Nothing was taken over.")
                : _("The file is not the JSON that Aftercare writes (line %u). Nothing was taken over."),
            reader->line);
    return FALSE;
}
