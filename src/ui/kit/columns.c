/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/kit/columns.h"

#include <adwaita.h>

#include "ui/kit/laid-out.h"

struct _CareColumns {
    GtkWidget parent_instance;

    int column_width;
    int spacing;
};

enum {
    PROP_COLUMN_WIDTH = 1,
    PROP_SPACING,
    N_PROPS,
};

static GParamSpec *properties[N_PROPS];

static void care_columns_buildable_init(GtkBuildableIface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE(CareColumns, care_columns, GTK_TYPE_WIDGET,
                              G_IMPLEMENT_INTERFACE(GTK_TYPE_BUILDABLE, care_columns_buildable_init))

static int
position_of(GtkWidget *child)
{
    return GPOINTER_TO_INT(g_object_get_data(G_OBJECT(child), "care-folded-position"));
}

static int
compare_positions(gconstpointer a, gconstpointer b)
{
    return position_of(*(GtkWidget *const *)a) - position_of(*(GtkWidget *const *)b);
}

/* The visible children in the order of a number of columns. */
static GPtrArray *
children_of(CareColumns *self)
{
    GPtrArray *children = g_ptr_array_new();

    for (GtkWidget *c = care_laid_out_first(GTK_WIDGET(self)); c; c = care_laid_out_next(c))
        g_ptr_array_add(children, c);
    return children;
}

/* Where text is larger, a column asks for more. */
static int
width_of_column(CareColumns *self)
{
    return (int)adw_length_unit_to_px(ADW_LENGTH_UNIT_SP, self->column_width,
                                      gtk_widget_get_settings(GTK_WIDGET(self)));
}

static int
columns_for(CareColumns *self, int width, int n)
{
    for (int rows = 1; rows < n; rows++) {
        int columns = (n + rows - 1) / rows;

        if (width < 0 || columns * width_of_column(self) + (columns - 1) * self->spacing <= width)
            return columns;
    }
    return 1;
}

static int
row_height(CareColumns *self, GPtrArray *children, guint first, int columns, int width)
{
    int height = 0;

    for (guint i = first; i < first + columns && i < children->len; i++) {
        int minimum;

        gtk_widget_measure(children->pdata[i], GTK_ORIENTATION_VERTICAL, width, &minimum, NULL, NULL, NULL);
        height = MAX(height, minimum);
    }
    return height;
}

static GPtrArray *
arranged(CareColumns *self, int width, int *columns, int *column_width)
{
    GPtrArray *children = children_of(self);

    *columns = columns_for(self, width, children->len);
    *column_width = width < 0 ? -1 : MAX(0, (width - (*columns - 1) * self->spacing) / *columns);
    if ((guint)*columns < children->len)
        g_ptr_array_sort(children, compare_positions);
    return children;
}

static void
care_columns_measure(GtkWidget *widget, GtkOrientation orientation, int for_size, int *minimum, int *natural,
                     int *minimum_baseline, int *natural_baseline)
{
    CareColumns *self = CARE_COLUMNS(widget);
    int columns, column_width;
    g_autoptr(GPtrArray) children
        = arranged(self, orientation == GTK_ORIENTATION_VERTICAL ? for_size : -1, &columns, &column_width);

    *minimum = *natural = 0;
    if (orientation == GTK_ORIENTATION_HORIZONTAL) {
        for (guint i = 0; i < children->len; i++) {
            int child_minimum, child_natural;

            gtk_widget_measure(children->pdata[i], orientation, -1, &child_minimum, &child_natural, NULL,
                               NULL);
            *minimum = MAX(*minimum, child_minimum);
            *natural = MAX(*natural, MAX(child_natural, width_of_column(self)));
        }
        *natural = *natural * columns + MAX(0, columns - 1) * self->spacing;
        return;
    }
    for (guint i = 0; i < children->len; i += columns)
        *minimum += row_height(self, children, i, columns, column_width) + (i > 0 ? self->spacing : 0);
    *natural = *minimum;
}

static void
care_columns_size_allocate(GtkWidget *widget, int width, int height, int baseline)
{
    CareColumns *self = CARE_COLUMNS(widget);
    gboolean rtl = gtk_widget_get_direction(widget) == GTK_TEXT_DIR_RTL;
    int columns, column_width, y = 0;
    g_autoptr(GPtrArray) children = arranged(self, width, &columns, &column_width);

    for (guint first = 0; first < children->len; first += columns) {
        int high = row_height(self, children, first, columns, column_width);

        for (int i = 0; i < columns && first + i < children->len; i++) {
            int x = i * (column_width + self->spacing);

            gtk_widget_size_allocate(
                children->pdata[first + i],
                &(GtkAllocation){ rtl ? width - x - column_width : x, y, column_width, high }, -1);
        }
        y += high + self->spacing;
    }
}

static GtkSizeRequestMode
care_columns_get_request_mode(GtkWidget *widget)
{
    return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
care_columns_get_property(GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
    CareColumns *self = CARE_COLUMNS(object);

    switch (id) {
    case PROP_COLUMN_WIDTH:
        g_value_set_int(value, self->column_width);
        break;
    case PROP_SPACING:
        g_value_set_int(value, self->spacing);
        break;
    default:
        G_OBJECT_WARN_INVALID_PROPERTY_ID(object, id, pspec);
    }
}

static void
care_columns_set_property(GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
    CareColumns *self = CARE_COLUMNS(object);

    switch (id) {
    case PROP_COLUMN_WIDTH:
        self->column_width = g_value_get_int(value);
        break;
    case PROP_SPACING:
        self->spacing = g_value_get_int(value);
        break;
    default:
        G_OBJECT_WARN_INVALID_PROPERTY_ID(object, id, pspec);
    }
    gtk_widget_queue_resize(GTK_WIDGET(self));
}

static void
care_columns_dispose(GObject *object)
{
    care_columns_clear(CARE_COLUMNS(object));
    G_OBJECT_CLASS(care_columns_parent_class)->dispose(object);
}

static void
care_columns_class_init(CareColumnsClass *klass)
{
    GObjectClass *object_class = G_OBJECT_CLASS(klass);
    GtkWidgetClass *widget_class = GTK_WIDGET_CLASS(klass);
    const GParamFlags flags = G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS;

    object_class->get_property = care_columns_get_property;
    object_class->set_property = care_columns_set_property;
    object_class->dispose = care_columns_dispose;
    widget_class->measure = care_columns_measure;
    widget_class->size_allocate = care_columns_size_allocate;
    widget_class->get_request_mode = care_columns_get_request_mode;

    properties[PROP_COLUMN_WIDTH] = g_param_spec_int("column-width", NULL, NULL, 0, 9999, 150, flags);
    properties[PROP_SPACING] = g_param_spec_int("spacing", NULL, NULL, 0, 999, 0, flags);
    g_object_class_install_properties(object_class, N_PROPS, properties);
}

static void
care_columns_init(CareColumns *self)
{
    self->column_width = 150;
}

static void
care_columns_add_child(GtkBuildable *buildable, GtkBuilder *builder, GObject *child, const char *type)
{
    care_columns_append(CARE_COLUMNS(buildable), GTK_WIDGET(child), 0);
}

static void
care_columns_buildable_init(GtkBuildableIface *iface)
{
    iface->add_child = care_columns_add_child;
}

/* Widths and spacing in pixels. */
GtkWidget *
care_columns_new(int column_width, int spacing)
{
    return g_object_new(CARE_TYPE_COLUMNS, "column-width", column_width, "spacing", spacing, NULL);
}

/* folded_position orders the children once they stand in more than one row: what matters most first. Equal
 * positions keep no promise; children of a template all have 0 and should not need another order. */
void
care_columns_append(CareColumns *self, GtkWidget *child, int folded_position)
{
    g_return_if_fail(CARE_IS_COLUMNS(self));
    g_object_set_data(G_OBJECT(child), "care-folded-position", GINT_TO_POINTER(folded_position));
    gtk_widget_set_parent(child, GTK_WIDGET(self));
}

void
care_columns_clear(CareColumns *self)
{
    GtkWidget *child;

    g_return_if_fail(CARE_IS_COLUMNS(self));
    while ((child = gtk_widget_get_first_child(GTK_WIDGET(self))))
        gtk_widget_unparent(child);
}
