/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Lets a screen reader say a sentence that has just come up in the widget's window. What GTK announces of a widget that nobody has
 * looked at yet is heard by nobody, as of a label that is new: the window, which everybody has looked at, says it. The
 * widget is in a window. Main thread. */
void care_announce(GtkWidget *widget, const char *sentence);

G_END_DECLS
