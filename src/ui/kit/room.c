/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/kit/room.h"

#include <adwaita.h>

#include "ui/kit/laid-out.h"
#include "ui/kit/large-text.h"

/* What a text has at least, unless it is shorter: a long word, at the usual size of letters. */
#define LEAST 120

/* Between the two lines, and, where a style has its own spacing, in the first of them. */
#define GAP 6

struct _CareRoom {
    GtkLayoutManager parent_instance;

    GtkLayoutManager *beside; /* as long as there is room */
    int spacing;
};

G_DEFINE_FINAL_TYPE(CareRoom, care_room, GTK_TYPE_LAYOUT_MANAGER)

static gboolean
is_text(GtkWidget *child)
{
    return gtk_widget_compute_expand(child, GTK_ORIENTATION_HORIZONTAL);
}

/* What goes below: the last, if there is a text before it. */
static GtkWidget *
end_of(GtkWidget *box)
{
    GtkWidget *last = NULL;
    gboolean text = FALSE;

    for (GtkWidget *child = care_laid_out_first(box); child; child = care_laid_out_next(child)) {
        text |= last && is_text(last);
        last = child;
    }
    return text ? last : NULL;
}

/* What is left of the width for the text in a line that ends before this child; wanted: of the text. */
static int
room_for_text(CareRoom *self, GtkWidget *box, GtkWidget *end, int width, int *wanted)
{
    *wanted = 0;
    for (GtkWidget *child = care_laid_out_first(box); child && child != end;
         child = care_laid_out_next(child)) {
        if (is_text(child))
            *wanted = care_laid_out_natural_width(child);
        else
            width -= care_laid_out_natural_width(child);
        if (care_laid_out_next(child) != end)
            width -= self->spacing;
    }
    return width;
}

/* NULL: all stand side by side. */
static GtkWidget *
below(CareRoom *self, GtkWidget *box, int width)
{
    GtkWidget *end = end_of(box);
    int least = (int)adw_length_unit_to_px(ADW_LENGTH_UNIT_SP, LEAST, gtk_widget_get_settings(box));
    int wanted, room;

    if (!end)
        return NULL;
    room = room_for_text(self, box, NULL, width, &wanted);
    return room < MIN(least, wanted) ? end : NULL;
}

static void
measure_width(CareRoom *self, GtkWidget *box, int *minimum, int *natural)
{
    GtkWidget *end = end_of(box);
    int first = 0;

    gtk_layout_manager_measure(self->beside, box, GTK_ORIENTATION_HORIZONTAL, -1, minimum, natural, NULL,
                               NULL);
    if (!end)
        return;
    gtk_widget_measure(end, GTK_ORIENTATION_HORIZONTAL, -1, minimum, NULL, NULL, NULL);
    for (GtkWidget *child = care_laid_out_first(box); child != end; child = care_laid_out_next(child)) {
        int least;

        gtk_widget_measure(child, GTK_ORIENTATION_HORIZONTAL, -1, &least, NULL, NULL, NULL);
        first += least + (care_laid_out_next(child) != end ? self->spacing : 0);
    }
    *minimum = MAX(*minimum, first);
}

static int
width_in_line(GtkWidget *child, int room)
{
    return is_text(child) ? room : care_laid_out_natural_width(child);
}

static int
height_of(GtkWidget *child, int width)
{
    int height;

    gtk_widget_measure(child, GTK_ORIENTATION_VERTICAL, width, NULL, &height, NULL, NULL);
    return height;
}

static int
height_of_first(CareRoom *self, GtkWidget *box, GtkWidget *end, int width)
{
    int wanted, height = 0;
    int room = room_for_text(self, box, end, width, &wanted);

    for (GtkWidget *child = care_laid_out_first(box); child != end; child = care_laid_out_next(child))
        height = MAX(height, height_of(child, width_in_line(child, room)));
    return height;
}

static void
care_room_measure(GtkLayoutManager *manager, GtkWidget *box, GtkOrientation orientation, int for_size,
                  int *minimum, int *natural, int *minimum_baseline, int *natural_baseline)
{
    CareRoom *self = CARE_ROOM(manager);
    GtkWidget *end;

    if (orientation == GTK_ORIENTATION_HORIZONTAL) {
        measure_width(self, box, minimum, natural);
        return;
    }
    end = for_size < 0 ? NULL : below(self, box, for_size);
    if (end)
        *minimum = *natural = height_of_first(self, box, end, for_size) + GAP + height_of(end, for_size);
    else
        gtk_layout_manager_measure(self->beside, box, orientation, for_size, minimum, natural,
                                   minimum_baseline, natural_baseline);
}

static void
place(GtkWidget *box, GtkWidget *child, int x, int y, int width, int height)
{
    gboolean mirrored = gtk_widget_get_direction(box) == GTK_TEXT_DIR_RTL;

    gtk_widget_size_allocate(
        child, &(GtkAllocation){ mirrored ? gtk_widget_get_width(box) - x - width : x, y, width, height },
        -1);
}

static void
care_room_allocate(GtkLayoutManager *manager, GtkWidget *box, int width, int height, int baseline)
{
    CareRoom *self = CARE_ROOM(manager);
    GtkWidget *end = below(self, box, width);
    int wanted, room, low, own, x = 0;

    if (!end) {
        gtk_layout_manager_allocate(self->beside, box, width, height, baseline);
        return;
    }
    room = room_for_text(self, box, end, width, &wanted);
    own = MIN(care_laid_out_natural_width(end), width);
    low = height_of(end, own);
    for (GtkWidget *child = care_laid_out_first(box); child != end; child = care_laid_out_next(child)) {
        int wide = width_in_line(child, room);

        place(box, child, x, 0, wide, height - low - GAP);
        x += wide + self->spacing;
    }
    place(box, end, width - own, height - low, own, low);
}

static GtkSizeRequestMode
care_room_get_request_mode(GtkLayoutManager *manager, GtkWidget *box)
{
    return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
care_room_dispose(GObject *object)
{
    g_clear_object(&CARE_ROOM(object)->beside);
    G_OBJECT_CLASS(care_room_parent_class)->dispose(object);
}

static void
care_room_class_init(CareRoomClass *klass)
{
    GtkLayoutManagerClass *manager_class = GTK_LAYOUT_MANAGER_CLASS(klass);

    G_OBJECT_CLASS(klass)->dispose = care_room_dispose;
    manager_class->measure = care_room_measure;
    manager_class->allocate = care_room_allocate;
    manager_class->get_request_mode = care_room_get_request_mode;
}

static void
care_room_init(CareRoom *self)
{
    self->beside = gtk_box_layout_new(GTK_ORIENTATION_HORIZONTAL);
}

void
care_room_give(GtkWidget *box, int spacing)
{
    CareRoom *self = g_object_new(CARE_TYPE_ROOM, NULL);

    g_return_if_fail(GTK_IS_BOX(box));
    self->spacing = spacing > 0 ? spacing : GAP;
    gtk_box_layout_set_spacing(GTK_BOX_LAYOUT(self->beside), spacing);
    gtk_widget_set_layout_manager(box, GTK_LAYOUT_MANAGER(self));
}

/* A sentence below it may stand between them. */
static GtkWidget *
header_of(GtkWidget *row)
{
    GtkWidget *box = gtk_list_box_row_get_child(GTK_LIST_BOX_ROW(row));

    while (box && !gtk_widget_has_css_class(box, "header"))
        box = gtk_widget_get_first_child(box);
    return GTK_IS_BOX(box) ? box : NULL;
}

void
care_room_give_row(GtkWidget *row)
{
    GtkWidget *box = header_of(row);

    if (box && !CARE_IS_ROOM(gtk_widget_get_layout_manager(box)))
        care_room_give(box, 0);
}

static gboolean
on_map(GSignalInvocationHint *hint, guint n, const GValue *values, gpointer data)
{
    GtkWidget *widget = g_value_get_object(values);

    if (ADW_IS_ACTION_ROW(widget))
        care_room_give_row(widget);
    return TRUE;
}

/* Of usual letters no row is asked. */
static void
on_letters(GtkSettings *settings)
{
    static gulong hook;
    g_autoptr(GTypeClass) widgets = g_type_class_ref(GTK_TYPE_WIDGET); /* whose signals are there then */
    guint map = g_signal_lookup("map", GTK_TYPE_WIDGET);

    if (care_letters_are_large(settings) == (hook != 0))
        return;
    if (hook == 0) {
        hook = g_signal_add_emission_hook(map, 0, on_map, NULL, NULL);
        return;
    }
    g_signal_remove_emission_hook(map, hook);
    hook = 0;
}

void
care_rooms_follow(GdkDisplay *display)
{
    GtkSettings *settings = gtk_settings_get_for_display(display);

    g_signal_connect(settings, "notify::gtk-xft-dpi", G_CALLBACK(on_letters), NULL);
    on_letters(settings);
}
