/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <sys/file.h>
#include <unistd.h>

#include <archive.h>
#include <archive_entry.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>

#include "core/disk.h"
#include "core/errors.h"
#include "core/seen.h"
#include "exchange/backup/backup-private.h"
#include "model/customer.h"
#include "model/invoice.h"
#include "service/invoices/chain-head.h"
#include "store/folder-lock.h"
#include "store/kind-query.h"
#include "store/named-query.h"
#include "store/outside.h"
#include "store/schema-mend.h"
#include "store/snapshot.h"

#define BLOCK (256 * 1024)

/* One backup being written. work is a folder below backups/ for the copy of the database and the look at the result. */
typedef struct {
    const char *data_dir;
    const char *path;
    const char *password;
    GCancellable *cancellable;
    char *work;
    char *part; /* the new file, before it takes its name */
    GPtrArray *paths;
    CareChainHead *kept; /* as it was beside the database before that was copied; nullable */
    CareBackupManifest *manifest;
    struct archive *archive;
    time_t now;
    gboolean cramped; /* what could not be written lies in work */
} Writer;

/* Which stays as it was; the first backup at a place replaces none. */
static gboolean
has_one_before(Writer *self)
{
    return g_file_test(self->path, G_FILE_TEST_EXISTS);
}

static gboolean
cannot_write(Writer *self, int code, GError **error)
{
    gboolean kept = has_one_before(self);

    if (code == ENOENT || code == ENOTDIR)
        care_set_error_no_folder(error, self->path);
    else if (care_errno_is_full(code))
        g_set_error_literal(
            error, CARE_ERROR, CARE_ERROR_FULL,
            kept ? _("There is no room left for the backup. The backup that was there before is kept; make "
                     "room or choose another place.")
                 : _("There is no room left for the backup. Make room or choose another place."));
    else
        g_set_error(
            error, CARE_ERROR, CARE_ERROR_FULL,
            kept ? _("The backup %s cannot be written. The backup that was there before is kept; choose "
                     "another place.")
                 : _("The backup %s cannot be written. Choose another place."),
            self->path);
    return FALSE;
}

/* No restore takes what somebody else put into a database (care_backup_examine()), and a shop that has such a thing, or lacks an
 * index or a trigger of ours, needs a backup as any other: verify tells it there. It is a file by itself again afterwards. */
static gboolean
mend_copy(const char *path, GError **error)
{
    g_autoptr(CareConnection) copy = care_connection_open(path, CARE_CONNECTION_READ, error);
    gboolean to_mend = FALSE;

    if (copy == NULL || !care_schema_is_to_mend(copy, &to_mend, error))
        return FALSE;
    g_clear_pointer(&copy, care_connection_close);
    if (!to_mend)
        return TRUE;
    copy = care_connection_open(path, CARE_CONNECTION_WRITE, error);
    return copy != NULL && care_schema_mend_copy(copy, error) && care_connection_single(copy, error);
}

/* Consistent whatever is written meanwhile, and without holding anybody up: readers do not block writers. */
static gboolean
copy_database(Writer *self, GError **error)
{
    g_autofree char *from = g_build_filename(self->data_dir, "aftercare.db", NULL);
    g_autofree char *to = g_build_filename(self->work, "aftercare.db", NULL);
    g_autoptr(CareConnection) source = NULL;

    if (!g_file_test(from, G_FILE_TEST_EXISTS)) {
        g_set_error_literal(error, CARE_ERROR, CARE_ERROR_NOT_FOUND,
                            _("There is no shop to back up. Nothing was written."));
        return FALSE;
    }
    source = care_folder_open(self->data_dir, CARE_CONNECTION_READ, error);
    return source != NULL && care_connection_copy(source, to, error) && mend_copy(to, error);
}

/* As it is kept, not as the copy says: of a shop that has lost its last documents this is no good backup, and of one that
 * has lost its head it is none either. A shop that never had one needs none. */
static char *
head_text(Writer *self)
{
    return self->kept != NULL ? care_chain_head_to_text(self->kept) : NULL;
}

/* A paper that was issued behind the copy belongs to the next backup. */
static gboolean
find_later(Writer *self, CareConnection *copy, const char *path, gboolean *later, GError **error)
{
    g_autofree char *base = g_path_get_basename(path);
    g_autofree char *number = g_str_has_suffix(base, ".pdf") ? g_strndup(base, strlen(base) - 4) : NULL;
    const char *dash = number != NULL ? strrchr(number, '-') : NULL;
    g_autofree char *series = dash != NULL ? g_strndup(number, (gsize)(dash - number)) : NULL;

    gint64 has = 0;

    *later = FALSE;
    if (series == NULL || self->kept == NULL
        || g_ascii_strtoll(dash + 1, NULL, 10) <= care_chain_head_counter(self->kept, series))
        return TRUE;
    if (!care_query_int(copy, "invoices/has-number", &has, error, "s", number))
        return FALSE;
    *later = has == 0;
    return TRUE;
}

static gboolean
list_files(Writer *self, CareConnection *copy, GError **error)
{
    self->paths = care_backup_list(self->data_dir);
    for (guint i = self->paths->len; i > 0; i--) {
        gboolean later;

        if (!find_later(self, copy, self->paths->pdata[i - 1], &later, error))
            return FALSE;
        if (later)
            g_ptr_array_remove_index(self->paths, i - 1);
    }
    return TRUE;
}

static gboolean
make_manifest(Writer *self, CareInstant now, GError **error)
{
    g_autofree char *path = g_build_filename(self->work, "aftercare.db", NULL);
    g_autoptr(CareConnection) copy = care_connection_open(path, CARE_CONNECTION_READ, error);
    CareBackupManifest *manifest;
    GStatBuf info;

    if (copy == NULL || !list_files(self, copy, error))
        return FALSE;
    manifest = self->manifest = g_new0(CareBackupManifest, 1);
    manifest->info = g_new0(CareBackupInfo, 1);
    manifest->info->taken = care_instant_to_string(now);
    manifest->info->customers = (guint)MAX(0, care_kind_count(copy, &care_customer_kind));
    manifest->info->invoices = (guint)MAX(0, care_kind_count(copy, &care_invoice_kind));
    manifest->info->encrypted = self->password != NULL;
    manifest->sha256 = care_backup_sha256(path);
    manifest->head = head_text(self);
    manifest->entries = self->paths->len + 1;
    manifest->bytes = g_stat(path, &info) == 0 ? info.st_size : 0;
    for (guint i = 0; i < self->paths->len; i++) {
        g_autofree char *full = g_build_filename(self->data_dir, self->paths->pdata[i], NULL);

        manifest->bytes += g_stat(full, &info) == 0 ? info.st_size : 0;
    }
    return TRUE;
}

static gboolean
add_header(Writer *self, const char *name, gint64 size, GError **error)
{
    struct archive_entry *entry = archive_entry_new();
    int code;

    archive_entry_set_pathname_utf8(entry, name);
    archive_entry_set_filetype(entry, AE_IFREG);
    archive_entry_set_perm(entry, 0600);
    archive_entry_set_mtime(entry, self->now, 0);
    archive_entry_set_size(entry, size);
    code = archive_write_header(self->archive, entry);
    archive_entry_free(entry);
    return code >= ARCHIVE_WARN || cannot_write(self, archive_errno(self->archive), error);
}

static gboolean
add_text(Writer *self, const char *name, const char *text, GError **error)
{
    gsize length = strlen(text);

    if (!add_header(self, name, (gint64)length, error))
        return FALSE;
    return archive_write_data(self->archive, text, length) == (la_ssize_t)length
           || cannot_write(self, archive_errno(self->archive), error);
}

static gboolean
add_content(Writer *self, int fd, gint64 size, GError **error)
{
    g_autofree char *block = g_malloc(BLOCK);

    while (size > 0) {
        ssize_t n = read(fd, block, (gsize)MIN(size, BLOCK));

        if (g_cancellable_set_error_if_cancelled(self->cancellable, error))
            return FALSE;
        if (n <= 0 || archive_write_data(self->archive, block, (gsize)n) != n)
            return cannot_write(self, archive_errno(self->archive), error);
        size -= n;
    }
    return TRUE;
}

static gboolean
add_file(Writer *self, const char *folder, const char *name, GError **error)
{
    g_autofree char *full = g_build_filename(folder, name, NULL);
    int fd = g_open(full, O_RDONLY | O_CLOEXEC, 0);
    struct stat info;
    gboolean added;

    if (fd < 0 || fstat(fd, &info) != 0) {
        if (fd >= 0)
            close(fd);
        g_set_error(error, CARE_ERROR, CARE_ERROR_CORRUPT,
                    has_one_before(self)
                        ? _("The file %s cannot be read. The backup that was there before is kept.")
                        : _("The file %s cannot be read. No backup was written."),
                    full);
        return FALSE;
    }
    added = add_header(self, name, info.st_size, error) && add_content(self, fd, info.st_size, error);
    close(fd);
    return added;
}

static gboolean
add_all(Writer *self, GError **error)
{
    g_autofree char *manifest = care_backup_manifest_to_text(self->manifest);

    if (!add_text(self, CARE_BACKUP_MANIFEST, manifest, error)
        || !add_file(self, self->work, "aftercare.db", error))
        return FALSE;
    for (guint i = 0; i < self->paths->len; i++)
        if (!add_file(self, self->data_dir, self->paths->pdata[i], error))
            return FALSE;
    return archive_write_close(self->archive) == ARCHIVE_OK
           || cannot_write(self, archive_errno(self->archive), error);
}

static gboolean
set_up_archive(Writer *self, int fd, GError **error)
{
    archive_write_set_format_zip(self->archive);
    archive_write_set_options(self->archive, "zip:hdrcharset=UTF-8,zip:compression-level=6");
    if (self->password != NULL
        && (archive_write_set_options(self->archive, "zip:encryption=aes256") < ARCHIVE_WARN
            || archive_write_set_passphrase(self->archive, self->password) != ARCHIVE_OK)) {
        g_set_error_literal(
            error, CARE_ERROR, CARE_ERROR_REFUSED,
            _("This computer’s libarchive cannot encrypt. Nothing was written; back up without a "
              "password."));
        return FALSE;
    }
    return archive_write_open_fd(self->archive, fd) == ARCHIVE_OK
           || cannot_write(self, archive_errno(self->archive), error);
}

static gboolean
write_part(Writer *self, GError **error)
{
    int fd = g_mkstemp_full(self->part, O_RDWR | O_CLOEXEC, 0600);
    gboolean written;

    if (fd < 0) {
        g_clear_pointer(&self->part, g_free);
        return cannot_write(self, errno, error);
    }
    flock(fd, LOCK_EX | LOCK_NB); /* tells it from one that was left */
    self->archive = archive_write_new();
    written = set_up_archive(self, fd, error) && add_all(self, error);
    archive_write_free(self->archive);
    if (written && fsync(fd) != 0)
        written = cannot_write(self, errno, error);
    close(fd);
    return written;
}

/* Only what was restored and looked at is a backup. Of a damaged shop too there is one, for it is better than none; but
 * it does not take the place of a good one. */
static gboolean
check_part(Writer *self, GError **error)
{
    g_autofree char *copy = g_build_filename(self->work, "aftercare.db", NULL);
    g_autoptr(CareBackupInfo) info = NULL;

    g_unlink(copy);
    info = care_backup_check_own(self->part, self->work, self->password, self->cancellable, error);
    if (info == NULL)
        return FALSE;
    self->manifest->info->ok = info->ok;
    self->manifest->info->ruled = info->ruled;
    if (info->ok || !g_file_test(self->path, G_FILE_TEST_EXISTS))
        return TRUE;
    g_set_error_literal(
        error, CARE_ERROR, CARE_ERROR_CORRUPT,
        info->ruled
            ? _("Another program wrote rules into the shop’s data, and with them no backup can be restored. "
                "The backup that was there before is kept; export everything, import it into an empty "
                "folder, "
                "and back up there.")
            : _("The shop’s data is damaged, and so would this backup be. The backup that was there before "
                "is kept; “verify” tells what is wrong."));
    return FALSE;
}

static gboolean
put_in_place(Writer *self, GError **error)
{
    g_autofree char *folder = g_path_get_dirname(self->path);
    int fd;

    if (g_rename(self->part, self->path) != 0)
        return cannot_write(self, errno, error);
    g_clear_pointer(&self->part, g_free);
    fd = g_open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC, 0);
    if (fd >= 0) {
        fsync(fd);
        close(fd);
    }
    return TRUE;
}

#define NO_LOCK -1
#define NO_NEED -2

/* A shop that cannot be written, or has no room for that, is backed up all the same, and not least that one; there is no work
 * of others in it. */
static int
take_lock(const char *data_dir, GError **error)
{
    g_autofree char *backups = g_build_filename(data_dir, "backups", NULL);
    g_autofree char *path = g_build_filename(backups, ".lock", NULL);
    int lock;

    if (g_access(data_dir, W_OK) != 0)
        return NO_NEED;
    g_mkdir_with_parents(backups, 0700);
    lock = g_open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0600);
    /* where a disk knows no locks there is none that another could have */
    if (lock >= 0 && flock(lock, LOCK_EX | LOCK_NB) != 0 && errno == EWOULDBLOCK) {
        close(lock);
        g_set_error_literal(error, CARE_ERROR, CARE_ERROR_BUSY,
                            _("Another backup is under way. Nothing was changed; wait for it."));
        return NO_LOCK;
    }
    if (lock < 0 && care_errno_is_full(errno))
        return NO_NEED;
    if (lock < 0) {
        care_backup_cannot_make(backups, errno, error);
        return NO_LOCK;
    }
    care_backup_sweep_work(data_dir);
    care_backup_sweep_folders(data_dir);
    return lock;
}

gboolean
care_backup_check_password(const char *password, GError **error)
{
    if (password == NULL || care_text_is_seen(password))
        return TRUE;
    g_set_error_literal(
        error, CARE_ERROR, CARE_ERROR_INPUT,
        _("The password is empty. Nothing was written; choose one, or leave the password out."));
    return FALSE;
}

static gboolean
write_all(Writer *self, CareInstant now, GError **error)
{
    self->cramped = TRUE;
    if (!copy_database(self, error) || !make_manifest(self, now, error))
        return FALSE;
    self->cramped = FALSE;
    if (!write_part(self, error))
        return FALSE;
    self->cramped = TRUE;
    if (!check_part(self, error))
        return FALSE;
    self->cramped = FALSE;
    return put_in_place(self, error);
}

/* work: taken; NULL: there is none. */
static gboolean
write_in(Writer *self, char *work, CareInstant now, GError **error)
{
    int held;
    gboolean done;

    self->cramped = work == NULL;
    if (work == NULL)
        return FALSE;
    self->work = work;
    held = care_backup_hold_work(work);
    self->part = care_backup_part(self->path);
    done = write_all(self, now, error);
    if (self->part != NULL)
        g_unlink(self->part);
    care_backup_delete_tree(work);
    if (held >= 0)
        close(held);
    g_clear_pointer(&self->paths, g_ptr_array_unref);
    g_clear_pointer(&self->part, g_free);
    g_clear_pointer(&self->work, g_free);
    if (!done)
        g_clear_pointer(&self->manifest, care_backup_manifest_free);
    return done;
}

/* Where the shop's own disk is full, a backup elsewhere is what saves it: then it is made there. */
static gboolean
write_somewhere(Writer *self, CareInstant now, GError **error)
{
    g_autoptr(GError) local = NULL;

    if (write_in(self, care_backup_make_work(self->data_dir, self->path, self->password, &local), now,
                 &local))
        return TRUE;
    if (self->cramped && g_error_matches(local, CARE_ERROR, CARE_ERROR_FULL)
        && g_access(self->data_dir, W_OK) == 0)
        return write_in(self, care_backup_make_work_outside(self->path, self->password, error), now, error);
    g_propagate_error(error, g_steal_pointer(&local));
    return FALSE;
}

CareBackupInfo *
care_backup_write(const char *data_dir, const char *path, const char *password, CareInstant now,
                  GCancellable *cancellable, GError **error)
{
    g_autofree char *full
        = care_backup_check_password(password, error) ? care_backup_place(data_dir, path, error) : NULL;
    Writer writer = { .data_dir = data_dir,
                      .path = full,
                      .password = password,
                      .cancellable = cancellable,
                      .now = (time_t)now };
    g_autoptr(CareBackupInfo) info = NULL;
    gboolean damaged;
    g_autofree char *folder = full != NULL ? g_path_get_dirname(full) : NULL;
    int lock;

    if (full == NULL)
        return NULL;
    lock = take_lock(data_dir, error);
    if (lock == NO_LOCK)
        return NULL;
    care_backup_sweep_parts(full);
    care_backup_sweep_work_outside(folder);
    writer.kept = care_chain_head_load(data_dir, &damaged);
    if (write_somewhere(&writer, now, error)) {
        info = g_steal_pointer(&writer.manifest->info);
        info->path = g_canonicalize_filename(path, NULL);
    }
    if (lock != NO_NEED)
        close(lock);
    g_clear_pointer(&writer.manifest, care_backup_manifest_free);
    g_clear_pointer(&writer.kept, care_chain_head_free);
    return g_steal_pointer(&info);
}
