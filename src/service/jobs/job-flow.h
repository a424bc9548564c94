/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/store.h"

G_BEGIN_DECLS

/* A job from intake to collection. Worker thread, within a transaction. */

/* Moves the status and does what follows: "ready" owes the customer a message, "collected" begins the warranty and turns
 * the plan's steps into follow-ups (service/jobs/aftercare.h), and what leaves "collected" ends both. The unlock code is
 * deleted by the caller, after the commit (service/jobs/unlock-code.h): the keyring is no part of a transaction. reason
 * (nullable): why it was cancelled, which every cancelling asks for, or why there is no aftercare, which a hand-over without
 * any does (S1); else, and where it is given for any other status or with steps that are open, CARE_ERROR_REFUSED. It is kept
 * without blanks around it; where the job stands at the status already, it is the reason from now on. Returns the job. */
CareRecord *care_job_flow_move(CareTransaction *transaction, CareId job, const char *status,
                               const char *reason, GError **error);
/* Takes the newest move back: what the move changed of the job is as in before again, where it is still as in after;
 * follow-ups that the move made are deleted, those that it deleted or let go are there again. CARE_ERROR_CONFLICT when the
 * job was moved on since. An unlock code that was deleted does not come back. */
gboolean care_job_flow_take_back(CareTransaction *transaction, CareRecord *before, CareRecord *after,
                                 GError **error);
/* And does that move again, the job being as in before: what follows from it is made anew, at the instants of after. reason as
 * it was given then, nullable. CARE_ERROR_CONFLICT likewise. Returns the job. */
CareRecord *care_job_flow_move_again(CareTransaction *transaction, CareRecord *before, CareRecord *after,
                                     const char *reason, GError **error);
/* Somebody told the customer. interaction (taken over, nullable) is what was sent or said. */
gboolean care_job_flow_tell(CareTransaction *transaction, CareId job, CareRecord *interaction,
                            GError **error);

/* For the command line. Transfer full. */
CareRecord *care_job_move_now(CareStore *store, CareId job, const char *status, const char *reason,
                              GError **error);

G_END_DECLS
