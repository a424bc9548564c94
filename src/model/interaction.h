/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/channel.h"
#include "model/record.h"

G_BEGIN_DECLS

/* A message, call, visit or note. What was really sent is logged here, never what was meant to be. */
/* clang-format off */
#define CARE_INTERACTION_FIELDS(F) \
    F(CARE_INTERACTION_CUSTOMER, "customer", N_("Customer"), REF, CARE_FIELD_REQUIRED, "customer") \
    F(CARE_INTERACTION_JOB, "job", N_("Job"), REF, CARE_FIELD_LETS_GO, "job") \
    F(CARE_INTERACTION_FOLLOWUP, "followup", N_("Follow-Up"), REF, CARE_FIELD_LETS_GO, "followup") \
    F(CARE_INTERACTION_DIRECTION, "direction", N_("Direction"), CHOICE, CARE_FIELD_REQUIRED, "in|out|note") \
    F(CARE_INTERACTION_CHANNEL, "channel", N_("Channel"), CHOICE, CARE_FIELD_REQUIRED, (&("" CARE_CHANNELS(CARE_CHOICE_WORD) "|note")[1])) \
    F(CARE_INTERACTION_AT, "at", N_("When"), INSTANT, CARE_FIELD_REQUIRED | CARE_FIELD_STORY, NULL) \
    F(CARE_INTERACTION_SUBJECT, "subject", N_("Subject"), TEXT, 0, NULL) \
    F(CARE_INTERACTION_BODY, "body", N_("Text"), TEXT, CARE_FIELD_LONG, NULL) \
    F(CARE_INTERACTION_OUTCOME, "outcome", N_("Outcome"), TEXT, 0, NULL) \
    F(CARE_INTERACTION_CLASS, "class", N_("Class"), CHOICE, 0, "service|care|feedback|reminder|gift|marketing") \
    F(CARE_INTERACTION_AUTOMATIC, "automatic", N_("Automatic Reply"), BOOLEAN, 0, NULL) \
    F(CARE_INTERACTION_STAFF, "staff", N_("By"), REF, 0, "staff")
/* clang-format on */

CARE_DECLARE_RECORD(CareInteraction, care_interaction, INTERACTION, CARE_INTERACTION_FIELDS)

G_END_DECLS
