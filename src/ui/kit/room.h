/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* How the box of a row lays out what is in it: side by side, as a box does; where that leaves its text too little room, as
 * large letters do in a narrow window, what stands last goes below. Of the others the one that expands is the text. */
#define CARE_TYPE_ROOM (care_room_get_type())
G_DECLARE_FINAL_TYPE(CareRoom, care_room, CARE, ROOM, GtkLayoutManager)

/* For a horizontal box, in place of its own; spacing: that of the box, unless its style says it. */
void care_room_give(GtkWidget *box, int spacing);
/* For an AdwActionRow or what derives from it. */
void care_room_give_row(GtkWidget *row);
/* From here on every such row has it while letters are large. Once for each display, before the first widget. Main thread. */
void care_rooms_follow(GdkDisplay *display);

G_END_DECLS
