/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "common/case-table.h"
#include "core/errors.h"
#include "exchange/json/invoice-json.h"

typedef struct {
    const char *name;
    const char *document; /* with ' for " */
    int code;
    const char *part; /* of the sentence */
} Case;

#define LINE(members) "{'currency':'EUR','lines':[{" members "}]}"
#define GOOD "{'quantity':'1','price':'10','category':'S','rate':'19'}"
#define BILL(members) "{'currency':'EUR','lines':[" GOOD "]," members "}"
#define INPUT CARE_ERROR_INPUT
#define REFUSED CARE_ERROR_REFUSED

static const Case cases[] = {
    { "not-an-object", "[]", INPUT, "not a JSON object" },
    { "a-string", "'abc'", INPUT, "not a JSON object" },
    { "no-currency", "{'lines':[]}", INPUT, "currency" },
    { "currency-made-up", "{'currency':'ZZZ','lines':[" GOOD "]}", INPUT, "currency: is no currency" },
    { "currency-a-metal", "{'currency':'XAU','lines':[" GOOD "]}", INPUT, "currency: is no currency" },
    { "lines-empty", "{'currency':'EUR','lines':[]}", REFUSED, "There are no lines" },
    { "name-empty", LINE("'name':'','quantity':'1','price':'1','category':'S','rate':'19'"), REFUSED,
      "Line 1: its name is empty" },
    { "name-blank", LINE("'name':'  ','quantity':'1','price':'1','category':'S','rate':'19'"), REFUSED,
      "Line 1: its name is empty" },
    { "rate-above-100", LINE("'quantity':'1','price':'1','category':'S','rate':'100.5'"), REFUSED,
      "at most 100 percent" },
    { "tax-above-100", LINE("'quantity':'1','price':'1','taxes':[{'name':'T','rate':'101'}]"), REFUSED,
      "at most 100 percent" },
    { "discount-without-reason",
      LINE("'quantity':'1','price':'9','category':'S','rate':'19','adjustments':[{'amount':'1'}]"), REFUSED,
      "Line 1: a discount or a charge needs a reason" },
    { "allowance-without-reason", BILL("'adjustments':[{'percent':'10'}]"), REFUSED,
      "Whole invoice: a discount or a charge needs a reason" },
    { "reason-blank", BILL("'adjustments':[{'percent':'10','reason':' '}]"), REFUSED, "needs a reason" },
    { "currency-in-small", "{'currency':'eur','lines':[]}", INPUT, "currency" },
    { "currency-a-number", "{'currency':978,'lines':[]}", INPUT, "currency" },
    { "no-lines", "{'currency':'EUR'}", INPUT, "lines: is missing" },
    { "lines-no-list", "{'currency':'EUR','lines':{}}", INPUT, "lines: must be a list" },
    { "line-no-object", "{'currency':'EUR','lines':['x']}", INPUT, "lines[0] must be an object" },
    { "type", BILL("'type':'999'"), INPUT, "type" },
    { "type-a-number", BILL("'type':380"), INPUT, "type" },
    { "prices", BILL("'prices':'both'"), INPUT, "prices" },
    { "price-abc", LINE("'quantity':'1','price':'abc','category':'S','rate':'19'"), INPUT,
      "lines[0].price: “abc”" },
    { "price-1e30", LINE("'quantity':'1','price':'1e30','category':'S','rate':'19'"), INPUT, "“1e30”" },
    { "price-a-number", LINE("'quantity':'1','price':10,'category':'S','rate':'19'"), INPUT,
      "quotation marks" },
    { "price-1e30-a-number", LINE("'quantity':'1','price':1e30,'category':'S','rate':'19'"), INPUT,
      "lines[0].price" },
    { "price-negative", LINE("'name':'Chain','quantity':'1','price':'-1','category':'S','rate':'19'"),
      REFUSED, "“Chain”: a price cannot be negative" },
    { "price-negative-unnamed", LINE("'quantity':'1','price':'-0.000001','category':'S','rate':'19'"),
      REFUSED, "Line 1: a price cannot be negative" },
    { "price-negative-gross",
      "{'currency':'EUR','prices':'gross','lines':[{'quantity':'1','price':'-1','category':"
      "'S','rate':'19'}]}",
      REFUSED, "negative" },
    { "price-seven-decimals", LINE("'quantity':'1','price':'0.1234567','category':'S','rate':'19'"), INPUT,
      "more than 6 decimals" },
    { "quantity-seven-decimals", LINE("'quantity':'1.0000000','price':'1','category':'S','rate':'19'"), INPUT,
      "lines[0].quantity" },
    { "price-missing", LINE("'quantity':'1','category':'S','rate':'19'"), INPUT,
      "lines[0].price: is missing" },
    { "price-null", LINE("'quantity':'1','price':null,'category':'S','rate':'19'"), INPUT, "is missing" },
    { "price-empty", LINE("'quantity':'1','price':'','category':'S','rate':'19'"), INPUT, "missing" },
    { "price-comma", LINE("'quantity':'1','price':'1,50','category':'S','rate':'19'"), INPUT, "“1,50”" },
    { "quantity-missing", LINE("'price':'1','category':'S','rate':'19'"), INPUT,
      "lines[0].quantity: is missing" },
    { "name-a-number", LINE("'name':1,'quantity':'1','price':'1','category':'S','rate':'19'"), INPUT,
      "lines[0].name" },
    { "base-quantity-zero", LINE("'quantity':'1','price':'1','base_quantity':'0','category':'S','rate':'19'"),
      REFUSED, "greater than 0" },
    { "base-quantity-negative",
      LINE("'quantity':'1','price':'1','base_quantity':'-1','category':'S','rate':'19'"), REFUSED,
      "greater than 0" },
    { "no-category", LINE("'quantity':'1','price':'1'"), INPUT, "lines[0].category: is missing" },
    { "no-rate", LINE("'quantity':'1','price':'1','category':'S'"), INPUT, "lines[0].rate: is missing" },
    { "unknown-category", LINE("'quantity':'1','price':'1','category':'X','rate':'19'"), REFUSED,
      "not known" },
    { "rate-negative", LINE("'quantity':'1','price':'1','category':'S','rate':'-19'"), REFUSED, "negative" },
    { "standard-at-zero", LINE("'quantity':'1','price':'1','category':'S','rate':'0'"), REFUSED, "above 0" },
    { "exempt-with-rate", LINE("'quantity':'1','price':'1','category':'E','rate':'19'"), REFUSED,
      "rate of 0" },
    { "outside-with-others",
      "{'currency':'EUR','lines':[" GOOD ",{'quantity':'1','price':'1','category':'O'}]}", REFUSED,
      "Category O" },
    { "category-and-taxes",
      LINE("'quantity':'1','price':'1','category':'S','rate':'19','taxes':[{'name':'T','rate':"
           "'5'}]"),
      REFUSED, "not both" },
    { "tax-without-name", LINE("'quantity':'1','price':'1','taxes':[{'rate':'5'}]"), INPUT,
      "lines[0].taxes[0].name: is missing" },
    { "tax-without-rate", LINE("'quantity':'1','price':'1','taxes':[{'name':'T'}]"), INPUT, "taxes[0].rate" },
    { "tax-negative", LINE("'quantity':'1','price':'1','taxes':[{'name':'T','rate':'-5'}]"), REFUSED,
      "negative" },
    { "tax-twice",
      LINE("'quantity':'1','price':'1','taxes':[{'name':'T','rate':'5'},{'name':'T','rate':'6'}]"), REFUSED,
      "twice" },
    { "adjustment-empty", BILL("'adjustments':[{'reason':'x'}]"), REFUSED,
      "needs an amount or a percentage" },
    { "base-without-percent", BILL("'adjustments':[{'reason':'x','amount':'1','base':'10'}]"), REFUSED,
      "needs its percentage" },
    { "percent-negative", BILL("'adjustments':[{'reason':'x','percent':'-1'}]"), REFUSED, "negative" },
    { "percent-and-amount-differ",
      BILL("'adjustments':[{'reason':'x','percent':'10','base':'100','amount':'10.03'}]"), REFUSED,
      "not its percentage" },
    { "amount-three-decimals", BILL("'adjustments':[{'reason':'x','amount':'1.005'}]"), INPUT,
      "adjustments[0].amount" },
    { "charge-a-string", BILL("'adjustments':[{'reason':'x','charge':'yes','amount':'1'}]"), INPUT,
      "true or false" },
    { "adjustment-category-without-rate", BILL("'adjustments':[{'reason':'x','amount':'1','category':'S'}]"),
      INPUT, "adjustments[0].rate" },
    { "line-adjustment-wrong",
      LINE("'quantity':'1','price':'1','category':'S','rate':'19','adjustments':[{'reason':'x','percent':"
           "'x'}]"),
      INPUT, "lines[0].adjustments[0].percent" },
    { "nothing-to-spread-over", "{'currency':'EUR','lines':[],'adjustments':[{'reason':'x','amount':'1'}]}",
      REFUSED, "no line" },
    { "withholding-a-string", BILL("'withholding':'15'"), INPUT, "withholding: must be an object" },
    { "withholding-without-percent", BILL("'withholding':{}"), INPUT, "withholding.percent" },
    { "withholding-too-much", BILL("'withholding':{'percent':'101'}"), REFUSED, "between 0 and 100" },
    { "paid-three-decimals", BILL("'paid':'0.001'"), INPUT, "paid" },
    { "rounding-a-number", BILL("'rounding':0.01"), INPUT, "rounding" },
    { "yen-with-decimals", "{'currency':'JPY','lines':[" GOOD "],'paid':'1.5'}", INPUT, "whole numbers" },
    { "line-too-large", LINE("'quantity':'9000000000000','price':'9000000000000','category':'S','rate':'19'"),
      INPUT, "too large" },
    { "sum-too-large",
      "{'currency':'EUR','lines':["
      "{'quantity':'9000000000','price':'9000000','category':'S','rate':'19'},"
      "{'quantity':'9000000000','price':'9000000','category':'S','rate':'19'}]}",
      INPUT, "too large" },
    { "gross-rate-too-large",
      "{'currency':'EUR','prices':'gross','lines':[{'quantity':'1','price':'1','category':'S',"
      "'rate':'9223372036854.7758'}]}",
      REFUSED, "at most 100 percent" },
    { "number-too-large", LINE("'quantity':'99999999999999','price':'1','category':'S','rate':'19'"), INPUT,
      "too large" },
};

static void
test_refused(gconstpointer data)
{
    const Case *c = data;
    g_autofree char *json = g_strdelimit(g_strdup(c->document), "'", '"');
    g_autoptr(GError) error = NULL;
    g_autoptr(JsonNode) in = json_from_string(json, &error);
    g_autoptr(JsonNode) out = NULL;

    g_assert_no_error(error);
    out = care_invoice_json_total(in, &error);
    g_assert_null(out);
    g_assert_error(error, CARE_ERROR, c->code);
    if (strstr(error->message, c->part) == NULL)
        g_error("“%s” does not say “%s”", error->message, c->part);
}

int
main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    CARE_TEST_ADD_TABLE("/invoice-refused", cases, name, test_refused);
    return g_test_run();
}
