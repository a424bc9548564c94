/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "store/store.h"

G_BEGIN_DECLS

/* What an Undo does once it is pressed. What is refused is said in a toast over the widget's window, which may be gone by
 * then. widget: as in toast.h. Main thread. */

/* One that is refused because another program holds the shop can be tried again; of any other that is refused nothing that
 * was done before is taken back in its place.
 *
 * An undo under way: over which window its end is said, and what it takes back, as the toast said it when it was done.
 * widget: nullable. */
typedef struct CareTakingBack CareTakingBack;
CareTakingBack *care_taking_back_new(GtkWidget *widget, const char *what);
/* It came to its end: says what was taken back, or why not. A saved record can be done again then, as the toast offers and
 * Ctrl+Shift+Z does; what was added and taken back does not stand in Recently Deleted. Frees it. */
void care_taking_back_end(CareTakingBack *self, const GError *error);

/* Brings a deleted record back, and says what came back along with it. */
void care_take_back_removal(GtkWidget *widget, CareStore *store, const CareKind *kind, CareId id,
                            const char *what);
/* Says over the widget's window that a record was saved, and offers to take that back, by the toast and by Ctrl+Z: it
 * is as before again or, where it was not there before (its id is 0), deleted. before: the row that was replaced, as
 * care_flow_save_async() leaves it in its base, or more than this save is taken back. Says nothing where nothing was
 * changed, or the shop is closed. Keeps copies. sentence is nullable: that it was saved. */
void care_take_back_offer(GtkWidget *widget, CareStore *store, CareRecord *before, CareRecord *after,
                          const char *sentence);

/* The same without a toast, for Ctrl+Z; one after another of the same record are taken back at once. */
void care_take_back_remember(GtkWidget *widget, CareStore *store, CareRecord *before, CareRecord *after);

/* A sentence about what came back along with a record, as care_flow_undelete_finish() gives it; NULL when nothing did.
 * Transfer full. */
char *care_came_along_sentence(GPtrArray *along);

G_END_DECLS
