/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/date.h"
#include "core/money.h"

G_BEGIN_DECLS

typedef enum {
    CARE_LEDGER_INVOICED, /* an issued document's gross on its date; credit notes negative */
    CARE_LEDGER_PAID,     /* a payment on its date; refunds negative */
    CARE_LEDGER_ADJUSTED, /* what is to be paid beyond or (negative) short of the gross: rounding, what was paid before */
    CARE_LEDGER_OWED_BACK, /* how much more (or less) the shop owes to customers since that date */
} CareLedgerKind;

/* All rows of one call are of one currency. */
typedef struct {
    CareDate date;
    CareMoney amount;
    CareLedgerKind kind;
} CareLedgerRow;

typedef struct {
    CareDate month; /* its first day */
    CareMoney invoiced;
    CareMoney paid;
    CareMoney
        outstanding; /* owed by all customers at the month's end, or today in the running month; never below 0 */
    CareMoney owed_back;           /* owed to customers then: the two are never set off against each other */
    CareMoney adjusted, more_back; /* of the month */
    gboolean running;
} CareRevenueMonth;

GArray *care_revenue_months(const CareLedgerRow *rows, gsize n, CareDate from, CareDate to, CareDate today,
                            GError **error);
const char *care_revenue_definition(void);

G_END_DECLS
