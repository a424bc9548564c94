/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/kit/laid-out.h"

static GtkWidget *
from(GtkWidget *child)
{
    while (child && !gtk_widget_should_layout(child))
        child = gtk_widget_get_next_sibling(child);
    return child;
}

GtkWidget *
care_laid_out_first(GtkWidget *widget)
{
    return from(gtk_widget_get_first_child(widget));
}

GtkWidget *
care_laid_out_next(GtkWidget *child)
{
    return from(gtk_widget_get_next_sibling(child));
}

int
care_laid_out_natural_width(GtkWidget *child)
{
    int natural;

    gtk_widget_measure(child, GTK_ORIENTATION_HORIZONTAL, -1, NULL, &natural, NULL, NULL);
    return natural;
}
