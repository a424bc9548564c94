/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "core/clock.h"
#include "service/today/today.h"

G_BEGIN_DECLS

/* A line of Today: a sentence about a person, one main button, and behind its arrow Later and Let Go. Emits "main",
 * "later" (const char *when: afternoon, tomorrow, week, pick) and "let-go". Keeps a copy of its item. */
#define CARE_TYPE_DUE_ROW (care_due_row_get_type())
G_DECLARE_FINAL_TYPE(CareDueRow, care_due_row, CARE, DUE_ROW, AdwActionRow)

GtkWidget *care_due_row_new(GtkSizeGroup *buttons);
void care_due_row_set_item(CareDueRow *self, const CareDueItem *item, CareClock *clock);
const CareDueItem *care_due_row_get_item(CareDueRow *self);
void care_due_row_set_narrow(CareDueRow *self, gboolean narrow);

G_END_DECLS
