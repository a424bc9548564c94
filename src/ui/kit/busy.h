/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* A button, or a group of rows, that cannot be used while what it began is under way. GTK takes the cursor from what is
 * insensitive and gives it to nobody; at the end it stands there again, or where that is gone, on the next that takes it,
 * unless somebody went elsewhere meanwhile. */
void care_busy_begin(GtkWidget *widget);
/* Nothing where it is not busy: what cannot be used for another reason stays so. */
void care_busy_end(GtkWidget *widget);
/* The same for the rows of a dialog, NULL-terminated, and what says so meanwhile: that is shown, and has the cursor if one of
 * them had it, so that it is read out and Escape is heard. */
void care_busy_begin_rows(GtkWidget *const *rows, GtkWidget *working);
void care_busy_end_rows(GtkWidget *const *rows, GtkWidget *working);

G_END_DECLS
