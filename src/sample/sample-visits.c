/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
/* Lays out when everybody came, and what followed. */
#include "sample/sample-private.h"

#define DAY 86400
#define HOUR 3600

CareInstant
care_sample_moment(CareSample *sample, CareDate date, int hour, int minute)
{
    return care_instant_of_date(date, hour, minute, sample->zone);
}

/* Germany's, as the shop's address has them. */
CareHolidays *
care_sample_holidays(void)
{
    return care_holidays_parse("01-01 easter-2 easter+1 05-01 easter+39 easter+50 10-03 12-25 12-26", NULL);
}

static gboolean
is_closed(CareSample *sample, CareDate date)
{
    return care_date_weekday(date) == 7 || care_holidays_contain(sample->holidays, date);
}

CareDate
care_sample_open_day(CareSample *sample, CareDate date)
{
    while (is_closed(sample, date))
        date = care_date_add_days(date, 1);
    return date;
}

CareDate
care_sample_open_day_before(CareSample *sample, CareDate date)
{
    while (is_closed(sample, date))
        date = care_date_add_days(date, -1);
    return date;
}

static CareInstant
in_the_morning(CareSample *sample, CareDate date)
{
    return care_sample_moment(sample, care_sample_open_day(sample, date),
                              g_rand_int_range(sample->rand, 9, 13), g_rand_int_range(sample->rand, 0, 60));
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
void
care_sample_happens(CareSample *sample, guint visit, CareSampleWhat what, CareInstant at)
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
    CareInstant answered = at + g_rand_int_range(sample->rand, 5, 240) * 60;

    if (answered > sample->now)
        return;
    care_sample_happens(sample, visit, CARE_SAMPLE_ASK, at);
    care_sample_happens(sample, visit, CARE_SAMPLE_ANSWER, answered);
}

/* Whoever would be late by now pays on the day before the invoice is due. */
static CareInstant
by_due_date(CareSample *sample, CareInstant billed, CareInstant at)
{
    CareInstant last = billed + (CARE_SAMPLE_TERMS_DAYS - 1) * DAY;

    return at > sample->now && last <= sample->now ? last : at;
}

/* Most pay at the counter, some by transfer, a few late or in parts, and now and then a bill is made anew. */
static void
plan_payment(CareSample *sample, guint visit, CareInstant billed, CareInstant collected)
{
    int how = g_rand_int_range(sample->rand, 0, 100);
    CareInstant again = days_later(sample, billed, 2, 2);
    CareInstant counter = MAX(billed, collected) + 60;

    if (how < 3 && again + 2 * HOUR <= sample->now) {
        care_sample_happens(sample, visit, CARE_SAMPLE_CANCEL_INVOICE, again);
        care_sample_happens(sample, visit, CARE_SAMPLE_BILL_AGAIN, again + 60);
        care_sample_happens(sample, visit, CARE_SAMPLE_PAY, again + 2 * HOUR);
    } else if (how < 60) {
        care_sample_happens(sample, visit, CARE_SAMPLE_PAY, counter);
    } else if (how < 68) {
        CareInstant rest = days_later(sample, billed, 9, 25);

        care_sample_happens(sample, visit, CARE_SAMPLE_PAY_PART, billed + 4 * DAY);
        care_sample_happens(sample, visit, CARE_SAMPLE_PAY, by_due_date(sample, billed, rest));
    } else {
        CareInstant paid = days_later(sample, billed, 3, how < 94 ? 14 : 40);

        care_sample_happens(sample, visit, CARE_SAMPLE_PAY, by_due_date(sample, billed, paid));
    }
}

/* Nine and ten are usual; every tenth answer is a complaint, which hears from the shop within hours. */
static void
plan_feedback(CareSample *sample, guint index, CareInstant collected)
{
    static const guint usual[] = { 9, 10, 9, 8, 10, 9, 7, 10, 10, 9, 8 };
    CareSampleVisit *visit = &g_array_index(sample->visits, CareSampleVisit, index);
    CareInstant at = days_later(sample, collected, 10, 18);
    CareInstant acknowledged = at + g_rand_int_range(sample->rand, 15, 150) * 60;
    guint answer = index / 3;

    if (!chance(sample, 34) || acknowledged > sample->now)
        return;
    visit->score = answer % 10 == 7 ? answer % 7 : usual[answer % G_N_ELEMENTS(usual)];
    care_sample_happens(sample, index, CARE_SAMPLE_FEEDBACK, at);
    if (visit->score > 6)
        return;
    care_sample_happens(sample, index, CARE_SAMPLE_ACKNOWLEDGE, acknowledged);
    care_sample_happens(sample, index, CARE_SAMPLE_RESOLVE, days_later(sample, at, 1, 5));
}

/* Within the hour the customer is told and the bill is written, sometimes only days later. As long as that hour is not
 * over, the work is not done either. */
static void
plan_hand_over(CareSample *sample, guint index, CareInstant ready)
{
    CareInstant told = ready + g_rand_int_range(sample->rand, 2, 50) * 60;
    CareInstant billed = told + 300;
    CareInstant late = days_later(sample, told, 1, 3);
    CareInstant collected = days_later(sample, ready, 0, 4);

    if (billed > sample->now)
        return;
    if (index % 9 == 4 && late <= sample->now)
        billed = late;
    care_sample_happens(sample, index, CARE_SAMPLE_READY, ready);
    care_sample_happens(sample, index, CARE_SAMPLE_TELL, told);
    care_sample_happens(sample, index, CARE_SAMPLE_BILL, billed);
    care_sample_happens(sample, index, CARE_SAMPLE_COLLECT, collected);
    plan_payment(sample, index, billed, collected);
    plan_feedback(sample, index, collected);
    if (index % 23 == 11)
        care_sample_happens(sample, index, CARE_SAMPLE_GIFT, days_later(sample, collected, 20, 40));
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
    care_sample_happens(sample, index, CARE_SAMPLE_RECEIVE, received);
    if (received > sample->now)
        return;
    if (index % 3 == 1)
        plan_message(sample, index, received);
    if (visit.cancelled_job) {
        care_sample_happens(sample, index, CARE_SAMPLE_CANCEL_JOB, days_later(sample, received, 1, 2));
        return;
    }
    if (visit.waits)
        care_sample_happens(sample, index, CARE_SAMPLE_WAIT, days_later(sample, received, 0, 1));
    ready = days_later(sample, received, visit.waits ? 4 : 1, visit.waits ? 8 : 3);
    care_sample_happens(sample, index, CARE_SAMPLE_WORK, MAX(received + 2 * HOUR, ready - DAY));
    plan_hand_over(sample, index, ready);
}

/* Everybody comes first somewhere in the years, and then again by a rhythm of their own; the last few customers are
 * new this week. Those of whom the loose ends tell were not here lately. */
void
care_sample_plan_visits(CareSample *sample, guint customers, int years)
{
    CareDate today = care_date_of_instant(sample->now, sample->zone);
    CareDate start = care_date_add_months(today, -12 * years);
    int days = care_date_days_between(start, today);

    for (guint customer = 0; customer < customers; customer++) {
        guint any = (guint)g_rand_int_range(sample->rand, 0, (gint32)care_sample_n_repairs);
        guint repair = care_sample_repair_of(customer, any);
        int gap = g_rand_int_range(sample->rand, 90, 400);
        int last = customer < CARE_SAMPLE_N_KNOWN ? days - 60 : days;
        int day = customer >= customers - 22 ? days - g_rand_int_range(sample->rand, 0, 9)
                                             : g_rand_int_range(sample->rand, 1, last - 30);
        gboolean first = TRUE;

        for (; day <= last; day += gap + g_rand_int_range(sample->rand, -30, 31)) {
            plan_visit(sample, customer, repair, first,
                       in_the_morning(sample, care_date_add_days(start, day)));
            first = FALSE;
        }
    }
}
