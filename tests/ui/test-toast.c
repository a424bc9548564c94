/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
/* In a window 360 wide the words of a toast take another line before the button that takes them back is cut, or is beside
 * the toast, and none of them stands beside it; also where text is twice as large. */
#include "display.h"

#include <string.h>

#include "ui/kit/toast.h"

static GtkWidget *
window_new(void)
{
    GtkWidget *window = gtk_window_new();
    GtkWidget *overlay = adw_toast_overlay_new();

    adw_toast_overlay_set_child(ADW_TOAST_OVERLAY(overlay), gtk_label_new("A page"));
    gtk_window_set_decorated(GTK_WINDOW(window), FALSE);
    gtk_window_set_default_size(GTK_WINDOW(window), 360, 640);
    gtk_window_set_child(GTK_WINDOW(window), overlay);
    care_toast_set_overlay(window, ADW_TOAST_OVERLAY(overlay));
    gtk_window_present(GTK_WINDOW(window));
    test_let_undo_end();
    g_assert_cmpint(gtk_widget_get_width(overlay), ==, 360);
    return window;
}

static void
assert_inside(GtkWidget *window, GtkWidget *widget)
{
    graphene_rect_t bounds;

    g_assert_true(gtk_widget_compute_bounds(widget, window, &bounds));
    g_assert_cmpfloat(bounds.origin.x, >=, 0);
    g_assert_cmpfloat(bounds.origin.x + bounds.size.width, <=, gtk_widget_get_width(window));
}

/* Every line of it stands on the toast. */
static void
assert_whole(GtkWidget *label)
{
    int lines = 0;

    pango_layout_get_pixel_size(gtk_label_get_layout(GTK_LABEL(label)), NULL, &lines);
    g_assert_cmpint(lines, <=, gtk_widget_get_height(label));
}

/* Of a toast: how many there are. */
static int
check_buttons(GtkWidget *window, GtkWidget *root)
{
    int n = 0;

    if (!gtk_widget_get_mapped(root))
        return 0;
    if (GTK_IS_BUTTON(root)) {
        GtkWidget *label = gtk_widget_get_first_child(root);

        if (GTK_IS_LABEL(label))
            g_assert_false(pango_layout_is_ellipsized(gtk_label_get_layout(GTK_LABEL(label))));
        assert_inside(window, root);
        return 1;
    }
    if (GTK_IS_LABEL(root))
        assert_whole(root);
    for (GtkWidget *c = gtk_widget_get_first_child(root); c; c = gtk_widget_get_next_sibling(c))
        n += check_buttons(window, c);
    return n;
}

static void
nothing(gpointer data)
{
}

static void
test_whole(gconstpointer data)
{
    GtkWidget *window = window_new();
    const char *words
        = "Maximiliane Mustermann-Meierhofer & Co saved, and all that she has brought to us since";

    for (gsize length = 5; length <= strlen(words); length += 3) {
        g_autofree char *said = g_strndup(words, length);

        if (data)
            care_toast_taken_back(window, said, nothing, NULL, NULL);
        else
            care_toast_undo(window, said, nothing, NULL, NULL);
        g_test_message("%s", said);
        test_let_undo_end();
        g_assert_cmpint(check_buttons(window, window), ==, 2);
    }
    gtk_window_destroy(GTK_WINDOW(window));
}

static void
test_large(gconstpointer data)
{
    g_object_set(gtk_settings_get_default(), "gtk-xft-dpi", 192 * PANGO_SCALE, NULL);
    test_whole(data);
    gtk_settings_reset_property(gtk_settings_get_default(), "gtk-xft-dpi");
}

int
main(int argc, char **argv)
{
    if (!test_display_init(&argc, &argv))
        return 0;
    g_object_set(gtk_settings_get_default(), "gtk-enable-animations", FALSE, NULL);
    g_test_add_data_func("/toast/whole/undo", NULL, test_whole);
    g_test_add_data_func("/toast/whole/redo", "redo", test_whole);
    g_test_add_data_func("/toast/large/undo", NULL, test_large);
    g_test_add_data_func("/toast/large/redo", "redo", test_large);
    return g_test_run();
}
