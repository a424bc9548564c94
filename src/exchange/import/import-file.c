/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/import/import-file.h"

#include <glib/gi18n-lib.h>

#include "exchange/json/archive-json.h"

void
care_import_file_free(CareImportFile *file)
{
    g_clear_pointer(&file->reader, care_contact_reader_free);
    g_object_unref(file->file);
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
    gsize length;
    const char *data;

    if (bytes == NULL) {
        self->error = g_strdup_printf(_("The file %s cannot be read. Nothing was changed."), self->name);
        return;
    }
    data = g_bytes_get_data(bytes, &length);
    self->is_archive = data != NULL && care_archive_is(data, length);
    if (self->is_archive)
        return;
    self->reader = care_contact_reader_new(bytes, NULL, &error);
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

/* Without a name nobody becomes a customer, and prose with commas is no list of people: better one sentence than a
 * thousand strange rows. */
static gboolean
looks_like_people(CareCsvMapping *mapping)
{
    if (!care_csv_mapping_has_name(mapping)
        && !care_csv_mapping_has(mapping, CARE_CONTACT_FIELD_ORGANISATION))
        return FALSE;
    return mapping->has_header || care_csv_mapping_has(mapping, CARE_CONTACT_FIELD_PHONE)
           || care_csv_mapping_has(mapping, CARE_CONTACT_FIELD_EMAIL);
}

static void
check_mapping(CareImportFile *file)
{
    CareCsvMapping *mapping = file->reader != NULL ? care_contact_reader_get_mapping(file->reader) : NULL;

    if (mapping != NULL && file->error == NULL && !file->mapping_chosen && !looks_like_people(mapping))
        file->error = g_strdup(
            _("The columns of this file do not look like names with phone numbers or e-mail addresses. "
              "Nothing was taken over; choose the columns in the import window."));
}

static void
check_first(CareImportFile *file)
{
    g_autoptr(CareContactDraft) first = NULL;

    care_contact_reader_rewind(file->reader);
    first = care_contact_reader_next(file->reader);
    if (first == NULL && file->error == NULL)
        file->error = g_strdup(_("There is no contact in this file. Nothing was taken over."));
    care_contact_reader_rewind(file->reader);
}

void
care_import_file_check(CareImportFile *self)
{
    check_mapping(self);
    if (self->reader != NULL)
        check_first(self);
}
