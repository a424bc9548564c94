/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Whether the cursor of its window is in this widget, be that window in front or behind another. */
gboolean care_has_cursor(GtkWidget *widget);

G_END_DECLS
