/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Children side by side, and in the next line where there is no room beside the others; those that expand share what is
 * left of their line. In place of AdwWrapBox, which before libadwaita 1.8 puts the only child of a line outside where text
 * runs from the right (GNOME/libadwaita#1069). Its property "even": no line is left with a few, all have about as many.
 * Main thread. */
#define CARE_TYPE_WRAP (care_wrap_get_type())
G_DECLARE_FINAL_TYPE(CareWrap, care_wrap, CARE, WRAP, GtkWidget)

/* spacing: between children and between lines, in pixels. align: where a line stands that is not full, 0 at its start. */
GtkWidget *care_wrap_new(int spacing, double align);
void care_wrap_append(CareWrap *self, GtkWidget *child);
void care_wrap_clear(CareWrap *self);

G_END_DECLS
