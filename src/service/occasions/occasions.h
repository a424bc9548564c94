/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/clock.h"
#include "store/connection.h"

G_BEGIN_DECLS

/* How far the place Occasions, Today and a message look ahead. */
#define CARE_OCCASIONS_DAYS_AHEAD 60

typedef enum {
    CARE_OCCASION_BIRTHDAY,
    CARE_OCCASION_FIRST_JOB, /* 1, 3, 5, 10 years after the first job (rules-care C1), computed */
    CARE_OCCASION_OWN,
} CareOccasionSort;

typedef struct {
    CareOccasionSort sort;
    CareId record; /* the customer, the first job or the occasion */
    CareId customer;
    char *customer_name;
    char *name;    /* nullable: of an occasion of their own */
    CareDate date; /* the next time it comes */
    int years;     /* how many it will be; 0: the year is not known */
    int lead_days; /* wished-for notice; 0: the usual */
} CareUpcoming;

void care_upcoming_free(CareUpcoming *upcoming);
/* Everything from today on for so many days (at most 180), by date. 29 February is kept on the 28th in other years.
 * Transfer full: GPtrArray of CareUpcoming. */
GPtrArray *care_occasions_upcoming(CareConnection *connection, CareDate today, int days, GTimeZone *zone,
                                   GError **error);

G_END_DECLS
