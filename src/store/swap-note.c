/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/swap-note.h"

#include <glib/gstdio.h>

#include "core/plain-file.h"
#include "store/connection.h"
#include "store/file-store.h"
#include "store/setting.h"

#define NOTE "restore.taken-back"
#define GROUP "restore"

void
care_swap_note_free(CareSwapNote *self)
{
    g_free(self->taken);
    g_free(self->why);
    g_free(self);
}

static char *
path_in(const char *data_dir)
{
    return g_build_filename(data_dir, NOTE, NULL);
}

static GKeyFile *
load(const char *data_dir)
{
    g_autofree char *path = path_in(data_dir);
    g_autoptr(GBytes) bytes = care_plain_file_read(path, NULL);
    g_autoptr(GKeyFile) file = g_key_file_new();

    return bytes != NULL && g_key_file_load_from_bytes(file, bytes, G_KEY_FILE_NONE, NULL)
               ? g_steal_pointer(&file)
               : NULL;
}

static void
store(const char *data_dir, GKeyFile *file)
{
    g_autofree char *path = path_in(data_dir);
    gsize length;
    char *text = g_key_file_to_data(file, &length, NULL);
    g_autoptr(GBytes) bytes = g_bytes_new_take(text, length);
    g_autoptr(GError) error = NULL;

    if (!care_file_write_durably(path, bytes, &error))
        g_debug("not noted: %s", error->message);
}

/* A backup has in it when it was taken. */
static char *
time_of(const char *staged)
{
    g_autofree char *path = g_build_filename(staged, "aftercare.db", NULL);
    g_autoptr(CareConnection) connection = care_connection_open(path, CARE_CONNECTION_READ, NULL);

    return connection != NULL ? care_setting_read(connection, CARE_SETTING_LAST_BACKUP) : NULL;
}

void
care_swap_note_write(const char *data_dir, const char *staged, const GError *why)
{
    g_autoptr(GKeyFile) file = g_key_file_new();
    g_autofree char *taken = time_of(staged);

    if (taken != NULL)
        g_key_file_set_string(file, GROUP, "taken", taken);
    g_key_file_set_string(file, GROUP, "why", why->message);
    store(data_dir, file);
}

CareSwapNote *
care_swap_note_read(const char *data_dir)
{
    g_autoptr(GKeyFile) file = load(data_dir);
    g_autofree char *why = file != NULL ? g_key_file_get_string(file, GROUP, "why", NULL) : NULL;
    CareSwapNote *self;

    if (why == NULL)
        return NULL;
    self = g_new0(CareSwapNote, 1);
    self->why = g_steal_pointer(&why);
    self->taken = g_key_file_get_string(file, GROUP, "taken", NULL);
    self->told = g_key_file_get_boolean(file, GROUP, "told", NULL);
    return self;
}

void
care_swap_note_set_told(const char *data_dir)
{
    g_autoptr(GKeyFile) file = load(data_dir);

    if (file == NULL)
        return;
    g_key_file_set_boolean(file, GROUP, "told", TRUE);
    store(data_dir, file);
}

void
care_swap_note_drop(const char *data_dir)
{
    g_autofree char *path = path_in(data_dir);

    g_unlink(path);
}
