/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
/* Files beside the database: the paper of every document, no paper of none, and what customers' pages keep. */
#include "service/invoices/verify-private.h"

#include <string.h>

#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>

#include "core/errors.h"
#include "core/plain-file.h"
#include "service/invoices/left-papers.h"
#include "store/file-store.h"
#include "store/named-query.h"
#include "store/setting.h"

/* A link is none: what it leads to is not the shop's. */
static gboolean
is_file(const char *path)
{
    GStatBuf info;

    return g_lstat(path, &info) == 0 && S_ISREG(info.st_mode);
}

static gboolean
is_plain_name(const char *number)
{
    return *number != '\0' && *number != '.' && strpbrk(number, "/\\") == NULL;
}

static gboolean
check_paper(CareStatement *row, gpointer data, GError **error)
{
    CareVerify *self = data;
    const char *number = care_statement_text(row, 1);
    g_autofree char *name = g_strconcat(number, ".pdf", NULL);
    g_autofree char *path = g_build_filename(self->data_dir, "issued", name, NULL);
    g_autofree char *hash = NULL;
    g_autoptr(GBytes) paper = NULL;

    if (!is_plain_name(number) || !is_file(path) || (paper = care_plain_file_read(path, NULL)) == NULL) {
        care_verify_add(self, "file", care_statement_int(row, 0), number,
                        g_strdup_printf(_("The stored paper issued/%s.pdf is missing"), number));
        return TRUE;
    }
    hash = g_compute_checksum_for_bytes(G_CHECKSUM_SHA256, paper);
    if (g_strcmp0(hash, care_statement_text(row, 2)) != 0)
        care_verify_add(self, "file", care_statement_int(row, 0), number,
                        g_strdup_printf(_("The stored paper issued/%s.pdf was altered"), number));
    return TRUE;
}

static void
look_at_entry(CareVerify *self, const CareGivenNumbers *given, const char *name)
{
    g_autofree char *path = g_build_filename(self->data_dir, "issued", name, NULL);
    g_autofree char *shown = g_utf8_make_valid(name, -1);
    g_autofree char *number
        = g_str_has_suffix(name, ".pdf") ? g_strndup(name, strlen(name) - strlen(".pdf")) : NULL;

    if (care_file_is_unfinished(name) || (number != NULL && g_hash_table_contains(self->numbers, number))
        || (is_file(path) && care_paper_is_left(given, name)))
        return;
    care_verify_add(self, "file", 0, NULL,
                    g_strdup_printf(_("The file issued/%s belongs to no document"), shown));
}

GPtrArray *
care_verify_list_papers(const char *data_dir)
{
    g_autofree char *folder = g_build_filename(data_dir, "issued", NULL);
    g_autoptr(GDir) dir = g_dir_open(folder, 0, NULL);
    GPtrArray *names = g_ptr_array_new_with_free_func(g_free);
    const char *name;

    while (dir != NULL && (name = g_dir_read_name(dir)) != NULL)
        g_ptr_array_add(names, g_strdup(name));
    return names;
}

/* Without the head nobody knows whether a number was given out. */
static gboolean
look_through_folder(CareVerify *self, GError **error)
{
    g_autoptr(CareChainHead) now = care_chain_head_read(self->connection, error);
    g_autofree char *begun = NULL;
    CareGivenNumbers given = { now, self->head, FALSE };

    if (now == NULL || !care_setting_find(self->connection, CARE_SETTING_CHAIN_HEAD, &begun, error))
        return FALSE;
    given.lost = self->head == NULL && (self->head_damaged || begun != NULL);
    for (guint i = 0; i < self->papers->len; i++)
        look_at_entry(self, &given, self->papers->pdata[i]);
    return TRUE;
}

static gboolean
check_file(CareStatement *row, gpointer data, GError **error)
{
    CareVerify *self = data;
    const char *sha256 = care_statement_text(row, 1);
    g_autofree char *path = care_file_store_path(self->data_dir, sha256);
    g_autoptr(GError) local = NULL;
    g_autoptr(GBytes) bytes
        = path != NULL && is_file(path) ? care_file_store_get(self->data_dir, sha256, &local) : NULL;

    if (bytes == NULL)
        care_verify_add(self, "file", care_statement_int(row, 0), NULL,
                        g_strdup_printf(g_error_matches(local, CARE_ERROR, CARE_ERROR_CORRUPT)
                                            ? _("The file of “%s” was altered")
                                            : _("The file of “%s” is missing"),
                                        care_statement_text(row, 2)));
    return TRUE;
}

gboolean
care_verify_papers(CareVerify *self, GError **error)
{
    return care_query_each(self->connection, "invoices/papers", check_paper, self, error, "")
           && look_through_folder(self, error)
           && care_query_each(self->connection, "invoices/kept-files", check_file, self, error, "");
}
