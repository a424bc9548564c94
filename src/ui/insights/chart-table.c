/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/insights/chart-table.h"

#include <glib/gi18n-lib.h>

#include "ui/kit/facts.h"
#include "ui/kit/fit.h"
#include "ui/kit/plain-row.h"

/* Of twelve months, their heading and the sum below them. */
#define MOST_HEIGHT 480
#define ROW_PADDING 6   /* above and below the text of a row, by style.css and the library */
#define CELL_PADDING 24 /* beside that of a cell, or of a heading that can be pressed */
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

static int
width_of(const char *text)
{
    g_autoptr(GtkWidget) label = g_object_ref_sink(gtk_label_new(text));
    int width;

    gtk_widget_add_css_class(label, "numeric");
    gtk_widget_measure(label, GTK_ORIENTATION_HORIZONTAL, -1, NULL, &width, NULL, NULL);
    return width;
}

/* What all columns need beside each other, for the same reason. */
static int
width_of_columns(const CareChartTable *table)
{
    int width = 0;

    for (guint i = 0; i < table->n_columns; i++) {
        int widest = width_of(table->columns[i]);

        for (guint j = 0; j < table->rows->len; j++)
            widest = MAX(widest, width_of(((GStrv)g_ptr_array_index(table->rows, j))[i]));
        width += widest + CELL_PADDING;
    }
    return width;
}

static GtkWidget *
scrolled_new(GtkWidget *child)
{
    GtkWidget *scrolled = gtk_scrolled_window_new();

    gtk_scrolled_window_set_policy(GTK_SCROLLED_WINDOW(scrolled), GTK_POLICY_AUTOMATIC, GTK_POLICY_AUTOMATIC);
    gtk_scrolled_window_set_child(GTK_SCROLLED_WINDOW(scrolled), child);
    gtk_scrolled_window_set_propagate_natural_height(GTK_SCROLLED_WINDOW(scrolled), TRUE);
    gtk_scrolled_window_set_max_content_height(GTK_SCROLLED_WINDOW(scrolled), MOST_HEIGHT);
    return scrolled;
}

static void
call(GtkWidget *widget, CareChart *chart)
{
    gtk_widget_add_css_class(widget, "care-figures");
    gtk_accessible_update_property(GTK_ACCESSIBLE(widget), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                   care_chart_get_title(chart), -1);
}

/* A heading stands over its figures: the library has no word for where it does. */
static void
align_headings(GtkWidget *view)
{
    GtkWidget *heading = gtk_widget_get_first_child(gtk_widget_get_first_child(view));

    while (heading && (heading = gtk_widget_get_next_sibling(heading))) {
        GtkWidget *words = gtk_widget_get_first_child(heading);

        if (words)
            gtk_widget_set_halign(words, GTK_ALIGN_END);
    }
}

static GtkWidget *
columns_new(CareChart *chart)
{
    const CareChartTable *table = care_chart_table(chart);
    GtkSelectionModel *selection = GTK_SELECTION_MODEL(gtk_no_selection_new(rows_of(chart)));
    GtkWidget *view = gtk_column_view_new(selection);
    GtkWidget *scrolled = scrolled_new(view);

    for (guint i = 0; i < table->n_columns; i++) {
        GtkListItemFactory *factory = gtk_signal_list_item_factory_new();
        g_autoptr(GtkColumnViewColumn) column = NULL;

        g_signal_connect(factory, "setup", G_CALLBACK(on_setup), GUINT_TO_POINTER(i));
        g_signal_connect(factory, "bind", G_CALLBACK(on_bind), GUINT_TO_POINTER(i));
        column = gtk_column_view_column_new(table->columns[i], factory);
        gtk_column_view_column_set_expand(column, i == 0);
        gtk_column_view_append_column(GTK_COLUMN_VIEW(view), column);
    }
    align_headings(view);
    gtk_widget_add_css_class(view, "data-table");
    call(view, chart);
    gtk_scrolled_window_set_min_content_height(GTK_SCROLLED_WINDOW(scrolled),
                                               height_of(G_LIST_MODEL(selection)));
    gtk_widget_set_size_request(scrolled, width_of_columns(table), -1);
    return scrolled;
}

/* "Invoiced €1,240.00 · Paid €980.00": the figures of a row, each with the heading of its column. Transfer full. */
static char *
figures_of(const CareChartTable *table, GStrv row)
{
    g_autoptr(GString) figures = g_string_new(NULL);

    for (guint i = 1; i < table->n_columns; i++) {
        /* Translators: the heading of a column, then a figure in it: "Paid €980.00" */
        g_autofree char *figure
            = row[i] && *row[i] ? g_strdup_printf(C_("figure", "%s %s"), table->columns[i], row[i]) : NULL;

        care_facts_add(figures, figure);
    }
    return g_string_free_and_steal(g_steal_pointer(&figures));
}

/* Where columns have no room beside each other, each row stands for itself; the page is scrolled there, and nothing in it. */
static GtkWidget *
rows_new(CareChart *chart)
{
    const CareChartTable *table = care_chart_table(chart);
    GtkWidget *list = gtk_list_box_new();

    gtk_list_box_set_selection_mode(GTK_LIST_BOX(list), GTK_SELECTION_NONE);
    gtk_list_box_set_show_separators(GTK_LIST_BOX(list), TRUE);
    call(list, chart);
    for (guint i = 0; i < table->rows->len; i++) {
        GStrv cells = g_ptr_array_index(table->rows, i);
        g_autofree char *figures = figures_of(table, cells);
        GtkWidget *row = care_plain_row_new(cells[0], figures);

        adw_action_row_set_subtitle_lines(ADW_ACTION_ROW(row), 0);
        gtk_widget_add_css_class(row, "numeric");
        care_plain_row_say_all(row, NULL);
        gtk_list_box_append(GTK_LIST_BOX(list), row);
    }
    return list;
}

/* A table of the chart's figures; in columns as high as its rows up to a limit, then scrolled. */
GtkWidget *
care_chart_table_new(CareChart *chart)
{
    CareFit *fit = g_object_new(CARE_TYPE_FIT, "threshold", 0, NULL);

    care_fit_set_wide(fit, columns_new(chart));
    care_fit_set_narrow(fit, rows_new(chart));
    return GTK_WIDGET(fit);
}
