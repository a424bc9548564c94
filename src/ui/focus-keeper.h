/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/* CareFocusKeeper: where the cursor goes when what it stood on is gone.
 *
 * A line that was settled, a button that has done its work, a page that was left: GTK would put the cursor on the first
 * widget of the window, or on a toast, where the next key undoes what was just done. The keeper puts it beside the
 * place that it had in the area: on the next line, else the one before, else whatever is left around them. While a
 * dialog is open over it, it waits; each dialog has a keeper of its own, which does the same in it. Main thread; lives as long
 * as the window. */
#define CARE_TYPE_FOCUS_KEEPER (care_focus_keeper_get_type())
G_DECLARE_FINAL_TYPE(CareFocusKeeper, care_focus_keeper, CARE, FOCUS_KEEPER, GObject)

/* Neither is owned. */
CareFocusKeeper *care_focus_keeper_new(AdwApplicationWindow *window, GtkWidget *area);
/* Puts the cursor on the page of a place that was asked for, as soon as no dialog is open: on what the page shows, not
 * on its header. A cursor that is there already stays. Or on a widget of it, if that is what was asked for. */
void care_focus_keeper_enter(CareFocusKeeper *self, GtkWidget *place);
/* The same of a page that shows something else than before: from its beginning, wherever on it the cursor was. */
void care_focus_keeper_enter_anew(CareFocusKeeper *self, GtkWidget *place);
/* The cursor is where somebody asked for it since: the page that was asked for before is not entered any more. */
void care_focus_keeper_stay(CareFocusKeeper *self);

G_END_DECLS
