/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/store.h"

G_BEGIN_DECLS

/* What was deleted can be brought back for 30 days; then it goes for good, and with it what is kept only to undo
 * something: the rows of imports that are as old, and files that no row refers to any more (docs/decisions/0012).
 * What an issued document needs stays, hidden. Counted are days on which the shop was in use, so that no clock that is wrong
 * takes anything away (purge-clock.h); on the day on which a shop came here nothing goes. */
#define CARE_PURGE_DAYS 30

/* What was deleted before this instant is due. */
CareInstant care_purge_limit(CareClock *clock);

/* CARE_ERROR_CORRUPT: something that is due cannot go; all else did, and it is asked again on the next day.
 * Done by the window once it is on screen, behind everything else: chunks of at most 50 ms. Once a day; killed in the middle,
 * the next one goes on. Main thread. */
void care_purge_async(CareStore *store, GAsyncReadyCallback callback, gpointer user_data);
gboolean care_purge_finish(CareStore *store, GAsyncResult *result, GError **error);
/* The same at once, for the command line. What has a code in the keyring waits for the window. */
gboolean care_purge_now(CareStore *store, GError **error);

G_END_DECLS
