/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/kit/list-width.h"

#include <adwaita.h>

/* With the margins on both sides. */
#define WIDTH (720 + 2 * 12)

void
care_list_width_set(GtkWidget *root)
{
    if ((ADW_IS_CLAMP(root) || ADW_IS_CLAMP_SCROLLABLE(root)) && gtk_widget_has_css_class(root, "care-list"))
        g_object_set(root, "maximum-size", WIDTH, "tightening-threshold", WIDTH, NULL);
    for (GtkWidget *child = gtk_widget_get_first_child(root); child;
         child = gtk_widget_get_next_sibling(child))
        care_list_width_set(child);
}
