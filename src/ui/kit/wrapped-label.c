/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/kit/wrapped-label.h"

GtkLabel *
care_wrapped_label_append(GtkWidget *box, const char *css_classes)
{
    GtkWidget *label = gtk_label_new(NULL);
    g_auto(GStrv) classes = g_strsplit(css_classes ? css_classes : "", " ", -1);

    gtk_label_set_xalign(GTK_LABEL(label), 0);
    gtk_label_set_wrap(GTK_LABEL(label), TRUE);
    gtk_label_set_wrap_mode(GTK_LABEL(label), PANGO_WRAP_WORD_CHAR);
    for (guint i = 0; classes[i]; i++)
        gtk_widget_add_css_class(label, classes[i]);
    gtk_box_append(GTK_BOX(box), label);
    return GTK_LABEL(label);
}
