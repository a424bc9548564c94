/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "model/vat-number.h"

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

int
main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/vat-number/form", test_form);
    return g_test_run();
}
