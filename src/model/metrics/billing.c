/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "model/metrics/billing.h"

#include <glib/gi18n-lib.h>

#include "model/metrics/quantile.h"

static gboolean
monday_to_friday(CareDate date, gpointer user_data)
{
    return care_date_weekday(date) <= 5;
}

/* Whether at most CARE_BILLING_ON_TIME_DAYS working days passed after the day of completion. */
static gboolean
is_on_time(const CareBilledJob *job, CareIsWorkingDay is_working_day, gpointer user_data)
{
    int passed = 0;

    for (CareDate day = job->done; care_date_compare(day, job->invoiced) < 0;) {
        day = care_date_add_days(day, 1);
        if (is_working_day(day, user_data) && ++passed > CARE_BILLING_ON_TIME_DAYS)
            return FALSE;
    }
    return TRUE;
}

/* FALSE, and counted elsewhere: one that waits still, or was billed before it was done. */
static gboolean
has_waited(CareBilling *billing, const CareBilledJob *job, CareDate today)
{
    if (!care_date_is_set(job->invoiced)) {
        billing->waiting++;
        billing->oldest_waiting_days
            = MAX(billing->oldest_waiting_days, care_date_days_between(job->done, today));
        return FALSE;
    }
    if (care_date_days_between(job->done, job->invoiced) >= 0)
        return TRUE;
    billing->early++;
    return FALSE;
}

/**
 * care_billing:
 * @is_working_day: (nullable) (scope call): the shop's open days; NULL: Monday to Friday
 *
 * How long finished work waits for its invoice, in calendar days, and the share billed on time (rule M9).
 */
CareBilling
care_billing(const CareBilledJob *jobs, gsize n, CareIsWorkingDay is_working_day, gpointer user_data,
             CareDate today)
{
    g_autoptr(GArray) waited = g_array_new(FALSE, FALSE, sizeof(double));
    CareBilling billing = { 0 };
    gint64 on_time = 0;
    double sum = 0.0;

    if (is_working_day == NULL)
        is_working_day = monday_to_friday;
    for (gsize i = 0; i < n; i++) {
        double days;

        if (!has_waited(&billing, &jobs[i], today))
            continue;
        days = care_date_days_between(jobs[i].done, jobs[i].invoiced);
        sum += days;
        on_time += is_on_time(&jobs[i], is_working_day, user_data);
        g_array_append_val(waited, days);
    }
    billing.n = waited->len;
    billing.too_few = billing.n == 0;
    billing.on_time = care_share(on_time, billing.n + billing.early);
    if (!billing.too_few) {
        billing.mean_days = sum / billing.n;
        billing.median_days = care_median((double *)waited->data, waited->len);
    }
    return billing;
}
