/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/bill/bill-totals.h"

G_BEGIN_DECLS

/* The steps of care_bill_total(), which only it calls. */

/* Lines that bear the same tax: one VAT category and rate, or the same taxes by name. */
typedef struct {
    const CareBillLine *like;                  /* the line or … */
    const CareBillAdjustment *like_adjustment; /* … adjustment that brought the group up */
    CareMoney line_sum;                        /* Σ line amounts, in the bill's price mode */
    CareMoney sum;                             /* with the document's adjustments */
    CareMoney net;                             /* BT-116 */
} CareBillGroup;

/* care_bill_total() at work. */
typedef struct {
    const CareBill *bill;
    CareBillTotals *totals;
    GArray *groups;            /* of CareBillGroup, in order of appearance */
    GArray *line_groups;       /* of guint: each line's group */
    GArray *adjustment_groups; /* of guint: each adjustment total's group */
} CareBillWork;

gboolean care_bill_check(const CareBill *bill, GError **error);

gboolean care_bill_line_amount(const CareBill *bill, const CareBillLine *line, CareMoney *out,
                               GError **error);

guint care_bill_group_of_line(CareBillWork *work, const CareBillLine *line);
guint care_bill_group_of_pair(CareBillWork *work, const CareBillAdjustment *adjustment);
const char *care_bill_group_category(const CareBillGroup *group);
CareDecimal care_bill_group_rate(const CareBillGroup *group);

gboolean care_bill_spread_adjustments(CareBillWork *work, GError **error);
gboolean care_bill_tax_net_prices(CareBillWork *work, GError **error);
gboolean care_bill_tax_gross_prices(CareBillWork *work, GError **error);
CareBillTaxTotal *care_bill_tax_row(CareBillWork *work, const char *category, const char *name,
                                    CareDecimal rate);

G_END_DECLS
