/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/job.h"
#include "store/store.h"

G_BEGIN_DECLS

/* CareJobGroups: the jobs that are in the shop, by what must be done first (CareJobGroup). They are asked for once for all
 * groups: the first of them at once for a new day, the others on the reading thread, as after a change. Main thread.
 *
 * Signal "answered": all were read, and are counted; the rows of the models follow. */
#define CARE_TYPE_JOB_GROUPS (care_job_groups_get_type())
G_DECLARE_FINAL_TYPE(CareJobGroups, care_job_groups, CARE, JOB_GROUPS, GObject)

/* What decides in which group a job is, and where in it; as care_change_set_touches(). */
#define CARE_JOB_GROUPS_DEPEND                                                                               \
    "job:status received promised promised_time finished told returned,customer:name"

/* Empty until a day is set. Transfer full. */
CareJobGroups *care_job_groups_new(CareStore *store);
/* Reads them for that day; those of the first screen are there when this returns. */
void care_job_groups_set_day(CareJobGroups *self, CareDate today);
/* The jobs, a section for each group. Transfer none. */
GListModel *care_job_groups_get_jobs(CareJobGroups *self);
/* How many are in a group, whether they are shown yet or not; CARE_JOB_NO_GROUP: in all of them. -1 until all were read. */
int care_job_groups_count(CareJobGroups *self, CareJobGroup group);
/* In which one a job is; CARE_JOB_NO_GROUP: in none. */
CareJobGroup care_job_groups_find(CareJobGroups *self, CareId job);

G_END_DECLS
