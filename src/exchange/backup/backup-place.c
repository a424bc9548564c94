/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
/* Where a backup goes, and what ended programs left behind. */
#include <fcntl.h>
#include <string.h>
#include <sys/file.h>
#include <unistd.h>

#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>

#include "core/listed.h"
#include "exchange/backup/backup-private.h"
#include "store/file-store.h"
#include "store/outside.h"

#define LEFT_SECONDS (24 * 60 * 60)

char *
care_backup_place(const char *data_dir, const char *path, GError **error)
{
    return care_path_outside(
        data_dir, path,
        _("This place is inside the shop’s own folder and would be lost with it. Nothing was "
          "written; choose another place, such as a USB stick."),
        error);
}

/* Hidden, and called so that nobody else's file looks like it: ".NAME.zip.aftercare-XXXXXX". */
#define PART ".aftercare-"
#define LETTERS "XXXXXX"

char *
care_backup_part(const char *path)
{
    g_autofree char *folder = g_path_get_dirname(path);
    g_autofree char *base = g_path_get_basename(path);
    g_autofree char *name = g_strconcat(".", base, PART, LETTERS, NULL);

    return g_build_filename(folder, name, NULL);
}

/* base: of which file; NULL: of any daily backup. */
static gboolean
is_part(const char *name, const char *base)
{
    gsize tail = strlen(PART LETTERS), length = strlen(name);
    const char *part = length > tail ? name + length - tail : name;
    g_autofree char *whole = NULL;
    CareDate day;

    if (*name != '.' || part == name || !g_str_has_prefix(part, PART))
        return FALSE;
    for (const char *letter = part + strlen(PART); *letter != '\0'; letter++)
        if (!g_ascii_isalnum(*letter))
            return FALSE;
    whole = g_strndup(name + 1, (gsize)(part - name) - 1);
    return base != NULL ? g_str_equal(whole, base) : care_backup_day_of_name(whole, &day);
}

static void
sweep_parts(const char *folder, const char *base)
{
    g_autoptr(GDir) dir = g_dir_open(folder, 0, NULL);
    GStatBuf info;
    const char *name;

    while (dir != NULL && (name = g_dir_read_name(dir)) != NULL) {
        g_autofree char *part = is_part(name, base) ? g_build_filename(folder, name, NULL) : NULL;

        if (part != NULL && g_lstat(part, &info) == 0 && S_ISREG(info.st_mode))
            care_file_sweep(part);
    }
}

void
care_backup_sweep_parts(const char *path)
{
    g_autofree char *folder = g_path_get_dirname(path);
    g_autofree char *base = g_path_get_basename(path);

    sweep_parts(folder, base);
}

int
care_backup_hold_work(const char *work)
{
    int fd = g_open(work, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC, 0);

    if (fd >= 0)
        flock(fd, LOCK_EX | LOCK_NB);
    return fd;
}

/* One that was just made is empty, and not held yet. */
#define YOUNG (60 * G_TIME_SPAN_SECOND)

static gboolean
is_young(const GStatBuf *info)
{
    return g_get_real_time() - (gint64)info->st_mtime * G_USEC_PER_SEC < YOUNG;
}

/* With nothing in it but what a backup puts there: anybody may call a folder so. */
static gboolean
is_work(const char *path, const GStatBuf *info)
{
    g_autoptr(GDir) dir = g_dir_open(path, 0, NULL);
    gboolean empty = TRUE;
    const char *name;

    for (; dir != NULL && (name = g_dir_read_name(dir)) != NULL; empty = FALSE)
        if (!g_str_has_prefix(name, "aftercare.db") && !g_str_has_prefix(name, ".check-"))
            return FALSE;
    return dir != NULL && !(empty && is_young(info));
}

static void
sweep_work(const char *path)
{
    int fd = g_open(path, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC, 0);
    GStatBuf info;

    if (fd < 0)
        return;
    if (fstat(fd, &info) == 0 && info.st_uid == getuid() && is_work(path, &info)
        && flock(fd, LOCK_EX | LOCK_NB) == 0)
        care_backup_delete_tree(path);
    close(fd);
}

static void
sweep_work_in(const char *folder)
{
    g_autoptr(GDir) dir = g_dir_open(folder, 0, NULL);
    const char *name;

    while (dir != NULL && (name = g_dir_read_name(dir)) != NULL) {
        g_autofree char *path = g_build_filename(folder, name, NULL);

        if (g_str_has_prefix(name, CARE_BACKUP_WORK)
            && strlen(name) == strlen(CARE_BACKUP_WORK) + strlen(LETTERS))
            sweep_work(path);
    }
}

void
care_backup_sweep_work_outside(const char *folder)
{
    sweep_work_in(folder);
    sweep_work_in(g_get_tmp_dir());
}

/* What a killed backup left behind. Its lock is gone with it. */
void
care_backup_sweep_work(const char *data_dir)
{
    g_autofree char *backups = g_build_filename(data_dir, "backups", NULL);
    g_autoptr(GDir) dir = g_dir_open(backups, 0, NULL);
    const char *name;

    while (dir != NULL && (name = g_dir_read_name(dir)) != NULL)
        if (g_str_has_prefix(name, CARE_BACKUP_WORK)) {
            g_autofree char *left = g_build_filename(backups, name, NULL);

            care_backup_delete_tree(left);
        }
}

static void
sweep_work_if_left(const char *data_dir)
{
    g_autofree char *path = g_build_filename(data_dir, "backups", ".lock", NULL);
    int lock = g_open(path, O_RDWR | O_CLOEXEC, 0); /* nobody has backed up where there is none */

    if (lock < 0)
        return;
    if (flock(lock, LOCK_EX | LOCK_NB) == 0)
        care_backup_sweep_work(data_dir);
    close(lock);
}

void
care_backup_sweep_left(CareStore *store)
{
    g_autofree char *folder = care_store_setting(store, CARE_SETTING_BACKUP_DIR);

    sweep_work_if_left(care_store_data_dir(store));
    if (folder != NULL) {
        sweep_parts(folder, NULL);
        care_backup_sweep_work_outside(folder);
    }
}

char *
care_backup_links(const char *data_dir)
{
    static const char *const parts[] = { "aftercare.db", "files", "issued" };
    g_autoptr(GString) links = g_string_new(NULL);

    for (gsize i = 0; i < G_N_ELEMENTS(parts); i++) {
        g_autofree char *path = g_build_filename(data_dir, parts[i], NULL);

        if (g_file_test(path, G_FILE_TEST_IS_SYMLINK))
            care_listed_add(links, parts[i]);
    }
    return links->len > 0 ? g_string_free_and_steal(g_steal_pointer(&links)) : NULL;
}

char *
care_backup_links_sentence(const char *links)
{
    /* Translators: %s is the names of files, "aftercare.db, files" */
    return g_strdup_printf(_("What was a link to another place (%s) is in the shop’s own folder now."),
                           links);
}

/* By the disk's own clock: the shop's may be pretended. */
static gboolean
is_old(const char *path)
{
    GStatBuf info;

    return g_lstat(path, &info) == 0 && g_get_real_time() / G_USEC_PER_SEC - info.st_mtime > LEFT_SECONDS;
}

void
care_backup_sweep_folders(const char *data_dir)
{
    g_autofree char *backups = g_build_filename(data_dir, "backups", NULL);
    g_autofree char *pending = g_build_filename(data_dir, "restore.pending", NULL);
    g_autoptr(GDir) dir = NULL;
    const char *name;

    if (g_file_test(pending, G_FILE_TEST_EXISTS))
        return;
    dir = g_dir_open(backups, 0, NULL);
    while (dir != NULL && (name = g_dir_read_name(dir)) != NULL) {
        g_autofree char *path = g_build_filename(backups, name, NULL);

        if ((g_str_has_prefix(name, "restore-") || g_str_has_prefix(name, ".check-")) && is_old(path))
            care_backup_delete_tree(path);
    }
}
