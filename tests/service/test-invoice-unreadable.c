/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
/* What cannot be read is told, and never taken for a yes. */
#include "core/errors.h"
#include "model/job.h"
#include "service/flow.h"
#include "service/invoices/invoice-check.h"
#include "service/invoices/invoice-document.h"
#include "service/invoices/invoice-number.h"
#include "service/jobs/order-document.h"

#include "billed-shop.h"

static const CareDate today = { 2026, 11, 24 };

/* Where the other invoices cannot be read, nobody knows what was billed of the job before. */
static void
test_what_was_billed(Shop *shop, gconstpointer data)
{
    g_autoptr(CareRecord) draft = shop_add_draft(shop, "Bea Koch");
    CareConnection *reader = care_store_reader(shop->store);
    g_autoptr(GError) error = NULL, seller = NULL;

    g_assert_cmpint(care_invoice_check(reader, draft, today, &error), ==, CARE_ISSUE_CLEAR);
    g_assert_no_error(error);
    shop_tamper(shop, "DROP TABLE invoice");
    g_assert_cmpint(care_invoice_check(reader, draft, today, &error), ==, CARE_ISSUE_UNREADABLE);
    g_assert_nonnull(error);
    g_assert_null(care_invoice_seller(reader, draft, &seller));
    g_assert_nonnull(seller);
}

/* An invoice whose job cannot be found was neither agreed nor done, as far as anybody knows. */
static void
test_its_job(Shop *shop, gconstpointer data)
{
    g_autoptr(CareRecord) draft = shop_add_draft(shop, "Bea Koch");
    g_autoptr(GError) error = NULL;

    care_record_set_int(draft, CARE_INVOICE_JOB, 999999);
    g_assert_cmpint(care_invoice_check(care_store_reader(shop->store), draft, today, &error), ==,
                    CARE_ISSUE_UNREADABLE);
    g_assert_nonnull(error);
}

/* Nor which day the last invoice bears. */
static void
test_the_last_day(Shop *shop, gconstpointer data)
{
    CareConnection *reader = care_store_reader(shop->store);
    g_autoptr(GError) error = NULL;

    g_assert_cmpint(care_invoice_number_check(reader, today, &error), ==, CARE_NUMBER_CLEAR);
    g_assert_no_error(error);
    shop_tamper(shop, "DROP TABLE invoice");
    g_assert_cmpint(care_invoice_number_check(reader, today, &error), ==, CARE_NUMBER_UNREADABLE);
    g_assert_nonnull(error);
}

/* Nor what the shop is called: a paper that does not say is one for ever. */
static void
test_its_settings(Shop *shop, gconstpointer data)
{
    g_autoptr(CareRecord) draft = shop_add_draft(shop, "Bea Koch");
    g_autoptr(GError) error = NULL;
    g_autofree char *value = NULL;

    g_assert_true(care_settings_check(care_store_reader(shop->store), &error));
    shop_tamper(shop, "ALTER TABLE setting RENAME TO away");
    g_assert_false(care_settings_check(care_store_reader(shop->store), NULL));
    g_assert_false(care_setting_find(care_store_reader(shop->store), CARE_SETTING_RESTORED, &value, &error));
    g_assert_nonnull(error);
    g_assert_cmpint(care_invoice_number_check(care_store_reader(shop->store), today, NULL), ==,
                    CARE_NUMBER_UNREADABLE);
}

/* The rows of the settings are there, and what finds them by their name finds none: each would be taken as not set. */
static void
lose_settings(Shop *shop)
{
    shop_tamper(shop, "CREATE TABLE blank (key TEXT NOT NULL UNIQUE); PRAGMA writable_schema = ON;"
                      "UPDATE sqlite_schema SET rootpage = (SELECT rootpage FROM sqlite_schema WHERE name = "
                      "'sqlite_autoindex_blank_1') WHERE name = 'sqlite_autoindex_setting_1';"
                      "PRAGMA schema_version = 4711; PRAGMA writable_schema = OFF");
}

static void
check_damaged(gboolean done, GError **error)
{
    g_assert_false(done);
    g_assert_error(*error, CARE_ERROR, CARE_ERROR_CORRUPT);
    g_clear_error(error);
}

/* Where the shop's rate cannot be read, no draft is written with the usual one, and no paper without the shop's name. */
static void
test_drafts_and_papers(Shop *shop, gconstpointer data)
{
    g_autoptr(CareRecord) draft = shop_add_draft(shop, "Bea Koch");
    g_autoptr(CareRecord) job = NULL;
    CarePaperDesk desk
        = { .data_dir = shop->dir, .now = care_clock_now(shop->clock), .zone = care_clock_zone(shop->clock) };
    g_autoptr(GError) error = NULL;

    job = care_store_get(shop->store, &care_job_kind, care_record_int(draft, CARE_INVOICE_JOB), &error);
    g_assert_no_error(error);
    lose_settings(shop);
    desk.connection = care_store_reader(shop->store);
    care_record_set_text(draft, CARE_INVOICE_NOTE, "Thank you");
    check_damaged(care_flow_save_now(shop->store, draft, NULL, &error), &error);
    care_record_set_text(job, CARE_JOB_NOTE, "Loud");
    check_damaged(care_flow_save_now(shop->store, job, NULL, &error), &error);
    check_damaged(care_paper_lay_out(&care_order_paper_kind, &desk, job, &error) != NULL, &error);
    check_damaged(care_invoice_lacks(desk.connection, draft, today, &error) != NULL, &error);
}

/* Nor which invoice a credit note takes back: its paper has to name it. */
static void
test_the_corrected(Shop *shop, gconstpointer data)
{
    CarePaperDesk desk = { .connection = care_store_reader(shop->store),
                           .data_dir = shop->dir,
                           .now = care_clock_now(shop->clock),
                           .zone = care_clock_zone(shop->clock) };
    g_autoptr(CareRecord) invoice = shop_issue(shop, "Bea Koch");
    g_autoptr(CareRecord) note = care_invoice_cancel_now(shop->store, care_record_id(invoice), NULL);
    g_autoptr(CarePaper) paper = care_invoice_document_layout(&desk, note, NULL);
    g_autoptr(GError) error = NULL;

    g_assert_nonnull(paper);
    care_record_set_int(note, CARE_INVOICE_CORRECTS, 999999);
    g_assert_null(care_invoice_document_layout(&desk, note, &error));
    g_assert_nonnull(error);
}

int
main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
#define ADD(name, func)                                                                                      \
    g_test_add("/invoice-unreadable/" name, Shop, NULL, shop_set_up_seller, func, shop_tear_down)
    ADD("billed-before", test_what_was_billed);
    ADD("job", test_its_job);
    ADD("last-day", test_the_last_day);
    ADD("settings", test_its_settings);
    ADD("drafts-and-papers", test_drafts_and_papers);
    ADD("corrected", test_the_corrected);
    return g_test_run();
}
