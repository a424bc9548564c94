/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "model/bill/bill-totals.h"

/* What holds for every bill, tried on random ones. The exact sums are held by the vectors of the JSON suite. */

#define ROUNDS 3000

static const struct {
    const char *category;
    CareDecimal rate;
} pairs[] = { { "S", 19000000 }, { "S", 7000000 }, { "S", 8100000 }, { "E", 0 }, { "S", 9975000 } };

static void
add_random_adjustment(CareBillAdjustment *adjustment)
{
    if (g_test_rand_bit())
        care_bill_adjustment_set_percent(adjustment, g_test_rand_int_range(0, 40000000));
    else
        care_bill_adjustment_set_amount(adjustment, g_test_rand_int_range(0, 5000));
}

/* With `spread` also adjustments of the whole bill that belong to no pair. */
static CareBill *
random_bill(CarePrices prices, gboolean spread)
{
    CareBill *bill = care_bill_new("EUR", prices);
    int lines = g_test_rand_int_range(1, 9);

    for (int i = 0; i < lines; i++) {
        gsize pair = (gsize)g_test_rand_int_range(0, G_N_ELEMENTS(pairs));
        CareBillLine *line = care_bill_add_line(bill, "Line", g_test_rand_int_range(-3000000, 20000000),
                                                g_test_rand_int_range(0, 300000000));
        care_bill_line_set_vat(line, pairs[pair].category, pairs[pair].rate);
        if (g_test_rand_int_range(0, 4) == 0)
            add_random_adjustment(care_bill_line_add_adjustment(line, g_test_rand_bit()));
    }
    for (int i = g_test_rand_int_range(0, 3); i > 0; i--) {
        CareBillAdjustment *adjustment = care_bill_add_adjustment(bill, g_test_rand_bit());
        add_random_adjustment(adjustment);
        if (!spread) {
            g_set_str(&adjustment->category, pairs[i].category);
            adjustment->rate = pairs[i].rate;
        }
    }
    return bill;
}

static CareBillTotals *
total(const CareBill *bill)
{
    g_autoptr(GError) error = NULL;
    CareBillTotals *totals = care_bill_total(bill, &error);

    g_assert_no_error(error);
    return totals;
}

static CareMoney
sum_of_taxable(const CareBillTotals *totals)
{
    CareMoney sum = 0;

    for (guint i = 0; i < totals->taxes->len; i++)
        sum += ((const CareBillTaxTotal *)totals->taxes->pdata[i])->taxable;
    return sum;
}

static void
assert_sums_hold(const CareBillTotals *totals)
{
    CareMoney lines = 0, allowances = 0, charges = 0, tax = 0;

    for (guint i = 0; i < totals->lines->len; i++)
        lines += g_array_index(totals->lines, CareBillLineTotal, i).net;
    for (guint i = 0; i < totals->adjustments->len; i++) {
        const CareBillAdjustmentTotal *row = totals->adjustments->pdata[i];
        *(row->charge ? &charges : &allowances) += row->net;
    }
    for (guint i = 0; i < totals->taxes->len; i++)
        tax += ((const CareBillTaxTotal *)totals->taxes->pdata[i])->tax;
    g_assert_cmpint(totals->line_total, ==, lines);
    g_assert_cmpint(totals->allowances, ==, allowances);
    g_assert_cmpint(totals->charges, ==, charges);
    g_assert_cmpint(totals->net, ==, lines - allowances + charges);
    g_assert_cmpint(totals->net, ==, sum_of_taxable(totals));
    g_assert_cmpint(totals->tax, ==, tax);
    g_assert_cmpint(totals->gross, ==, totals->net + tax);
    g_assert_cmpint(totals->due, ==, totals->gross);
}

static void
test_sums_hold(gconstpointer data)
{
    for (int round = 0; round < ROUNDS; round++) {
        g_autoptr(CareBill) bill = random_bill(GPOINTER_TO_INT(data), g_test_rand_bit());
        g_autoptr(CareBillTotals) totals = total(bill);

        assert_sums_hold(totals);
    }
}

/* A tax is never further than half a cent from what its row says, whatever the prices hold. */
static void
test_tax_is_near(gconstpointer data)
{
    for (int round = 0; round < ROUNDS; round++) {
        g_autoptr(CareBill) bill = random_bill(GPOINTER_TO_INT(data), TRUE);
        g_autoptr(CareBillTotals) totals = total(bill);

        for (guint i = 0; i < totals->taxes->len; i++) {
            const CareBillTaxTotal *row = totals->taxes->pdata[i];
            __int128 hundred = 100 * (__int128)CARE_DECIMAL_SCALE;
            __int128 off = (__int128)row->taxable * row->rate - row->tax * hundred;
            __int128 most = bill->prices == CARE_PRICES_GROSS ? hundred + row->rate : hundred;
            g_assert_true(2 * (off < 0 ? -off : off) <= most);
        }
    }
}

/* A part of a spread discount is within a cent of its share, and all parts are the discount. */
static void
test_parts_of_a_discount(gconstpointer data)
{
    for (int round = 0; round < ROUNDS; round++) {
        g_autoptr(CareBill) bill = random_bill(GPOINTER_TO_INT(data), FALSE);
        g_autoptr(CareBillTotals) totals = NULL;
        CareBillAdjustment *discount = care_bill_add_adjustment(bill, FALSE);
        CareMoney sum = 0, amount = g_test_rand_int_range(1, 10000);

        care_bill_adjustment_set_amount(discount, amount);
        totals = total(bill);
        for (guint i = 0; i < totals->adjustments->len; i++) {
            const CareBillAdjustmentTotal *row = totals->adjustments->pdata[i];
            if (row->adjustment == bill->adjustments->len - 1)
                sum += row->amount;
        }
        g_assert_cmpint(sum, ==, amount);
    }
}

static void
shuffle(GPtrArray *lines)
{
    for (guint i = lines->len; i > 1; i--) {
        guint other = (guint)g_test_rand_int_range(0, (gint32)i);
        gpointer line = lines->pdata[i - 1];
        lines->pdata[i - 1] = lines->pdata[other];
        lines->pdata[other] = line;
    }
}

/* The order of lines changes no sum. (Spread cents go to the earlier pair of two equal ones: no spreading here.) */
static void
test_order_does_not_count(gconstpointer data)
{
    for (int round = 0; round < ROUNDS; round++) {
        g_autoptr(CareBill) bill = random_bill(GPOINTER_TO_INT(data), FALSE);
        g_autoptr(CareBillTotals) before = total(bill), after = NULL;

        shuffle(bill->lines);
        after = total(bill);
        g_assert_cmpint(after->gross, ==, before->gross);
        g_assert_cmpint(after->tax, ==, before->tax);
        g_assert_cmpint(after->net, ==, before->net);
        g_assert_cmpuint(after->taxes->len, ==, before->taxes->len);
    }
}

static void
negate(CareBill *bill)
{
    for (guint i = 0; i < bill->lines->len; i++) {
        CareBillLine *line = bill->lines->pdata[i];
        line->quantity = -line->quantity;
        for (guint k = 0; k < line->adjustments->len; k++)
            ((CareBillAdjustment *)line->adjustments->pdata[k])->amount *= -1;
    }
    for (guint i = 0; i < bill->adjustments->len; i++)
        ((CareBillAdjustment *)bill->adjustments->pdata[i])->amount *= -1;
}

/* The same with every quantity and amount negated is the exact opposite, to the last line. */
static void
test_mirror(gconstpointer data)
{
    for (int round = 0; round < ROUNDS; round++) {
        g_autoptr(CareBill) bill = random_bill(GPOINTER_TO_INT(data), TRUE);
        g_autoptr(CareBillTotals) before = total(bill), after = NULL;

        negate(bill);
        after = total(bill);
        g_assert_cmpint(after->gross, ==, -before->gross);
        g_assert_cmpint(after->tax, ==, -before->tax);
        g_assert_cmpint(after->line_total, ==, -before->line_total);
        g_assert_cmpint(after->allowances, ==, -before->allowances);
    }
}

/* Where prices include tax, nothing but the prices decides what the customer pays. */
static void
test_gross_is_what_was_told(void)
{
    for (int round = 0; round < ROUNDS; round++) {
        g_autoptr(CareBill) bill = random_bill(CARE_PRICES_GROSS, TRUE);
        g_autoptr(CareBillTotals) totals = total(bill);
        CareMoney told = 0;

        for (guint i = 0; i < totals->lines->len; i++)
            told += g_array_index(totals->lines, CareBillLineTotal, i).amount;
        for (guint i = 0; i < totals->adjustments->len; i++) {
            const CareBillAdjustmentTotal *row = totals->adjustments->pdata[i];
            told += row->charge ? row->amount : -row->amount;
        }
        g_assert_cmpint(totals->gross, ==, told);
    }
}

/* The unit net price and the line net of a bill with tax in its prices agree as validators want (Peppol R120: 0.02). */
static void
test_net_price_agrees(void)
{
    for (int round = 0; round < ROUNDS; round++) {
        g_autoptr(CareBill) bill = care_bill_new("EUR", CARE_PRICES_GROSS);
        g_autoptr(CareBillTotals) totals = NULL;

        for (int i = 0; i < 4; i++) {
            CareBillLine *line
                = care_bill_add_line(bill, "Line", g_test_rand_int_range(1, 200) * CARE_DECIMAL_ONE,
                                     g_test_rand_int_range(0, 30000) * 10000);
            care_bill_line_set_vat(line, "S", 19000000);
        }
        totals = total(bill);
        for (guint i = 0; i < totals->lines->len; i++) {
            const CareBillLineTotal *row = &g_array_index(totals->lines, CareBillLineTotal, i);
            const CareBillLine *line = bill->lines->pdata[i];
            CareMoney product = care_div_round((__int128)row->net_price * line->quantity * 100,
                                               (__int128)CARE_DECIMAL_SCALE * CARE_DECIMAL_SCALE);
            g_assert_cmpint(ABS(product - row->net), <=, 2);
        }
    }
}

int
main(int argc, char **argv)
{
    static const struct {
        const char *name;
        GTestDataFunc func;
    } properties[] = {
        { "sums-hold", test_sums_hold },
        { "tax-is-near", test_tax_is_near },
        { "parts-of-a-discount", test_parts_of_a_discount },
        { "order-does-not-count", test_order_does_not_count },
        { "mirror", test_mirror },
    };

    g_test_init(&argc, &argv, NULL);
    for (gsize i = 0; i < G_N_ELEMENTS(properties); i++) {
        g_autofree char *net = g_strdup_printf("/bill/net/%s", properties[i].name);
        g_autofree char *gross = g_strdup_printf("/bill/gross/%s", properties[i].name);
        g_test_add_data_func(net, GINT_TO_POINTER(CARE_PRICES_NET), properties[i].func);
        g_test_add_data_func(gross, GINT_TO_POINTER(CARE_PRICES_GROSS), properties[i].func);
    }
    g_test_add_func("/bill/gross/is-what-was-told", test_gross_is_what_was_told);
    g_test_add_func("/bill/gross/net-price-agrees", test_net_price_agrees);
    return g_test_run();
}
