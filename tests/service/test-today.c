/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
/* What Today shows, and when a line goes. */
#include <string.h>

#include "model/complaint.h"
#include "model/feedback.h"
#include "model/interaction.h"
#include "model/invoice-line.h"
#include "model/occasion.h"

#include "billed-shop.h"
#include "shop-put-off.h"

static const CareDate day = { 2026, 11, 24 };

static gboolean
tell(CareTransaction *transaction, gpointer job, GError **error)
{
    g_autoptr(CareRecord) call = CARE_RECORD(care_interaction_new());

    care_record_set_text(call, CARE_INTERACTION_CHANNEL, "phone");
    care_record_set_text(call, CARE_INTERACTION_DIRECTION, "out");
    return care_job_flow_tell(transaction, care_record_id(job), call, error);
}

static void
test_to_tell(Shop *shop, gconstpointer data)
{
    g_autoptr(CareRecord) customer = shop_add_customer(shop, "Bea Koch", NULL);
    g_autoptr(CareRecord) job = shop_add_job(shop, customer, NULL);
    g_autoptr(CareRecord) ready = shop_move(shop, job, "ready");
    g_autoptr(CareToday) before = shop_today(shop, day);
    g_autoptr(CareToday) after = NULL;
    CareDueItem *line = today_line(before, CARE_DUE_TO_TELL);

    g_assert_nonnull(line);
    g_assert_cmpstr(line->text, ==, "Bea Koch’s E-bike Charger4 is ready");
    g_assert_cmpint(line->customer, ==, care_record_id(customer));
    g_assert_true(care_store_write(shop->store, tell, job, NULL));
    after = shop_today(shop, day);
    g_assert_null(today_line(after, CARE_DUE_TO_TELL));
}

static void
test_followups_fall_due(Shop *shop, gconstpointer data)
{
    g_autoptr(CareRecord) customer = shop_add_customer(shop, "Bea Koch", NULL);
    g_autoptr(CareRecord) plan = shop_add_plan(shop);
    g_autoptr(CareRecord) job = shop_add_job(shop, customer, plan);
    g_autoptr(CareRecord) collected = shop_move(shop, job, "collected");
    g_autoptr(CareToday) now = shop_today(shop, day);
    g_autoptr(CareToday) later = shop_today(shop, (CareDate){ 2026, 11, 30 });

    g_assert_cmpuint(today_count(now, CARE_DUE_FOLLOWUP), ==, 0);
    g_assert_cmpuint(today_count(later, CARE_DUE_FOLLOWUP), ==, 2);
    g_assert_cmpint(today_line(later, CARE_DUE_FOLLOWUP)->late_days, ==, 5);
}

/* Such a name turns no line round; the name itself stays as it was written. */
static void
test_a_name_from_the_right(Shop *shop, gconstpointer data)
{
    g_autoptr(CareRecord) customer = shop_add_customer(shop, "فاطمة", NULL);
    g_autoptr(CareRecord) plan = shop_add_plan(shop);
    g_autoptr(CareRecord) job = shop_add_job(shop, customer, plan);
    g_autoptr(CareRecord) collected = shop_move(shop, job, "collected");
    g_autoptr(CareToday) later = shop_today(shop, (CareDate){ 2026, 11, 30 });
    const CareDueItem *line = today_line(later, CARE_DUE_FOLLOWUP);

    g_assert_cmpstr(line->customer_name, ==, "فاطمة");
    g_assert_nonnull(strstr(line->text, "\u200e\u2068فاطمة\u2069"));
}

static void
give_feedback(Shop *shop, CareRecord *customer, int score)
{
    g_autoptr(CareRecord) feedback = CARE_RECORD(care_feedback_new());

    care_record_set_int(feedback, CARE_FEEDBACK_CUSTOMER, care_record_id(customer));
    care_record_set_int(feedback, CARE_FEEDBACK_SCORE, score);
    care_record_set_text(feedback, CARE_FEEDBACK_COMMENT, "It squeals again");
    shop_save(shop, feedback);
}

static void
test_a_low_score_stands_first(Shop *shop, gconstpointer data)
{
    g_autoptr(CareRecord) customer = shop_add_customer(shop, "Bea Koch", NULL);
    g_autoptr(CareRecord) other = shop_add_customer(shop, "Paul Okafor", NULL);
    g_autoptr(CareRecord) job = shop_add_job(shop, other, NULL);
    g_autoptr(CareRecord) ready = shop_move(shop, job, "ready");
    g_autoptr(CareToday) today = NULL;
    CareDueItem *first;

    give_feedback(shop, customer, 3);
    today = shop_today(shop, day);
    first = today->items->pdata[0];
    g_assert_cmpint(first->rule, ==, CARE_DUE_COMPLAINT);
    g_assert_cmpstr(first->text, ==, "“It squeals again”");
    g_assert_cmpint(first->answer_by, >, 0);
}

static void
test_a_score_opens_a_complaint_or_not(Shop *shop, gconstpointer data)
{
    int score = GPOINTER_TO_INT(data);
    g_autoptr(CareRecord) customer = shop_add_customer(shop, "Bea Koch", NULL);
    g_autoptr(CareToday) today = NULL;

    give_feedback(shop, customer, score);
    today = shop_today(shop, day);
    g_assert_cmpuint(today_count(today, CARE_DUE_COMPLAINT), ==, score <= 6 ? 1 : 0);
}

static void
test_followups_wait_while_a_complaint_is_open(Shop *shop, gconstpointer data)
{
    g_autoptr(CareRecord) customer = shop_add_customer(shop, "Bea Koch", NULL);
    g_autoptr(CareRecord) plan = shop_add_plan(shop);
    g_autoptr(CareRecord) job = shop_add_job(shop, customer, plan);
    g_autoptr(CareRecord) collected = shop_move(shop, job, "collected");
    g_autoptr(CareToday) paused = NULL;
    g_autoptr(CareToday) resumed = NULL;
    g_autoptr(GPtrArray) complaints = NULL;
    CareRecord *complaint;

    give_feedback(shop, customer, 2);
    paused = shop_today(shop, (CareDate){ 2026, 11, 30 });
    g_assert_cmpuint(today_count(paused, CARE_DUE_FOLLOWUP), ==, 0);
    complaints = shop_records(shop, &care_complaint_kind, "SELECT id FROM complaint");
    complaint = complaints->pdata[0];
    care_record_set_int(complaint, CARE_COMPLAINT_ACKNOWLEDGED,
                        care_record_int(complaint, CARE_COMPLAINT_RECEIVED));
    care_record_set_int(complaint, CARE_COMPLAINT_RESOLVED,
                        care_record_int(complaint, CARE_COMPLAINT_RECEIVED));
    care_record_set_text(complaint, CARE_COMPLAINT_CAUSE, "Pads not bedded in");
    care_record_set_text(complaint, CARE_COMPLAINT_CONFIRMATION, "confirmed");
    shop_save(shop, complaint);
    resumed = shop_today(shop, (CareDate){ 2026, 11, 30 });
    g_assert_cmpuint(today_count(resumed, CARE_DUE_FOLLOWUP), ==, 2);
    g_assert_cmpuint(today_count(resumed, CARE_DUE_COMPLAINT), ==, 0);
}

/* 74.50 was agreed; 69.50 of it is billed, with a tenth of 40.00 off. */
static void
test_billed_in_part(Shop *shop, gconstpointer data)
{
    g_autoptr(CareRecord) draft = shop_add_draft(shop, "Bea Koch");
    CareRecord *line = care_record_list_item(draft, CARE_INVOICE_LINES, 0);
    g_autoptr(CareRecord) issued = NULL;
    g_autoptr(CareToday) today = NULL;

    care_record_set_int(line, CARE_INVOICE_LINE_PRICE, 40 * CARE_DECIMAL_ONE);
    care_record_set_int(line, CARE_INVOICE_LINE_DISCOUNT, 10 * CARE_DECIMAL_ONE);
    shop_save(shop, draft);
    issued = care_invoice_issue_now(shop->store, care_record_id(draft), NULL);
    g_assert_nonnull(issued);
    today = shop_today(shop, (CareDate){ 2026, 11, 24 });
    g_assert_cmpstr(today_line(today, CARE_DUE_UNBILLED)->detail, ==,
                    "Job 2026-001 · agreed €74.50 · billed so far €65.50 · €5.00 to bill");
}

static void
test_unbilled(Shop *shop, gconstpointer data)
{
    g_autoptr(CareRecord) customer = shop_add_customer(shop, "Bea Koch", NULL);
    g_autoptr(CareRecord) job = shop_add_job(shop, customer, NULL);
    g_autoptr(CareToday) before = shop_today(shop, day);
    g_autoptr(CareRecord) ready = shop_move(shop, job, "ready");
    g_autoptr(CareToday) after = shop_today(shop, day);

    g_assert_null(today_line(before, CARE_DUE_UNBILLED));
    g_assert_cmpint(today_line(after, CARE_DUE_UNBILLED)->amount, ==, 7450);
}

static void
test_told_and_not_fetched(Shop *shop, gconstpointer data)
{
    g_autoptr(CareRecord) customer = shop_add_customer(shop, "Bea Koch", NULL);
    g_autoptr(CareRecord) job = shop_add_job(shop, customer, NULL);
    g_autoptr(CareRecord) ready = shop_move(shop, job, "ready");
    g_autoptr(CareToday) soon = NULL;
    g_autoptr(CareToday) later = NULL;

    g_assert_true(care_store_write(shop->store, tell, job, NULL));
    soon = shop_today(shop, (CareDate){ 2026, 12, 7 });
    later = shop_today(shop, (CareDate){ 2026, 12, 9 });
    g_assert_null(today_line(soon, CARE_DUE_UNCOLLECTED));
    g_assert_nonnull(today_line(later, CARE_DUE_UNCOLLECTED));
}

static void
set_birthday(Shop *shop, CareRecord *customer, const char *date)
{
    care_record_set_text(customer, CARE_CUSTOMER_BIRTHDAY, date);
    shop_save(shop, customer);
}

typedef struct {
    const char *birthday;
    CareDate today;
    gboolean shown;
} Birthday;

static const Birthday birthdays[] = {
    { "1980-11-24", { 2026, 11, 24 }, TRUE }, { "--11-30", { 2026, 11, 24 }, TRUE },
    { "--12-02", { 2026, 11, 24 }, FALSE },   { "1980-11-23", { 2026, 11, 24 }, FALSE },
    { "--01-02", { 2026, 12, 28 }, TRUE },    { "2000-02-29", { 2027, 2, 27 }, TRUE },
    { "2000-02-29", { 2027, 3, 1 }, FALSE },  { "--02-29", { 2028, 2, 29 }, TRUE },
};

static void
test_birthday(Shop *shop, gconstpointer data)
{
    const Birthday *birthday = data;
    g_autoptr(CareRecord) customer = shop_add_customer(shop, "Bea Koch", NULL);
    g_autoptr(CareToday) today = NULL;

    set_birthday(shop, customer, birthday->birthday);
    today = shop_today(shop, birthday->today);
    g_assert_cmpuint(today_count(today, CARE_DUE_OCCASION), ==, birthday->shown ? 1 : 0);
}

/* The button goes the way they wish to be told, as what it opens does. */
static void
test_birthday_way(Shop *shop, gconstpointer data)
{
    static const struct {
        const char *channel;
        CareDueAct act;
    } ways[] = { { NULL, CARE_DUE_ACT_WRITE },
                 { "phone", CARE_DUE_ACT_CALL },
                 { "email", CARE_DUE_ACT_WRITE },
                 { "letter", CARE_DUE_ACT_PRINT_CARD } };
    g_autoptr(CareRecord) customer = shop_add_customer(shop, "Bea Koch", NULL);

    for (guint i = 0; i < G_N_ELEMENTS(ways); i++) {
        g_autoptr(CareToday) today = NULL;

        care_record_set_text(customer, CARE_CUSTOMER_CHANNEL, ways[i].channel);
        set_birthday(shop, customer, "1980-11-24");
        today = shop_today(shop, (CareDate){ 2026, 11, 24 });
        g_assert_cmpint(care_due_act_of(today_line(today, CARE_DUE_OCCASION)), ==, ways[i].act);
    }
}

static gboolean
look_on_thursday(CareTransaction *transaction, gpointer data, GError **error)
{
    return care_transaction_set_setting(transaction, CARE_SETTING_LAST_DAY_RUN, "2026-11-19", error);
}

/* Nobody was there on the day: it is told of with what came meanwhile, and until somebody has seen to it or seen it. */
static void
test_missed_birthday(Shop *shop, gconstpointer data)
{
    g_autoptr(CareRecord) customer = shop_add_customer(shop, "Bea Koch", NULL);
    g_autoptr(CareToday) before = NULL, after = NULL, gone = NULL, next = NULL;
    Put put = { CARE_DUE_OCCASION, care_record_id(customer), { 0 }, 0 };
    CareDueItem *line;

    set_birthday(shop, customer, "1980-11-20");
    before = shop_today(shop, day);
    g_assert_null(today_line(before, CARE_DUE_OCCASION));
    g_assert_true(care_store_write(shop->store, look_on_thursday, NULL, NULL));
    after = shop_today(shop, day);
    line = today_line(after, CARE_DUE_OCCASION);
    g_assert_nonnull(line);
    g_assert_cmpstr(line->text, ==, "Bea Koch turned 46");
    g_assert_cmpstr(line->detail, ==, "4 days ago");
    g_assert_cmpuint(care_today_group_of(line, after->since, after->today), ==, CARE_TODAY_AWAY);
    g_assert_true(care_store_write(shop->store, put_off, &put, NULL));
    gone = shop_today(shop, day);
    g_assert_null(today_line(gone, CARE_DUE_OCCASION));
    next = shop_today(shop, (CareDate){ 2027, 11, 19 });
    g_assert_nonnull(today_line(next, CARE_DUE_OCCASION));
}

static void
test_first_job_anniversary(Shop *shop, gconstpointer data)
{
    g_autoptr(CareRecord) customer = shop_add_customer(shop, "Bea Koch", NULL);
    g_autoptr(CareRecord) job = shop_add_job(shop, customer, NULL);
    g_autoptr(CareToday) one = shop_today(shop, (CareDate){ 2027, 11, 20 });
    g_autoptr(CareToday) two = shop_today(shop, (CareDate){ 2028, 11, 20 });
    g_autoptr(CareToday) three = shop_today(shop, (CareDate){ 2029, 11, 24 });

    g_assert_cmpstr(today_line(one, CARE_DUE_OCCASION)->text, ==, "Bea Koch: 1 year a customer");
    g_assert_null(today_line(two, CARE_DUE_OCCASION));
    g_assert_cmpstr(today_line(three, CARE_DUE_OCCASION)->text, ==, "Bea Koch: 3 years a customer");
}

static void
test_later_let_go_and_undo(Shop *shop, gconstpointer data)
{
    g_autoptr(CareRecord) customer = shop_add_customer(shop, "Bea Koch", NULL);
    g_autoptr(CareRecord) job = shop_add_job(shop, customer, NULL);
    g_autoptr(CareRecord) ready = shop_move(shop, job, "ready");
    Put put = { CARE_DUE_TO_TELL, care_record_id(job), { 2026, 11, 26 }, 0 };
    g_autoptr(CareToday) hidden = NULL, shown = NULL, gone = NULL, back = NULL;

    g_assert_true(care_store_write(shop->store, put_off, &put, NULL));
    hidden = shop_today(shop, day);
    shown = shop_today(shop, (CareDate){ 2026, 11, 26 });
    g_assert_null(today_line(hidden, CARE_DUE_TO_TELL));
    g_assert_nonnull(today_line(shown, CARE_DUE_TO_TELL));
    put.until = (CareDate){ 0 };
    g_assert_true(care_store_write(shop->store, put_off, &put, NULL));
    gone = shop_today(shop, (CareDate){ 2027, 11, 26 });
    g_assert_null(today_line(gone, CARE_DUE_TO_TELL));
    g_assert_true(care_store_write(shop->store, take_back, &put, NULL));
    back = shop_today(shop, (CareDate){ 2026, 11, 26 });
    g_assert_nonnull(today_line(back, CARE_DUE_TO_TELL));
}

/* Put off until Thursday, then let go elsewhere: Undo of the first takes the first back, and the other stays. */
static void
test_undo_is_of_its_own(Shop *shop, gconstpointer data)
{
    g_autoptr(CareRecord) customer = shop_add_customer(shop, "Bea Koch", NULL);
    g_autoptr(CareRecord) job = shop_add_job(shop, customer, NULL);
    g_autoptr(CareRecord) ready = shop_move(shop, job, "ready");
    Put first = { CARE_DUE_TO_TELL, care_record_id(job), { 2026, 11, 26 }, 0 };
    Put second = { CARE_DUE_TO_TELL, care_record_id(job), { 2026, 12, 24 }, 0 };
    g_autoptr(CareToday) later = NULL;

    g_assert_true(care_store_write(shop->store, put_off, &first, NULL));
    g_assert_true(care_store_write(shop->store, put_off, &second, NULL));
    g_assert_true(care_store_write(shop->store, take_back, &first, NULL));
    later = shop_today(shop, (CareDate){ 2026, 11, 27 });
    g_assert_null(today_line(later, CARE_DUE_TO_TELL));
}

static void
test_asks_for_a_backup(Shop *shop, gconstpointer data)
{
    g_autoptr(CareToday) empty = shop_today(shop, day);
    g_autoptr(CareRecord) customer = shop_add_customer(shop, "Bea Koch", NULL);
    g_autoptr(CareToday) none = shop_today(shop, day);
    g_autoptr(CareToday) fresh = NULL, old = NULL, ahead = NULL;

    g_assert_null(today_line(empty, CARE_DUE_BACKUP));
    g_assert_nonnull(today_line(none, CARE_DUE_BACKUP));
    g_assert_true(
        care_store_set_setting(shop->store, CARE_SETTING_LAST_BACKUP, "2026-11-20T10:00:00Z", NULL));
    fresh = shop_today(shop, day);
    old = shop_today(shop, (CareDate){ 2026, 11, 27 });
    g_assert_null(today_line(fresh, CARE_DUE_BACKUP));
    g_assert_nonnull(today_line(old, CARE_DUE_BACKUP));
    /* one by a clock that was years ahead is no last one */
    g_assert_true(
        care_store_set_setting(shop->store, CARE_SETTING_LAST_BACKUP, "2036-05-05T10:00:00Z", NULL));
    ahead = shop_today(shop, day);
    g_assert_nonnull(today_line(ahead, CARE_DUE_BACKUP));
}

int
main(int argc, char **argv)
{
    static const int scores[] = { 0, 3, 6, 7, 10 };

    g_test_init(&argc, &argv, NULL);
#define ADD(name, func) g_test_add("/today/" name, Shop, NULL, shop_set_up, func, shop_tear_down)
    ADD("to-tell", test_to_tell);
    ADD("followups", test_followups_fall_due);
    ADD("name-from-the-right", test_a_name_from_the_right);
    ADD("low-score-first", test_a_low_score_stands_first);
    ADD("followups-wait", test_followups_wait_while_a_complaint_is_open);
    ADD("unbilled", test_unbilled);
    g_test_add("/today/billed-in-part", Shop, NULL, shop_set_up_seller, test_billed_in_part, shop_tear_down);
    ADD("uncollected", test_told_and_not_fetched);
    ADD("birthday-way", test_birthday_way);
    ADD("missed-birthday", test_missed_birthday);
    ADD("first-job", test_first_job_anniversary);
    ADD("later-and-let-go", test_later_let_go_and_undo);
    ADD("undo-is-of-its-own", test_undo_is_of_its_own);
    ADD("backup", test_asks_for_a_backup);
    for (gsize i = 0; i < G_N_ELEMENTS(scores); i++) {
        g_autofree char *path = g_strdup_printf("/today/score-%d", scores[i]);

        g_test_add(path, Shop, GINT_TO_POINTER(scores[i]), shop_set_up, test_a_score_opens_a_complaint_or_not,
                   shop_tear_down);
    }
    for (gsize i = 0; i < G_N_ELEMENTS(birthdays); i++) {
        g_autofree char *path = g_strdup_printf("/today/birthday/%zu", i);

        g_test_add(path, Shop, &birthdays[i], shop_set_up, test_birthday, shop_tear_down);
    }
    return g_test_run();
}
