/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Equal columns that fold: all children side by side, in two rows, in three … whichever is the first to leave
 * each column its minimum width. Rows are as high as their highest child. */
#define CARE_TYPE_COLUMNS (care_columns_get_type())
G_DECLARE_FINAL_TYPE(CareColumns, care_columns, CARE, COLUMNS, GtkWidget)

GtkWidget *care_columns_new(int column_width, int spacing);
void care_columns_append(CareColumns *self, GtkWidget *child, int folded_position);
void care_columns_clear(CareColumns *self);

G_END_DECLS
