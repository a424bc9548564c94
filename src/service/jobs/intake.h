/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/store.h"

G_BEGIN_DECLS

/* What is written down when something comes in. All of it is saved in one transaction or nothing is. */
typedef struct {
    CareRecord *customer; /* nullable: a new one; else the job names one */
    CareRecord *device;   /* nullable: likewise */
    CareRecord *plan;     /* nullable: this job's own copy of a plan whose steps were moved */
    CareRecord *job;
    GPtrArray *documents;      /* nullable: of unsaved CareRecord, photos of how it looked */
    const char *const *drafts; /* nullable: keys of what is forgotten with it */
} CareIntake;

/* What a new job begins with: the shop's kind of prices, the usual days until it is promised, and who is at the counter. Main
 * thread. */
void care_intake_set_defaults(CareStore *store, CareRecord *job);
/* Worker thread; the records get their ids and the job its number. */
gboolean care_intake_save(CareTransaction *transaction, const CareIntake *intake, GError **error);
/* For the window: works on copies, and answers the job's id; 0 and *error when nothing was saved. */
void care_intake_save_async(CareStore *store, const CareIntake *intake, GAsyncReadyCallback callback,
                            gpointer user_data);
CareId care_intake_save_finish(CareStore *store, GAsyncResult *result, GError **error);

G_END_DECLS
