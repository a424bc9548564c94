/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* What stands where there is room, and what stands for it elsewhere. */

#include "display.h"

#include "ui/kit/fit.h"
#include "ui/kit/toggle-menu.h"

static void
test_fit(void)
{
    g_autoptr(GtkWidget) fit = g_object_ref_sink(g_object_new(CARE_TYPE_FIT, NULL));
    GtkWidget *wide = gtk_drawing_area_new(), *narrow = gtk_drawing_area_new();
    int minimum, at_narrow, at_wide;

    gtk_widget_set_size_request(wide, 400, 30);
    gtk_widget_set_size_request(narrow, 100, 90);
    care_fit_set_wide(CARE_FIT(fit), wide);
    care_fit_set_narrow(CARE_FIT(fit), narrow);
    care_fit_set_threshold(CARE_FIT(fit), 400);

    gtk_widget_measure(fit, GTK_ORIENTATION_HORIZONTAL, -1, &minimum, NULL, NULL, NULL);
    gtk_widget_measure(fit, GTK_ORIENTATION_VERTICAL, 399, &at_narrow, NULL, NULL, NULL);
    gtk_widget_measure(fit, GTK_ORIENTATION_VERTICAL, 400, &at_wide, NULL, NULL, NULL);
    g_assert_cmpint(minimum, ==, 100);
    g_assert_cmpint(at_narrow, ==, 90);
    g_assert_cmpint(at_wide, ==, 30);

    gtk_widget_allocate(fit, 399, 90, -1, NULL);
    g_assert_true(gtk_widget_get_child_visible(narrow));
    g_assert_false(gtk_widget_get_child_visible(wide));
    g_assert_true(gtk_test_accessible_has_state(GTK_ACCESSIBLE(wide), GTK_ACCESSIBLE_STATE_HIDDEN));
}

/* What gave way to a menu does not come back where the choice in it makes it smaller. */
static void
test_fit_stays(void)
{
    g_autoptr(GtkWidget) fit = g_object_ref_sink(g_object_new(CARE_TYPE_FIT, NULL));
    GtkWidget *wide = gtk_drawing_area_new(), *narrow = gtk_drawing_area_new();
    int height;

    gtk_widget_set_size_request(wide, 400, 30);
    gtk_widget_set_size_request(narrow, 100, 90);
    care_fit_set_wide(CARE_FIT(fit), wide);
    care_fit_set_narrow(CARE_FIT(fit), narrow);
    care_fit_set_threshold(CARE_FIT(fit), 0);
    gtk_widget_measure(fit, GTK_ORIENTATION_VERTICAL, 300, &height, NULL, NULL, NULL);
    g_assert_cmpint(height, ==, 90);
    gtk_widget_set_size_request(wide, 200, 30);
    gtk_widget_measure(fit, GTK_ORIENTATION_VERTICAL, 300, &height, NULL, NULL, NULL);
    g_assert_cmpint(height, ==, 90);
}

/* Once letters are smaller, what has room again is back. */
static void
test_fit_letters(void)
{
    GtkWidget *window = gtk_window_new();
    GtkWidget *fit = g_object_new(CARE_TYPE_FIT, NULL), *wide = gtk_drawing_area_new();
    GtkSettings *settings = gtk_settings_get_default();
    int dpi, height;

    gtk_window_set_child(GTK_WINDOW(window), fit);
    gtk_widget_set_size_request(wide, 400, 30);
    care_fit_set_wide(CARE_FIT(fit), wide);
    care_fit_set_narrow(CARE_FIT(fit), gtk_drawing_area_new());
    care_fit_set_threshold(CARE_FIT(fit), 0);
    gtk_widget_measure(fit, GTK_ORIENTATION_VERTICAL, 300, &height, NULL, NULL, NULL);
    g_assert_cmpint(height, ==, 0);
    gtk_widget_set_size_request(wide, 200, 30);
    g_object_get(settings, "gtk-xft-dpi", &dpi, NULL);
    g_object_set(settings, "gtk-xft-dpi", 48 * 1024, NULL);
    gtk_widget_measure(fit, GTK_ORIENTATION_VERTICAL, 300, &height, NULL, NULL, NULL);
    g_object_set(settings, "gtk-xft-dpi", dpi, NULL);
    g_assert_cmpint(height, ==, 30);
    gtk_window_destroy(GTK_WINDOW(window));
}

static void
test_toggle_menu(void)
{
    g_autoptr(GtkWidget) fit = g_object_ref_sink(g_object_new(CARE_TYPE_FIT, NULL));
    AdwToggleGroup *toggles = ADW_TOGGLE_GROUP(adw_toggle_group_new());
    const char *const words[] = { "Overdue", "Paid" };
    GtkWidget *menu;
    int needed;

    for (gsize i = 0; i < G_N_ELEMENTS(words); i++) {
        AdwToggle *toggle = adw_toggle_new();

        adw_toggle_set_label(toggle, words[i]);
        adw_toggle_group_add(toggles, toggle);
    }
    care_fit_set_wide(CARE_FIT(fit), GTK_WIDGET(toggles));
    care_toggle_menu_fit(CARE_FIT(fit), toggles, toggles, "Which invoices");
    menu = gtk_widget_get_last_child(fit);

    gtk_drop_down_set_selected(GTK_DROP_DOWN(menu), 1);
    g_assert_cmpuint(adw_toggle_group_get_active(toggles), ==, 1);
    adw_toggle_group_set_active(toggles, 0);
    g_assert_cmpuint(gtk_drop_down_get_selected(GTK_DROP_DOWN(menu)), ==, 0);

    gtk_widget_measure(GTK_WIDGET(toggles), GTK_ORIENTATION_HORIZONTAL, -1, &needed, NULL, NULL, NULL);
    gtk_widget_measure(fit, GTK_ORIENTATION_HORIZONTAL, -1, NULL, NULL, NULL, NULL);
    gtk_widget_allocate(fit, needed, 60, -1, NULL);
    g_assert_false(gtk_widget_get_child_visible(menu));
    gtk_widget_allocate(fit, needed - 1, 60, -1, NULL);
    g_assert_true(gtk_widget_get_child_visible(menu));
}

int
main(int argc, char **argv)
{
    if (!test_display_init(&argc, &argv))
        return 0;
    g_test_add_func("/ui/toggle-menu", test_toggle_menu);
    g_test_add_func("/ui/fit", test_fit);
    g_test_add_func("/ui/fit-stays", test_fit_stays);
    g_test_add_func("/ui/fit-letters", test_fit_letters);
    return g_test_run();
}
