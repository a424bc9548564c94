/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "common/case-table.h"
#include "model/device.h"

typedef struct {
    const char *name;
    const char *device;
    const char *sort;
    const char *called;
} CalledCase;

static const CalledCase called_cases[] = {
    { "noun", "Coffee machine Silvia", "Coffee machine", "coffee machine Silvia" },
    { "hyphen", "E-bike Charger4", "E-bike", "e-bike Charger4" },
    { "title", "Coffee Machine Silvia", "Coffee Machine", "Coffee Machine Silvia" },
    { "title-of-name", "Coffee Machine Silvia", "Coffee machine", "Coffee Machine Silvia" },
    { "title-hyphen", "E-Bike Charger4", "E-Bike", "E-Bike Charger4" },
    { "brand-in-kind", "Apple Watch SE", "Apple Watch", "Apple Watch SE" },
    { "brand-and-noun", "Vespa scooter 50", "Vespa scooter", "Vespa scooter 50" },
    { "brand-ends-so", "Swatch Once", "Swatch", "Swatch Once" },
    { "watch", "Watch Once", "Watch", "watch Once" },
    { "two", "Hedge trimmer HS45", "Hedge trimmer", "hedge trimmer HS45" },
    { "blank", "E- bike", "E- bike", "E- bike" },
    { "alone", "Dishwasher", "Dishwasher", "dishwasher" },
    { "brand", "Bosch dishwasher", "Dishwasher", "Bosch dishwasher" },
    { "longer", "Phoneix 3", "Phone", "Phoneix 3" },
    { "letters", "TV set", "TV set", "TV set" },
    { "german", "Waschmaschine WAX32", "Waschmaschine", "Waschmaschine WAX32" },
    { "unsaid", "Touring bike", NULL, "Touring bike" },
};

/* In sentences a thing is called as a noun is, where it is one. */
static void
test_called(gconstpointer data)
{
    const CalledCase *row = data;
    g_autofree char *called = care_device_in_sentence(row->device, row->sort);

    g_assert_cmpstr(called, ==, row->called);
}

int
main(int argc, char *argv[])
{
    g_test_init(&argc, &argv, NULL);
    CARE_TEST_ADD_TABLE("/device/called", called_cases, name, test_called);
    return g_test_run();
}
