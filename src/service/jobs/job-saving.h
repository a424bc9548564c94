/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "service/kind-flow.h"

G_BEGIN_DECLS

/* Whether what was agreed is the sum of the agreed lines. Any thread. */
gboolean care_job_price_fits(CareRecord *job, const char *shop_currency);

/* Says that a job with a step that is open has no reason why there is none. FALSE with CARE_ERROR_REFUSED. */
gboolean care_job_refuse_reason(GError **error);

/* A new job gets its number, its first status and a line in the story; every job the sum of its agreed lines.
 * Its open follow-ups go and come back with it; what hangs on it goes along to another customer. */
extern const CareKindFlow care_job_flow;

G_END_DECLS
