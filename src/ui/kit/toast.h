/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/* Short messages at the foot of the window, and the stack behind Ctrl+Z. */

typedef void (*CareUndoFunc)(gpointer user_data);

/* A sentence, no markup, in as many lines as it needs, for an overlay of one's own: what a toast says is never cut. */
AdwToast *care_toast_new(const char *message);
void care_toast_set_overlay(GtkWidget *root, AdwToastOverlay *overlay);
void care_toast_show(GtkWidget *widget, const char *message);
void care_toast_error(GtkWidget *widget, const GError *error);
void care_toast_undo(GtkWidget *widget, const char *message, CareUndoFunc undo, gpointer user_data,
                     GDestroyNotify destroy);
gboolean care_toast_undo_last(GtkWidget *widget);

G_END_DECLS
