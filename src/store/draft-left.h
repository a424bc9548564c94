/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/store.h"

G_BEGIN_DECLS

/* What could not be written into the shop before its window had to go: a session that ends waits a few seconds, and another
 * program may hold the shop for longer. The changes of drafts that were asked for lie beside it in a file of that window's
 * own (aftercare.drafts-MARK), in their order and for its owner's eyes only, until somebody opens the shop, whatever for:
 * then they are done as they would have been, and the file is gone. So what was typed beside an earlier draft costs it
 * nothing, and what was thrown away does not come back. Nothing goes for good before they are in the shop (purge.h); a
 * backup is without them as without what is not written yet. */

/* Nothing is written where there are none. Any thread. */
gboolean care_drafts_left_write(const char *data_dir, const char *mark, CareDraftChanges *changes,
                                GError **error);

/* Whether windows that are gone left any. Opening thread, as what follows. */
gboolean care_drafts_are_left(CareStore *store);
/* Takes them up, all in one transaction. Nobody waits for another program that holds the shop: CARE_ERROR_BUSY, and they
 * stay for the next time, as does a file that cannot be read or is none of ours. For the command line. */
gboolean care_drafts_take_left(CareStore *store, GError **error);
/* The same for a window, behind what it shows. */
void care_drafts_take_left_async(CareStore *store, GAsyncReadyCallback callback, gpointer user_data);
gboolean care_drafts_take_left_finish(CareStore *store, GAsyncResult *result, GError **error);
/* Whether they may be taken up a moment later where they were not now: not by this store if its database was put away; who
 * opens the shop again takes them. */
gboolean care_drafts_left_are_waited_for(CareStore *store, const GError *error);

G_END_DECLS
