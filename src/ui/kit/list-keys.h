/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* For a list of things, not of fields: Tab goes along what stands in one row and then out of the list, the arrows go
 * from row to row, as in a GtkListView with tab-behavior "item". */
void care_list_keys_tab_by_item(GtkListBox *list);

G_END_DECLS
