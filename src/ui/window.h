/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "core/id.h"
#include "ui/context.h"

G_BEGIN_DECLS

/* The house: sidebar and places. Actions of the window that any widget below it may activate:
 *   win.place s          show a place
 *   win.open (sx)        show a record: kind as on the command line, id
 *   win.create (sx)      begin a record of a kind, for a customer id or 0
 *   win.compose          write to a customer, see ui/parts/compose-target.h
 *   win.bill x           show the bill of a job: its draft, or a new one from what was agreed
 *   win.search-for s     find anything, beginning with a text
 *   win.find-customers s the customers that a text finds, as a list
 *   win.continue-draft s go on with unsaved work, by its key
 *   win.continue         go on with what the banner offers
 *   win.undo             take back the last thing that can be */
#define CARE_TYPE_WINDOW (care_window_get_type())
G_DECLARE_FINAL_TYPE(CareWindow, care_window, CARE, WINDOW, AdwApplicationWindow)

CareWindow *care_window_new(GtkApplication *app, CareContext *context);
CareContext *care_window_get_context(CareWindow *self);
gboolean care_window_show_place(CareWindow *self, const char *place);
/* Puts the cursor on the place on screen, unless somebody goes along the sidebar. */
void care_window_enter_place(CareWindow *self);
const char *care_window_get_place(CareWindow *self);
gboolean care_window_open_row(CareWindow *self, const char *kind, CareId id);
/* Over what is in front, where the kind has no page but a dialog; else as care_window_open_row() does. */
gboolean care_window_open_here(CareWindow *self, const char *kind, CareId id);
gboolean care_window_create(CareWindow *self, const char *kind, CareId customer);
void care_window_offer_draft(CareWindow *self);
void care_window_prepare_today(CareWindow *self);
void care_window_set_sample(CareWindow *self, gboolean is_sample);
void care_window_set_cover(CareWindow *self, GtkWidget *cover);
/* What failed, where it is seen: a page of trouble, or of welcome, over the house says it itself. */
void care_window_tell(CareWindow *self, const GError *error);

G_END_DECLS
