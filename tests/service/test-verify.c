/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
/* verify says yes to a shop as the program left it, and to no other. */
#include <string.h>
#include <unistd.h>

#include "core/errors.h"
#include "exchange/backup/backup.h"
#include "service/invoices/invoice-number.h"

#include "billed-shop.h"

typedef struct {
    const char *name;
    const char *sql;
    const char *kind;
    const char *what; /* must be named */
} Tampering;

#define OPEN "INSERT INTO guard VALUES ('x');"
#define CLOSE "DELETE FROM guard;"
#define CUT(condition)                                                                                       \
    OPEN "DELETE FROM invoice_line WHERE owner IN (SELECT id FROM invoice WHERE " condition ");"             \
         "DELETE FROM invoice_vat WHERE owner IN (SELECT id FROM invoice WHERE " condition ");"              \
         "DELETE FROM payment WHERE invoice IN (SELECT id FROM invoice WHERE " condition ");"                \
         "DELETE FROM search_words WHERE rowid IN (SELECT id FROM invoice WHERE " condition ");"             \
         "DELETE FROM search_codes WHERE rowid IN (SELECT id FROM invoice WHERE " condition ");"             \
         "DELETE FROM search_doc WHERE id IN (SELECT id FROM invoice WHERE " condition ");"                  \
         "DELETE FROM invoice WHERE " condition ";" CLOSE

static const Tampering tamperings[] = {
    { "trigger-gone", "DROP TRIGGER invoice_frozen_delete", "schema", "invoice_frozen_delete" },
    { "trigger-of-theirs",
      "CREATE TRIGGER evil AFTER INSERT ON setting BEGIN UPDATE customer SET name = 'EVIL'; END", "schema",
      "evil" },
    { "trigger-emptied",
      "DROP TRIGGER invoice_frozen_delete;"
      "CREATE TRIGGER invoice_frozen_delete BEFORE DELETE ON invoice WHEN 0 BEGIN SELECT 1; END",
      "schema", "invoice_frozen_delete" },
    { "index-gone", "DROP INDEX invoice_number", "schema", "invoice_number" },
    { "view-gone", "DROP VIEW live_customer", "schema", "live_customer" },
    { "table-of-theirs", "CREATE TABLE notes (x)", "schema", "notes" },
    { "guard-open", "INSERT INTO guard VALUES ('x')", "guard", "stands open" },
    { "payment-gone", "DELETE FROM payment WHERE amount = 5000", "payment", "paid: 5000 → 0" },
    { "payment-raised", "UPDATE payment SET amount = amount * 100 WHERE amount = 5000", "payment",
      "paid: 5000 → 500000" },
    { "said-paid", "UPDATE invoice SET state = 'paid' WHERE sequence = 5", "payment",
      "state: paid → issued" },
    { "said-cancelled", "UPDATE invoice SET state = 'cancelled' WHERE sequence = 5", "payment",
      "state: cancelled → issued" },
    { "said-draft", "UPDATE invoice SET state = 'draft' WHERE sequence = 5", "payment",
      "state: draft → issued" },
    { "not-cancelled", "UPDATE invoice SET state = 'issued' WHERE sequence = 3", "payment",
      "state: issued → cancelled" },
    { "paid-raised", "UPDATE invoice SET paid = payable, state = 'paid' WHERE sequence = 5", "payment",
      "paid: 7450 → 0" },
    { "draft-paid", "UPDATE invoice SET paid = 100 WHERE number IS NULL", "payment", "no number" },
    { "counter-low", "UPDATE counter SET last = 2 WHERE series = 'invoice-2026'", "counter", "invoice-2026" },
    { "counter-gone", "DELETE FROM counter WHERE series = 'invoice-2026'", "counter", "invoice-2026" },
    { "job-counter-low", "UPDATE counter SET last = 1 WHERE series = 'job-2026'", "counter", "job-2026" },
    { "last-cut", CUT("sequence = 5") "UPDATE counter SET last = 4 WHERE series = 'invoice-2026'", "missing",
      "1 document at the end is gone" },
    { "all-cut", CUT("number IS NOT NULL") "DELETE FROM counter WHERE series = 'invoice-2026'", "missing",
      "5 documents at the end are gone" },
    { "sort-key", "UPDATE customer SET sort_key = x'00' WHERE name = 'Bea Koch'", "derived", "lists" },
    { "not-to-bill", "UPDATE job SET to_bill = 0 WHERE to_bill = 1", "derived", "“To Bill”" },
    { "to-bill-gone", "UPDATE job SET to_bill = NULL WHERE to_bill = 1", "derived", "“To Bill”" },
    { "to-bill-again", "UPDATE job SET to_bill = 1 WHERE id = (SELECT job FROM invoice WHERE sequence = 5)",
      "derived", "“To Bill”" },
    { "draft-sum", "UPDATE invoice SET gross = 100, payable = 100 WHERE number IS NULL", "derived",
      "“Gross”" },
    { "draft-line",
      "UPDATE invoice_line SET amount = 1 WHERE owner = (SELECT id FROM invoice WHERE number IS NULL)",
      "derived", "“Lines”" },
    { "draft-tax",
      "UPDATE invoice_vat SET tax = 1 WHERE owner = (SELECT id FROM invoice WHERE number IS NULL)", "derived",
      "“VAT Breakdown”" },
    { "search-words", "DELETE FROM search_doc WHERE id IN (SELECT id FROM customer)", "search-index",
      "search index" },
    { "words-gone", "DELETE FROM search_words WHERE rowid IN (SELECT id FROM customer)", "search-index",
      "search index" },
    { "codes-gone", "DELETE FROM search_codes WHERE rowid IN (SELECT id FROM customer)", "search-index",
      "search index" },
    { "table-gone", "DROP TABLE payment", "schema", "“Payment” is gone (table payment); restore" },
    { "guard-gone", "DROP TABLE guard", "schema", "table guard; restore" },
    { "column-gone", "ALTER TABLE gap DROP COLUMN at", "schema", "table gap" },
    { "version-set-back", "PRAGMA user_version = 1", "schema", "user_version" },
    { "to-pay-back", "UPDATE invoice SET to_pay_back = 500 WHERE sequence = 5", "payment",
      "to_pay_back: 500 → 0" },
    { "to-pay-back-gone",
      "UPDATE invoice SET to_pay_back = NULL; UPDATE invoice SET to_pay_back = 1 WHERE sequence = 4",
      "payment", "to_pay_back: 1 → 0" },
    { "birthday", "UPDATE customer SET birthday = 'banana' WHERE name = 'Bea Koch'", "value", "“Birthday”" },
    { "type", "UPDATE invoice SET type = 'alien' WHERE number IS NULL", "value", "“Type”" },
    { "no-text", "UPDATE customer SET note = CAST(x'4aff' AS TEXT) WHERE name = 'Bea Koch'", "value",
      "“Personal Note”" },
    { "no-text-of-a-number", "UPDATE invoice SET state = CAST(x'4aff' AS TEXT) WHERE sequence = 5", "payment",
      "state:" },
    { "amount", "UPDATE invoice SET prepaid = 99999999999999999 WHERE number IS NULL", "value",
      "“Paid Before”" },
    { "paid-before", "UPDATE payment SET date = '2020-01-01' WHERE amount = 5000", "value", "a day before" },
    { "of-itself", "UPDATE invoice SET corrects = id WHERE number IS NULL", "value", "“Corrects”" },
    { "setting",
      "INSERT INTO setting (key, value) VALUES ('tax-rate', 'lots') ON CONFLICT (key) DO UPDATE SET value = "
      "'lots'",
      "value", "“tax-rate”" },
    { "other-words",
      "UPDATE search_words SET words = 'somebody else' WHERE rowid = (SELECT id FROM customer WHERE name = "
      "'Bea Koch')",
      "search-index", "search index" },
    { "other-codes",
      "UPDATE search_codes SET codes = 'zyxwvuts' WHERE rowid = (SELECT id FROM customer WHERE name = 'Bea "
      "Koch')",
      "search-index", "search index" },
    { "words-of-nobody", "INSERT INTO search_words (rowid, words) VALUES (77, 'zyxwvut')", "search-index",
      "search index" },
};

static void
test_tampering(Shop *shop, gconstpointer data)
{
    const Tampering *tampering = data;
    g_autoptr(CareVerification) before = NULL;
    g_autoptr(CareVerification) after = NULL;

    shop_bill(shop);
    before = shop_verify(shop);
    g_assert_cmpuint(before->problems->len, ==, 0);
    shop_tamper(shop, tampering->sql);
    after = shop_verify(shop);
    g_assert_true(shop_tells(after, tampering->kind, tampering->what));
}

typedef struct {
    const char *name;
    void (*change)(const char *folder);
    const char *kind;
    const char *what;
} Beside;

static void
write_to(const char *folder, const char *name, const char *text)
{
    g_autofree char *path = g_build_filename(folder, name, NULL);

    g_assert_true(g_file_set_contents(path, text, -1, NULL));
}

static void
add_paper(const char *folder)
{
    write_to(folder, "issued/2026-0002 copy.pdf", "%PDF");
}

static void
add_something(const char *folder)
{
    write_to(folder, "issued/notes.txt", "x");
}

static void
link_paper(const char *folder)
{
    g_autofree char *paper = g_build_filename(folder, "issued", "2026-0001.pdf", NULL);
    g_autofree char *elsewhere = g_build_filename(folder, "elsewhere.pdf", NULL);

    g_assert_cmpint(g_rename(paper, elsewhere), ==, 0);
    g_assert_cmpint(symlink(elsewhere, paper), ==, 0);
}

static void
lose_head(const char *folder)
{
    g_autofree char *head = g_build_filename(folder, "aftercare.head", NULL);

    g_assert_cmpint(g_unlink(head), ==, 0);
}

static void
spoil_head(const char *folder)
{
    write_to(folder, "aftercare.head", "order many\n");
}

static const Beside beside[] = {
    { "stray-paper", add_paper, "file", "issued/2026-0002 copy.pdf" },
    { "stray-file", add_something, "file", "issued/notes.txt" },
    { "linked-paper", link_paper, "file", "issued/2026-0001.pdf" },
    { "head-gone", lose_head, "missing", "aftercare.head" },
    { "head-spoilt", spoil_head, "damaged", "aftercare.head" },
};

static void
test_beside(Shop *shop, gconstpointer data)
{
    const Beside *change = data;
    g_autoptr(CareVerification) verification = NULL;

    shop_bill(shop);
    change->change(shop->dir);
    verification = shop_verify(shop);
    g_assert_true(shop_tells(verification, change->kind, change->what));
}

/* Ended between the paper and its document: nothing is wrong, and the next paper takes its place. */
static void
test_after_a_crash(Shop *shop, gconstpointer data)
{
    g_autoptr(CareVerification) verification = NULL;

    shop_bill(shop);
    write_to(shop->dir, "issued/2026-0006.pdf", "half a paper");
    write_to(shop->dir, "issued/.new-2026-0006.pdf.AbCdEf", "half");
    verification = shop_verify(shop);
    g_assert_cmpuint(verification->problems->len, ==, 0);
}

/* What has the name of a paper is never overwritten: it may be the last copy of a document. */
static void
test_paper_in_the_way(Shop *shop, gconstpointer data)
{
    g_autofree char *folder = g_build_filename(shop->dir, "backups", "papers", NULL);
    g_autoptr(CareRecord) issued = NULL;
    g_autofree char *aside = NULL;
    g_autofree char *content = NULL;
    g_autoptr(GDir) dir = NULL;

    write_to(shop->dir, "issued/2026-0001.pdf", "the last copy");
    issued = shop_issue(shop, "Bea Koch");
    dir = g_dir_open(folder, 0, NULL);
    g_assert_nonnull(dir);
    aside = g_build_filename(folder, g_dir_read_name(dir), NULL);
    g_assert_true(g_file_get_contents(aside, &content, NULL, NULL));
    g_assert_cmpstr(content, ==, "the last copy");
}

static gboolean
purge_payment(CareTransaction *transaction, gpointer id, GError **error)
{
    return care_flow_purge(transaction, &care_payment_kind, *(CareId *)id, error);
}

/* Of money that went back already, the payment does not go for good either. */
static void
test_purged_payment(Shop *shop, gconstpointer data)
{
    g_autoptr(CareRecord) invoice = shop_issue(shop, "Bea Koch");
    g_autoptr(CareRecord) payment = CARE_RECORD(care_payment_new());
    g_autoptr(CareVerification) verification = NULL;
    g_autoptr(GError) error = NULL;
    CareId id;

    care_record_set_int(payment, CARE_PAYMENT_INVOICE, care_record_id(invoice));
    care_record_set_int(payment, CARE_PAYMENT_AMOUNT, care_record_int(invoice, CARE_INVOICE_GROSS) + 2000);
    shop_save(shop, payment);
    shop_pay(shop, invoice, -2000);
    id = care_record_id(payment);
    g_assert_false(care_store_write(shop->store, purge_payment, &id, &error));
    g_assert_error(error, CARE_ERROR, CARE_ERROR_REFUSED);
    verification = shop_verify(shop);
    g_assert_cmpuint(verification->problems->len, ==, 0);
}

/* What is amiss with a value is in the backup as it is in the shop: that is no reason to be without one. */
static void
test_backup_of_values(Shop *shop, gconstpointer data)
{
    g_autofree char *path = g_strconcat(shop->dir, ".zip", NULL);
    g_autoptr(CareRecord) issued = shop_issue(shop, "Bea Koch");
    g_autoptr(CareBackupInfo) info = NULL;

    shop_tamper(shop, "UPDATE customer SET birthday = 'banana'");
    info = care_backup_write(shop->dir, path, NULL, care_clock_now(shop->clock), NULL, NULL);
    g_assert_true(info != NULL && info->ok);
    g_unlink(path);
}

static void
reopen(Shop *shop, CareDate day)
{
    g_autoptr(GError) error = NULL;

    g_clear_object(&shop->store);
    g_clear_object(&shop->clock);
    shop->clock = care_clock_new_fixed(day);
    shop->store = care_store_open(shop->dir, shop->clock, 0, &error);
    g_assert_no_error(error);
}

/* A shop whose clock was years ahead for one invoice goes on in its own year, credit note included. */
static void
test_wrong_clock(Shop *shop, gconstpointer data)
{
    g_autoptr(CareRecord) first = shop_issue(shop, "Bea Koch");
    g_autoptr(CareRecord) draft = shop_add_draft(shop, "Ole Lind");
    g_autoptr(CareRecord) late = NULL, note = NULL, next = NULL;
    g_autoptr(CareVerification) verification = NULL;
    g_autoptr(GError) error = NULL;

    reopen(shop, (CareDate){ 2036, 1, 5 });
    g_assert_null(care_invoice_issue_now(shop->store, care_record_id(draft), &error));
    g_assert_error(error, CARE_ERROR, CARE_ERROR_REFUSED);
    g_assert_true(care_store_write(shop->store, care_invoice_confirm_day, NULL, NULL));
    late = care_invoice_issue_now(shop->store, care_record_id(draft), NULL);
    g_assert_cmpstr(care_record_text(late, CARE_INVOICE_NUMBER), ==, "2036-0001");
    reopen(shop, (CareDate){ 2026, 11, 25 });
    g_assert_cmpint(
        care_invoice_number_check(care_store_reader(shop->store), (CareDate){ 2026, 11, 25 }, NULL), ==,
        CARE_NUMBER_NEEDS_EARLIER);
    g_assert_true(care_store_write(shop->store, care_invoice_confirm_day, NULL, NULL));
    note = care_invoice_cancel_now(shop->store, care_record_id(first), NULL);
    g_assert_cmpstr(care_record_text(note, CARE_INVOICE_NUMBER), ==, "2026-0002");
    next = shop_issue(shop, "Jan Sand");
    g_assert_cmpstr(care_record_text(next, CARE_INVOICE_NUMBER), ==, "2026-0003");
    verification = shop_verify(shop);
    g_assert_cmpuint(verification->problems->len, ==, 0);
}

/* As the window restores, where the newer shop is there: its numbers are not given out again, and the gap has a reason. */
static void
test_older_backup(Shop *shop, gconstpointer data)
{
    g_autofree char *path = g_strconcat(shop->dir, ".zip", NULL);
    g_autoptr(CareRecord) first = shop_issue(shop, "Bea Koch");
    CareInstant now = care_clock_now(shop->clock);
    g_autoptr(CareBackupInfo) info = care_backup_write(shop->dir, path, NULL, now, NULL, NULL);
    g_autoptr(CareRecord) second = shop_issue(shop, "Ole Lind");
    g_autoptr(CareRecord) third = shop_issue(shop, "Jan Sand");
    g_autoptr(CareRecord) fourth = NULL;
    g_autofree char *staged = NULL;
    g_autoptr(CareVerification) verification = NULL;
    g_autoptr(GError) error = NULL;
    const CareGap *gap;

    g_assert_true(info != NULL && info->ok);
    staged = care_backup_stage(path, shop->dir, NULL, NULL, NULL, &error);
    g_assert_no_error(error);
    g_clear_object(&shop->store);
    g_assert_true(care_backup_put(shop->dir, staged, now, &error));
    reopen(shop, (CareDate){ 2026, 11, 24 });
    fourth = shop_issue(shop, "Zoë Łuczak");
    g_assert_cmpstr(care_record_text(fourth, CARE_INVOICE_NUMBER), ==, "2026-0004");
    verification = shop_verify(shop);
    g_assert_cmpuint(verification->problems->len, ==, 0);
    gap = ((CareSeries *)verification->series->pdata[0])->gaps->pdata[0];
    g_assert_cmpint(gap->from, ==, 2);
    g_assert_cmpint(gap->to, ==, 3);
    g_assert_nonnull(strstr(gap->reason, "backup"));
    g_unlink(path);
}

/* What an earlier restore put aside stays, though the clock says the same. */
static void
test_restored_twice(Shop *shop, gconstpointer data)
{
    g_autofree char *path = g_strconcat(shop->dir, ".zip", NULL);
    g_autofree char *backups = g_build_filename(shop->dir, "backups", NULL);
    CareInstant now = care_clock_now(shop->clock);
    g_autoptr(CareBackupInfo) info = care_backup_write(shop->dir, path, NULL, now, NULL, NULL);
    g_autoptr(GDir) dir = NULL;
    const char *name;
    guint kept = 0;

    g_assert_nonnull(info);
    g_clear_object(&shop->store);
    for (int i = 0; i < 2; i++) {
        g_autofree char *staged = care_backup_stage(path, shop->dir, NULL, NULL, NULL, NULL);

        g_assert_true(care_backup_put(shop->dir, staged, now, NULL));
    }
    dir = g_dir_open(backups, 0, NULL);
    while ((name = g_dir_read_name(dir)) != NULL)
        kept += g_str_has_prefix(name, "before-restore-");
    g_assert_cmpuint(kept, ==, 2);
    g_unlink(path);
}

static void
test_database_gone(Shop *shop, gconstpointer data)
{
    static const char *const names[] = { "aftercare.db", "aftercare.db-wal", "aftercare.db-shm" };
    g_autoptr(CareRecord) issued = shop_issue(shop, "Bea Koch");
    g_autofree char *path = g_build_filename(shop->dir, "aftercare.db", NULL);

    g_clear_object(&shop->store);
    for (gsize i = 0; i < G_N_ELEMENTS(names); i++) {
        g_autofree char *file = g_build_filename(shop->dir, names[i], NULL);

        g_unlink(file);
    }
    for (int empty = 0; empty < 2; empty++) {
        g_autoptr(GError) error = NULL;

        if (empty)
            g_assert_true(g_file_set_contents(path, "", 0, NULL));
        g_assert_null(care_store_open(shop->dir, shop->clock, 0, &error));
        g_assert_error(error, CARE_ERROR, CARE_ERROR_CORRUPT);
        g_assert_nonnull(strstr(error->message, "backup"));
    }
}

int
main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
#define ADD(name, func) g_test_add("/verify/" name, Shop, NULL, shop_set_up_seller, func, shop_tear_down)
    ADD("after-a-crash", test_after_a_crash);
    ADD("paper-in-the-way", test_paper_in_the_way);
    ADD("wrong-clock", test_wrong_clock);
    ADD("older-backup", test_older_backup);
    ADD("restored-twice", test_restored_twice);
    ADD("purged-payment", test_purged_payment);
    ADD("backup-of-values", test_backup_of_values);
    ADD("database-gone", test_database_gone);
    for (gsize i = 0; i < G_N_ELEMENTS(tamperings); i++) {
        g_autofree char *path = g_strconcat("/verify/tampered/", tamperings[i].name, NULL);

        g_test_add(path, Shop, &tamperings[i], shop_set_up_seller, test_tampering, shop_tear_down);
    }
    for (gsize i = 0; i < G_N_ELEMENTS(beside); i++) {
        g_autofree char *path = g_strconcat("/verify/beside/", beside[i].name, NULL);

        g_test_add(path, Shop, &beside[i], shop_set_up_seller, test_beside, shop_tear_down);
    }
    return g_test_run();
}
