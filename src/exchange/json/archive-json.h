/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "store/store.h"

G_BEGIN_DECLS

/* The whole shop as one JSON file, and back. Written one record per line, read one record at a time: memory does not
 * grow with the shop. Complete: every record of every kind, the deleted ones too, settings, counters, and the bytes
 * of added files and issued papers. Not part of it: sort keys and the search index, which are made again, open
 * drafts, the audit and what past imports did. */

/* Reads from one connection in one snapshot; any thread that owns the connection. only: a kind's name, or NULL for
 * all. */
gboolean care_archive_write(CareConnection *connection, const char *data_dir, const char *only,
                            GOutputStream *out, GCancellable *cancellable, GError **error);

typedef enum {
    CARE_ARCHIVE_NEW,     /* taken over as it stands */
    CARE_ARCHIVE_MERGED,  /* the shop had it already, the same */
    CARE_ARCHIVE_REFUSED, /* not taken over; reason says why */
} CareArchiveResult;

typedef struct {
    guint row;  /* 1 for the first record */
    guint line; /* of the file */
    CareArchiveResult result;
    const CareKind *kind; /* NULL if the record could not be read */
    CareId id;
    const char *name;   /* nullable */
    const char *reason; /* nullable */
} CareArchiveRow;

typedef gboolean (*CareArchiveRowFunc)(CareTransaction *transaction, const CareArchiveRow *row, gpointer data,
                                       GError **error);

typedef struct {
    GInputStream *in;
    GCancellable *cancellable;
    CareArchiveRowFunc row; /* nullable; called for each record, within the transaction */
    gpointer row_data;
    guint read, new, merged, refused; /* read is the sum of the others */
} CareArchiveImport;

/* A CareTransactionFunc; data is a CareArchiveImport. All in the one transaction: a file that ends in the middle
 * leaves nothing. */
gboolean care_archive_import(CareTransaction *transaction, gpointer data, GError **error);
/* Whether a file begins like one of ours. */
gboolean care_archive_is(const char *begin, gsize length);

G_END_DECLS
