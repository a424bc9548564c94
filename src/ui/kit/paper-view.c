/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/kit/paper-view.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#define MARGIN 24 /* room for the shadow and around the sheet */
#define MIN_WIDTH 240

struct _CarePaperView {
    GtkWidget parent_instance;

    guint n_pages;
    double width;
    double height;
    CarePaperDrawFunc draw;
    gpointer user_data;
    GDestroyNotify destroy;
    int max_width;
};

enum {
    PROP_MAX_WIDTH = 1,
    N_PROPS,
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE(CarePaperView, care_paper_view, GTK_TYPE_WIDGET)

static double
sheet_width(CarePaperView *self, int width)
{
    return CLAMP(width - 2 * MARGIN, MIN_WIDTH - 2 * MARGIN, self->max_width);
}

static double
sheet_height(CarePaperView *self, double width)
{
    return self->width > 0 ? ceil(width * self->height / self->width) : 0;
}

static void
care_paper_view_measure(GtkWidget *widget, GtkOrientation orientation, int for_size, int *minimum,
                        int *natural, int *minimum_baseline, int *natural_baseline)
{
    CarePaperView *self = CARE_PAPER_VIEW(widget);

    if (orientation == GTK_ORIENTATION_HORIZONTAL) {
        *minimum = MIN_WIDTH;
        *natural = self->max_width + 2 * MARGIN;
    } else {
        double high
            = sheet_height(self, sheet_width(self, for_size < 0 ? self->max_width + 2 * MARGIN : for_size));

        *minimum = *natural = (int)(self->n_pages * (high + MARGIN)) + MARGIN;
    }
}

static GtkSizeRequestMode
care_paper_view_get_request_mode(GtkWidget *widget)
{
    return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
snapshot_sheet(CarePaperView *self, GtkSnapshot *snapshot, guint page, const graphene_rect_t *sheet)
{
    GskRoundedRect outline;
    cairo_t *cr;

    gsk_rounded_rect_init_from_rect(&outline, sheet, 0);
    gtk_snapshot_append_outset_shadow(snapshot, &outline, &(GdkRGBA){ 0, 0, 0, 0.16f }, 0, 1, 1, 4);
    gtk_snapshot_append_color(snapshot, &(GdkRGBA){ 1, 1, 1, 1 }, sheet);

    cr = gtk_snapshot_append_cairo(snapshot, sheet);
    cairo_translate(cr, sheet->origin.x, sheet->origin.y);
    cairo_scale(cr, sheet->size.width / self->width, sheet->size.width / self->width);
    self->draw(cr, page, self->user_data);
    cairo_destroy(cr);
}

static void
care_paper_view_snapshot(GtkWidget *widget, GtkSnapshot *snapshot)
{
    CarePaperView *self = CARE_PAPER_VIEW(widget);
    double wide = sheet_width(self, gtk_widget_get_width(widget));
    double high = sheet_height(self, wide);
    double x = floor((gtk_widget_get_width(widget) - wide) / 2);

    if (!self->draw)
        return;
    for (guint page = 0; page < self->n_pages; page++) {
        graphene_rect_t sheet = GRAPHENE_RECT_INIT(x, MARGIN + page * (high + MARGIN), wide, high);

        snapshot_sheet(self, snapshot, page, &sheet);
    }
}

static void
care_paper_view_get_property(GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
    switch (id) {
    case PROP_MAX_WIDTH:
        g_value_set_int(value, CARE_PAPER_VIEW(object)->max_width);
        break;
    default:
        G_OBJECT_WARN_INVALID_PROPERTY_ID(object, id, pspec);
    }
}

static void
care_paper_view_set_property(GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
    switch (id) {
    case PROP_MAX_WIDTH:
        CARE_PAPER_VIEW(object)->max_width = g_value_get_int(value);
        gtk_widget_queue_resize(GTK_WIDGET(object));
        break;
    default:
        G_OBJECT_WARN_INVALID_PROPERTY_ID(object, id, pspec);
    }
}

static void
clear(CarePaperView *self)
{
    if (self->destroy)
        self->destroy(self->user_data);
    self->draw = NULL;
    self->user_data = NULL;
    self->destroy = NULL;
}

static void
care_paper_view_dispose(GObject *object)
{
    clear(CARE_PAPER_VIEW(object));
    G_OBJECT_CLASS(care_paper_view_parent_class)->dispose(object);
}

static void
care_paper_view_class_init(CarePaperViewClass *klass)
{
    GObjectClass *object_class = G_OBJECT_CLASS(klass);
    GtkWidgetClass *widget_class = GTK_WIDGET_CLASS(klass);

    object_class->get_property = care_paper_view_get_property;
    object_class->set_property = care_paper_view_set_property;
    object_class->dispose = care_paper_view_dispose;
    widget_class->measure = care_paper_view_measure;
    widget_class->get_request_mode = care_paper_view_get_request_mode;
    widget_class->snapshot = care_paper_view_snapshot;

    properties[PROP_MAX_WIDTH] = g_param_spec_int("max-width", NULL, NULL, MIN_WIDTH, 9999, 640,
                                                  G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
    g_object_class_install_properties(object_class, N_PROPS, properties);

    gtk_widget_class_set_css_name(widget_class, "care-paper");
    gtk_widget_class_set_accessible_role(widget_class, GTK_ACCESSIBLE_ROLE_DOCUMENT);
}

static void
care_paper_view_init(CarePaperView *self)
{
    self->max_width = 640;
    gtk_accessible_update_property(GTK_ACCESSIBLE(self), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Paper preview"),
                                   -1);
}

/* Shows pages of one size in points. Owns user_data until the next call; draw is called at every repaint. */
void
care_paper_view_set_pages(CarePaperView *self, guint n_pages, double width, double height,
                          CarePaperDrawFunc draw, gpointer user_data, GDestroyNotify destroy)
{
    g_return_if_fail(CARE_IS_PAPER_VIEW(self));
    clear(self);
    self->n_pages = n_pages;
    self->width = width;
    self->height = height;
    self->draw = draw;
    self->user_data = user_data;
    self->destroy = destroy;
    gtk_widget_queue_resize(GTK_WIDGET(self));
    gtk_widget_queue_draw(GTK_WIDGET(self));
}

/* What is on the paper, for screen readers. */
void
care_paper_view_set_text(CarePaperView *self, const char *text)
{
    g_return_if_fail(CARE_IS_PAPER_VIEW(self));
    gtk_accessible_update_property(GTK_ACCESSIBLE(self), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, text, -1);
}
