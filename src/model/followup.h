/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/channel.h"
#include "model/record.h"
#include "model/situation.h"

G_BEGIN_DECLS

/* A dated promise to get in touch. */
/* clang-format off */
#define CARE_FOLLOWUP_STATES(W) \
    W(CARE_FOLLOWUP_OPEN, "open", N_("Open"), NULL) \
    W(CARE_FOLLOWUP_KEPT, "done", N_("Done"), NULL) \
    W(CARE_FOLLOWUP_LET_GO, "let-go", N_("Let go"), NULL)

#define CARE_FOLLOWUP_SOURCES(W) \
    W(CARE_FOLLOWUP_OF_PLAN, "plan", N_("Plan"), NULL) \
    W(CARE_FOLLOWUP_OF_COMPLAINT, "complaint", N_("Complaint"), NULL) \
    W(CARE_FOLLOWUP_OF_CANCELLED, "cancelled", N_("Plan of a cancelled job"), NULL)

#define CARE_FOLLOWUP_FIELDS(F) \
    F(CARE_FOLLOWUP_CUSTOMER, "customer", N_("Customer"), REF, CARE_FIELD_REQUIRED, "customer") \
    F(CARE_FOLLOWUP_JOB, "job", N_("Job"), REF, CARE_FIELD_GOES_ALONG, "job") \
    F(CARE_FOLLOWUP_COMPLAINT, "complaint", N_("Complaint"), REF, CARE_FIELD_GOES_ALONG, "complaint") \
    F(CARE_FOLLOWUP_KIND, "kind", N_("Kind"), CHOICE, CARE_FIELD_REQUIRED, &care_followup_kind_set) \
    F(CARE_FOLLOWUP_TITLE, "title", N_("What"), TEXT, CARE_FIELD_REQUIRED, NULL) \
    F(CARE_FOLLOWUP_DUE, "due", N_("Due"), DATE, CARE_FIELD_REQUIRED, NULL) \
    F(CARE_FOLLOWUP_CHANNEL, "channel", N_("Channel"), CHOICE, 0, &care_channel_set) \
    F(CARE_FOLLOWUP_TEXT, "text", N_("Text"), REF, 0, "text") \
    F(CARE_FOLLOWUP_STAFF, "staff", N_("Who"), REF, 0, "staff") \
    F(CARE_FOLLOWUP_STATE, "state", N_("State"), CHOICE, CARE_FIELD_REQUIRED | CARE_FIELD_TOGETHER(1), &care_followup_state_set) \
    F(CARE_FOLLOWUP_DONE, "done", N_("Done"), INSTANT, CARE_FIELD_COMPUTED, NULL) \
    F(CARE_FOLLOWUP_REASON, "reason", N_("Reason"), TEXT, CARE_FIELD_TOGETHER(1), NULL) \
    F(CARE_FOLLOWUP_SOURCE, "source", N_("Source"), CHOICE, CARE_FIELD_COMPUTED, &care_followup_source_set) \
    F(CARE_FOLLOWUP_PLANNED, "planned", N_("Planned For"), DATE, CARE_FIELD_COMPUTED, NULL)
/* clang-format on */

CARE_DECLARE_CHOICES(CareFollowupState, care_followup_state, CARE_FOLLOWUP_STATES)
CARE_DECLARE_CHOICES(CareFollowupSource, care_followup_source, CARE_FOLLOWUP_SOURCES)
CARE_DECLARE_RECORD(CareFollowup, care_followup, FOLLOWUP, CARE_FOLLOWUP_FIELDS)

gboolean care_followup_is(CareRecord *followup, CareFollowupState state);

G_END_DECLS
