/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/kit/contrast.h"

#include <adwaita.h>

#define SHEET "/com/example/Aftercare/contrast.css"

static void
on_contrast(AdwStyleManager *manager, GParamSpec *pspec, gpointer user_data)
{
    GtkStyleProvider *sheet = user_data;
    GdkDisplay *display = adw_style_manager_get_display(manager);

    if (adw_style_manager_get_high_contrast(manager))
        gtk_style_context_add_provider_for_display(display, sheet,
                                                   GTK_STYLE_PROVIDER_PRIORITY_APPLICATION + 1);
    else
        gtk_style_context_remove_provider_for_display(display, sheet);
}

/** care_contrast_follow: lays the sheet for high contrast over style.css for as long as the desktop asks for it.
 *
 * libadwaita's own way, a file named style-hc.css, is deprecated since 1.10; the media queries that replace it are
 * unknown to the oldest GTK that we run on. Main thread, once for each display. */
void
care_contrast_follow(GdkDisplay *display)
{
    AdwStyleManager *manager = adw_style_manager_get_for_display(display);
    GtkCssProvider *sheet = gtk_css_provider_new();

    gtk_css_provider_load_from_resource(sheet, SHEET);
    g_signal_connect_data(manager, "notify::high-contrast", G_CALLBACK(on_contrast), sheet,
                          (GClosureNotify)(void (*)(void))g_object_unref, 0);
    on_contrast(manager, NULL, sheet);
}
