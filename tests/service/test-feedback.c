/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
/* What follows from an answer and from settling a complaint. */
#include "core/errors.h"
#include "model/complaint.h"
#include "model/customer.h"
#include "model/feedback.h"
#include "model/followup.h"
#include "model/interaction.h"
#include "service/feedback/complaint-flow.h"
#include "store/kind-query.h"

#include "contact-acts.h"
#include "shop.h"

static CareRecord *
add_complaint(Shop *shop, CareRecord *customer)
{
    CareRecord *complaint = CARE_RECORD(care_complaint_new());

    care_record_set_int(complaint, CARE_COMPLAINT_CUSTOMER, care_record_id(customer));
    care_record_set_text(complaint, CARE_COMPLAINT_WORDS, "It leaks again");
    shop_save(shop, complaint);
    return complaint;
}

static void
settle(Shop *shop, CareRecord *complaint)
{
    care_record_set_text(complaint, CARE_COMPLAINT_CAUSE, "Old seal");
    care_record_set_text(complaint, CARE_COMPLAINT_CONFIRMATION, "confirmed");
    care_record_set_int(complaint, CARE_COMPLAINT_RESOLVED, care_clock_now(shop->clock));
    shop_save(shop, complaint);
}

static void
open_again(Shop *shop, CareRecord *complaint)
{
    care_record_clear(complaint, CARE_COMPLAINT_RESOLVED);
    shop_save(shop, complaint);
}

static GPtrArray *
open_followups(Shop *shop)
{
    return shop_records(shop, &care_followup_kind,
                        "SELECT id FROM followup WHERE state = 'open' AND deleted_at IS NULL ORDER BY id");
}

static void
assert_open_followups(Shop *shop, guint n)
{
    g_autoptr(GPtrArray) followups = open_followups(shop);

    g_assert_cmpuint(followups->len, ==, n);
}

static void
test_a_new_one_is_received_now(Shop *shop, gconstpointer data)
{
    g_autoptr(CareRecord) customer = shop_add_customer(shop, "Bea Koch", NULL);
    g_autoptr(CareRecord) complaint = add_complaint(shop, customer);

    g_assert_cmpint(care_record_int(complaint, CARE_COMPLAINT_RECEIVED), ==, care_clock_now(shop->clock));
    assert_open_followups(shop, 0);
}

static void
test_settled_asks_in_a_week(Shop *shop, gconstpointer data)
{
    g_autoptr(CareRecord) customer = shop_add_customer(shop, "Bea Koch", NULL);
    g_autoptr(CareRecord) complaint = add_complaint(shop, customer);
    g_autoptr(GPtrArray) followups = NULL;
    g_autofree char *due = NULL;

    settle(shop, complaint);
    followups = open_followups(shop);
    g_assert_cmpuint(followups->len, ==, 1);
    due = care_date_to_string(care_record_date(followups->pdata[0], CARE_FOLLOWUP_DUE));
    g_assert_cmpstr(due, ==, "2026-12-01");
    /* a word put right later asks no second time */
    care_record_set_text(complaint, CARE_COMPLAINT_CAUSE, "Old seal, ours");
    shop_save(shop, complaint);
    assert_open_followups(shop, 1);
}

static void
test_opened_again_asks_no_more(Shop *shop, gconstpointer data)
{
    g_autoptr(CareRecord) customer = shop_add_customer(shop, "Bea Koch", NULL);
    g_autoptr(CareRecord) complaint = add_complaint(shop, customer);
    g_autoptr(CareRecord) other = add_complaint(shop, customer);

    settle(shop, complaint);
    settle(shop, other);
    assert_open_followups(shop, 2);
    open_again(shop, complaint);
    assert_open_followups(shop, 1);
    settle(shop, complaint);
    assert_open_followups(shop, 2);
}

static gboolean
count_row(CareStatement *row, gpointer n, GError **error)
{
    (*(int *)n)++;
    return TRUE;
}

static void
go_to(Shop *shop, CareDate day)
{
    g_autoptr(GError) error = NULL;

    g_clear_object(&shop->store);
    g_clear_object(&shop->clock);
    shop->clock = care_clock_new_fixed(day);
    shop->store = care_store_open(shop->dir, shop->clock, 0, &error);
    g_assert_no_error(error);
}

/* Settled by mistake, taken back and done again, as often as anybody likes: one question, and the same; nobody deleted any. */
static void
test_settled_again_asks_once(Shop *shop, gconstpointer data)
{
    g_autoptr(CareRecord) customer = shop_add_customer(shop, "Bea Koch", NULL);
    g_autoptr(CareRecord) complaint = add_complaint(shop, customer);
    g_autoptr(GPtrArray) first = NULL;
    g_autoptr(GPtrArray) last = NULL;
    int deleted = 0;

    settle(shop, complaint);
    first = open_followups(shop);
    for (int i = 0; i < 3; i++) {
        go_to(shop, (CareDate){ 2026, 11, 25 + i });
        open_again(shop, complaint);
        assert_open_followups(shop, 0);
        care_kind_each_deleted(care_store_reader(shop->store), &care_followup_kind, 0, 100, count_row,
                               &deleted, NULL);
        g_assert_cmpint(deleted, ==, 0);
        settle(shop, complaint);
    }
    last = open_followups(shop);
    g_assert_cmpuint(last->len, ==, 1);
    g_assert_cmpint(care_record_id(last->pdata[0]), ==, care_record_id(first->pdata[0]));
    g_assert_cmpstr(care_record_text(last->pdata[0], CARE_FOLLOWUP_DUE), ==, "2026-12-04");
}

static void
execute_beside(Shop *shop, const char *sql)
{
    g_autoptr(CareConnection) beside = shop_open_beside(shop);
    g_autoptr(GError) error = NULL;

    care_connection_exec(beside, sql, &error);
    g_assert_no_error(error);
}

/* Where the one that went cannot be looked for, there is none to be made beside it. */
static void
test_asks_no_second_time_blindly(Shop *shop, gconstpointer data)
{
    g_autoptr(CareRecord) customer = shop_add_customer(shop, "Bea Koch", NULL);
    g_autoptr(CareRecord) complaint = add_complaint(shop, customer);
    g_autoptr(GError) error = NULL;

    settle(shop, complaint);
    open_again(shop, complaint);
    execute_beside(shop, "ALTER TABLE taken_back RENAME TO elsewhere");
    care_record_set_text(complaint, CARE_COMPLAINT_CONFIRMATION, "confirmed");
    care_record_set_int(complaint, CARE_COMPLAINT_RESOLVED, care_clock_now(shop->clock));
    g_assert_false(care_flow_save_now(shop->store, complaint, NULL, &error));
    g_assert_nonnull(error);
    execute_beside(shop, "ALTER TABLE elsewhere RENAME TO taken_back");
    assert_open_followups(shop, 0);
}

/* complaint: nullable. */
static void
add_contact(Shop *shop, CareRecord *complaint, CareRecord *customer, const char *direction, int hours,
            gboolean automatic)
{
    g_autoptr(CareRecord) contact = CARE_RECORD(care_interaction_new());

    care_record_set_int(contact, CARE_INTERACTION_CUSTOMER, care_record_id(customer));
    care_record_set_int(contact, CARE_INTERACTION_COMPLAINT, complaint ? care_record_id(complaint) : 0);
    care_record_set_text(contact, CARE_INTERACTION_DIRECTION, direction);
    care_record_set_text(contact, CARE_INTERACTION_CHANNEL, "phone");
    care_record_set_int(contact, CARE_INTERACTION_AT, care_clock_now(shop->clock) + hours * 3600);
    care_record_set_int(contact, CARE_INTERACTION_AUTOMATIC, automatic);
    care_record_set_text(contact, CARE_INTERACTION_BODY, "We come tomorrow");
    shop_save(shop, contact);
}

static void
assert_answered(Shop *shop, CareRecord *complaint, int hours)
{
    g_autoptr(CareRecord) now
        = care_store_get(shop->store, &care_complaint_kind, care_record_id(complaint), NULL);

    g_assert_cmpint(care_record_int(now, CARE_COMPLAINT_ACKNOWLEDGED), ==,
                    care_clock_now(shop->clock) + hours * 3600);
}

/* In whichever order they were written down. */
static void
test_earliest_is_first(Shop *shop, gconstpointer data)
{
    g_autoptr(CareRecord) customer = shop_add_customer(shop, "Bea Koch", NULL);
    g_autoptr(CareRecord) complaint = add_complaint(shop, customer);
    g_autoptr(CareRecord) by_hand = add_complaint(shop, customer);

    add_contact(shop, complaint, customer, "out", 6, FALSE);
    assert_answered(shop, complaint, 6);
    add_contact(shop, complaint, customer, "out", 1, FALSE);
    assert_answered(shop, complaint, 1);
    add_contact(shop, complaint, customer, "out", 3, FALSE);
    assert_answered(shop, complaint, 1);
    care_record_set_int(by_hand, CARE_COMPLAINT_ACKNOWLEDGED, care_clock_now(shop->clock) + 2 * 3600);
    shop_save(shop, by_hand);
    add_contact(shop, by_hand, customer, "out", 1, FALSE);
    assert_answered(shop, by_hand, 2);
}

/* Whichever way it is logged; later ones are contacts like any other. */
static void
test_first_answer_says_something(Shop *shop, gconstpointer data)
{
    g_autoptr(CareRecord) customer = shop_add_customer(shop, "Bea Koch", NULL);
    g_autoptr(CareRecord) complaint = add_complaint(shop, customer);
    g_autoptr(CareRecord) contact = CARE_RECORD(care_interaction_new());
    g_autoptr(GError) error = NULL;

    care_record_set_int(contact, CARE_INTERACTION_CUSTOMER, care_record_id(customer));
    care_record_set_int(contact, CARE_INTERACTION_COMPLAINT, care_record_id(complaint));
    care_record_set_text(contact, CARE_INTERACTION_DIRECTION, "out");
    care_record_set_text(contact, CARE_INTERACTION_CHANNEL, "phone");
    g_assert_false(care_flow_save_now(shop->store, contact, NULL, &error));
    g_assert_error(error, CARE_ERROR, CARE_ERROR_INPUT);
    add_contact(shop, complaint, customer, "out", 0, FALSE);
    care_record_set_int(contact, CARE_INTERACTION_AT, care_clock_now(shop->clock) + 3600);
    shop_save(shop, contact);
}

/* The call that told them that their job is ready. */
static void
tell_ready(Shop *shop, CareRecord *customer, int hours)
{
    g_autoptr(CareRecord) job = shop_add_job(shop, customer, NULL);
    g_autoptr(CareRecord) contact = CARE_RECORD(care_interaction_new());
    CareInstant at = care_clock_now(shop->clock) + hours * 3600;

    care_record_set_int(contact, CARE_INTERACTION_CUSTOMER, care_record_id(customer));
    care_record_set_int(contact, CARE_INTERACTION_JOB, care_record_id(job));
    care_record_set_text(contact, CARE_INTERACTION_DIRECTION, "out");
    care_record_set_text(contact, CARE_INTERACTION_CHANNEL, "phone");
    care_record_set_int(contact, CARE_INTERACTION_AT, at);
    shop_save(shop, contact);
    care_record_set_int(job, CARE_JOB_TOLD, at);
    shop_save(shop, job);
}

/* Ours, by a person, since it was received, and about it: nothing else is a try. */
static void
test_tries(Shop *shop, gconstpointer data)
{
    g_autoptr(CareRecord) customer = shop_add_customer(shop, "Bea Koch", NULL);
    g_autoptr(CareRecord) somebody = shop_add_customer(shop, "Paul Okafor", NULL);
    g_autoptr(CareRecord) complaint = add_complaint(shop, customer);

    add_contact(shop, complaint, customer, "out", -1, FALSE);
    add_contact(shop, complaint, customer, "in", 1, FALSE);
    add_contact(shop, complaint, customer, "out", 1, TRUE);
    add_contact(shop, NULL, customer, "out", 1, FALSE);
    add_contact(shop, NULL, somebody, "out", 1, FALSE);
    tell_ready(shop, customer, 1);
    g_assert_cmpint(care_complaint_tries(care_store_reader(shop->store), complaint), ==, 0);
    add_contact(shop, complaint, customer, "out", 2, FALSE);
    add_contact(shop, complaint, customer, "out", 3, FALSE);
    g_assert_cmpint(care_complaint_tries(care_store_reader(shop->store), complaint), ==, 2);
}

static void
add_contact_about(Shop *shop, CareRecord *customer, CareRecord *job, CareContactClass counts, CareId followup)
{
    g_autoptr(CareRecord) contact = CARE_RECORD(care_interaction_new());

    care_record_set_int(contact, CARE_INTERACTION_CUSTOMER, care_record_id(customer));
    care_record_set_int(contact, CARE_INTERACTION_JOB, job ? care_record_id(job) : 0);
    care_record_set_int(contact, CARE_INTERACTION_FOLLOWUP, followup);
    care_record_set_text(contact, CARE_INTERACTION_CLASS, care_contact_class_word(counts));
    care_record_set_text(contact, CARE_INTERACTION_DIRECTION, "out");
    care_record_set_text(contact, CARE_INTERACTION_CHANNEL, "letter");
    care_record_set_int(contact, CARE_INTERACTION_AT, care_clock_now(shop->clock) + 3600);
    shop_save(shop, contact);
}

/* What was tried for the complaint once a call about the line has ended as said, in another minute than all others. */
static int
tries_after(Shop *shop, CareRecord *complaint, CareRecord *about, gboolean settled, int minutes)
{
    g_autoptr(CareRecord) customer = care_store_get(
        shop->store, &care_customer_kind, care_record_int(complaint, CARE_COMPLAINT_CUSTOMER), NULL);
    g_autoptr(CareRecord) made = call(customer);
    Contact contact
        = { .interaction = made,
            .about = { .rule = CARE_DUE_COMPLAINT, .record = care_record_id(about), .settled = settled } };

    care_record_set_int(made, CARE_INTERACTION_AT, care_clock_now(shop->clock) + minutes * 60);
    care_record_set_text(made, CARE_INTERACTION_CLASS, care_contact_class_word(CARE_CLASS_SERVICE));
    care_record_set_text(made, CARE_INTERACTION_BODY, "We come tomorrow");
    write_contact(shop, &contact);
    return care_complaint_tries(care_store_reader(shop->store), complaint);
}

/* A birthday letter, thanks, a question about another job or a step of its plan say nothing about the complaint. */
static void
test_other_matters_are_no_tries(Shop *shop, gconstpointer data)
{
    g_autoptr(CareRecord) customer = shop_add_customer(shop, "Bea Koch", NULL);
    g_autoptr(CareRecord) complaint = add_complaint(shop, customer);
    g_autoptr(CareRecord) other = add_complaint(shop, customer);
    g_autoptr(CareRecord) job = shop_add_job(shop, customer, NULL);
    g_autoptr(CareRecord) another = shop_add_job(shop, customer, NULL);
    CareConnection *reader = care_store_reader(shop->store);

    care_record_set_int(complaint, CARE_COMPLAINT_JOB, care_record_id(job));
    shop_save(shop, complaint);
    add_contact_about(shop, customer, NULL, CARE_CLASS_GIFT, 0);
    add_contact_about(shop, customer, job, CARE_CLASS_CARE, 0);
    add_contact_about(shop, customer, job, CARE_CLASS_FEEDBACK, 0);
    add_contact_about(shop, customer, another, CARE_CLASS_SERVICE, 0);
    g_assert_cmpint(care_complaint_tries(reader, complaint), ==, 0);
    g_assert_cmpint(tries_after(shop, complaint, other, TRUE, 1), ==, 0);
    add_contact_about(shop, customer, job, CARE_CLASS_SERVICE, 0);
    g_assert_cmpint(care_complaint_tries(reader, complaint), ==, 0);
    g_assert_cmpint(tries_after(shop, complaint, complaint, FALSE, 2), ==, 1);
    g_assert_cmpint(tries_after(shop, complaint, complaint, TRUE, 3), ==, 2);
}

static void
answer(Shop *shop, CareRecord *customer, CareId job)
{
    g_autoptr(CareRecord) feedback = CARE_RECORD(care_feedback_new());

    care_record_set_int(feedback, CARE_FEEDBACK_CUSTOMER, care_record_id(customer));
    care_record_set_int(feedback, CARE_FEEDBACK_JOB, job);
    care_record_set_int(feedback, CARE_FEEDBACK_SCORE, 9);
    shop_save(shop, feedback);
}

/* Open questions 'How did it go?'. */
static gint64
questions(Shop *shop)
{
    return care_connection_int(care_store_reader(shop->store),
                               "SELECT count(*) FROM followup WHERE kind = 'feedback' AND state = 'open'", 0);
}

/* Who has answered is asked no more, about that job; other jobs and other steps go on. */
static void
test_an_answer_stops_the_question(Shop *shop, gconstpointer data)
{
    g_autoptr(CareRecord) customer = shop_add_customer(shop, "Bea Koch", NULL);
    g_autoptr(CareRecord) plan = shop_add_plan(shop);
    g_autoptr(CareRecord) job = shop_add_job(shop, customer, plan);
    g_autoptr(CareRecord) other = shop_add_job(shop, customer, plan);
    g_autoptr(CareRecord) moved = shop_move(shop, job, "collected");
    g_autoptr(CareRecord) other_moved = shop_move(shop, other, "collected");
    g_autoptr(GPtrArray) before = open_followups(shop);

    g_assert_cmpint(questions(shop), ==, 2);
    answer(shop, customer, care_record_id(job));
    g_assert_cmpint(questions(shop), ==, 1);
    assert_open_followups(shop, before->len - 1);
    answer(shop, customer, 0);
    g_assert_cmpint(questions(shop), ==, 0);
}

static gboolean
count_statements(CareTransaction *transaction, gpointer data, GError **error)
{
    sqlite3 *handle = care_connection_handle(care_transaction_connection(transaction));
    int *n = data;

    *n = 0;
    for (sqlite3_stmt *each = sqlite3_next_stmt(handle, NULL); each != NULL;
         each = sqlite3_next_stmt(handle, each))
        ++*n;
    return TRUE;
}

static void
answer_low(Shop *shop, CareRecord *customer, int times)
{
    for (int i = 0; i < times; i++) {
        g_autoptr(CareRecord) feedback = CARE_RECORD(care_feedback_new());

        care_record_set_int(feedback, CARE_FEEDBACK_CUSTOMER, care_record_id(customer));
        care_record_set_int(feedback, CARE_FEEDBACK_SCORE, 2);
        shop_save(shop, feedback);
    }
}

/* What is asked with another id is asked with the same statement. */
static void
test_many_answers_need_no_more_statements(Shop *shop, gconstpointer data)
{
    g_autoptr(CareRecord) customer = shop_add_customer(shop, "Bea Koch", NULL);
    int few = 0, many = 0;

    answer_low(shop, customer, 3);
    g_assert_true(care_store_write(shop->store, count_statements, &few, NULL));
    answer_low(shop, customer, 20);
    g_assert_true(care_store_write(shop->store, count_statements, &many, NULL));
    g_assert_cmpint(many, ==, few);
}

/* 0 is the worst answer, not a missing one. */
static void
test_low_scores_open_a_complaint(Shop *shop, gconstpointer data)
{
    g_autoptr(CareRecord) customer = shop_add_customer(shop, "Bea Koch", NULL);

    for (int score = 0; score <= 10; score++) {
        g_autoptr(CareRecord) feedback = CARE_RECORD(care_feedback_new());
        g_autoptr(GPtrArray) complaints = NULL;

        care_record_set_int(feedback, CARE_FEEDBACK_CUSTOMER, care_record_id(customer));
        care_record_set_int(feedback, CARE_FEEDBACK_SCORE, score);
        shop_save(shop, feedback);
        complaints = shop_records(shop, &care_complaint_kind, "SELECT id FROM complaint");
        g_assert_cmpuint(complaints->len, ==, (guint)MIN(score + 1, 7));
    }
}

int
main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
#define ADD(path, func) g_test_add("/feedback/" path, Shop, NULL, shop_set_up, func, shop_tear_down)
    ADD("received-now", test_a_new_one_is_received_now);
    ADD("settled-asks-again", test_settled_asks_in_a_week);
    ADD("settled-again", test_settled_again_asks_once);
    ADD("opened-again", test_opened_again_asks_no_more);
    ADD("tries", test_tries);
    ADD("earliest-is-first", test_earliest_is_first);
    ADD("first-answer-has-words", test_first_answer_says_something);
    ADD("tries/other-matters", test_other_matters_are_no_tries);
    ADD("low-scores", test_low_scores_open_a_complaint);
    ADD("settled-blindly", test_asks_no_second_time_blindly);
    ADD("answer-stops-question", test_an_answer_stops_the_question);
    ADD("statements", test_many_answers_need_no_more_statements);
#undef ADD
    return g_test_run();
}
