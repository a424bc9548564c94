/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/kit/find-below.h"

GtkWidget *
care_find_below(GtkWidget *widget, GType type)
{
    GtkWidget *found = G_TYPE_CHECK_INSTANCE_TYPE(widget, type) ? widget : NULL;

    for (GtkWidget *child = widget ? gtk_widget_get_first_child(widget) : NULL; child && !found;
         child = gtk_widget_get_next_sibling(child))
        found = care_find_below(child, type);
    return found;
}
