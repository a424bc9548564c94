/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* A backup that is whole and whose database is damaged: looked through, it is good or not or there is a sentence. */
#include <stdlib.h>
#include <string.h>

#include <archive.h>
#include <archive_entry.h>

#include "damaged.h"

#include "exchange/backup/backup.h"

static FuzzShop shop;
static char *dir;

static void
clean_up(void)
{
    g_autofree char *path = g_build_filename(dir, "backup.zip", NULL);

    g_unlink(path);
    g_rmdir(dir);
    g_clear_pointer(&dir, g_free);
}

static void
add(struct archive *archive, const char *name, const char *content, gsize size)
{
    struct archive_entry *entry = archive_entry_new();

    archive_entry_set_pathname(entry, name);
    archive_entry_set_filetype(entry, AE_IFREG);
    archive_entry_set_perm(entry, 0600);
    archive_entry_set_size(entry, (gint64)size);
    archive_write_header(archive, entry);
    archive_write_data(archive, content, size);
    archive_entry_free(entry);
}

static void
write_backup(const char *path, const char *database)
{
    g_autofree char *sha256
        = g_compute_checksum_for_data(G_CHECKSUM_SHA256, (const guchar *)database, pristine_size);
    g_autofree char *manifest
        = g_strdup_printf("{\"aftercare-backup\":1,\"taken\":\"2026-03-02T10:00:00Z\",\"customers\":3,"
                          "\"invoices\":0,\"entries\":1,\"bytes\":%" G_GSIZE_FORMAT ",\"sha256\":\"%s\"}",
                          pristine_size, sha256);
    struct archive *archive = archive_write_new();

    archive_write_set_format_zip(archive);
    archive_write_set_options(archive, "zip:compression=store");
    g_assert_cmpint(archive_write_open_filename(archive, path), ==, ARCHIVE_OK);
    add(archive, "manifest.json", manifest, strlen(manifest));
    add(archive, "aftercare.db", database, pristine_size);
    archive_write_close(archive);
    archive_write_free(archive);
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    g_autoptr(GError) error = NULL;
    g_autoptr(CareBackupInfo) info = NULL;
    g_autofree char *damaged = NULL;
    g_autofree char *path = NULL;

    fuzz_make_pristine(&shop);
    if (dir == NULL) {
        dir = g_dir_make_tmp("aftercare-fuzz-XXXXXX", NULL);
        atexit(clean_up);
    }
    damaged = fuzz_damage(data, size);
    path = g_build_filename(dir, "backup.zip", NULL);
    write_backup(path, damaged);
    info = care_backup_check(path, dir, NULL, NULL, &error);
    g_assert_true((info == NULL) == (error != NULL));
    g_assert_true(size >= DAMAGE_SIZE || info->ok);
    return 0;
}
