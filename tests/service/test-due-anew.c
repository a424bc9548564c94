/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
/* What was put off or let go was so of the sum that stood then: more of it is due anew, less is not. */
#include "model/deferral.h"
#include "model/payment.h"
#include "service/today/due.h"

#include "shop-acts.h"
#include "shop-put-off.h"

#define LATER ((CareDate){ 2026, 12, 31 })

/* Whether a line of the rule stands and nobody decided about it. */
static gboolean
is_due(Shop *shop, CareRecord *customer, CareDueRule rule, CareRecord *record)
{
    g_autoptr(CareDueItem) line = NULL;
    g_autoptr(GError) error = NULL;

    care_due_find_line(care_store_reader(shop->store), shop->clock, care_record_id(customer), rule,
                       care_record_id(record), &line, &error);
    g_assert_no_error(error);
    return line != NULL && line->deferred_until.month == 0;
}

static void
decide(Shop *shop, CareRecord *customer, CareDueRule rule, CareRecord *record, CareDate until)
{
    Put put = { rule, care_record_id(record), until, 0 };
    g_autoptr(GError) error = NULL;

    g_assert_true(is_due(shop, customer, rule, record));
    care_store_write(shop->store, put_off, &put, &error);
    g_assert_no_error(error);
    g_assert_false(is_due(shop, customer, rule, record));
}

static gboolean
undo(CareTransaction *transaction, gpointer payment, GError **error)
{
    return care_flow_take_back(transaction, payment, error);
}

static void
set_amount(Shop *shop, CareRecord *payment, CareMoney amount)
{
    g_autoptr(CareRecord) now = shop_stored(shop, payment);

    care_record_set_int(now, CARE_PAYMENT_AMOUNT, amount);
    shop_save(shop, now);
}

/* A tip is let go; ten times as much that comes in after it is none, unless its entry is taken back. */
static void
test_more_to_pay_back(Shop *shop, gconstpointer until)
{
    g_autoptr(CareRecord) bea = shop_add_customer(shop, "Bea Koch", NULL);
    CareMoney payable;
    g_autoptr(CareRecord) invoice = shop_add_issued(shop, bea, &payable);
    g_autoptr(CareRecord) tip = shop_add_payment(shop, invoice, payable + 1000), more = NULL, back = NULL;
    CareDate day = until != NULL ? LATER : (CareDate){ 0 };
    g_autoptr(GError) error = NULL;

    decide(shop, bea, CARE_DUE_PAY_BACK, invoice, day);
    back = shop_add_payment(shop, invoice, -400);
    g_assert_false(is_due(shop, bea, CARE_DUE_PAY_BACK, invoice)); /* less of the same */
    more = shop_add_payment(shop, invoice, 50000);
    g_assert_true(is_due(shop, bea, CARE_DUE_PAY_BACK, invoice));
    care_store_write(shop->store, undo, more, &error);
    g_assert_no_error(error);
    g_assert_false(is_due(shop, bea, CARE_DUE_PAY_BACK, invoice)); /* nothing came in */
    g_clear_object(&more);
    more = shop_add_payment(shop, invoice, 7700);
    g_assert_true(is_due(shop, bea, CARE_DUE_PAY_BACK, invoice));
}

/* So is all that was paid once the invoice is cancelled. */
static void
test_cancelled_is_to_pay_back(Shop *shop, gconstpointer until)
{
    g_autoptr(CareRecord) bea = shop_add_customer(shop, "Bea Koch", NULL), note = NULL;
    CareMoney payable;
    g_autoptr(CareRecord) invoice = shop_add_issued(shop, bea, &payable);
    g_autoptr(CareRecord) tip = shop_add_payment(shop, invoice, payable + 1000);
    g_autoptr(GError) error = NULL;

    decide(shop, bea, CARE_DUE_PAY_BACK, invoice, until != NULL ? LATER : (CareDate){ 0 });
    note = care_invoice_cancel_now(shop->store, care_record_id(invoice), &error);
    g_assert_no_error(error);
    g_assert_true(is_due(shop, bea, CARE_DUE_PAY_BACK, invoice));
}

/* A payment that bounced leaves a new debt; a part that is paid leaves the rest of the old one. */
static void
test_bounced_is_overdue(Shop *shop, gconstpointer until)
{
    g_autoptr(CareRecord) bea = shop_add_customer(shop, "Bea Koch", NULL);
    CareMoney payable;
    g_autoptr(CareRecord) invoice = shop_add_issued(shop, bea, &payable);
    g_autoptr(CareRecord) part = NULL, rest = NULL;

    decide(shop, bea, CARE_DUE_OVERDUE, invoice, until != NULL ? LATER : (CareDate){ 0 });
    part = shop_add_payment(shop, invoice, payable - 1000);
    g_assert_false(is_due(shop, bea, CARE_DUE_OVERDUE, invoice));
    rest = shop_add_payment(shop, invoice, 1000);
    shop_remove(shop, rest);
    g_assert_true(is_due(shop, bea, CARE_DUE_OVERDUE, invoice));
}

static void
set_price(Shop *shop, CareRecord *job, CareDecimal price)
{
    g_autoptr(CareRecord) now = shop_stored(shop, job);

    care_record_set_int(care_record_list_item(now, CARE_JOB_LINES, 0), CARE_JOB_LINE_PRICE, price);
    shop_save(shop, now);
}

/* A price that was too small to bill is not the one that came after it; nor is a job whose invoice was cancelled. */
static void
test_more_to_bill(Shop *shop, gconstpointer until)
{
    g_autoptr(CareRecord) bea = shop_add_customer(shop, "Bea Koch", NULL);
    g_autoptr(CareRecord) job = shop_add_job(shop, bea, NULL);
    g_autoptr(CareRecord) ready = shop_move(shop, job, "ready"), invoice = NULL, note = NULL;
    CareDate day = until != NULL ? LATER : (CareDate){ 0 };
    g_autoptr(GError) error = NULL;

    decide(shop, bea, CARE_DUE_UNBILLED, job, day);
    set_price(shop, job, 40000000);
    g_assert_false(is_due(shop, bea, CARE_DUE_UNBILLED, job));
    set_price(shop, job, 100000000);
    decide(shop, bea, CARE_DUE_UNBILLED, job, day);
    invoice = shop_issue_for(shop, job);
    note = care_invoice_cancel_now(shop->store, care_record_id(invoice), &error);
    g_assert_no_error(error);
    g_assert_true(is_due(shop, bea, CARE_DUE_UNBILLED, job));
}

typedef struct {
    CareRecord *before;
    CareRecord *after;
} Edit;

static gboolean
undo_edit(CareTransaction *transaction, gpointer data, GError **error)
{
    Edit *edit = data;
    g_autoptr(CareRecord) back = care_record_copy(edit->before);
    g_autoptr(CareRecord) replaced = NULL;

    return care_flow_save_back(transaction, back, edit->after, care_record_stamp(edit->after).changed,
                               &replaced, error);
}

static int
count_deleted(Shop *shop)
{
    return (int)care_connection_int(
        care_store_reader(shop->store),
        "SELECT count(*) FROM deferral WHERE deleted_at IS NOT NULL AND id NOT IN taken_back", -1);
}

/* Another price that is taken back leaves what was decided about the one before: so does one that was lower. */
static void
test_price_taken_back(Shop *shop, gconstpointer until)
{
    static const CareDecimal prices[] = { 500000000, 10000000 };
    g_autoptr(CareRecord) bea = shop_add_customer(shop, "Bea Koch", NULL);
    g_autoptr(CareRecord) job = shop_add_job(shop, bea, NULL);
    g_autoptr(CareRecord) ready = shop_move(shop, job, "ready");
    g_autoptr(GError) error = NULL;

    decide(shop, bea, CARE_DUE_UNBILLED, job, until != NULL ? LATER : (CareDate){ 0 });
    for (gsize i = 0; i < G_N_ELEMENTS(prices); i++) {
        g_autoptr(CareRecord) before = shop_stored(shop, job);
        g_autoptr(CareRecord) after = shop_stored(shop, job);

        care_record_set_int(care_record_list_item(after, CARE_JOB_LINES, 0), CARE_JOB_LINE_PRICE, prices[i]);
        shop_save_edit(shop->store, after, before);
        g_assert_cmpint(is_due(shop, bea, CARE_DUE_UNBILLED, job), ==, i == 0);
        g_assert_cmpint(count_deleted(shop), ==, 0); /* nobody deleted it */
        care_store_write(shop->store, undo_edit, &(Edit){ before, after }, &error);
        g_assert_no_error(error);
        g_assert_false(is_due(shop, bea, CARE_DUE_UNBILLED, job));
    }
}

/* What somebody removed by hand since is none of what went by the edit that is taken back. */
static void
test_removed_by_hand(Shop *shop, gconstpointer until)
{
    g_autoptr(CareRecord) bea = shop_add_customer(shop, "Bea Koch", NULL), before = NULL, after = NULL;
    g_autoptr(CareRecord) job = shop_add_job(shop, bea, NULL);
    g_autoptr(CareRecord) ready = shop_move(shop, job, "ready");
    Put put = { CARE_DUE_UNBILLED, care_record_id(job), until != NULL ? LATER : (CareDate){ 0 }, 0 };
    g_autoptr(GError) error = NULL;

    set_price(shop, job, 90000000);
    care_store_write(shop->store, put_off, &put, &error);
    g_assert_no_error(error);
    set_price(shop, job, 40000000);
    before = shop_stored(shop, job);
    after = shop_stored(shop, job);
    care_record_set_int(care_record_list_item(after, CARE_JOB_LINES, 0), CARE_JOB_LINE_PRICE, 80000000);
    shop_save_edit(shop->store, after, before);
    g_assert_false(is_due(shop, bea, CARE_DUE_UNBILLED, job));
    care_store_write(shop->store, take_back, &put, &error);
    g_assert_no_error(error);
    care_store_write(shop->store, undo_edit, &(Edit){ before, after }, &error);
    g_assert_no_error(error);
    g_assert_true(is_due(shop, bea, CARE_DUE_UNBILLED, job));
}

/* A payment that was deleted and is brought back: what was decided before about the rest stands. */
static void
test_payment_brought_back(Shop *shop, gconstpointer until)
{
    g_autoptr(CareRecord) bea = shop_add_customer(shop, "Bea Koch", NULL);
    CareMoney payable;
    g_autoptr(CareRecord) invoice = shop_add_issued(shop, bea, &payable);
    g_autoptr(CareRecord) part = shop_add_payment(shop, invoice, payable - 1000);

    decide(shop, bea, CARE_DUE_OVERDUE, invoice, until != NULL ? LATER : (CareDate){ 0 });
    shop_remove(shop, part);
    g_assert_true(is_due(shop, bea, CARE_DUE_OVERDUE, invoice));
    shop_bring_back(shop, part);
    g_assert_false(is_due(shop, bea, CARE_DUE_OVERDUE, invoice));
}

/* As much as stood then is no news, however it came to be less for a while; a unit more is. */
static void
test_as_much_is_overdue(Shop *shop, gconstpointer until)
{
    g_autoptr(CareRecord) bea = shop_add_customer(shop, "Bea Koch", NULL);
    CareMoney payable;
    g_autoptr(CareRecord) invoice = shop_add_issued(shop, bea, &payable);
    g_autoptr(CareRecord) first = shop_add_payment(shop, invoice, 100), second = NULL, third = NULL;

    decide(shop, bea, CARE_DUE_OVERDUE, invoice, until != NULL ? LATER : (CareDate){ 0 });
    second = shop_add_payment(shop, invoice, 300);
    shop_remove(shop, second);
    g_assert_false(is_due(shop, bea, CARE_DUE_OVERDUE, invoice));
    third = shop_add_payment(shop, invoice, 700);
    set_amount(shop, third, 200);
    g_assert_false(is_due(shop, bea, CARE_DUE_OVERDUE, invoice));
    shop_remove(shop, first);
    g_assert_false(is_due(shop, bea, CARE_DUE_OVERDUE, invoice)); /* 100 less than the 200 since */
    set_amount(shop, third, 99);
    g_assert_true(is_due(shop, bea, CARE_DUE_OVERDUE, invoice));
}

/* Money that was recorded before, and was less or of another invoice, makes the sum of then a wrong one. */
static void
test_payment_corrected(Shop *shop, gconstpointer until)
{
    g_autoptr(CareRecord) bea = shop_add_customer(shop, "Bea Koch", NULL);
    CareMoney payable;
    g_autoptr(CareRecord) invoice = shop_add_issued(shop, bea, &payable), other = NULL, moved = NULL;
    g_autoptr(CareRecord) part = shop_add_payment(shop, invoice, 1000);

    decide(shop, bea, CARE_DUE_OVERDUE, invoice, until != NULL ? LATER : (CareDate){ 0 });
    set_amount(shop, part, 1200);
    g_assert_false(is_due(shop, bea, CARE_DUE_OVERDUE, invoice));
    set_amount(shop, part, 400);
    g_assert_true(is_due(shop, bea, CARE_DUE_OVERDUE, invoice));
    decide(shop, bea, CARE_DUE_OVERDUE, invoice, until != NULL ? LATER : (CareDate){ 0 });
    other = shop_add_issued(shop, bea, &payable);
    moved = shop_stored(shop, part);
    care_record_set_int(moved, CARE_PAYMENT_INVOICE, care_record_id(other));
    shop_save(shop, moved);
    g_assert_true(is_due(shop, bea, CARE_DUE_OVERDUE, invoice));
}

/* What went back of a tip that was let go, and did not after all, is the tip. */
static void
test_as_much_to_pay_back(Shop *shop, gconstpointer until)
{
    g_autoptr(CareRecord) bea = shop_add_customer(shop, "Bea Koch", NULL);
    CareMoney payable;
    g_autoptr(CareRecord) invoice = shop_add_issued(shop, bea, &payable);
    g_autoptr(CareRecord) tip = shop_add_payment(shop, invoice, payable + 1000), back = NULL, all = NULL;
    CareDate day = until != NULL ? LATER : (CareDate){ 0 };

    decide(shop, bea, CARE_DUE_PAY_BACK, invoice, day);
    back = shop_add_payment(shop, invoice, -400);
    shop_remove(shop, back);
    g_assert_false(is_due(shop, bea, CARE_DUE_PAY_BACK, invoice));
    all = shop_add_payment(shop, invoice, -1000);
    shop_remove(shop, all);
    g_assert_true(is_due(shop, bea, CARE_DUE_PAY_BACK, invoice)); /* it was over */
    decide(shop, bea, CARE_DUE_PAY_BACK, invoice, day);
    set_amount(shop, tip, payable + 1100);
    g_assert_true(is_due(shop, bea, CARE_DUE_PAY_BACK, invoice));
}

/* A price that comes down, and goes up to less than it was. */
static void
test_as_much_to_bill(Shop *shop, gconstpointer until)
{
    g_autoptr(CareRecord) bea = shop_add_customer(shop, "Bea Koch", NULL);
    g_autoptr(CareRecord) job = shop_add_job(shop, bea, NULL);
    g_autoptr(CareRecord) ready = shop_move(shop, job, "ready");

    set_price(shop, job, 90000000);
    decide(shop, bea, CARE_DUE_UNBILLED, job, until != NULL ? LATER : (CareDate){ 0 });
    set_price(shop, job, 40000000);
    set_price(shop, job, 80000000);
    g_assert_false(is_due(shop, bea, CARE_DUE_UNBILLED, job));
    set_price(shop, job, 90000000);
    g_assert_false(is_due(shop, bea, CARE_DUE_UNBILLED, job));
    set_price(shop, job, 91000000);
    g_assert_true(is_due(shop, bea, CARE_DUE_UNBILLED, job));
}

static void
add(const char *path, void (*func)(Shop *, gconstpointer))
{
    g_autofree char *let_go = g_strconcat(path, "/let-go", NULL);
    g_autofree char *later = g_strconcat(path, "/later", NULL);

    g_test_add(let_go, Shop, NULL, shop_set_up_seller, func, shop_tear_down);
    g_test_add(later, Shop, "", shop_set_up_seller, func, shop_tear_down);
}

int
main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    add("/due-anew/pay-back", test_more_to_pay_back);
    add("/due-anew/cancelled", test_cancelled_is_to_pay_back);
    add("/due-anew/bounced", test_bounced_is_overdue);
    add("/due-anew/to-bill", test_more_to_bill);
    add("/due-anew/price-taken-back", test_price_taken_back);
    add("/due-anew/removed-by-hand", test_removed_by_hand);
    add("/due-anew/payment-brought-back", test_payment_brought_back);
    add("/due-anew/as-much-overdue", test_as_much_is_overdue);
    add("/due-anew/as-much-to-pay-back", test_as_much_to_pay_back);
    add("/due-anew/as-much-to-bill", test_as_much_to_bill);
    add("/due-anew/payment-corrected", test_payment_corrected);
    return g_test_run();
}
