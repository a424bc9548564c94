/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "exchange/import/reader.h"

G_BEGIN_DECLS

/* One file of an import: opened, and judged before it runs. */
typedef struct {
    GFile *file;
    char *encoding;          /* that was chosen; NULL: the file's own */
    char *name;              /* as the caller wrote it, or its path */
    char *error;             /* nullable: why it cannot be read; a sentence */
    GBytes *piped;           /* of a pipe, which can be read once; NULL: it is a file */
    CareReader *reader;      /* NULL when it could not be opened */
    gboolean mapping_chosen; /* the owner looked at the columns: they are taken as they are */
    CareImportCounts counts;
} CareImportFile;

/* Opens it; what cannot be read has an error. name: nullable. */
CareImportFile *care_import_file_new(GFile *file, const char *name);
void care_import_file_free(CareImportFile *self);
/* Reads it as text of another encoding from now on; NULL: the one it seems to be in. Its columns are found anew. */
void care_import_file_set_encoding(CareImportFile *self, const char *encoding);
/* Looks once more, with the columns as they are now: a file that should not run gets an error. */
void care_import_file_check(CareImportFile *self);
/* Reads ahead, once it runs and before it needs the shop; any thread that has it alone. FALSE with the file's error. */
gboolean care_import_file_look_ahead(CareImportFile *self, GError **error);

G_END_DECLS
