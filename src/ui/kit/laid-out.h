/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* The children of a widget that a layout has to place, one after another. Transfer none; NULL where there are no more. */
GtkWidget *care_laid_out_first(GtkWidget *widget);
GtkWidget *care_laid_out_next(GtkWidget *child);
/* What one of them would like to have. */
int care_laid_out_natural_width(GtkWidget *child);

G_END_DECLS
