/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "common/case-table.h"
#include "exchange/json/invoice-json.h"

/* The document is written with ' for ", and as much of it as the case is about; `expected` is a list of path=value. */
typedef struct {
    const char *name;
    const char *document;
    const char *expected;
} Case;

#define EUR "{'currency':'EUR','lines':["
#define GROSS "{'currency':'EUR','prices':'gross','lines':["
#define LINE(price, rate) "{'quantity':'1','price':'" price "','category':'S','rate':'" rate "'}"
#define LINES(quantity, price, rate)                                                                         \
    "{'quantity':'" quantity "','price':'" price "','category':'S','rate':'" rate "'}"
#define QUEBEC(price)                                                                                        \
    "{'quantity':'1','price':'" price "','taxes':[{'name':'TPS','rate':'5'},{'name':'TVQ','rate':'9.975'}]}"

static const Case cases[] = {
    /* I4: tax per rate, not per line */
    { "per-rate", EUR LINE("0.35", "19") "," LINE("0.35", "19") "," LINE("0.35", "19") "]}",
      "line_total=1.05 tax=0.20 gross=1.25 vat.0.taxable=1.05 vat.0.rate=19 vat.0.category=S" },
    /* I12 */
    { "138.66-at-19", EUR LINE("138.66", "19") "]}", "net=138.66 tax=26.35 gross=165.01 due=165.01" },
    { "withholding", EUR LINE("1393.50", "21") "],'withholding':{'percent':'15'}}",
      "net=1393.50 tax=292.64 gross=1686.14 withheld=209.03 due=1477.11" },
    { "two-taxes-300", EUR QUEBEC("300") "]}",
      "gross=344.93 vat.0.name=TPS vat.0.tax=15.00 vat.1.name=TVQ vat.1.rate=9.975 vat.1.tax=29.93" },
    { "two-taxes-140", EUR QUEBEC("140") "]}", "gross=160.97 vat.1.tax=13.97 tax=20.97" },
    { "two-taxes-1140", EUR QUEBEC("1140") "]}", "gross=1310.72" },
    /* I11: each rounded for itself, and with what is taxable as from a net price */
    { "two-taxes-within-100", GROSS QUEBEC("100") "]}",
      "net=86.97 vat.0.taxable=86.97 vat.0.tax=4.35 vat.1.tax=8.68 gross=100.00 lines.0.net=86.97" },
    { "two-taxes-within-three-lines", GROSS QUEBEC("0.10") "," QUEBEC("0.10") "," QUEBEC("99.80") "]}",
      "net=86.97 line_total=86.97 vat.0.tax=4.35 vat.1.tax=8.68 gross=100.00" },
    { "two-taxes-within-less-than-nothing",
      GROSS "{'quantity':'-1','price':'100','taxes':["
            "{'name':'TPS','rate':'5'},{'name':'TVQ','rate':'9.975'}]}]}",
      "net=-86.97 vat.0.tax=-4.35 vat.1.tax=-8.68 gross=-100.00 lines.0.net=-86.97" },
    { "two-halves-within",
      GROSS "{'quantity':'1','price':'0.12','taxes':["
            "{'name':'A','rate':'10'},{'name':'B','rate':'10'}]}]}",
      "net=0.10 vat.0.tax=0.01 vat.1.tax=0.01 gross=0.12 lines.0.net=0.10" },
    { "two-taxes-up-within",
      GROSS "{'quantity':'1','price':'0.06','taxes':["
            "{'name':'A','rate':'50'},{'name':'B','rate':'100'}]}]}",
      "vat.0.tax=0.01 vat.1.tax=0.02 net=0.03 lines.0.net=0.03" },
    /* I4: by how much the sum of each pair is, whichever its sign */
    { "percent-off-both-signs",
      EUR LINE("100", "19") "," LINES("-1", "40", "7") "],'adjustments':[{'reason':'x','percent':'10'}]}",
      "vat.0.taxable=95.71 vat.1.taxable=-41.71 net=54.00 allowances=6.00" },
    { "deposit-off", EUR LINE("8500", "19") "," LINES("-1", "7500", "19") "]}", "net=1000.00 gross=1190.00" },
    { "three-at-20", EUR LINE("299.33", "20") "," LINE("179.33", "20") "," LINE("99.34", "20") "]}",
      "tax=115.60 net=578.00" },
    { "3-times-10.01", EUR LINES("3", "10.01", "20") "]}", "gross=36.04 tax=6.01" },
    { "two-at-23", EUR LINE("55.55", "23") "," LINE("11.11", "23") "]}", "tax=15.33" },
    /* rounding */
    { "half-away-from-zero", EUR LINE("0.50", "5") "]}", "tax=0.03" },
    { "half-below-zero", EUR LINES("-1", "0.50", "5") "]}", "tax=-0.03 gross=-0.53" },
    { "line-half", EUR LINES("0.5", "0.01", "19") "]}", "lines.0.net=0.01" },
    { "line-half-below-zero", EUR LINES("-0.5", "0.01", "19") "]}", "lines.0.net=-0.01" },
    { "lines-round-apart", EUR LINES("0.5", "0.01", "19") "," LINES("0.5", "0.01", "19") "]}",
      "line_total=0.02" },
    { "six-decimals", EUR LINES("3", "0.333333", "19") "]}", "lines.0.net=1.00" },
    { "quantity-of-six-decimals", EUR LINES("0.123456", "100", "19") "]}", "lines.0.net=12.35" },
    { "binary-would-fail", EUR LINES("1", "1.005", "19") "]}", "lines.0.net=1.01" },
    { "binary-would-fail-2", EUR LINES("1", "2.675", "19") "]}", "lines.0.net=2.68" },
    { "base-quantity", EUR "{'quantity':'7','price':'9.99','base_quantity':'3','category':'S','rate':'19'}]}",
      "lines.0.net=23.31" },
    { "rate-of-four-places", EUR LINE("1000", "9.9755") "]}", "tax=99.76 vat.0.rate=9.9755" },
    { "rates-are-numbers", EUR LINE("1", "19") "," LINE("1", "19.00") "]}", "vat.#=1 vat.0.taxable=2.00" },
    /* currencies */
    { "yen", "{'currency':'JPY','lines':[" LINE("1250", "10") "," LINE("33", "10") "]}",
      "line_total=1283 tax=128 gross=1411" },
    { "yen-half", "{'currency':'JPY','lines':[" LINES("3", "0.5", "10") "]}", "line_total=2" },
    { "dinar", "{'currency':'KWD','lines':[" LINES("3", "1.2345", "5") "]}", "line_total=3.704 tax=0.185" },
    { "franc-rounded", "{'currency':'CHF','lines':[" LINE("12.34", "8.1") "],'rounding':'0.01'}",
      "gross=13.34 rounding=0.01 due=13.35" },
    /* line adjustments */
    { "percent-off",
      EUR "{'quantity':'2','price':'49.90','category':'S','rate':'19','adjustments':"
          "[{'charge':false,'percent':'10','reason':'Regular'}]}]}",
      "lines.0.net=89.82" },
    { "percent-with-base",
      EUR "{'quantity':'2','price':'49.90','category':'S','rate':'19','adjustments':"
          "[{'reason':'x','charge':false,'percent':'10','base':'50.00'}]}]}",
      "lines.0.net=94.80" },
    { "percents-do-not-run-on",
      EUR "{'quantity':'1','price':'100','category':'S','rate':'19','adjustments':"
          "[{'reason':'x','percent':'10'},{'reason':'x','percent':'10'}]}]}",
      "lines.0.net=80.00" },
    { "charge",
      EUR "{'quantity':'1','price':'49.90','category':'S','rate':'19','adjustments':"
          "[{'reason':'x','charge':true,'amount':'5.00'},{'reason':'x','amount':'0.90'}]}]}",
      "lines.0.net=54.00" },
    { "warranty",
      EUR "{'quantity':'1','price':'80','category':'S','rate':'19','adjustments':"
          "[{'percent':'100','reason':'Warranty'}]}]}",
      "lines.0.net=0.00 gross=0.00 vat.0.taxable=0.00" },
    { "percent-of-a-credit",
      EUR "{'quantity':'-1','price':'33.33','category':'S','rate':'19','adjustments':"
          "[{'reason':'x','percent':'50'}]}]}",
      "lines.0.net=-16.66" },
    { "percent-and-amount-agree",
      EUR "{'quantity':'1','price':'33.33','category':'S','rate':'19','adjustments':"
          "[{'reason':'x','percent':'10','base':'33.33','amount':'3.34'}]}]}",
      "lines.0.net=29.99" },
    /* document adjustments */
    { "discount-of-a-pair",
      EUR LINE("100", "19") "," LINE("50", "7") "],'adjustments':"
                                                "[{'reason':'x','percent':'10','category':'S','rate':'19'}]}",
      "allowances=10.00 net=140.00 vat.0.taxable=90.00 vat.1.taxable=50.00 tax=20.60" },
    { "charge-of-a-new-pair",
      EUR LINE("100", "19") "],'adjustments':"
                            "[{'reason':'x','charge':true,'amount':'6.90','category':'S','rate':'7'}]}",
      "charges=6.90 net=106.90 vat.1.rate=7 vat.1.taxable=6.90 vat.1.tax=0.48" },
    { "discount-spread",
      EUR LINE("100", "19") "," LINE("50", "7") "],'adjustments':[{'reason':'x','amount':'10.00'}]}",
      "allowances=10.00 net=140.00 vat.0.taxable=93.33 vat.1.taxable=46.67" },
    { "discount-spread-tie",
      EUR LINE("50", "19") "," LINE("50", "7") "],'adjustments':[{'reason':'x','amount':'0.01'}]}",
      "vat.0.taxable=49.99 vat.1.taxable=50.00" },
    { "discount-spread-three",
      EUR LINE("10", "19") "," LINE("10", "7") "," LINE("10", "5") "],'adjustments':"
                                                                   "[{'reason':'x','amount':'1.00'}]}",
      "vat.0.taxable=9.66 vat.1.taxable=9.67 vat.2.taxable=9.67 allowances=1.00" },
    { "percent-spread",
      EUR LINE("33.33", "19") "," LINE("33.34", "7") "],'adjustments':[{'reason':'x','percent':'3'}]}",
      "allowances=2.00 net=64.67 vat.0.taxable=32.33 vat.1.taxable=32.34" },
    { "charge-spread",
      EUR LINE("10", "19") "," LINE("30",
                                    "7") "],'adjustments':[{'reason':'x','charge':true,'amount':'5.01'}]}",
      "charges=5.01 vat.0.taxable=11.25 vat.1.taxable=33.76" },
    { "spread-by-absolute-sums",
      EUR LINE("30", "19") "," LINES("-1", "10", "7") "],'adjustments':"
                                                      "[{'reason':'x','amount':'4.00'}]}",
      "vat.0.taxable=27.00 vat.1.taxable=-11.00" },
    { "spread-over-named-taxes",
      EUR QUEBEC("100") "," LINE("100", "20") "],'adjustments':[{'reason':'x','amount':'10'}]}",
      "net=190.00 vat.0.taxable=95.00 vat.2.taxable=95.00" },
    /* categories */
    { "car-part-exchange",
      EUR LINE("1000", "19") "," LINE("100",
                                      "19") ",{'quantity':'-1','price':'100','category':'E','rate':'0'}]}",
      "net=1000.00 tax=209.00 gross=1209.00 vat.1.category=E vat.1.taxable=-100.00 vat.1.tax=0.00" },
    { "small-business", EUR "{'quantity':'1','price':'49.90','category':'E','rate':'0'}]}",
      "tax=0.00 gross=49.90 vat.0.category=E vat.0.rate=0" },
    { "reverse-charge-without-rate", EUR "{'quantity':'1','price':'49.90','category':'AE'}]}",
      "gross=49.90 vat.0.category=AE" },
    { "outside-scope", EUR "{'quantity':'1','price':'49.90','category':'O'}]}",
      "gross=49.90 vat.0.rate=null" },
    { "rate-alone", EUR "{'quantity':'1','price':'10','rate':'19'}]}", "vat.0.category=S tax=1.90" },
    { "no-tax-at-all", EUR "{'quantity':'1','price':'10','taxes':[]}]}", "vat.#=0 gross=10.00" },
    { "named-tax-once-per-name", EUR QUEBEC("0.35") "," QUEBEC("0.35") "," QUEBEC("0.35") "]}",
      "vat.#=2 vat.0.taxable=1.05 vat.0.tax=0.05 vat.1.tax=0.10" },
    { "named-tax-over-groups",
      EUR QUEBEC("100") ",{'quantity':'1','price':'50','taxes':[{'name':'TPS','rate':'5'}]}]}",
      "vat.#=2 vat.0.taxable=150.00 vat.0.tax=7.50 vat.1.taxable=100.00" },
    /* prices with tax */
    { "gross-3-times-9.99", GROSS LINES("3", "9.99", "19") "]}",
      "gross=29.97 tax=4.79 net=25.18 lines.0.net=25.18 line_total=25.18" },
    { "gross-three-lines", GROSS LINE("9.99", "19") "," LINE("9.99", "19") "," LINE("9.99", "19") "]}",
      "gross=29.97 tax=4.79 line_total=25.18 lines.0.net=8.40 lines.1.net=8.39 lines.2.net=8.39" },
    { "gross-two-rates", GROSS LINE("119", "19") "," LINE("107", "7") "]}",
      "net=200.00 tax=26.00 gross=226.00 lines.0.net=100.00 lines.1.net=100.00" },
    { "gross-discount", GROSS LINE("119", "19") "],'adjustments':[{'reason':'x','amount':'11.90'}]}",
      "allowances=10.00 line_total=100.00 net=90.00 tax=17.10 gross=107.10" },
    { "gross-discount-spread",
      GROSS LINE("100", "19") "," LINE("50", "7") "],'adjustments':[{'reason':'x','amount':'10.00'}]}",
      "gross=140.00 vat.0.taxable=78.43 vat.0.tax=14.90 vat.1.taxable=43.62 vat.1.tax=3.05" },
    { "gross-line-discount",
      GROSS "{'quantity':'1','price':'49.90','category':'S','rate':'19','adjustments':"
            "[{'reason':'x','percent':'10'}]}]}",
      "gross=44.91 net=37.74 tax=7.17" },
    { "gross-credit", GROSS LINES("-3", "9.99", "19") "]}", "gross=-29.97 tax=-4.79 net=-25.18" },
    { "gross-without-tax", GROSS "{'quantity':'1','price':'49.90','category':'E','rate':'0'}]}",
      "gross=49.90 net=49.90 tax=0.00" },
    { "gross-two-taxes", GROSS QUEBEC("114.98") "]}",
      "gross=114.98 net=100.00 vat.0.tax=5.00 vat.1.tax=9.98" },
    { "gross-unreachable-0.01", GROSS LINE("0.01", "19") "]}", "gross=0.01 net=0.01 tax=0.00" },
    { "gross-yen", "{'currency':'JPY','prices':'gross','lines':[" LINES("3", "110", "10") "]}",
      "gross=330 net=300 tax=30" },
    /* what is due */
    { "paid-before", EUR LINE("100", "19") "],'paid':'19.00'}", "gross=119.00 paid=19.00 due=100.00" },
    { "overpaid", EUR LINE("100", "19") "],'paid':'120.00'}", "due=-1.00" },
    { "rounded", EUR LINE("100", "19") "],'rounding':'-0.03'}", "due=118.97 gross=119.00" },
    { "credit-note", "{'currency':'EUR','type':'381','lines':[" LINE("100", "19") "]}",
      "gross=119.00 due=119.00" },
    { "unknown-members",
      "{'currency':'EUR','colour':'red','lines':["
      "{'quantity':'1','price':'1','category':'S','rate':'19','x':1}],'paid':null}",
      "gross=1.19 paid=0.00" },
};

static JsonNode *
parse(const char *document)
{
    g_autofree char *json = g_strdelimit(g_strdup(document), "'", '"');
    g_autoptr(GError) error = NULL;
    JsonNode *node = json_from_string(json, &error);

    g_assert_no_error(error);
    return node;
}

/* The value at a path: members and indexes between dots, "#" for a list's length. */
static char *
value_at(JsonNode *node, const char *path)
{
    g_auto(GStrv) steps = g_strsplit(path, ".", -1);

    for (char **step = steps; *step != NULL; step++) {
        if (strcmp(*step, "#") == 0)
            return g_strdup_printf("%u", json_array_get_length(json_node_get_array(node)));
        node = g_ascii_isdigit(**step) ? json_array_get_element(json_node_get_array(node),
                                                                (guint)g_ascii_strtoull(*step, NULL, 10))
                                       : json_object_get_member(json_node_get_object(node), *step);
        g_assert_nonnull(node);
    }
    return g_strdup(JSON_NODE_HOLDS_NULL(node) ? "null" : json_node_get_string(node));
}

static void
test_total(gconstpointer data)
{
    const Case *c = data;
    g_autoptr(GError) error = NULL;
    g_autoptr(JsonNode) in = parse(c->document);
    g_autoptr(JsonNode) out = care_invoice_json_total(in, &error);
    g_auto(GStrv) wanted = g_strsplit(c->expected, " ", -1);

    g_assert_no_error(error);
    for (char **pair = wanted; *pair != NULL; pair++) {
        char *equals = strchr(*pair, '=');
        g_autofree char *value = NULL;
        *equals = '\0';
        value = value_at(out, *pair);
        if (strcmp(value, equals + 1) != 0)
            g_error("%s is %s, not %s", *pair, value, equals + 1);
    }
}

/* The members and their order are a promise to scripts. */
static void
test_shape(void)
{
    g_autoptr(JsonNode) in = parse(EUR LINE("0.35", "19") "]}");
    g_autoptr(JsonNode) out = care_invoice_json_total(in, NULL);
    g_autofree char *json = json_to_string(out, FALSE);

    g_assert_cmpstr(
        json, ==,
        "{\"lines\":[{\"net\":\"0.35\"}],"
        "\"vat\":[{\"category\":\"S\",\"rate\":\"19\",\"taxable\":\"0.35\",\"tax\":\"0.07\"}],"
        "\"line_total\":\"0.35\",\"allowances\":\"0.00\",\"charges\":\"0.00\",\"net\":\"0.35\","
        "\"tax\":\"0.07\",\"gross\":\"0.42\",\"paid\":\"0.00\",\"rounding\":\"0.00\",\"due\":\"0.42\"}");
}

int
main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    CARE_TEST_ADD_TABLE("/invoice-total", cases, name, test_total);
    g_test_add_func("/invoice-total/shape", test_shape);
    return g_test_run();
}
