/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
/* The few things that a well-kept shop has open on any morning: each rule of Today finds something, and no more. */
#include "sample/sample-private.h"

#define DAY 86400
#define HOUR 3600

/* Where a visit stands; everything before it was done in time. */
typedef enum {
    RECEIVED,
    WAITING,
    WORKING,
    UNTOLD,
    UNBILLED,
    UNFETCHED, /* told and paid for */
    UNPAID,
    PART_PAID,
    FOLLOWED,   /* all is well; a step of the aftercare is due */
    PAID_TWICE, /* likewise, and something is to be paid back */
    COMPLAINED, /* of work that was done long ago */
} End;

static const struct {
    guint customer; /* below CARE_SAMPLE_N_KNOWN, no company */
    guint repair;
    int received; /* days ago; the open day before, if the shop was closed */
    int ready;    /* likewise, and the day of the hand-over */
    End end;
} loose_ends[] = {
    { 0, 0, 6, 3, UNTOLD },        { 2, 5, 5, 1, UNTOLD },      { 5, 6, 9, 5, UNBILLED },
    { 7, 2, 6, 2, UNBILLED },      { 1, 13, 34, 30, UNPAID },   { 10, 8, 33, 28, PART_PAID },
    { 12, 15, 24, 19, UNFETCHED }, { 8, 1, 8, 2, FOLLOWED },    { 4, 0, 9, 5, PAID_TWICE },
    { 14, 4, 1, 0, RECEIVED },     { 15, 7, 5, 0, WAITING },    { 17, 9, 4, 0, WORKING },
    { 9, 7, 0, 0, COMPLAINED },    { 13, 1, 0, 0, COMPLAINED }, { 3, 4, 0, 0, COMPLAINED },
};

static CareInstant
days_ago(CareSample *sample, int days, int hour, guint minute)
{
    CareDate today = care_date_of_instant(sample->now, sample->zone);
    CareDate date = care_sample_open_day_before(sample, care_date_add_days(today, -days));

    return care_sample_moment(sample, date, hour, (int)minute);
}

static void
plan_after_the_work(CareSample *sample, guint index, End end, CareInstant ready)
{
    care_sample_happens(sample, index, CARE_SAMPLE_READY, ready);
    if (end != UNTOLD)
        care_sample_happens(sample, index, CARE_SAMPLE_TELL, ready + 15 * 60);
    if (end != UNBILLED)
        care_sample_happens(sample, index, CARE_SAMPLE_BILL, ready + 20 * 60);
    if (end == UNTOLD || end == UNBILLED)
        return;
    if (end == UNFETCHED) {
        care_sample_happens(sample, index, CARE_SAMPLE_PAY, ready + 2 * DAY);
        return;
    }
    care_sample_happens(sample, index, CARE_SAMPLE_COLLECT, ready + 2 * HOUR);
    if (end == PART_PAID)
        care_sample_happens(sample, index, CARE_SAMPLE_PAY_PART, ready + 4 * DAY);
    if (end == FOLLOWED || end == PAID_TWICE)
        care_sample_happens(sample, index, CARE_SAMPLE_PAY, ready + 2 * HOUR + 60);
    if (end == PAID_TWICE)
        care_sample_happens(sample, index, CARE_SAMPLE_PAY_TWICE, ready + 2 * DAY);
}

/* Whoever has a loose end always came with the same thing. */
guint
care_sample_repair_of(guint customer, guint otherwise)
{
    for (guint i = 0; i < G_N_ELEMENTS(loose_ends); i++)
        if (loose_ends[i].customer == customer)
            return loose_ends[i].repair;
    return otherwise;
}

void
care_sample_plan_loose_ends(CareSample *sample)
{
    for (guint i = 0; i < G_N_ELEMENTS(loose_ends); i++) {
        End end = loose_ends[i].end;
        CareSampleVisit visit = { .customer = loose_ends[i].customer,
                                  .repair = loose_ends[i].repair,
                                  .waits = end == WAITING,
                                  .followed = end == FOLLOWED,
                                  .score = 11 };
        CareInstant received = days_ago(sample, loose_ends[i].received, 9, 20 + i);
        guint index = sample->visits->len;

        if (end == COMPLAINED)
            continue;
        g_array_append_val(sample->visits, visit);
        care_sample_happens(sample, index, CARE_SAMPLE_RECEIVE, received);
        if (end == WAITING)
            care_sample_happens(sample, index, CARE_SAMPLE_WAIT, received + HOUR);
        if (end == RECEIVED || end == WAITING)
            continue;
        care_sample_happens(sample, index, CARE_SAMPLE_WORK, received + 3 * HOUR);
        if (end != WORKING)
            plan_after_the_work(sample, index, end, days_ago(sample, loose_ends[i].ready, 10, 15 + i));
    }
}
