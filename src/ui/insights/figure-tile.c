/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/insights/figure-tile.h"

#include <adwaita.h>

#include "core/isolate.h"
#include "ui/kit/template.h"
#include "ui/insights/chart-view.h"

struct _CareFigureTile {
    GtkButton parent_instance;

    GtkLabel *name;
    GtkLabel *figure;
    GtkLabel *range;
    GtkLabel *sentence;
    CareChartView *spark;
    CareChart *chart;
};

G_DEFINE_FINAL_TYPE(CareFigureTile, care_figure_tile, GTK_TYPE_BUTTON)

static void
care_figure_tile_dispose(GObject *object)
{
    g_clear_object(&CARE_FIGURE_TILE(object)->chart);
    gtk_widget_dispose_template(GTK_WIDGET(object), CARE_TYPE_FIGURE_TILE);
    G_OBJECT_CLASS(care_figure_tile_parent_class)->dispose(object);
}

static void
care_figure_tile_class_init(CareFigureTileClass *klass)
{
    G_OBJECT_CLASS(klass)->dispose = care_figure_tile_dispose;
    CARE_TEMPLATE_NEEDS(CARE_TYPE_CHART_VIEW);
    CARE_TEMPLATE(klass, "insights/figure-tile.ui");
    CARE_TEMPLATE_CHILDREN(klass, CareFigureTile, name, figure, range, sentence, spark);
}

static void
care_figure_tile_init(CareFigureTile *self)
{
    gtk_widget_init_template(GTK_WIDGET(self));
}

/* @tile: a chart of the kind CARE_CHART_TILE. */
GtkWidget *
care_figure_tile_new(CareChart *tile)
{
    CareFigureTile *self = g_object_new(CARE_TYPE_FIGURE_TILE, NULL);
    g_autofree char *summary = care_chart_summary(tile);
    g_autofree char *figure = care_isolate_number(care_chart_get_figure(tile));

    self->chart = g_object_ref(tile);
    gtk_label_set_text(self->name, care_chart_get_title(tile));
    gtk_label_set_text(self->figure, figure);
    gtk_label_set_text(self->range, care_chart_get_range(tile));
    gtk_label_set_text(self->sentence, care_chart_get_reading(tile));
    if (care_chart_is_empty(tile)) {
        gtk_widget_set_visible(GTK_WIDGET(self->spark), FALSE);
    } else {
        g_autoptr(CareChart) spark = care_chart_new_spark(tile);

        care_chart_view_set_chart(self->spark, spark);
    }
    gtk_accessible_update_property(GTK_ACCESSIBLE(self), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                   care_chart_get_title(tile), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, summary,
                                   -1);
    return GTK_WIDGET(self);
}

const char *
care_figure_tile_get_key(CareFigureTile *self)
{
    return care_chart_get_key(self->chart);
}
