/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/transaction.h"

G_BEGIN_DECLS

/* A later export brings as an issued document what is a draft here: that is its next state. Both are remembered until all of
 * the file is there: the drafts that made room, for the document may be refused, and the documents that did not come in for
 * a draft that was kept, for others go on behind them. */
typedef struct {
    GHashTable *gone; /* CareId to the CareRecord of the draft */
    GHashTable *kept; /* place in the order of issue (gint64*) to the CareRecord of the document */
} CareArchiveDrafts;

void care_archive_drafts_init(CareArchiveDrafts *self);
void care_archive_drafts_clear(CareArchiveDrafts *self);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC(CareArchiveDrafts, care_archive_drafts_clear)

/* Whether record, as the file has it, is what known, as the shop has it, became by being issued: nobody wrote anything else
 * on the draft here, or it was deleted. */
gboolean care_archive_is_issued_since(CareRecord *record, CareRecord *known);
/* The sentence about a draft that somebody wrote on here, which is kept; FALSE where it is none. */
gboolean care_archive_keep_draft(CareArchiveDrafts *self, CareRecord *record, CareRecord *known,
                                 GError **error);
void care_archive_let_draft_go(CareArchiveDrafts *self, CareRecord *draft);
/* Puts it back as it was, once the document with its id is out again; of an id that had none, nothing. Worker thread. */
gboolean care_archive_put_draft_back(CareTransaction *transaction, const CareArchiveDrafts *drafts, CareId id,
                                     GError **error);

G_END_DECLS
