/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/record.h"

G_BEGIN_DECLS

/* A fact of the timeline that has no row of its own: a status moved, the contact person changed. Facts, never sentences. */
/* clang-format off */
#define CARE_EVENT_NAMES(W) \
    W(CARE_HAPPENED_STATUS, "job-status", N_("Job moved"), NULL) \
    W(CARE_HAPPENED_TOLD, "job-told", N_("Told that it is ready"), NULL) \
    W(CARE_HAPPENED_CONTACT, "contact", N_("Contact person changed"), NULL) \
    W(CARE_HAPPENED_PROMISED, "promised", N_("Promised for another day"), NULL) \
    W(CARE_HAPPENED_PRICE, "price", N_("Agreed for another price"), NULL)

#define CARE_EVENT_FIELDS(F) \
    F(CARE_EVENT_CUSTOMER, "customer", N_("Customer"), REF, CARE_FIELD_REQUIRED, "customer") \
    F(CARE_EVENT_JOB, "job", N_("Job"), REF, CARE_FIELD_GOES_ALONG, "job") \
    F(CARE_EVENT_AT, "at", N_("When"), INSTANT, CARE_FIELD_REQUIRED | CARE_FIELD_STORY, NULL) \
    F(CARE_EVENT_STAFF, "staff", N_("By"), REF, 0, "staff") \
    F(CARE_EVENT_NAME, "name", N_("What"), CHOICE, CARE_FIELD_REQUIRED, &care_event_name_set) \
    F(CARE_EVENT_BEFORE, "before", N_("Before"), TEXT, 0, NULL) \
    F(CARE_EVENT_AFTER, "after", N_("After"), TEXT, 0, NULL)
/* clang-format on */

CARE_DECLARE_CHOICES(CareEventName, care_event_name, CARE_EVENT_NAMES)
CARE_DECLARE_RECORD(CareEvent, care_event, EVENT, CARE_EVENT_FIELDS)

G_END_DECLS
