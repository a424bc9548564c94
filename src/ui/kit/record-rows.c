/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/kit/record-rows.h"

#include "ui/kit/slots.h"

#define KEY "care-record-rows"

/* What a view needs to make and fill its rows; lives as long as the view. */
typedef struct {
    const CareRecordRows *rows;
    gpointer place;
    GHashTable
        *items; /* of GtkListItem: those bound right now, with the record (owned, nullable) each shows */
    GHashTable *stale; /* of GtkListItem: those whose record was changed since they were shown */
    guint showing;     /* the source that shows those anew */
} Installed;

static void
installed_free(gpointer data)
{
    Installed *self = data;

    g_clear_handle_id(&self->showing, g_source_remove);
    g_hash_table_unref(self->stale);
    g_hash_table_unref(self->items);
    g_free(self);
}

static void show(Installed *self, GtkListItem *item);

static gboolean
show_stale(gpointer data)
{
    Installed *self = data;
    g_autoptr(GPtrArray) stale = g_hash_table_steal_all_keys(self->stale);

    self->showing = 0;
    for (guint i = 0; i < stale->len; i++)
        if (g_hash_table_contains(self->items, stale->pdata[i]))
            show(self, stale->pdata[i]);
    return G_SOURCE_REMOVE;
}

/* A record that is read anew tells of each of its fields; its row is shown once, with what it is called. */
static void
on_record_changed(GtkListItem *item)
{
    Installed *self = g_object_get_data(G_OBJECT(item), KEY);

    g_hash_table_add(self->stale, item);
    if (self->showing == 0)
        self->showing = g_idle_add_full(G_PRIORITY_HIGH_IDLE, show_stale, self, NULL);
}

/* NULL: none any more. */
static void
follow(Installed *self, GtkListItem *item, CareRecord *record)
{
    CareRecord *before = g_hash_table_lookup(self->items, item);

    if (before == record)
        return;
    if (before)
        g_signal_handlers_disconnect_by_func(before, on_record_changed, item);
    if (record)
        g_signal_connect_swapped(record, "notify", G_CALLBACK(on_record_changed), item);
    g_hash_table_insert(self->items, item, record ? g_object_ref(record) : NULL);
}

static void
clear_record(gpointer record)
{
    g_clear_object(&record);
}

static void
show(Installed *self, GtkListItem *item)
{
    gpointer at = gtk_list_item_get_item(item);
    CareRecord *record = CARE_IS_SLOT(at) ? care_slot_get_item(at) : at;
    GtkWidget *row = gtk_list_item_get_child(item);
    const char *spoken = self->rows->show(row, record, self->place);

    if (CARE_IS_SLOT(at))
        gtk_widget_set_visible(gtk_widget_get_parent(row), record != NULL);
    if (record)
        gtk_list_item_set_accessible_label(item, spoken);
    follow(self, item, record);
}

static void
on_slot(GtkListItem *item)
{
    show(g_object_get_data(G_OBJECT(item), KEY), item);
}

static void
on_setup(Installed *self, GtkListItem *item)
{
    g_object_set_data(G_OBJECT(item), KEY, self);
    gtk_list_item_set_child(item, self->rows->make(self->place));
}

static void
on_bind(Installed *self, GtkListItem *item)
{
    gpointer at = gtk_list_item_get_item(item);

    show(self, item);
    if (CARE_IS_SLOT(at))
        g_signal_connect_swapped(at, "notify::item", G_CALLBACK(on_slot), item);
}

static void
on_unbind(Installed *self, GtkListItem *item)
{
    follow(self, item, NULL);
    g_signal_handlers_disconnect_by_data(gtk_list_item_get_item(item), item);
    g_hash_table_remove(self->items, item);
    self->rows->show(gtk_list_item_get_child(item), NULL, self->place);
}

void
care_record_rows_refresh(GtkListView *view)
{
    Installed *self = g_object_get_data(G_OBJECT(view), KEY);
    GHashTableIter iter;
    gpointer item;

    g_hash_table_iter_init(&iter, self->items);
    while (g_hash_table_iter_next(&iter, &item, NULL))
        show(self, item);
}

static void
on_store_changed(GtkListView *view, CareChangeSet *changes)
{
    Installed *self = g_object_get_data(G_OBJECT(view), KEY);

    if (self->rows->depends && care_change_set_touches(changes, self->rows->depends))
        care_record_rows_refresh(view);
}

void
care_record_rows_install(GtkListView *view, const CareRecordRows *rows, CareStore *store, gpointer place)
{
    g_autoptr(GtkListItemFactory) factory = gtk_signal_list_item_factory_new();
    Installed *self = g_new0(Installed, 1);

    self->rows = rows;
    self->place = place;
    self->items = g_hash_table_new_full(NULL, NULL, NULL, clear_record);
    self->stale = g_hash_table_new(NULL, NULL);
    g_object_set_data_full(G_OBJECT(view), KEY, self, installed_free);
    g_signal_connect_swapped(factory, "setup", G_CALLBACK(on_setup), self);
    g_signal_connect_swapped(factory, "bind", G_CALLBACK(on_bind), self);
    g_signal_connect_swapped(factory, "unbind", G_CALLBACK(on_unbind), self);
    gtk_list_view_set_factory(view, factory);
    g_signal_connect_object(store, "changed", G_CALLBACK(on_store_changed), view, G_CONNECT_SWAPPED);
}

void
care_record_rows_set_list(GtkListView *view, GListModel *list)
{
    g_autoptr(GtkSelectionModel) selection
        = list ? GTK_SELECTION_MODEL(gtk_no_selection_new(g_object_ref(list))) : NULL;

    gtk_list_view_set_model(view, selection);
}

guint
care_record_rows_screenful(GtkListView *view)
{
    GtkWidget *row = gtk_widget_get_first_child(GTK_WIDGET(view));
    int height = row ? gtk_widget_get_height(row) : 0;

    return height > 0 ? (guint)(gtk_widget_get_height(GTK_WIDGET(view)) / height + 2) : 0;
}
