/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/kit/fit.h"

#include <adwaita.h>

struct _CareFit {
    GtkWidget parent_instance;

    GtkWidget *wide;
    GtkWidget *narrow;
    int threshold;
    int widest; /* that the wide child would have liked to be so far, in these letters */
};

enum {
    PROP_WIDE = 1,
    PROP_NARROW,
    PROP_THRESHOLD,
    N_PROPS,
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE(CareFit, care_fit, GTK_TYPE_WIDGET)

/* Where text is larger, what is wide asks for more. Toggles of which one has its word like to be wider with one than with
 * another: whoever chose the shorter in the menu that stood for them would lose it, and the cursor in it. */
static int
threshold_of(CareFit *self)
{
    int needed = 0, wanted = 0;

    if (self->threshold <= 0 && self->wide) {
        gtk_widget_measure(self->wide, GTK_ORIENTATION_HORIZONTAL, -1, &needed, &wanted, NULL, NULL);
        self->widest = MAX(self->widest, wanted);
        return self->threshold == CARE_FIT_LEAST ? needed : self->widest;
    }
    return (int)adw_length_unit_to_px(ADW_LENGTH_UNIT_SP, self->threshold,
                                      gtk_widget_get_settings(GTK_WIDGET(self)));
}

static int
natural_of_wide(CareFit *self)
{
    int natural = 0;

    if (self->threshold != CARE_FIT_LEAST)
        return threshold_of(self);
    gtk_widget_measure(self->wide, GTK_ORIENTATION_HORIZONTAL, -1, NULL, &natural, NULL, NULL);
    return natural;
}

static GtkWidget *
child_for(CareFit *self, int width)
{
    if (!self->narrow || (self->wide && width >= threshold_of(self)))
        return self->wide;
    return self->narrow;
}

static void
care_fit_measure(GtkWidget *widget, GtkOrientation orientation, int for_size, int *minimum, int *natural,
                 int *minimum_baseline, int *natural_baseline)
{
    CareFit *self = CARE_FIT(widget);
    GtkWidget *child;

    *minimum = *natural = 0;
    if (orientation == GTK_ORIENTATION_HORIZONTAL) {
        if ((child = child_for(self, 0)))
            gtk_widget_measure(child, orientation, -1, minimum, natural, NULL, NULL);
        if (self->wide)
            *natural = MAX(*natural, natural_of_wide(self));
        return;
    }
    child = child_for(self, for_size < 0 ? G_MAXINT : for_size);
    if (child)
        gtk_widget_measure(child, orientation, for_size, minimum, natural, NULL, NULL);
}

/* The child that is not shown must not be found by screen readers either. */
static void
show(GtkWidget *child, gboolean visible)
{
    if (!child || gtk_widget_get_child_visible(child) == visible)
        return;
    gtk_widget_set_child_visible(child, visible);
    gtk_accessible_update_state(GTK_ACCESSIBLE(child), GTK_ACCESSIBLE_STATE_HIDDEN, !visible, -1);
}

static void
care_fit_size_allocate(GtkWidget *widget, int width, int height, int baseline)
{
    CareFit *self = CARE_FIT(widget);
    GtkWidget *child = child_for(self, width);

    show(self->wide, child == self->wide);
    show(self->narrow, child == self->narrow);
    if (child)
        gtk_widget_size_allocate(child, &(GtkAllocation){ 0, 0, width, height }, baseline);
}

static GtkSizeRequestMode
care_fit_get_request_mode(GtkWidget *widget)
{
    return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

/* Where letters are other ones, nothing is known of how wide what they stand in would like to be. */
static void
care_fit_system_setting_changed(GtkWidget *widget, GtkSystemSetting setting)
{
    CARE_FIT(widget)->widest = 0;
    GTK_WIDGET_CLASS(care_fit_parent_class)->system_setting_changed(widget, setting);
}

static void
care_fit_get_property(GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
    CareFit *self = CARE_FIT(object);

    switch (id) {
    case PROP_WIDE:
        g_value_set_object(value, self->wide);
        break;
    case PROP_NARROW:
        g_value_set_object(value, self->narrow);
        break;
    case PROP_THRESHOLD:
        g_value_set_int(value, self->threshold);
        break;
    default:
        G_OBJECT_WARN_INVALID_PROPERTY_ID(object, id, pspec);
    }
}

static void
care_fit_set_property(GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
    CareFit *self = CARE_FIT(object);

    switch (id) {
    case PROP_WIDE:
        care_fit_set_wide(self, g_value_get_object(value));
        break;
    case PROP_NARROW:
        care_fit_set_narrow(self, g_value_get_object(value));
        break;
    case PROP_THRESHOLD:
        care_fit_set_threshold(self, g_value_get_int(value));
        break;
    default:
        G_OBJECT_WARN_INVALID_PROPERTY_ID(object, id, pspec);
    }
}

static void
care_fit_dispose(GObject *object)
{
    CareFit *self = CARE_FIT(object);
    GtkWidget *child;

    /* by what is still there: the template of a parent may have taken its children away already */
    while ((child = gtk_widget_get_first_child(GTK_WIDGET(self))))
        gtk_widget_unparent(child);
    self->wide = self->narrow = NULL;
    G_OBJECT_CLASS(care_fit_parent_class)->dispose(object);
}

static void
care_fit_class_init(CareFitClass *klass)
{
    GObjectClass *object_class = G_OBJECT_CLASS(klass);
    GtkWidgetClass *widget_class = GTK_WIDGET_CLASS(klass);
    const GParamFlags flags = G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS;

    object_class->get_property = care_fit_get_property;
    object_class->set_property = care_fit_set_property;
    object_class->dispose = care_fit_dispose;
    widget_class->measure = care_fit_measure;
    widget_class->size_allocate = care_fit_size_allocate;
    widget_class->get_request_mode = care_fit_get_request_mode;
    widget_class->system_setting_changed = care_fit_system_setting_changed;

    properties[PROP_WIDE] = g_param_spec_object("wide", NULL, NULL, GTK_TYPE_WIDGET, flags);
    properties[PROP_NARROW] = g_param_spec_object("narrow", NULL, NULL, GTK_TYPE_WIDGET, flags);
    properties[PROP_THRESHOLD] = g_param_spec_int("threshold", NULL, NULL, CARE_FIT_LEAST, 9999, 600, flags);
    g_object_class_install_properties(object_class, N_PROPS, properties);
}

static void
care_fit_init(CareFit *self)
{
    self->threshold = 600;
}

static void
replace(CareFit *self, GtkWidget **slot, GtkWidget *child)
{
    if (*slot == child)
        return;
    g_clear_pointer(slot, gtk_widget_unparent);
    *slot = child;
    if (child)
        gtk_widget_set_parent(child, GTK_WIDGET(self));
}

void
care_fit_set_wide(CareFit *self, GtkWidget *child)
{
    g_return_if_fail(CARE_IS_FIT(self));
    replace(self, &self->wide, child);
    self->widest = 0;
}

void
care_fit_set_narrow(CareFit *self, GtkWidget *child)
{
    g_return_if_fail(CARE_IS_FIT(self));
    replace(self, &self->narrow, child);
}

void
care_fit_set_threshold(CareFit *self, int width)
{
    g_return_if_fail(CARE_IS_FIT(self));
    self->threshold = width;
    gtk_widget_queue_resize(GTK_WIDGET(self));
}
