/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "model/job.h"

#include <glib/gi18n-lib.h>

static void
prepare(CareRecord *record, CareRecord *old, const CareShopFacts *shop)
{
    if (!care_record_is_set(record, CARE_JOB_STATUS))
        care_record_set_text(record, CARE_JOB_STATUS, care_job_status_word(CARE_STATUS_RECEIVED));
    if (!care_record_is_set(record, CARE_JOB_PRICES))
        care_record_set_text(record, CARE_JOB_PRICES, care_price_mode_word(CARE_MODE_GROSS));
}

char *
care_job_agreed_how_in_words(CareRecord *job)
{
    static const char *const words[][2] = {
        { "phone", N_("on the phone") }, { "sms", N_("by text message") },    { "email", N_("by e-mail") },
        { "letter", N_("by letter") },   { "counter", N_("at the counter") },
    };
    const char *how = care_record_text(job, CARE_JOB_AGREED_HOW);

    for (gsize i = 0; how != NULL && i < G_N_ELEMENTS(words); i++)
        if (g_str_equal(words[i][0], how))
            return g_strdup(_(words[i][1]));
    return g_strdup(how != NULL ? how : "");
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
