/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/store.h"

G_BEGIN_DECLS

/* The plans a new shop starts with (rules-care C1), to be changed at will. Given once in a shop's life: a plan that
 * was deleted does not come back. Worker thread. */
gboolean care_default_plans_add(CareTransaction *transaction, GError **error);
/* For the window: in the background, without a word; the plans arrive by the store's "changed". */
void care_default_plans_add_async(CareStore *store);

G_END_DECLS
