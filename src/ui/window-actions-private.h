/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ui/place.h"
#include "ui/places.h"
#include "ui/sidebar.h"
#include "ui/window.h"

G_BEGIN_DECLS

/* The window's actions that lead somewhere in the house, or begin something in a place of it. For class_init. */
void care_window_actions_install(GtkWidgetClass *widget_class);

/* What they reach of the window: window.c. */

/* The place on screen; NULL before the first. */
CarePlace *care_window_front_place(CareWindow *self);
/* Shows it, made when it is first asked for; the window has a shop. */
CarePlace *care_window_bring_place(CareWindow *self, const CarePlaceInfo *info);
/* Opens a record in a place. Back leads to where one came from. FALSE: it is not there. */
gboolean care_window_lead_to(CareWindow *self, const CarePlaceInfo *info, const char *kind, CareId id);
/* And what was begun by that, for the record that was to be opened there, once it is written: nothing was shown of it so far,
 * and Back leads to where that was asked for, unless somebody went elsewhere meanwhile. */
gboolean care_window_lead_on(CareWindow *self, const CarePlaceInfo *info, const char *kind, CareId id,
                             CareId begun_for);
/* Back to a place, to the widget that had the cursor there (nullable) if it is still to be seen. */
void care_window_return(CareWindow *self, const CarePlaceInfo *info, GtkWidget *cursor);
/* Somebody has put the cursor where they want it since they asked for a place. */
void care_window_stay(CareWindow *self);
/* Brings the sidebar to the front of a narrow window. */
CareSidebar *care_window_show_sidebar(CareWindow *self);

G_END_DECLS
