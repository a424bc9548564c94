/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/money.h"
#include "store/store.h"

G_BEGIN_DECLS

/* Whether something of a job is to be billed follows from its rows: it is done, something was agreed, and what invoices
 * that stand have billed of it does not come to that (rules-invoices I5, I6). What the customer was let off counts as
 * billed: a discount, and a price that is lower for a reason that the line gives; not on a deposit. This sets the job's own field to that
 * answer, without saving it: the field is what the lists are found by, and nothing else may write it. Worker thread,
 * within a transaction. */
gboolean care_job_derive_to_bill(CareTransaction *transaction, CareRecord *job, GError **error);
/* The same for a stored job whose invoices have changed; 0 is no job. Saves it. */
gboolean care_job_update_to_bill(CareTransaction *transaction, CareId job, GError **error);
/* What invoices that stand have billed of the job, in its currency and price mode; 0 where nothing is, or it cannot be
 * read. What is left is the agreed price less this: so the draft takes it off. Any thread. */
CareMoney care_job_billed(CareConnection *connection, CareId job);

G_END_DECLS
