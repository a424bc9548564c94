/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
/* What the window's buttons do: take in, log a contact, put off, move a plan's steps, and take each of them back. */
#include "core/errors.h"
#include "model/complaint.h"
#include "model/customer.h"
#include "model/followup.h"
#include "model/interaction.h"
#include "model/plan-lane.h"
#include "service/customers/contact-flow.h"
#include "service/jobs/default-plans.h"
#include "service/jobs/intake.h"
#include "service/today/week.h"

#include "contact-acts.h"
#include "shop.h"
#include "service/flow.h"

static guint
due(Shop *shop, CareDueRule rule)
{
    g_autoptr(GError) error = NULL;
    g_autoptr(CareToday) today
        = care_today_compute(care_store_reader(shop->store), care_store_clock(shop->store), &error);

    g_assert_no_error(error);
    return today_count(today, rule);
}

static CareDate
today_of(Shop *shop)
{
    return care_clock_today(care_store_clock(shop->store));
}

static void
test_call_tells(Shop *shop, gconstpointer settled)
{
    g_autoptr(CareRecord) customer = shop_add_customer(shop, "Bea Koch", NULL);
    g_autoptr(CareRecord) job = shop_add_job(shop, customer, NULL);
    g_autoptr(CareRecord) ready = shop_move(shop, job, "ready");
    g_autoptr(CareRecord) interaction = call(customer);
    Contact contact
        = { interaction, { CARE_DUE_TO_TELL, care_record_id(job), GPOINTER_TO_INT(settled) }, FALSE };

    /* as the window logs it: a call that reached nobody names the job, too */
    care_record_set_int(interaction, CARE_INTERACTION_JOB, care_record_id(job));
    g_assert_cmpuint(due(shop, CARE_DUE_TO_TELL), ==, 1);
    write_contact(shop, &contact);
    g_assert_cmpuint(due(shop, CARE_DUE_TO_TELL), ==, settled ? 0 : 1);
    contact.back = TRUE;
    write_contact(shop, &contact);
    g_assert_cmpuint(due(shop, CARE_DUE_TO_TELL), ==, 1);
    g_assert_cmpint(care_connection_int(care_store_reader(shop->store),
                                        "SELECT count(*) FROM interaction WHERE deleted_at IS NULL", -1),
                    ==, 0);
}

static void
test_call_does_a_followup(Shop *shop, gconstpointer data)
{
    g_autoptr(CareRecord) customer = shop_add_customer(shop, "Bea Koch", NULL);
    g_autoptr(CareRecord) followup = CARE_RECORD(care_followup_new());
    g_autoptr(CareRecord) interaction = call(customer);
    g_autoptr(CareRecord) done = NULL;
    Contact contact = { interaction, { CARE_DUE_FOLLOWUP, 0, TRUE }, FALSE };

    care_record_set_int(followup, CARE_FOLLOWUP_CUSTOMER, care_record_id(customer));
    care_record_set_text(followup, CARE_FOLLOWUP_TITLE, "Still braking well?");
    care_record_set_date(followup, CARE_FOLLOWUP_DUE, today_of(shop));
    shop_save(shop, followup);
    contact.about.record = care_record_id(followup);
    write_contact(shop, &contact);
    done = care_store_get(shop->store, &care_followup_kind, care_record_id(followup), NULL);
    g_assert_cmpstr(care_record_text(done, CARE_FOLLOWUP_STATE), ==, "done");
    g_assert_true(care_record_is_set(done, CARE_FOLLOWUP_DONE));
    g_assert_cmpint(care_record_int(interaction, CARE_INTERACTION_FOLLOWUP), ==, care_record_id(followup));
    contact.back = TRUE;
    write_contact(shop, &contact);
    g_assert_cmpuint(due(shop, CARE_DUE_FOLLOWUP), ==, 1);
}

static void
test_answer_stops_the_clock(Shop *shop, gconstpointer data)
{
    g_autoptr(CareRecord) customer = shop_add_customer(shop, "Tomasz Nowak", NULL);
    g_autoptr(CareRecord) complaint = CARE_RECORD(care_complaint_new());
    g_autoptr(CareRecord) interaction = call(customer);
    g_autoptr(CareRecord) answered = NULL;
    Contact contact = { interaction, { CARE_DUE_COMPLAINT, 0, TRUE }, FALSE };

    care_record_set_int(complaint, CARE_COMPLAINT_CUSTOMER, care_record_id(customer));
    care_record_set_text(complaint, CARE_COMPLAINT_WORDS, "It leaks again");
    care_record_set_int(complaint, CARE_COMPLAINT_RECEIVED, care_clock_now(care_store_clock(shop->store)));
    shop_save(shop, complaint);
    contact.about.record = care_record_id(complaint);
    care_record_set_text(interaction, CARE_INTERACTION_BODY, "We come tomorrow");
    write_contact(shop, &contact);
    answered = care_store_get(shop->store, &care_complaint_kind, care_record_id(complaint), NULL);
    g_assert_true(care_record_is_set(answered, CARE_COMPLAINT_ACKNOWLEDGED));
    g_assert_cmpstr(care_record_text(answered, CARE_COMPLAINT_ACKNOWLEDGED_HOW), ==, "phone");
    g_assert_cmpuint(due(shop, CARE_DUE_COMPLAINT), ==, 0);
    contact.back = TRUE;
    write_contact(shop, &contact);
    g_assert_cmpuint(due(shop, CARE_DUE_COMPLAINT), ==, 1);
}

/* The first answer is written down; who is called once more has been told already. */
static void
test_first_answer_has_words(Shop *shop, gconstpointer data)
{
    g_autoptr(CareRecord) customer = shop_add_customer(shop, "Tomasz Nowak", NULL);
    g_autoptr(CareRecord) complaint = CARE_RECORD(care_complaint_new());
    g_autoptr(CareRecord) interaction = call(customer);
    g_autoptr(CareRecord) later = call(customer);
    Contact contact = { interaction, { CARE_DUE_COMPLAINT, 0, TRUE }, FALSE };
    g_autoptr(GError) error = NULL;

    care_record_set_int(complaint, CARE_COMPLAINT_CUSTOMER, care_record_id(customer));
    care_record_set_text(complaint, CARE_COMPLAINT_WORDS, "It leaks again");
    shop_save(shop, complaint);
    contact.about.record = care_record_id(complaint);
    g_assert_false(care_store_write(shop->store, contact_closure, &contact, &error));
    g_assert_error(error, CARE_ERROR, CARE_ERROR_INPUT);
    g_assert_cmpuint(due(shop, CARE_DUE_COMPLAINT), ==, 1);
    care_record_set_text(interaction, CARE_INTERACTION_BODY, "We come tomorrow");
    write_contact(shop, &contact);
    g_assert_cmpuint(due(shop, CARE_DUE_COMPLAINT), ==, 0);
    contact.interaction = later;
    write_contact(shop, &contact);
}

static gboolean
to_hour(CareTransaction *transaction, gpointer job, GError **error)
{
    CareId made;

    return care_today_defer_to_hour(transaction, CARE_DUE_TO_TELL, care_record_id(job),
                                    care_transaction_today(transaction), 14, NULL, &made, error);
}

static guint
due_at(Shop *shop, int hour)
{
    g_autoptr(GTimeZone) utc = g_time_zone_new_utc();
    CareInstant at = care_instant_of_date(today_of(shop), hour, 0, utc);
    g_autoptr(CareClock) clock = care_clock_new_fixed_at(at, utc);
    g_autoptr(CareToday) today = care_today_compute(care_store_reader(shop->store), clock, NULL);

    return today_count(today, CARE_DUE_TO_TELL);
}

static void
test_this_afternoon(Shop *shop, gconstpointer data)
{
    g_autoptr(CareRecord) customer = shop_add_customer(shop, "Bea Koch", NULL);
    g_autoptr(CareRecord) job = shop_add_job(shop, customer, NULL);
    g_autoptr(CareRecord) ready = shop_move(shop, job, "ready");

    g_assert_true(care_store_write(shop->store, to_hour, job, NULL));
    g_assert_cmpuint(due_at(shop, 13), ==, 0);
    g_assert_cmpuint(due_at(shop, 14), ==, 1);
}

static gint64
count_followups(Shop *shop)
{
    return care_connection_int(care_store_reader(shop->store),
                               "SELECT count(*) FROM followup WHERE deleted_at IS NULL", -1);
}

static void
test_hand_over_taken_back(Shop *shop, gconstpointer data)
{
    g_autoptr(CareRecord) customer = shop_add_customer(shop, "Bea Koch", NULL);
    g_autoptr(CareRecord) plan = shop_add_plan(shop);
    g_autoptr(CareRecord) job = shop_add_job(shop, customer, plan);
    g_autoptr(CareRecord) ready = shop_move(shop, job, "ready");
    g_autoptr(CareRecord) collected = shop_move(shop, job, "collected");
    g_autoptr(CareRecord) back = NULL;
    g_autoptr(CareRecord) again = NULL;
    g_autoptr(GError) error = NULL;

    g_assert_cmpint(count_followups(shop), ==, 5);
    care_store_write(shop->store, shop_take_back, &(ShopMove){ ready, collected }, &error);
    g_assert_no_error(error);
    back = care_store_get(shop->store, &care_job_kind, care_record_id(job), NULL);
    g_assert_cmpstr(care_record_text(back, CARE_JOB_STATUS), ==, "ready");
    g_assert_false(care_record_is_set(back, CARE_JOB_COLLECTED));
    g_assert_false(care_record_is_set(back, CARE_JOB_WARRANTY_END));
    g_assert_cmpint(count_followups(shop), ==, 0);
    again = shop_move(shop, job, "collected");
    g_assert_cmpint(count_followups(shop), ==, 5);
}

/* Somebody moved it on meanwhile, or told the customer: what they did is not taken back unseen. */
static void
test_taken_back_too_late(Shop *shop, gconstpointer data)
{
    g_autoptr(CareRecord) customer = shop_add_customer(shop, "Bea Koch", NULL);
    g_autoptr(CareRecord) job = shop_add_job(shop, customer, NULL);
    g_autoptr(CareRecord) ready = shop_move(shop, job, "ready");
    g_autoptr(CareRecord) collected = shop_move(shop, job, "collected");
    g_autoptr(CareRecord) now = NULL;
    g_autoptr(GError) error = NULL;

    g_assert_false(care_store_write(shop->store, shop_take_back, &(ShopMove){ job, ready }, &error));
    g_assert_error(error, CARE_ERROR, CARE_ERROR_CONFLICT);
    now = care_store_get(shop->store, &care_job_kind, care_record_id(job), NULL);
    g_assert_true(care_record_equal(now, collected));
}

/* What was changed of the job besides stays; the warranty that the hand-over began ends with it. */
static void
test_taken_back_beside_others(Shop *shop, gconstpointer data)
{
    g_autoptr(CareRecord) customer = shop_add_customer(shop, "Bea Koch", NULL);
    g_autoptr(CareRecord) job = shop_add_job(shop, customer, NULL);
    g_autoptr(CareRecord) ready = shop_move(shop, job, "ready");
    g_autoptr(CareRecord) collected = shop_move(shop, job, "collected");
    g_autoptr(CareRecord) changed = care_record_copy(collected);
    g_autoptr(CareRecord) now = NULL;
    g_autoptr(GError) error = NULL;

    care_record_set_int(changed, CARE_JOB_WARRANTY_MONTHS, 24);
    care_flow_save_now(shop->store, changed, collected, &error);
    g_assert_no_error(error);
    care_store_write(shop->store, shop_take_back, &(ShopMove){ ready, collected }, &error);
    g_assert_no_error(error);
    now = care_store_get(shop->store, &care_job_kind, care_record_id(job), NULL);
    g_assert_cmpstr(care_record_text(now, CARE_JOB_STATUS), ==, "ready");
    g_assert_cmpint(care_record_int(now, CARE_JOB_WARRANTY_MONTHS), ==, 24);
    g_assert_false(care_record_is_set(now, CARE_JOB_WARRANTY_END));
}

/* Taken up again by mistake: it is cancelled as before, and says why. */
static void
test_taken_back_to_cancelled(Shop *shop, gconstpointer data)
{
    g_autoptr(CareRecord) customer = shop_add_customer(shop, "Bea Koch", NULL);
    g_autoptr(CareRecord) job = shop_add_job(shop, customer, NULL);
    g_autoptr(CareRecord) working = NULL;
    g_autoptr(CareRecord) now = NULL;
    g_autoptr(GError) error = NULL;
    g_autoptr(CareRecord) cancelled
        = care_job_move_now(shop->store, care_record_id(job), "cancelled", "Too dear", &error);

    g_assert_no_error(error);
    working = shop_move(shop, job, "working");
    g_assert_false(care_record_is_set(working, CARE_JOB_NO_PLAN_REASON));
    care_store_write(shop->store, shop_take_back, &(ShopMove){ cancelled, working }, &error);
    g_assert_no_error(error);
    now = care_store_get(shop->store, &care_job_kind, care_record_id(job), NULL);
    g_assert_cmpstr(care_record_text(now, CARE_JOB_STATUS), ==, "cancelled");
    g_assert_cmpstr(care_record_text(now, CARE_JOB_NO_PLAN_REASON), ==, "Too dear");
}

static gboolean
intake_closure(CareTransaction *transaction, gpointer intake, GError **error)
{
    return care_intake_save(transaction, intake, error);
}

static void
test_intake(Shop *shop, gconstpointer broken)
{
    g_autoptr(CareRecord) customer = CARE_RECORD(care_customer_new());
    g_autoptr(CareRecord) device = CARE_RECORD(care_device_new());
    g_autoptr(CareRecord) plan = shop_add_plan(shop);
    g_autoptr(CareRecord) own = care_record_copy(plan);
    g_autoptr(CareRecord) job = CARE_RECORD(care_job_new());
    CareIntake intake = { customer, device, own, job, NULL };
    gboolean saved;

    care_record_set_id(own, 0);
    care_record_set_text(customer, CARE_CUSTOMER_NAME, "Priya Nair");
    care_record_set_text(customer, CARE_CUSTOMER_TYPE, "person");
    care_record_set_text(device, CARE_DEVICE_NAME, "Cargo bike");
    care_record_set_text(job, CARE_JOB_PROMISED, broken ? "2026-02-31" : "2026-11-26");
    saved = care_store_write(shop->store, intake_closure, &intake, NULL);
    g_assert_true(saved == !broken);
    g_assert_cmpint(
        care_connection_int(care_store_reader(shop->store),
                            "SELECT (SELECT count(*) FROM customer) + (SELECT count(*) FROM device)"
                            " + (SELECT count(*) FROM plan WHERE adapted = 1) + (SELECT count(*) FROM job)",
                            -1),
        ==, broken ? 0 : 4);
    if (!broken)
        g_assert_cmpint(care_record_int(device, CARE_DEVICE_CUSTOMER), ==, care_record_id(customer));
}

/* Moving the check by three days moves what comes after it, not the thank-you and not the warranty's end. */
static void
test_moved_step(Shop *shop, gconstpointer data)
{
    g_autoptr(CareRecord) plan = shop_add_plan(shop);
    CareDate handover = { 2026, 11, 26 }, end = { 2027, 11, 26 };
    g_autoptr(GPtrArray) before = care_plan_lane(plan, handover, end, NULL);
    g_autoptr(GPtrArray) after = NULL;
    const int moved[] = { 0, 3, 3, 3, 0 };

    care_plan_move(plan, handover, end, NULL, 1, 3);
    after = care_plan_lane(plan, handover, end, NULL);
    g_assert_cmpuint(after->len, ==, 5);
    for (guint i = 0; i < after->len; i++)
        g_assert_cmpint(care_date_days_between(((CarePlanPoint *)before->pdata[i])->date,
                                               ((CarePlanPoint *)after->pdata[i])->date),
                        ==, moved[i]);
}

/* A step that stands on Monday because Sunday is closed is moved from where it stands. */
static void
test_moved_from_a_closed_day(Shop *shop, gconstpointer data)
{
    g_autoptr(CareRecord) plan = shop_add_plan(shop);
    g_autoptr(GTimeZone) utc = g_time_zone_new_utc();
    g_autoptr(CareShopHours) hours = care_shop_hours_parse("Mo-Sa 09:00-18:00", NULL, utc, NULL);
    CareDate handover = { 2026, 11, 24 }, end = { 0 };
    g_autoptr(GPtrArray) lane = NULL;
    const CarePlanPoint *check;

    care_plan_move(plan, handover, end, hours, 1, 1);
    lane = care_plan_lane(plan, handover, end, hours);
    check = lane->pdata[1];
    g_assert_true(care_date_compare(check->date, (CareDate){ 2026, 12, 1 }) == 0);
}

static void
test_move_beyond_the_plan(Shop *shop, gconstpointer data)
{
    g_autoptr(CareRecord) plan = shop_add_plan(shop);
    g_autoptr(CareRecord) before = care_record_copy(plan);

    care_plan_move(plan, (CareDate){ 2026, 11, 26 }, (CareDate){ 0 }, NULL, 99, 3);
    g_assert_true(care_record_equal(plan, before));
}

static gboolean
plans_closure(CareTransaction *transaction, gpointer data, GError **error)
{
    return care_default_plans_add(transaction, error);
}

static gint64
count_plans(Shop *shop)
{
    return care_connection_int(care_store_reader(shop->store),
                               "SELECT count(*) FROM plan WHERE deleted_at IS NULL", -1);
}

static void
test_default_plans_once(Shop *shop, gconstpointer data)
{
    gint64 id;

    g_assert_true(care_store_write(shop->store, plans_closure, NULL, NULL));
    g_assert_cmpint(count_plans(shop), ==, 5);
    id = care_connection_int(care_store_reader(shop->store), "SELECT id FROM plan LIMIT 1", 0);
    g_assert_true(care_flow_remove_now(shop->store, &care_plan_kind, id, NULL));
    g_assert_true(care_store_write(shop->store, plans_closure, NULL, NULL));
    g_assert_cmpint(count_plans(shop), ==, 4);
}

static void
test_default_plans_not_beside_own(Shop *shop, gconstpointer data)
{
    g_autoptr(CareRecord) plan = shop_add_plan(shop);

    g_assert_true(care_store_write(shop->store, plans_closure, NULL, NULL));
    g_assert_cmpint(count_plans(shop), ==, 1);
}

static void
test_week(Shop *shop, gconstpointer data)
{
    g_autoptr(CareRecord) customer = shop_add_customer(shop, "Bea Koch", NULL);
    g_autoptr(CareRecord) job = shop_add_job(shop, customer, NULL);
    g_autoptr(CareRecord) ready = shop_add_job(shop, customer, NULL);
    g_autoptr(CareRecord) moved = NULL;
    g_autoptr(CareToday) today = NULL;
    g_autofree char *words = NULL;
    CareWeekDay days[CARE_WEEK_DAYS];

    care_record_set_date(job, CARE_JOB_PROMISED, care_date_add_days(today_of(shop), 2));
    shop_save(shop, job);
    care_record_set_date(ready, CARE_JOB_PROMISED, care_date_add_days(today_of(shop), 2));
    shop_save(shop, ready);
    moved = shop_move(shop, ready, "ready");
    today = care_today_compute(care_store_reader(shop->store), care_store_clock(shop->store), NULL);
    g_assert_true(
        care_week_compute(care_store_reader(shop->store), care_store_clock(shop->store), today, days, NULL));
    g_assert_cmpuint(days[2].jobs, ==, 1);
    g_assert_cmpuint(care_week_day_count(&days[1]), ==, 0);
    words = care_week_day_words(&days[2]);
    g_assert_cmpstr(words, ==, "1 job");
}

static void
test_week_words(gconstpointer data)
{
    static const struct {
        CareWeekDay day;
        const char *words;
    } cases[] = {
        { { .open = TRUE }, "" },
        { { .open = FALSE }, "closed" },
        { { .open = TRUE, .jobs = 2 }, "2 jobs" },
        { { .open = TRUE, .calls = 3 }, "3 calls" },
        { { .open = TRUE, .services = 1 }, "1 service" },
        { { .open = TRUE, .occasions = 2 }, "2 occasions" },
        { { .open = TRUE, .jobs = 2, .calls = 2 }, "4 due" },
        { { .open = FALSE, .calls = 1 }, "1 call" },
    };

    for (gsize i = 0; i < G_N_ELEMENTS(cases); i++) {
        g_autofree char *words = care_week_day_words(&cases[i].day);

        g_assert_cmpstr(words, ==, cases[i].words);
    }
}

#define ADD(path, data, func) g_test_add(path, Shop, data, shop_set_up, func, shop_tear_down)

int
main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    ADD("/counter/contact/reached", GINT_TO_POINTER(TRUE), test_call_tells);
    ADD("/counter/contact/nobody-answered", GINT_TO_POINTER(FALSE), test_call_tells);
    ADD("/counter/contact/followup", NULL, test_call_does_a_followup);
    ADD("/counter/contact/complaint", NULL, test_answer_stops_the_clock);
    ADD("/counter/contact/first-answer", NULL, test_first_answer_has_words);
    ADD("/counter/later/this-afternoon", NULL, test_this_afternoon);
    ADD("/counter/move/taken-back", NULL, test_hand_over_taken_back);
    ADD("/counter/move/taken-back-too-late", NULL, test_taken_back_too_late);
    ADD("/counter/move/taken-back-beside-others", NULL, test_taken_back_beside_others);
    ADD("/counter/move/taken-back-to-cancelled", NULL, test_taken_back_to_cancelled);
    ADD("/counter/intake/all", GINT_TO_POINTER(FALSE), test_intake);
    ADD("/counter/intake/nothing", GINT_TO_POINTER(TRUE), test_intake);
    ADD("/counter/plan/moved-step", NULL, test_moved_step);
    ADD("/counter/plan/from-a-closed-day", NULL, test_moved_from_a_closed_day);
    ADD("/counter/plan/no-such-step", NULL, test_move_beyond_the_plan);
    ADD("/counter/plan/defaults-once", NULL, test_default_plans_once);
    ADD("/counter/plan/defaults-not-beside-own", NULL, test_default_plans_not_beside_own);
    ADD("/counter/week/jobs", NULL, test_week);
    g_test_add_data_func("/counter/week/words", NULL, test_week_words);
    return g_test_run();
}
