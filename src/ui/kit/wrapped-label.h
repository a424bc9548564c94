/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Appends a label to a box that starts at its edge and takes as many lines as it needs. css_classes: nullable, with
 * spaces between. Transfer none. */
GtkLabel *care_wrapped_label_append(GtkWidget *box, const char *css_classes);

G_END_DECLS
