/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>
#include <stdlib.h>
#include <string.h>

static void
floor_print_peak(gpointer data)
{
    g_autofree char *status = NULL;
    const char *line;

    if (g_file_get_contents("/proc/self/status", &status, NULL, NULL)
        && (line = strstr(status, "VmHWM:")) != NULL)
        g_printerr("peak-kb %s\n", strtok((char *)line + strlen("VmHWM:"), " \t"));
    g_application_quit(g_application_get_default());
}

static void
floor_on_painted(GdkFrameClock *clock, gboolean *painted)
{
    const char *t0 = g_getenv("T0");

    if (*painted)
        return;
    *painted = TRUE;
    g_printerr("first-frame-ms %.1f\n",
               (double)g_get_real_time() / 1e3 - (t0 != NULL ? g_ascii_strtod(t0, NULL) : 0));
    g_timeout_add_once(500, floor_print_peak, NULL);
}

static void
floor_on_mapped(GtkWidget *window, gboolean *painted)
{
    g_signal_connect(gtk_widget_get_frame_clock(window), "after-paint", G_CALLBACK(floor_on_painted),
                     painted);
}

static inline void
floor_measure(GtkWidget *window)
{
    gboolean *painted = g_new0(gboolean, 1);

    g_object_set_data_full(G_OBJECT(window), "painted", painted, g_free);
    g_signal_connect(window, "map", G_CALLBACK(floor_on_mapped), painted);
}
