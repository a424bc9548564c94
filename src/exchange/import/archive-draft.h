/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/transaction.h"

G_BEGIN_DECLS

/* A later export brings as an issued document what is a draft here: that is its next state. Drafts that make room for it are
 * remembered (CareId to CareRecord) until all of the file is there, for the document may be refused. */
GHashTable *care_archive_drafts_new(void);

/* Whether record, as the file has it, is what known, as the shop has it, became by being issued: nobody wrote anything else
 * on the draft here, or it was deleted. */
gboolean care_archive_is_issued_since(CareRecord *record, CareRecord *known);
/* The sentence about a draft that somebody wrote on here; FALSE where it is none. */
gboolean care_archive_is_other_draft(CareRecord *record, CareRecord *known, GError **error);
/* Puts it back as it was, once the document with its id is out again; of an id that had none, nothing. Worker thread. */
gboolean care_archive_put_draft_back(CareTransaction *transaction, GHashTable *drafts, CareId id,
                                     GError **error);

G_END_DECLS
