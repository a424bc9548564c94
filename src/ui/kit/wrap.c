/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/kit/wrap.h"

#include "ui/kit/laid-out.h"

struct _CareWrap {
    GtkWidget parent_instance;

    int child_spacing;
    int line_spacing;
    double align;
    gboolean even;
};

enum {
    PROP_CHILD_SPACING = 1,
    PROP_LINE_SPACING,
    PROP_ALIGN,
    PROP_EVEN,
    N_PROPS,
};

static GParamSpec *properties[N_PROPS];

static void care_wrap_buildable_init(GtkBuildableIface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE(CareWrap, care_wrap, GTK_TYPE_WIDGET,
                              G_IMPLEMENT_INTERFACE(GTK_TYPE_BUILDABLE, care_wrap_buildable_init))

/* Of one line: its children are those from the first on that are laid out, before the end. */
typedef struct {
    GtkWidget *first;
    GtkWidget *end; /* NULL: there are no more */
    int natural;    /* with what is between them */
    int n_expand;
} Line;

/* As many as have room, but for most of them, and at least one. */
static Line
line_of(CareWrap *self, GtkWidget *first, int width, int most)
{
    Line line = { first, first, -self->child_spacing, 0 };

    for (; line.end && most > 0; line.end = care_laid_out_next(line.end), most--) {
        int natural = care_laid_out_natural_width(line.end) + self->child_spacing;

        if (line.end != first && line.natural + natural > width)
            break;
        line.natural += natural;
        line.n_expand += gtk_widget_compute_expand(line.end, GTK_ORIENTATION_HORIZONTAL);
    }
    return line;
}

/* How many a line has at most, so that the last one has about as many as the others. */
static int
most_in_line(CareWrap *self, int width)
{
    int n_children = 0, n_lines = 0;
    GtkWidget *end = NULL;

    if (!self->even)
        return G_MAXINT;
    for (GtkWidget *child = care_laid_out_first(GTK_WIDGET(self)); child; child = care_laid_out_next(child)) {
        if (child == end || n_lines == 0) {
            end = line_of(self, child, width, G_MAXINT).end;
            n_lines++;
        }
        n_children++;
    }
    return n_lines > 0 ? (n_children + n_lines - 1) / n_lines : G_MAXINT;
}

static int
width_in(const Line *line, GtkWidget *child, int width)
{
    int spare = MAX(width - line->natural, 0);

    if (gtk_widget_compute_expand(child, GTK_ORIENTATION_HORIZONTAL))
        return MIN(care_laid_out_natural_width(child), width) + spare / line->n_expand;
    return MIN(care_laid_out_natural_width(child), width);
}

static int
height_of(const Line *line, int width)
{
    int height = 0;

    for (GtkWidget *child = line->first; child != line->end; child = care_laid_out_next(child)) {
        int own;

        gtk_widget_measure(child, GTK_ORIENTATION_VERTICAL, width_in(line, child, width), NULL, &own, NULL,
                           NULL);
        height = MAX(height, own);
    }
    return height;
}

static void
measure_width(CareWrap *self, int *minimum, int *natural)
{
    GtkWidget *first = care_laid_out_first(GTK_WIDGET(self));

    *minimum = *natural = 0;
    for (GtkWidget *child = first; child; child = care_laid_out_next(child)) {
        int least, usual;

        gtk_widget_measure(child, GTK_ORIENTATION_HORIZONTAL, -1, &least, &usual, NULL, NULL);
        *minimum = MAX(*minimum, least);
        *natural += usual + (child != first ? self->child_spacing : 0);
    }
}

static int
height_for(CareWrap *self, int width)
{
    int height = 0, most = most_in_line(self, width);
    Line line;

    for (GtkWidget *first = care_laid_out_first(GTK_WIDGET(self)); first; first = line.end) {
        line = line_of(self, first, width, most);
        height += height_of(&line, width) + (line.end ? self->line_spacing : 0);
    }
    return height;
}

static void
care_wrap_measure(GtkWidget *widget, GtkOrientation orientation, int for_size, int *minimum, int *natural,
                  int *minimum_baseline, int *natural_baseline)
{
    CareWrap *self = CARE_WRAP(widget);

    if (orientation == GTK_ORIENTATION_HORIZONTAL)
        measure_width(self, minimum, natural);
    else
        *minimum = *natural = height_for(self, for_size < 0 ? G_MAXINT / 2 : for_size);
}

static void
allocate_line(CareWrap *self, const Line *line, int width, int y, int height)
{
    gboolean mirrored = gtk_widget_get_direction(GTK_WIDGET(self)) == GTK_TEXT_DIR_RTL;
    int spare = line->n_expand > 0 ? 0 : MAX(width - line->natural, 0);
    int x = (int)(spare * self->align);

    for (GtkWidget *child = line->first; child != line->end; child = care_laid_out_next(child)) {
        int own = width_in(line, child, width);

        gtk_widget_size_allocate(child, &(GtkAllocation){ mirrored ? width - x - own : x, y, own, height },
                                 -1);
        x += own + self->child_spacing;
    }
}

static void
care_wrap_size_allocate(GtkWidget *widget, int width, int height, int baseline)
{
    CareWrap *self = CARE_WRAP(widget);
    int y = 0, most = most_in_line(self, width);
    Line line;

    for (GtkWidget *first = care_laid_out_first(widget); first; first = line.end) {
        int high;

        line = line_of(self, first, width, most);
        high = height_of(&line, width);
        allocate_line(self, &line, width, y, high);
        y += high + self->line_spacing;
    }
}

static GtkSizeRequestMode
care_wrap_get_request_mode(GtkWidget *widget)
{
    return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
care_wrap_get_property(GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
    CareWrap *self = CARE_WRAP(object);

    switch (id) {
    case PROP_CHILD_SPACING:
        g_value_set_int(value, self->child_spacing);
        break;
    case PROP_LINE_SPACING:
        g_value_set_int(value, self->line_spacing);
        break;
    case PROP_ALIGN:
        g_value_set_double(value, self->align);
        break;
    case PROP_EVEN:
        g_value_set_boolean(value, self->even);
        break;
    default:
        G_OBJECT_WARN_INVALID_PROPERTY_ID(object, id, pspec);
    }
}

static void
care_wrap_set_property(GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
    CareWrap *self = CARE_WRAP(object);

    switch (id) {
    case PROP_CHILD_SPACING:
        self->child_spacing = g_value_get_int(value);
        break;
    case PROP_LINE_SPACING:
        self->line_spacing = g_value_get_int(value);
        break;
    case PROP_ALIGN:
        self->align = g_value_get_double(value);
        break;
    case PROP_EVEN:
        self->even = g_value_get_boolean(value);
        break;
    default:
        G_OBJECT_WARN_INVALID_PROPERTY_ID(object, id, pspec);
    }
    gtk_widget_queue_resize(GTK_WIDGET(self));
}

static void
care_wrap_dispose(GObject *object)
{
    care_wrap_clear(CARE_WRAP(object));
    G_OBJECT_CLASS(care_wrap_parent_class)->dispose(object);
}

static void
care_wrap_class_init(CareWrapClass *klass)
{
    GObjectClass *object_class = G_OBJECT_CLASS(klass);
    GtkWidgetClass *widget_class = GTK_WIDGET_CLASS(klass);
    const GParamFlags flags = G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS;

    object_class->get_property = care_wrap_get_property;
    object_class->set_property = care_wrap_set_property;
    object_class->dispose = care_wrap_dispose;
    widget_class->measure = care_wrap_measure;
    widget_class->size_allocate = care_wrap_size_allocate;
    widget_class->get_request_mode = care_wrap_get_request_mode;
    gtk_widget_class_set_accessible_role(widget_class, GTK_ACCESSIBLE_ROLE_GENERIC);

    properties[PROP_CHILD_SPACING] = g_param_spec_int("child-spacing", NULL, NULL, 0, 999, 0, flags);
    properties[PROP_LINE_SPACING] = g_param_spec_int("line-spacing", NULL, NULL, 0, 999, 0, flags);
    properties[PROP_ALIGN] = g_param_spec_double("align", NULL, NULL, 0, 1, 0, flags);
    properties[PROP_EVEN] = g_param_spec_boolean("even", NULL, NULL, FALSE, flags);
    g_object_class_install_properties(object_class, N_PROPS, properties);
}

static void
care_wrap_init(CareWrap *self)
{
}

static void
care_wrap_add_child(GtkBuildable *buildable, GtkBuilder *builder, GObject *child, const char *type)
{
    care_wrap_append(CARE_WRAP(buildable), GTK_WIDGET(child));
}

static void
care_wrap_buildable_init(GtkBuildableIface *iface)
{
    iface->add_child = care_wrap_add_child;
}

GtkWidget *
care_wrap_new(int spacing, double align)
{
    return g_object_new(CARE_TYPE_WRAP, "child-spacing", spacing, "line-spacing", spacing, "align", align,
                        NULL);
}

void
care_wrap_append(CareWrap *self, GtkWidget *child)
{
    g_return_if_fail(CARE_IS_WRAP(self));
    gtk_widget_set_parent(child, GTK_WIDGET(self));
}

void
care_wrap_clear(CareWrap *self)
{
    GtkWidget *child;

    g_return_if_fail(CARE_IS_WRAP(self));
    while ((child = gtk_widget_get_first_child(GTK_WIDGET(self))))
        gtk_widget_unparent(child);
}
