/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
/* A line of Today that is put off or let go, and taken back. */
#pragma once

#include "service/today/due.h"

typedef struct {
    CareDueRule rule;
    CareId record;
    CareDate until; /* not set: let go */
    CareId made;
} Put;

/* CareTransactionFuncs. */
static inline gboolean
put_off(CareTransaction *transaction, gpointer data, GError **error)
{
    Put *put = data;

    return care_today_defer_to_hour(transaction, put->rule, put->record, put->until, 0, "later", &put->made,
                                    error);
}

static inline gboolean
take_back(CareTransaction *transaction, gpointer data, GError **error)
{
    Put *put = data;

    return care_today_undefer(transaction, put->made, error);
}
