/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/clock.h"
#include "document/flow.h"
#include "model/record.h"
#include "store/connection.h"

G_BEGIN_DECLS

/* What a paper is filled from: one thread's connection and the shop's now. Everything is borrowed. */
typedef struct {
    CareConnection *connection;
    const char *data_dir;
    CareInstant now;
    GTimeZone *zone;
    const CareSheet *sheet; /* that it is laid out on; NULL: the shop's, or the first of its kind's */
} CarePaperDesk;

/* CarePaperKind: a paper of the shop. It says for which record it is, fills itself and lays itself out; from its row
 * in service/paper.c it is shown, printed, saved, written by the command line and drawn with the pictures. Constant
 * data; any thread. */
typedef struct {
    const char *name;  /* its word on the command line */
    const char *label; /* untranslated: in menus and on its dialog */
    const CareKind *of;
    /* Whether this record has one; NULL: each has. */
    gboolean (*fits)(CareRecord *record);
    /* Transfer full; NULL with a sentence. */
    CarePaper *(*lay_out)(const CarePaperDesk *desk, CareRecord *record, GError **error);
    /* The name of its file, without a suffix. Transfer full. */
    char *(*file_name)(CareRecord *record);
    /* Where the paper of this record was kept when it went out: that one counts, none is laid out again. NULL: papers
     * of this kind are not kept. The result is NULL for a record whose paper has not gone out; transfer full. */
    char *(*kept)(const char *data_dir, CareRecord *record);
    int kept_hash; /* the field with the SHA-256 of what was kept; means something with kept alone */
    /* The same dates as an iCalendar file; NULL: it has no dates. Transfer full. */
    char *(*calendar)(const CarePaperDesk *desk, CareRecord *record, GError **error);
    const CareSheet *sheets[4]; /* that fit it, the usual first; ended by NULL */
} CarePaperKind;

/* Every paper, ended by NULL. */
const CarePaperKind *const *care_paper_kinds(void);
/* By the word of the command line; NULL if there is none. */
const CarePaperKind *care_paper_kind_by_name(const char *name);
const char *care_paper_kind_label(const CarePaperKind *self);
/* By its name ("a4"), of those that fit this paper; NULL with a sentence that names them. */
const CareSheet *care_paper_kind_sheet(const CarePaperKind *self, const char *name, GError **error);

/* Lays the paper out. CARE_ERROR_REFUSED for a record that has none. Transfer full. */
CarePaper *care_paper_lay_out(const CarePaperKind *self, const CarePaperDesk *desk, CareRecord *record,
                              GError **error);
/* The bytes of the paper that was kept, which are those that went out: CARE_ERROR_NOT_FOUND where they are gone,
 * CARE_ERROR_CORRUPT where they are others. Nothing hands out a kept paper without it. Any thread. Transfer full. */
GBytes *care_paper_read_kept(const CarePaperKind *self, const char *data_dir, CareRecord *record,
                             GError **error);
/* Writes it to a file of the owner's: PDF or, where the path ends in .ics, its dates. A kept paper goes out as it was
 * kept, and is refused on another sheet. */
gboolean care_paper_export(const CarePaperKind *self, const CarePaperDesk *desk, CareRecord *record,
                           const char *path, GError **error);

G_END_DECLS
