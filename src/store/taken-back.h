/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/record.h"
#include "store/connection.h"

G_BEGIN_DECLS

/* The marks of what was added and taken back (table taken_back): it is deleted, but nobody deleted it. What is looked for
 * among what was deleted is asked with CARE_KIND_WAS_DELETED (kind-query.h). For the thread that owns the connection. */

/* Sets the mark, or takes it away. */
gboolean care_taken_back_mark(CareConnection *connection, CareId id, gboolean taken_back, GError **error);
/* *marked: whether it bears the mark. */
gboolean care_taken_back_is_marked(CareConnection *connection, CareId id, gboolean *marked, GError **error);
/* *went: when it was deleted, for an Undo; 0: it is not. As care_record_gone_since(), but for what was taken back, which keeps
 * when it was changed before. */
gboolean care_taken_back_went(CareConnection *connection, CareRecord *record, CareInstant *went,
                              GError **error);
/* Takes the mark away from what comes back, if it bears one, gone being how it is stored, and stamps it as it was before it
 * went: where nobody had touched it, as it was added, so that it can be taken back once more. */
gboolean care_taken_back_lift(CareConnection *connection, CareRecord *record, CareRecord *gone,
                              GError **error);
/* What is in no export, by its id: all that is marked, with its traces and what was added along with it, but for what
 * something that is there, or was deleted, refers to, directly or through others, for that would be left without it.
 * Transfer full. */
GArray *care_taken_back_ids(CareConnection *connection, GError **error);
/* Whether a reference by this field keeps nothing of that: what refers to it by such a one is written without. */
gboolean care_taken_back_lets_go(const CareField *field);
/* Records of the kind that bear the mark although they are there, which no door of the program leaves behind: the column
 * is id. */
gboolean care_taken_back_each_there(CareConnection *connection, const CareKind *kind, CareRowFunc func,
                                    gpointer data, GError **error);

G_END_DECLS
