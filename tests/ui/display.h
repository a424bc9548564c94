/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "common/store-now.h"
#include "ui/context.h"
#include "ui/init.h"

/* For tests with widgets: FALSE, with the plan "nothing to do", where there is no display. */
static inline gboolean
test_display_init(int *argc, char ***argv)
{
    g_setenv("GTK_A11Y", "test", FALSE);
    g_test_init(argc, argv, NULL);
    if (!gtk_init_check()) {
        g_print("1..0 # SKIP no display\n");
        return FALSE;
    }
    adw_init();
    care_ui_init();
    gtk_icon_theme_add_resource_path(gtk_icon_theme_get_for_display(gdk_display_get_default()),
                                     "/com/example/Aftercare/icons");
    return TRUE;
}

/* A context on 24 November 2026 over an empty shop in a folder of its own, transfer full. */
static inline CareContext *
test_context_new(void)
{
    g_autoptr(CareClock) clock = care_clock_new_fixed((CareDate){ 2026, 11, 24 });
    g_autoptr(GError) error = NULL;
    g_autofree char *folder = g_dir_make_tmp("care-ui-XXXXXX", &error);
    g_autoptr(CareStore) store = NULL;

    g_assert_no_error(error);
    store = care_store_open(folder, clock, 0, &error);
    g_assert_no_error(error);
    return care_context_new(clock, store);
}

/* Runs the main loop until nothing is left to do. */
static inline void
test_settle(void)
{
    while (g_main_context_iteration(NULL, FALSE))
        ;
}

/* What was asked to be taken back is done and told: until then the next Undo waits for it. */
static inline void
test_let_undo_end(void)
{
    for (int i = 0; i < 100; i++) {
        test_settle();
        g_usleep(2000);
    }
}
