/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "service/today/due.h"
#include "ui/context.h"

G_BEGIN_DECLS

/* What whoever calls a customer needs before them. Main thread. */

/* Adds the customer's numbers and first address, each with buttons that dial and copy it; says where there is no number. */
void care_call_card_fill(AdwPreferencesGroup *group, CareRecord *customer);
/* Adds what is asked on the phone: what the line is about, what was agreed and paid, until when the shop is open, and what was
 * tried so far. */
void care_call_card_add_facts(AdwPreferencesGroup *group, CareContext *context, const CareDueItem *item);
/* What to say on the phone, as one would say it. Transfer full. */
char *care_call_card_script(CareContext *context, CareDueRule rule);

G_END_DECLS
