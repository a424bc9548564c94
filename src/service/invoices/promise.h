/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/money.h"
#include "model/record.h"
#include "store/connection.h"

G_BEGIN_DECLS

/* What was agreed beside what is billed (rules-invoices I6). All sums are with tax and in the currency of the invoice, in
 * whichever mode each price was written. */
typedef struct {
    gboolean any;        /* there is a price to compare with */
    gboolean said;       /* somebody said yes to it; FALSE: they were only told */
    gboolean comparable; /* it was in the currency of the invoice, and adds up */
    CareMoney agreed;
    CareMoney billed; /* by this invoice */
    CareMoney before; /* by other invoices of the job that stand */
    gboolean
        net; /* agreed and billed without tax: so it is compared, for each document rounds its tax for itself */
    CareMoney agreed_net;
    CareMoney billed_net; /* by this invoice and by the others */
    CareMoney slack; /* by how much their taxes may be more than that of one document, by rounding alone */
} CarePromise;

/* Any thread, with its own connection. FALSE when job or invoices cannot be read: then nobody knows what was agreed, and
 * nothing may be issued on it. */
gboolean care_promise_read(CareConnection *connection, CareRecord *invoice, CarePromise *promise,
                           GError **error);

/* Whether the customer has to be asked: more is billed of the job, with what was billed of it before, than was agreed; or as
 * much at a higher tax. */
gboolean care_promise_is_exceeded(const CarePromise *promise);
/* A consent was given to a price: an invoice that comes to more now, and more than agreed, lets go of it.
 * FALSE when the promise cannot be read. */
gboolean care_promise_drop_stale_consent(CareConnection *connection, CareRecord *before, CareRecord *now,
                                         GError **error);
/* What of the lines was agreed, in the invoice's mode, from the job's promise; what they were told if nobody said yes. */
void care_promise_mark_lines(CareRecord *invoice, CareRecord *job);
/* The lines' agreed amounts, which were written in the mode from, in that of the invoice's prices. */
void care_promise_convert_lines(CareRecord *invoice, const char *from);

/* What was agreed for the job and what is billed of it, on this invoice and on others that stand; both with tax, in
 * whichever mode each was written. FALSE if there is no price to compare with, or none can be
 * read; for what is shown. */
gboolean care_invoice_compare(CareConnection *connection, CareRecord *invoice, CareMoney *agreed,
                              CareMoney *billed);

G_END_DECLS
