/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/common/slots.h"

/* What an empty list keeps: more than a screen shows. */
#define KEPT 32

struct _CareSlot {
    GObject parent_instance;

    CareSlots *slots; /* not owned; NULL once the place is gone */
    guint position;
    gpointer item;
};

struct _CareSlots {
    GObject parent_instance;

    GListModel *items;
    guint n;
    gboolean resting; /* the last places of a list that is empty */
    GPtrArray *held;  /* the slots that somebody holds, not owned, by position */
};

enum {
    PROP_ITEM = 1,
    N_PROPS,
};

static GParamSpec *props[N_PROPS];

static void care_slots_list_model_init(GListModelInterface *iface);

G_DEFINE_FINAL_TYPE(CareSlot, care_slot, G_TYPE_OBJECT)
G_DEFINE_FINAL_TYPE_WITH_CODE(CareSlots, care_slots, G_TYPE_OBJECT,
                              G_IMPLEMENT_INTERFACE(G_TYPE_LIST_MODEL, care_slots_list_model_init))

static void
care_slot_get_property(GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
    g_value_set_object(value, CARE_SLOT(object)->item);
}

static void
care_slot_dispose(GObject *object)
{
    CareSlot *self = CARE_SLOT(object);

    if (self->slots)
        g_ptr_array_remove(self->slots->held, self);
    self->slots = NULL;
    g_clear_object(&self->item);
    G_OBJECT_CLASS(care_slot_parent_class)->dispose(object);
}

static void
care_slot_class_init(CareSlotClass *klass)
{
    G_OBJECT_CLASS(klass)->get_property = care_slot_get_property;
    G_OBJECT_CLASS(klass)->dispose = care_slot_dispose;
    props[PROP_ITEM]
        = g_param_spec_object("item", NULL, NULL, G_TYPE_OBJECT, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
    g_object_class_install_properties(G_OBJECT_CLASS(klass), N_PROPS, props);
}

static void
care_slot_init(CareSlot *self)
{
}

gpointer
care_slot_get_item(CareSlot *self)
{
    g_return_val_if_fail(CARE_IS_SLOT(self), NULL);
    return self->item;
}

/* The index in held of the first slot at or behind a position. */
static guint
search_held(CareSlots *self, guint position)
{
    guint low = 0, high = self->held->len;

    while (low < high) {
        guint middle = (low + high) / 2;

        if (((CareSlot *)self->held->pdata[middle])->position < position)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

static GType
care_slots_get_item_type(GListModel *list)
{
    return CARE_TYPE_SLOT;
}

static guint
care_slots_get_n_items(GListModel *list)
{
    return CARE_SLOTS(list)->n;
}

static gpointer
care_slots_get_item(GListModel *list, guint position)
{
    CareSlots *self = CARE_SLOTS(list);
    guint at = search_held(self, position);
    CareSlot *slot = at < self->held->len ? self->held->pdata[at] : NULL;
    gpointer item;

    if (position >= self->n)
        return NULL;
    if (slot && slot->position == position)
        return g_object_ref(slot);
    item = g_list_model_get_item(self->items, position);
    slot = g_object_new(CARE_TYPE_SLOT, NULL);
    slot->slots = self;
    slot->position = position;
    slot->item = item;
    g_ptr_array_insert(self->held, (int)search_held(self, position), slot);
    return slot;
}

static void
care_slots_list_model_init(GListModelInterface *iface)
{
    iface->get_item_type = care_slots_get_item_type;
    iface->get_n_items = care_slots_get_n_items;
    iface->get_item = care_slots_get_item;
}

/* Slots whose place is gone live on with their row until the view has heard of it, outside of this list. */
static void
move_held(CareSlots *self, guint position, guint removed, guint added)
{
    guint first_gone = search_held(self, position + MIN(removed, added));
    guint first_behind = search_held(self, position + removed);

    for (guint i = first_gone; i < first_behind; i++)
        ((CareSlot *)self->held->pdata[i])->slots = NULL;
    for (guint i = first_behind; i < self->held->len; i++)
        ((CareSlot *)self->held->pdata[i])->position += added - removed;
    if (first_behind > first_gone)
        g_ptr_array_remove_range(self->held, first_gone, first_behind - first_gone);
}

/* The places of a run stay as far as both sides of it have some; what they hold is looked up anew. */
static void
change(CareSlots *self, guint position, guint removed, guint added)
{
    guint kept = MIN(removed, added);
    guint first = search_held(self, position);
    guint end = search_held(self, position + kept);
    g_autoptr(GPtrArray) changed = g_ptr_array_new_with_free_func(g_object_unref);

    for (guint i = first; i < end; i++)
        g_ptr_array_add(changed, g_object_ref(self->held->pdata[i]));
    move_held(self, position, removed, added);
    self->n += added - removed;
    for (guint i = 0; i < changed->len; i++) {
        CareSlot *slot = changed->pdata[i];

        g_clear_object(&slot->item);
        slot->item = g_list_model_get_item(self->items, slot->position);
    }
    if (removed != added)
        g_list_model_items_changed(G_LIST_MODEL(self), position + kept, removed - kept, added - kept);
    for (guint i = 0; i < changed->len; i++)
        g_object_notify_by_pspec(changed->pdata[i], props[PROP_ITEM]);
}

static void
on_items_changed(CareSlots *self, guint position, guint removed, guint added)
{
    if (self->resting) {
        self->resting = FALSE;
        change(self, 0, self->n, added);
    } else if (g_list_model_get_n_items(self->items) > 0) {
        change(self, position, removed, added);
    } else {
        self->resting = TRUE;
        if (self->n > KEPT)
            change(self, KEPT, self->n - KEPT, 0);
    }
}

static void
care_slots_dispose(GObject *object)
{
    CareSlots *self = CARE_SLOTS(object);

    if (self->items)
        g_signal_handlers_disconnect_by_data(self->items, self);
    g_clear_object(&self->items);
    for (guint i = 0; i < self->held->len; i++)
        ((CareSlot *)self->held->pdata[i])->slots = NULL;
    g_ptr_array_set_size(self->held, 0);
    G_OBJECT_CLASS(care_slots_parent_class)->dispose(object);
}

static void
care_slots_finalize(GObject *object)
{
    g_ptr_array_unref(CARE_SLOTS(object)->held);
    G_OBJECT_CLASS(care_slots_parent_class)->finalize(object);
}

static void
care_slots_class_init(CareSlotsClass *klass)
{
    G_OBJECT_CLASS(klass)->dispose = care_slots_dispose;
    G_OBJECT_CLASS(klass)->finalize = care_slots_finalize;
}

static void
care_slots_init(CareSlots *self)
{
    self->held = g_ptr_array_new();
}

/* Keeps a reference on the items and follows them. Transfer full. */
CareSlots *
care_slots_new(GListModel *items)
{
    CareSlots *self = g_object_new(CARE_TYPE_SLOTS, NULL);

    self->items = g_object_ref(items);
    self->n = g_list_model_get_n_items(items);
    g_signal_connect_swapped(items, "items-changed", G_CALLBACK(on_items_changed), self);
    return self;
}
