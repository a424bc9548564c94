/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/transaction.h"

G_BEGIN_DECLS

/* Days. Of a shop where nobody has done anything for longer: whoever comes back to it loses nothing before they have. Far fewer
 * than CARE_PURGE_DAYS: a clock that is wrong by less may still be trusted, and then what goes was deleted weeks ago. */
#define CARE_PURGE_SILENCE 7

/* What is to be thought of the clock, by what the shop has seen (docs/decisions/0012). */
typedef struct {
    gboolean newcomer; /* the shop came here today, or nobody looked yet */
    gboolean ahead;    /* of all that was done before today */
    gboolean
        was_behind; /* since somebody worked in the shop: what is old may have been deleted an hour ago */
} CarePurgeClock;

gboolean care_purge_ask_clock(CareTransaction *transaction, CarePurgeClock *clock, GError **error);

G_END_DECLS
