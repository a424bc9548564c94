/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "exchange/import/import-revert.h"
#include "store/transaction.h"

G_BEGIN_DECLS

/* One import that is being taken back, chunk by chunk, whoever asked for it: somebody, or the next start. */
typedef struct _CareReverting CareReverting;

CareReverting *care_reverting_new(CareId import);
/* Of one that was stopped before its end: where it has come to it by now, nothing is taken back. */
CareReverting *care_reverting_new_unfinished(CareId import);
void care_reverting_free(gpointer reverting);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(CareReverting, care_reverting_free)
/* A CareStepFunc: as many rows as fit into one chunk. data: CareReverting. */
gboolean care_reverting_chunk(CareTransaction *transaction, gpointer data, gboolean *done, GError **error);

G_END_DECLS
