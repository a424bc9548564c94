/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* A place in a list: whoever stands there now. "item" tells of another one. */
#define CARE_TYPE_SLOT (care_slot_get_type())
G_DECLARE_FINAL_TYPE(CareSlot, care_slot, CARE, SLOT, GObject)

/* Transfer none; NULL in a spare place, which shows nothing. */
gpointer care_slot_get_item(CareSlot *self);

/* CareSlots: a GListModel of the places of another list.
 *
 * A list view makes a new row for each item that it does not know, and takes the old one down, which costs ten times
 * what it costs a row to say something else. Where items give way to others the places stay, only what they hold
 * changes; items-changed tells of places that are more or fewer. Where items become fewer, their places stay behind
 * them for a while, spare, for whatever is asked next, and go then, a few at a time: their rows are to be hidden. When
 * the list becomes empty its first places stay, holding what they held: whoever shows the list shows something else
 * meanwhile. Main thread only. */
#define CARE_TYPE_SLOTS (care_slots_get_type())
G_DECLARE_FINAL_TYPE(CareSlots, care_slots, CARE, SLOTS, GObject)

CareSlots *care_slots_new(GListModel *items);

G_END_DECLS
