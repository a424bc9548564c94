/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "common/case-table.h"
#include "exchange/import/contact-name.h"

typedef struct {
    const char *name;
    const char *other;
    CareNamesRelation relation;
} Case;

static const Case cases[] = {
    { "Bea Koch", "béa KOCH", CARE_NAMES_EQUAL },
    { "Bea Koch", "Koch, Bea", CARE_NAMES_EQUAL },
    { "Dr. Bea Koch", "Bea Koch", CARE_NAMES_EQUAL },
    { "Mr. John Wood", "John Wood", CARE_NAMES_EQUAL },
    { "Seán O'Brien", "Sean O’Brien", CARE_NAMES_EQUAL },
    { "M. Muster", "M. Muster", CARE_NAMES_EQUAL },
    { "Bea", "Bea Koch", CARE_NAMES_FIT },
    { "Bea M. Koch", "Bea Koch", CARE_NAMES_FIT },
    { "Karl Weber", "Karl Heinz Weber", CARE_NAMES_NEAR },
    { "Ines Falkner", "Ines Falkner-Weiß", CARE_NAMES_NEAR },
    { "John Doe", "John Doe Jr.", CARE_NAMES_NEAR },
    { "Weber", "Frau Weber", CARE_NAMES_NEAR },
    { "John Doe Sr.", "John Doe Jr.", CARE_NAMES_OTHER },
    { "Herr Kim Lee", "Frau Kim Lee", CARE_NAMES_OTHER },
    { "M. Muster", "Max Muster", CARE_NAMES_OTHER },
    { "Max Muster", "Maria Muster", CARE_NAMES_OTHER },
    { "Koch", "Bea Koch", CARE_NAMES_OTHER },
    { "John A. Smith", "John Smith", CARE_NAMES_FIT },
    { "Mia Sand", "Bea Koch", CARE_NAMES_OTHER },
    { "王小明", "王小明", CARE_NAMES_EQUAL },
    { "...", "...", CARE_NAMES_OTHER },
};

/* Either way round. */
static void
test_compare(gconstpointer data)
{
    const Case *row = data;
    g_autoptr(CareContactName) a = care_contact_name_new(row->name, NULL, NULL, NULL);
    g_autoptr(CareContactName) b = care_contact_name_new(row->other, NULL, NULL, NULL);

    g_assert_cmpint(care_contact_names_compare(a, b), ==, row->relation);
    g_assert_cmpint(care_contact_names_compare(b, a), ==, row->relation);
}

/* A middle name that its source tells apart is one; the same word in a double given name may be somebody else's. */
static void
test_parts(void)
{
    g_autoptr(CareContactName) whole = care_contact_name_new("John Michael Wood", NULL, "John", "Wood");
    g_autoptr(CareContactName) two = care_contact_name_new("John Michael Wood", NULL, "John Michael", "Wood");
    g_autoptr(CareContactName) bare = care_contact_name_new("John Wood", NULL, "John", "Wood");
    g_autoptr(CareContactName) other = care_contact_name_new("John Peter Wood", NULL, "John", "Wood");

    g_assert_cmpint(care_contact_names_compare(whole, bare), ==, CARE_NAMES_FIT);
    g_assert_cmpint(care_contact_names_compare(two, bare), ==, CARE_NAMES_NEAR);
    g_assert_cmpint(care_contact_names_compare(whole, other), ==, CARE_NAMES_OTHER);
    g_assert_true(care_contact_name_is_fuller(whole, bare));
    g_assert_false(care_contact_name_is_fuller(whole, other));
}

static void
test_changes(void)
{
    g_autoptr(CareContactName) before = care_contact_name_new("Ines Falkner", NULL, NULL, NULL);
    g_autoptr(CareContactName) married = care_contact_name_new("Ines Weiß", NULL, NULL, NULL);
    g_autoptr(CareContactName) sister = care_contact_name_new("Eva Falkner", NULL, NULL, NULL);

    g_assert_true(care_contact_names_may_change(before, married));
    g_assert_false(care_contact_names_may_change(before, sister));
    g_assert_true(care_contact_name_tells("Dott. Mario Rossi", "dott"));
    g_assert_false(care_contact_name_tells("Mario Rossi", "Giovanni"));
}

int
main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    CARE_TEST_ADD_TABLE("/contact-name", cases, name, test_compare);
    g_test_add_func("/contact-name/parts", test_parts);
    g_test_add_func("/contact-name/changes", test_changes);
    return g_test_run();
}
