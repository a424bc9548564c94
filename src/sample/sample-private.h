/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/holidays.h"
#include "sample/sample-data.h"
#include "store/transaction.h"

G_BEGIN_DECLS

#define CARE_SAMPLE_TERMS_DAYS 14
#define CARE_SAMPLE_N_KNOWN 20 /* the first customers, of whom the loose ends tell */

/* A visit as it was laid out, and the records it has made so far. */
typedef struct {
    guint customer; /* which one of the sample's */
    guint repair;
    gboolean first;    /* the customer is made with it */
    gboolean waits;    /* for a part */
    gboolean above;    /* something more was found; the customer consented */
    gboolean followed; /* its newest follow-up is left for today */
    gboolean cancelled_job;
    guint score; /* 0…10; 11: no answer given */
    CareId job;
    CareId invoice;
} CareSampleVisit;

/* What can happen on a visit, in the order in which it does when it is the same moment. */
typedef enum {
    CARE_SAMPLE_RECEIVE,
    CARE_SAMPLE_WAIT,
    CARE_SAMPLE_WORK,
    CARE_SAMPLE_ASK, /* the customer writes or calls */
    CARE_SAMPLE_ANSWER,
    CARE_SAMPLE_CANCEL_JOB,
    CARE_SAMPLE_READY,
    CARE_SAMPLE_TELL,
    CARE_SAMPLE_COLLECT,
    CARE_SAMPLE_BILL,
    CARE_SAMPLE_CANCEL_INVOICE,
    CARE_SAMPLE_BILL_AGAIN,
    CARE_SAMPLE_PAY_PART,
    CARE_SAMPLE_PAY,
    CARE_SAMPLE_PAY_TWICE, /* by mistake */
    CARE_SAMPLE_FEEDBACK,
    CARE_SAMPLE_ACKNOWLEDGE,
    CARE_SAMPLE_RESOLVE,
    CARE_SAMPLE_GIFT,
} CareSampleWhat;

typedef struct {
    CareInstant at;
    guint visit;
    CareSampleWhat what;
} CareSampleEvent;

typedef struct {
    CareInstant now;
    GTimeZone *zone;
    GRand *rand;
    CareHolidays *holidays;
    guint serial;
    GArray *visits; /* of CareSampleVisit */
    GArray *events; /* of CareSampleEvent */
    CareId staff[2];
    CareId plans[5];
    CareId customers[512];
    CareId devices[512];
    GHashTable *names; /* of the people there are already */
} CareSample;

/* sample-shop.c: who works here, the shop's details, plans and texts. */
gboolean care_sample_open_shop(CareTransaction *transaction, CareSample *sample, GError **error);
CareId care_sample_plan_for(CareSample *sample, const char *job_kind);

/* sample-people.c: the customer of a first visit, with a device. */
gboolean care_sample_make_customer(CareTransaction *transaction, CareSample *sample,
                                   const CareSampleVisit *visit, GError **error);

/* sample-visits.c: lays everything out; nothing is written yet. All that is due by now is done by now. */
void care_sample_plan_visits(CareSample *sample, guint customers, int years);
void care_sample_happens(CareSample *sample, guint visit, CareSampleWhat what, CareInstant at);
CareHolidays *care_sample_holidays(void);
/* The day itself, or if the shop is closed the next open one, or the one before. */
CareDate care_sample_open_day(CareSample *sample, CareDate date);
CareDate care_sample_open_day_before(CareSample *sample, CareDate date);

/* sample-loose-ends.c: and the few things that are not. */
void care_sample_plan_loose_ends(CareSample *sample);
guint care_sample_repair_of(guint customer, guint otherwise);

/* sample-play.c: one event, through the flows. */
gboolean care_sample_play(CareTransaction *transaction, CareSample *sample, const CareSampleEvent *event,
                          GError **error);

/* sample-today.c: follow-ups were kept and people congratulated, but for a few that are left for today. */
gboolean care_sample_keep_promises(CareTransaction *transaction, CareSample *sample, GError **error);
gboolean care_sample_set_today(CareTransaction *transaction, CareSample *sample, GError **error);

/* A moment in shop hours on a day. */
CareInstant care_sample_moment(CareSample *sample, CareDate date, int hour, int minute);

G_END_DECLS
