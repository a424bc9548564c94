/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/store.h"

G_BEGIN_DECLS

/* What was promised to a customer, a day or a price, does not change without a trace: the timeline tells what it was
 * before. old is the job as it was stored. Worker thread, within the transaction that saves it. */
gboolean care_job_trace(CareTransaction *transaction, CareRecord *job, CareRecord *old, GError **error);

G_END_DECLS
