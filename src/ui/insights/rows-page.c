/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/insights/rows-page.h"

#include <glib/gi18n-lib.h>

#include "ui/kit/list-width.h"
#include "ui/kit/template.h"
#include "ui/kit/wrapped-label.h"
#include "ui/insights/insights-row.h"

struct _CareRowsPage {
    AdwNavigationPage parent_instance;

    AdwWindowTitle *heading;
    GtkStack *stack;
    GtkListView *list;
};

G_DEFINE_FINAL_TYPE(CareRowsPage, care_rows_page, ADW_TYPE_NAVIGATION_PAGE)

static void
on_row_activated(CareRowsPage *self, guint position)
{
    g_autoptr(CareInsightsRow) row
        = g_list_model_get_item(G_LIST_MODEL(gtk_list_view_get_model(self->list)), position);

    if (row != NULL && care_insights_row_get_kind(row) != NULL)
        gtk_widget_activate_action(GTK_WIDGET(self), "win.open", "(sx)", care_insights_row_get_kind(row),
                                   care_insights_row_get_id(row));
}

/* Title over facts, the value at the end. */
static void
on_setup(CareRowsPage *self, GtkListItem *item)
{
    GtkWidget *row = gtk_box_new(GTK_ORIENTATION_HORIZONTAL, 12);
    GtkWidget *words = gtk_box_new(GTK_ORIENTATION_VERTICAL, 3);
    GtkWidget *value;

    gtk_widget_set_margin_start(row, 6);
    gtk_widget_set_margin_end(row, 6);
    gtk_widget_set_margin_top(row, 6);
    gtk_widget_set_margin_bottom(row, 6);
    gtk_widget_set_hexpand(words, TRUE);
    gtk_widget_set_valign(words, GTK_ALIGN_CENTER);
    gtk_box_append(GTK_BOX(row), words);
    care_wrapped_label_append(words, NULL);
    care_wrapped_label_append(words, "caption dimmed");
    value = gtk_label_new(NULL); /* "8 of 10" stays in one line, however long the words are */
    gtk_widget_add_css_class(value, "numeric");
    gtk_widget_set_valign(value, GTK_ALIGN_CENTER);
    gtk_box_append(GTK_BOX(row), value);
    gtk_list_item_set_child(item, row);
}

static void
show_text(GtkWidget *label, const char *text)
{
    gtk_label_set_text(GTK_LABEL(label), text != NULL ? text : "");
    gtk_widget_set_visible(label, text != NULL);
}

static void
on_bind(CareRowsPage *self, GtkListItem *item)
{
    CareInsightsRow *row = gtk_list_item_get_item(item);
    GtkWidget *words = gtk_widget_get_first_child(gtk_list_item_get_child(item));
    GtkWidget *title = gtk_widget_get_first_child(words);

    show_text(title, care_insights_row_get_title(row));
    show_text(gtk_widget_get_next_sibling(title), care_insights_row_get_subtitle(row));
    show_text(gtk_widget_get_next_sibling(words), care_insights_row_get_value(row));
    gtk_list_item_set_activatable(item, care_insights_row_get_kind(row) != NULL);
    gtk_list_item_set_accessible_label(item, care_insights_row_get_title(row));
    if (care_insights_row_get_subtitle(row) != NULL)
        gtk_list_item_set_accessible_description(item, care_insights_row_get_subtitle(row));
}

static void
care_rows_page_class_init(CareRowsPageClass *klass)
{
    CARE_TEMPLATE(klass, "insights/rows-page.ui");
    CARE_TEMPLATE_CHILDREN(klass, CareRowsPage, heading, stack, list);
    CARE_TEMPLATE_CALLBACKS(klass, on_row_activated, on_setup, on_bind);
}

static void
care_rows_page_init(CareRowsPage *self)
{
    gtk_widget_init_template(GTK_WIDGET(self));
    care_list_width_set(GTK_WIDGET(self));
}

/**
 * care_rows_page_new:
 * @title: what the rows are, "January to March 2026, 13 answers of 9–10"
 * @subtitle: (nullable): under it
 * @rows: (element-type CareInsightsRow) (transfer none): may still grow
 */
CareRowsPage *
care_rows_page_new(const char *title, const char *subtitle, GListModel *rows)
{
    CareRowsPage *self = g_object_new(CARE_TYPE_ROWS_PAGE, "title", title, NULL);
    g_autoptr(GtkSelectionModel) selection = GTK_SELECTION_MODEL(gtk_no_selection_new(g_object_ref(rows)));

    adw_window_title_set_title(self->heading, title);
    adw_window_title_set_subtitle(self->heading, subtitle != NULL ? subtitle : "");
    gtk_list_view_set_model(self->list, selection);
    gtk_accessible_update_property(GTK_ACCESSIBLE(self->list), GTK_ACCESSIBLE_PROPERTY_LABEL, title, -1);
    gtk_stack_set_visible_child_name(self->stack, g_list_model_get_n_items(rows) > 0 ? "rows" : "none");
    return self;
}
