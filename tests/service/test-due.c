/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
/* The rules of what is due: their table, the same answer for the shop, a customer, a job and a week, and that what was
 * put off or let go is known to each of them. */
#include <string.h>

#include "model/complaint.h"
#include "model/customer-address.h"
#include "model/customer.h"
#include "model/followup.h"
#include "model/interaction.h"
#include "model/invoice-line.h"
#include "model/invoice.h"
#include "model/situation.h"
#include "model/text.h"
#include "service/invoices/invoice-draft.h"
#include "service/invoices/invoice-from-job.h"
#include "service/invoices/invoice-issue.h"
#include "service/today/due-private.h"
#include "service/today/week.h"

#include "shop-acts.h"
#include "shop-put-off.h"

/* The table */

static void
test_row(gconstpointer data)
{
    const CareDueRule rule = (CareDueRule)GPOINTER_TO_INT(data);
    const CareDueRuleInfo *info = care_due_rule_info(rule);
    CareDueRule found;

    g_assert_true(care_due_rule_parse(info->nick, &found));
    g_assert_cmpint(found, <=, rule);
    g_assert_cmpstr(care_due_rule_nick(found), ==, info->nick);
    g_assert_nonnull(info->group);
    g_assert_true(info->why != NULL || info->find != NULL);
    g_assert_nonnull(info->script);
    g_assert_true((info->query != NULL) != (info->find != NULL));
    g_assert_true((info->settle != NULL) == (info->unsettle != NULL));
    g_assert_true(info->situation == NULL || care_choice_find(&care_situation_set, info->situation) >= 0);
    g_assert_true(info->query == NULL || info->text != NULL || info->situation == NULL);
}

static void
assert_words_known(const CareField *field)
{
    for (int i = 0; i < field->choices->n; i++)
        g_assert_cmpint(care_choice_find(&care_situation_set, field->choices->choices[i].word), >=, 0);
}

/* Texts and follow-ups speak one language, and each of its words is counted as something. */
static void
test_situations(void)
{
    assert_words_known(&care_text_kind.fields[CARE_TEXT_SITUATION]);
    assert_words_known(&care_followup_kind.fields[CARE_FOLLOWUP_KIND]);
    g_assert_cmpstr(care_situation_class("reminder"), ==, "service"); /* money: what the order brings */
    g_assert_cmpstr(care_situation_class("service"), ==, "reminder"); /* the next service: counted */
    g_assert_cmpstr(care_situation_class("feedback"), ==, "feedback");
    g_assert_cmpstr(care_situation_class("check"), ==, "care");
    g_assert_cmpint(care_situation_named(NULL), ==, CARE_SITUATION_OTHER);
}

/* Every scope finds its rows by an index; a customer's and a job's by one that begins with them. */
static void
test_plan(Shop *shop, gconstpointer data)
{
    const CareDueRuleInfo *info = care_due_rule_info((CareDueRule)GPOINTER_TO_INT(data));
    const CareDueScope scopes[] = { { 0 }, { .customer = 1 }, { .job = 1 } };

    for (gsize i = 0; info->query != NULL && i < G_N_ELEMENTS(scopes); i++) {
        g_autofree char *sql = care_due_scoped_sql(info->query, &scopes[i]);
        g_autofree char *explain = g_strconcat("EXPLAIN QUERY PLAN ", sql, NULL);
        g_autoptr(GError) error = NULL;
        g_autoptr(CareStatement) step
            = care_connection_prepare(care_store_reader(shop->store), explain, &error);
        gboolean first = TRUE;

        g_assert_no_error(error);
        for (; care_statement_step(step, &error); first = FALSE) {
            const char *text = care_statement_text(step, 3);

            g_assert_null(strstr(text, "TEMP B-TREE"));
            if (first && i > 0)
                g_assert_true(strstr(text, "(customer=?") || strstr(text, "(job=?")
                              || strstr(text, "(rowid=?"));
            g_assert_true(!g_str_has_prefix(text, "SCAN ") || strstr(text, "INDEX") != NULL);
        }
        g_assert_no_error(error);
    }
}

/* The scopes */

static GPtrArray *
find(Shop *shop, CareDueScope scope)
{
    g_autoptr(GError) error = NULL;
    GPtrArray *items = care_due_find(care_store_reader(shop->store), shop->clock, &scope, &error);

    g_assert_no_error(error);
    return items;
}

static char *
ids(GPtrArray *items, CareId customer, CareId job)
{
    GString *text = g_string_new(NULL);

    for (guint i = 0; i < items->len; i++) {
        const CareDueItem *item = items->pdata[i];

        if ((customer == 0 || item->customer == customer) && (job == 0 || item->job == job))
            g_string_append_printf(text, "%s %s; ", item->id, item->text);
    }
    return g_string_free_and_steal(text);
}

static CareRecord *
add_followup(Shop *shop, CareRecord *customer, CareRecord *job, CareDate due)
{
    CareRecord *followup = CARE_RECORD(care_followup_new());

    care_record_set_int(followup, CARE_FOLLOWUP_CUSTOMER, care_record_id(customer));
    care_record_set_int(followup, CARE_FOLLOWUP_JOB, job != NULL ? care_record_id(job) : 0);
    care_record_set_text(followup, CARE_FOLLOWUP_TITLE, "Ask about the saddle");
    care_record_set_text(followup, CARE_FOLLOWUP_CHANNEL, "phone");
    care_record_set_date(followup, CARE_FOLLOWUP_DUE, due);
    shop_save(shop, followup);
    return followup;
}

/* A step of a plan, due today. */
static CareRecord *
add_step(Shop *shop, CareRecord *customer, CareRecord *job, const char *kind, const char *title)
{
    CareRecord *step = add_followup(shop, customer, job, care_clock_today(shop->clock));

    care_record_set_text(step, CARE_FOLLOWUP_KIND, kind);
    care_record_set_text(step, CARE_FOLLOWUP_TITLE, title);
    care_record_set_text(step, CARE_FOLLOWUP_SOURCE, "plan");
    shop_save(shop, step);
    return step;
}

static CareRecord *
add_open_invoice(Shop *shop, CareRecord *customer)
{
    g_autoptr(CareRecord) job = shop_add_job(shop, customer, NULL);
    g_autoptr(CareRecord) ready = shop_move(shop, job, "ready");
    g_autoptr(CareRecord) draft
        = care_invoice_draft_from_job(care_store_reader(shop->store), care_record_id(job), NULL);

    shop_save(shop, draft);
    return care_invoice_issue_now(shop->store, care_record_id(draft), NULL);
}

/* Nothing but a sum, in a currency that is not the shop's. */
static CareRecord *
add_foreign_invoice(Shop *shop, CareRecord *customer, const char *currency, CareDecimal price)
{
    g_autoptr(CareRecord) draft
        = care_invoice_draft_new(care_store_reader(shop->store), care_record_id(customer));
    CareRecord *line = care_record_list_add(draft, CARE_INVOICE_LINES);

    care_record_set_text(draft, CARE_INVOICE_CURRENCY, currency);
    care_record_set_text(line, CARE_INVOICE_LINE_NAME, "Wheel");
    care_record_set_int(line, CARE_INVOICE_LINE_QUANTITY, CARE_DECIMAL_ONE);
    care_record_set_int(line, CARE_INVOICE_LINE_PRICE, price);
    shop_save(shop, draft);
    return care_invoice_issue_now(shop->store, care_record_id(draft), NULL);
}

static void
wait_until(Shop *shop, CareDate date)
{
    g_clear_object(&shop->clock);
    shop->clock = care_clock_new_fixed(date);
}

static const CareDueItem *
find_rule(GPtrArray *items, CareDueRule rule)
{
    for (guint i = 0; i < items->len; i++)
        if (((const CareDueItem *)items->pdata[i])->rule == rule)
            return items->pdata[i];
    return NULL;
}

/* A debt is told in its own currency. */
static void
test_a_foreign_debt(Shop *shop, gconstpointer data)
{
    g_autoptr(CareRecord) bea = shop_add_customer(shop, "Bea Koch", NULL);
    CareRecord *address = care_record_list_add(bea, CARE_CUSTOMER_ADDRESSES);
    g_autoptr(CareRecord) invoice = NULL;
    g_autoptr(GPtrArray) all = NULL;
    const CareDueItem *overdue;

    care_record_set_text(address, CARE_CUSTOMER_ADDRESS_STREET, "Am Tor 3");
    care_record_set_text(address, CARE_CUSTOMER_ADDRESS_POSTCODE, "10969");
    care_record_set_text(address, CARE_CUSTOMER_ADDRESS_LOCALITY, "Berlin");
    shop_save(shop, bea);
    invoice = add_foreign_invoice(shop, bea, "JPY", 10000 * CARE_DECIMAL_ONE);
    g_assert_nonnull(invoice);
    wait_until(shop, (CareDate){ 2026, 12, 20 });
    all = find(shop, (CareDueScope){ 0 });
    overdue = find_rule(all, CARE_DUE_OVERDUE);
    g_assert_nonnull(overdue);
    g_assert_nonnull(strstr(overdue->detail, "10,000"));
    g_assert_nonnull(strstr(overdue->detail, "¥"));
}

/* A customer's and a job's lines are those of Today that are theirs. */
static void
test_scopes_agree(Shop *shop, gconstpointer data)
{
    g_autoptr(CareRecord) bea = shop_add_customer(shop, "Bea Koch", NULL);
    g_autoptr(CareRecord) ann = shop_add_customer(shop, "Ann Lee", NULL);
    g_autoptr(CareRecord) job = shop_add_job(shop, bea, NULL);
    g_autoptr(CareRecord) ready = shop_move(shop, job, "ready");
    g_autoptr(CareRecord) invoice = add_open_invoice(shop, bea);
    g_autoptr(CareRecord) hers = add_followup(shop, bea, job, (CareDate){ 2026, 12, 1 });
    g_autoptr(CareRecord) other = shop_add_job(shop, ann, NULL);
    g_autoptr(CareRecord) complaint = shop_add_complaint(shop, ann, other);
    g_autoptr(GPtrArray) all = NULL, of_bea = NULL, of_ann = NULL, of_job = NULL;
    const CareId bea_id = care_record_id(bea), ann_id = care_record_id(ann), job_id = care_record_id(job);

    wait_until(shop, (CareDate){ 2026, 12, 20 });
    all = find(shop, (CareDueScope){ 0 });
    of_bea = find(shop, (CareDueScope){ .customer = bea_id });
    of_ann = find(shop, (CareDueScope){ .customer = ann_id });
    of_job = find(shop, (CareDueScope){ .job = job_id });
    {
        g_autofree char *bea_of_all = ids(all, bea_id, 0), *bea_alone = ids(of_bea, 0, 0);
        g_autofree char *ann_of_all = ids(all, ann_id, 0), *ann_alone = ids(of_ann, 0, 0);
        g_autofree char *job_of_all = ids(all, 0, job_id), *job_alone = ids(of_job, 0, 0);

        g_assert_cmpstr(bea_of_all, ==, bea_alone);
        g_assert_cmpstr(ann_of_all, ==, ann_alone);
        g_assert_cmpstr(job_of_all, ==, job_alone);
    }
    g_assert_cmpuint(of_bea->len, ==, 5); /* twice to tell, the follow-up, one to bill, one overdue */
    g_assert_cmpuint(of_ann->len, ==, 1);
    g_assert_cmpuint(of_job->len, ==, 3);
}

static guint
count_everywhere(Shop *shop, CareRecord *customer, CareRecord *job)
{
    g_autoptr(GPtrArray) all = find(shop, (CareDueScope){ 0 });
    g_autoptr(GPtrArray) of_customer
        = find(shop, (CareDueScope){ .customer = care_record_id(customer), .owed_only = TRUE });
    g_autoptr(GPtrArray) of_job = find(shop, (CareDueScope){ .job = care_record_id(job), .owed_only = TRUE });
    g_autoptr(CareToday) today = care_today_compute(care_store_reader(shop->store), shop->clock, NULL);

    g_assert_cmpuint(today_count(today, CARE_DUE_FOLLOWUP), ==, of_customer->len);
    g_assert_cmpuint(of_customer->len, ==, of_job->len);
    return of_customer->len;
}

static void
assert_state(Shop *shop, CareRecord *followup, const char *state, const char *reason)
{
    g_autoptr(CareRecord) stored
        = care_store_get(shop->store, &care_followup_kind, care_record_id(followup), NULL);

    g_assert_cmpstr(care_record_text(stored, CARE_FOLLOWUP_STATE), ==, state);
    g_assert_cmpstr(care_record_text(stored, CARE_FOLLOWUP_REASON), ==, reason);
}

static void
test_let_go_is_known_everywhere(Shop *shop, gconstpointer data)
{
    g_autoptr(CareRecord) customer = shop_add_customer(shop, "Bea Koch", NULL);
    g_autoptr(CareRecord) job = shop_add_job(shop, customer, NULL);
    g_autoptr(CareRecord) followup = add_followup(shop, customer, job, (CareDate){ 2026, 11, 24 });
    Put put = { CARE_DUE_FOLLOWUP, care_record_id(followup), { 0 }, 0 };

    g_assert_cmpuint(count_everywhere(shop, customer, job), ==, 1);
    g_assert_true(care_store_write(shop->store, put_off, &put, NULL));
    g_assert_cmpuint(count_everywhere(shop, customer, job), ==, 0);
    assert_state(shop, followup, "let-go", "later");
    g_assert_true(care_store_write(shop->store, take_back, &put, NULL));
    g_assert_cmpuint(count_everywhere(shop, customer, job), ==, 1);
    assert_state(shop, followup, "open", NULL);
    put.until = (CareDate){ 2026, 11, 27 };
    g_assert_true(care_store_write(shop->store, put_off, &put, NULL));
    g_assert_cmpuint(count_everywhere(shop, customer, job), ==, 0);
    wait_until(shop, put.until);
    g_assert_cmpuint(count_everywhere(shop, customer, job), ==, 1);
}

typedef struct {
    const char *name;
    const char *kind;
    const char *title;
    const char *text;
    const char *detail;
} AskedCase;

static const AskedCase asked_cases[] = {
    { "check", "check", "Still braking well?", "Ask Bea Koch: “Still braking well?”", "E-bike Charger4" },
    { "feedback", "feedback", "How did it go?", "Ask Bea Koch: “How did it go?”", "E-bike Charger4" },
    { "no-question", "check", "The brakes", "Ask Bea Koch whether all is well",
      "The brakes · E-bike Charger4" },
    { "service", "service", "Shall we look?", "Bea Koch’s next service is due",
      "Shall we look? · E-bike Charger4" },
};

/* What a step asks stands in the sentence, as somebody wrote it, rather than as half a sentence below another. */
static void
test_asked(Shop *shop, gconstpointer data)
{
    const AskedCase *row = data;
    g_autoptr(CareRecord) customer = shop_add_customer(shop, "Bea Koch", NULL);
    g_autoptr(CareRecord) job = shop_add_job(shop, customer, NULL);
    g_autoptr(CareRecord) step = add_step(shop, customer, job, row->kind, row->title);
    g_autoptr(GPtrArray) lines = find(shop, (CareDueScope){ .customer = care_record_id(customer) });

    g_assert_cmpuint(lines->len, ==, 1);
    g_assert_cmpstr(((CareDueItem *)lines->pdata[0])->text, ==, row->text);
    g_assert_cmpstr(((CareDueItem *)lines->pdata[0])->detail, ==, row->detail);
}

/* Two that one contact sees to; the question of the other is in the sentence, too. */
static void
test_asked_together(Shop *shop, gconstpointer data)
{
    g_autoptr(CareRecord) customer = shop_add_customer(shop, "Bea Koch", NULL);
    g_autoptr(CareRecord) first = shop_add_job(shop, customer, NULL);
    g_autoptr(CareRecord) second = shop_add_job(shop, customer, NULL);
    g_autoptr(CareRecord) warned = add_step(shop, customer, first, "warranty", "Warranty check");
    g_autoptr(CareRecord) asked = add_step(shop, customer, second, "check", "Still braking well?");
    g_autoptr(GPtrArray) lines = find(shop, (CareDueScope){ .customer = care_record_id(customer) });

    g_assert_cmpuint(lines->len, ==, 1);
    g_assert_cmpstr(
        ((CareDueItem *)lines->pdata[0])->text, ==,
        "Bea Koch’s warranty is about to end, and with it: Still braking well? · E-bike Charger4");
}

/* A thing that is called by its sort begins with a small letter within a sentence. */
static void
test_thing_in_sentence(Shop *shop, gconstpointer data)
{
    g_autoptr(CareRecord) customer = shop_add_customer(shop, "Bea Koch", NULL);
    g_autoptr(CareRecord) job = shop_add_job(shop, customer, NULL);
    g_autoptr(CareRecord) device
        = care_store_get(shop->store, &care_device_kind, care_record_int(job, CARE_JOB_DEVICE), NULL);
    g_autoptr(CareRecord) ready = NULL;
    g_autoptr(GPtrArray) lines = NULL;

    care_record_set_text(device, CARE_DEVICE_KIND, "E-bike");
    shop_save(shop, device);
    ready = shop_move(shop, job, "ready");
    lines = find(shop, (CareDueScope){ .customer = care_record_id(customer) });
    g_assert_cmpint(((CareDueItem *)lines->pdata[0])->rule, ==, CARE_DUE_TO_TELL);
    g_assert_cmpstr(((CareDueItem *)lines->pdata[0])->text, ==, "Bea Koch’s e-bike Charger4 is ready");
}

/* Who is deleted takes what is theirs along; only the money stays, and says whose it is. */
static void
test_a_deleted_customer_keeps_owing(Shop *shop, gconstpointer data)
{
    g_autoptr(CareRecord) customer = shop_add_customer(shop, "Zora Quark", NULL);
    g_autoptr(CareRecord) job = shop_add_job(shop, customer, NULL);
    g_autoptr(CareRecord) followup = add_followup(shop, customer, job, (CareDate){ 2026, 12, 1 });
    g_autoptr(CareRecord) invoice = add_open_invoice(shop, customer);
    g_autoptr(GPtrArray) before = NULL, after = NULL;
    const CareDueItem *line;

    wait_until(shop, (CareDate){ 2026, 12, 20 });
    before = find(shop, (CareDueScope){ .customer = care_record_id(customer) });
    g_assert_cmpuint(before->len, ==, 3);
    g_assert_true(care_flow_remove_now(shop->store, &care_customer_kind, care_record_id(customer), NULL));
    after = find(shop, (CareDueScope){ .customer = care_record_id(customer) });
    g_assert_cmpuint(after->len, ==, 1);
    line = after->pdata[0];
    g_assert_cmpint(line->rule, ==, CARE_DUE_OVERDUE);
    g_assert_true(g_str_has_suffix(line->detail, " · deleted customer"));
}

/* The week */

static void
compute_week(Shop *shop, CareWeekDay *days)
{
    g_autoptr(CareToday) today = care_today_compute(care_store_reader(shop->store), shop->clock, NULL);

    g_assert_true(care_week_compute(care_store_reader(shop->store), shop->clock, today, days, NULL));
}

/* 25 December 2026 is a Friday, and a holiday in Germany, where the shop stands. */
static void
test_the_week_knows_holidays(Shop *shop, gconstpointer data)
{
    CareWeekDay days[CARE_WEEK_DAYS];

    g_assert_true(care_store_set_setting(shop->store, CARE_SETTING_REGION, "DE", NULL));
    wait_until(shop, (CareDate){ 2026, 12, 23 });
    compute_week(shop, days);
    g_assert_true(days[1].open);
    g_assert_false(days[2].open);
    g_assert_false(days[3].open); /* the second day, a Saturday */
}

static void
test_the_week_counts_what_was_put_off(Shop *shop, gconstpointer data)
{
    g_autoptr(CareRecord) customer = shop_add_customer(shop, "Bea Koch", NULL);
    g_autoptr(CareRecord) moved = add_followup(shop, customer, NULL, (CareDate){ 2026, 11, 25 });
    g_autoptr(CareRecord) dropped = add_followup(shop, customer, NULL, (CareDate){ 2026, 11, 25 });
    Put later = { CARE_DUE_FOLLOWUP, care_record_id(moved), { 2026, 11, 28 } };
    Put never = { CARE_DUE_FOLLOWUP, care_record_id(dropped), { 0 } };
    CareWeekDay days[CARE_WEEK_DAYS];

    compute_week(shop, days);
    g_assert_cmpuint(days[1].calls, ==, 2);
    g_assert_true(care_store_write(shop->store, put_off, &later, NULL));
    g_assert_true(care_store_write(shop->store, put_off, &never, NULL));
    compute_week(shop, days);
    g_assert_cmpuint(days[1].calls, ==, 0);
    g_assert_cmpuint(days[4].calls, ==, 1);
}

/* An invoice that is due within the week may be paid by then. */
static void
test_the_week_waits_for_money(Shop *shop, gconstpointer data)
{
    g_autoptr(CareRecord) customer = shop_add_customer(shop, "Bea Koch", NULL);
    g_autoptr(CareRecord) invoice = add_open_invoice(shop, customer);
    Put later = { CARE_DUE_OVERDUE, care_record_id(invoice), { 2026, 12, 10 } };
    CareWeekDay days[CARE_WEEK_DAYS];

    wait_until(shop, (CareDate){ 2026, 12, 7 }); /* due on the 8th */
    compute_week(shop, days);
    g_assert_cmpuint(care_week_day_count(&days[2]), ==, 0);
    g_assert_true(care_store_write(shop->store, put_off, &later, NULL));
    compute_week(shop, days);
    g_assert_cmpuint(days[3].messages, ==, 1);
}

static void
test_the_week_forgets_the_deleted(Shop *shop, gconstpointer data)
{
    g_autoptr(CareRecord) customer = shop_add_customer(shop, "Zora Quark", NULL);
    g_autoptr(CareRecord) job = shop_add_job(shop, customer, NULL);
    CareWeekDay days[CARE_WEEK_DAYS];

    care_record_set_date(job, CARE_JOB_PROMISED, (CareDate){ 2026, 11, 26 });
    shop_save(shop, job);
    compute_week(shop, days);
    g_assert_cmpuint(days[2].jobs, ==, 1);
    g_assert_true(care_flow_remove_now(shop->store, &care_customer_kind, care_record_id(customer), NULL));
    compute_week(shop, days);
    g_assert_cmpuint(days[2].jobs, ==, 0);
}

static void
add(const char *path, void (*func)(Shop *, gconstpointer), gconstpointer data)
{
    g_test_add(path, Shop, data, shop_set_up_seller, func, shop_tear_down);
}

int
main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    for (int rule = 0; rule < CARE_DUE_N_RULES; rule++) {
        const char *nick = care_due_rule_nick((CareDueRule)rule);
        g_autofree char *row = g_strdup_printf("/due/row/%d-%s", rule, nick);
        g_autofree char *plan = g_strdup_printf("/due/plan/%d-%s", rule, nick);

        g_test_add_data_func(row, GINT_TO_POINTER(rule), test_row);
        add(plan, test_plan, GINT_TO_POINTER(rule));
    }
    g_test_add_func("/due/situations", test_situations);
    add("/due/foreign-debt", test_a_foreign_debt, NULL);
    add("/due/scopes-agree", test_scopes_agree, NULL);
    add("/due/let-go", test_let_go_is_known_everywhere, NULL);
    for (gsize i = 0; i < G_N_ELEMENTS(asked_cases); i++) {
        g_autofree char *path = g_strdup_printf("/due/asked/%s", asked_cases[i].name);

        add(path, test_asked, &asked_cases[i]);
    }
    add("/due/asked/together", test_asked_together, NULL);
    add("/due/thing-in-sentence", test_thing_in_sentence, NULL);
    add("/due/deleted-customer", test_a_deleted_customer_keeps_owing, NULL);
    add("/week/holidays", test_the_week_knows_holidays, NULL);
    add("/week/put-off", test_the_week_counts_what_was_put_off, NULL);
    add("/week/money", test_the_week_waits_for_money, NULL);
    add("/week/deleted", test_the_week_forgets_the_deleted, NULL);
    return g_test_run();
}
