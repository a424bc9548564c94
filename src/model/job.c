/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "model/job.h"

#include <glib/gi18n-lib.h>

static void
prepare(CareRecord *record, CareRecord *old, const CareShopFacts *shop)
{
    if (!care_record_is_set(record, CARE_JOB_STATUS))
        care_record_set_text(record, CARE_JOB_STATUS, "received");
    if (!care_record_is_set(record, CARE_JOB_PRICES))
        care_record_set_text(record, CARE_JOB_PRICES, "gross");
}

static char *
detail(CareRecord *record)
{
    return g_strdup(care_record_text(record, CARE_JOB_FAULT));
}

CARE_DEFINE_RECORD(CareJob, care_job, CARE_JOB_FIELDS, "job", N_("Job"), .flags = CARE_KIND_SEARCHED,
                   .icon = "care-wrench-symbolic", .table = N_("Jobs"), .order = "received DESC, id DESC",
                   .match = "job", .prepare = prepare, .detail = detail)
