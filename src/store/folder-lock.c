/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/folder-lock.h"

#include <errno.h>
#include <fcntl.h>
#include <sys/file.h>
#include <unistd.h>

#include <glib/gstdio.h>

/* As long as a statement waits for another program. */
#define PATIENCE_USEC (4 * G_USEC_PER_SEC)
/* Between two tries: to open a shop takes some of these. */
#define PAUSE_USEC (2 * 1000)

struct _CareFolderLock {
    int fd; /* -1: there is no such folder */
};

/* FALSE: somebody else has it. */
static gboolean
try(const CareFolderLock *self, CareFolderUse use)
{
    return flock(self->fd, (use == CARE_FOLDER_ALONE ? LOCK_EX : LOCK_SH) | LOCK_NB) == 0
           || errno != EWOULDBLOCK;
}

static CareFolderLock *
lock_within(const char *data_dir, CareFolderUse use, gint64 patience, GError **error)
{
    g_autoptr(CareFolderLock) self = g_new(CareFolderLock, 1);
    gint64 deadline = g_get_monotonic_time() + patience;

    self->fd = g_open(data_dir, O_RDONLY | O_DIRECTORY | O_CLOEXEC, 0);
    while (self->fd >= 0 && !try(self, use)) {
        if (g_get_monotonic_time() >= deadline) {
            care_set_error_from_sqlite(error, NULL, SQLITE_BUSY);
            return NULL;
        }
        g_usleep(PAUSE_USEC);
    }
    return g_steal_pointer(&self);
}

CareFolderLock *
care_folder_lock(const char *data_dir, CareFolderUse use, GError **error)
{
    return lock_within(data_dir, use, PATIENCE_USEC, error);
}

CareFolderLock *
care_folder_try(const char *data_dir, CareFolderUse use, GError **error)
{
    return lock_within(data_dir, use, 0, error);
}

void
care_folder_unlock(CareFolderLock *self)
{
    if (self->fd >= 0)
        close(self->fd);
    g_free(self);
}

/* Its log is opened by the first look, not with the file. */
CareConnection *
care_folder_open(const char *data_dir, CareConnectionMode mode, GError **error)
{
    g_autofree char *path = g_build_filename(data_dir, "aftercare.db", NULL);
    g_autoptr(CareFolderLock) lock = care_folder_lock(data_dir, CARE_FOLDER_BESIDE_OTHERS, error);
    CareConnection *connection = lock != NULL ? care_connection_open(path, mode, error) : NULL;

    if (connection != NULL)
        care_connection_int(connection, "SELECT count(*) FROM sqlite_schema", 0);
    return connection;
}

guint64
care_folder_place(const char *data_dir)
{
    g_autofree char *path = g_build_filename(data_dir, "aftercare.db", NULL);
    GStatBuf info;

    return g_stat(path, &info) == 0 ? ((guint64)info.st_dev << 40) ^ info.st_ino : 0;
}

CareConnection *
care_folder_open_again(const char *data_dir, guint64 place, GError **error)
{
    g_autoptr(CareConnection) connection = care_folder_open(data_dir, CARE_CONNECTION_READ, error);

    if (connection == NULL || care_folder_place(data_dir) == place)
        return g_steal_pointer(&connection);
    care_set_error_moved(error);
    return NULL;
}
