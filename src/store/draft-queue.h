/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/draft-changes.h"
#include "store/store.h"

G_BEGIN_DECLS

/* When drafts are written: as soon as they are asked for, and what is refused then, because another program holds the shop
 * or the disk is full, with the next one or a moment later: nobody has the words but the window, which may go. Main thread.
 * */

/* Takes what is in it. */
void care_draft_queue_add(CareStore *store, const CareDraftChange *change);

/* Now rather than after the pause, for who leaves. */
void care_drafts_write_again(CareStore *store);
/* Why words that were to be kept are not in the shop yet. Transfer none; NULL: they are, or nothing was refused so far. */
const GError *care_drafts_refusal(CareStore *store);
/* Puts what is not there yet beside the shop instead (draft-left.h), for who cannot wait until it takes them. FALSE: they
 * are lost. */
gboolean care_drafts_leave(CareStore *store, GError **error);
/* The shop takes none any more, since its database was put away: they go beside the one that is in its place, for whoever
 * opens that. Nothing where it was not. */
void care_drafts_leave_replaced(CareStore *store);
/* Words that are refused are lost from now on: somebody said that they may be, and leaves. */
void care_drafts_give_up(CareStore *store);

G_END_DECLS
