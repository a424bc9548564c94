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
    care_job_set_prices(record, shop);
}

void
care_job_set_prices(CareRecord *job, const CareShopFacts *shop)
{
    if (!care_record_is_set(job, CARE_JOB_PRICES))
        care_record_set_text(job, CARE_JOB_PRICES,
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
                   .match = "job", .number_digits = 3, .prepare = prepare, .detail = detail)

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

static CareJobGroup
group_of_promise(CareDate promised, gboolean waits, CareDate today)
{
    int away = care_date_is_set(promised) ? care_date_days_between(today, promised) : G_MAXINT;

    if (away < 0)
        return CARE_JOB_LATE;
    if (away == 0)
        return CARE_JOB_DUE_TODAY;
    if (waits)
        return CARE_JOB_WAITS_FOR_PART;
    return away == 1 ? CARE_JOB_DUE_TOMORROW : CARE_JOB_DUE_LATER;
}

CareJobGroup
care_job_group_of(const char *status, CareDate promised, gboolean returned, CareDate today)
{
    switch (care_choice_find(&care_job_status_set, status)) {
    case CARE_STATUS_RECEIVED:
    case CARE_STATUS_WORKING:
        return group_of_promise(promised, FALSE, today);
    case CARE_STATUS_WAITING:
        return group_of_promise(promised, TRUE, today);
    case CARE_STATUS_READY:
        return CARE_JOB_TO_COLLECT;
    case CARE_STATUS_CANCELLED:
        return returned ? CARE_JOB_NO_GROUP : CARE_JOB_STILL_HERE;
    default:
        return CARE_JOB_NO_GROUP;
    }
}

CareJobGroup
care_job_group(CareRecord *job, CareDate today)
{
    return care_job_group_of(care_record_text(job, CARE_JOB_STATUS), care_record_date(job, CARE_JOB_PROMISED),
                             care_record_is_set(job, CARE_JOB_RETURNED), today);
}
