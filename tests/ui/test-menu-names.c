/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
/* A line of a menu is heard as it is read. */
#include "display.h"

static int
assert_said(GtkWidget *widget)
{
    g_autofree char *text = NULL;
    int n = 0;

    if (gtk_accessible_get_accessible_role(GTK_ACCESSIBLE(widget)) == GTK_ACCESSIBLE_ROLE_MENU_ITEM) {
        g_object_get(widget, "text", &text, NULL);
        gtk_test_accessible_assert_property(GTK_ACCESSIBLE(widget), GTK_ACCESSIBLE_PROPERTY_LABEL, text);
        n++;
    }
    for (GtkWidget *c = gtk_widget_get_first_child(widget); c; c = gtk_widget_get_next_sibling(c))
        n += assert_said(c);
    return n;
}

static void
test_said(void)
{
    GtkWidget *window = gtk_window_new();
    GtkWidget *button = gtk_menu_button_new();
    g_autoptr(GMenu) menu = g_menu_new();

    g_menu_append(menu, "_Delete…", NULL);
    g_menu_append(menu, "Me A&B <i>", NULL);
    gtk_menu_button_set_menu_model(GTK_MENU_BUTTON(button), G_MENU_MODEL(menu));
    gtk_window_set_child(GTK_WINDOW(window), button);
    gtk_window_present(GTK_WINDOW(window));
    test_let_undo_end();
    gtk_menu_button_popup(GTK_MENU_BUTTON(button));
    test_let_undo_end();
    g_assert_cmpint(assert_said(GTK_WIDGET(gtk_menu_button_get_popover(GTK_MENU_BUTTON(button)))), ==, 2);
    gtk_window_destroy(GTK_WINDOW(window));
}

int
main(int argc, char **argv)
{
    if (!test_display_init(&argc, &argv))
        return 0;
    g_test_add_func("/menu-names/said", test_said);
    return g_test_run();
}
