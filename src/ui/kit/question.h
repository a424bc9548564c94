/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/* A question with one answer, "yes", which Enter gives, and Cancel, which Esc means. Main thread. */

/* The responses. */
#define CARE_QUESTION_YES "yes"
#define CARE_QUESTION_NO "no"

/* body is nullable; both are plain text. */
AdwAlertDialog *care_question_new(const char *heading, const char *body, const char *yes);
/* A row below the words. */
void care_question_set_row(AdwAlertDialog *question, GtkWidget *row);
/* A row for a few words, without which there is no answer; the cursor stands in it. Words that were written and not used
 * come back by Undo, which shows the question again: so its answer is told by "response" and not by
 * adw_alert_dialog_choose(), which is told once. known is nullable. Transfer none. */
GtkWidget *care_question_add_words(AdwAlertDialog *question, const char *title, const char *known);
/* What is written there, without blanks around it. Transfer full. */
char *care_question_words(GtkWidget *row);

G_END_DECLS
