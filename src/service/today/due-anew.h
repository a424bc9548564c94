/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/transaction.h"

G_BEGIN_DECLS

/* What was put off or let go was so of what stood then: a sum that has become more than that by this save is due anew, and what
 * was decided about less of it is gone (CareDueRuleInfo.grew, .more). As much as stood then, after a part had been paid for a
 * while, is no news; what was settled meanwhile, and is owed again, is. Where what was done is taken back, be it an addition, an edit or a
 * deletion, so is that: what was decided by then stands again, and what was decided about more of it stays. record as it was
 * saved, old as it was stored before; NULL: it is new. Worker thread. */
gboolean care_due_begin_anew(CareTransaction *transaction, CareRecord *record, CareRecord *old,
                             GError **error);

/* While an export is taken over that waits: rows come in whatever order, and what was decided may be younger than what makes the
 * sum more. Once they are all in, these are the decisions about what was here before that their sum has outgrown, by what the
 * rows say of it since each was made. Deletes none. Worker thread. Transfer full. */
GArray *care_due_find_outgrown(CareTransaction *transaction, CareId import, guint file, GError **error);

G_END_DECLS
