/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/store.h"

G_BEGIN_DECLS

/* A move before which somebody is asked why, and which is an answer to that: for the window. */

/* Whether a job that moves to the status today says why: one that is cancelled, and one after whose hand-over
 * no step would be open, and no reason stands there already (S1). Any connection. */
gboolean care_job_needs_reason(CareConnection *connection, CareRecord *job, const char *status,
                               CareDate today, GTimeZone *zone, gboolean *needs, GError **error);
/* care_job_flow_move() with what was answered. shown: the job as it stood when the question was asked; where its status is
 * another by now, or nothing is to be asked any more, CARE_ERROR_CONFLICT. Worker thread, in a transaction. */
CareRecord *care_job_move_asked(CareTransaction *transaction, CareRecord *shown, const char *status,
                                const char *reason, GError **error);

G_END_DECLS
