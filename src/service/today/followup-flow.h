/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "service/kind-flow.h"

G_BEGIN_DECLS

/* Work to be done on a day: when it was done, or why it was let go, goes with its state. */
extern const CareKindFlow care_followup_flow;

/* The live follow-up that a plan brought for the same step of the same job, 0 for none: a deleted one does not come back
 * beside it. Any thread. */
gboolean care_followup_find_twin(CareConnection *connection, CareRecord *followup, CareId *twin,
                                 GError **error);

G_END_DECLS
