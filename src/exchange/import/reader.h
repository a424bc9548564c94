/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "exchange/import/csv-mapping.h"
#include "exchange/import/import-log.h"

G_BEGIN_DECLS

/* CareReaderKind: a kind of file that can be imported. It says what it recognises, what it reads, how what it reads
 * finds its match in the shop; from its row in reader.c it is in the import window, its file filter, the command line
 * and the desktop's list of programs. How it is undone is the same for all: what a reader writes it logs
 * (import-log.h), and the log takes it back. Constant data. */
typedef struct _CareReaderKind CareReaderKind;

/* CareReader: one file, opened by its kind; the kind's own struct begins with it. One thread at a time: the main
 * thread until the import runs, then one that looks ahead, then the store's worker. */
typedef struct {
    const CareReaderKind *kind;
} CareReader;

/* Where what is read goes. */
typedef struct {
    CareTransaction *transaction;
    CareId import;
    guint file; /* its place among the files of the import */
    CareImportCounts *counts;
} CareReaderDesk;

typedef enum {
    CARE_READER_MORE,   /* something was taken */
    CARE_READER_END,    /* there is nothing left */
    CARE_READER_BROKEN, /* the file is of no use after all, and left nothing; the error says why */
    CARE_READER_FAILED, /* the import cannot go on: a full disk, a damaged database */
} CareReaderStep;

/* One of the first things in a file, to look at before it runs. */
typedef struct {
    char *name;   /* nullable */
    char *detail; /* what else there is of it or, where it is refused, why */
} CareReaderPreview;

void care_reader_preview_free(CareReaderPreview *preview);

struct _CareReaderKind {
    const char *label; /* untranslated: what such files hold, in the file filter */
    const char *const *suffixes;
    const char *const
        *mime_types; /* that the desktop may open with this program; ended by NULL, as suffixes */
    /* Whether a file is one of these. Kinds are asked in the order of the register; the last takes what is left. */
    gboolean (*recognises)(const char *begin, gsize length);
    /* file: NULL where the bytes are all there is of it. encoding: the one that was chosen; NULL: to be found out. NULL with
     * CARE_ERROR_INPUT and a sentence. Transfer full. */
    CareReader *(*open)(GFile *file, GBytes *bytes, const char *encoding, GError **error);
    void (*free)(CareReader *self);
    /* Why it should not run as it stands, as a sentence; NULL when it may. chosen: the owner looked at the columns.
     * NULL: always. Transfer full. */
    char *(*judge)(CareReader *self, gboolean chosen);
    /* Reads what needs no database, before a transaction keeps everybody else from writing. FALSE: the file is of no use
     * after all; the error says why. NULL: there is nothing. */
    gboolean (*look_ahead)(CareReader *self, GError **error);
    /* Takes over the next thing, with its match in the shop, and logs it. */
    CareReaderStep (*take)(CareReader *self, const CareReaderDesk *desk, GError **error);
    double (*progress)(CareReader *self);          /* 0 to 1; NULL: not known before its end */
    const char *(*format)(CareReader *self);       /* a word, "vcard-3.0"; static */
    const char *(*format_label)(CareReader *self); /* translated */
    const char *(*encoding)(CareReader *self);
    gboolean any_encoding; /* the owner may choose another */
    /* The first few of its things; NULL: it has nothing to show. Transfer full. */
    GPtrArray *(*preview)(CareReader *self, guint n);
    /* Its columns, to look at and change; NULL, or NULL returned: it has none. Transfer none. */
    CareCsvMapping *(*columns)(CareReader *self);
};

/* Every kind, ended by NULL. */
const CareReaderKind *const *care_reader_kinds(void);
/* By the kind that recognises the bytes. file: NULL where there is no other way to them. encoding: nullable. NULL with CARE_ERROR_INPUT and a sentence. Transfer full. */
CareReader *care_reader_open(GFile *file, GBytes *bytes, const char *encoding, GError **error);
void care_reader_free(CareReader *self);
CareCsvMapping *care_reader_columns(CareReader *self);
/* How a text begins, on one line and no longer than anybody looks at: what is told by it has no name. length: -1 where it
 * ends with a nought. Transfer full. */
char *care_reader_begin(const char *text, gssize length);

G_END_DECLS
