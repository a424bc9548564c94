/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/context.h"

#include "model/staff.h"

struct _CareContext {
    GObject parent_instance;

    CareClock *clock;
    CareStore *store; /* NULL when the shop could not be opened: then no place is made */
    gulong store_handler;
    char *shop_name;
    char *person_name;
    GMenuModel *staff_menu;
    GHashTable *badges; /* place id -> count */
};

enum {
    PROP_CLOCK = 1,
    PROP_STORE,
    PROP_SHOP_NAME,
    PROP_PERSON_NAME,
    PROP_STAFF_MENU,
    N_PROPS,
};

enum {
    BADGE_CHANGED,
    N_SIGNALS,
};

static GParamSpec *properties[N_PROPS];
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE(CareContext, care_context, G_TYPE_OBJECT)

static void
care_context_get_property(GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
    CareContext *self = CARE_CONTEXT(object);

    switch (id) {
    case PROP_CLOCK:
        g_value_set_object(value, self->clock);
        break;
    case PROP_STORE:
        g_value_set_object(value, self->store);
        break;
    case PROP_SHOP_NAME:
        g_value_set_string(value, self->shop_name);
        break;
    case PROP_PERSON_NAME:
        g_value_set_string(value, self->person_name);
        break;
    case PROP_STAFF_MENU:
        g_value_set_object(value, self->staff_menu);
        break;
    default:
        G_OBJECT_WARN_INVALID_PROPERTY_ID(object, id, pspec);
    }
}

static void
care_context_set_property(GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
    CareContext *self = CARE_CONTEXT(object);

    switch (id) {
    case PROP_CLOCK:
        self->clock = g_value_dup_object(value);
        break;
    case PROP_STORE:
        self->store = g_value_dup_object(value);
        break;
    case PROP_STAFF_MENU:
        care_context_set_staff_menu(self, g_value_get_object(value));
        break;
    default:
        G_OBJECT_WARN_INVALID_PROPERTY_ID(object, id, pspec);
    }
}

static void
take_name(CareContext *self, char **name, char *value, guint prop)
{
    if (value && *value == '\0')
        g_clear_pointer(&value, g_free);
    if (g_set_str(name, value))
        g_object_notify_by_pspec(G_OBJECT(self), properties[prop]);
    g_free(value);
}

static char *
read_person_name(CareContext *self)
{
    CareId actor = care_store_actor(self->store);
    g_autoptr(CareRecord) staff = actor ? care_store_get(self->store, &care_staff_kind, actor, NULL) : NULL;

    return staff ? g_strdup(care_record_text(staff, CARE_STAFF_NAME)) : NULL;
}

/* Takes over the names of the shop and of the person at the counter, telling what changed. */
void
care_context_refresh_names(CareContext *self)
{
    g_return_if_fail(CARE_IS_CONTEXT(self));
    if (!self->store)
        return;
    take_name(self, &self->shop_name, care_store_setting(self->store, CARE_SETTING_SHOP_NAME),
              PROP_SHOP_NAME);
    take_name(self, &self->person_name, read_person_name(self), PROP_PERSON_NAME);
}

static void
on_store_changed(CareContext *self, CareChangeSet *changes)
{
    if (care_change_set_has_kind(changes, "setting") || care_change_set_has_kind(changes, "staff"))
        care_context_refresh_names(self);
}

static void
care_context_constructed(GObject *object)
{
    CareContext *self = CARE_CONTEXT(object);

    G_OBJECT_CLASS(care_context_parent_class)->constructed(object);
    if (!self->store)
        return;
    self->store_handler
        = g_signal_connect_swapped(self->store, "changed", G_CALLBACK(on_store_changed), self);
    care_context_refresh_names(self);
}

static void
care_context_finalize(GObject *object)
{
    CareContext *self = CARE_CONTEXT(object);

    if (self->store)
        g_clear_signal_handler(&self->store_handler, self->store);
    g_clear_object(&self->store);
    g_clear_object(&self->clock);
    g_clear_object(&self->staff_menu);
    g_clear_pointer(&self->shop_name, g_free);
    g_clear_pointer(&self->person_name, g_free);
    g_clear_pointer(&self->badges, g_hash_table_unref);

    G_OBJECT_CLASS(care_context_parent_class)->finalize(object);
}

static void
care_context_class_init(CareContextClass *klass)
{
    GObjectClass *object_class = G_OBJECT_CLASS(klass);
    const GParamFlags fixed = G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS;
    const GParamFlags seen = G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;
    const GParamFlags open = G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;

    object_class->get_property = care_context_get_property;
    object_class->set_property = care_context_set_property;
    object_class->constructed = care_context_constructed;
    object_class->finalize = care_context_finalize;

    properties[PROP_CLOCK] = g_param_spec_object("clock", NULL, NULL, CARE_TYPE_CLOCK, fixed);
    properties[PROP_STORE] = g_param_spec_object("store", NULL, NULL, CARE_TYPE_STORE, fixed);
    properties[PROP_SHOP_NAME] = g_param_spec_string("shop-name", NULL, NULL, NULL, seen);
    properties[PROP_PERSON_NAME] = g_param_spec_string("person-name", NULL, NULL, NULL, seen);
    properties[PROP_STAFF_MENU] = g_param_spec_object("staff-menu", NULL, NULL, G_TYPE_MENU_MODEL, open);
    g_object_class_install_properties(object_class, N_PROPS, properties);

    /**
     * CareContext::badge-changed:
     * @place: the id of the place whose count changed
     */
    signals[BADGE_CHANGED] = g_signal_new("badge-changed", G_TYPE_FROM_CLASS(klass), G_SIGNAL_RUN_LAST, 0,
                                          NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
}

static void
care_context_init(CareContext *self)
{
    self->badges = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
}

/* Takes references. store is NULL when the shop could not be opened: then no place may be made. */
CareContext *
care_context_new(CareClock *clock, CareStore *store)
{
    return g_object_new(CARE_TYPE_CONTEXT, "clock", clock, "store", store, NULL);
}

/* Transfer none, like every getter here. */
CareClock *
care_context_get_clock(CareContext *self)
{
    g_return_val_if_fail(CARE_IS_CONTEXT(self), NULL);
    return self->clock;
}

const char *
care_context_get_data_dir(CareContext *self)
{
    g_return_val_if_fail(CARE_IS_CONTEXT(self), NULL);
    return self->store ? care_store_data_dir(self->store) : NULL;
}

CareStore *
care_context_get_store(CareContext *self)
{
    g_return_val_if_fail(CARE_IS_CONTEXT(self), NULL);
    return self->store;
}

const char *
care_context_get_shop_name(CareContext *self)
{
    g_return_val_if_fail(CARE_IS_CONTEXT(self), NULL);
    return self->shop_name;
}

/* The person at the counter; NULL in a one-person shop, which then never sees the switch. */
const char *
care_context_get_person_name(CareContext *self)
{
    g_return_val_if_fail(CARE_IS_CONTEXT(self), NULL);
    return self->person_name;
}

/* The menu behind the person at the counter; NULL while there is nobody to switch to. */
GMenuModel *
care_context_get_staff_menu(CareContext *self)
{
    g_return_val_if_fail(CARE_IS_CONTEXT(self), NULL);
    return self->staff_menu;
}

void
care_context_set_staff_menu(CareContext *self, GMenuModel *menu)
{
    g_return_if_fail(CARE_IS_CONTEXT(self));
    if (g_set_object(&self->staff_menu, menu))
        g_object_notify_by_pspec(G_OBJECT(self), properties[PROP_STAFF_MENU]);
}

/* How many things wait in a place; 0 for none and for places nobody counted. */
guint
care_context_get_badge(CareContext *self, const char *place)
{
    g_return_val_if_fail(CARE_IS_CONTEXT(self), 0);
    return GPOINTER_TO_UINT(g_hash_table_lookup(self->badges, place));
}

/* Counted outside the places, which are made only when they are first seen. */
void
care_context_set_badge(CareContext *self, const char *place, guint count)
{
    g_return_if_fail(CARE_IS_CONTEXT(self));
    g_return_if_fail(place != NULL);

    if (care_context_get_badge(self, place) == count)
        return;
    g_hash_table_insert(self->badges, g_strdup(place), GUINT_TO_POINTER(count));
    g_signal_emit(self, signals[BADGE_CHANGED], 0, place);
}
