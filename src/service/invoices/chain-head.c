/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "service/invoices/chain-head.h"

#include <errno.h>
#include <string.h>

#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>

#include "core/errors.h"
#include "core/plain-file.h"
#include "service/invoices/invoice-content.h"
#include "store/file-store.h"
#include "store/named-query.h"
#include "store/put-aside.h"

#define FILE_NAME "aftercare.head"
#define MARK "aftercare-head 1"
#define HASH_LENGTH 64           /* SHA-256 in hexadecimal */
#define MOST_BYTES (1024 * 1024) /* a line for each series: no shop has a hundredth of it */

void
care_chain_head_free(CareChainHead *self)
{
    g_free(self->chain);
    g_hash_table_unref(self->counters);
    g_free(self);
}

CareChainHead *
care_chain_head_new(void)
{
    CareChainHead *self = g_new0(CareChainHead, 1);

    self->chain = g_strdup(CARE_INVOICE_CHAIN_START);
    self->counters = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, g_free);
    return self;
}

static gboolean
take_end(CareStatement *row, gpointer data, GError **error)
{
    CareChainHead *self = data;

    self->order = care_statement_int(row, 0);
    g_set_str(&self->chain, care_statement_text(row, 1));
    return FALSE;
}

static gboolean
take_counter(CareStatement *row, gpointer data, GError **error)
{
    CareChainHead *self = data;
    const char *series = care_statement_text(row, 0);
    gint64 last = care_statement_int(row, 1);

    /* Nobody of ours wrote that; with it the file could not be read again, and what it holds of the others were lost. */
    if (last < 0 || series == NULL || strchr(series, '\n') != NULL)
        return TRUE;
    g_hash_table_replace(self->counters, g_strdup(series), g_memdup2(&last, sizeof last));
    return TRUE;
}

CareChainHead *
care_chain_head_read(CareConnection *connection, GError **error)
{
    g_autoptr(CareChainHead) self = care_chain_head_new();

    if (!care_query_each(connection, "invoices/last-issued", take_end, self, error, "")
        || !care_query_each(connection, "invoices/counters", take_counter, self, error, ""))
        return NULL;
    return g_steal_pointer(&self);
}

gint64
care_chain_head_counter(const CareChainHead *self, const char *series)
{
    const gint64 *last = g_hash_table_lookup(self->counters, series);

    return last != NULL ? *last : 0;
}

char *
care_chain_head_to_text(const CareChainHead *self)
{
    GString *text = g_string_new(MARK "\n");
    g_autoptr(GPtrArray) series = g_hash_table_get_keys_as_ptr_array(self->counters);

    g_ptr_array_sort_values(series, (GCompareFunc)strcmp);
    g_string_append_printf(text, "order %" G_GINT64_FORMAT "\nchain %s\n", self->order,
                           self->chain != NULL ? self->chain : "");
    for (guint i = 0; i < series->len; i++)
        g_string_append_printf(text, "series %" G_GINT64_FORMAT " %s\n",
                               care_chain_head_counter(self, series->pdata[i]), (char *)series->pdata[i]);
    return g_string_free_and_steal(text);
}

static gboolean
parse_series(CareChainHead *self, const char *text)
{
    g_auto(GStrv) parts = g_strsplit(text, " ", 2);
    gint64 last;

    if (g_strv_length(parts) != 2 || !g_ascii_string_to_signed(parts[0], 10, 0, G_MAXINT64, &last, NULL))
        return FALSE;
    g_hash_table_replace(self->counters, g_strdup(parts[1]), g_memdup2(&last, sizeof last));
    return TRUE;
}

static gboolean
parse_line(CareChainHead *self, const char *line)
{
    if (g_str_has_prefix(line, "order "))
        return g_ascii_string_to_signed(line + strlen("order "), 10, 0, G_MAXINT64, &self->order, NULL);
    if (g_str_has_prefix(line, "chain "))
        return g_set_str(&self->chain, line + strlen("chain ")) || TRUE;
    return *line == '\0'
           || (g_str_has_prefix(line, "series ") && parse_series(self, line + strlen("series ")));
}

static gboolean
is_hash(const char *text)
{
    return strlen(text) == HASH_LENGTH && strspn(text, "0123456789abcdef") == HASH_LENGTH;
}

/* A document that was issued has a hash, and a number of some series. */
static gboolean
is_whole(const CareChainHead *self)
{
    return self->order == 0 ? strcmp(self->chain, CARE_INVOICE_CHAIN_START) == 0
                            : is_hash(self->chain) && g_hash_table_size(self->counters) > 0;
}

static gboolean
has_lines(char **lines)
{
    static const char *const beginnings[] = { MARK, "order ", "chain " };

    for (gsize i = 0; i < G_N_ELEMENTS(beginnings); i++)
        if (lines[i] == NULL || !g_str_has_prefix(lines[i], beginnings[i]))
            return FALSE;
    return strcmp(lines[0], MARK) == 0;
}

/* Cut off anywhere, it is no head: what is left of it would be believed. */
CareChainHead *
care_chain_head_parse(const char *text)
{
    g_autoptr(CareChainHead) self = care_chain_head_new();
    g_auto(GStrv) lines = g_strsplit(text, "\n", -1);

    if (!g_utf8_validate(text, -1, NULL) || !g_str_has_suffix(text, "\n") || !has_lines(lines))
        return NULL;
    for (char **line = lines + 1; *line != NULL; line++)
        if (!parse_line(self, *line))
            return NULL;
    return is_whole(self) ? g_steal_pointer(&self) : NULL;
}

CareChainHead *
care_chain_head_load(const char *data_dir, gboolean *damaged)
{
    g_autofree char *path = g_build_filename(data_dir, FILE_NAME, NULL);
    g_autofree char *text = NULL;
    g_autoptr(GError) local = NULL;
    g_autoptr(GBytes) bytes = care_plain_file_read(path, &local);
    CareChainHead *self;

    *damaged = bytes != NULL || !g_error_matches(local, G_FILE_ERROR, G_FILE_ERROR_NOENT);
    if (bytes == NULL || g_bytes_get_size(bytes) > MOST_BYTES)
        return NULL;
    text = g_strndup(g_bytes_get_data(bytes, NULL), g_bytes_get_size(bytes));
    self = care_chain_head_parse(text);
    *damaged = self == NULL;
    return self;
}

gboolean
care_chain_head_store(const char *data_dir, const char *text, GError **error)
{
    g_autofree char *path = g_build_filename(data_dir, FILE_NAME, NULL);
    g_autoptr(GBytes) bytes = g_bytes_new(text, strlen(text));

    return care_file_write_durably(path, bytes, error);
}

gboolean
care_chain_head_make_room(const char *data_dir, GError **error)
{
    g_autofree char *path = g_build_filename(data_dir, FILE_NAME, NULL);

    return g_file_test(path, G_FILE_TEST_IS_REGULAR) || care_put_aside(data_dir, path, "head", error);
}

gboolean
care_chain_head_remove(const char *data_dir, GError **error)
{
    g_autofree char *path = g_build_filename(data_dir, FILE_NAME, NULL);

    if (g_unlink(path) == 0 || errno == ENOENT)
        return TRUE;
    g_set_error(error, CARE_ERROR, CARE_ERROR_FULL,
                _("The file %s cannot be removed. Nothing was changed; check the disk and its permissions."),
                path);
    return FALSE;
}
