/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/interaction.h"

G_BEGIN_DECLS

/* CARE_SITUATIONS: why the shop gets in touch with somebody. The one vocabulary behind a text's situation, a follow-up's
 * kind (the same words), and what the log counts a contact as, whichever way it was made (rules-care C2, C3: what the
 * order brings with it and a reminder of money are service; thanks and a check of the shop's own work are care, and so
 * is the check before a warranty ends). Static and constant; any thread. */
/* clang-format off */
#define CARE_PROMISED_SITUATIONS(W) \
    W(CARE_SITUATION_THANKS, "thanks", N_("Thanks"), "care-heart-symbolic") \
    W(CARE_SITUATION_CHECK, "check", N_("Ask how it holds"), "care-phone-symbolic") \
    W(CARE_SITUATION_FEEDBACK, "feedback", N_("Ask for feedback"), "care-speech-symbolic") \
    W(CARE_SITUATION_SERVICE, "service", N_("Service due"), "care-wrench-symbolic") \
    W(CARE_SITUATION_WARRANTY, "warranty", N_("Warranty ends"), "care-shield-symbolic")

#define CARE_SITUATIONS(W) \
    W(CARE_SITUATION_READY, "ready", N_("Job is ready"), "care-check-symbolic") \
    CARE_PROMISED_SITUATIONS(W) \
    W(CARE_SITUATION_INVOICE, "invoice", N_("Invoice"), "care-receipt-symbolic") \
    W(CARE_SITUATION_REMINDER, "reminder", N_("Payment reminder"), "care-clock-symbolic") \
    W(CARE_SITUATION_COMPLAINT, "complaint", N_("Complaint"), "care-alert-symbolic") \
    W(CARE_SITUATION_OCCASION, "occasion", N_("Occasion"), "care-gift-symbolic") \
    W(CARE_SITUATION_OTHER, "other", N_("Anything else"), NULL)

/* Those that can be promised for a day: the kinds of a follow-up. */
#define CARE_FOLLOWUP_KINDS(W) \
    CARE_PROMISED_SITUATIONS(W) \
    W(CARE_SITUATION_OTHER, "other", N_("Other"), NULL)
/* clang-format on */

CARE_DECLARE_CHOICES(CareSituationName, care_situation, CARE_SITUATIONS)
extern const CareChoiceSet care_followup_kind_set;

typedef struct {
    CareContactClass counts;
    const char *sentence; /* what is due, as a follow-up: untranslated, with {who} and {title} */
    const char *act;      /* what its button says on a customer's page, untranslated */
} CareSituation;

/* One of the set: what is not known (or NULL) is CARE_SITUATION_OTHER. */
CareSituationName care_situation_named(const char *word);
const CareSituation *care_situation(const char *word); /* never NULL */
const char *care_situation_icon(const char *word);
/* What the log counts a contact in that situation as. */
const char *care_situation_class(const char *word);

G_END_DECLS
