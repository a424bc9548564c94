/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/import/import-file.h"

#include <glib/gi18n-lib.h>

void
care_import_file_free(CareImportFile *file)
{
    g_clear_pointer(&file->reader, care_reader_free);
    g_object_unref(file->file);
    g_free(file->encoding);
    g_free(file->name);
    g_free(file->error);
    g_free(file);
}

/* Mapped, a file of any size costs no memory. */
static GBytes *
open_bytes(GFile *file)
{
    g_autofree char *path = g_file_get_path(file);
    g_autoptr(GMappedFile) mapped = path != NULL ? g_mapped_file_new(path, FALSE, NULL) : NULL;

    if (mapped != NULL)
        return g_mapped_file_get_bytes(mapped);
    return g_file_load_bytes(file, NULL, NULL, NULL);
}

static void
open_file(CareImportFile *self)
{
    g_autoptr(GBytes) bytes = open_bytes(self->file);
    g_autoptr(GError) error = NULL;

    if (bytes == NULL) {
        self->error = g_strdup_printf(_("The file %s cannot be read. Nothing was changed."), self->name);
        return;
    }
    self->reader = care_reader_open(self->file, bytes, self->encoding, &error);
    if (self->reader == NULL)
        self->error = g_strdup(error->message);
}

CareImportFile *
care_import_file_new(GFile *file, const char *name)
{
    CareImportFile *self = g_new0(CareImportFile, 1);

    self->file = g_object_ref(file);
    self->name = name != NULL ? g_strdup(name) : g_file_get_parse_name(file);
    open_file(self);
    return self;
}

void
care_import_file_set_encoding(CareImportFile *self, const char *encoding)
{
    g_set_str(&self->encoding, encoding);
    g_clear_pointer(&self->reader, care_reader_free);
    g_clear_pointer(&self->error, g_free);
    self->mapping_chosen = FALSE;
    open_file(self);
}

void
care_import_file_check(CareImportFile *self)
{
    if (self->error == NULL && self->reader->kind->judge != NULL)
        self->error = self->reader->kind->judge(self->reader, self->mapping_chosen);
}

gboolean
care_import_file_look_ahead(CareImportFile *self, GError **error)
{
    return self->error != NULL || self->reader->kind->look_ahead == NULL
           || self->reader->kind->look_ahead(self->reader, error);
}
