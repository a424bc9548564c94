/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
/* Lays out when everybody came, and what followed. */
#include "service/sample/sample-private.h"

#define DAY 86400
#define HOUR 3600

CareInstant
care_sample_moment(CareSample *sample, CareDate date, int hour, int minute)
{
    return care_instant_of_date(date, hour, minute, sample->zone);
}

/* The day itself, or the Monday after a Sunday. */
static CareDate
open_day(CareDate date)
{
    return care_date_weekday(date) == 7 ? care_date_add_days(date, 1) : date;
}

static CareInstant
in_the_morning(CareSample *sample, CareDate date)
{
    return care_sample_moment(sample, open_day(date), g_rand_int_range(sample->rand, 9, 13),
                              g_rand_int_range(sample->rand, 0, 60));
}

static CareInstant
days_later(CareSample *sample, CareInstant at, int least, int most)
{
    CareDate date = care_date_add_days(care_date_of_instant(at, sample->zone),
                                       g_rand_int_range(sample->rand, least, most + 1));
    CareInstant later = in_the_morning(sample, date);

    return MAX(later, at + HOUR);
}

static gboolean
chance(CareSample *sample, int percent)
{
    return g_rand_int_range(sample->rand, 0, 100) < percent;
}

/* What lies ahead of now is not told. */
static void
happens(CareSample *sample, guint visit, CareSampleWhat what, CareInstant at)
{
    CareSampleEvent event = { .at = at, .visit = visit, .what = what };

    if (at <= sample->now)
        g_array_append_val(sample->events, event);
}

/* Asked during shop hours, answered the same day or the next morning. */
static void
plan_message(CareSample *sample, guint visit, CareInstant received)
{
    CareInstant at = days_later(sample, received, 0, 1);

    happens(sample, visit, CARE_SAMPLE_ASK, at);
    if (at + 2 * HOUR <= sample->now)
        happens(sample, visit, CARE_SAMPLE_ANSWER, at + g_rand_int_range(sample->rand, 5, 240) * 60);
}

/* Most pay at the counter, some by transfer, a few late or in parts; what is recent is not all paid yet. */
static void
plan_payment(CareSample *sample, guint visit, CareInstant billed)
{
    int how = g_rand_int_range(sample->rand, 0, 100);
    gboolean recent = billed > sample->now - 75 * DAY;

    if (how < 3) {
        happens(sample, visit, CARE_SAMPLE_CANCEL_INVOICE, billed + 2 * DAY);
        happens(sample, visit, CARE_SAMPLE_BILL_AGAIN, billed + 2 * DAY + 60);
        happens(sample, visit, CARE_SAMPLE_PAY, billed + 3 * DAY);
    } else if (how < 60) {
        happens(sample, visit, CARE_SAMPLE_PAY, billed + 60);
    } else if (how < 68) {
        happens(sample, visit, CARE_SAMPLE_PAY_PART, billed + 4 * DAY);
        if (!recent)
            happens(sample, visit, CARE_SAMPLE_PAY, billed + 25 * DAY);
    } else if (how < 94 || !recent) {
        happens(sample, visit, CARE_SAMPLE_PAY, days_later(sample, billed, 3, how < 94 ? 14 : 40));
    }
}

/* Nine and ten are usual; every twelfth answer is a complaint. */
static void
plan_feedback(CareSample *sample, guint index, CareInstant collected)
{
    static const guint usual[] = { 9, 10, 9, 8, 10, 9, 7, 10, 10, 9, 8 };
    CareSampleVisit *visit = &g_array_index(sample->visits, CareSampleVisit, index);
    CareInstant at = days_later(sample, collected, 10, 18);
    guint answer = index / 3;

    if (!chance(sample, 34))
        return;
    visit->score = answer % 10 == 7 ? answer % 7 : usual[answer % G_N_ELEMENTS(usual)];
    happens(sample, index, CARE_SAMPLE_FEEDBACK, at);
    if (visit->score > 6)
        return;
    happens(sample, index, CARE_SAMPLE_ACKNOWLEDGE, at + g_rand_int_range(sample->rand, 15, 150) * 60);
    happens(sample, index, CARE_SAMPLE_RESOLVE, days_later(sample, at, 1, 5));
}

static void
plan_hand_over(CareSample *sample, guint index, CareInstant ready)
{
    CareSampleVisit *visit = &g_array_index(sample->visits, CareSampleVisit, index);
    CareInstant collected = days_later(sample, ready, 0, 4);

    visit->untold = ready > sample->now - 6 * DAY && index % 2 == 0;
    if (!visit->untold) {
        happens(sample, index, CARE_SAMPLE_TELL, ready + g_rand_int_range(sample->rand, 2, 50) * 60);
        if (index % 40 == 19 && ready > sample->now - 60 * DAY)
            return; /* never fetched */
        happens(sample, index, CARE_SAMPLE_COLLECT, collected);
        if (index % 17 != 5 || ready < sample->now - 40 * DAY) {
            CareInstant billed = index % 9 == 4 ? days_later(sample, collected, 1, 3) : collected + 300;

            happens(sample, index, CARE_SAMPLE_BILL, billed);
            plan_payment(sample, index, billed);
        }
        plan_feedback(sample, index, collected);
        if (index % 23 == 11)
            happens(sample, index, CARE_SAMPLE_GIFT, days_later(sample, collected, 20, 40));
    }
}

static void
plan_visit(CareSample *sample, guint customer, guint repair, gboolean first, CareInstant received)
{
    guint index = sample->visits->len;
    CareSampleVisit visit = { .customer = customer, .repair = repair, .first = first, .score = 11 };
    CareInstant ready;

    visit.waits = index % 6 == 2;
    visit.above = index % 13 == 6;
    visit.cancelled_job = !first && index % 41 == 17;
    g_array_append_val(sample->visits, visit);
    happens(sample, index, CARE_SAMPLE_RECEIVE, received);
    if (received > sample->now)
        return;
    if (index % 3 == 1)
        plan_message(sample, index, received);
    if (visit.cancelled_job) {
        happens(sample, index, CARE_SAMPLE_CANCEL_JOB, days_later(sample, received, 1, 2));
        return;
    }
    if (visit.waits)
        happens(sample, index, CARE_SAMPLE_WAIT, days_later(sample, received, 0, 1));
    ready = days_later(sample, received, visit.waits ? 4 : 1, visit.waits ? 8 : 3);
    happens(sample, index, CARE_SAMPLE_WORK, MAX(received + 2 * HOUR, ready - DAY));
    happens(sample, index, CARE_SAMPLE_READY, ready);
    plan_hand_over(sample, index, ready);
}

/* Everybody comes first somewhere in the years, and then again by a rhythm of their own; the last few customers are
 * new this week. */
void
care_sample_plan_visits(CareSample *sample, guint customers, int years)
{
    CareDate today = care_date_of_instant(sample->now, sample->zone);
    CareDate start = care_date_add_months(today, -12 * years);
    int days = care_date_days_between(start, today);

    for (guint customer = 0; customer < customers; customer++) {
        guint repair = (guint)g_rand_int_range(sample->rand, 0, (gint32)care_sample_n_repairs);
        int gap = g_rand_int_range(sample->rand, 90, 400);
        int day = customer >= customers - 22 ? days - g_rand_int_range(sample->rand, 0, 9)
                                             : g_rand_int_range(sample->rand, 1, days - 30);
        gboolean first = TRUE;

        for (; day <= days; day += gap + g_rand_int_range(sample->rand, -30, 31)) {
            plan_visit(sample, customer, repair, first,
                       in_the_morning(sample, care_date_add_days(start, day)));
            first = FALSE;
        }
    }
}
