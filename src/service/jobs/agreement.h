/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/transaction.h"

G_BEGIN_DECLS

/* What somebody said yes to (rules-invoices I6): the lines of the job as they stood in that moment, kept in its field
 * "promise". Who, when and how stand beside them and hold for nothing else: a price that changes afterwards needs a new
 * yes, and until then the job says that there is none. */

/* Whether anybody has ever said yes to a price of the job, be it another than now. */
gboolean care_job_was_agreed(CareRecord *job);
/* In which the job's price was agreed, whatever the shop's currency is by now. Transfer full. */
char *care_job_currency(CareConnection *connection, CareRecord *job);
/* The lines that were agreed, in the job's price mode of then, as a job of their own; without such a yes, the job's
 * lines as they are, which is what the customer was told. Never saved. Transfer full. */
CareRecord *care_job_promise_lines(CareRecord *job);
/* Whether an invoice could bear the tax of each line that old (nullable) has not got as well; CARE_ERROR_REFUSED with a
 * sentence that names the line. */
gboolean care_job_check_taxes(CareRecord *job, CareRecord *old, GError **error);
/* The same of what stands or came by a file: the sentences of all lines whose tax no invoice could bear. */
gboolean care_job_check_standing_taxes(CareRecord *job, GError **error);
/* Of a job about to be saved: keeps what is agreed, and lets go of a yes to something else. Worker thread. */
void care_job_keep_agreement(CareTransaction *transaction, CareRecord *job, CareRecord *old);

G_END_DECLS
