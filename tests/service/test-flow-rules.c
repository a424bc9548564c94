/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
/* What follows from a change, whichever way it is made. */
#include "model/complaint.h"
#include "model/feedback.h"
#include "model/followup.h"
#include "model/gift.h"
#include "store/kind-query.h"
#include "store/named-query.h"

#include "shop-acts.h"

static void
test_payment_goes_and_comes(Shop *shop, gconstpointer data)
{
    CareMoney all;
    g_autoptr(CareRecord) ann = shop_add_customer(shop, "Ann Lee", NULL);
    g_autoptr(CareRecord) invoice = shop_add_issued(shop, ann, &all);
    g_autoptr(CareRecord) part = shop_add_payment(shop, invoice, 4000);
    g_autoptr(CareRecord) rest = shop_add_payment(shop, invoice, all - 4000);

    shop_assert_paid(shop, invoice, "paid", all);
    shop_remove(shop, rest);
    shop_assert_paid(shop, invoice, "part", 4000);
    shop_remove(shop, part);
    shop_assert_paid(shop, invoice, "issued", 0);
    shop_bring_back(shop, rest);
    shop_bring_back(shop, part);
    shop_assert_paid(shop, invoice, "paid", all);
}

static void
test_payment_to_another_invoice(Shop *shop, gconstpointer data)
{
    CareMoney all;
    g_autoptr(CareRecord) ann = shop_add_customer(shop, "Ann Lee", NULL);
    g_autoptr(CareRecord) bea = shop_add_customer(shop, "Bea Koch", NULL);
    g_autoptr(CareRecord) wrong = shop_add_issued(shop, ann, &all);
    g_autoptr(CareRecord) right = shop_add_issued(shop, bea, &all);
    g_autoptr(CareRecord) payment = shop_add_payment(shop, wrong, all);
    g_autoptr(CareRecord) base = care_record_copy(payment);

    care_record_set_int(payment, CARE_PAYMENT_INVOICE, care_record_id(right));
    shop_save_edit(shop->store, payment, base);
    shop_assert_paid(shop, wrong, "issued", 0);
    shop_assert_paid(shop, right, "paid", all);
    g_assert_cmpint(care_record_int(payment, CARE_PAYMENT_CUSTOMER), ==, care_record_id(bea));
}

static void
test_nothing_is_owed_for_what_was_cancelled(Shop *shop, gconstpointer data)
{
    CareMoney all;
    g_autoptr(CareRecord) ann = shop_add_customer(shop, "Ann Lee", NULL);
    g_autoptr(CareRecord) invoice = shop_add_issued(shop, ann, &all);
    g_autoptr(CareRecord) note = care_invoice_cancel_now(shop->store, care_record_id(invoice), NULL);
    g_autoptr(CareRecord) payment = CARE_RECORD(care_payment_new());
    g_autoptr(GError) error = NULL;

    g_assert_nonnull(note);
    care_record_set_int(payment, CARE_PAYMENT_INVOICE, care_record_id(invoice));
    care_record_set_int(payment, CARE_PAYMENT_AMOUNT, all);
    g_assert_false(care_flow_save_now(shop->store, payment, NULL, &error));
    g_assert_error(error, CARE_ERROR, CARE_ERROR_REFUSED);
}

static void
test_job_takes_its_followups_along(Shop *shop, gconstpointer data)
{
    g_autoptr(CareRecord) ann = shop_add_customer(shop, "Ann Lee", NULL);
    g_autoptr(CareRecord) job = shop_add_job(shop, ann, NULL);
    g_autoptr(CareRecord) before = shop_add_followup(shop, job);
    g_autoptr(CareRecord) with_it = shop_add_followup(shop, job);
    g_autoptr(CareClock) later
        = care_clock_new_fixed_at(care_clock_now(shop->clock) + 60, care_clock_zone(shop->clock));
    g_autoptr(CareStore) other = care_store_open(shop->dir, later, 0, NULL);

    shop_remove(shop, before);
    g_assert_true(care_flow_remove_now(other, &care_job_kind, care_record_id(job), NULL));
    g_assert_true(shop_is_deleted(shop, with_it));
    shop_bring_back(shop, job);
    g_assert_false(shop_is_deleted(shop, with_it));
    g_assert_true(shop_is_deleted(shop, before));
}

static void
test_job_of_somebody_else(Shop *shop, gconstpointer data)
{
    CareMoney all;
    g_autoptr(CareRecord) ann = shop_add_customer(shop, "Ann Lee", NULL);
    g_autoptr(CareRecord) bea = shop_add_customer(shop, "Bea Koch", NULL);
    g_autoptr(CareRecord) job = shop_add_job(shop, ann, NULL);
    g_autoptr(CareRecord) followup = shop_add_followup(shop, job);
    g_autoptr(CareRecord) invoice = shop_add_issued(shop, ann, &all);
    g_autoptr(CareRecord) billed
        = care_store_get(shop->store, &care_job_kind, care_record_int(invoice, CARE_INVOICE_JOB), NULL);
    g_autoptr(CareRecord) moved = NULL;
    g_autoptr(GError) error = NULL;

    care_record_set_int(job, CARE_JOB_CUSTOMER, care_record_id(bea));
    shop_save(shop, job);
    moved = shop_stored(shop, followup);
    g_assert_cmpint(care_record_int(moved, CARE_FOLLOWUP_CUSTOMER), ==, care_record_id(bea));
    care_record_set_int(billed, CARE_JOB_CUSTOMER, care_record_id(bea));
    g_assert_false(care_flow_save_now(shop->store, billed, NULL, &error));
    g_assert_error(error, CARE_ERROR, CARE_ERROR_REFUSED);
}

/* A call that was not made after all: the job is to be told of as before, and back. */
static void
test_contact_goes_and_comes(Shop *shop, gconstpointer data)
{
    g_autoptr(CareRecord) ann = shop_add_customer(shop, "Ann Lee", NULL);
    g_autoptr(CareRecord) job = shop_add_job(shop, ann, NULL);
    g_autoptr(CareRecord) ready = shop_move(shop, job, "ready");
    g_autoptr(CareRecord) call = CARE_RECORD(care_interaction_new());
    g_autoptr(CareRecord) told = NULL;
    g_autoptr(CareRecord) untold = NULL;
    g_autoptr(CareRecord) again = NULL;

    care_record_set_int(call, CARE_INTERACTION_CUSTOMER, care_record_id(ann));
    care_record_set_int(call, CARE_INTERACTION_JOB, care_record_id(job));
    care_record_set_text(call, CARE_INTERACTION_DIRECTION, "out");
    care_record_set_text(call, CARE_INTERACTION_CHANNEL, "phone");
    shop_save(shop, call);
    told = shop_stored(shop, job);
    g_assert_false(care_job_owes_message(told));
    shop_remove(shop, call);
    untold = shop_stored(shop, job);
    g_assert_true(care_job_owes_message(untold));
    shop_bring_back(shop, call);
    again = shop_stored(shop, job);
    g_assert_false(care_job_owes_message(again));
}

/* What a low answer opened goes with it, unless somebody has begun with it. */
static void
test_answer_takes_its_complaint_along(Shop *shop, gconstpointer data)
{
    gboolean begun = GPOINTER_TO_INT(data);
    g_autoptr(CareRecord) ann = shop_add_customer(shop, "Ann Lee", NULL);
    g_autoptr(CareRecord) answer = CARE_RECORD(care_feedback_new());
    g_autoptr(CareRecord) complaint = NULL;

    care_record_set_int(answer, CARE_FEEDBACK_CUSTOMER, care_record_id(ann));
    care_record_set_int(answer, CARE_FEEDBACK_SCORE, 2);
    shop_save(shop, answer);
    complaint = care_store_get(shop->store, &care_complaint_kind,
                               care_query_number(care_store_reader(shop->store),
                                                 "feedback/complaint-of-answer", "i", care_record_id(answer)),
                               NULL);
    g_assert_nonnull(complaint);
    if (begun) {
        care_record_set_text(complaint, CARE_COMPLAINT_CAUSE, "wrong part");
        shop_save(shop, complaint);
    }
    shop_remove(shop, answer);
    g_assert_cmpint(shop_is_deleted(shop, complaint), ==, !begun);
    shop_bring_back(shop, answer);
    g_assert_false(shop_is_deleted(shop, complaint));
}

/* When it was done, and why it was let go, follow its state; whoever says the state. */
static void
test_state_of_a_followup(Shop *shop, gconstpointer data)
{
    g_autoptr(CareRecord) ann = shop_add_customer(shop, "Ann Lee", NULL);
    g_autoptr(CareRecord) job = shop_add_job(shop, ann, NULL);
    g_autoptr(CareRecord) followup = shop_add_followup(shop, job);

    care_record_set_text(followup, CARE_FOLLOWUP_STATE, "done");
    shop_save(shop, followup);
    g_assert_cmpint(care_record_int(followup, CARE_FOLLOWUP_DONE), ==, care_clock_now(shop->clock));
    care_record_set_text(followup, CARE_FOLLOWUP_STATE, "let-go");
    care_record_set_text(followup, CARE_FOLLOWUP_REASON, "moved away");
    shop_save(shop, followup);
    g_assert_false(care_record_is_set(followup, CARE_FOLLOWUP_DONE));
    care_record_set_text(followup, CARE_FOLLOWUP_STATE, "open");
    shop_save(shop, followup);
    g_assert_false(care_record_is_set(followup, CARE_FOLLOWUP_REASON));
}

/* The end follows the months, from the hand-over on; without any of its own they are the shop's. */
static void
test_months_of_warranty(Shop *shop, gconstpointer data)
{
    g_autoptr(CareRecord) ann = shop_add_customer(shop, "Ann Lee", NULL);
    g_autoptr(CareRecord) job = shop_add_job(shop, ann, NULL);
    g_autoptr(CareRecord) collected = NULL;

    care_record_set_int(job, CARE_JOB_WARRANTY_MONTHS, 6);
    shop_save(shop, job);
    g_assert_false(care_record_is_set(job, CARE_JOB_WARRANTY_END));
    collected = shop_move(shop, job, "collected");
    g_assert_cmpstr(care_record_text(collected, CARE_JOB_WARRANTY_END), ==, "2027-05-24");
    care_record_set_int(collected, CARE_JOB_WARRANTY_MONTHS, 24);
    shop_save(shop, collected);
    g_assert_cmpstr(care_record_text(collected, CARE_JOB_WARRANTY_END), ==, "2028-11-24");
    care_record_clear(collected, CARE_JOB_WARRANTY_MONTHS);
    shop_save(shop, collected);
    g_assert_cmpstr(care_record_text(collected, CARE_JOB_WARRANTY_END), ==, "2027-11-24");
}

static GPtrArray *
steps(Shop *shop)
{
    return shop_records(shop, &care_followup_kind,
                        "SELECT id FROM followup WHERE source = 'plan' AND deleted_at IS NULL ORDER BY id");
}

static gboolean
count_row(CareStatement *row, gpointer n, GError **error)
{
    (*(int *)n)++;
    return TRUE;
}

static int
deleted_followups(Shop *shop)
{
    int n = 0;

    care_kind_each_deleted(care_store_reader(shop->store), &care_followup_kind, 0, 100, count_row, &n, NULL);
    return n;
}

/* No warranty by mistake, and its end put in again: the step is the one that was there, and nobody deleted any. Nor did who
 * takes the job back to work. */
static void
test_steps_that_went_by_themselves(Shop *shop, gconstpointer data)
{
    g_autoptr(CareRecord) customer = shop_add_customer(shop, "Bea Koch", NULL);
    g_autoptr(CareRecord) plan = shop_add_plan(shop);
    g_autoptr(CareRecord) job = shop_add_job(shop, customer, plan);
    g_autoptr(CareRecord) collected = shop_move(shop, job, "collected");
    g_autoptr(CareRecord) with = care_record_copy(collected);
    g_autoptr(GPtrArray) before = steps(shop);
    g_autoptr(GPtrArray) after = NULL;
    g_autoptr(CareRecord) working = NULL;

    care_record_clear(collected, CARE_JOB_WARRANTY_END);
    shop_save(shop, collected);
    g_assert_cmpint(deleted_followups(shop), ==, 0);
    shop_save(shop, with);
    after = steps(shop);
    g_assert_cmpuint(after->len, ==, before->len);
    for (guint i = 0; i < after->len; i++)
        g_assert_true(care_record_id(after->pdata[i]) == care_record_id(before->pdata[i])
                      && care_record_equal(after->pdata[i], before->pdata[i]));
    working = shop_move(shop, job, "working");
    g_assert_cmpint(deleted_followups(shop), ==, 0);
}

static void
go_to(Shop *shop, int day)
{
    g_autoptr(GError) error = NULL;

    g_clear_object(&shop->store);
    g_clear_object(&shop->clock);
    shop->clock = care_clock_new_fixed((CareDate){ 2026, 11, day });
    shop->store = care_store_open(shop->dir, shop->clock, 0, &error);
    g_assert_no_error(error);
}

static CareRecord *
step_called(Shop *shop, const char *title)
{
    g_autoptr(GPtrArray) all = steps(shop);

    for (guint i = 0; i < all->len; i++)
        if (g_str_equal(care_record_text(all->pdata[i], CARE_FOLLOWUP_TITLE), title))
            return g_object_ref(all->pdata[i]);
    g_assert_not_reached();
}

/* A step that went by itself and comes back was touched when somebody touched it. One that goes with its hand-over, which the
 * next one makes anew, keeps what they wrote where they find it. */
static void
test_steps_that_were_touched(Shop *shop, gconstpointer data)
{
    g_autoptr(CareRecord) customer = shop_add_customer(shop, "Bea Koch", NULL);
    g_autoptr(CareRecord) plan = shop_add_plan(shop);
    g_autoptr(CareRecord) job = shop_add_job(shop, customer, plan);
    g_autoptr(CareRecord) collected = shop_move(shop, job, "collected");
    g_autoptr(CareRecord) with = care_record_copy(collected);
    g_autoptr(CareRecord) step = step_called(shop, "Warranty check");
    g_autoptr(CareRecord) back = NULL;
    g_autoptr(CareRecord) working = NULL;
    g_autoptr(CareRecord) again = NULL;
    g_autoptr(GPtrArray) made = NULL;

    go_to(shop, 25);
    care_record_set_text(step, CARE_FOLLOWUP_CHANNEL, "phone");
    shop_save(shop, step);
    go_to(shop, 26);
    care_record_clear(collected, CARE_JOB_WARRANTY_END);
    shop_save(shop, collected);
    g_assert_cmpint(deleted_followups(shop), ==, 0);
    go_to(shop, 27);
    shop_save(shop, with);
    back = step_called(shop, "Warranty check");
    g_assert_true(care_record_equal(back, step));
    g_assert_cmpint(care_record_stamp(back).changed, ==, care_record_stamp(step).changed);
    working = shop_move(shop, job, "working");
    g_assert_cmpint(deleted_followups(shop), ==, 1);
    again = shop_move(shop, job, "collected");
    made = steps(shop);
    g_assert_cmpuint(made->len, ==, 5);
    g_assert_cmpint(deleted_followups(shop), ==, 1);
}

/* That it was answered and how, that it is settled and confirmed: each without the other means nothing. */
static void
test_answers_of_a_complaint(Shop *shop, gconstpointer data)
{
    g_autoptr(CareRecord) ann = shop_add_customer(shop, "Ann Lee", NULL);
    g_autoptr(CareRecord) complaint = CARE_RECORD(care_complaint_new());
    CareInstant now = care_clock_now(shop->clock);

    care_record_set_int(complaint, CARE_COMPLAINT_CUSTOMER, care_record_id(ann));
    care_record_set_text(complaint, CARE_COMPLAINT_WORDS, "It squeaks");
    care_record_set_text(complaint, CARE_COMPLAINT_CHANNEL, "email");
    shop_save(shop, complaint);
    care_record_set_text(complaint, CARE_COMPLAINT_ACKNOWLEDGED_HOW, "phone");
    shop_save(shop, complaint);
    g_assert_cmpint(care_record_int(complaint, CARE_COMPLAINT_ACKNOWLEDGED), ==, now);
    care_record_clear(complaint, CARE_COMPLAINT_ACKNOWLEDGED);
    shop_save(shop, complaint);
    g_assert_false(care_record_is_set(complaint, CARE_COMPLAINT_ACKNOWLEDGED_HOW));
    care_record_set_text(complaint, CARE_COMPLAINT_CAUSE, "wrong part");
    care_record_set_text(complaint, CARE_COMPLAINT_CONFIRMATION, "confirmed");
    care_record_set_int(complaint, CARE_COMPLAINT_RESOLVED, now);
    shop_save(shop, complaint);
    g_assert_cmpint(care_record_int(complaint, CARE_COMPLAINT_ACKNOWLEDGED), ==, now);
    g_assert_cmpstr(care_record_text(complaint, CARE_COMPLAINT_ACKNOWLEDGED_HOW), ==, "email");
    care_record_clear(complaint, CARE_COMPLAINT_RESOLVED);
    shop_save(shop, complaint);
    g_assert_false(care_record_is_set(complaint, CARE_COMPLAINT_CONFIRMATION));
}

static void
test_a_gift_that_was_not_given(Shop *shop, gconstpointer data)
{
    g_autoptr(CareRecord) ann = shop_add_customer(shop, "Ann Lee", NULL);
    g_autoptr(CareRecord) gift = CARE_RECORD(care_gift_new());

    care_record_set_int(gift, CARE_GIFT_CUSTOMER, care_record_id(ann));
    care_record_set_text(gift, CARE_GIFT_NAME, "Bell");
    care_record_set_text(gift, CARE_GIFT_STATE, "given");
    shop_save(shop, gift);
    g_assert_cmpstr(care_record_text(gift, CARE_GIFT_GIVEN), ==, "2026-11-24");
    care_record_set_text(gift, CARE_GIFT_STATE, "planned");
    shop_save(shop, gift);
    g_assert_false(care_record_is_set(gift, CARE_GIFT_GIVEN));
    g_assert_false(care_record_is_set(gift, CARE_GIFT_AT));
}

/* When it was is not now because somebody emptied it. */
static void
test_an_answer_needs_its_moment(Shop *shop, gconstpointer data)
{
    g_autoptr(CareRecord) ann = shop_add_customer(shop, "Ann Lee", NULL);
    g_autoptr(CareRecord) answer = CARE_RECORD(care_feedback_new());
    g_autoptr(GError) error = NULL;

    care_record_set_int(answer, CARE_FEEDBACK_CUSTOMER, care_record_id(ann));
    care_record_set_int(answer, CARE_FEEDBACK_SCORE, 9);
    shop_save(shop, answer);
    care_record_clear(answer, CARE_FEEDBACK_AT);
    g_assert_false(care_flow_save_now(shop->store, answer, NULL, &error));
    g_assert_error(error, CARE_ERROR, CARE_ERROR_INPUT);
}

int
main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
#define TEST(name, data, func)                                                                               \
    g_test_add("/flow-rules/" name, Shop, GINT_TO_POINTER(data), shop_set_up_seller, func, shop_tear_down)
    TEST("payment-goes-and-comes", 0, test_payment_goes_and_comes);
    TEST("payment-to-another-invoice", 0, test_payment_to_another_invoice);
    TEST("nothing-is-owed-for-what-was-cancelled", 0, test_nothing_is_owed_for_what_was_cancelled);
    TEST("job-takes-its-followups-along", 0, test_job_takes_its_followups_along);
    TEST("job-of-somebody-else", 0, test_job_of_somebody_else);
    TEST("contact-goes-and-comes", 0, test_contact_goes_and_comes);
    TEST("answer-takes-its-complaint-along", FALSE, test_answer_takes_its_complaint_along);
    TEST("answer-leaves-a-begun-complaint", TRUE, test_answer_takes_its_complaint_along);
    TEST("state-of-a-followup", 0, test_state_of_a_followup);
    TEST("months-of-warranty", 0, test_months_of_warranty);
    TEST("steps-that-went", 0, test_steps_that_went_by_themselves);
    TEST("steps-that-were-touched", 0, test_steps_that_were_touched);
    TEST("answers-of-a-complaint", 0, test_answers_of_a_complaint);
    TEST("a-gift-that-was-not-given", 0, test_a_gift_that_was_not_given);
    TEST("an-answer-needs-its-moment", 0, test_an_answer_needs_its_moment);
    return g_test_run();
}
