/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/kit/announce.h"

void
care_announce(GtkWidget *widget, const char *sentence)
{
    GtkRoot *root = gtk_widget_get_root(widget);

    gtk_accessible_announce(root ? GTK_ACCESSIBLE(root) : GTK_ACCESSIBLE(widget), sentence,
                            GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_MEDIUM);
}
