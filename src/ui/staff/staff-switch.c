/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/staff/staff-switch.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

#include "model/staff.h"
#include "service/flow.h"
#include "ui/kit/toast.h"

struct _CareStaffSwitch {
    GObject parent_instance;

    GtkWidget *window; /* owns us */
    CareContext *context;
    CareStore *store;
    gulong changed_handler;
    GSimpleActionGroup *actions;
};

G_DEFINE_FINAL_TYPE(CareStaffSwitch, care_staff_switch, G_TYPE_OBJECT)

/* More are no menu. */
#define MOST_STAFF 100

static GPtrArray *
read_staff(CareStaffSwitch *self)
{
    return care_store_get_all(self->store, &care_staff_kind, MOST_STAFF, NULL);
}

static void
update_menu(CareStaffSwitch *self)
{
    g_autoptr(GPtrArray) staff = read_staff(self);
    g_autoptr(GMenu) menu = g_menu_new();
    g_autoptr(GMenu) people = g_menu_new();
    g_autoptr(GMenu) more = g_menu_new();

    for (guint i = 0; staff && i < staff->len; i++) {
        g_autoptr(GMenuItem) item = g_menu_item_new(care_record_text(staff->pdata[i], CARE_STAFF_NAME), NULL);

        g_menu_item_set_action_and_target(item, "staff.switch", "x", care_record_id(staff->pdata[i]));
        g_menu_append_item(people, item);
    }
    g_menu_append(more, _("_Add Person…"), "win.add-person");
    g_menu_append_section(menu, NULL, G_MENU_MODEL(people));
    g_menu_append_section(menu, NULL, G_MENU_MODEL(more));
    care_context_set_staff_menu(self->context, staff && staff->len > 0 ? G_MENU_MODEL(menu) : NULL);
}

static gboolean
write_actor(CareTransaction *transaction, gpointer data, GError **error)
{
    return care_transaction_set_setting(transaction, CARE_SETTING_ACTOR, data, error);
}

static void
on_actor_written(GObject *source, GAsyncResult *result, gpointer data)
{
    g_autoptr(CareStaffSwitch) self = data;
    g_autoptr(GError) error = NULL;

    if (!care_store_write_finish(CARE_STORE(source), result, &error))
        care_toast_error(self->window, error);
}

static void
switch_to(CareStaffSwitch *self, CareId person)
{
    g_action_group_change_action_state(G_ACTION_GROUP(self->actions), "switch", g_variant_new_int64(person));
}

static void
on_switch(GSimpleAction *action, GVariant *state, gpointer user_data)
{
    CareStaffSwitch *self = user_data;
    CareId person = g_variant_get_int64(state);

    g_simple_action_set_state(action, state);
    if (care_store_actor(self->store) == person)
        return;
    care_store_set_actor(self->store, person);
    care_context_refresh_names(self->context);
    care_store_write_async(self->store, CARE_PRIORITY_INTERACTIVE, write_actor, care_id_to_string(person),
                           g_free, NULL, on_actor_written, g_object_ref(self));
}

typedef struct {
    CareStaffSwitch *self;
    CareRecord *person;
} Adding;

static void
on_added(GObject *source, GAsyncResult *result, gpointer data)
{
    g_autofree Adding *adding = data;
    g_autoptr(CareStaffSwitch) self = adding->self;
    g_autoptr(CareRecord) person = adding->person;
    g_autoptr(GError) error = NULL;

    if (!care_flow_save_finish(CARE_STORE(source), result, &error))
        care_toast_error(self->window, error);
    else if (care_store_actor(self->store) == 0)
        switch_to(self, care_record_id(person));
}

static void
on_answer(GObject *source, GAsyncResult *result, gpointer data)
{
    g_autoptr(CareStaffSwitch) self = data;
    GtkEditable *entry = g_object_get_data(source, "care-entry");
    g_autofree char *name = g_strstrip(g_strdup(gtk_editable_get_text(entry)));
    Adding *adding;

    if (g_strcmp0(adw_alert_dialog_choose_finish(ADW_ALERT_DIALOG(source), result), "add") != 0
        || *name == '\0')
        return;
    adding = g_new(Adding, 1);
    adding->self = g_object_ref(self);
    adding->person = CARE_RECORD(care_staff_new());
    care_record_set_text(adding->person, CARE_STAFF_NAME, name);
    care_flow_save_async(self->store, adding->person, NULL, NULL, on_added, adding);
}

static void
on_name_changed(GtkEditable *entry, AdwAlertDialog *alert)
{
    g_autofree char *name = g_strstrip(g_strdup(gtk_editable_get_text(entry)));

    adw_alert_dialog_set_response_enabled(alert, "add", *name != '\0');
}

/* Asks for a name. The first person who is named is the one at the counter. */
void
care_staff_switch_add_person(CareStaffSwitch *self)
{
    AdwDialog *dialog = adw_alert_dialog_new(
        _("Who Else Works Here?"), _("Their name stands beside what they do, and on papers as the contact "
                                     "person. There is no password."));
    AdwAlertDialog *alert = ADW_ALERT_DIALOG(dialog);
    GtkWidget *list = gtk_list_box_new();
    GtkWidget *entry = adw_entry_row_new();

    adw_preferences_row_set_title(ADW_PREFERENCES_ROW(entry), _("Name"));
    adw_entry_row_set_activates_default(ADW_ENTRY_ROW(entry), TRUE);
    gtk_list_box_set_selection_mode(GTK_LIST_BOX(list), GTK_SELECTION_NONE);
    gtk_widget_add_css_class(list, "boxed-list");
    gtk_list_box_append(GTK_LIST_BOX(list), entry);
    adw_alert_dialog_set_extra_child(alert, list);
    g_object_set_data(G_OBJECT(dialog), "care-entry", entry);
    g_signal_connect_object(entry, "changed", G_CALLBACK(on_name_changed), alert, 0);

    adw_alert_dialog_add_responses(alert, "cancel", _("Cancel"), "add", _("Add Person"), NULL);
    adw_alert_dialog_set_response_appearance(alert, "add", ADW_RESPONSE_SUGGESTED);
    adw_alert_dialog_set_response_enabled(alert, "add", FALSE);
    adw_alert_dialog_set_default_response(alert, "add");
    adw_alert_dialog_set_close_response(alert, "cancel");
    adw_alert_dialog_choose(alert, self->window, NULL, on_answer, g_object_ref(self));
    gtk_widget_grab_focus(entry);
}

static void
on_store_changed(CareStaffSwitch *self, CareChangeSet *changes)
{
    if (care_change_set_has_kind(changes, "staff"))
        update_menu(self);
}

static void
care_staff_switch_finalize(GObject *object)
{
    CareStaffSwitch *self = CARE_STAFF_SWITCH(object);

    g_clear_signal_handler(&self->changed_handler, self->store);
    g_object_unref(self->actions);
    g_object_unref(self->store);
    g_object_unref(self->context);
    G_OBJECT_CLASS(care_staff_switch_parent_class)->finalize(object);
}

static void
care_staff_switch_class_init(CareStaffSwitchClass *klass)
{
    G_OBJECT_CLASS(klass)->finalize = care_staff_switch_finalize;
}

static void
care_staff_switch_init(CareStaffSwitch *self)
{
}

/* window is not referenced: it owns the switch. */
CareStaffSwitch *
care_staff_switch_new(GtkWidget *window, CareContext *context)
{
    static const GActionEntry entries[] = { { "switch", NULL, "x", "int64 0", on_switch } };
    CareStaffSwitch *self = g_object_new(CARE_TYPE_STAFF_SWITCH, NULL);
    GAction *action;

    self->window = window;
    self->context = g_object_ref(context);
    self->store = g_object_ref(care_context_get_store(context));
    self->actions = g_simple_action_group_new();
    g_action_map_add_action_entries(G_ACTION_MAP(self->actions), entries, G_N_ELEMENTS(entries), self);
    action = g_action_map_lookup_action(G_ACTION_MAP(self->actions), "switch");
    g_simple_action_set_state(G_SIMPLE_ACTION(action), g_variant_new_int64(care_store_actor(self->store)));
    gtk_widget_insert_action_group(window, "staff", G_ACTION_GROUP(self->actions));
    self->changed_handler
        = g_signal_connect_swapped(self->store, "changed", G_CALLBACK(on_store_changed), self);
    update_menu(self);
    return self;
}
