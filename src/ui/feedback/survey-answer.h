/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "ui/context.h"
#include "ui/kit/draft-keeper.h"

G_BEGIN_DECLS

/* Shows an answer that was refused, with the reason, to be tried again. draft: the key under which it is kept. */
typedef void (*CareSurveyRefused)(GtkWidget *shop_window, CareContext *context, CareRecord *feedback,
                                  const char *draft, const GError *error);

/* What a customer answered at the counter, on its way to the store. */
typedef struct {
    CareSurveyRefused refused;
    CareContext *context;
    GtkWidget *shop_window; /* nullable: it is gone */
    CareDraftKeeper *keeper;
    CareRecord *before; /* without what was answered */
    CareRecord *feedback;
    gboolean begun; /* and not brought to its end: it was taken from the customer */
} CareSurveyAnswer;

/* What is being answered is kept, "survey:new-CUSTOMER", and gone on with as any other answer (answer-dialog.h). Transfer
 * full. */
#define CARE_SURVEY_DRAFT "survey:"
char *care_survey_draft_key(CareRecord *feedback);

/* Saves it, and forgets the draft with it. What is refused stays a draft, and is shown in the shop's window. Keeps
 * references. */
void care_survey_answer_save(const CareSurveyAnswer *answer);

G_END_DECLS
