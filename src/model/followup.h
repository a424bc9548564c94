/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/channel.h"
#include "model/record.h"

G_BEGIN_DECLS

/* A dated promise to get in touch. */
/* clang-format off */
#define CARE_FOLLOWUP_FIELDS(F) \
    F(CARE_FOLLOWUP_CUSTOMER, "customer", N_("Customer"), REF, CARE_FIELD_REQUIRED, "customer") \
    F(CARE_FOLLOWUP_JOB, "job", N_("Job"), REF, CARE_FIELD_GOES_ALONG, "job") \
    F(CARE_FOLLOWUP_COMPLAINT, "complaint", N_("Complaint"), REF, CARE_FIELD_GOES_ALONG, "complaint") \
    F(CARE_FOLLOWUP_KIND, "kind", N_("Kind"), CHOICE, CARE_FIELD_REQUIRED, "thanks|check|feedback|service|warranty|other") \
    F(CARE_FOLLOWUP_TITLE, "title", N_("What"), TEXT, CARE_FIELD_REQUIRED, NULL) \
    F(CARE_FOLLOWUP_DUE, "due", N_("Due"), DATE, CARE_FIELD_REQUIRED, NULL) \
    F(CARE_FOLLOWUP_CHANNEL, "channel", N_("Channel"), CHOICE, 0, CARE_CHOICES(CARE_CHANNELS)) \
    F(CARE_FOLLOWUP_TEXT, "text", N_("Text"), REF, 0, "text") \
    F(CARE_FOLLOWUP_STAFF, "staff", N_("Who"), REF, 0, "staff") \
    F(CARE_FOLLOWUP_STATE, "state", N_("State"), CHOICE, CARE_FIELD_REQUIRED, "open|done|let-go") \
    F(CARE_FOLLOWUP_DONE, "done", N_("Done"), INSTANT, CARE_FIELD_COMPUTED, NULL) \
    F(CARE_FOLLOWUP_REASON, "reason", N_("Reason"), TEXT, 0, NULL) \
    F(CARE_FOLLOWUP_SOURCE, "source", N_("Source"), CHOICE, CARE_FIELD_COMPUTED, "plan|complaint")
/* clang-format on */

CARE_DECLARE_RECORD(CareFollowup, care_followup, FOLLOWUP, CARE_FOLLOWUP_FIELDS)

G_END_DECLS
