/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "service/invoices/billing-time.h"

#include <math.h>

#include "model/job.h"
#include "model/metrics/quantile.h"
#include "service/feedback/answer-clock.h"
#include "store/named-query.h"
#include "store/record-sql.h"

/* Days on which the shop was open, after the day the work was done; negative (a deposit) counts as none. */
static int
working_days(const CareShopHours *hours, CareDate done, CareDate until)
{
    int days = 0;

    for (CareDate day = done; care_date_compare(day, until) < 0;) {
        day = care_date_add_days(day, 1);
        days += care_shop_hours_is_open_day(hours, day) ? 1 : 0;
    }
    return days;
}

typedef struct {
    const CareShopHours *hours;
    GTimeZone *zone;
    GArray *waited; /* double */
} Waiting;

static gboolean
append_waited(CareStatement *row, gpointer data, GError **error)
{
    Waiting *self = data;
    CareDate done = care_date_of_instant(care_statement_int(row, 0), self->zone), issued;
    double days;

    if (!care_date_parse_full(care_statement_text(row, 1), &issued) || care_date_compare(done, issued) > 0)
        return TRUE;
    days = working_days(self->hours, done, issued);
    g_array_append_val(self->waited, days);
    return TRUE;
}

/* -1 where there is nothing to tell it from. */
static int
usual_days(CareConnection *connection, const CareShopHours *hours, GTimeZone *zone)
{
    g_autoptr(GArray) waited = g_array_new(FALSE, FALSE, sizeof(double));
    Waiting waiting = { hours, zone, waited };

    if (!care_query_each(connection, "invoices/billed-jobs", append_waited, &waiting, NULL, ""))
        return -1;
    return waited->len > 0 ? (int)lround(care_median((double *)(void *)waited->data, waited->len)) : -1;
}

CareBillingTime
care_billing_time(CareConnection *connection, CareClock *clock, CareId id)
{
    CareBillingTime time = { .usual = -1, .waited = -1 };
    GTimeZone *zone = care_clock_zone(clock);
    g_autoptr(CareAnswerClock) answer_clock = care_answer_clock_new(connection, clock);
    const CareShopHours *hours = care_answer_clock_hours(answer_clock);
    g_autoptr(CareRecord) job = id != 0 ? care_record_load(connection, &care_job_kind, id, NULL) : NULL;

    time.usual = usual_days(connection, hours, zone);
    if (job && care_record_is_set(job, CARE_JOB_FINISHED))
        time.waited = working_days(hours, care_date_of_instant(care_record_int(job, CARE_JOB_FINISHED), zone),
                                   care_clock_today(clock));
    return time;
}
