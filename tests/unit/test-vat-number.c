/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "model/vat-number.h"
#include "model/vat-territory.h"

static const struct {
    const char *text;
    gboolean fine;
} numbers[] = {
    { "DE312448907", TRUE },
    { "de 312 448 907", TRUE },
    { "DE12", FALSE },
    { "DE31244890X", FALSE },
    { "ATU12345678", TRUE },
    { "AT12345678", FALSE },
    { "NL123456789B01", TRUE },
    { "NL123456789", FALSE },
    { "IE1234567FA", TRUE },
    { "IE1A23456B", TRUE },
    { "ESX1234567R", TRUE },
    { "FRXX123456789", TRUE },
    { "CZ12345678", TRUE },
    { "CZ1234567890", TRUE },
    { "CZ1234567", FALSE },
    { "CHE-123.456.789", TRUE },
    { "CHE-123.456.789 MWST", TRUE },
    { "CHE-123.456.78", FALSE },
    { "GB123456789", TRUE },
    { "GBHA123", TRUE },
    { "GBXX123", FALSE },
    { "RO12", TRUE },
    { "RO1", FALSE },
    { "US 12-3456789", TRUE },
    { "12-3456789", TRUE },
    { "FR\u00a083\u202f404\u2009833 048", TRUE },
    { "DE312\u2011448\u2013907", TRUE },
    { "DE312448\xff", FALSE },
};

static void
test_form(void)
{
    for (gsize i = 0; i < G_N_ELEMENTS(numbers); i++) {
        g_test_message("%s", numbers[i].text);
        g_assert_cmpint(care_vat_number_is_well_formed(numbers[i].text), ==, numbers[i].fine);
    }
}

static const struct {
    const char *country, *postcode, *territory;
} places[] = {
    { "DE", "10969", "DE" },  { "DE", NULL, "DE" },      { "DE", "D-78266", "CH" }, { "MC", "98000", "FR" },
    { "FR", "98000", "FR" },  { "IM", "IM1 1AA", "GB" }, { "LI", NULL, "CH" },      { "ES", "28035", "ES" },
    { "ES", "38001", "IC" },  { "FI", "22100", "AX" },   { "PT", "9000", "PT" },    { "IT", "23100", "IT" },
    { "GR", "546 22", "GR" },
};

static void
test_territory(void)
{
    for (gsize i = 0; i < G_N_ELEMENTS(places); i++)
        g_assert_cmpstr(care_vat_territory(places[i].country, places[i].postcode), ==, places[i].territory);
    g_assert_cmpstr(care_vat_territory("DE", "27498"), !=, "DE");
    g_assert_cmpstr(care_vat_territory("FR", "97400"), !=, "FR");
}

static void
test_other_state(void)
{
    g_assert_true(care_vat_number_is_of_other_state("el 123456789", "DE"));
    g_assert_false(care_vat_number_is_of_other_state("EL123456789", "GR"));
    g_assert_false(care_vat_number_is_of_other_state("GB123456789", "DE"));
    g_assert_true(care_vat_number_is_of_other_state("XI123456789", "DE"));
    g_assert_false(care_vat_number_is_of_other_state("XI123456789", "GB"));
    g_assert_false(care_vat_number_is_of_other_state("12-3456789", "DE"));
    g_assert_true(care_vat_numbers_equal("DE312448907", "de 312 448-907"));
}

int
main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/vat-number/form", test_form);
    g_test_add_func("/vat-number/territory", test_territory);
    g_test_add_func("/vat-number/other-state", test_other_state);
    return g_test_run();
}
