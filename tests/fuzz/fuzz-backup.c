/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Bytes as a backup: looked through, it is good or there is a sentence, and nothing is left behind. */
#include <stdlib.h>

#include <glib/gstdio.h>

#include "fuzz.h"

#include "exchange/backup/backup.h"

static char *dir;

static void
clean_up(void)
{
    g_autofree char *path = g_build_filename(dir, "backup.zip", NULL);

    g_unlink(path);
    g_rmdir(dir);
    g_clear_pointer(&dir, g_free);
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    g_autoptr(GError) error = NULL;
    g_autoptr(CareBackupInfo) info = NULL;
    g_autoptr(GDir) left = NULL;
    g_autofree char *path = NULL;
    guint names = 0;

    if (dir == NULL) {
        dir = g_dir_make_tmp("aftercare-fuzz-XXXXXX", NULL);
        atexit(clean_up);
    }
    path = g_build_filename(dir, "backup.zip", NULL);
    g_assert_true(g_file_set_contents_full(path, (const char *)data, (gssize)size, G_FILE_SET_CONTENTS_NONE,
                                           0600, NULL));
    info = care_backup_check(path, dir, size % 2 == 0 ? "password" : NULL, NULL, &error);
    g_assert_true((info == NULL) == (error != NULL));
    left = g_dir_open(dir, 0, NULL);
    while (g_dir_read_name(left) != NULL)
        names++;
    g_assert_cmpuint(names, ==, 1);
    return 0;
}
