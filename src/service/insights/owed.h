/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/date.h"
#include "core/money.h"
#include "store/connection.h"

G_BEGIN_DECLS

/* What is owed, by customers and to them: never set off against each other. */
typedef struct {
    char *currency;
    CareMoney outstanding;
    CareMoney owed_back;
} CareOwed;

/* Appends CareLedgerRow of the kind CARE_LEDGER_OWED_BACK up to a day: how what the shop owes changed, account by account.
 * An account is an invoice with its credit notes and the payments of both. */
gboolean care_owed_back_append(CareConnection *connection, CareDate to, const char *currency, GArray *rows,
                               GError **error);
/* Today's debts in every other currency. Transfer full: GPtrArray of CareOwed; NULL on an error. */
GPtrArray *care_other_currencies(CareConnection *connection, const char *currency, GError **error);

G_END_DECLS
