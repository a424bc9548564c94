/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/transaction.h"

G_BEGIN_DECLS

/* Days. No leap of the clock makes what is deleted older by more at once, unless the shop is used so seldom; nor does one
 * back by as many or fewer count as a leap. */
#define CARE_PURGE_LEAP 7
/* Days. Who comes more seldom is not known to come at all. */
#define CARE_PURGE_SELDOM 31

typedef enum {
    CARE_PURGE_NOT_NOW,  /* the clock is where the shop has been already, or where no clock gets */
    CARE_PURGE_NEWCOMER, /* the shop came here today, or nobody looked yet: nothing goes */
    CARE_PURGE_GO,
} CarePurgeDay;

/* Looks at the clock, once a day: what is deleted, and the imports, grow older by the days that count, and by no more
 * (docs/decisions/0012). */
gboolean care_purge_look_at_clock(CareTransaction *transaction, CarePurgeDay *day, GError **error);

G_END_DECLS
