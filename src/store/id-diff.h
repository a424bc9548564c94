/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/id.h"

G_BEGIN_DECLS

/* At position (counted with all earlier runs applied), removed ids give way to added ones, taken from the new vector
 * starting at from. */
typedef struct {
    guint position;
    guint removed;
    guint added;
    guint from;
} CareIdRun;

/* The runs, in ascending order, that turn before into after. Transfer full. */
GArray *care_id_diff(const CareId *before, guint n_before, const CareId *after, guint n_after);
/* Of after, in its order, what stands in before and the first few that do not: what was there stays there while the rest
 * comes. Transfer full. */
GArray *care_id_part(GArray *before, GArray *after, guint more);

G_END_DECLS
