/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
/* From the agreed price to the sealed document, and what nobody can do to it. */
#include <string.h>

#include <glib/gstdio.h>

#include "core/errors.h"
#include "model/invoice-line.h"
#include "model/invoice.h"
#include "model/payment.h"
#include "service/invoices/carry-over.h"
#include "service/invoices/invoice-account.h"
#include "service/invoices/invoice-document.h"
#include "service/invoices/invoice-draft.h"
#include "service/invoices/invoice-from-job.h"
#include "service/invoices/invoice-issue.h"
#include "service/invoices/promise.h"
#include "service/invoices/verify.h"

#include "shop.h"

static CareRecord *
draft_for_done_job(Shop *shop)
{
    g_autoptr(CareRecord) customer = shop_add_customer(shop, "Bea Koch", NULL);
    g_autoptr(CareRecord) job = shop_add_job(shop, customer, NULL);
    g_autoptr(CareRecord) ready = shop_move(shop, job, "ready");
    g_autoptr(GError) error = NULL;
    CareRecord *draft
        = care_invoice_draft_from_job(care_store_reader(shop->store), care_record_id(job), &error);

    g_assert_no_error(error);
    shop_save(shop, draft);
    return draft;
}

static CareRecord *
issue(Shop *shop, CareRecord *draft)
{
    g_autoptr(GError) error = NULL;
    CareRecord *issued = care_invoice_issue_now(shop->store, care_record_id(draft), &error);

    g_assert_no_error(error);
    return issued;
}

static void
pay(Shop *shop, CareRecord *invoice, CareMoney amount)
{
    g_autoptr(CareRecord) payment = CARE_RECORD(care_payment_new());

    care_record_set_int(payment, CARE_PAYMENT_INVOICE, care_record_id(invoice));
    care_record_set_int(payment, CARE_PAYMENT_AMOUNT, amount);
    shop_save(shop, payment);
}

static CareVerification *
verify(Shop *shop)
{
    g_autoptr(GError) error = NULL;
    CareVerification *verification = care_verify(shop->store, &error);

    g_assert_no_error(error);
    return verification;
}

static void
test_draft_has_no_number(Shop *shop, gconstpointer data)
{
    g_autoptr(CareRecord) draft = draft_for_done_job(shop);

    g_assert_false(care_record_is_set(draft, CARE_INVOICE_NUMBER));
    g_assert_cmpint(care_record_int(draft, CARE_INVOICE_GROSS), ==, 7450);
    g_assert_cmpint(care_record_int(draft, CARE_INVOICE_TAX), ==, 1189); /* 74.50 × 19 ÷ 119 = 11.8949… */
    g_assert_cmpint(care_record_int(draft, CARE_INVOICE_NET), ==, 6261);
}

static void
test_issue_numbers_without_gaps(Shop *shop, gconstpointer data)
{
    g_autoptr(CareRecord) a = draft_for_done_job(shop);
    g_autoptr(CareRecord) never = draft_for_done_job(shop);
    g_autoptr(CareRecord) b = draft_for_done_job(shop);
    g_autoptr(CareRecord) first = issue(shop, a);
    g_autoptr(CareRecord) second = issue(shop, b);

    g_assert_cmpstr(care_record_text(first, CARE_INVOICE_NUMBER), ==, "2026-0001");
    g_assert_cmpstr(care_record_text(second, CARE_INVOICE_NUMBER), ==, "2026-0002");
    g_assert_cmpstr(care_record_text(first, CARE_INVOICE_DUE_DATE), ==, "2026-12-08");
}

static void
test_issuing_twice_is_refused(Shop *shop, gconstpointer data)
{
    g_autoptr(CareRecord) draft = draft_for_done_job(shop);
    g_autoptr(CareRecord) issued = issue(shop, draft);
    g_autoptr(GError) error = NULL;

    g_assert_null(care_invoice_issue_now(shop->store, care_record_id(draft), &error));
    g_assert_error(error, CARE_ERROR, CARE_ERROR_REFUSED);
}

static void
test_more_than_agreed_needs_consent(Shop *shop, gconstpointer data)
{
    g_autoptr(CareRecord) draft = draft_for_done_job(shop);
    g_autoptr(CareRecord) issued = NULL;
    g_autoptr(GError) error = NULL;

    care_record_set_int(care_record_list_item(draft, CARE_INVOICE_LINES, 0), CARE_INVOICE_LINE_PRICE,
                        50000000);
    shop_save(shop, draft);
    g_assert_null(care_invoice_issue_now(shop->store, care_record_id(draft), &error));
    g_assert_error(error, CARE_ERROR, CARE_ERROR_REFUSED);
    care_record_set_int(draft, CARE_INVOICE_CONSENT_AT, 1790000000);
    care_record_set_text(draft, CARE_INVOICE_CONSENT_BY, "Bea Koch, by phone");
    shop_save(shop, draft);
    issued = issue(shop, draft);
    g_assert_cmpint(care_record_int(issued, CARE_INVOICE_GROSS), ==, 7950);
}

/* 74.50 agreed with tax; the same figures without tax are 88.66, and in yen they are another price altogether. */
static void
test_a_promise_holds_in_any_mode(Shop *shop, gconstpointer data)
{
    g_autoptr(CareRecord) draft = draft_for_done_job(shop);
    g_autoptr(CareRecord) yen = care_record_copy(draft);
    g_autoptr(GError) error = NULL;
    CareMoney agreed, billed;

    care_record_set_text(draft, CARE_INVOICE_PRICES, "net");
    shop_save(shop, draft);
    g_assert_true(care_invoice_compare(care_store_reader(shop->store), draft, &agreed, &billed));
    g_assert_cmpint(agreed, ==, 7450);
    g_assert_cmpint(billed, ==, 8866);
    g_assert_null(care_invoice_issue_now(shop->store, care_record_id(draft), &error));
    g_assert_error(error, CARE_ERROR, CARE_ERROR_REFUSED);
    g_clear_error(&error);
    care_record_set_text(yen, CARE_INVOICE_CURRENCY, "JPY");
    g_assert_false(care_flow_save_now(shop->store, yen, NULL, &error));
    g_assert_error(error, CARE_ERROR, CARE_ERROR_REFUSED);
}

static void
test_before_the_work_is_done_needs_a_reason(Shop *shop, gconstpointer data)
{
    g_autoptr(CareRecord) customer = shop_add_customer(shop, "Bea Koch", NULL);
    g_autoptr(CareRecord) job = shop_add_job(shop, customer, NULL);
    g_autoptr(CareRecord) draft
        = care_invoice_draft_from_job(care_store_reader(shop->store), care_record_id(job), NULL);
    g_autoptr(CareRecord) issued = NULL;

    shop_save(shop, draft);
    g_assert_null(care_invoice_issue_now(shop->store, care_record_id(draft), NULL));
    care_record_set_text(draft, CARE_INVOICE_EARLY_REASON, "Deposit");
    shop_save(shop, draft);
    issued = issue(shop, draft);
    g_assert_cmpstr(care_record_text(issued, CARE_INVOICE_NUMBER), ==, "2026-0001");
}

static void
test_payments_move_the_state(Shop *shop, gconstpointer data)
{
    g_autoptr(CareRecord) draft = draft_for_done_job(shop);
    g_autoptr(CareRecord) issued = issue(shop, draft);
    g_autoptr(CareRecord) part = NULL, paid = NULL;

    pay(shop, issued, 5000);
    part = care_store_get(shop->store, &care_invoice_kind, care_record_id(issued), NULL);
    g_assert_cmpstr(care_record_text(part, CARE_INVOICE_STATE), ==, "part");
    pay(shop, issued, 2450);
    paid = care_store_get(shop->store, &care_invoice_kind, care_record_id(issued), NULL);
    g_assert_cmpstr(care_record_text(paid, CARE_INVOICE_STATE), ==, "paid");
}

static void
test_a_draft_cannot_be_paid(Shop *shop, gconstpointer data)
{
    g_autoptr(CareRecord) draft = draft_for_done_job(shop);
    g_autoptr(CareRecord) payment = CARE_RECORD(care_payment_new());

    care_record_set_int(payment, CARE_PAYMENT_INVOICE, care_record_id(draft));
    care_record_set_int(payment, CARE_PAYMENT_AMOUNT, 100);
    g_assert_false(care_flow_save_now(shop->store, payment, NULL, NULL));
}

static void
test_today_follows_the_money(Shop *shop, gconstpointer data)
{
    g_autoptr(CareRecord) draft = draft_for_done_job(shop);
    g_autoptr(CareToday) unbilled = shop_today(shop, (CareDate){ 2026, 11, 24 });
    g_autoptr(CareRecord) issued = issue(shop, draft);
    g_autoptr(CareToday) billed = shop_today(shop, (CareDate){ 2026, 11, 24 });
    g_autoptr(CareToday) overdue = shop_today(shop, (CareDate){ 2026, 12, 9 });
    g_autoptr(CareToday) part = NULL, paid = NULL;

    g_assert_nonnull(today_line(unbilled, CARE_DUE_UNBILLED));
    g_assert_null(today_line(billed, CARE_DUE_UNBILLED));
    g_assert_null(today_line(billed, CARE_DUE_OVERDUE));
    g_assert_cmpint(today_line(overdue, CARE_DUE_OVERDUE)->amount, ==, 7450);
    pay(shop, issued, 5000);
    part = shop_today(shop, (CareDate){ 2026, 12, 9 });
    g_assert_cmpint(today_line(part, CARE_DUE_OVERDUE)->amount, ==, 2450);
    pay(shop, issued, 2450);
    paid = shop_today(shop, (CareDate){ 2026, 12, 9 });
    g_assert_null(today_line(paid, CARE_DUE_OVERDUE));
}

static void
test_cancel_credits_in_full(Shop *shop, gconstpointer data)
{
    g_autoptr(CareRecord) draft = draft_for_done_job(shop);
    g_autoptr(CareRecord) issued = issue(shop, draft);
    g_autoptr(CareRecord) note = care_invoice_cancel_now(shop->store, care_record_id(issued), NULL);
    g_autoptr(CareRecord) after
        = care_store_get(shop->store, &care_invoice_kind, care_record_id(issued), NULL);
    g_autoptr(CareVerification) verification = verify(shop);
    g_autoptr(CareToday) today = shop_today(shop, (CareDate){ 2026, 11, 24 });

    g_assert_cmpstr(care_record_text(note, CARE_INVOICE_TYPE), ==, "381");
    g_assert_cmpstr(care_record_text(note, CARE_INVOICE_NUMBER), ==, "2026-0002");
    g_assert_cmpint(care_record_int(note, CARE_INVOICE_GROSS), ==, 7450);
    g_assert_cmpint(care_record_int(note, CARE_INVOICE_CORRECTS), ==, care_record_id(issued));
    g_assert_cmpstr(care_record_text(after, CARE_INVOICE_STATE), ==, "cancelled");
    g_assert_cmpuint(verification->problems->len, ==, 0);
    g_assert_nonnull(today_line(today, CARE_DUE_UNBILLED));
    g_assert_null(care_invoice_cancel_now(shop->store, care_record_id(issued), NULL));
}

static void
on_carried(GObject *source, GAsyncResult *result, gpointer loop)
{
    g_autoptr(GError) error = NULL;

    g_autoptr(CareRecord) payment = care_payment_carry_over_finish(CARE_STORE(source), result, &error);

    g_assert_no_error(error);
    g_assert_nonnull(payment);
    g_main_loop_quit(loop);
}

/* 74.50 paid and cancelled, of which 50.00 pay another invoice of the same customer. */
static void
test_money_is_carried_over(Shop *shop, gconstpointer data)
{
    g_autoptr(CareRecord) draft = draft_for_done_job(shop);
    g_autoptr(CareRecord) paid = issue(shop, draft);
    g_autoptr(CareRecord) note = NULL;
    g_autoptr(CareRecord) next = care_invoice_draft_new(care_store_reader(shop->store),
                                                        care_record_int(paid, CARE_INVOICE_CUSTOMER));
    g_autoptr(CareRecord) open = NULL;
    g_autoptr(CareRecord) after = NULL;
    g_autoptr(GMainLoop) loop = g_main_loop_new(NULL, FALSE);
    CareRecord *line = care_record_list_add(next, CARE_INVOICE_LINES);

    pay(shop, paid, 7450);
    note = care_invoice_cancel_now(shop->store, care_record_id(paid), NULL);
    care_record_set_text(line, CARE_INVOICE_LINE_NAME, "Wheel");
    care_record_set_int(line, CARE_INVOICE_LINE_PRICE, 50000000);
    shop_save(shop, next);
    open = issue(shop, next);
    care_payment_carry_over_async(shop->store, care_record_id(note), care_record_id(open), on_carried, loop);
    g_main_loop_run(loop);
    after = care_store_get(shop->store, &care_invoice_kind, care_record_id(open), NULL);
    g_assert_cmpstr(care_record_text(after, CARE_INVOICE_STATE), ==, "paid");
    g_clear_object(&after);
    after = care_store_get(shop->store, &care_invoice_kind, care_record_id(paid), NULL);
    g_assert_cmpint(care_record_int(after, CARE_INVOICE_TO_PAY_BACK), ==, 2450);
}

static void
test_renaming_a_customer_changes_no_paper(Shop *shop, gconstpointer data)
{
    g_autoptr(CareRecord) draft = draft_for_done_job(shop);
    g_autoptr(CareRecord) issued = issue(shop, draft);
    g_autoptr(CareRecord) customer = care_store_get(shop->store, &care_customer_kind,
                                                    care_record_int(issued, CARE_INVOICE_CUSTOMER), NULL);
    g_autoptr(CareVerification) verification = NULL;

    care_record_set_text(customer, CARE_CUSTOMER_NAME, "Bea Lind");
    shop_save(shop, customer);
    verification = verify(shop);
    g_assert_cmpuint(verification->problems->len, ==, 0);
}

static void
exec_on_foreign_connection(Shop *shop, const char *sql, int expected)
{
    g_autofree char *path = g_build_filename(shop->dir, "aftercare.db", NULL);
    sqlite3 *db = NULL;

    g_assert_cmpint(sqlite3_open(path, &db), ==, SQLITE_OK);
    g_assert_cmpint(sqlite3_exec(db, sql, NULL, NULL, NULL), ==, expected);
    sqlite3_close(db);
}

static void
test_a_foreign_connection_cannot_change_it(Shop *shop, gconstpointer data)
{
    g_autoptr(CareRecord) a = draft_for_done_job(shop);
    g_autoptr(CareRecord) b = draft_for_done_job(shop);
    g_autoptr(CareRecord) first = issue(shop, a);
    g_autoptr(CareRecord) second = issue(shop, b);
    g_autoptr(CareVerification) verification = NULL;

    exec_on_foreign_connection(shop, data, SQLITE_CONSTRAINT);
    verification = verify(shop);
    g_assert_cmpuint(verification->problems->len, ==, 0);
}

static const char drop_guards[]
    = "DROP TRIGGER invoice_frozen_update; DROP TRIGGER invoice_frozen_delete; DROP TRIGGER "
      "invoice_line_frozen_update;"
      "DROP TRIGGER invoice_line_frozen_delete; DROP TRIGGER invoice_vat_frozen_delete;";

typedef struct {
    const char *name;
    const char *sql;
    const char *kind;
    const char *what; /* must be named */
} Tampering;

static const Tampering tamperings[] = {
    { "total", "UPDATE invoice SET gross = 100 WHERE sequence = 2", "altered", "gross: 7450 → 100" },
    { "line",
      "UPDATE invoice_line SET price = 1 WHERE owner = (SELECT id FROM invoice WHERE sequence = 1) AND "
      "position = 0",
      "altered", "lines.1.price: 45000000 → 1" },
    { "date", "UPDATE invoice SET issued = '2020-01-01' WHERE sequence = 2", "altered",
      "issued: 2026-11-24 → 2020-01-01" },
    { "content-too",
      "UPDATE invoice SET gross = 100, content = replace(content, 'gross=7450', 'gross=100') WHERE sequence "
      "= 2",
      "altered", "seal" },
    { "deleted",
      "DELETE FROM invoice_line WHERE owner = (SELECT id FROM invoice WHERE sequence = 1);"
      "DELETE FROM invoice_vat WHERE owner = (SELECT id FROM invoice WHERE sequence = 1);"
      "DELETE FROM invoice WHERE sequence = 1",
      "missing", "2026-0001" },
    { "last-deleted",
      "DELETE FROM invoice_line WHERE owner = (SELECT id FROM invoice WHERE sequence = 2);"
      "DELETE FROM invoice_vat WHERE owner = (SELECT id FROM invoice WHERE sequence = 2);"
      "DELETE FROM invoice WHERE sequence = 2",
      "missing", "2026-0002" },
    { "lines-deleted", "DELETE FROM invoice_line WHERE owner = (SELECT id FROM invoice WHERE sequence = 1)",
      "altered", "lines.1" },
};

static void
test_tampering_is_told(Shop *shop, gconstpointer data)
{
    const Tampering *tampering = data;
    g_autoptr(CareRecord) a = draft_for_done_job(shop);
    g_autoptr(CareRecord) b = draft_for_done_job(shop);
    g_autoptr(CareRecord) first = issue(shop, a);
    g_autoptr(CareRecord) second = issue(shop, b);
    g_autoptr(CareVerification) verification = NULL;
    gboolean told = FALSE;

    exec_on_foreign_connection(shop, drop_guards, SQLITE_OK);
    exec_on_foreign_connection(shop, tampering->sql, SQLITE_OK);
    verification = verify(shop);
    for (guint i = 0; i < verification->problems->len; i++) {
        const CareProblem *problem = verification->problems->pdata[i];

        told = told
               || (g_str_equal(problem->kind, tampering->kind)
                   && strstr(problem->what, tampering->what) != NULL);
    }
    g_assert_true(told);
}

static void
test_a_changed_paper_is_told(Shop *shop, gconstpointer data)
{
    g_autoptr(CareRecord) draft = draft_for_done_job(shop);
    g_autoptr(CareRecord) issued = issue(shop, draft);
    g_autofree char *path = care_invoice_pdf_path(shop->dir, issued);
    g_autoptr(CareVerification) verification = NULL;

    g_assert_true(g_file_set_contents(path, "%PDF-1.7 forged", -1, NULL));
    verification = verify(shop);
    g_assert_cmpuint(verification->problems->len, ==, 1);
    g_assert_cmpstr(((CareProblem *)verification->problems->pdata[0])->kind, ==, "file");
    g_assert_cmpstr(((CareProblem *)verification->problems->pdata[0])->number, ==, "2026-0001");
}

static void
test_a_paper_left_by_a_crash_gives_way(Shop *shop, gconstpointer data)
{
    g_autoptr(CareRecord) draft = draft_for_done_job(shop);
    g_autofree char *path = g_build_filename(shop->dir, "issued", "2026-0001.pdf", NULL);
    g_autoptr(CareRecord) issued = NULL;
    g_autoptr(CareVerification) verification = NULL;

    g_assert_true(g_file_set_contents(path, "half a paper", -1, NULL));
    issued = issue(shop, draft);
    verification = verify(shop);
    g_assert_cmpuint(verification->problems->len, ==, 0);
}

static void
test_no_room_for_the_paper_takes_no_number(Shop *shop, gconstpointer data)
{
    g_autoptr(CareRecord) draft = draft_for_done_job(shop);
    g_autofree char *folder = g_build_filename(shop->dir, "issued", NULL);
    g_autoptr(CareRecord) issued = NULL;
    g_autoptr(GError) error = NULL;

    g_rmdir(folder);
    g_assert_null(care_invoice_issue_now(shop->store, care_record_id(draft), &error));
    g_assert_error(error, CARE_ERROR, CARE_ERROR_FULL);
    g_mkdir(folder, 0700);
    issued = issue(shop, draft);
    g_assert_cmpstr(care_record_text(issued, CARE_INVOICE_NUMBER), ==, "2026-0001");
}

static void
test_no_day_before_the_last(Shop *shop, gconstpointer data)
{
    g_autoptr(CareRecord) a = draft_for_done_job(shop);
    g_autoptr(CareRecord) b = draft_for_done_job(shop);
    g_autoptr(CareRecord) issued = issue(shop, a);
    g_autoptr(CareClock) yesterday = care_clock_new_fixed((CareDate){ 2026, 11, 23 });
    g_autoptr(CareStore) store = care_store_open(shop->dir, yesterday, 0, NULL);

    g_assert_null(care_invoice_issue_now(store, care_record_id(b), NULL));
}

int
main(int argc, char **argv)
{
    static const char *const attacks[] = {
        "UPDATE invoice SET gross = 1",
        "UPDATE invoice SET number = NULL WHERE sequence = 1",
        "UPDATE invoice SET deleted_at = 1",
        "DELETE FROM invoice",
        "REPLACE INTO invoice SELECT * FROM invoice",
        "INSERT OR REPLACE INTO invoice (id, type, state, customer, currency, prices, created, changed)"
        " SELECT id, type, 'draft', customer, currency, prices, 0, 0 FROM invoice",
        "INSERT INTO invoice SELECT * FROM invoice WHERE true ON CONFLICT (id) DO UPDATE SET gross = 1",
        "UPDATE OR REPLACE invoice SET id = (SELECT id FROM invoice WHERE sequence = 1) WHERE sequence = 2",
        "UPDATE OR REPLACE invoice SET sequence = 1 WHERE sequence = 2",
        "UPDATE invoice_line SET price = 1",
        "UPDATE invoice_line SET owner = (SELECT id FROM invoice WHERE sequence = 2), position = 9",
        "DELETE FROM invoice_line",
        "REPLACE INTO invoice_line SELECT * FROM invoice_line",
        "INSERT INTO invoice_line (owner, position, name, quantity, price, category)"
        " SELECT id, 7, 'x', 1, 1, 'S' FROM invoice",
        "DELETE FROM invoice_vat",
        "UPDATE invoice_vat SET tax = 0",
        "DELETE FROM customer",
        "PRAGMA foreign_keys=ON; DELETE FROM customer",
    };

    g_test_init(&argc, &argv, NULL);
#define ADD(name, func) g_test_add("/invoice/" name, Shop, NULL, shop_set_up_seller, func, shop_tear_down)
    ADD("draft", test_draft_has_no_number);
    ADD("numbers", test_issue_numbers_without_gaps);
    ADD("twice", test_issuing_twice_is_refused);
    ADD("consent", test_more_than_agreed_needs_consent);
    ADD("promise-in-any-mode", test_a_promise_holds_in_any_mode);
    ADD("too-early", test_before_the_work_is_done_needs_a_reason);
    ADD("payments", test_payments_move_the_state);
    ADD("draft-paid", test_a_draft_cannot_be_paid);
    ADD("today", test_today_follows_the_money);
    ADD("cancel", test_cancel_credits_in_full);
    ADD("carried-over", test_money_is_carried_over);
    ADD("renamed-customer", test_renaming_a_customer_changes_no_paper);
    ADD("changed-paper", test_a_changed_paper_is_told);
    ADD("paper-of-a-crash", test_a_paper_left_by_a_crash_gives_way);
    ADD("no-room", test_no_room_for_the_paper_takes_no_number);
    ADD("day-before", test_no_day_before_the_last);
    for (gsize i = 0; i < G_N_ELEMENTS(attacks); i++) {
        g_autofree char *path = g_strdup_printf("/invoice/frozen/%zu", i);

        g_test_add(path, Shop, attacks[i], shop_set_up_seller, test_a_foreign_connection_cannot_change_it,
                   shop_tear_down);
    }
    for (gsize i = 0; i < G_N_ELEMENTS(tamperings); i++) {
        g_autofree char *path = g_strconcat("/invoice/tampered/", tamperings[i].name, NULL);

        g_test_add(path, Shop, &tamperings[i], shop_set_up_seller, test_tampering_is_told, shop_tear_down);
    }
    return g_test_run();
}
