/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/money.h"
#include "store/store.h"

G_BEGIN_DECLS

/* What of the agreed price of a job is still to bill follows from its rows, and from nothing else: the price, less what
 * invoices that stand have billed of it, less what those let the customer off (rules-invoices I5, I6;
 * service/invoices/let-off.h). Today, the list of what is to bill, the page of the job, the draft of the rest and the field
 * of the job say the same by this. */
typedef struct {
    CareMoney billed;  /* in the job's currency and price mode */
    CareMoney let_off; /* as well */
    CareMoney
        left; /* 0: nothing, be it because rounding in the other mode took the last minor unit of a line */
} CareToBill;

/* Of a job, done or not. Without an agreed price, or billed in another currency when it was done, nothing is left. Any
 * thread. */
gboolean care_job_read_to_bill(CareConnection *connection, CareRecord *job, CareToBill *out, GError **error);
/* The same of its price of today and the invoices that stood at that instant, of which those count that were issued up to the
 * record last. Any thread. */
gboolean care_job_read_to_bill_then(CareConnection *connection, CareRecord *job, CareInstant at, CareId last,
                                    CareToBill *out, GError **error);
/* Whether something of a job that is done is to be billed is its own field, by which lists find it. This sets it to that
 * answer, without saving the job; nothing else may write it. Any thread. */
gboolean care_job_derive_to_bill(CareConnection *connection, CareRecord *job, GError **error);
/* The same for a stored job whose invoices have changed; 0 is no job. Saves it. Worker thread. */
gboolean care_job_update_to_bill(CareTransaction *transaction, CareId job, GError **error);
/* The same where its invoices came along with a file: nobody wrote on the job, and it stays as old as it was. Worker
 * thread. */
gboolean care_job_follow_to_bill(CareTransaction *transaction, CareId job, GError **error);

G_END_DECLS
