/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/money.h"
#include "model/record.h"
#include "store/connection.h"

G_BEGIN_DECLS

/* Whether two names mean the same gift: the same words, whatever their order, case, accents or articles. */
gboolean care_gift_is_same(const char *a, const char *b);
/* The gift of that name that a customer was given (or, if none was, has been planned), leaving out one record;
 * NULL when it would be the first. Transfer full. */
CareRecord *care_gift_find_same(CareConnection *connection, CareId customer, const char *name, CareId except);

typedef struct {
    guint given;
    CareMoney cost; /* of those given whose cost is in the shop's currency */
} CareGiftSum;
CareGiftSum care_gift_sum(CareConnection *connection, CareId customer);

G_END_DECLS
