/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/transaction.h"

G_BEGIN_DECLS

/* The two kinds that see to steps, and what is alike of both. */
typedef struct {
    const CareKind *kind;
    const char *query; /* those that saw to a step */
    int at;
    int seen_to;
    gboolean (*counts)(CareRecord *seer); /* NULL: always */
} CareSeers;

const CareSeers *care_seers_of(CareRecord *seer);
/* seer: nullable. */
const char *care_seers_words(CareRecord *seer);
CareInstant care_seers_instant(CareRecord *seer);
/* All that say they saw to the step, of both kinds, deleted or not; passed: those that would, had nobody opened it since. Transfer
 * full; NULL on an error. Worker thread. */
GPtrArray *care_seers_find(CareTransaction *transaction, CareId step, gboolean passed, GError **error);

G_END_DECLS
