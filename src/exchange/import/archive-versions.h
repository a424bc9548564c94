/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "exchange/import/reader.h"

G_BEGIN_DECLS

/* Records of an export that said something else than the shop when they were read. What a later row of the file brings may
 * make the shop say the same: a step is done by the call about it, a complaint answered. In the end such a one is no other
 * version, and was not refused. */
typedef struct {
    GArray *rows;
    GHashTable *answers; /* CareId to the CareRecord, as the file has it, of those that are one's feedback */
} CareArchiveVersions;

void care_archive_versions_init(CareArchiveVersions *self);
void care_archive_versions_clear(CareArchiveVersions *self);
/* The row of the report says that this one was refused. brought: as the file has it. */
void care_archive_versions_add(CareArchiveVersions *self, guint row, CareRecord *brought,
                               const char *currency);
/* Such an answer, as the file has it; NULL where the file has none of the id, or says the same as the shop. Transfer none. */
CareRecord *care_archive_versions_answer(const CareArchiveVersions *self, CareId id);
/* Whose shop says the same, or does by now, once everything came in that comes, is told as "merged". Worker thread. */
gboolean care_archive_versions_settle(const CareArchiveVersions *self, const CareReaderDesk *desk,
                                      GError **error);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC(CareArchiveVersions, care_archive_versions_clear)

G_END_DECLS
