/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/channel.h"
#include "model/record.h"

G_BEGIN_DECLS

/* An answer to 'How did it go?'. A score of 0 is an answer; no score is none. */
/* clang-format off */
#define CARE_FEEDBACK_FIELDS(F) \
    F(CARE_FEEDBACK_CUSTOMER, "customer", N_("Customer"), REF, CARE_FIELD_REQUIRED, "customer") \
    F(CARE_FEEDBACK_JOB, "job", N_("Job"), REF, CARE_FIELD_LETS_GO, "job") \
    F(CARE_FEEDBACK_SCORE, "score", N_("Would Recommend, 0 to 10"), INTEGER, 0, NULL) \
    F(CARE_FEEDBACK_SATISFACTION, "satisfaction", N_("Satisfaction, 1 to 5"), INTEGER, 0, NULL) \
    F(CARE_FEEDBACK_COMMENT, "comment", N_("Comment"), TEXT, CARE_FIELD_LONG, NULL) \
    F(CARE_FEEDBACK_QUOTABLE, "quotable", N_("May Be Quoted"), BOOLEAN, 0, NULL) \
    F(CARE_FEEDBACK_CHANNEL, "channel", N_("Channel"), CHOICE, 0, &care_channel_set) \
    F(CARE_FEEDBACK_AT, "at", N_("Answered"), INSTANT, CARE_FIELD_REQUIRED | CARE_FIELD_STORY, NULL) \
    F(CARE_FEEDBACK_STAFF, "staff", N_("Taken By"), REF, CARE_FIELD_AT_COUNTER, "staff") \
    F(CARE_FEEDBACK_SEEN_TO, "seen_to", N_("Steps Seen To"), TEXT, CARE_FIELD_COMPUTED | CARE_FIELD_NOTED, NULL)
/* clang-format on */

CARE_DECLARE_RECORD(CareFeedback, care_feedback, FEEDBACK, CARE_FEEDBACK_FIELDS)

G_END_DECLS
