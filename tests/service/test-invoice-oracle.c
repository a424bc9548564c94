/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "common/case-table.h"
#include "exchange/json/invoice-json.h"

/* Random invoices whose totals tests/fixtures/invoices/oracle.py worked out with exact fractions. */

static const char *const sums[]
    = { "line_total", "allowances", "charges", "net", "tax", "gross", "paid", "rounding", "due" };

static JsonArray *
member_array(JsonObject *object, const char *name)
{
    return json_object_get_array_member(object, name);
}

static void
compare_vat(JsonObject *wanted, JsonObject *got)
{
    JsonArray *rows = member_array(wanted, "vat"), *vat = member_array(got, "vat");

    g_assert_cmpuint(json_array_get_length(vat), ==, json_array_get_length(rows));
    for (guint i = 0; i < json_array_get_length(rows); i++) {
        JsonArray *row = json_array_get_array_element(rows, i);
        JsonObject *made = json_array_get_object_element(vat, i);
        const char *name = json_object_has_member(made, "name")
                               ? json_object_get_string_member(made, "name")
                               : json_object_get_string_member(made, "category");
        g_assert_cmpstr(name, ==, json_array_get_string_element(row, 0));
        g_assert_cmpstr(json_object_get_string_member(made, "taxable"), ==,
                        json_array_get_string_element(row, 1));
        g_assert_cmpstr(json_object_get_string_member(made, "tax"), ==,
                        json_array_get_string_element(row, 2));
    }
}

static void
test_case(gconstpointer data)
{
    JsonObject *test = json_node_get_object((JsonNode *)data);
    JsonObject *wanted = json_object_get_object_member(test, "totals"), *got;
    JsonArray *lines = member_array(wanted, "lines");
    g_autoptr(GError) error = NULL;
    g_autoptr(JsonNode) out = care_invoice_json_total(json_object_get_member(test, "document"), &error);

    g_assert_no_error(error);
    got = json_node_get_object(out);
    for (gsize i = 0; i < G_N_ELEMENTS(sums); i++)
        g_assert_cmpstr(json_object_get_string_member(got, sums[i]), ==,
                        json_object_get_string_member(wanted, sums[i]));
    for (guint i = 0; i < json_array_get_length(lines); i++) {
        JsonObject *line = json_array_get_object_element(member_array(got, "lines"), i);
        g_assert_cmpstr(json_object_get_string_member(line, "net"), ==,
                        json_array_get_string_element(lines, i));
    }
    compare_vat(wanted, got);
}

int
main(int argc, char **argv)
{
    g_autoptr(GError) error = NULL;
    g_autoptr(JsonParser) parser = json_parser_new();
    g_autofree char *path = NULL;
    JsonArray *cases;

    g_test_init(&argc, &argv, NULL);
    path = g_test_build_filename(G_TEST_DIST, "fixtures", "invoices", "cases.json", NULL);
    json_parser_load_from_file(parser, path, &error);
    g_assert_no_error(error);
    cases = json_node_get_array(json_parser_get_root(parser));
    for (guint i = 0; i < json_array_get_length(cases); i++) {
        JsonNode *test = json_array_get_element(cases, i);
        care_test_add_row("/invoice-oracle", i,
                          json_object_get_string_member(json_node_get_object(test), "kind"), test, test_case);
    }
    return g_test_run();
}
