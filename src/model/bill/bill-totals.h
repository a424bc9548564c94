/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/bill/bill.h"

G_BEGIN_DECLS

typedef struct {
    CareMoney amount;      /* quantity × price with the line's adjustments, in the bill's price mode */
    CareMoney net;         /* BT-131 */
    CareDecimal net_price; /* BT-146; with 6 decimals where prices include tax */
} CareBillLineTotal;

/* A row of the tax breakdown: of a VAT category and rate, or of a tax by name. */
typedef struct {
    char *category; /* BT-118, or NULL */
    char *name;     /* of a named tax, or NULL */
    CareDecimal rate;
    CareMoney taxable; /* BT-116 */
    CareMoney tax;     /* BT-117 */
} CareBillTaxTotal;

/* What one document-level adjustment comes to in one group of lines with equal tax. */
typedef struct {
    guint adjustment; /* its place in CareBill.adjustments */
    gboolean charge;
    char *category; /* NULL: lines with named taxes */
    CareDecimal rate;
    CareMoney amount; /* in the bill's price mode */
    CareMoney net;    /* BT-92 or BT-99 */
} CareBillAdjustmentTotal;

/* CareBillTotals: the sums of EN 16931, exact to the minor unit of the bill's currency. */
typedef struct {
    GArray *lines;          /* of CareBillLineTotal, one per line */
    GPtrArray *taxes;       /* of CareBillTaxTotal, in the order their lines first appear */
    GPtrArray *adjustments; /* of CareBillAdjustmentTotal; one that is spread has a row per group */
    CareMoney line_total;   /* BT-106 */
    CareMoney allowances;   /* BT-107 */
    CareMoney charges;      /* BT-108 */
    CareMoney net;          /* BT-109 */
    CareMoney tax;          /* BT-110 */
    CareMoney gross;        /* BT-112 */
    CareMoney withheld;     /* beyond EN 16931: not in gross, but off the amount due */
    CareMoney paid;         /* BT-113 */
    CareMoney rounding;     /* BT-114 */
    CareMoney due;          /* BT-115 */
} CareBillTotals;

/* What an allowance or charge comes to, without its sign; default_base is what a percentage is of where it names no
 * base. */
gboolean care_bill_adjustment_amount(const CareBillAdjustment *adjustment, CareMoney default_base,
                                     CareMoney *out, GError **error);
/* quantity × price ÷ base quantity, rounded, before allowances and charges. */
gboolean care_bill_line_product(const CareBill *bill, const CareBillLine *line, CareMoney *out,
                                GError **error);
CareBillTotals *care_bill_total(const CareBill *bill, GError **error);
void care_bill_totals_free(CareBillTotals *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC(CareBillTotals, care_bill_totals_free)

G_END_DECLS
