/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/channel.h"
#include "model/record.h"

G_BEGIN_DECLS

/* A message, call, visit or note. What was really sent is logged here, never what was meant to be. */
/* clang-format off */
#define CARE_DIRECTIONS(W) \
    W(CARE_DIRECTION_IN, "in", N_("They got in touch"), NULL) \
    W(CARE_DIRECTION_OUT, "out", N_("We got in touch"), NULL) \
    W(CARE_DIRECTION_NOTE, "note", N_("Note"), NULL)

/* What a contact is counted as (rules-care C2). */
#define CARE_INTERACTION_CLASSES(W) \
    W(CARE_CLASS_SERVICE, "service", N_("About a job"), NULL) \
    W(CARE_CLASS_CARE, "care", N_("Aftercare"), NULL) \
    W(CARE_CLASS_FEEDBACK, "feedback", N_("Feedback"), NULL) \
    W(CARE_CLASS_REMINDER, "reminder", N_("Reminder"), NULL) \
    W(CARE_CLASS_GIFT, "gift", N_("Gift"), NULL) \
    W(CARE_CLASS_MARKETING, "marketing", N_("Offer"), NULL)

#define CARE_INTERACTION_FIELDS(F) \
    F(CARE_INTERACTION_CUSTOMER, "customer", N_("Customer"), REF, CARE_FIELD_REQUIRED, "customer") \
    F(CARE_INTERACTION_JOB, "job", N_("Job"), REF, CARE_FIELD_LETS_GO, "job") \
    F(CARE_INTERACTION_FOLLOWUP, "followup", N_("Follow-Up"), REF, CARE_FIELD_LETS_GO, "followup") \
    F(CARE_INTERACTION_COMPLAINT, "complaint", N_("Complaint"), REF, CARE_FIELD_LETS_GO, "complaint") \
    F(CARE_INTERACTION_DIRECTION, "direction", N_("Direction"), CHOICE, CARE_FIELD_REQUIRED, &care_direction_set) \
    F(CARE_INTERACTION_CHANNEL, "channel", N_("Channel"), CHOICE, CARE_FIELD_REQUIRED, &care_interaction_channel_set) \
    F(CARE_INTERACTION_AT, "at", N_("When"), INSTANT, CARE_FIELD_REQUIRED | CARE_FIELD_STORY, NULL) \
    F(CARE_INTERACTION_SUBJECT, "subject", N_("Subject"), TEXT, 0, NULL) \
    F(CARE_INTERACTION_BODY, "body", N_("Text"), TEXT, CARE_FIELD_LONG, NULL) \
    F(CARE_INTERACTION_OUTCOME, "outcome", N_("Outcome"), TEXT, 0, NULL) \
    F(CARE_INTERACTION_CLASS, "class", N_("Class"), CHOICE, 0, &care_contact_class_set) \
    F(CARE_INTERACTION_AUTOMATIC, "automatic", N_("Automatic Reply"), BOOLEAN, 0, NULL) \
    F(CARE_INTERACTION_STAFF, "staff", N_("By"), REF, CARE_FIELD_AT_COUNTER, "staff") \
    F(CARE_INTERACTION_SEEN_TO, "seen_to", N_("Steps Seen To"), TEXT, CARE_FIELD_COMPUTED | CARE_FIELD_NOTED, NULL)
/* clang-format on */

CARE_DECLARE_CHOICES(CareDirection, care_direction, CARE_DIRECTIONS)
CARE_DECLARE_CHOICES(CareContactClass, care_contact_class, CARE_INTERACTION_CLASSES)
extern const CareChoiceSet care_interaction_channel_set; /* the channels, and this for what went by none */
#define CARE_INTERACTION_BY_NONE "note"
CARE_DECLARE_RECORD(CareInteraction, care_interaction, INTERACTION, CARE_INTERACTION_FIELDS)

/* A note is no contact: nobody was reached, or tried to. */
gboolean care_interaction_is_note(CareRecord *interaction);
/* A person had to do with them, whoever got in touch: no note, no automatic reply, no call in vain. */
gboolean care_interaction_has_met(CareRecord *interaction);
/* And it went out, to whoever was reached. */
gboolean care_interaction_has_reached(CareRecord *interaction);
/* What a call's outcome says when nobody was there; untranslated, and translated where it is written down. */
#define CARE_INTERACTION_NOBODY N_("Nobody answered")
/* Whether such an outcome (nullable) says that somebody, or what records their calls, was reached. */
gboolean care_interaction_outcome_is_reached(const char *outcome);
/* The outcomes that say nobody was, for a query: a JSON array, A to Z in small letters. Transfer full. */
char *care_interaction_outcomes_of_nobody(void);

G_END_DECLS
