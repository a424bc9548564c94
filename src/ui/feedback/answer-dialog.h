/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ui/kit/record-dialog.h"

G_BEGIN_DECLS

/* What a customer answered on the phone, on paper or in a letter; a new one can be handed over to the customer, who
 * answers alone at the screen (CareSurveyWindow). */
#define CARE_TYPE_ANSWER_DIALOG (care_answer_dialog_get_type())
G_DECLARE_FINAL_TYPE(CareAnswerDialog, care_answer_dialog, CARE, ANSWER_DIALOG, CareRecordDialog)

/* feedback: a known one, or a new one with its customer. */
void care_answer_dialog_present(GtkWidget *parent, CareContext *context, CareRecord *feedback);
/* One that could not be saved, with the reason. draft: the key under which it is kept. */
void care_answer_dialog_present_refused(GtkWidget *parent, CareContext *context, CareRecord *feedback,
                                        const char *draft, const GError *error);
/* Asks what an open follow-up is to ask: numbers, what to say, then the answer; saving it logs the contact, which settles
 * the line of Today, with Undo. Whoever was not reached is logged as such. Nothing happens when the follow-up is gone.
 * channel: how they are asked; NULL: by phone. */
void care_answer_dialog_ask(GtkWidget *parent, CareContext *context, CareId followup, const char *channel);

#define CARE_ASK_DRAFT "ask:" /* "ask:FOLLOWUP" */
/* Goes on with what was being answered at the counter (survey-answer.h), or to a follow-up, as an answer that nobody asked
 * for when that is gone. FALSE, and it is forgotten, when it fits nothing any more. */
gboolean care_answer_dialog_continue(GtkWidget *parent, CareContext *context, const char *draft);

G_END_DECLS
