/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "exchange/import/reader.h"

G_BEGIN_DECLS

/* What people wrote down about something that the program made, and that is not taken over (archive-made.h). It comes all the
 * same: nobody could write it again. */

/* Whether somebody has seen to the complaint that an answer opened: it says more than the answer made it say, or something
 * that is not deleted names it. answer: as the file has it; NULL: nobody knows. */
gboolean care_archive_was_seen_to(const CareReaderDesk *desk, CareRecord *complaint, CareRecord *answer,
                                  gboolean *seen_to, GError **error);
/* The record, which the file brought, stays without what it names by the field, and its row says so. wrong: a sentence. */
gboolean care_archive_let_go(const CareReaderDesk *desk, CareRecord *record, int field, const char *wrong,
                             GError **error);
/* Before the record is refused: what the file brought and names it lets go of it, and of what the program made of it. own: the
 * step that the shop made in the place of this one, which they name instead, and have seen to; 0: none. */
gboolean care_archive_free_namers(const CareReaderDesk *desk, const CareKind *kind, CareId id, CareId own,
                                  GError **error);
/* A record that belongs, by the field, to what is deleted here. Of what nobody deleted, for it was taken back, it comes without
 * that where it can, for nobody can bring it back; else *reason says why it cannot stay (transfer full). */
gboolean care_archive_leave_hidden(const CareReaderDesk *desk, const CareKind *kind, int field, CareId id,
                                   gboolean taken_back, char **reason, GError **error);

G_END_DECLS
