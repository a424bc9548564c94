/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/purge/purge-files.h"

#include <string.h>

#include <glib/gstdio.h>

#include "service/customers/documents.h"
#include "store/file-store.h"
#include "store/named-query.h"
#include "store/setting.h"

#define YOUNG_SECONDS (24 * 60 * 60)
#define HASH_LENGTH 64

/* By the disk's own clock: the shop's may be pretended. */
static gboolean
is_young(const char *path)
{
    GStatBuf info;

    return g_stat(path, &info) != 0 || g_get_real_time() / G_USEC_PER_SEC - info.st_mtime < YOUNG_SECONDS;
}

static gboolean
is_in_use(CareTransaction *transaction, const char *name, gboolean *used, GError **error)
{
    gint64 answer = TRUE;

    if (!care_query_int(care_transaction_connection(transaction), "exchange/uses-file", &answer, error, "ss",
                        name, CARE_SETTING_SHOP_LOGO))
        return FALSE;
    *used = answer != 0;
    return TRUE;
}

/* What else lies there (what a crash left of a file that was being written) is nobody's. */
static gboolean
consider(CareTransaction *transaction, const char *folder, const char *name, GError **error)
{
    g_autofree char *path = g_build_filename(folder, name, NULL);
    gboolean is_file = strlen(name) == HASH_LENGTH;
    gboolean used = FALSE;

    if (is_young(path) || (is_file && !is_in_use(transaction, name, &used, error)))
        return *error == NULL;
    if (used)
        return TRUE;
    if (g_unlink(path) == 0 && is_file)
        care_document_forget_copies(name);
    return TRUE;
}

gboolean
care_purge_files(CareTransaction *transaction, guint folder, GError **error)
{
    g_autofree char *two = g_strdup_printf("%02x", folder);
    g_autofree char *path = g_build_filename(care_transaction_data_dir(transaction), "files", two, NULL);
    g_autoptr(GDir) dir = g_dir_open(path, 0, NULL);
    g_autoptr(GError) local = NULL;
    const char *name;

    while (dir != NULL && (name = g_dir_read_name(dir)) != NULL)
        if (!consider(transaction, path, name, &local)) {
            g_propagate_error(error, g_steal_pointer(&local));
            return FALSE;
        }
    return TRUE;
}

/* "2026-0004.pdf.AbCdEf" is how programs of before called it. */
static gboolean
is_unfinished_paper(const char *name)
{
    const char *end = strstr(name, ".pdf.");

    return care_file_is_unfinished(name) || (end != NULL && strlen(end) == strlen(".pdf.XXXXXX"));
}

static void
sweep(const char *folder)
{
    g_autoptr(GDir) dir = g_dir_open(folder, 0, NULL);
    const char *name;

    while (dir != NULL && (name = g_dir_read_name(dir)) != NULL) {
        g_autofree char *path = g_build_filename(folder, name, NULL);

        if (is_unfinished_paper(name) && !is_young(path))
            g_unlink(path);
    }
}

/* The head of the chain is beside the database and written in the same way. */
void
care_purge_papers(const char *data_dir)
{
    g_autofree char *issued = g_build_filename(data_dir, "issued", NULL);

    sweep(issued);
    sweep(data_dir);
}
