/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "model/bill/bill.h"

static void
adjustment_free(gpointer data)
{
    CareBillAdjustment *self = data;

    g_free(self->category);
    g_free(self->reason);
    g_free(self);
}

static void
tax_free(gpointer data)
{
    CareBillTax *self = data;

    g_free(self->name);
    g_free(self);
}

static void
line_free(gpointer data)
{
    CareBillLine *self = data;

    g_free(self->name);
    g_free(self->unit);
    g_free(self->kind);
    g_free(self->category);
    g_ptr_array_unref(self->taxes);
    g_ptr_array_unref(self->adjustments);
    g_free(self);
}

/* An empty bill. Free with care_bill_free(). */
CareBill *
care_bill_new(const char *currency, CarePrices prices)
{
    CareBill *self = g_new0(CareBill, 1);

    self->currency = g_strdup(currency);
    self->prices = prices;
    self->lines = g_ptr_array_new_with_free_func(line_free);
    self->adjustments = g_ptr_array_new_with_free_func(adjustment_free);
    return self;
}

void
care_bill_free(CareBill *self)
{
    if (self == NULL)
        return;
    g_free(self->currency);
    g_free(self->type);
    g_ptr_array_unref(self->lines);
    g_ptr_array_unref(self->adjustments);
    g_free(self);
}

/* A line without tax, price per one unit. Owned by the bill. */
CareBillLine *
care_bill_add_line(CareBill *self, const char *name, CareDecimal quantity, CareDecimal price)
{
    CareBillLine *line = g_new0(CareBillLine, 1);

    line->name = g_strdup(name);
    line->quantity = quantity;
    line->price = price;
    line->base_quantity = CARE_DECIMAL_ONE;
    line->taxes = g_ptr_array_new_with_free_func(tax_free);
    line->adjustments = g_ptr_array_new_with_free_func(adjustment_free);
    g_ptr_array_add(self->lines, line);
    return line;
}

/* The VAT category (UNTDID 5305: S, Z, E, AE, K, G, O, L, M) and its rate in percent. */
void
care_bill_line_set_vat(CareBillLine *line, const char *category, CareDecimal rate)
{
    g_set_str(&line->category, category);
    line->rate = rate;
}

/* One more tax by name on the line's net, where a line bears several instead of one VAT rate. */
void
care_bill_line_add_tax(CareBillLine *line, const char *name, CareDecimal rate)
{
    CareBillTax *tax = g_new0(CareBillTax, 1);

    tax->name = g_strdup(name);
    tax->rate = rate;
    g_ptr_array_add(line->taxes, tax);
}

static CareBillAdjustment *
add_adjustment(GPtrArray *list, gboolean charge)
{
    CareBillAdjustment *adjustment = g_new0(CareBillAdjustment, 1);

    adjustment->charge = charge;
    g_ptr_array_add(list, adjustment);
    return adjustment;
}

/* A new allowance or charge of the line, still without amount. Owned by the line. */
CareBillAdjustment *
care_bill_line_add_adjustment(CareBillLine *line, gboolean charge)
{
    return add_adjustment(line->adjustments, charge);
}

/* A new allowance or charge of the whole bill, still without amount. Owned by the bill. */
CareBillAdjustment *
care_bill_add_adjustment(CareBill *self, gboolean charge)
{
    return add_adjustment(self->adjustments, charge);
}

void
care_bill_adjustment_set_percent(CareBillAdjustment *adjustment, CareDecimal percent)
{
    adjustment->has_percent = TRUE;
    adjustment->percent = percent;
}

void
care_bill_adjustment_set_amount(CareBillAdjustment *adjustment, CareMoney amount)
{
    adjustment->has_amount = TRUE;
    adjustment->amount = amount;
}
