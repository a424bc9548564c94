/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/transaction.h"

G_BEGIN_DECLS

/* How a setting stood, with those that are set along with it as a country's are, so that it can be put back: key → text, NULL
 * where the shop has none of its own and the default counts. Worker thread. */

/* Transfer full; NULL on an error. */
GHashTable *care_shop_setting_state(CareTransaction *transaction, const char *key, GError **error);
/* CARE_ERROR_CONFLICT where one of them is not as left any more: somebody has set it since. */
gboolean care_shop_setting_put_back(CareTransaction *transaction, GHashTable *state, GHashTable *left,
                                    GError **error);
gboolean care_shop_setting_same(GHashTable *a, GHashTable *b); /* any thread */

G_END_DECLS
