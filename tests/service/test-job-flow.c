/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
/* A job from intake to collection. */
#include "core/errors.h"
#include "model/event.h"
#include "model/followup.h"
#include "model/invoice.h"
#include "service/invoices/invoice-from-job.h"
#include "service/invoices/invoice-issue.h"

#include "shop.h"

static void
test_intake(Shop *shop, gconstpointer data)
{
    g_autoptr(CareRecord) customer = shop_add_customer(shop, "Bea Koch", "0157 335 21 78");
    g_autoptr(CareRecord) first = shop_add_job(shop, customer, NULL);
    g_autoptr(CareRecord) second = shop_add_job(shop, customer, NULL);

    g_assert_cmpstr(care_record_text(first, CARE_JOB_NUMBER), ==, "2026-001");
    g_assert_cmpstr(care_record_text(second, CARE_JOB_NUMBER), ==, "2026-002");
    g_assert_cmpstr(care_record_text(first, CARE_JOB_STATUS), ==, "received");
    g_assert_cmpint(care_record_int(first, CARE_JOB_AGREED), ==, 7450);
}

static void
test_a_failed_intake_takes_no_number(Shop *shop, gconstpointer data)
{
    g_autoptr(CareRecord) customer = shop_add_customer(shop, "Bea Koch", NULL);
    g_autoptr(CareRecord) bad = CARE_RECORD(care_job_new());
    g_autoptr(CareRecord) good = NULL;

    care_record_set_int(bad, CARE_JOB_CUSTOMER, care_record_id(customer));
    care_record_set_text(bad, CARE_JOB_PROMISED, "2026-02-31");
    g_assert_false(care_flow_save_now(shop->store, bad, NULL, NULL));
    good = shop_add_job(shop, customer, NULL);
    g_assert_cmpstr(care_record_text(good, CARE_JOB_NUMBER), ==, "2026-001");
}

static void
test_ready_is_to_tell_until_told(Shop *shop, gconstpointer data)
{
    g_autoptr(CareRecord) customer = shop_add_customer(shop, "Bea Koch", NULL);
    g_autoptr(CareRecord) job = shop_add_job(shop, customer, NULL);
    g_autoptr(CareRecord) ready = shop_move(shop, job, "ready");
    g_autoptr(CareRecord) back = NULL;
    g_autoptr(CareRecord) again = NULL;

    g_assert_true(care_job_owes_message(ready));
    back = shop_move(shop, job, "working");
    g_assert_false(care_job_owes_message(back));
    again = shop_move(shop, job, "ready");
    g_assert_true(care_job_owes_message(again));
}

static GPtrArray *
followups(Shop *shop, CareRecord *job)
{
    return care_store_query(shop->store, &care_followup_kind, NULL, "jobs/followups", "i",
                            care_record_id(job));
}

static void
test_collected_makes_followups_and_warranty(Shop *shop, gconstpointer data)
{
    static const char *const dates[]
        = { "2026-11-25", "2026-11-30", "2026-12-08", "2027-05-24", "2027-10-25" };
    g_autoptr(CareRecord) customer = shop_add_customer(shop, "Bea Koch", NULL);
    g_autoptr(CareRecord) plan = shop_add_plan(shop);
    g_autoptr(CareRecord) job = shop_add_job(shop, customer, plan);
    g_autoptr(CareRecord) collected = shop_move(shop, job, "collected");
    g_autoptr(GPtrArray) made = followups(shop, job);

    g_assert_cmpstr(care_record_text(collected, CARE_JOB_WARRANTY_END), ==, "2027-11-24");
    g_assert_cmpuint(made->len, ==, G_N_ELEMENTS(dates));
    for (guint i = 0; i < made->len; i++)
        g_assert_cmpstr(care_record_text(made->pdata[i], CARE_FOLLOWUP_DUE), ==, dates[i]);
}

static void
test_followups_are_made_once(Shop *shop, gconstpointer data)
{
    g_autoptr(CareRecord) customer = shop_add_customer(shop, "Bea Koch", NULL);
    g_autoptr(CareRecord) plan = shop_add_plan(shop);
    g_autoptr(CareRecord) job = shop_add_job(shop, customer, plan);
    g_autoptr(CareRecord) a = shop_move(shop, job, "collected");
    g_autoptr(CareRecord) b = shop_move(shop, job, "working");
    g_autoptr(CareRecord) c = shop_move(shop, job, "collected");
    g_autoptr(GPtrArray) made = followups(shop, job);

    g_assert_cmpuint(made->len, ==, 5);
}

/* What falls on a closed day: the next open one, but before a warranty's end the one before it (rules-care C1). */
static void
test_steps_avoid_closed_days(Shop *shop, gconstpointer data)
{
    static const char *const dates[] = { "2026-12-22", "2026-12-28" };
    g_autoptr(CareRecord) customer = shop_add_customer(shop, "Bea Koch", NULL);
    g_autoptr(CareRecord) plan = CARE_RECORD(care_plan_new());
    g_autoptr(CareRecord) job = NULL;
    g_autoptr(CareRecord) collected = NULL;
    g_autoptr(GPtrArray) made = NULL;
    CareRecord *step;

    /* Christmas 2026 is a Friday and a Saturday in Germany */
    g_assert_true(care_store_set_setting(shop->store, CARE_SETTING_REGION, "DE", NULL));
    g_assert_true(
        care_store_set_setting(shop->store, CARE_SETTING_OPENING_HOURS, "Mo-Tu,Fr-Sa 09:00-18:00", NULL));
    care_record_set_text(plan, CARE_PLAN_NAME, "Brakes");
    step = care_record_list_add(plan, CARE_PLAN_STEPS);
    care_record_set_text(step, CARE_PLAN_STEP_TITLE, "Still braking?");
    care_record_set_text(step, CARE_PLAN_STEP_KIND, "check");
    care_record_set_text(step, CARE_PLAN_STEP_ANCHOR, "handover");
    care_record_set_int(step, CARE_PLAN_STEP_DAYS, 31); /* 25 December */
    step = care_record_list_add(plan, CARE_PLAN_STEPS);
    care_record_set_text(step, CARE_PLAN_STEP_TITLE, "Check before the end");
    care_record_set_text(step, CARE_PLAN_STEP_KIND, "warranty");
    care_record_set_text(step, CARE_PLAN_STEP_ANCHOR, "handover");
    care_record_set_int(step, CARE_PLAN_STEP_DAYS, 30); /* 24 December, a Thursday */
    shop_save(shop, plan);
    job = shop_add_job(shop, customer, plan);
    collected = shop_move(shop, job, "collected");
    made = followups(shop, job);
    g_assert_cmpuint(made->len, ==, G_N_ELEMENTS(dates));
    for (guint i = 0; i < made->len; i++)
        g_assert_cmpstr(care_record_text(made->pdata[i], CARE_FOLLOWUP_DUE), ==, dates[i]);
}

static gint64
count_open(Shop *shop)
{
    return care_connection_int(care_store_reader(shop->store),
                               "SELECT count(*) FROM followup WHERE deleted_at IS NULL", -1);
}

/* What somebody noted down for the job cancels no plan, and is not taken back with it. */
static void
test_a_followup_by_hand_leaves_the_plan(Shop *shop, gconstpointer data)
{
    g_autoptr(CareRecord) customer = shop_add_customer(shop, "Bea Koch", NULL);
    g_autoptr(CareRecord) plan = shop_add_plan(shop);
    g_autoptr(CareRecord) job = shop_add_job(shop, customer, plan);
    g_autoptr(CareRecord) ready = shop_move(shop, job, "ready");
    g_autoptr(CareRecord) own = CARE_RECORD(care_followup_new());
    g_autoptr(CareRecord) later = CARE_RECORD(care_followup_new());
    g_autoptr(CareRecord) collected = NULL;
    ShopMove move;

    care_record_set_int(own, CARE_FOLLOWUP_CUSTOMER, care_record_id(customer));
    care_record_set_int(own, CARE_FOLLOWUP_JOB, care_record_id(job));
    care_record_set_text(own, CARE_FOLLOWUP_TITLE, "Ask about the saddle");
    care_record_set_date(own, CARE_FOLLOWUP_DUE, (CareDate){ 2026, 12, 1 });
    shop_save(shop, own);
    collected = shop_move(shop, job, "collected");
    g_assert_cmpint(count_open(shop), ==, 6);
    move = (ShopMove){ ready, collected };
    care_record_set_int(later, CARE_FOLLOWUP_CUSTOMER, care_record_id(customer));
    care_record_set_int(later, CARE_FOLLOWUP_JOB, care_record_id(job));
    care_record_set_text(later, CARE_FOLLOWUP_TITLE, "Ask about the bell");
    care_record_set_date(later, CARE_FOLLOWUP_DUE, (CareDate){ 2026, 12, 1 });
    shop_save(shop, later);
    g_assert_true(care_store_write(shop->store, shop_take_back, &move, NULL));
    g_assert_cmpint(count_open(shop), ==, 2);
}

static char *
states(Shop *shop, CareRecord *job)
{
    g_autoptr(GPtrArray) made = followups(shop, job);
    GString *text = g_string_new(NULL);

    for (guint i = 0; i < made->len; i++)
        g_string_append_printf(text, "%s:%s ", care_record_text(made->pdata[i], CARE_FOLLOWUP_TITLE),
                               care_record_text(made->pdata[i], CARE_FOLLOWUP_STATE));
    return g_string_free_and_steal(text);
}

/* "again": handed over for the second time. */
static CareRecord *
shop_move_through(Shop *shop, CareRecord *job, const char *status)
{
    g_autoptr(CareRecord) collected = NULL, working = NULL;

    if (!g_str_equal(status, "again"))
        return shop_move(shop, job, status);
    collected = shop_move(shop, job, "collected");
    working = shop_move(shop, job, "working");
    return shop_move(shop, job, "collected");
}

/* Undo of a cancelling leaves the job, its warranty and its steps as if nothing had been. */
static void
test_undo_of_cancelled(Shop *shop, gconstpointer data)
{
    static const char *const from[] = { "received", "working", "ready", "collected", "again" };
    g_autoptr(CareRecord) customer = shop_add_customer(shop, "Bea Koch", NULL);
    g_autoptr(CareRecord) plan = shop_add_plan(shop);

    for (gsize i = 0; i < G_N_ELEMENTS(from); i++) {
        g_autoptr(CareRecord) job = shop_add_job(shop, customer, plan);
        g_autoptr(CareRecord) before = shop_move_through(shop, job, from[i]);
        g_autofree char *had = states(shop, job);
        g_autoptr(CareRecord) after = shop_move(shop, job, "cancelled");
        g_autofree char *has = NULL;
        g_autoptr(CareRecord) now = NULL;
        g_autoptr(GError) error = NULL;
        ShopMove move = { before, after };

        g_assert_true(care_store_write(shop->store, shop_take_back, &move, &error));
        g_assert_no_error(error);
        now = care_store_get(shop->store, &care_job_kind, care_record_id(job), NULL);
        has = states(shop, job);
        g_assert_cmpstr(has, ==, had);
        for (int field = 0; field < (int)care_job_kind.n_fields; field++)
            g_assert_true(care_record_field_equal(now, before, field));
    }
}

/* What was done or let go before is not opened by it. */
static void
test_undo_of_cancelled_keeps_what_was_done(Shop *shop, gconstpointer data)
{
    g_autoptr(CareRecord) customer = shop_add_customer(shop, "Bea Koch", NULL);
    g_autoptr(CareRecord) plan = shop_add_plan(shop);
    g_autoptr(CareRecord) job = shop_add_job(shop, customer, plan);
    g_autoptr(CareRecord) before = shop_move(shop, job, "collected");
    g_autoptr(GPtrArray) made = followups(shop, job);
    g_autoptr(CareRecord) after = NULL;
    g_autofree char *had = NULL, *has = NULL;
    ShopMove move;

    care_record_set_text(made->pdata[0], CARE_FOLLOWUP_STATE, "done");
    shop_save(shop, made->pdata[0]);
    care_record_set_text(made->pdata[1], CARE_FOLLOWUP_STATE, "let-go");
    shop_save(shop, made->pdata[1]);
    had = states(shop, job);
    after = shop_move(shop, job, "cancelled");
    move = (ShopMove){ before, after };
    g_assert_true(care_store_write(shop->store, shop_take_back, &move, NULL));
    has = states(shop, job);
    g_assert_cmpstr(has, ==, had);
}

static gint64
count_all(Shop *shop)
{
    return care_connection_int(care_store_reader(shop->store), "SELECT count(*) FROM followup", -1);
}

/* What never happened is no deletion of the owner's. */
static void
test_an_undone_hand_over_leaves_nothing(Shop *shop, gconstpointer data)
{
    g_autoptr(CareRecord) customer = shop_add_customer(shop, "Bea Koch", NULL);
    g_autoptr(CareRecord) plan = shop_add_plan(shop);
    g_autoptr(CareRecord) job = shop_add_job(shop, customer, plan);
    g_autoptr(CareRecord) ready = shop_move(shop, job, "ready");
    g_autoptr(CareRecord) collected = shop_move(shop, job, "collected");
    ShopMove move = { ready, collected };

    g_assert_cmpint(count_all(shop), >, 0);
    g_assert_true(care_store_write(shop->store, shop_take_back, &move, NULL));
    g_assert_cmpint(count_all(shop), ==, 0);
}

/* The customer is asked once for each step, whatever comes back. */
static void
test_a_step_does_not_come_back_beside_its_like(Shop *shop, gconstpointer data)
{
    g_autoptr(CareRecord) customer = shop_add_customer(shop, "Bea Koch", NULL);
    g_autoptr(CareRecord) plan = shop_add_plan(shop);
    g_autoptr(CareRecord) job = shop_add_job(shop, customer, plan);
    g_autoptr(CareRecord) collected = shop_move(shop, job, "collected");
    g_autoptr(GPtrArray) made = followups(shop, job);
    g_autoptr(CareRecord) back = shop_move(shop, job, "ready");
    g_autoptr(CareRecord) again = shop_move(shop, job, "collected");
    gint64 n = count_open(shop);
    g_autoptr(GError) error = NULL;

    g_assert_cmpuint(made->len, ==, n);
    g_assert_false(care_flow_undelete_now(shop->store, &care_followup_kind, care_record_id(made->pdata[0]),
                                          NULL, &error));
    g_assert_error(error, CARE_ERROR, CARE_ERROR_REFUSED);
    g_assert_cmpint(count_open(shop), ==, n);
}

static gboolean
is_to_bill(Shop *shop, CareRecord *job)
{
    g_autoptr(CareRecord) stored = care_store_get(shop->store, &care_job_kind, care_record_id(job), NULL);

    return care_record_int(stored, CARE_JOB_TO_BILL) != 0;
}

/* Billed work that is done again is billed already; once its invoice is cancelled it is not. */
static void
test_billed_work_is_not_asked_for_again(Shop *shop, gconstpointer data)
{
    g_autoptr(CareRecord) customer = shop_add_customer(shop, "Bea Koch", NULL);
    g_autoptr(CareRecord) job = shop_add_job(shop, customer, NULL);
    g_autoptr(CareRecord) ready = shop_move(shop, job, "ready");
    g_autoptr(CareRecord) draft = NULL, issued = NULL, back = NULL, again = NULL, note = NULL;

    g_assert_true(is_to_bill(shop, job));
    draft = care_invoice_draft_from_job(care_store_reader(shop->store), care_record_id(job), NULL);
    shop_save(shop, draft);
    g_assert_true(is_to_bill(shop, job));
    issued = care_invoice_issue_now(shop->store, care_record_id(draft), NULL);
    g_assert_false(is_to_bill(shop, job));
    back = shop_move(shop, job, "working");
    again = shop_move(shop, job, "ready");
    g_assert_false(is_to_bill(shop, job));
    note = care_invoice_cancel_now(shop->store, care_record_id(issued), NULL);
    g_assert_nonnull(note);
    g_assert_true(is_to_bill(shop, job));
}

/* What was issued for one job is of no other, whose work would then be billed twice or never. */
static void
test_an_invoice_keeps_its_job(Shop *shop, gconstpointer data)
{
    g_autoptr(CareRecord) customer = shop_add_customer(shop, "Bea Koch", NULL);
    g_autoptr(CareRecord) job = shop_add_job(shop, customer, NULL);
    g_autoptr(CareRecord) other = shop_add_job(shop, customer, NULL);
    g_autoptr(CareRecord) ready = shop_move(shop, job, "ready");
    g_autoptr(CareRecord) ready_too = shop_move(shop, other, "ready");
    g_autoptr(CareRecord) draft
        = care_invoice_draft_from_job(care_store_reader(shop->store), care_record_id(job), NULL);
    g_autoptr(CareRecord) issued = NULL;
    g_autoptr(GError) error = NULL;

    shop_save(shop, draft);
    issued = care_invoice_issue_now(shop->store, care_record_id(draft), NULL);
    care_record_set_int(issued, CARE_INVOICE_JOB, care_record_id(other));
    g_assert_false(care_flow_save_now(shop->store, issued, NULL, &error));
    g_assert_error(error, CARE_ERROR, CARE_ERROR_REFUSED);
    g_assert_false(is_to_bill(shop, job));
    g_assert_true(is_to_bill(shop, other));
}

static void
test_history_is_kept(Shop *shop, gconstpointer data)
{
    g_autoptr(CareRecord) customer = shop_add_customer(shop, "Bea Koch", NULL);
    g_autoptr(CareRecord) job = shop_add_job(shop, customer, NULL);
    g_autoptr(CareRecord) a = shop_move(shop, job, "working");
    g_autoptr(CareRecord) b = shop_move(shop, job, "working");
    g_autoptr(CareRecord) c = shop_move(shop, job, "ready");
    g_autoptr(GPtrArray) events
        = care_store_query(shop->store, &care_event_kind, NULL, "jobs/statuses", "i", care_record_id(job));

    g_assert_cmpuint(events->len, ==, 3);
    g_assert_cmpstr(care_record_text(events->pdata[1], CARE_EVENT_BEFORE), ==, "received");
    g_assert_cmpstr(care_record_text(events->pdata[2], CARE_EVENT_AFTER), ==, "ready");
}

static guint
count_moves(Shop *shop, CareRecord *job)
{
    g_autoptr(GPtrArray) events
        = care_store_query(shop->store, &care_event_kind, NULL, "jobs/statuses", "i", care_record_id(job));

    return events->len;
}

/* A hand-over that was taken back did not happen. */
static void
test_history_forgets_what_was_taken_back(Shop *shop, gconstpointer data)
{
    g_autoptr(CareRecord) customer = shop_add_customer(shop, "Bea Koch", NULL);
    g_autoptr(CareRecord) job = shop_add_job(shop, customer, NULL);
    g_autoptr(CareRecord) ready = shop_move(shop, job, "ready");
    g_autoptr(CareRecord) collected = shop_move(shop, job, "collected");
    ShopMove move = { ready, collected };
    g_autoptr(CareRecord) again = NULL;

    g_assert_cmpuint(count_moves(shop, job), ==, 3);
    g_assert_true(care_store_write(shop->store, shop_take_back, &move, NULL));
    g_assert_cmpuint(count_moves(shop, job), ==, 2);
    again = shop_move(shop, job, "collected");
    g_assert_cmpuint(count_moves(shop, job), ==, 3);
}

static void
test_an_unknown_status_is_refused(Shop *shop, gconstpointer data)
{
    g_autoptr(CareRecord) customer = shop_add_customer(shop, "Bea Koch", NULL);
    g_autoptr(CareRecord) job = shop_add_job(shop, customer, NULL);
    g_autoptr(GError) error = NULL;

    g_assert_null(care_job_move_now(shop->store, care_record_id(job), "vanished", NULL, &error));
    g_assert_error(error, CARE_ERROR, CARE_ERROR_INPUT);
}

static char *
newest_event(Shop *shop, CareRecord *job)
{
    g_autoptr(GPtrArray) events
        = care_store_query(shop->store, &care_event_kind, NULL, "jobs/events", "i", care_record_id(job));
    CareRecord *event = events->pdata[0];
    const char *before = care_record_text(event, CARE_EVENT_BEFORE);
    const char *after = care_record_text(event, CARE_EVENT_AFTER);

    return g_strdup_printf("%s: %s → %s", care_record_text(event, CARE_EVENT_NAME), before ? before : "",
                           after ? after : "");
}

/* What was promised does not change without a trace; what was not promised leaves none. */
static void
test_a_changed_promise_is_told(Shop *shop, gconstpointer data)
{
    g_autoptr(CareRecord) customer = shop_add_customer(shop, "Bea Koch", NULL);
    g_autoptr(CareRecord) job = shop_add_job(shop, customer, NULL);
    g_autofree char *day = NULL;
    g_autofree char *price = NULL;
    g_autofree char *same = NULL;

    care_record_set_date(job, CARE_JOB_PROMISED, (CareDate){ 2026, 12, 4 });
    care_record_set_text(job, CARE_JOB_PROMISED_TIME, "16:00");
    shop_save(shop, job);
    day = newest_event(shop, job);
    g_assert_cmpstr(day, ==, "promised:  → 2026-12-04 16:00");
    care_record_set_int(care_record_list_item(job, CARE_JOB_LINES, 0), CARE_JOB_LINE_PRICE, 55000000);
    shop_save(shop, job);
    price = newest_event(shop, job);
    g_assert_cmpstr(price, ==, "price: 74.50 → 84.50");
    care_record_set_text(job, CARE_JOB_FAULT, "Something else");
    shop_save(shop, job);
    same = newest_event(shop, job);
    g_assert_cmpstr(same, ==, price);
}

/* What was cancelled waits for its return; taken up again it does not, and has no reason to have ended. */
static void
test_what_was_cancelled_waits_to_be_handed_back(Shop *shop, gconstpointer data)
{
    g_autoptr(CareRecord) customer = shop_add_customer(shop, "Bea Koch", NULL);
    g_autoptr(CareRecord) job = shop_add_job(shop, customer, NULL);
    g_autoptr(CareRecord) cancelled
        = care_job_move_now(shop->store, care_record_id(job), "cancelled", "Too dear", NULL);
    g_autoptr(CareRecord) again = NULL;
    g_autoptr(CareRecord) over = NULL;

    g_assert_true(care_job_waits_for_return(cancelled));
    g_assert_cmpstr(care_record_text(cancelled, CARE_JOB_NO_PLAN_REASON), ==, "Too dear");
    again = shop_move(shop, job, "received");
    g_assert_false(care_job_waits_for_return(again));
    g_assert_null(care_record_text(again, CARE_JOB_NO_PLAN_REASON));
    over = care_job_move_now(shop->store, care_record_id(job), "collected", "A gift", NULL);
    g_assert_nonnull(over);
    g_clear_object(&cancelled);
    cancelled = shop_move(shop, job, "cancelled");
    g_assert_false(care_job_waits_for_return(cancelled)); /* it is with the customer already */
}

/* A reason is there to be read, whichever door it comes through. */
static void
test_what_is_not_seen_is_no_reason(Shop *shop, gconstpointer data)
{
    static const char *const unseen[] = { " ", "\u00a0", "\u3000", "\u200b", "\ufeff", "\u00ad", "\x01" };
    g_autoptr(CareRecord) customer = shop_add_customer(shop, "Bea Koch", NULL);
    g_autoptr(CareRecord) job = shop_add_job(shop, customer, NULL);
    g_autoptr(CareRecord) cancelled = NULL;

    for (gsize i = 0; i < G_N_ELEMENTS(unseen); i++)
        g_assert_null(care_job_move_now(shop->store, care_record_id(job), "cancelled", unseen[i], NULL));
    cancelled
        = care_job_move_now(shop->store, care_record_id(job), "cancelled", "\u00a0Too dear\u200b ", NULL);
    g_assert_cmpstr(care_record_text(cancelled, CARE_JOB_NO_PLAN_REASON), ==, "Too dear");
}

int
main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
#define ADD(name, func) g_test_add("/job/" name, Shop, NULL, shop_set_up_seller, func, shop_tear_down)
    ADD("intake", test_intake);
    ADD("failed-intake-takes-no-number", test_a_failed_intake_takes_no_number);
    ADD("ready-is-to-tell", test_ready_is_to_tell_until_told);
    ADD("collected", test_collected_makes_followups_and_warranty);
    ADD("followups-once", test_followups_are_made_once);
    ADD("closed-days", test_steps_avoid_closed_days);
    ADD("followup-by-hand", test_a_followup_by_hand_leaves_the_plan);
    ADD("undo-of-cancelled", test_undo_of_cancelled);
    ADD("unseen-reason", test_what_is_not_seen_is_no_reason);
    ADD("undo-of-cancelled/done", test_undo_of_cancelled_keeps_what_was_done);
    ADD("undone-hand-over", test_an_undone_hand_over_leaves_nothing);
    ADD("step-comes-back-alone", test_a_step_does_not_come_back_beside_its_like);
    ADD("billed-again", test_billed_work_is_not_asked_for_again);
    ADD("invoice-keeps-its-job", test_an_invoice_keeps_its_job);
    ADD("history", test_history_is_kept);
    ADD("history-taken-back", test_history_forgets_what_was_taken_back);
    ADD("unknown-status", test_an_unknown_status_is_refused);
    ADD("a-changed-promise-is-told", test_a_changed_promise_is_told);
    ADD("what-was-cancelled-waits-to-be-handed-back", test_what_was_cancelled_waits_to_be_handed_back);
    return g_test_run();
}
