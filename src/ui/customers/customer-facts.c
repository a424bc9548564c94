/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/customers/customer-facts.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "core/isolate.h"
#include "model/complaint.h"
#include "model/customer.h"
#include "model/device.h"
#include "model/job.h"
#include "store/named-query.h"
#include "ui/parts/reach.h"

void
care_customer_facts_free(CareCustomerFacts *self)
{
    g_clear_object(&self->customer);
    g_clear_object(&self->last_job);
    g_clear_object(&self->device);
    g_clear_object(&self->warranty);
    g_clear_object(&self->promised);
    g_clear_pointer(&self->line, care_due_item_free);
    g_free(self->first_name);
    g_free(self->phone);
    g_free(self);
}

/* Whether somebody of the shop has to do something now. */
gboolean
care_promise_is_owed(CarePromise promise)
{
    return promise == CARE_PROMISE_DUE || promise == CARE_PROMISE_RESOLVE;
}

/* What a job is about in a few words: its kind, else the fault's first line, else the thing. Transfer full. */
char *
care_job_headline(CareRecord *job, CareRecord *device)
{
    const char *kind = care_record_text(job, CARE_JOB_KIND);
    const char *fault = care_record_text(job, CARE_JOB_FAULT);

    if (kind)
        return g_strdup(kind);
    if (fault)
        return g_strndup(fault, strcspn(fault, "\n"));
    if (device)
        return g_strdup(care_record_text(device, CARE_DEVICE_NAME));
    return g_strdup(_("Repair"));
}

/* What is waited for while nothing is due, in the order of CarePromise. */
static const struct {
    CarePromise promise;
    const CareKind *kind;
    const char *query;
} states[] = {
    { CARE_PROMISE_RESOLVE, &care_complaint_kind, "customers/open-complaint" },
    { CARE_PROMISE_COLLECT, &care_job_kind, "customers/ready-job" },
    { CARE_PROMISE_WORK, &care_job_kind, "customers/job-in-work" },
};

/* The first that is due; else the next to come. */
static const CareDueItem *
most_urgent(GPtrArray *lines)
{
    const CareDueItem *next = NULL;

    for (guint i = 0; i < lines->len; i++) {
        const CareDueItem *line = lines->pdata[i];

        if (line->now)
            return line;
        /* what comes back every year always comes */
        if (!care_due_rule_info(line->rule)->comes_back
            && (!next || care_date_compare(line->on, next->on) < 0))
            next = line;
    }
    return next;
}

static void
find_promise(CareCustomerFacts *self, CareStore *store, CareId customer, CareClock *clock)
{
    const CareDueScope scope = { .customer = customer, .days = CARE_DUE_EVER, .owed_only = TRUE };
    g_autoptr(GPtrArray) lines = care_due_find(care_store_reader(store), clock, &scope, NULL);
    const CareDueItem *line = lines ? most_urgent(lines) : NULL;

    self->promise = line && line->now ? CARE_PROMISE_DUE : CARE_PROMISE_NONE;
    for (guint i = 0; i < G_N_ELEMENTS(states) && self->promise == CARE_PROMISE_NONE; i++) {
        self->promised = care_store_find(store, states[i].kind, states[i].query, "i", customer);
        if (self->promised)
            self->promise = states[i].promise;
    }
    if (line && self->promise == CARE_PROMISE_NONE)
        self->promise = CARE_PROMISE_LATER;
    if (line && !self->promised)
        self->line = care_due_item_copy(line);
}

/* NULL when there is no such customer (any more). */
CareCustomerFacts *
care_customer_facts_load(CareStore *store, CareId customer, CareClock *clock)
{
    g_autoptr(CareRecord) record = care_store_get(store, &care_customer_kind, customer, NULL);
    g_autofree char *first = NULL;
    CareCustomerFacts *self;

    if (!record)
        return NULL;
    self = g_new0(CareCustomerFacts, 1);
    first = care_customer_first_name(record);
    self->first_name = care_isolate(first);
    self->phone = g_strdup(care_reach_first_phone(record));
    self->customer = g_steal_pointer(&record);
    self->visits = (int)care_query_number(care_store_reader(store), "customers/count-jobs", "i", customer);
    self->last_job = care_store_find(store, &care_job_kind, "customers/last-visit", "i", customer);
    self->warranty = care_store_find(store, &care_job_kind, "customers/longest-warranty", "i", customer);
    if (self->last_job && care_record_int(self->last_job, CARE_JOB_DEVICE))
        self->device = care_store_get(store, &care_device_kind,
                                      care_record_int(self->last_job, CARE_JOB_DEVICE), NULL);
    if (!self->device)
        self->device = care_store_find(store, &care_device_kind, "customers/devices", "i", customer);
    find_promise(self, store, customer, clock);
    return self;
}
