/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
/* The floor of every window: an empty one. Says when its first frame was painted, counted from T0 (ms since 1970, in the
 * environment), and its peak memory half a second later. */
#include "floor.h"

static void
activate(GtkApplication *app, gpointer data)
{
    GtkWidget *window = adw_application_window_new(app);
    GtkWidget *view = adw_toolbar_view_new();

    gtk_window_set_default_size(GTK_WINDOW(window), 1000, 700);
    adw_toolbar_view_add_top_bar(ADW_TOOLBAR_VIEW(view), adw_header_bar_new());
    adw_toolbar_view_set_content(ADW_TOOLBAR_VIEW(view), adw_status_page_new());
    adw_application_window_set_content(ADW_APPLICATION_WINDOW(window), view);
    floor_measure(window);
    gtk_window_present(GTK_WINDOW(window));
}

int
main(int argc, char **argv)
{
    g_autoptr(AdwApplication) app = adw_application_new("com.example.FloorWindow", G_APPLICATION_NON_UNIQUE);

    g_signal_connect(app, "activate", G_CALLBACK(activate), NULL);
    return g_application_run(G_APPLICATION(app), 1, argv);
}
