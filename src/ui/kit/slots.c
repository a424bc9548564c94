/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/kit/slots.h"

/* What an empty list keeps: more than a screen shows. */
#define KEPT 32
/* A view makes this many rows, more or less. Places behind them are nobody's, and go at once. */
#define MOST_SPARE 256
/* Spare places go once nobody asks any more, a few at a time, so that the next answer never waits for them. */
#define SETTLE_DELAY_MS 400
#define SETTLE_STEP_MS 20
#define SETTLE_ROWS 8

struct _CareSlot {
    GObject parent_instance;

    CareSlots *slots; /* not owned; NULL once the place is gone */
    guint position;
    gpointer item;
};

struct _CareSlots {
    GObject parent_instance;

    GListModel *items;
    guint n;       /* places: at least as many as there are items */
    guint filled;  /* the places in front, with items; those behind are spare */
    guint holding; /* the places in front that hold something; more than filled in an empty list */
    guint settling;
    GPtrArray *held; /* the slots that somebody holds, not owned, by position */
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

static GPtrArray *
held_between(CareSlots *self, guint first, guint end)
{
    GPtrArray *found = g_ptr_array_new_with_free_func(g_object_unref);

    for (guint i = search_held(self, first); i < self->held->len; i++) {
        if (((CareSlot *)self->held->pdata[i])->position >= end)
            break;
        g_ptr_array_add(found, g_object_ref(self->held->pdata[i]));
    }
    return found;
}

/* What the slots hold is looked up anew; a place behind the last item holds nothing. */
static void
look_up(GPtrArray *slots, GListModel *items)
{
    for (guint i = 0; i < slots->len; i++) {
        CareSlot *slot = slots->pdata[i];

        g_clear_object(&slot->item);
        slot->item = g_list_model_get_item(items, slot->position);
    }
}

static void
tell(GPtrArray *slots)
{
    for (guint i = 0; i < slots->len; i++)
        g_object_notify_by_pspec(slots->pdata[i], props[PROP_ITEM]);
}

/* The places of a run stay as far as both sides of it have some. */
static void
change(CareSlots *self, guint position, guint removed, guint added)
{
    guint kept = MIN(removed, added);
    g_autoptr(GPtrArray) changed = held_between(self, position, position + kept);

    move_held(self, position, removed, added);
    self->n += added - removed;
    look_up(changed, self->items);
    if (removed != added)
        g_list_model_items_changed(G_LIST_MODEL(self), position + kept, removed - kept, added - kept);
    tell(changed);
}

static void
drop_spare(CareSlots *self, guint rows)
{
    guint wanted = self->filled > 0 ? self->filled : MIN(KEPT, self->n);

    rows = MIN(rows, self->n - wanted);
    if (rows > 0)
        change(self, self->n - rows, rows, 0);
}

static gboolean
settle(gpointer data)
{
    CareSlots *self = data;
    guint before = self->n;

    drop_spare(self, SETTLE_ROWS);
    self->settling
        = self->n < before ? g_timeout_add_full(G_PRIORITY_LOW, SETTLE_STEP_MS, settle, self, NULL) : 0;
    return G_SOURCE_REMOVE;
}

static void
settle_later(CareSlots *self)
{
    g_clear_handle_id(&self->settling, g_source_remove);
    if (self->n > self->filled)
        self->settling = g_timeout_add_full(G_PRIORITY_LOW, SETTLE_DELAY_MS, settle, self, NULL);
}

/* The list ends otherwise than before: places that it needs no more become spare, and spare ones are taken first. */
static void
change_end(CareSlots *self, guint position, guint added)
{
    guint reused = MIN(added, self->n - position);
    g_autoptr(GPtrArray) changed = NULL;

    self->filled = position + added;
    if (self->filled > 0) {
        changed = held_between(self, position, MAX(self->holding, position + reused));
        self->holding = self->filled;
    }
    if (self->n > MAX(self->filled, MOST_SPARE))
        change(self, MAX(self->filled, MOST_SPARE), self->n - MAX(self->filled, MOST_SPARE), 0);
    if (changed)
        look_up(changed, self->items);
    if (added > reused)
        change(self, self->n, 0, added - reused);
    if (changed)
        tell(changed);
    settle_later(self);
}

static void
on_items_changed(CareSlots *self, guint position, guint removed, guint added)
{
    if (position + removed == self->filled) {
        change_end(self, position, added);
        return;
    }
    drop_spare(self, self->n);
    self->filled += added - removed;
    self->holding = self->filled;
    change(self, position, removed, added);
}

static void
care_slots_dispose(GObject *object)
{
    CareSlots *self = CARE_SLOTS(object);

    g_clear_handle_id(&self->settling, g_source_remove);
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
    self->n = self->filled = self->holding = g_list_model_get_n_items(items);
    g_signal_connect_swapped(items, "items-changed", G_CALLBACK(on_items_changed), self);
    return self;
}
