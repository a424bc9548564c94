/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/made-files.h"

#include <glib/gstdio.h>

/* A file that replaces another is a new one to the file system. */
typedef struct {
    char *path;
    dev_t device;
    ino_t file;
} Made;

struct CareMadeFiles {
    GPtrArray *made;
};

static void
made_free(gpointer data)
{
    Made *made = data;

    g_free(made->path);
    g_free(made);
}

CareMadeFiles *
care_made_files_new(void)
{
    CareMadeFiles *self = g_new(CareMadeFiles, 1);

    self->made = g_ptr_array_new_with_free_func(made_free);
    return self;
}

void
care_made_files_free(CareMadeFiles *self)
{
    g_ptr_array_unref(self->made);
    g_free(self);
}

void
care_made_files_add(CareMadeFiles *self, const char *path)
{
    Made *made;
    GStatBuf info;

    if (g_lstat(path, &info) != 0)
        return;
    made = g_new(Made, 1);
    *made = (Made){ g_strdup(path), info.st_dev, info.st_ino };
    g_ptr_array_add(self->made, made);
}

void
care_made_files_forget(CareMadeFiles *self)
{
    g_ptr_array_set_size(self->made, 0);
}

static void
remove_all(CareMadeFiles *self)
{
    for (guint i = 0; i < self->made->len; i++) {
        const Made *made = self->made->pdata[i];
        GStatBuf info;

        if (g_lstat(made->path, &info) == 0 && info.st_dev == made->device && info.st_ino == made->file)
            g_unlink(made->path);
    }
}

void
care_made_files_undo(CareMadeFiles *self, CareConnection *connection)
{
    if (self->made->len > 0
        && (!sqlite3_get_autocommit(care_connection_handle(connection))
            || care_connection_exec(connection, "BEGIN IMMEDIATE", NULL)))
        remove_all(self);
    care_made_files_forget(self);
}
