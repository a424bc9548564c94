/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Brings the selected row of a list, whose model is a GtkSingleSelection, into sight: once the list is laid out, and for a
 * moment on, while rows that were just read get their height and what stood above the list goes. Main thread. */
void care_list_follow_selected(GtkListView *view);

G_END_DECLS
