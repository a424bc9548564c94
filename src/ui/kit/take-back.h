/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "store/store.h"
#include "ui/kit/undo-stack.h"

G_BEGIN_DECLS

/* What an Undo does once it is pressed. What is refused is said in a toast over the widget's window, which may be gone by
 * then. widget: as in toast.h. Main thread. */

/* One that is refused because another program holds the shop can be tried again; of any other that is refused nothing that
 * was done before is taken back in its place.
 *
 * An undo under way: over which window its end is said, and what it takes back, as the toast said it when it was done.
 * again: what does it again, as the toast that says it was taken back offers and Ctrl+Shift+Z does; nothing is taken back for
 * good. widget: nullable. Takes user_data. */
typedef struct CareTakingBack CareTakingBack;
CareTakingBack *care_taking_back_new(GtkWidget *widget, const char *what, CareUndoFunc again,
                                     gpointer user_data, GDestroyNotify destroy);
/* It came to its end: says what was taken back, or why not. Frees it. */
void care_taking_back_end(CareTakingBack *self, const GError *error);
/* The same with another sentence than that it was taken back; nullable. */
void care_taking_back_end_with(CareTakingBack *self, const char *sentence, const GError *error);
/* And so did what was called to do it again, which held redo (care_undo_hold()) meanwhile: says sentence, which undo takes
 * back once more, or the error. Takes redo and user_data. */
void care_done_again(CareUndo *redo, GtkWidget *widget, const char *sentence, const GError *error,
                     CareUndoFunc undo, gpointer user_data, GDestroyNotify destroy);

/* Says over the widget's window that a record was saved, and offers to take that back, by the toast and by Ctrl+Z: it
 * is as before again or, where it was not there before (its id is 0), deleted. before: the row that was replaced, as
 * care_flow_save_async() leaves it in its base, or more than this save is taken back. Where somebody else had it so by then, that is
 * said, and there is nothing to do again. Says nothing where nothing was
 * changed, or the shop is closed. Keeps copies. sentence is nullable: that it was saved. */
void care_take_back_offer(GtkWidget *widget, CareStore *store, CareRecord *before, CareRecord *after,
                          const char *sentence);

/* Of one that was to be changed, and stood like that by then: care_toast_settled(). sentence: as there. */
void care_take_back_settled(GtkWidget *widget, CareRecord *record, const char *sentence);

/* The same of something new, with which a page was opened, its own or of what came along with it: so it is when it is done
 * again (win.open). */
void care_take_back_offer_opened(GtkWidget *widget, CareStore *store, CareRecord *made, CareRecord *page,
                                 const char *sentence);

/* The same without a toast, for Ctrl+Z; one after another of the same record are taken back at once. */
void care_take_back_remember(GtkWidget *widget, CareStore *store, CareRecord *before, CareRecord *after);

/* Sentences about what came back along with a record, as care_flow_undelete_finish() gives it, and about what went again
 * with it; NULL when nothing did. along: nullable. Transfer full. */
char *care_came_along_sentence(GPtrArray *along);
char *care_went_along_sentence(GPtrArray *along);
/* And that the record itself is there. name: as it stands in a sentence. Never NULL. */
char *care_here_again_sentence(const char *name, GPtrArray *along);

G_END_DECLS
