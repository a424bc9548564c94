/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Headings over the sections of a list view, which a screen reader knows as headings. Main thread. */
typedef struct {
    const char *title; /* translated, borrowed until the function is called again */
    int count;         /* of the section's rows, shown beside the title; -1: not shown */
} CareListHeading;

/* What stands over the section that begins with an item. (Where it begins a header of GTK does not always know.) */
typedef CareListHeading (*CareListHeadingFunc)(gpointer first, gpointer place);

/* Once for each view; place outlives the view. */
void care_list_headings_install(GtkListView *view, CareListHeadingFunc describe, gpointer place);
/* Brings the first heading back into view after the next layout, where the view lies at its top or no farther from it than
 * a heading is high: the view itself holds on to its first row, and would leave the heading above it out of sight. */
void care_list_headings_rise(GtkListView *view);
/* Rows changed: the headings are shown again after the next layout, and the first of them is kept in view where the view
 * lies at its very top, which is where nobody has scrolled. */
void care_list_headings_changed(GtkListView *view);

G_END_DECLS
