/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/store.h"

G_BEGIN_DECLS

/* What a job's plan becomes when the job is handed over. Worker thread, within a transaction; job is as it will be
 * saved. */

/* Each step becomes a dated follow-up, once: a job that comes back to "collected" does not get them again. Follow-ups
 * that somebody made by hand, or a complaint brought, are none of the plan's. */
gboolean care_aftercare_begin(CareTransaction *transaction, CareRecord *job, GError **error);
/* Deletes those of the newest hand-over that are still open. */
gboolean care_aftercare_take_back(CareTransaction *transaction, CareRecord *job, GError **error);

G_END_DECLS
