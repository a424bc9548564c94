/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "service/invoices/chain-head.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "core/errors.h"
#include "service/invoices/invoice-content.h"
#include "store/file-store.h"
#include "store/named-query.h"
#include "store/setting.h"

#define FILE_NAME "aftercare.head"
#define MARK "aftercare-head 1"

void
care_chain_head_free(CareChainHead *self)
{
    g_free(self->chain);
    g_hash_table_unref(self->counters);
    g_free(self);
}

static CareChainHead *
head_new(void)
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
    gint64 last = care_statement_int(row, 1);

    g_hash_table_replace(self->counters, g_strdup(care_statement_text(row, 0)),
                         g_memdup2(&last, sizeof last));
    return TRUE;
}

CareChainHead *
care_chain_head_read(CareConnection *connection, GError **error)
{
    g_autoptr(CareChainHead) self = head_new();

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

CareChainHead *
care_chain_head_parse(const char *text)
{
    g_autoptr(CareChainHead) self = head_new();
    g_auto(GStrv) lines = g_strsplit(text, "\n", -1);

    if (!g_utf8_validate(text, -1, NULL) || lines[0] == NULL || strcmp(lines[0], MARK) != 0)
        return NULL;
    for (char **line = lines + 1; *line != NULL; line++)
        if (!parse_line(self, *line))
            return NULL;
    return g_steal_pointer(&self);
}

CareChainHead *
care_chain_head_load(const char *data_dir, gboolean *damaged)
{
    g_autofree char *path = g_build_filename(data_dir, FILE_NAME, NULL);
    g_autofree char *text = NULL;
    g_autoptr(GError) local = NULL;
    CareChainHead *self;

    *damaged = FALSE;
    if (!g_file_get_contents(path, &text, NULL, &local)) {
        *damaged = !g_error_matches(local, G_FILE_ERROR, G_FILE_ERROR_NOENT);
        return NULL;
    }
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

static gboolean
store_head(const CareChainHead *self, const char *data_dir, GError **error)
{
    g_autofree char *text = care_chain_head_to_text(self);

    return care_chain_head_store(data_dir, text, error);
}

gboolean
care_chain_head_will_move(CareTransaction *transaction, gint64 order, GError **error)
{
    g_autofree char *begun = care_transaction_setting(transaction, CARE_SETTING_CHAIN_HEAD);
    g_autofree char *here = g_strdup_printf("%" G_GINT64_FORMAT, order);
    gboolean again = care_transaction_when_committed(transaction, care_chain_head_follow);

    /* An import brings many at once, in any order: it begins with the last of them. */
    if (begun != NULL && (!again || g_ascii_strtoll(begun, NULL, 10) >= order))
        return TRUE;
    return care_transaction_set_setting(transaction, CARE_SETTING_CHAIN_HEAD, here, error);
}

/* Where it is missing, it is begun with the document that says so, and not again: whoever takes documents away could take
 * it away with them. */
static gboolean
may_begin(CareConnection *connection, const CareChainHead *now)
{
    g_autofree char *begun = care_setting_read(connection, CARE_SETTING_CHAIN_HEAD);

    return begun == NULL || g_ascii_strtoll(begun, NULL, 10) == now->order;
}

static gboolean
still_holds(CareConnection *connection, const CareChainHead *kept, const CareChainHead *now)
{
    g_autofree char *chain = care_query_text(connection, "invoices/chain-at", NULL, "i", kept->order);

    return kept->order <= now->order && (kept->order == 0 || g_strcmp0(chain, kept->chain) == 0);
}

void
care_chain_head_follow(CareConnection *connection, const char *data_dir)
{
    gboolean damaged;
    g_autoptr(CareChainHead) kept = care_chain_head_load(data_dir, &damaged);
    g_autoptr(CareChainHead) now = care_chain_head_read(connection, NULL);
    GHashTableIter counters;
    gpointer series, last;

    if (now == NULL || damaged
        || (kept == NULL ? now->order == 0 || !may_begin(connection, now)
                         : !still_holds(connection, kept, now)))
        return;
    if (kept != NULL) {
        g_hash_table_iter_init(&counters, kept->counters);
        while (g_hash_table_iter_next(&counters, &series, &last))
            if (*(gint64 *)last > care_chain_head_counter(now, series))
                return;
    }
    store_head(now, data_dir, NULL);
}

/* A paper whose number the counters do not know: its document may have been taken away. */
static gboolean
has_later_paper(const char *data_dir, const CareChainHead *now)
{
    g_autofree char *folder = g_build_filename(data_dir, "issued", NULL);
    g_autoptr(GDir) dir = g_dir_open(folder, 0, NULL);
    const char *name;

    while (dir != NULL && (name = g_dir_read_name(dir)) != NULL) {
        const char *dash = strrchr(name, '-');
        g_autofree char *series = dash != NULL ? g_strndup(name, (gsize)(dash - name)) : NULL;

        if (dash != NULL && *name != '.' && g_str_has_suffix(name, ".pdf")
            && g_ascii_strtoll(dash + 1, NULL, 10) > care_chain_head_counter(now, series))
            return TRUE;
    }
    return FALSE;
}

gboolean
care_chain_head_rebuild(CareConnection *connection, const char *data_dir, gboolean *made, GError **error)
{
    gboolean damaged;
    g_autoptr(CareChainHead) kept = care_chain_head_load(data_dir, &damaged);
    g_autoptr(CareChainHead) now = kept == NULL ? care_chain_head_read(connection, error) : NULL;
    g_autofree char *begun = care_setting_read(connection, CARE_SETTING_CHAIN_HEAD);

    *made = FALSE;
    if (kept != NULL)
        return TRUE;
    if (now == NULL)
        return FALSE;
    if ((begun != NULL && g_ascii_strtoll(begun, NULL, 10) > now->order) || has_later_paper(data_dir, now))
        return TRUE;
    *made = store_head(now, data_dir, error);
    return *made;
}

static gboolean
knows_of_more(const CareChainHead *kept, const CareChainHead *now, const char *series, gint64 sequence)
{
    return kept->order > now->order || care_chain_head_counter(kept, series) >= sequence;
}

gboolean
care_chain_head_check_next(CareTransaction *transaction, const char *series, gint64 sequence, GError **error)
{
    CareConnection *connection = care_transaction_connection(transaction);
    gboolean damaged;
    g_autoptr(CareChainHead) kept = care_chain_head_load(care_transaction_data_dir(transaction), &damaged);
    g_autoptr(CareChainHead) now = care_chain_head_read(connection, error);

    if (now == NULL)
        return FALSE;
    if (kept != NULL ? !knows_of_more(kept, now, series, sequence) : !damaged && may_begin(connection, now))
        return TRUE;
    g_set_error_literal(
        error, CARE_ERROR, CARE_ERROR_REFUSED,
        kept != NULL
            ? _("The file aftercare.head knows of later invoices than this shop. Nothing was issued; "
                "“aftercare-cli verify” tells what is wrong, and the newest backup brings them back.")
            : _("The file aftercare.head, which knows the last invoice, is missing or cannot be read. "
                "Nothing was issued; “aftercare-cli verify” tells what is wrong, and “aftercare-cli rebuild” "
                "makes the file anew where no invoice is gone."));
    return FALSE;
}
