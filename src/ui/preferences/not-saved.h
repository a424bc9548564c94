/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Whoever leaves Preferences is told of every row that was not saved, and a toast that gives way to the next one is not
 * read: what several rows say as the dialog closes stands in one, a line each. window: where it is said. Main thread. */
void care_not_saved_say(GtkWidget *window, const char *sentence);

G_END_DECLS
