/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <unistd.h>

#include <archive.h>
#include <archive_entry.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>

#include "core/disk.h"
#include "core/errors.h"
#include "exchange/backup/backup-private.h"
#include "model/customer.h"
#include "model/invoice.h"
#include "exchange/backup/backup-numbers.h"
#include "service/invoices/chain-head.h"
#include "service/invoices/invoice-number.h"
#include "service/invoices/verify.h"
#include "store/file-store.h"
#include "store/kind-query.h"
#include "store/migrate.h"
#include "store/setting.h"
#include "store/snapshot.h"
#include "store/swap-moves.h"
#include "store/swap.h"

#define BLOCK (256 * 1024)
#define MANIFEST_MAX (64 * 1024)

typedef struct {
    const char *folder;
    const char *password;
    GCancellable *cancellable;
    struct archive *archive;
    CareBackupManifest *manifest;
    gint64 entries;
    gint64 bytes;
} Reader;

static gboolean
fail(GError **error, int code, const char *sentence)
{
    if (error == NULL || *error == NULL)
        g_set_error_literal(error, CARE_ERROR, code, sentence);
    return FALSE;
}

static gboolean
is_broken(GError **error)
{
    return fail(error, CARE_ERROR_CORRUPT,
                _("This backup is damaged or was cut off. Nothing was changed; take another one."));
}

static gboolean
is_foreign(GError **error)
{
    return fail(error, CARE_ERROR_INPUT, _("This file is no backup of Aftercare. Nothing was changed."));
}

/* The database, files/ab/NAME and issued/NAME, and nothing that leads out of there. */
static gboolean
is_allowed(const char *path)
{
    g_auto(GStrv) parts = g_strsplit(path, "/", -1);
    guint n = g_strv_length(parts);

    if (n == 0)
        return FALSE;
    for (guint i = 0; i < n; i++)
        if (*parts[i] == '\0' || *parts[i] == '.' || strpbrk(parts[i], "\\\n\r") != NULL)
            return FALSE;
    if (n == 1)
        return strcmp(path, "aftercare.db") == 0;
    return (n == 3 && strcmp(parts[0], "files") == 0) || (n <= 3 && strcmp(parts[0], "issued") == 0);
}

/* A password that is missing or wrong is told from damage. */
static gboolean
cannot_read(Reader *self, struct archive_entry *entry, GError **error)
{
    if (entry == NULL || !archive_entry_is_encrypted(entry))
        return is_broken(error);
    if (self->password == NULL)
        return fail(error, CARE_ERROR_REFUSED,
                    _("This backup has a password. Nothing was changed; enter it."));
    return fail(error, CARE_ERROR_REFUSED,
                _("The password does not fit this backup, or the file is damaged. Nothing was changed."));
}

static gboolean
read_manifest(Reader *self, struct archive_entry *entry, GError **error)
{
    g_autofree char *text = g_malloc(MANIFEST_MAX + 1);
    gssize length = 0;
    la_ssize_t n;

    while (length < MANIFEST_MAX
           && (n = archive_read_data(self->archive, text + length, (gsize)(MANIFEST_MAX - length))) != 0) {
        if (n < 0)
            return cannot_read(self, entry, error);
        length += n;
    }
    self->manifest = care_backup_manifest_parse(text, length, error);
    if (self->manifest != NULL)
        self->manifest->info->encrypted = archive_entry_is_encrypted(entry);
    return self->manifest != NULL;
}

static gboolean
cannot_unpack(int code, GError **error)
{
    if (care_errno_is_full(code))
        return fail(
            error, CARE_ERROR_FULL,
            _("There is no room to unpack the backup. Nothing was changed; make room and try again."));
    return fail(error, CARE_ERROR_FULL,
                _("The backup cannot be unpacked. Nothing was changed; check the disk and its permissions."));
}

static gboolean
write_block(int fd, const char *block, gsize size, GError **error)
{
    while (size > 0) {
        ssize_t n = write(fd, block, size);

        if (n < 0 && errno == EINTR)
            continue;
        if (n <= 0)
            return cannot_unpack(n < 0 ? errno : ENOSPC, error);
        block += n;
        size -= (gsize)n;
    }
    return TRUE;
}

/* Never more bytes than the manifest promised: no small file may fill the disk. fd -1: only read through. */
static gboolean
unpack_content(Reader *self, struct archive_entry *entry, int fd, GError **error)
{
    g_autofree char *block = g_malloc(BLOCK);
    la_ssize_t n;

    while ((n = archive_read_data(self->archive, block, BLOCK)) != 0) {
        if (n < 0)
            return cannot_read(self, entry, error);
        if (g_cancellable_set_error_if_cancelled(self->cancellable, error))
            return FALSE;
        self->bytes += n;
        if (self->bytes > self->manifest->bytes)
            return is_broken(error);
        if (fd >= 0 && !write_block(fd, block, (gsize)n, error))
            return FALSE;
    }
    return fd < 0 || fsync(fd) == 0 || cannot_unpack(errno, error);
}

static gboolean
unpack_entry(Reader *self, struct archive_entry *entry, const char *name, GError **error)
{
    g_autofree char *full = g_build_filename(self->folder, name, NULL);
    g_autofree char *parent = g_path_get_dirname(full);
    gboolean done;
    int fd;

    if (archive_entry_filetype(entry) != AE_IFREG || !is_allowed(name)
        || ++self->entries > self->manifest->entries)
        return is_broken(error);
    /* what no shop keeps, none gets */
    if (strcmp(name, "aftercare.db") != 0 && !care_file_is_kept(name))
        return unpack_content(self, entry, -1, error);
    g_mkdir_with_parents(parent, 0700);
    fd = g_open(full, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0600);
    if (fd < 0 && errno == EEXIST)
        return is_broken(error);
    if (fd < 0)
        return cannot_unpack(errno, error);
    done = unpack_content(self, entry, fd, error);
    close(fd);
    return done;
}

static const char *
name_of(struct archive_entry *entry)
{
    const char *name = archive_entry_pathname_utf8(entry);

    return name != NULL ? name : archive_entry_pathname(entry);
}

static gboolean
unpack_all(Reader *self, GError **error)
{
    struct archive_entry *entry = NULL;
    int code;

    while ((code = archive_read_next_header(self->archive, &entry)) == ARCHIVE_OK || code == ARCHIVE_WARN) {
        const char *name = name_of(entry);

        if (name == NULL || !g_utf8_validate(name, -1, NULL))
            return self->manifest != NULL ? is_broken(error) : is_foreign(error);
        if (self->manifest == NULL && strcmp(name, CARE_BACKUP_MANIFEST) != 0)
            return is_foreign(error);
        if (self->manifest == NULL ? !read_manifest(self, entry, error)
                                   : !unpack_entry(self, entry, name, error))
            return FALSE;
    }
    if (self->manifest == NULL)
        return is_foreign(error);
    if (code != ARCHIVE_EOF || self->entries != self->manifest->entries
        || self->bytes != self->manifest->bytes)
        return is_broken(error);
    return TRUE;
}

static gboolean
check_checksum(Reader *self, GError **error)
{
    g_autofree char *path = g_build_filename(self->folder, "aftercare.db", NULL);
    g_autofree char *sha256 = care_backup_sha256(path);

    return g_strcmp0(sha256, self->manifest->sha256) == 0 || is_broken(error);
}

CareBackupManifest *
care_backup_unpack(const char *path, const char *folder, const char *password, GCancellable *cancellable,
                   GError **error)
{
    Reader reader = { .folder = folder,
                      .password = password != NULL && *password != '\0' ? password : NULL,
                      .cancellable = cancellable,
                      .archive = archive_read_new() };
    gboolean done;

    archive_read_support_format_zip(reader.archive);
    archive_read_set_options(reader.archive, "zip:hdrcharset=UTF-8");
    if (reader.password != NULL)
        archive_read_add_passphrase(reader.archive, reader.password);
    if (!g_file_test(path, G_FILE_TEST_IS_REGULAR))
        done = fail(error, CARE_ERROR_INPUT, _("There is no such backup. Nothing was changed."));
    else if (archive_read_open_filename(reader.archive, path, BLOCK) != ARCHIVE_OK)
        done = is_foreign(error);
    else
        done = unpack_all(&reader, error) && check_checksum(&reader, error);
    archive_read_free(reader.archive);
    if (!done)
        g_clear_pointer(&reader.manifest, care_backup_manifest_free);
    return reader.manifest;
}

/* FALSE: it cannot be looked at, as on a full disk, which says nothing of it. */
static gboolean
look_through(CareConnection *connection, const char *folder, const CareBackupManifest *manifest,
             GError **error)
{
    g_autoptr(GError) local = NULL;
    g_autoptr(CareVerification) verification = care_verify_whole(connection, folder, &local);
    gint64 customers = care_kind_count(connection, &care_customer_kind);
    gint64 invoices = care_kind_count(connection, &care_invoice_kind);
    gboolean fits = customers == manifest->info->customers && invoices == manifest->info->invoices;

    /* What is there, whatever was written on it. */
    manifest->info->customers = (guint)MAX(0, customers);
    manifest->info->invoices = (guint)MAX(0, invoices);
    if (g_error_matches(local, CARE_ERROR, CARE_ERROR_FULL)) {
        g_propagate_error(error, g_steal_pointer(&local));
        return FALSE;
    }
    if (verification == NULL || verification->problems->len > 0)
        return TRUE;
    manifest->info->miscounted = !fits;
    manifest->info->ok = fits;
    return TRUE;
}

static gboolean
write_head(const char *folder, const CareBackupManifest *manifest, GError **error)
{
    return manifest->head == NULL || care_chain_head_store(folder, manifest->head, error);
}

gboolean
care_backup_examine(const char *folder, const CareBackupManifest *manifest, GError **error)
{
    g_autofree char *path = g_build_filename(folder, "aftercare.db", NULL);
    g_autoptr(CareConnection) connection = care_connection_open(path, CARE_CONNECTION_WRITE, error);

    if (connection == NULL || !care_backup_check_rules(connection, error)
        || !care_migrate(connection, NULL, error) || !care_backup_check_objects(connection, error)
        || !write_head(folder, manifest, error) || !look_through(connection, folder, manifest, error))
        return FALSE;
    /* The restored shop knows its own backup, and throws nothing away on the day it came back. */
    return care_chain_head_adopt(connection, folder, error)
           && care_setting_write(connection, CARE_SETTING_LAST_BACKUP, manifest->info->taken, error)
           && care_setting_write(connection, CARE_SETTING_LAST_BACKUP_PLACE, NULL, error)
           && care_setting_write(connection, CARE_SETTING_LAST_PURGE, NULL, error)
           && care_connection_empty_log(connection, error);
}

typedef gboolean (*Examine)(const char *folder, const CareBackupManifest *manifest, GError **error);

static CareBackupInfo *
check(const char *path, const char *scratch, const char *password, GCancellable *cancellable, Examine examine,
      GError **error)
{
    g_autofree char *folder = g_build_filename(scratch, ".check-XXXXXX", NULL);
    g_autoptr(CareBackupManifest) manifest = NULL;
    gboolean done;

    if (g_mkdtemp_full(folder, 0700) == NULL) {
        cannot_unpack(errno, error);
        return NULL;
    }
    manifest = care_backup_unpack(path, folder, password, cancellable, error);
    done = manifest != NULL && examine(folder, manifest, error);
    care_backup_delete_tree(folder);
    return done ? g_steal_pointer(&manifest->info) : NULL;
}

CareBackupInfo *
care_backup_check(const char *path, const char *scratch, const char *password, GCancellable *cancellable,
                  GError **error)
{
    return check(path, scratch, password, cancellable, care_backup_examine, error);
}

CareBackupInfo *
care_backup_check_own(const char *path, const char *scratch, const char *password, GCancellable *cancellable,
                      GError **error)
{
    return check(path, scratch, password, cancellable, care_backup_examine_own, error);
}

char *
care_backup_stage(const char *path, const char *data_dir, const char *password, GCancellable *cancellable,
                  CareBackupInfo **info, GError **error)
{
    g_autofree char *staged = care_swap_moves_check(data_dir, error)
                                  ? care_backup_make_folder(data_dir, "restore-", error)
                                  : NULL;
    g_autofree char *files = NULL;
    g_autofree char *issued = NULL;
    g_autoptr(CareBackupManifest) manifest = NULL;

    if (staged == NULL)
        return NULL;
    files = g_build_filename(staged, "files", NULL);
    issued = g_build_filename(staged, "issued", NULL);
    g_mkdir(files, 0700);
    g_mkdir(issued, 0700);
    manifest = care_backup_unpack(path, staged, password, cancellable, error);
    if (manifest == NULL || !care_backup_examine(staged, manifest, error)) {
        care_backup_delete_tree(staged);
        return NULL;
    }
    if (info != NULL)
        *info = g_steal_pointer(&manifest->info);
    return g_path_get_basename(staged);
}

/* A name that nothing has: what an earlier restore kept stays, whatever the clock says. */
static char *
kept_name(const char *data_dir, CareInstant now)
{
    for (guint n = 1;; n++) {
        g_autofree char *end = n > 1 ? g_strdup_printf("-%u", n) : g_strdup("");
        g_autofree char *name = g_strdup_printf("before-restore-%" G_GINT64_FORMAT "%s", now, end);
        g_autofree char *path = g_build_filename(data_dir, "backups", name, NULL);

        if (!g_file_test(path, G_FILE_TEST_EXISTS))
            return g_steal_pointer(&name);
    }
}

/* The numbers are those of the shop's last word: from here on nobody writes it. What was staged goes, unless the next open
 * has to go on with it. */
static gboolean
put_held(CareSwap *swap, const char *data_dir, const char *staged, CareInstant now, GError **error)
{
    g_autofree char *kept = kept_name(data_dir, now);
    g_autofree char *folder = g_build_filename(data_dir, "backups", staged, NULL);
    gboolean done = care_backup_carry_numbers(data_dir, folder, now, error)
                    && care_swap_begin(swap, staged, kept, error);

    if (!care_swap_is_pending(data_dir))
        care_backup_delete_tree(folder);
    return done;
}

gboolean
care_backup_put(const char *data_dir, const char *staged, CareInstant now, GError **error)
{
    g_autoptr(CareSwap) swap = care_swap_hold(data_dir, error);

    return swap != NULL && put_held(swap, data_dir, staged, now, error);
}

/* It asks for the last number then, whatever it holds itself. */
static gboolean
ask_for_last(CareConnection *connection, const char *last, const char *taken, CareDate today, GError **error)
{
    return care_invoice_check_last(connection, last, today, error)
           && care_setting_write(connection, CARE_SETTING_RESTORED, taken, error)
           && care_connection_empty_log(connection, error);
}

/* What is said to be the last number fits the shop that was unpacked, before that takes its place. */
static gboolean
check_last(const char *data_dir, const char *staged, const char *last, const char *taken, CareDate today,
           GError **error)
{
    g_autofree char *folder = g_build_filename(data_dir, "backups", staged, NULL);
    g_autofree char *path = g_build_filename(folder, "aftercare.db", NULL);
    g_autoptr(CareConnection) connection
        = last != NULL ? care_connection_open(path, CARE_CONNECTION_WRITE, error) : NULL;

    if (last == NULL || (connection != NULL && ask_for_last(connection, last, taken, today, error)))
        return TRUE;
    g_clear_pointer(&connection, care_connection_close);
    care_backup_delete_tree(folder);
    return FALSE;
}

/* Whatever was refused leaves no folder where there was none. */
static void
leave_nothing(const char *data_dir, gboolean was_there)
{
    g_autofree char *backups = g_build_filename(data_dir, "backups", NULL);

    g_rmdir(backups); /* where it is empty */
    if (!was_there)
        g_rmdir(data_dir);
}

static gboolean
check_empty(const char *data_dir, GError **error)
{
    if (care_backup_is_empty(data_dir))
        return TRUE;
    g_set_error(
        error, CARE_ERROR, CARE_ERROR_REFUSED,
        _("There is a shop in %s already. Nothing was changed; restore into an empty folder, or in the "
          "window, which keeps the present shop."),
        data_dir);
    return FALSE;
}

/* Before anything is unpacked. Alone: a shop that is just being made looks like none of ours. */
static gboolean
begin_where_empty(const char *data_dir, GError **error)
{
    g_autoptr(CareFolderLock) lock
        = care_swap_finish(data_dir, error) ? care_folder_lock(data_dir, CARE_FOLDER_ALONE, error) : NULL;

    return lock != NULL && check_empty(data_dir, error);
}

/* Somebody may have begun a shop there while the backup was looked through. */
static gboolean
put_where_empty(const char *data_dir, const char *staged, CareInstant now, GError **error)
{
    g_autofree char *folder = g_build_filename(data_dir, "backups", staged, NULL);
    g_autoptr(CareSwap) swap = care_swap_hold(data_dir, error);

    if (swap != NULL && check_empty(data_dir, error))
        return put_held(swap, data_dir, staged, now, error);
    care_backup_delete_tree(folder);
    return FALSE;
}

CareBackupInfo *
care_backup_restore(const char *path, const char *data_dir, const char *password, const char *last,
                    CareClock *clock, GError **error)
{
    g_autofree char *staged = NULL;
    g_autoptr(CareBackupInfo) info = NULL;
    gboolean was_there = g_file_test(data_dir, G_FILE_TEST_EXISTS);

    if (!begin_where_empty(data_dir, error))
        return NULL;
    staged = care_backup_stage(path, data_dir, password, NULL, &info, error);
    if (staged != NULL && check_last(data_dir, staged, last, info->taken, care_clock_today(clock), error)
        && put_where_empty(data_dir, staged, care_clock_now(clock), error))
        return g_steal_pointer(&info);
    leave_nothing(data_dir, was_there);
    return NULL;
}
