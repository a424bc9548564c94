/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/preferences/staff-page.h"

#include <glib/gi18n-lib.h>

#include "model/staff.h"
#include "ui/kit/plain-row.h"
#include "ui/staff/staff-dialog.h"

/* Owned by the group. */
typedef struct {
    AdwPreferencesDialog *dialog; /* outlives it */
    CareContext *context;
    AdwPreferencesGroup *group;
    GPtrArray *rows; /* of the people */
    GtkWidget *add;  /* the last row: whoever has added one goes on there */
    gulong handler;
} List;

static void
list_free(gpointer data)
{
    List *self = data;

    g_clear_signal_handler(&self->handler, care_context_get_store(self->context));
    g_object_unref(self->context);
    g_ptr_array_unref(self->rows);
    g_object_unref(self->add);
    g_free(self);
}

static void
on_row(GtkWidget *row, gpointer data)
{
    List *self = data;
    CareRecord *person = g_object_get_data(G_OBJECT(row), "care-person");

    care_staff_dialog_present(GTK_WIDGET(self->dialog), self->context, person);
}

static void
add_person(List *self, CareRecord *person)
{
    g_autofree char *name = care_record_title(person);
    const char *role = care_record_text(person, CARE_STAFF_ROLE);
    GtkWidget *row = care_plain_row_new(name, role ? role : "");

    care_plain_row_lead_on(row);
    g_object_set_data_full(G_OBJECT(row), "care-person", g_object_ref(person), g_object_unref);
    g_signal_connect(row, "activated", G_CALLBACK(on_row), self);
    adw_preferences_group_add(self->group, row);
    g_ptr_array_add(self->rows, row);
}

static void
fill(List *self)
{
    g_autoptr(GPtrArray) people
        = care_store_get_all(care_context_get_store(self->context), &care_staff_kind, 0, NULL);

    adw_preferences_group_remove(self->group, self->add);
    for (guint i = 0; i < self->rows->len; i++)
        adw_preferences_group_remove(self->group, self->rows->pdata[i]);
    g_ptr_array_set_size(self->rows, 0);
    for (guint i = 0; people != NULL && i < people->len; i++)
        add_person(self, people->pdata[i]);
    adw_preferences_group_add(self->group, self->add);
}

static GtkWidget *
add_row_new(List *self)
{
    GtkWidget *row = adw_button_row_new();

    adw_preferences_row_set_title(ADW_PREFERENCES_ROW(row), _("Add Colleague"));
    adw_button_row_set_start_icon_name(ADW_BUTTON_ROW(row), "list-add-symbolic");
    g_signal_connect(row, "activated", G_CALLBACK(on_row), self);
    return row;
}

static void
on_store_changed(List *self, CareChangeSet *changes)
{
    if (care_change_set_has_kind(changes, care_staff_kind.name))
        fill(self);
}

static GtkWidget *
group_new(AdwPreferencesDialog *dialog, CareContext *context)
{
    GtkWidget *group = adw_preferences_group_new();
    List *self = g_new0(List, 1);

    self->dialog = dialog;
    self->context = g_object_ref(context);
    self->group = ADW_PREFERENCES_GROUP(group);
    self->rows = g_ptr_array_new();
    self->add = g_object_ref_sink(add_row_new(self));
    adw_preferences_group_add(self->group, self->add);
    adw_preferences_group_set_title(self->group, _("Staff"));
    adw_preferences_group_set_description(
        self->group, _("Who works here. The customer’s contact appears on every document."));
    g_object_set_data_full(G_OBJECT(group), "care-list", self, list_free);
    self->handler = g_signal_connect_swapped(care_context_get_store(context), "changed",
                                             G_CALLBACK(on_store_changed), self);
    fill(self);
    return group;
}

AdwPreferencesPage *
care_staff_page_new(AdwPreferencesDialog *dialog, CareContext *context)
{
    AdwPreferencesPage *page = ADW_PREFERENCES_PAGE(adw_preferences_page_new());

    adw_preferences_page_set_title(page, _("Staff"));
    adw_preferences_page_set_icon_name(page, "care-people-symbolic");
    adw_preferences_page_add(page, ADW_PREFERENCES_GROUP(group_new(dialog, context)));
    return page;
}
