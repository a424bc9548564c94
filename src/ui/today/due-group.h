/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ui/today/due-row.h"

G_BEGIN_DECLS

/* A titled group of lines; hidden while it has none. Rows of lines that stay are kept, so that scroll, focus and an
 * open menu survive every refresh. Long groups show their beginning and offer the rest. Emits "row-added"
 * (CareDueRow) for whoever wants to listen to it. */
#define CARE_TYPE_DUE_GROUP (care_due_group_get_type())
G_DECLARE_FINAL_TYPE(CareDueGroup, care_due_group, CARE, DUE_GROUP, AdwBin)

CareDueGroup *care_due_group_new(const char *title, GtkSizeGroup *buttons);
void care_due_group_set_description(CareDueGroup *self, const char *description);
void care_due_group_set_items(CareDueGroup *self, GPtrArray *items, CareClock *clock);
void care_due_group_set_narrow(CareDueGroup *self, gboolean narrow);
CareDueRow *care_due_group_find(CareDueGroup *self, const char *id);

G_END_DECLS
