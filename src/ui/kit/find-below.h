/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* The first of that type from the widget (nullable) down, itself included: what the toolkit puts together and gives no other way
 * to. Transfer none; NULL where there is none. */
GtkWidget *care_find_below(GtkWidget *widget, GType type);

G_END_DECLS
