/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/transaction.h"

G_BEGIN_DECLS

/* What imports did, in the database itself: memory does not grow with a file, a killed import is found again, and
 * every import can be told and reverted later. */
typedef struct {
    guint file; /* position of its file */
    guint row;
    guint line;
    const char *result;  /* "new", "merged", "doubtful", "refused" */
    const char *kind;    /* nullable */
    CareId record;       /* 0: none */
    const char *name;    /* nullable */
    const char *reason;  /* nullable */
    const char *dropped; /* nullable: names, one per line */
    const char *before;  /* nullable: the record as it was */
    const char *after;   /* nullable: checksum of what the import left */
} CareImportRow;

typedef struct {
    guint new, merged, doubtful, refused;
    guint same;  /* of those merged: they changed nothing; kept in no log */
    guint twice; /* of those merged: into what this import had brought itself; neither */
} CareImportCounts;

typedef struct {
    const char *name;
    const char *format;   /* nullable when it could not be read */
    const char *encoding; /* nullable */
    const char *error;    /* nullable: a sentence */
    CareImportCounts counts;
} CareImportFileRow;

guint care_import_counts_read(const CareImportCounts *counts);
/* Counts one more with a result as in a row. */
void care_import_counts_add(CareImportCounts *counts, const char *result);

gboolean care_import_log_begin(CareTransaction *transaction, CareId import, GError **error);
gboolean care_import_log_state(CareTransaction *transaction, CareId import, const char *state,
                               GError **error);
gboolean care_import_log_file(CareTransaction *transaction, CareId import, guint position,
                              const CareImportFileRow *file, GError **error);
gboolean care_import_log_row(CareTransaction *transaction, CareId import, const CareImportRow *row,
                             GError **error);
/* A record that came along with the row before: no row of a file itself. */
gboolean care_import_log_extra(CareTransaction *transaction, CareId import, CareRecord *record,
                               GError **error);

/* What is known of a record that goes for good: its name, why, and how it was. */
gboolean care_import_log_forget(CareTransaction *transaction, CareId record, GError **error);
/* Takes away, a few hundred at a time, the rows of imports that were run before an instant; those cannot be reverted
 * any more. *more: there are others left. */
gboolean care_import_log_close(CareTransaction *transaction, CareInstant before, gboolean *more,
                               GError **error);

/* Whether this import brought a record itself, as new. */
gboolean care_import_log_brought(CareTransaction *transaction, CareId import, CareId record,
                                 gboolean *brought, GError **error);

/* Checksum of a record's values, without its id and stamp. Transfer full. */
char *care_import_checksum(CareRecord *record, const char *currency);

/* Told in the order of the file. Strings are borrowed for the call. FALSE from func ends it. */
typedef gboolean (*CareImportFileFunc)(guint position, const CareImportFileRow *file, gpointer data);
typedef gboolean (*CareImportRowFunc)(const CareImportRow *row, gpointer data);
gboolean care_import_log_foreach_file(CareConnection *connection, CareId import, CareImportFileFunc func,
                                      gpointer data, GError **error);
gboolean care_import_log_foreach_row(CareConnection *connection, CareId import, guint file,
                                     CareImportRowFunc func, gpointer data, GError **error);

G_END_DECLS
