/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/store.h"

G_BEGIN_DECLS

/* What a shop needs done now and then and nobody waits for: what was deleted a month ago goes for good, the lists take
 * up the order of the language, and the digits of phones follow the shop's region, also when that is changed later.
 * Begins a moment after the window is on screen, one after the other, behind whatever somebody does. */
void care_housekeeping_begin(CareStore *store);
/* The first of it alone, on a new day in a window that stays open. */
void care_housekeeping_purge(CareStore *store);
/* Behind the first frame, where whoever had the shop before did not close it: looks at the file of the database. func if
 * it is damaged, with a sentence. */
typedef void (*CareDamageFunc)(const GError *error, gpointer user_data);
void care_housekeeping_look(CareStore *store, CareDamageFunc func, GObject *owner);

G_END_DECLS
