/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/* What can be taken back in a window, and what was taken back there and can be done again: two stacks that belong to any
 * object. What a person sees of them is in toast.h. Main thread. */
typedef void (*CareUndoFunc)(gpointer user_data);

typedef enum { CARE_UNDO, CARE_REDO, CARE_N_UNDO_STACKS } CareUndoStack;

/* One act on a stack, until it was called for or is too old. */
typedef struct CareUndo CareUndo;

/* owner: nullable. NULL where nothing can be taken back: then the data are freed already. Transfer none. */
CareUndo *care_undo_push(GObject *owner, CareUndoStack which, CareUndoFunc undo, gpointer user_data,
                         GDestroyNotify destroy);
/* Nothing of it is in the shop: no barrier ends it. */
void care_undo_set_unsaved(CareUndo *self);
/* The toast that offers it, which goes with it. Not owned. */
void care_undo_set_toast(CareUndo *self, AdwToast *toast);

/* FALSE where there is none. While another act is under way it waits for the end of that, and for those asked for before:
 * which act it is depends on them. Where one is refused, those that wait are forgotten. */
gboolean care_undo_run_last(GObject *owner, CareUndoStack which);
/* Only where it is unsaved and its toast still offers it. */
gboolean care_undo_run_unsaved(GObject *owner);
/* The moment, to tell what is done after it. */
guint care_undo_mark(void);
/* Only where it was done after that moment; waits as that does. */
gboolean care_undo_run_since(GObject *owner, CareUndoStack which, guint mark);
/* It is of no more use: what would be taken back now, if it is this that would do it. */
void care_undo_forget_last(GObject *owner, CareUndoFunc undo);
gboolean care_undo_run_of(GObject *owner, AdwToast *toast);
/* The data of what would be taken back now, if it is this that would do it; else NULL. Transfer none. */
gpointer care_undo_last(GObject *owner, CareUndoFunc undo);

/* The act that is called for at this moment, by whoever is at it for longer, and has to give it back then; NULL outside of a
 * CareUndoFunc, and for the second who asks. */
CareUndo *care_undo_hold(void);
typedef enum {
    CARE_UNDO_DONE,
    CARE_UNDO_LATER, /* it was refused for now: it stands where it stood */
    CARE_UNDO_NEVER, /* it was refused: what was done before it is not taken back in its place, either */
} CareUndoEnd;
/* self: nullable. Takes it. */
void care_undo_let_go(CareUndo *self, CareUndoEnd how);

/* Whether somebody holds one of its acts. */
gboolean care_undo_is_under_way(GObject *owner);

/* What was taken back stays so. */
void care_undo_end_redo(GObject *owner);
/* And what was done stays done. */
void care_undo_end(GObject *owner);

G_END_DECLS
