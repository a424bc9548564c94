/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/decimal.h"
#include "core/money.h"

G_BEGIN_DECLS

/* Whether prices and adjustment amounts include tax. */
typedef enum {
    CARE_PRICES_NET,
    CARE_PRICES_GROSS,
} CarePrices;

/* An allowance (what is taken off) or a charge, of a line or of the whole document. */
typedef struct {
    gboolean charge;
    gboolean has_percent;
    gboolean has_base; /* only with a percentage; else the line's or the pair's own sum */
    gboolean has_amount;
    CareDecimal percent;
    CareMoney base;
    CareMoney amount; /* in the bill's price mode */
    char *category;   /* document level: the pair it belongs to; NULL: spread over all pairs */
    CareDecimal rate;
    char *reason;
} CareBillAdjustment;

/* One of several taxes on the same base, as in Québec. */
typedef struct {
    char *name;
    CareDecimal rate; /* percent */
} CareBillTax;

typedef struct {
    char *name;
    char *unit; /* UN/ECE Rec 20, or NULL */
    char *kind; /* "labour", "part", "fee", or NULL */
    CareDecimal quantity;
    CareDecimal price;         /* of base_quantity units, in the bill's price mode; not negative (BR-27) */
    CareDecimal base_quantity; /* BT-149; greater than 0 */
    char *category;            /* BT-151; NULL: the taxes by name instead, which may be none */
    CareDecimal rate;          /* BT-152, percent */
    GPtrArray *taxes;          /* of CareBillTax */
    GPtrArray *adjustments;    /* of CareBillAdjustment */
} CareBillLine;

/*
 * CareBill: what the totals of an invoice are computed from, and nothing else. A plain structure that owns its strings
 * and lists; records, JSON and the editor each fill one and ask care_bill_total(). Not thread-safe.
 */
typedef struct {
    char *currency;
    char *type; /* UNTDID 1001, or NULL: an invoice */
    CarePrices prices;
    GPtrArray *lines;       /* of CareBillLine */
    GPtrArray *adjustments; /* of CareBillAdjustment */
    CareDecimal
        withholding;    /* percent of the net total that the customer pays to the state instead; 0: none */
    CareMoney paid;     /* BT-113 */
    CareMoney rounding; /* BT-114 */
} CareBill;

CareBill *care_bill_new(const char *currency, CarePrices prices);
void care_bill_free(CareBill *self);
/* Whether an invoice can bear this rate of a tax: 0 to 100 percent, with four decimals at most (rules-invoices I4). */
gboolean care_bill_rate_fits(CareDecimal rate);
/* The VAT category of a line that says its rate alone: zero rated (Z) at 0, taxed (S) above. Static. */
const char *care_bill_category_of_rate(CareDecimal rate);
/* Whether a line of that name (nullable; then the place of it) may bear this VAT category at this rate; CARE_ERROR_REFUSED
 * with a sentence that names the line. */
gboolean care_bill_check_vat(const char *name, guint index, const char *category, CareDecimal rate,
                             GError **error);
/* Beyond what the sums need, what a document must say before anybody gets it: lines, what each is for (BR-25), and why
 * something is taken off or charged (BR-33, BR-38, BR-42, BR-44). A line without any name is one of a question about sums.
 * FALSE with a sentence (CARE_ERROR_REFUSED). */
gboolean care_bill_check_whole(const CareBill *self, GError **error);
CareBillLine *care_bill_add_line(CareBill *self, const char *name, CareDecimal quantity, CareDecimal price);
void care_bill_line_set_vat(CareBillLine *line, const char *category, CareDecimal rate);
void care_bill_line_add_tax(CareBillLine *line, const char *name, CareDecimal rate);
CareBillAdjustment *care_bill_line_add_adjustment(CareBillLine *line, gboolean charge);
CareBillAdjustment *care_bill_add_adjustment(CareBill *self, gboolean charge);
void care_bill_adjustment_set_percent(CareBillAdjustment *adjustment, CareDecimal percent);
void care_bill_adjustment_set_amount(CareBillAdjustment *adjustment, CareMoney amount);

G_DEFINE_AUTOPTR_CLEANUP_FUNC(CareBill, care_bill_free)

G_END_DECLS
