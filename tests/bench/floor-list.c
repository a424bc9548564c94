/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
/* The floor of every list: floor-list DB IDS_SQL ROW_SQL shows rows of SQLite, an avatar and a name each, with all ids
 * first and each row read when it is bound. IDS_SQL gives the ids in order, ROW_SQL the text of id ?1. */
#include <sqlite3.h>

#include "floor.h"

#define FLOOR_TYPE_ROWS (floor_rows_get_type())
G_DECLARE_FINAL_TYPE(FloorRows, floor_rows, FLOOR, ROWS, GObject)

struct _FloorRows {
    GObject parent_instance;

    GArray *ids;
    sqlite3_stmt *row;
};

static GType
rows_get_item_type(GListModel *model)
{
    return GTK_TYPE_STRING_OBJECT;
}

static guint
rows_get_n_items(GListModel *model)
{
    return FLOOR_ROWS(model)->ids->len;
}

static gpointer
rows_get_item(GListModel *model, guint position)
{
    FloorRows *self = FLOOR_ROWS(model);

    if (position >= self->ids->len)
        return NULL;
    sqlite3_reset(self->row);
    sqlite3_bind_int64(self->row, 1, g_array_index(self->ids, gint64, position));
    sqlite3_step(self->row);
    return gtk_string_object_new((const char *)sqlite3_column_text(self->row, 0));
}

static void
rows_iface_init(GListModelInterface *iface)
{
    iface->get_item_type = rows_get_item_type;
    iface->get_n_items = rows_get_n_items;
    iface->get_item = rows_get_item;
}

G_DEFINE_FINAL_TYPE_WITH_CODE(FloorRows, floor_rows, G_TYPE_OBJECT,
                              G_IMPLEMENT_INTERFACE(G_TYPE_LIST_MODEL, rows_iface_init))

static void
floor_rows_class_init(FloorRowsClass *klass)
{
}

static void
floor_rows_init(FloorRows *self)
{
    self->ids = g_array_new(FALSE, FALSE, sizeof(gint64));
}

static GListModel *
read_rows(char **arguments)
{
    FloorRows *self = g_object_new(FLOOR_TYPE_ROWS, NULL);
    sqlite3 *handle;
    sqlite3_stmt *ids;

    sqlite3_open(arguments[0], &handle);
    sqlite3_exec(handle, "PRAGMA journal_mode=WAL; PRAGMA foreign_keys=ON", NULL, NULL, NULL);
    sqlite3_prepare_v2(handle, arguments[1], -1, &ids, NULL);
    while (sqlite3_step(ids) == SQLITE_ROW) {
        gint64 id = sqlite3_column_int64(ids, 0);

        g_array_append_val(self->ids, id);
    }
    sqlite3_finalize(ids);
    sqlite3_prepare_v2(handle, arguments[2], -1, &self->row, NULL);
    return G_LIST_MODEL(self);
}

static void
on_setup(GtkSignalListItemFactory *factory, GtkListItem *item)
{
    GtkWidget *box = gtk_box_new(GTK_ORIENTATION_HORIZONTAL, 12);

    gtk_box_append(GTK_BOX(box), adw_avatar_new(32, "", TRUE));
    gtk_box_append(GTK_BOX(box), gtk_label_new(""));
    gtk_list_item_set_child(item, box);
}

static void
on_bind(GtkSignalListItemFactory *factory, GtkListItem *item)
{
    const char *text = gtk_string_object_get_string(gtk_list_item_get_item(item));
    GtkWidget *avatar = gtk_widget_get_first_child(gtk_list_item_get_child(item));

    adw_avatar_set_text(ADW_AVATAR(avatar), text);
    gtk_label_set_text(GTK_LABEL(gtk_widget_get_next_sibling(avatar)), text);
}

static void
activate(GtkApplication *app, char **arguments)
{
    GtkWidget *window = adw_application_window_new(app);
    GtkWidget *view = adw_toolbar_view_new();
    GtkWidget *scrolled = gtk_scrolled_window_new();
    GtkListItemFactory *factory = gtk_signal_list_item_factory_new();
    GtkSelectionModel *selection = GTK_SELECTION_MODEL(gtk_single_selection_new(read_rows(arguments)));

    g_signal_connect(factory, "setup", G_CALLBACK(on_setup), NULL);
    g_signal_connect(factory, "bind", G_CALLBACK(on_bind), NULL);
    gtk_window_set_default_size(GTK_WINDOW(window), 1000, 700);
    adw_toolbar_view_add_top_bar(ADW_TOOLBAR_VIEW(view), adw_header_bar_new());
    gtk_scrolled_window_set_child(GTK_SCROLLED_WINDOW(scrolled), gtk_list_view_new(selection, factory));
    adw_toolbar_view_set_content(ADW_TOOLBAR_VIEW(view), scrolled);
    adw_application_window_set_content(ADW_APPLICATION_WINDOW(window), view);
    floor_measure(window);
    gtk_window_present(GTK_WINDOW(window));
}

int
main(int argc, char **argv)
{
    g_autoptr(AdwApplication) app = adw_application_new("com.example.FloorList", G_APPLICATION_NON_UNIQUE);

    if (argc != 4)
        return 2;
    g_signal_connect(app, "activate", G_CALLBACK(activate), argv + 1);
    return g_application_run(G_APPLICATION(app), 1, argv);
}
