/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "service/today/due.h"

G_BEGIN_DECLS

/* How things stand between the shop and a customer, the most urgent first. */
typedef enum {
    CARE_PROMISE_NONE,
    CARE_PROMISE_DUE,     /* something that Today shows (service/today/due.h) */
    CARE_PROMISE_RESOLVE, /* a complaint that was answered and is still open */
    CARE_PROMISE_COLLECT, /* ready and told: it waits for them */
    CARE_PROMISE_WORK,    /* in the workshop */
    CARE_PROMISE_LATER,   /* something that Today will show, or was put off */
} CarePromise;

/* CareCustomerFacts: what the welcome-back strip and the lists say of a customer, read in a few short queries.
 * Owned by the caller; main thread. */
typedef struct {
    CareRecord *customer;
    char *first_name; /* how one speaks of them, as it stands in a sentence */
    char *phone;      /* nullable */
    int visits;
    CareRecord *last_job; /* none that was cancelled; nullable, like all below */
    CareRecord *device;   /* what was last here */
    CareRecord *warranty; /* the job whose warranty ends last */
    CarePromise promise;
    CareRecord *promised; /* the complaint or job that is waited for; NULL: the promise is a line */
    CareDueItem *line;    /* what is due or will be */
} CareCustomerFacts;

CareCustomerFacts *care_customer_facts_load(CareStore *store, CareId customer, CareClock *clock);
void care_customer_facts_free(CareCustomerFacts *self);
gboolean care_promise_is_owed(CarePromise promise);
char *care_job_headline(CareRecord *job, CareRecord *device);

G_DEFINE_AUTOPTR_CLEANUP_FUNC(CareCustomerFacts, care_customer_facts_free)

G_END_DECLS
