/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "exchange/import/archive-draft.h"
#include "exchange/import/archive-head.h"
#include "exchange/import/archive-versions.h"
#include "exchange/import/reader.h"

G_BEGIN_DECLS

/* What is done with the records of our own export once all of them are in the shop, as they stand: only then can be told
 * whether what each refers to is there, and whether the rules of its kind let it be. In the import's transaction, with
 * its guard open. Worker thread. */

/* Takes out again, with a sentence for each, what refers to something that is not there and what its kind's rules refuse,
 * until everything that is left stands; a draft comes back where the document that it became was refused. FALSE only on an
 * error that is no row's: a full disk. */
gboolean care_archive_check(const CareReaderDesk *desk, const CareArchiveHead *head, GHashTable *short_of,
                            const CareArchiveDrafts *drafts, const CareArchiveVersions *versions,
                            GError **error);
/* What follows from those that were taken over: sums and states by their rules, counters behind their numbers. Tells what
 * stays and no door of today would take. */
gboolean care_archive_follow(const CareReaderDesk *desk, const CareArchiveHead *head, GHashTable *short_of,
                             GError **error);
/* Of both, short_of: invoices (CareId, as g_int64_hash() takes it) of which the file has payments, or the credit note, that
 * were refused; the first adds to it. */
/* Whether an error is about a row, and its sentence the reason why that row is refused. */
gboolean care_archive_is_of_row(const GError *error);
/* Of such an error what it says of the row, transfer full, without a word about the others. */
char *care_archive_reason(const GError *error);

G_END_DECLS
