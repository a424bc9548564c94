/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/store.h"

G_BEGIN_DECLS

/* What a draft is, for whoever is asked whether to go on with it: what was being done, of what, and whose it is: "Device: Cargo
 * bike · Bea Koch", "New Line · Bell · Draft invoice, €12.00 · Bea Koch". Transfer full; NULL when the key is of nothing that is known. Main thread. */
char *care_draft_name(CareStore *store, const char *key);

G_END_DECLS
