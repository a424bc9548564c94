/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/kit/announce.h"

void
care_announce(GtkWidget *widget, const char *sentence)
{
    GtkRoot *root = gtk_widget_get_root(widget);

    /* GTK 4.18's backend for tests has no announcements and crashes on one. */
    if (g_strcmp0(g_getenv("GTK_A11Y"), "test") == 0)
        return;
    gtk_accessible_announce(root ? GTK_ACCESSIBLE(root) : GTK_ACCESSIBLE(widget), sentence,
                            GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_MEDIUM);
}
