/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "service/customers/contact-flow.h"

G_BEGIN_DECLS

/* What a message is for. */
typedef struct {
    CareId customer;
    CareId job;            /* 0: found from the situation and the follow-up */
    const char *situation; /* a word of CareText's situations; NULL or "other": the follow-up's kind */
    CareDueRule rule;      /* with record: the line that it answers, and settles */
    CareId record;         /* 0: no line was named; the one that the situation is about */
    CareId invoice;        /* 0: found from the job and the situation */
    const char *
        channel; /* nullable: the way that was asked for (model/channel.h); else the customer's wish, if it reaches them */
} CareMessageOccasion;

/* What the button of a line is pressed for. Its words are the line's. */
CareMessageOccasion care_message_occasion_of(const CareDueItem *line);

/* CareMessageFacts: everything that a message to one customer may say, read once from the shop, and what sending it
 * settles. Main thread; short reads. */
typedef struct _CareMessageFacts CareMessageFacts;

CareMessageFacts *care_message_facts_new(CareStore *store, const CareMessageOccasion *occasion,
                                         GError **error);
void care_message_facts_free(CareMessageFacts *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(CareMessageFacts, care_message_facts_free)

/* A CarePlaceholderFunc; data is the facts. */
const char *care_message_facts_value(const char *name, gpointer self);
CareRecord *care_message_facts_customer(CareMessageFacts *self); /* transfer none */
/* The job that it is about: 0 where nobody named one, though the words may speak of the latest. */
CareId care_message_facts_job(CareMessageFacts *self);
const char *care_message_facts_situation(CareMessageFacts *self);
CareRecord *care_message_facts_invoice(CareMessageFacts *self); /* nullable: what it is about */
/* Why it may not go out now, as a sentence; NULL when it may. Transfer full. */
char *care_message_facts_refusal(CareMessageFacts *self);
CareId care_message_facts_wished_text(CareMessageFacts *self);  /* the follow-up's own text, or 0 */
const char *care_message_facts_channel(CareMessageFacts *self); /* nullable: what the line on Today says */
const char *care_message_facts_class(CareMessageFacts *self);   /* what the log counts it as */
CareContactAbout care_message_facts_about(CareMessageFacts *self);

/* Every placeholder, for menus and help. */
typedef struct {
    const char *name;
    const char *label; /* untranslated */
} CareMessagePlaceholder;
const CareMessagePlaceholder *care_message_placeholders(guint *n);
gboolean care_message_placeholder_is_known(const char *name);

G_END_DECLS
