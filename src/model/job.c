/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "model/job.h"

#include <glib/gi18n-lib.h>

#include "model/channel.h"

static void
prepare(CareRecord *record, CareRecord *old, const CareShopFacts *shop)
{
    if (!care_record_is_set(record, CARE_JOB_STATUS))
        care_record_set_text(record, CARE_JOB_STATUS, care_job_status_word(CARE_STATUS_RECEIVED));
    if (!care_record_is_set(record, CARE_JOB_PRICES))
        care_record_set_text(record, CARE_JOB_PRICES,
                             shop->prices ? shop->prices : care_price_mode_word(CARE_MODE_GROSS));
}

char *
care_job_agreed_how_in_words(CareRecord *job)
{
    const char *how = care_record_text(job, CARE_JOB_AGREED_HOW);
    const char *by = care_channel_by(how);

    return g_strdup(by != NULL ? by : how != NULL ? how : "");
}

static char *
detail(CareRecord *record)
{
    return g_strdup(care_record_text(record, CARE_JOB_FAULT));
}

CARE_DEFINE_CHOICES(care_job_status, CARE_JOB_STATUSES)

CARE_DEFINE_RECORD(CareJob, care_job, CARE_JOB_FIELDS, "job", N_("Job"),
                   .flags = CARE_KIND_SEARCHED | CARE_KIND_COUNTED, .story = CARE_STORY_JOBS,
                   .icon = "care-wrench-symbolic", .table = N_("Jobs"), .order = "received DESC, id DESC",
                   .match = "job", .prepare = prepare, .detail = detail)

gboolean
care_job_owes_message(CareRecord *job)
{
    return care_job_status_is(care_record_text(job, CARE_JOB_STATUS), CARE_STATUS_READY)
           && !care_record_is_set(job, CARE_JOB_TOLD);
}

gboolean
care_job_waits_for_return(CareRecord *job)
{
    return care_job_status_is(care_record_text(job, CARE_JOB_STATUS), CARE_STATUS_CANCELLED)
           && !care_record_is_set(job, CARE_JOB_RETURNED);
}
