/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/insights/chart-table.h"

/* Of twelve months, their heading and the sum below them. */
#define MOST_HEIGHT 480
#define ROW_PADDING 6 /* above and below the text of a row, by style.css and the library */
/* Between the cells of a row, where no cell can hold it. */
#define SEPARATOR "\x1f"

/* A row is one string of all its cells: text to look at needs no class of its own. */
static GListModel *
rows_of(CareChart *chart)
{
    const CareChartTable *table = care_chart_table(chart);
    GtkStringList *rows = gtk_string_list_new(NULL);

    for (guint i = 0; i < table->rows->len; i++) {
        g_autofree char *row = g_strjoinv(SEPARATOR, g_ptr_array_index(table->rows, i));

        gtk_string_list_append(rows, row);
    }
    return G_LIST_MODEL(rows);
}

static void
on_setup(GtkListItemFactory *factory, GtkColumnViewCell *cell, gpointer column)
{
    GtkWidget *label = gtk_label_new(NULL);

    gtk_label_set_xalign(GTK_LABEL(label), GPOINTER_TO_UINT(column) == 0 ? 0.0f : 1.0f);
    gtk_widget_add_css_class(label, "numeric");
    gtk_column_view_cell_set_child(cell, label);
}

static void
on_bind(GtkListItemFactory *factory, GtkColumnViewCell *cell, gpointer column)
{
    const char *row = gtk_string_object_get_string(gtk_column_view_cell_get_item(cell));
    g_auto(GStrv) cells = g_strsplit(row, SEPARATOR, -1);

    if (GPOINTER_TO_UINT(column) < g_strv_length(cells))
        gtk_label_set_text(GTK_LABEL(gtk_column_view_cell_get_child(cell)), cells[GPOINTER_TO_UINT(column)]);
}

/* The view itself knows its rows only once they are on screen, when its place was given to it long ago. */
static int
height_of(GListModel *rows)
{
    g_autoptr(GtkWidget) line = g_object_ref_sink(gtk_label_new("0"));
    int height;

    gtk_widget_measure(line, GTK_ORIENTATION_VERTICAL, -1, NULL, &height, NULL, NULL);
    return MIN((height + ROW_PADDING) * ((int)g_list_model_get_n_items(rows) + 1) + ROW_PADDING, MOST_HEIGHT);
}

/* A table of the chart's figures, as high as its rows up to a limit, then scrolled. */
GtkWidget *
care_chart_table_new(CareChart *chart)
{
    const CareChartTable *table = care_chart_table(chart);
    GtkSelectionModel *selection = GTK_SELECTION_MODEL(gtk_no_selection_new(rows_of(chart)));
    GtkWidget *view = gtk_column_view_new(selection);
    GtkWidget *scrolled = gtk_scrolled_window_new();

    for (guint i = 0; i < table->n_columns; i++) {
        GtkListItemFactory *factory = gtk_signal_list_item_factory_new();
        g_autoptr(GtkColumnViewColumn) column = NULL;

        g_signal_connect(factory, "setup", G_CALLBACK(on_setup), GUINT_TO_POINTER(i));
        g_signal_connect(factory, "bind", G_CALLBACK(on_bind), GUINT_TO_POINTER(i));
        column = gtk_column_view_column_new(table->columns[i], factory);
        gtk_column_view_column_set_expand(column, i == 0);
        gtk_column_view_append_column(GTK_COLUMN_VIEW(view), column);
    }
    gtk_widget_add_css_class(view, "data-table");
    gtk_widget_add_css_class(view, "care-figures");
    gtk_accessible_update_property(GTK_ACCESSIBLE(view), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                   care_chart_get_title(chart), -1);
    gtk_scrolled_window_set_child(GTK_SCROLLED_WINDOW(scrolled), view);
    gtk_scrolled_window_set_propagate_natural_height(GTK_SCROLLED_WINDOW(scrolled), TRUE);
    gtk_scrolled_window_set_max_content_height(GTK_SCROLLED_WINDOW(scrolled), MOST_HEIGHT);
    gtk_scrolled_window_set_min_content_height(GTK_SCROLLED_WINDOW(scrolled),
                                               height_of(G_LIST_MODEL(selection)));
    return scrolled;
}
