/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "display.h"

#include "ui/kit/room.h"

/* What stands last goes below where the text beside it would have too little room. */
static void
test_room(void)
{
    const struct {
        GtkTextDirection direction;
        int width, height;
        float x, y;
    } at[] = {
        { GTK_TEXT_DIR_LTR, 270, 40, 170, 0 },
        { GTK_TEXT_DIR_LTR, 269, 86, 169, 46 },
        { GTK_TEXT_DIR_RTL, 270, 40, 0, 0 },
        { GTK_TEXT_DIR_RTL, 269, 86, 0, 46 },
    };
    g_autoptr(GtkWidget) box = g_object_ref_sink(gtk_box_new(GTK_ORIENTATION_HORIZONTAL, 10));
    const int widths[] = { 50, 100, 100 };
    int minimum;

    for (gsize i = 0; i < G_N_ELEMENTS(widths); i++) {
        GtkWidget *square = gtk_drawing_area_new();

        gtk_widget_set_size_request(square, widths[i], 40);
        gtk_widget_set_hexpand(square, i == 1);
        gtk_box_append(GTK_BOX(box), square);
    }
    care_room_give(box, 10);
    gtk_widget_measure(box, GTK_ORIENTATION_HORIZONTAL, -1, &minimum, NULL, NULL, NULL);
    g_assert_cmpint(minimum, ==, 160);
    for (gsize i = 0; i < G_N_ELEMENTS(at); i++) {
        graphene_rect_t last;

        gtk_widget_set_direction(box, at[i].direction);
        gtk_widget_measure(box, GTK_ORIENTATION_VERTICAL, at[i].width, &minimum, NULL, NULL, NULL);
        g_assert_cmpint(minimum, ==, at[i].height);
        gtk_widget_allocate(box, at[i].width, at[i].height, -1, NULL);
        g_assert_true(gtk_widget_compute_bounds(gtk_widget_get_last_child(box), box, &last));
        g_assert_cmpfloat(last.origin.x, ==, at[i].x);
        g_assert_cmpfloat(last.origin.y, ==, at[i].y);
    }
}

int
main(int argc, char **argv)
{
    if (!test_display_init(&argc, &argv))
        return 0;
    g_test_add_func("/ui/room", test_room);
    return g_test_run();
}
