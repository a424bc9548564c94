/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/transaction.h"

G_BEGIN_DECLS

typedef enum {
    CARE_PURGE_GONE,
    CARE_PURGE_STAYS,     /* something that stays refers to it, an issued document above all */
    CARE_PURGE_HAS_CODES, /* unlock codes of its jobs have to leave the keyring first */
} CarePurgeAnswer;

/* Removes a deleted record for good, with everything that is nothing without it, or leaves all of it alone. What has a
 * life of its own (a message about a job that is gone) only loses its reference. codes (CareId): jobs of
 * CARE_PURGE_HAS_CODES are appended. Worker thread, within a transaction. */
gboolean care_purge_record(CareTransaction *transaction, const CareKind *kind, CareId id,
                           CarePurgeAnswer *answer, GArray *codes, GError **error);

G_END_DECLS
