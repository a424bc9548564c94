/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/store.h"

G_BEGIN_DECLS

/* What a job's plan becomes when the job is handed over: what the intake, the job's page and the care card promise is
 * what the hand-over makes. */

/* Months of warranty that a hand-over gives: the job's own, else its plan's (nullable), else the shop's; 0: none. Any
 * connection of the shop, on its own thread. */
int care_aftercare_warranty_months(CareConnection *connection, CareRecord *job, CareRecord *plan);
/* The end of that warranty when the job is handed over on a day; month 0: there is none. Likewise. */
CareDate care_aftercare_warranty_end(CareConnection *connection, CareRecord *job, CareRecord *plan,
                                     CareDate handover);
/* Whether a step would be open after a job is handed over that day: one that its plan brings and no hand-over made before, or
 * a follow-up that is open already. Without one it closes for a reason (S1): who asks for that and who refuses without it
 * go by this alone. Likewise. */
gboolean care_aftercare_find_open_after(CareConnection *connection, CareRecord *job, CareDate handover,
                                        GTimeZone *zone, gboolean *open, GError **error);

/* Whether a step of it is open, be it the plan's or somebody's own: then nothing is to be said of why there is none. Any
 * connection. */
gboolean care_aftercare_find_open(CareConnection *connection, CareRecord *job, gboolean *open,
                                  GError **error);

/* Worker thread, within a transaction; job is as it will be saved. */

/* The warranty begins, and each step becomes a dated follow-up. A step of an earlier hand-over that was done or let go
 * is not made again. Follow-ups that somebody made by hand, or a complaint brought, are none of the plan's. Where a step is
 * open, the job has no reason any more. CARE_ERROR_REFUSED where it would leave neither a step nor a reason. */
gboolean care_aftercare_begin(CareTransaction *transaction, CareRecord *job, GError **error);
/* The end of the warranty, and its months, of a job that is handed over and has no end: reckoned from that day, as a
 * hand-over does. */
gboolean care_aftercare_begin_warranty(CareTransaction *transaction, CareRecord *job, GError **error);
/* The end of the warranty (before: as it was, month 0 none) was changed since the hand-over: what the plan counts from it
 * and is open moves along; without a warranty it goes, with one again it is made. */
gboolean care_aftercare_follow_warranty(CareTransaction *transaction, CareRecord *job, CareDate before,
                                        GError **error);
/* The hand-over is none any more: no warranty, and what it planned is deleted as far as it is open and nobody moved it by
 * hand. */
gboolean care_aftercare_end(CareTransaction *transaction, CareRecord *job, GError **error);
/* The hand-over is taken back at once: what it made is gone, without a trace among what was deleted. */
gboolean care_aftercare_undo(CareTransaction *transaction, CareRecord *job, GError **error);
/* A job that is cancelled: what its plan brought is let go as far as it is open. */
gboolean care_aftercare_cancel(CareTransaction *transaction, CareRecord *job, GError **error);
/* The job was not handed over: neither the day nor the warranty of it. */
gboolean care_aftercare_forget(CareTransaction *transaction, CareRecord *job, GError **error);
/* The newest of the two is taken back, of a job as it left it: what it deleted or let go is there again. */
gboolean care_aftercare_resume(CareTransaction *transaction, CareRecord *job, GError **error);

G_END_DECLS
