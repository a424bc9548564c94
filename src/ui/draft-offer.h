/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/store.h"
#include "ui/kit/banner.h"

G_BEGIN_DECLS

/* What was being written when the program ended, in a banner of the window: the newest of it, and when that was gone on
 * with, saved or thrown away, the next. It stands in nobody's way and goes when nothing waits any more. Main thread. */

/* Offers what there is now; again, where more has come. The banner is in its window. */
void care_draft_offer_begin(CareBanner *banner, CareStore *store);
/* The key of what is offered, which is not offered again; NULL when nothing waits. Transfer full. */
char *care_draft_offer_take(CareBanner *banner);

/* Whether a draft is still there, of an intake any of its parts. */
gboolean care_draft_waits(CareStore *store, const char *key);

G_END_DECLS
