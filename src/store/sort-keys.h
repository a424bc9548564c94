/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/store.h"

G_BEGIN_DECLS

/* Sort keys have the order of one language. The shop remembers which (CARE_SETTING_SORT_ORDER, a CareCollator's order),
 * and everybody writes keys of that one, the command line too; a new shop begins with the common order. A window under
 * another language, or with another ICU, makes all keys anew: in the background, chunks of at most 50 ms, told to the
 * views once at the end. How far it came is written along (CARE_SETTING_SORT_REBUILD); interrupted, the next window
 * goes on there. Main thread. */

/* locale: as setlocale() names it. */
void care_sort_keys_follow_async(CareStore *store, const char *locale, GAsyncReadyCallback callback,
                                 gpointer user_data);
gboolean care_sort_keys_follow_finish(CareStore *store, GAsyncResult *result, GError **error);

G_END_DECLS
