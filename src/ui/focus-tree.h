/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/* What the keeper of the cursor asks of the widgets on screen. Main thread; all that is found is transfer none, and may be NULL. */

gboolean care_focus_is_within(GtkWidget *widget, GtkWidget *ancestor);
/* Not with another side of a stack, which comes back. */
gboolean care_focus_is_hidden(GtkWidget *widget, GtkWidget *page);
/* What a row opens, or what adds one: that is all of a row in an empty list, and beside the title of any other. Not what stands
 * in a row among other things, which goes with it. Transfer full; nullable. */
GVariant *care_focus_opened_by(GtkWidget *widget);
/* The first in a widget that does so and can have the cursor: the same may stand in what does not show, too. */
GtkWidget *care_focus_find_opener(GtkWidget *widget, GVariant *opens);
/* The button of the step that a page proposes. */
GtkWidget *care_focus_find_suggested(GtkWidget *widget);
/* The innermost page of a place that is on screen: of two beside each other, what was chosen, not the list. page: what it is
 * where there is none. */
GtkWidget *care_focus_find_page(GtkWidget *widget, GtkWidget *page);
/* What a page shows, without its header. */
GtkWidget *care_focus_find_content(GtkWidget *widget);
/* Where the cursor was, Tab would go on. */
void care_focus_forget(GtkWidget *widget);

G_END_DECLS
