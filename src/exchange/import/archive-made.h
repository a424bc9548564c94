/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "exchange/import/archive-versions.h"
#include "exchange/import/reader.h"

G_BEGIN_DECLS

/* Whether what the program made from another record may stay once a file brought it: a step of a hand-over, the question after a
 * complaint, the complaint of a low answer, what the timeline tells of a change. FALSE with the reason where that record is here
 * in another version, says nothing that would make it, or has made the same here. Changes nothing. Worker thread. */
gboolean care_archive_check_made(const CareReaderDesk *desk, const CareArchiveVersions *versions,
                                 const CareKind *kind, CareId id, GError **error);
/* The sentence that refuses a record for which the shop made the same itself. Transfer full. */
char *care_archive_say_already(const CareReaderDesk *desk, const CareKind *kind, CareId id, GError **error);

G_END_DECLS
