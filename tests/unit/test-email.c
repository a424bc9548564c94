/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/email.h"

#include "core/errors.h"
#include "model/customer-email.h"
#include "model/customer.h"
#include "model/staff.h"

static const struct {
    const char *text;
    gboolean fine;
} addresses[] = {
    { "mara@kettle.example", TRUE },
    { "mara.otto+shop@mail.kettle.example", TRUE },
    { "zoë@łuczak.example", TRUE },
    { "\"Otto, Mara\"@kettle.example", TRUE },
    { "not an email", FALSE },
    { "mara", FALSE },
    { "mara@", FALSE },
    { "@kettle.example", FALSE },
    { "mara@kettle", FALSE },
    { "mara@kettle..example", FALSE },
    { "mara@otto@kettle.example", FALSE },
    { "a@b.example, c@d.example", FALSE },
    { "mara@kettle.example\n", FALSE },
    { "m/otto?@kettle-and-spoke.example", TRUE },
    { "mara@भारत.example", TRUE },
    { "mara@xn--uczak-bbb.example", TRUE },
    { "bea@paral·lel.cat", TRUE },
    { "bea@צה״ל.example", TRUE },
    { "bea@ミシン・店.example", TRUE },
    { "mara@kettle.example?subject=hi", FALSE },
    { "mara@kettle.example/path", FALSE },
    { "mara@kettle.example:25", FALSE },
    { "mara@-kettle.example", FALSE },
    { "mara@kettle-.example", FALSE },
    { "mara@kettle_spoke.example", FALSE },
    { "mara@kettle.example.", FALSE },
    { ".mara@kettle.example", FALSE },
    { "mara.@kettle.example", FALSE },
    { "mara..otto@kettle.example", FALSE },
    { "mara(shop)@kettle.example", FALSE },
    { "mailto:mara@kettle.example", FALSE },
    { "", FALSE },
};

static void
test_form(void)
{
    for (gsize i = 0; i < G_N_ELEMENTS(addresses); i++) {
        g_test_message("%s", addresses[i].text);
        g_assert_cmpint(care_email_is_address(addresses[i].text), ==, addresses[i].fine);
    }
}

static void
test_bare(void)
{
    static const char *const texts[][2] = {
        { " mara@kettle.example ", "mara@kettle.example" },
        { "Mara Otto <mara@kettle.example>", "mara@kettle.example" },
        { "mailto:mara@kettle.example", "mara@kettle.example" },
        { "Mara <3", "Mara <3" },
        { "Mara <mailto:mara@kettle.example> ", "mara@kettle.example" },
        { "\"Otto, Mara\" <mara@kettle.example>", "mara@kettle.example" },
        { "\"Mara@Kettle.example\" <mara@kettle.example>", "mara@kettle.example" },
        { "mara@kettle.example <mara@kettle.example>", "mara@kettle.example" },
        { "Koch, Bea <bea@kettle.example>", "bea@kettle.example" },
        { "Koch; Bea (Kettle & Spoke): <bea@kettle.example>", "bea@kettle.example" },
        { "Koch, Bea <mailto:bea@kettle.example>", "bea@kettle.example" },
        /* two, or other words: nothing is cut down */
        { "Ann <ann@kettle.example>, Bob <bob@kettle.example>",
          "Ann <ann@kettle.example>, Bob <bob@kettle.example>" },
        { "ann@kettle.example <bob@kettle.example>", "ann@kettle.example <bob@kettle.example>" },
        { "\"ann@kettle.example\" <bob@kettle.example>", "\"ann@kettle.example\" <bob@kettle.example>" },
        { "ann@kettle.example, Bob <bob@kettle.example>", "ann@kettle.example, Bob <bob@kettle.example>" },
        { "Ann <ann@kettle.example> until May", "Ann <ann@kettle.example> until May" },
        { "<ann@kettle.example", "<ann@kettle.example" },
    };

    for (gsize i = 0; i < G_N_ELEMENTS(texts); i++) {
        g_autofree char *bare = care_email_bare(texts[i][0]);

        g_test_message("%s", texts[i][0]);
        g_assert_cmpstr(bare, ==, texts[i][1]);
    }
}

/* Wherever one is kept: what is entered is one, and what a shop has held for long may stay. */
static void
check(CareRecord *record, CareRecord *row, int field)
{
    g_autoptr(CareRecord) stood = NULL;
    g_autoptr(GError) error = NULL;

    care_record_set_text(row, field, "not an email");
    g_assert_false(care_record_recheck(record, NULL, &error));
    g_assert_error(error, CARE_ERROR, CARE_ERROR_INPUT);
    stood = care_record_copy(record);
    g_assert_true(care_record_recheck(record, stood, NULL));
    g_assert_true(care_record_check_taken(record, CARE_SCHEMA_THAT_ASKED_MORE, NULL));
    care_record_set_text(row, field, "Mara Otto <mara@kettle.example>");
    care_record_drop_unseen(record, stood);
    g_assert_cmpstr(care_record_text(row, field), ==, "mara@kettle.example");
    g_assert_true(care_record_recheck(record, NULL, NULL));
}

static void
test_kept(void)
{
    g_autoptr(CareRecord) staff = CARE_RECORD(care_staff_new());
    g_autoptr(CareRecord) customer = CARE_RECORD(care_customer_new());

    care_record_set_text(staff, CARE_STAFF_NAME, "Mara");
    check(staff, staff, CARE_STAFF_EMAIL);
    care_record_set_text(customer, CARE_CUSTOMER_NAME, "Mara");
    care_record_set_text(customer, CARE_CUSTOMER_TYPE, "person");
    check(customer, care_record_list_add(customer, CARE_CUSTOMER_EMAILS), CARE_CUSTOMER_EMAIL_ADDRESS);
}

int
main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/email/form", test_form);
    g_test_add_func("/email/bare", test_bare);
    g_test_add_func("/email/kept", test_kept);
    return g_test_run();
}
