/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "store/store.h"

G_BEGIN_DECLS

/* The same was edited here and elsewhere: shows both values of each field, of which one is chosen. Where it was deleted
 * elsewhere, or what it belongs to was, offers to bring that back; where it is gone for good, says so. What was typed stays.
 * Main thread. */

/* Whether a refused save is one to ask about: somebody else changed the same, or deleted it or what it belongs to. base:
 * the record itself where a new one has none. */
gboolean care_conflict_concerns(CareStore *store, CareRecord *record, CareRecord *base, const GError *error);

/* save: the choice was made and stands in record and base, which are to be saved again. FALSE: nothing was changed. */
typedef void (*CareConflictFunc)(gboolean save, gpointer user_data);

/* record and base: as care_flow_save() refused them. func is called once, in any case. */
void care_conflict_ask(GtkWidget *parent, CareStore *store, CareRecord *record, CareRecord *base,
                       CareConflictFunc func, gpointer user_data);

G_END_DECLS
