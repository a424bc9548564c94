/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/today/due-group.h"

#include <glib/gi18n-lib.h>

#include "ui/kit/list-keys.h"
#include "ui/kit/template.h"

/* What fits a morning; a shop that was closed for a month may have more. */
#define FIRST_ROWS 30

struct _CareDueGroup {
    AdwBin parent_instance;

    GtkSizeGroup *buttons;
    CareClock *clock;
    GPtrArray *items; /* copies: for "show all" */
    GHashTable *rows; /* id -> CareDueRow, none owned */
    guint limit;
    gboolean narrow;

    GtkLabel *title;
    GtkLabel *description;
    GtkListBox *list;
    GtkWidget *more; /* the last row, offered when there are more lines than shown */
};

enum {
    ROW_ADDED,
    N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE(CareDueGroup, care_due_group, ADW_TYPE_BIN)

static void
care_due_group_dispose(GObject *object)
{
    CareDueGroup *self = CARE_DUE_GROUP(object);

    adw_bin_set_child(ADW_BIN(object), NULL);
    gtk_widget_dispose_template(GTK_WIDGET(object), CARE_TYPE_DUE_GROUP);
    g_clear_object(&self->buttons);
    g_clear_object(&self->clock);
    G_OBJECT_CLASS(care_due_group_parent_class)->dispose(object);
}

static void
care_due_group_finalize(GObject *object)
{
    CareDueGroup *self = CARE_DUE_GROUP(object);

    g_hash_table_unref(self->rows);
    g_ptr_array_unref(self->items);
    G_OBJECT_CLASS(care_due_group_parent_class)->finalize(object);
}

static void
care_due_group_class_init(CareDueGroupClass *klass)
{
    GObjectClass *object_class = G_OBJECT_CLASS(klass);

    object_class->dispose = care_due_group_dispose;
    object_class->finalize = care_due_group_finalize;
    signals[ROW_ADDED] = g_signal_new("row-added", G_TYPE_FROM_CLASS(klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                      NULL, G_TYPE_NONE, 1, CARE_TYPE_DUE_ROW);
    CARE_TEMPLATE(klass, "today/due-group.ui");
    CARE_TEMPLATE_CHILDREN(klass, CareDueGroup, title, description, list);
}

static void
item_free(gpointer item)
{
    care_due_item_free(item);
}

static void
care_due_group_init(CareDueGroup *self)
{
    gtk_widget_init_template(GTK_WIDGET(self));
    care_list_keys_tab_by_item(self->list);
    self->rows = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
    self->items = g_ptr_array_new_with_free_func(item_free);
    self->limit = FIRST_ROWS;
}

CareDueGroup *
care_due_group_new(const char *title, GtkSizeGroup *buttons)
{
    CareDueGroup *self = g_object_new(CARE_TYPE_DUE_GROUP, NULL);

    self->buttons = g_object_ref(buttons);
    gtk_label_set_text(self->title, title);
    gtk_accessible_update_property(GTK_ACCESSIBLE(self), GTK_ACCESSIBLE_PROPERTY_LABEL, title, -1);
    gtk_accessible_update_property(GTK_ACCESSIBLE(self->list), GTK_ACCESSIBLE_PROPERTY_LABEL, title, -1);
    return self;
}

/* NULL for none. */
void
care_due_group_set_description(CareDueGroup *self, const char *description)
{
    g_return_if_fail(CARE_IS_DUE_GROUP(self));
    gtk_label_set_text(self->description, description ? description : "");
    gtk_widget_set_visible(GTK_WIDGET(self->description), description != NULL);
}

static GtkWidget *
add_row(CareDueGroup *self, const CareDueItem *item, int position)
{
    GtkWidget *row = care_due_row_new(self->buttons);

    care_due_row_set_narrow(CARE_DUE_ROW(row), self->narrow);
    gtk_list_box_insert(self->list, row, position);
    g_hash_table_insert(self->rows, g_strdup(item->id), row);
    g_signal_emit(self, signals[ROW_ADDED], 0, row);
    return row;
}

static void
move_row(CareDueGroup *self, GtkWidget *row, int position)
{
    g_autoptr(GtkWidget) held = g_object_ref(row);

    gtk_list_box_remove(self->list, held);
    gtk_list_box_insert(self->list, held, position);
}

static void
place_item(CareDueGroup *self, const CareDueItem *item, int position)
{
    GtkWidget *row = g_hash_table_lookup(self->rows, item->id);

    if (!row)
        row = add_row(self, item, position);
    else if (gtk_list_box_row_get_index(GTK_LIST_BOX_ROW(row)) != position)
        move_row(self, row, position);
    care_due_row_set_item(CARE_DUE_ROW(row), item, self->clock);
}

/* Lines that are gone go first: then those that stay are mostly in place already. */
static gboolean
drop_missing(CareDueGroup *self, guint n)
{
    g_autoptr(GHashTable) wanted = g_hash_table_new(g_str_hash, g_str_equal);
    GHashTableIter iter;
    gpointer id, row;
    gboolean had_focus = FALSE;

    for (guint i = 0; i < n; i++)
        g_hash_table_add(wanted, ((CareDueItem *)self->items->pdata[i])->id);
    g_hash_table_iter_init(&iter, self->rows);
    while (g_hash_table_iter_next(&iter, &id, &row)) {
        if (g_hash_table_contains(wanted, id))
            continue;
        had_focus |= gtk_widget_get_focus_child(GTK_WIDGET(self->list)) == row;
        gtk_list_box_remove(self->list, row);
        g_hash_table_iter_remove(&iter);
    }
    return had_focus;
}

static void show_items(CareDueGroup *self);

static void
on_more(CareDueGroup *self)
{
    self->limit = G_MAXUINT;
    show_items(self);
}

static void
update_more(CareDueGroup *self)
{
    g_autofree char *label = NULL;

    if (self->more) {
        gtk_list_box_remove(self->list, self->more);
        self->more = NULL;
    }
    if (self->items->len <= self->limit)
        return;
    label = g_strdup_printf(ngettext("Show All %u", "Show All %u", self->items->len), self->items->len);
    self->more = adw_button_row_new();
    adw_preferences_row_set_title(ADW_PREFERENCES_ROW(self->more), label);
    g_signal_connect_swapped(self->more, "activated", G_CALLBACK(on_more), self);
    gtk_list_box_append(self->list, self->more);
}

static void
show_items(CareDueGroup *self)
{
    GtkWidget *focus = gtk_widget_get_focus_child(GTK_WIDGET(self->list));
    int at = focus && GTK_IS_LIST_BOX_ROW(focus) ? gtk_list_box_row_get_index(GTK_LIST_BOX_ROW(focus)) : 0;
    guint n = MIN(self->items->len, self->limit);
    gboolean lost_focus = drop_missing(self, n);

    for (guint i = 0; i < n; i++)
        place_item(self, self->items->pdata[i], (int)i);
    update_more(self);
    gtk_widget_set_visible(GTK_WIDGET(self), n > 0);
    if (lost_focus && n > 0)
        gtk_widget_grab_focus(GTK_WIDGET(gtk_list_box_get_row_at_index(self->list, MIN(at, (int)n - 1))));
}

/* items: CareDueItem, copied. */
void
care_due_group_set_items(CareDueGroup *self, GPtrArray *items, CareClock *clock)
{
    g_return_if_fail(CARE_IS_DUE_GROUP(self));
    g_set_object(&self->clock, clock);
    g_ptr_array_set_size(self->items, 0);
    for (guint i = 0; i < items->len; i++)
        g_ptr_array_add(self->items, care_due_item_copy(items->pdata[i]));
    show_items(self);
}

void
care_due_group_set_narrow(CareDueGroup *self, gboolean narrow)
{
    GHashTableIter iter;
    gpointer row;

    g_return_if_fail(CARE_IS_DUE_GROUP(self));
    self->narrow = narrow;
    g_hash_table_iter_init(&iter, self->rows);
    while (g_hash_table_iter_next(&iter, NULL, &row))
        care_due_row_set_narrow(row, narrow);
}

/* The row of a line, or NULL. */
CareDueRow *
care_due_group_find(CareDueGroup *self, const char *id)
{
    g_return_val_if_fail(CARE_IS_DUE_GROUP(self), NULL);
    return g_hash_table_lookup(self->rows, id);
}
