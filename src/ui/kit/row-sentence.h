/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* What is wrong with what a row says, below it. A row has no place for a sentence, so its content goes into a box with
 * one. Main thread. */

/* The sentence's label, hidden; once for a row. Transfer none. */
GtkWidget *care_row_sentence_add(GtkListBoxRow *row);
/* Whether it is this that is shown below the row. */
gboolean care_row_sentence_is(GtkWidget *row, const char *sentence);
/* NULL takes it back. What is no row of a list is marked as wrong and says nothing. */
void care_row_sentence_show(GtkWidget *row, const char *sentence);

G_END_DECLS
