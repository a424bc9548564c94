/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/backup/backup-numbers.h"

#include "service/invoices/chain-head.h"
#include "service/invoices/left-papers.h"
#include "service/invoices/number-gap.h"
#include "store/named-query.h"
#include "store/setting.h"
#include "store/snapshot.h"

/* What is known of the shop that is there: its database may be gone or damaged, its head is a file of its own. */
typedef struct {
    CareConnection *connection; /* NULL: it cannot be read */
    CareChainHead *database;    /* nullable */
    CareChainHead *file;        /* nullable */
    CareChainHead *papers;      /* of what lies in issued/, where neither of them says anything; else NULL */
} Present;

static void
read_present(Present *self, const char *data_dir)
{
    g_autofree char *path = g_build_filename(data_dir, "aftercare.db", NULL);
    gboolean damaged;

    if (g_file_test(path, G_FILE_TEST_IS_REGULAR))
        self->connection = care_connection_open(path, CARE_CONNECTION_READ, NULL);
    if (self->connection != NULL)
        self->database = care_chain_head_read(self->connection, NULL);
    self->file = care_chain_head_load(data_dir, &damaged);
    if (self->database == NULL && self->file == NULL)
        self->papers = care_papers_tell(data_dir);
}

static void
present_clear(Present *self)
{
    g_clear_pointer(&self->database, care_chain_head_free);
    g_clear_pointer(&self->file, care_chain_head_free);
    g_clear_pointer(&self->papers, care_chain_head_free);
    g_clear_pointer(&self->connection, care_connection_close);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC(Present, present_clear)

/* Whether the shop that is there is the staged one, at the same moment or later. */
static gboolean
is_later_state(const Present *self, const CareChainHead *staged)
{
    g_autofree char *chain = self->connection != NULL ? care_query_text(self->connection, "invoices/chain-at",
                                                                        NULL, "i", staged->order)
                                                      : NULL;

    return staged->order > 0
           && (g_strcmp0(chain, staged->chain) == 0
               || (self->file != NULL && self->file->order == staged->order
                   && g_strcmp0(self->file->chain, staged->chain) == 0));
}

static gboolean
carry(CareConnection *staged, const CareChainHead *from, CareInstant now, GError **error)
{
    GHashTableIter iter;
    gpointer series, last;

    if (from == NULL)
        return TRUE;
    g_hash_table_iter_init(&iter, from->counters);
    while (g_hash_table_iter_next(&iter, &series, &last))
        if (!care_number_gap_skip(staged, series, *(gint64 *)last, CARE_GAP_RESTORED, now, error))
            return FALSE;
    return TRUE;
}

/* Where nothing was ever issued there is no number to give out twice. */
static gboolean
has_numbers(const CareChainHead *head)
{
    return head->order > 0 || g_hash_table_size(head->counters) > 0;
}

static gboolean
carry_all(CareConnection *connection, const Present *present, CareInstant now, GError **error)
{
    g_autoptr(CareChainHead) staged = care_chain_head_read(connection, error);
    g_autofree char *taken = NULL;

    if (staged == NULL || !care_setting_find(connection, CARE_SETTING_LAST_BACKUP, &taken, error)
        || !carry(connection, present->database, now, error) || !carry(connection, present->file, now, error)
        || !carry(connection, present->papers, now, error))
        return FALSE;
    return is_later_state(present, staged) || !has_numbers(staged)
           || care_setting_write(connection, CARE_SETTING_RESTORED, taken != NULL ? taken : "", error);
}

gboolean
care_backup_carry_numbers(const char *data_dir, const char *staged, CareInstant now, GError **error)
{
    g_autofree char *path = g_build_filename(staged, "aftercare.db", NULL);
    g_autoptr(CareConnection) connection = care_connection_open(path, CARE_CONNECTION_WRITE, error);
    g_auto(Present) present = { 0 };

    if (connection == NULL)
        return FALSE;
    read_present(&present, data_dir);
    if (!care_mark_set(connection, error))
        return FALSE;
    if (!carry_all(connection, &present, now, error)) {
        care_mark_go_back(connection);
        return FALSE;
    }
    return care_mark_keep(connection, error) && care_connection_empty_log(connection, error);
}
