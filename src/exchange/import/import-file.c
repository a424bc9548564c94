/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/import/import-file.h"

#include "core/input-file.h"

void
care_import_file_free(CareImportFile *file)
{
    g_clear_pointer(&file->reader, care_reader_free);
    g_clear_pointer(&file->piped, g_bytes_unref);
    g_object_unref(file->file);
    g_free(file->encoding);
    g_free(file->name);
    g_free(file->error);
    g_free(file);
}

/* More than anybody has: an export with every photo of a shop. */
#define MOST (G_GUINT64_CONSTANT(8) << 30)

/* One that another program holds ready, elsewhere. */
static GBytes *
load_foreign(GFile *file, const char *name, GError **error)
{
    g_autoptr(GFileInfo) info
        = g_file_query_info(file, G_FILE_ATTRIBUTE_STANDARD_TYPE "," G_FILE_ATTRIBUTE_STANDARD_SIZE,
                            G_FILE_QUERY_INFO_NONE, NULL, NULL);
    gboolean is_file = info != NULL && g_file_info_get_file_type(info) == G_FILE_TYPE_REGULAR;
    GBytes *bytes = NULL;

    if (is_file && (guint64)g_file_info_get_size(info) > CARE_INPUT_PIPE_MOST) {
        care_input_refuse_large(name, CARE_INPUT_PIPE_MOST, error);
        return NULL;
    }
    bytes = is_file ? g_file_load_bytes(file, NULL, NULL, NULL) : NULL;
    if (bytes == NULL)
        care_input_refuse(name, error);
    return bytes;
}

/* Transfer full. What came of a pipe is there once, and kept. */
static GBytes *
load(CareImportFile *self, GError **error)
{
    g_autofree char *path = g_file_get_path(self->file);
    CareInput input;

    if (self->piped != NULL)
        return g_bytes_ref(self->piped);
    if (path == NULL)
        return load_foreign(self->file, self->name, error);
    if (!care_input_read(path, self->name, MOST, &input, error))
        return NULL;
    if (input.is_pipe)
        self->piped = g_bytes_ref(input.bytes);
    return input.bytes;
}

static void
open_file(CareImportFile *self)
{
    g_autoptr(GError) error = NULL;
    g_autoptr(GBytes) bytes = load(self, &error);

    if (bytes != NULL)
        self->reader
            = care_reader_open(self->piped == NULL ? self->file : NULL, bytes, self->encoding, &error);
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
