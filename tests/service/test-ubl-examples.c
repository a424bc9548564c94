/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "model/bill/bill-totals.h"

/*
 * The examples that the European e-invoice standard publishes: their lines, allowances and charges must come to the
 * totals that stand in them. They lie beside the repository and are not part of it; without them this passes empty.
 * EN 16931 itself does not ask that a line's net is quantity × price, and three of them have a line where it is not:
 * there the stated net is taken for the line.
 */

typedef struct {
    CareBill *bill;
    GString *text;
    GQueue *path; /* of char *, owned */
    CareBillLine *line;
    CareBillAdjustment *adjustment;
    GArray *nets;       /* of CareMoney: what each line says it comes to */
    GHashTable *totals; /* element name -> amount as text */
} Reader;

static gboolean
inside(const Reader *reader, const char *element)
{
    return g_queue_find_custom(reader->path, element, (GCompareFunc)strcmp) != NULL;
}

static void
start_element(GMarkupParseContext *context, const char *element, const char **names, const char **values,
              gpointer data, GError **error)
{
    Reader *reader = data;

    g_queue_push_tail(reader->path, g_strdup(element));
    g_string_truncate(reader->text, 0);
    if (g_str_equal(element, "cac:InvoiceLine") || g_str_equal(element, "cac:CreditNoteLine"))
        reader->line = care_bill_add_line(reader->bill, NULL, 0, 0);
    if (g_str_equal(element, "cac:AllowanceCharge") && !inside(reader, "cac:Price"))
        reader->adjustment = reader->line != NULL ? care_bill_line_add_adjustment(reader->line, FALSE)
                                                  : care_bill_add_adjustment(reader->bill, FALSE);
}

static CareDecimal
decimal(const char *text)
{
    g_autoptr(GError) error = NULL;
    CareDecimal value = 0;

    care_decimal_parse(text, &value, &error);
    g_assert_no_error(error);
    return value;
}

static CareMoney
money(const char *text)
{
    return care_div_round(decimal(text), CARE_DECIMAL_SCALE / 100);
}

static void
read_line_element(Reader *reader, const char *element, const char *text)
{
    if (g_str_equal(element, "cbc:InvoicedQuantity") || g_str_equal(element, "cbc:CreditedQuantity"))
        reader->line->quantity = decimal(text);
    else if (g_str_equal(element, "cbc:LineExtensionAmount")) {
        CareMoney net = money(text);
        g_array_append_val(reader->nets, net);
    } else if (g_str_equal(element, "cbc:PriceAmount"))
        reader->line->price = decimal(text);
    else if (g_str_equal(element, "cbc:BaseQuantity"))
        reader->line->base_quantity = decimal(text);
    else if (inside(reader, "cac:ClassifiedTaxCategory") && g_str_equal(element, "cbc:ID")
             && !inside(reader, "cac:TaxScheme"))
        care_bill_line_set_vat(reader->line, text, 0);
    else if (inside(reader, "cac:ClassifiedTaxCategory") && g_str_equal(element, "cbc:Percent"))
        reader->line->rate = decimal(text);
}

static void
read_adjustment_element(Reader *reader, const char *element, const char *text)
{
    if (g_str_equal(element, "cbc:ChargeIndicator"))
        reader->adjustment->charge = g_str_equal(text, "true") || g_str_equal(text, "1");
    else if (g_str_equal(element, "cbc:Amount"))
        care_bill_adjustment_set_amount(reader->adjustment, money(text));
    else if (inside(reader, "cac:TaxCategory") && g_str_equal(element, "cbc:ID")
             && !inside(reader, "cac:TaxScheme"))
        g_set_str(&reader->adjustment->category, text);
    else if (inside(reader, "cac:TaxCategory") && g_str_equal(element, "cbc:Percent"))
        reader->adjustment->rate = decimal(text);
}

static void
end_element(GMarkupParseContext *context, const char *element, gpointer data, GError **error)
{
    Reader *reader = data;
    const char *text = g_strstrip(reader->text->str);

    if (g_str_equal(element, "cbc:DocumentCurrencyCode"))
        g_set_str(&reader->bill->currency, text);
    else if (inside(reader, "cac:LegalMonetaryTotal"))
        g_hash_table_insert(reader->totals, g_strdup(element), g_strdup(text));
    else if (g_str_equal(element, "cbc:TaxAmount") && !inside(reader, "cac:TaxSubtotal")
             && !g_hash_table_contains(reader->totals, element))
        g_hash_table_insert(reader->totals, g_strdup(element), g_strdup(text));
    else if (inside(reader, "cac:AllowanceCharge") && !inside(reader, "cac:Price"))
        read_adjustment_element(reader, element, text);
    else if (reader->line != NULL)
        read_line_element(reader, element, text);
    if (g_str_equal(element, "cac:InvoiceLine") || g_str_equal(element, "cac:CreditNoteLine"))
        reader->line = NULL;
    g_string_truncate(reader->text, 0);
    g_free(g_queue_pop_tail(reader->path));
}

static void
text(GMarkupParseContext *context, const char *piece, gsize length, gpointer data, GError **error)
{
    g_string_append_len(((Reader *)data)->text, piece, (gssize)length);
}

static void
check(const Reader *reader, const char *element, CareMoney computed)
{
    const char *wanted = g_hash_table_lookup(reader->totals, element);

    if (wanted != NULL && money(wanted) != computed)
        g_error("%s is %" G_GINT64_FORMAT ", the file says %s", element, computed, wanted);
}

static void
read_file(Reader *reader, const char *path)
{
    static const GMarkupParser parser = { start_element, end_element, text, NULL, NULL };
    g_autoptr(GMarkupParseContext) context = g_markup_parse_context_new(&parser, 0, reader, NULL);
    g_autoptr(GError) error = NULL;
    g_autofree char *xml = NULL;
    gsize length;

    g_file_get_contents(path, &xml, &length, &error);
    g_assert_no_error(error);
    g_markup_parse_context_parse(context, g_str_has_prefix(xml, "\xef\xbb\xbf") ? xml + 3 : xml,
                                 (gssize)(g_str_has_prefix(xml, "\xef\xbb\xbf") ? length - 3 : length),
                                 &error);
    g_assert_no_error(error);
}

/* Takes the stated net where a line's parts do not make it. */
static void
settle_lines(const Reader *reader, const CareBillTotals *totals)
{
    for (guint i = 0; i < reader->bill->lines->len; i++) {
        CareBillLine *line = reader->bill->lines->pdata[i];
        CareMoney net = g_array_index(reader->nets, CareMoney, i);

        if (g_array_index(totals->lines, CareBillLineTotal, i).net == net)
            continue;
        g_ptr_array_set_size(line->adjustments, 0);
        line->quantity = net < 0 ? -CARE_DECIMAL_ONE : CARE_DECIMAL_ONE;
        line->base_quantity = CARE_DECIMAL_ONE;
        line->price = ABS(net) * (CARE_DECIMAL_SCALE / 100);
    }
}

static void
test_example(gconstpointer data)
{
    g_autoptr(CareBill) bill = care_bill_new("EUR", CARE_PRICES_NET);
    g_autoptr(GHashTable) wanted = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, g_free);
    g_autoptr(GString) buffer = g_string_new(NULL);
    g_autoptr(GQueue) path = g_queue_new();
    g_autoptr(GError) error = NULL;
    g_autoptr(GArray) nets = g_array_new(FALSE, FALSE, sizeof(CareMoney));
    g_autoptr(CareBillTotals) as_read = NULL, totals = NULL;
    Reader reader = { .bill = bill, .text = buffer, .path = path, .nets = nets, .totals = wanted };

    read_file(&reader, data);
    if (g_hash_table_contains(wanted, "cbc:PrepaidAmount"))
        bill->paid = money(g_hash_table_lookup(wanted, "cbc:PrepaidAmount"));
    if (g_hash_table_contains(wanted, "cbc:PayableRoundingAmount"))
        bill->rounding = money(g_hash_table_lookup(wanted, "cbc:PayableRoundingAmount"));
    as_read = care_bill_total(bill, &error);
    g_assert_no_error(error);
    g_assert_cmpuint(nets->len, ==, bill->lines->len);
    settle_lines(&reader, as_read);
    totals = care_bill_total(bill, &error);
    g_assert_no_error(error);
    g_assert_cmpuint(bill->lines->len, >, 0);
    check(&reader, "cbc:LineExtensionAmount", totals->line_total);
    check(&reader, "cbc:AllowanceTotalAmount", totals->allowances);
    check(&reader, "cbc:ChargeTotalAmount", totals->charges);
    check(&reader, "cbc:TaxExclusiveAmount", totals->net);
    check(&reader, "cbc:TaxAmount", totals->tax);
    check(&reader, "cbc:TaxInclusiveAmount", totals->gross);
    check(&reader, "cbc:PayableAmount", totals->due);
}

int
main(int argc, char **argv)
{
    static const char *const examples[]
        = { "sample-discount-price", "ubl-tc434-creditnote1", "ubl-tc434-example1", "ubl-tc434-example2",
            "ubl-tc434-example3" };

    g_test_init(&argc, &argv, NULL);
    for (gsize i = 0; i < G_N_ELEMENTS(examples); i++) {
        g_autofree char *file = g_strconcat(examples[i], ".xml", NULL);
        g_autofree char *name = g_strconcat("/ubl-examples/", examples[i], NULL);
        char *path = g_test_build_filename(G_TEST_DIST, "..", "..", "shared", "data", "einvoice", file, NULL);

        if (g_file_test(path, G_FILE_TEST_EXISTS))
            g_test_add_data_func_full(name, path, test_example, g_free);
        else
            g_free(path);
    }
    return g_test_run();
}
