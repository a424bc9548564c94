/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "service/jobs/job-trace.h"

#include "model/event.h"
#include "model/job.h"
#include "service/flow.h"

/* "2026-11-30 16:00"; NULL for no promise. Transfer full. */
static char *
day_of(CareRecord *job)
{
    g_autofree char *day = care_record_field_to_string(job, CARE_JOB_PROMISED, NULL);
    const char *time = care_record_text(job, CARE_JOB_PROMISED_TIME);

    return day != NULL && time != NULL ? g_strjoin(" ", day, time, NULL) : g_strdup(day != NULL ? day : time);
}

static gboolean
trace(CareTransaction *transaction, CareRecord *job, CareEventName name, const char *before,
      const char *after, GError **error)
{
    return g_strcmp0(before, after) == 0
           || care_flow_add_event(transaction, care_record_int(job, CARE_JOB_CUSTOMER), care_record_id(job),
                                  care_event_name_word(name), before, after, error);
}

/* The first price is part of the offer, not a change of it. */
static gboolean
trace_price(CareTransaction *transaction, CareRecord *job, CareRecord *old, GError **error)
{
    const char *shop = care_transaction_shop(transaction)->currency;
    g_autofree char *before
        = care_record_field_to_string(old, CARE_JOB_AGREED, care_record_currency(old, shop));
    g_autofree char *after
        = care_record_field_to_string(job, CARE_JOB_AGREED, care_record_currency(job, shop));

    return before == NULL || trace(transaction, job, CARE_HAPPENED_PRICE, before, after, error);
}

gboolean
care_job_trace(CareTransaction *transaction, CareRecord *job, CareRecord *old, GError **error)
{
    g_autofree char *before = day_of(old);
    g_autofree char *after = day_of(job);

    return trace(transaction, job, CARE_HAPPENED_PROMISED, before, after, error)
           && trace_price(transaction, job, old, error);
}
