/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/kit/list-headings.h"

#include "ui/kit/spoken.h"

#define KEY "care-list-headings"
#define HEADING_HEIGHT 60 /* at least; less than it and a row */

/* What a view needs for its headings; lives as long as the view. */
typedef struct {
    GtkListView *view;
    CareListHeadingFunc describe;
    gpointer place;
    GHashTable *headers; /* GtkListHeader: those on screen */
    gboolean rises;
    guint settling; /* the source that shows them anew after the next layout */
} Headings;

static void
headings_free(gpointer data)
{
    Headings *self = data;

    g_clear_handle_id(&self->settling, g_source_remove);
    g_hash_table_unref(self->headers);
    g_free(self);
}

static GtkWidget *
label_new(const char *css_class)
{
    GtkWidget *label = gtk_label_new(NULL);

    gtk_widget_add_css_class(label, css_class);
    g_object_set(label, "xalign", 0.0, "wrap", TRUE, NULL);
    return label;
}

static void
on_setup(Headings *self, GtkListHeader *header)
{
    GtkWidget *box
        = g_object_new(GTK_TYPE_BOX, "spacing", 6, "accessible-role", GTK_ACCESSIBLE_ROLE_HEADING, NULL);
    GtkWidget *count = label_new("dimmed");

    gtk_widget_add_css_class(count, "numeric");
    gtk_box_append(GTK_BOX(box), label_new("heading"));
    gtk_box_append(GTK_BOX(box), count);
    gtk_list_header_set_child(header, box);
}

static void
show(Headings *self, GtkListHeader *header)
{
    GtkWidget *box = gtk_list_header_get_child(header);
    GtkWidget *title = gtk_widget_get_first_child(box);
    GtkWidget *count = gtk_widget_get_last_child(box);
    CareListHeading heading = self->describe(gtk_list_header_get_item(header), self->place);
    g_autofree char *number = heading.count < 0 ? NULL : g_strdup_printf("%d", heading.count);
    g_autofree char *spoken = care_spoken(heading.title, number, care_spoken_end);

    gtk_label_set_text(GTK_LABEL(title), heading.title);
    gtk_label_set_text(GTK_LABEL(count), number ? number : "");
    gtk_widget_set_visible(count, number != NULL);
    gtk_accessible_update_property(GTK_ACCESSIBLE(box), GTK_ACCESSIBLE_PROPERTY_LABEL, spoken,
                                   GTK_ACCESSIBLE_PROPERTY_LEVEL, 2, -1);
}

static void
on_bind(Headings *self, GtkListHeader *header)
{
    g_hash_table_add(self->headers, header);
    show(self, header);
}

static void
on_unbind(Headings *self, GtkListHeader *header)
{
    g_hash_table_remove(self->headers, header);
}

void
care_list_headings_install(GtkListView *view, CareListHeadingFunc describe, gpointer place)
{
    g_autoptr(GtkListItemFactory) factory = gtk_signal_list_item_factory_new();
    Headings *self = g_new0(Headings, 1);

    self->view = view;
    self->describe = describe;
    self->place = place;
    self->headers = g_hash_table_new(NULL, NULL);
    g_object_set_data_full(G_OBJECT(view), KEY, self, headings_free);
    g_signal_connect_swapped(factory, "setup", G_CALLBACK(on_setup), self);
    g_signal_connect_swapped(factory, "bind", G_CALLBACK(on_bind), self);
    g_signal_connect_swapped(factory, "unbind", G_CALLBACK(on_unbind), self);
    gtk_list_view_set_header_factory(view, factory);
    g_signal_connect(view, "map", G_CALLBACK(care_list_headings_rise), NULL);
}

static GtkAdjustment *
height_of(GtkListView *view)
{
    return gtk_scrollable_get_vadjustment(GTK_SCROLLABLE(view));
}

/* How many rows a section has changes while its heading stays; and a view whose rows changed may leave a heading with the
 * first row of another section, until it hears that the sections are other ones. */
static void
show_all(Headings *self)
{
    GtkSelectionModel *rows = gtk_list_view_get_model(self->view);
    GHashTableIter iter;
    gpointer header;

    if (GTK_IS_SECTION_MODEL(rows) && g_list_model_get_n_items(G_LIST_MODEL(rows)) > 0)
        gtk_section_model_sections_changed(GTK_SECTION_MODEL(rows), 0,
                                           g_list_model_get_n_items(G_LIST_MODEL(rows)));
    g_hash_table_iter_init(&iter, self->headers);
    while (g_hash_table_iter_next(&iter, &header, NULL))
        if (gtk_list_header_get_item(header))
            show(self, header);
}

static gboolean
settle(gpointer data)
{
    Headings *self = data;

    self->settling = 0;
    show_all(self);
    if (self->rises && gtk_adjustment_get_value(height_of(self->view)) < HEADING_HEIGHT)
        gtk_adjustment_set_value(height_of(self->view), 0);
    self->rises = FALSE;
    return G_SOURCE_REMOVE;
}

static void
settle_later(GtkListView *view, gboolean rises)
{
    Headings *self = g_object_get_data(G_OBJECT(view), KEY);

    self->rises = self->rises || rises;
    if (self->settling == 0)
        self->settling = g_idle_add_full(G_PRIORITY_DEFAULT_IDLE, settle, self, NULL);
}

void
care_list_headings_rise(GtkListView *view)
{
    settle_later(view, TRUE);
}

void
care_list_headings_changed(GtkListView *view)
{
    settle_later(view, gtk_adjustment_get_value(height_of(view)) <= 0);
}
