/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* What a row says, whatever it is made of (an entry, a choice, a switch, a number, a text), as the plain text of a
 * field. values: of a row of choices what each position writes, "" for nothing; else NULL. Main thread. */

gboolean care_row_value_is_known(GtkWidget *widget);
/* Transfer full; NULL for nothing. */
char *care_row_value_read(GtkWidget *widget, GPtrArray *values);
void care_row_value_write(GtkWidget *widget, GPtrArray *values, const char *text);
/* edited, a swapped callback, is called whenever it says something else. */
void care_row_value_watch(GtkWidget *widget, GCallback edited, gpointer user_data);

G_END_DECLS
