/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/draft-changes.h"
#include "store/transaction.h"

G_BEGIN_DECLS

/* What becomes of the rows of drafts. Within a transaction, on the worker. What a change finds done already it leaves as it
 * is: it may be written down beside the shop and come through all the same (draft-left.h). */

/* With NULL it goes. */
gboolean care_draft_row_write(CareTransaction *transaction, const char *key, const char *text,
                              GError **error);

/* The key says the text, or is gone; what was there and says what the earlier one does goes aside first. */
extern const CareDraftWay care_draft_way_write;
/* The text goes to next, and what is aside gets the key. */
extern const CareDraftWay care_draft_way_swap;
/* The row gets the name next. */
extern const CareDraftWay care_draft_way_take;
/* By its word; NULL: there is none. */
const CareDraftWay *care_draft_way_find(const char *word);

G_END_DECLS
