/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "store/store.h"

G_BEGIN_DECLS

/* A question with one answer, "yes", which Enter gives, and Cancel, which Esc means. Main thread. */

/* The responses. */
#define CARE_QUESTION_YES "yes"
#define CARE_QUESTION_NO "no"

/* body is nullable; both are plain text. */
AdwAlertDialog *care_question_new(const char *heading, const char *body, const char *yes);
/* A row below the words; the cursor stands in it. */
void care_question_set_row(AdwAlertDialog *question, GtkWidget *row);
/* A row for a few words, without which there is no answer. Words that were written and not used
 * come back by Undo, which shows the question again: so its answer is told by "response" and not by
 * adw_alert_dialog_choose(), which is told once. known is nullable. Transfer none. */
GtkWidget *care_question_add_words(AdwAlertDialog *question, const char *title, const char *known);
/* Keeps those words as a draft until they are used or thrown away: what is left by a crash, or with the window, stands there
 * again. key: of the draft. record: what the question is about, of which they are a field; it is copied. */
void care_question_keep(AdwAlertDialog *question, GtkWidget *row, CareStore *store, const char *key,
                        CareRecord *record, int field);
/* Takes a question away with its window: nothing was decided. */
void care_question_leave(AdwAlertDialog *question);
/* What is written there, without blanks around it. Transfer full. */
char *care_question_words(GtkWidget *row);

G_END_DECLS
