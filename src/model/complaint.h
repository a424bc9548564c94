/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/channel.h"
#include "model/record.h"

G_BEGIN_DECLS

/* A complaint, from the customer's own words to their confirmation. Closing needs a cause and a confirmation. */
/* clang-format off */
#define CARE_CONFIRMATIONS(W) \
    W(CARE_CONFIRMATION_CONFIRMED, "confirmed", N_("The customer confirmed"), NULL) \
    W(CARE_CONFIRMATION_NO_ANSWER, "no-answer", N_("No answer"), NULL)

#define CARE_COMPLAINT_FIELDS(F) \
    F(CARE_COMPLAINT_CUSTOMER, "customer", N_("Customer"), REF, CARE_FIELD_REQUIRED, "customer") \
    F(CARE_COMPLAINT_JOB, "job", N_("Job"), REF, CARE_FIELD_LETS_GO, "job") \
    F(CARE_COMPLAINT_FEEDBACK, "feedback", N_("Feedback"), REF, CARE_FIELD_LETS_GO, "feedback") \
    F(CARE_COMPLAINT_WORDS, "words", N_("In Their Words"), TEXT, CARE_FIELD_REQUIRED | CARE_FIELD_LONG, NULL) \
    F(CARE_COMPLAINT_CHANNEL, "channel", N_("Channel"), CHOICE, 0, &care_channel_set) \
    F(CARE_COMPLAINT_RECEIVED, "received", N_("Received"), INSTANT, CARE_FIELD_REQUIRED | CARE_FIELD_STORY, NULL) \
    F(CARE_COMPLAINT_RECEIVED_BY, "received_by", N_("Received By"), REF, CARE_FIELD_AT_COUNTER, "staff") \
    F(CARE_COMPLAINT_ACKNOWLEDGED, "acknowledged", N_("First Answered"), INSTANT, CARE_FIELD_TOGETHER(1), NULL) \
    F(CARE_COMPLAINT_ACKNOWLEDGED_HOW, "acknowledged_how", N_("Answered How"), CHOICE, CARE_FIELD_TOGETHER(1), &care_channel_set) \
    F(CARE_COMPLAINT_DESIRED, "desired", N_("What the Customer Wants"), TEXT, CARE_FIELD_LONG, NULL) \
    F(CARE_COMPLAINT_CAUSE, "cause", N_("Cause"), TEXT, CARE_FIELD_LONG, NULL) \
    F(CARE_COMPLAINT_RESOLUTION, "resolution", N_("What We Did"), TEXT, CARE_FIELD_LONG, NULL) \
    F(CARE_COMPLAINT_RESOLVED, "resolved", N_("Resolved"), INSTANT, 0, NULL) \
    F(CARE_COMPLAINT_CONFIRMATION, "confirmation", N_("Confirmed"), CHOICE, 0, &care_confirmation_set) \
    F(CARE_COMPLAINT_COST, "cost", N_("Cost of Goodwill"), MONEY, CARE_FIELD_FROM_ZERO, NULL) \
    F(CARE_COMPLAINT_CURRENCY, "currency", N_("Currency"), TEXT, CARE_FIELD_COMPUTED, NULL)
/* clang-format on */

CARE_DECLARE_CHOICES(CareConfirmation, care_confirmation, CARE_CONFIRMATIONS)
CARE_DECLARE_RECORD(CareComplaint, care_complaint, COMPLAINT, CARE_COMPLAINT_FIELDS)

G_END_DECLS
