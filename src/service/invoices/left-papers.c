/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "service/invoices/left-papers.h"

#include <string.h>

#include "model/invoice.h"
#include "service/invoices/invoice-store-paper.h"
#include "store/file-store.h"
#include "store/folder-lock.h"
#include "store/named-query.h"
#include "store/setting.h"
#include "store/snapshot.h"
#include "store/transaction.h"

#define YEAR_LETTERS 4

/* "2026-0004.pdf" as issuing writes it, and nothing that is merely like it. */
static gboolean
parse_name(const char *name, char **series, gint64 *sequence)
{
    const char *dash = g_str_has_suffix(name, ".pdf") ? strrchr(name, '-') : NULL;
    g_autofree char *before = dash != NULL ? g_strndup(name, (gsize)(dash - name)) : NULL;
    g_autofree char *number = NULL;
    g_autofree char *again = NULL;

    if (dash == NULL || !g_ascii_isdigit(dash[1]))
        return FALSE;
    *sequence = g_ascii_strtoll(dash + 1, NULL, 10);
    number = care_kind_number(&care_invoice_kind, before, *sequence);
    again = g_strconcat(number, ".pdf", NULL);
    if (*sequence < 1 || !g_str_equal(again, name))
        return FALSE;
    *series = g_steal_pointer(&before);
    return TRUE;
}

static void
take_number(CareChainHead *head, const char *name)
{
    g_autofree char *series = NULL;
    gint64 sequence;

    if (parse_name(name, &series, &sequence) && sequence <= CARE_NUMBER_FARTHEST
        && strspn(series, "0123456789") == YEAR_LETTERS && strlen(series) == YEAR_LETTERS
        && sequence > care_chain_head_counter(head, series))
        g_hash_table_replace(head->counters, g_strdup(series), g_memdup2(&sequence, sizeof sequence));
}

CareChainHead *
care_papers_tell(const char *data_dir)
{
    g_autofree char *folder = g_build_filename(data_dir, "issued", NULL);
    g_autoptr(GDir) dir = g_dir_open(folder, 0, NULL);
    CareChainHead *head = care_chain_head_new();
    const char *name;

    while (dir != NULL && (name = g_dir_read_name(dir)) != NULL)
        take_number(head, name);
    return head;
}

gboolean
care_paper_is_left(const CareGivenNumbers *given, const char *name)
{
    g_autofree char *series = NULL;
    gint64 sequence;

    return !given->lost && parse_name(name, &series, &sequence)
           && sequence > care_chain_head_counter(given->now, series)
           && (given->kept == NULL || sequence > care_chain_head_counter(given->kept, series));
}

typedef struct {
    CareConnection *connection;
    const char *data_dir;
    CareChainHead *now, *kept;
} Sweep;

static void
sweep_clear(Sweep *self)
{
    g_clear_pointer(&self->now, care_chain_head_free);
    g_clear_pointer(&self->kept, care_chain_head_free);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC(Sweep, sweep_clear)

/* Counters may be damaged: a paper whose document is there is nobody's leftover. What cannot be asked stays where it is. */
static gboolean
has_document(CareConnection *connection, const char *name)
{
    g_autofree char *number = g_strndup(name, strlen(name) - strlen(".pdf"));
    gint64 found = 1;

    return !care_query_int(connection, "invoices/has-number", &found, NULL, "s", number) || found != 0;
}

/* The names of such papers, as it is known at the moment. Transfer full; NULL on an error. */
static GPtrArray *
find_left(Sweep *self, GError **error)
{
    g_autofree char *folder = g_build_filename(self->data_dir, "issued", NULL);
    g_autofree char *begun = NULL;
    g_autoptr(GPtrArray) left = g_ptr_array_new_with_free_func(g_free);
    g_autoptr(GDir) dir = g_dir_open(folder, 0, NULL);
    CareGivenNumbers given;
    gboolean damaged;
    const char *name;

    sweep_clear(self);
    self->kept = care_chain_head_load(self->data_dir, &damaged);
    self->now = care_chain_head_read(self->connection, error);
    if (self->now == NULL || !care_setting_find(self->connection, CARE_SETTING_CHAIN_HEAD, &begun, error))
        return NULL;
    given = (CareGivenNumbers){ self->now, self->kept, self->kept == NULL && (damaged || begun != NULL) };
    while (dir != NULL && (name = g_dir_read_name(dir)) != NULL)
        if (care_paper_is_left(&given, name) && !has_document(self->connection, name))
            g_ptr_array_add(left, g_strdup(name));
    return g_steal_pointer(&left);
}

static gboolean
put_all_aside(Sweep *self, GError **error)
{
    g_autoptr(GPtrArray) left = find_left(self, error);

    for (guint i = 0; left != NULL && i < left->len; i++) {
        g_autofree char *path = g_build_filename(self->data_dir, "issued", left->pdata[i], NULL);

        if (!care_paper_put_aside(self->data_dir, path, error))
            return FALSE;
    }
    return left != NULL;
}

/* Papers are written within transactions: who holds the lock of writing sees none that is on its way, and looks again. */
static gboolean
sweep_locked(Sweep *self, GError **error)
{
    g_autoptr(CareConnection) writer = care_folder_open(self->data_dir, CARE_CONNECTION_WRITE, error);
    gboolean swept = TRUE;

    if (writer == NULL)
        return FALSE;
    if (!care_lock_try(writer, NULL))
        return TRUE;
    self->connection = writer;
    swept = put_all_aside(self, error);
    care_lock_end(writer);
    return swept;
}

gboolean
care_left_papers_sweep(CareStore *store, GError **error)
{
    const char *data_dir = care_store_data_dir(store);
    g_autofree char *issued = g_build_filename(data_dir, "issued", NULL);
    g_auto(Sweep) sweep = { .connection = care_store_reader(store), .data_dir = data_dir };
    g_autoptr(GPtrArray) left = NULL;

    care_file_sweep_unfinished(issued);
    care_file_sweep_unfinished(data_dir);
    left = find_left(&sweep, error);
    return left != NULL && (left->len == 0 || sweep_locked(&sweep, error));
}
