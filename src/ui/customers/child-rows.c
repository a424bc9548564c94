/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/customers/child-rows.h"

#include <glib/gi18n-lib.h>

#include "core/listed.h"
#include "ui/kit/act-name.h"
#include "ui/kit/form.h"
#include "ui/customers/address-row.h"

struct _CareChildRows {
    AdwPreferencesGroup parent_instance;

    CareRecord *record;
    int field;
    GtkWidget *add;
    GPtrArray *rows;   /* widgets, in the order of the list */
    gboolean changing; /* the list, by us: the rows are right already */
};

enum {
    CHANGED,
    N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE(CareChildRows, care_child_rows, ADW_TYPE_PREFERENCES_GROUP)

static GtkWidget *
remove_button_of(GtkWidget *row)
{
    return g_object_get_data(G_OBJECT(row), "care-remove");
}

/* Two phones are told apart by their numbers. */
static void
show_buttons(CareChildRows *self)
{
    for (guint i = 0; i < self->rows->len; i++) {
        GtkWidget *row = self->rows->pdata[i];
        const char *title = adw_preferences_row_get_title(ADW_PREFERENCES_ROW(row));
        const char *text = GTK_IS_EDITABLE(row) ? gtk_editable_get_text(GTK_EDITABLE(row)) : "";
        g_autofree char *whose = care_listed((const char *const[]){ title ? title : "", text, NULL });

        care_act_name_set(remove_button_of(row), _("Remove"), whose);
        /* what is still empty is left out anyway */
        gtk_widget_set_visible(remove_button_of(row), !GTK_IS_EDITABLE(row) || *text);
    }
}

static void
on_edited(CareChildRows *self)
{
    show_buttons(self);
    g_signal_emit(self, signals[CHANGED], 0);
}

static void
on_remove(GtkButton *button, CareChildRows *self)
{
    GtkWidget *row = g_object_get_data(G_OBJECT(button), "care-row");
    guint position;

    if (!g_ptr_array_find(self->rows, row, &position))
        return;
    self->changing = TRUE;
    g_list_store_remove(care_record_list(self->record, self->field), position);
    self->changing = FALSE;
    g_ptr_array_remove_index(self->rows, position);
    adw_preferences_group_remove(ADW_PREFERENCES_GROUP(self), row);
    gtk_widget_grab_focus(self->add);
    on_edited(self);
}

static GtkWidget *
remove_button_new(CareChildRows *self, GtkWidget *row)
{
    GtkWidget *button = gtk_button_new_from_icon_name("user-trash-symbolic");

    gtk_widget_set_tooltip_text(button, _("Remove"));
    gtk_widget_set_valign(button, GTK_ALIGN_CENTER);
    gtk_widget_add_css_class(button, "flat");
    g_object_set_data(G_OBJECT(button), "care-row", row);
    g_object_set_data(G_OBJECT(row), "care-remove", button);
    g_signal_connect_object(button, "clicked", G_CALLBACK(on_remove), self, 0);
    return button;
}

/* The one field of a phone or e-mail address that is typed; an address has several and is a row that unfolds. */
static int
typed_field(const CareKind *kind)
{
    for (guint i = 0; i < kind->n_fields; i++)
        if (kind->fields[i].flags & CARE_FIELD_REQUIRED)
            return (int)i;
    return -1;
}

static GtkWidget *
row_new(CareChildRows *self, CareRecord *child)
{
    const CareKind *kind = care_record_kind(child);
    int field = typed_field(kind);
    GtkWidget *row;
    CareForm *form;

    if (field < 0) {
        row = care_address_row_new(child);
        adw_expander_row_add_suffix(ADW_EXPANDER_ROW(row), remove_button_new(self, row));
    } else {
        const char *label = care_record_text(child, care_kind_find_field(kind, "label"));
        g_autofree char *title = label ? g_strdup_printf("%s · %s", care_kind_label(kind), label)
                                       : g_strdup(care_kind_label(kind));

        row = adw_entry_row_new();
        adw_preferences_row_set_use_markup(ADW_PREFERENCES_ROW(row), FALSE);
        adw_preferences_row_set_title(ADW_PREFERENCES_ROW(row), title);
        adw_entry_row_add_suffix(ADW_ENTRY_ROW(row), remove_button_new(self, row));
    }
    form = field < 0 ? care_form_bind(row, child, NULL) : care_form_bind_row(row, child, field);
    g_signal_connect_object(form, "changed", G_CALLBACK(on_edited), self, G_CONNECT_SWAPPED);
    return row;
}

static void
append_row(CareChildRows *self, CareRecord *child)
{
    GtkWidget *row = row_new(self, child);

    /* the button stays last */
    adw_preferences_group_remove(ADW_PREFERENCES_GROUP(self), self->add);
    adw_preferences_group_add(ADW_PREFERENCES_GROUP(self), row);
    adw_preferences_group_add(ADW_PREFERENCES_GROUP(self), self->add);
    g_ptr_array_add(self->rows, row);
    show_buttons(self);
}

static void
show_all_rows(CareChildRows *self)
{
    guint n = care_record_list_length(self->record, self->field);

    if (self->changing)
        return;
    for (guint i = 0; i < self->rows->len; i++)
        adw_preferences_group_remove(ADW_PREFERENCES_GROUP(self), self->rows->pdata[i]);
    g_ptr_array_set_size(self->rows, 0);
    for (guint i = 0; i < n; i++)
        append_row(self, care_record_list_item(self->record, self->field, i));
}

static void
add_row(CareChildRows *self)
{
    CareRecord *child;

    self->changing = TRUE;
    child = care_record_list_add(self->record, self->field);
    self->changing = FALSE;
    append_row(self, child);
}

static void
on_add(CareChildRows *self)
{
    GtkWidget *row;

    add_row(self);
    row = self->rows->pdata[self->rows->len - 1];
    gtk_widget_grab_focus(CARE_IS_ADDRESS_ROW(row) ? care_address_row_open(CARE_ADDRESS_ROW(row)) : row);
}

static void
care_child_rows_dispose(GObject *object)
{
    CareChildRows *self = CARE_CHILD_ROWS(object);

    if (self->record)
        g_signal_handlers_disconnect_by_data(care_record_list(self->record, self->field), self);
    g_clear_object(&self->record);
    g_clear_object(&self->add);
    G_OBJECT_CLASS(care_child_rows_parent_class)->dispose(object);
}

static void
care_child_rows_finalize(GObject *object)
{
    CareChildRows *self = CARE_CHILD_ROWS(object);

    g_ptr_array_unref(self->rows);
    G_OBJECT_CLASS(care_child_rows_parent_class)->finalize(object);
}

static void
care_child_rows_class_init(CareChildRowsClass *klass)
{
    G_OBJECT_CLASS(klass)->dispose = care_child_rows_dispose;
    G_OBJECT_CLASS(klass)->finalize = care_child_rows_finalize;

    /** CareChildRows::changed: a child was edited or removed */
    signals[CHANGED] = g_signal_new("changed", G_TYPE_FROM_CLASS(klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                    NULL, G_TYPE_NONE, 0);
}

static void
care_child_rows_init(CareChildRows *self)
{
    self->rows = g_ptr_array_new();
    self->add = g_object_ref_sink(adw_button_row_new());
    adw_button_row_set_start_icon_name(ADW_BUTTON_ROW(self->add), "list-add-symbolic");
    g_signal_connect_swapped(self->add, "activated", G_CALLBACK(on_add), self);
    adw_preferences_group_add(ADW_PREFERENCES_GROUP(self), self->add);
}

/* Once. */
void
care_child_rows_bind(CareChildRows *self, CareRecord *record, int field, const char *add_label)
{
    g_return_if_fail(CARE_IS_CHILD_ROWS(self) && !self->record);
    self->record = g_object_ref(record);
    self->field = field;
    adw_preferences_row_set_title(ADW_PREFERENCES_ROW(self->add), add_label);
    show_all_rows(self);
    g_signal_connect_swapped(care_record_list(record, field), "items-changed", G_CALLBACK(show_all_rows),
                             self);
}

GtkWidget *
care_child_rows_first(CareChildRows *self)
{
    g_return_val_if_fail(CARE_IS_CHILD_ROWS(self) && self->record, NULL);
    if (self->rows->len == 0)
        add_row(self);
    return self->rows->pdata[0];
}

GtkWidget *
care_child_rows_get(CareChildRows *self, guint position)
{
    g_return_val_if_fail(CARE_IS_CHILD_ROWS(self) && position < self->rows->len, NULL);
    return self->rows->pdata[position];
}

/* Rows that were added and never filled say nothing and are left out. */
void
care_child_rows_drop_empty(CareRecord *record, int field)
{
    GListStore *list = care_record_list(record, field);

    for (guint i = g_list_model_get_n_items(G_LIST_MODEL(list)); i-- > 0;) {
        g_autoptr(CareRecord) child = g_list_model_get_item(G_LIST_MODEL(list), i);
        const CareKind *kind = care_record_kind(child);
        gboolean empty = TRUE;

        for (guint f = 0; f < kind->n_fields; f++)
            if (care_record_is_set(child, (int)f) && g_strcmp0(kind->fields[f].name, "label") != 0)
                empty = FALSE;
        if (empty)
            g_list_store_remove(list, i);
    }
}
