/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/transaction.h"

G_BEGIN_DECLS

/* When the customer was told that the job (0: none) is ready follows from its contacts: the first that can have told of it.
 * Marks it anew once a contact was saved, changed, deleted or brought back: contact is as it was before a change, whose mark
 * is known by its instant, and as it is now. What was marked by hand stays. Worker thread. */
gboolean care_job_told_anew(CareTransaction *transaction, CareId job, CareRecord *contact, GError **error);
/* The same in a job that is about to be written over old: it is ready, or handed over, at another time than before, or not. */
gboolean care_job_told_follow(CareTransaction *transaction, CareRecord *job, CareRecord *old, GError **error);
/* The same once a file brought the contact to a job that was here: nobody wrote on that, and nothing is refused. */
gboolean care_job_told_restored(CareTransaction *transaction, CareId job, CareRecord *contact,
                                GError **error);

G_END_DECLS
