/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/transaction.h"

G_BEGIN_DECLS

/* The counters that jobs take their numbers from, set right by the jobs that are there, deleted or not: where one stands at
 * a number that no shop gets to, or below one that was given out. A number of a job that is gone for good may come again;
 * of invoices none does, and their counters are left alone. Worker thread, within a transaction. */
gboolean care_job_counters_rebuild(CareTransaction *transaction, GError **error);

G_END_DECLS
