/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/clock.h"
#include "store/connection.h"

G_BEGIN_DECLS

/* How far the place Occasions looks ahead. */
#define CARE_OCCASIONS_DAYS_AHEAD 60
/* How long after its day something is still told of, where nobody saw it come. */
#define CARE_OCCASIONS_MISSED_DAYS 31
/* The next time that something comes back is never farther off. */
#define CARE_OCCASIONS_A_YEAR 365

/* What is asked for. */
typedef struct {
    int days;        /* from today on */
    int own_days;    /* of customers' own days, if more: each has a notice of its own */
    CareId customer; /* 0: of anybody */
} CareOccasionScope;

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
    char *channel;   /* nullable: how they wish to be told */
    char *name;      /* nullable: of an occasion of their own */
    CareDate date;   /* the next time it comes */
    CareDate before; /* the time before that */
    int years;       /* how many it will be; 0: the year is not known */
    int lead_days;   /* the notice, 0 on the day itself */
} CareUpcoming;

void care_upcoming_free(CareUpcoming *upcoming);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(CareUpcoming, care_upcoming_free)
/* Everything in the scope, at most a year ahead, by date; of customers' own days also what is to be thought of by now.
 * 29 February is kept on the 28th in other years. Transfer full: GPtrArray of CareUpcoming. */
GPtrArray *care_occasions_upcoming(CareConnection *connection, CareDate today, const CareOccasionScope *scope,
                                   GTimeZone *zone, GError **error);

G_END_DECLS
