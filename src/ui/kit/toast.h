/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ui/kit/undo-stack.h"

G_BEGIN_DECLS

/* Short messages at the foot of the window, and the stacks behind Ctrl+Z and Ctrl+Shift+Z.
 *
 * Each act of a person that changes rows is on the first (care_toast_undo(), or care_take_back_offer() in take-back.h)
 * or empties it (care_toast_final(), care_toast_barrier()): what Ctrl+Z takes back is always what was done last. What was
 * typed and not saved (care_toast_unsaved()) stays on it, behind what cannot be taken back: Ctrl+Z says that once before it
 * goes on to what is older. An undo that changes rows says so when it is done
 * (care_taking_back_end()), and may be done again until the next act.
 *
 * widget: any in the window, or one that was there when the act began; NULL: it is gone by now. A save may end after its
 * page has left, and what is to be said is said all the same. */

/* A sentence, no markup, in as many lines as it needs, for an overlay of one's own: what a toast says is never cut. */
AdwToast *care_toast_new(const char *message);
void care_toast_set_overlay(GtkWidget *root, AdwToastOverlay *overlay);
/* The window that shows the toasts: the widget's own, or that of the shop. widget: nullable. NULL when there is none any
 * more. Transfer none. */
GtkWidget *care_toast_window(GtkWidget *widget);
void care_toast_show(GtkWidget *widget, const char *message);
/* What became of something on its own: said when the toast that is on screen, and may offer the way back, is gone. */
void care_toast_next(GtkWidget *widget, const char *message);
void care_toast_error(GtkWidget *widget, const GError *error);
/* Why an act cannot be taken back, and what can be done instead: a button and the action of the window that it calls, or NULL.
 * The target is sunk by whoever takes it. */
typedef struct {
    const char *sentence;
    const char *label;
    const char *action;
    GVariant *target;
} CareToastRefusal;
void care_toast_final(GtkWidget *widget, const char *message, const CareToastRefusal *refusal);
void care_toast_barrier(GtkWidget *widget);
/* An act that somebody else was first to do, just so: that is not for Ctrl+Z to take back, which says so before it goes on to
 * what was done earlier. what: as a toast says that it is done. */
void care_toast_settled(GtkWidget *widget, const char *what);
/* The same of one that was to be done again: what else was taken back can be done again then. */
void care_toast_settled_again(GtkWidget *widget, const char *what);
void care_toast_undo(GtkWidget *widget, const char *message, CareUndoFunc undo, gpointer user_data,
                     GDestroyNotify destroy);
void care_toast_unsaved(GtkWidget *widget, const char *message, CareUndoFunc undo, gpointer user_data,
                        GDestroyNotify destroy);
void care_toast_remember(GtkWidget *widget, CareUndoFunc undo, gpointer user_data, GDestroyNotify destroy);
void care_toast_done_again(GtkWidget *widget, const char *message, CareUndoFunc undo, gpointer user_data,
                           GDestroyNotify destroy);
void care_toast_taken_back(GtkWidget *widget, const char *message, CareUndoFunc redo, gpointer user_data,
                           GDestroyNotify destroy);
gpointer care_toast_last(GtkWidget *widget, CareUndoFunc undo);
/* Whether something is being taken back or done again at this moment: what comes to be meanwhile comes of that. */
gboolean care_toast_is_taking_back(GtkWidget *widget);
gboolean care_toast_undo_last(GtkWidget *widget);
gboolean care_toast_undo_unsaved(GtkWidget *widget);
gboolean care_toast_redo_last(GtkWidget *widget);
gboolean care_toast_undo_since(GtkWidget *widget, guint mark);
gboolean care_toast_redo_since(GtkWidget *widget, guint mark);
void care_toast_forget(GtkWidget *widget, CareUndoFunc undo);

G_END_DECLS
