/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/staff/staff-switch.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

#include "model/staff.h"
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
    g_menu_append(more, _("_Add Colleague…"), "win.add-person");
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

static gboolean
is_there(CareStaffSwitch *self, CareId person)
{
    g_autoptr(CareRecord) staff = person ? care_store_get(self->store, &care_staff_kind, person, NULL) : NULL;

    return staff && care_record_stamp(staff).deleted == 0;
}

/* Who was last said to be at the counter. */
static CareId
written_actor(CareStaffSwitch *self)
{
    g_autofree char *text = care_store_setting(self->store, CARE_SETTING_ACTOR);
    CareId person = 0;

    return text && care_id_parse(text, &person) ? person : 0;
}

/* Whoever was deleted stands at no counter; brought back, they are there again unless somebody else is. */
static void
follow_deleted(CareStaffSwitch *self)
{
    CareId actor = care_store_actor(self->store);
    CareId now = is_there(self, actor) ? actor : written_actor(self);
    GAction *action = g_action_map_lookup_action(G_ACTION_MAP(self->actions), "switch");

    if (!is_there(self, now))
        now = 0;
    if (now == actor)
        return;
    g_simple_action_set_state(G_SIMPLE_ACTION(action), g_variant_new_int64(now));
    care_store_set_actor(self->store, now);
    care_context_refresh_names(self->context);
}

static void
on_store_changed(CareStaffSwitch *self, CareChangeSet *changes)
{
    if (!care_change_set_has_kind(changes, "staff"))
        return;
    follow_deleted(self);
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
    follow_deleted(self);
    update_menu(self);
    return self;
}
