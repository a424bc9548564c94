/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
/* What a message may say, and what sending it settles. */
#include "model/customer-email.h"
#include "model/device.h"
#include "model/followup.h"
#include "model/gift.h"
#include "model/occasion.h"
#include "model/placeholders.h"
#include "model/situation.h"
#include "model/text.h"
#include "service/occasions/gifts.h"
#include "service/outreach/default-texts.h"
#include "service/outreach/message-facts.h"
#include "service/outreach/message-texts.h"

#include "common/case-table.h"
#include "shop.h"

static CareMessageFacts *
facts_for(Shop *shop, CareRecord *customer, const char *situation, CareId followup)
{
    CareMessageOccasion occasion = { .customer = care_record_id(customer),
                                     .situation = situation,
                                     .rule = CARE_DUE_FOLLOWUP,
                                     .record = followup };
    g_autoptr(GError) error = NULL;
    CareMessageFacts *facts = care_message_facts_new(shop->store, &occasion, &error);

    g_assert_no_error(error);
    return facts;
}

static void
assert_says(CareMessageFacts *facts, const char *text, const char *expected)
{
    g_autofree char *sent = care_placeholders_finish(text, care_message_facts_value, facts, NULL);

    g_assert_cmpstr(sent, ==, expected);
}

static CareRecord *
add_job_with_device(Shop *shop, CareRecord *customer)
{
    g_autoptr(CareRecord) device = CARE_RECORD(care_device_new());
    CareRecord *job = shop_add_job(shop, customer, NULL);

    care_record_set_text(device, CARE_DEVICE_NAME, "E-bike");
    care_record_set_text(device, CARE_DEVICE_KIND, "E-bike");
    care_record_set_int(device, CARE_DEVICE_CUSTOMER, care_record_id(customer));
    g_assert_true(care_flow_save_now(shop->store, device, NULL, NULL));
    care_record_set_int(job, CARE_JOB_DEVICE, care_record_id(device));
    g_assert_true(care_flow_save_now(shop->store, job, NULL, NULL));
    return job;
}

static void
test_names(Shop *shop, gconstpointer data)
{
    g_autoptr(CareRecord) person = shop_add_customer(shop, "Bea Koch", NULL);
    g_autoptr(CareRecord) company = shop_add_customer(shop, "Café Linde", NULL);
    g_autoptr(CareMessageFacts) first = facts_for(shop, person, "thanks", 0);
    g_autoptr(CareMessageFacts) second = NULL;

    care_record_set_text(company, CARE_CUSTOMER_TYPE, "company");
    g_assert_true(care_flow_save_now(shop->store, company, NULL, NULL));
    second = facts_for(shop, company, "thanks", 0);
    assert_says(first, "{first_name} | {name}", "Bea | Bea Koch");
    assert_says(second, "{first_name}", "Café Linde");
}

static gboolean
move_shop(CareTransaction *transaction, gpointer country, GError **error)
{
    return care_transaction_set_setting(transaction, CARE_SETTING_REGION, country, error);
}

/* As the shop's country writes them. */
static void
test_dates(Shop *shop, gconstpointer data)
{
    static const char *const cases[][2] = { { "DE", "24 Nov 2026" }, { "US", "Nov 24, 2026" } };
    g_autoptr(CareRecord) person = shop_add_customer(shop, "Bea Koch", NULL);

    for (gsize i = 0; i < G_N_ELEMENTS(cases); i++) {
        g_autoptr(CareMessageFacts) facts = NULL;

        g_assert_true(care_store_write(shop->store, move_shop, (gpointer)cases[i][0], NULL));
        facts = facts_for(shop, person, "thanks", 0);
        assert_says(facts, "{today}", cases[i][1]);
    }
}

static CareId
add_text(Shop *shop, const char *name, const char *situation, const char *language)
{
    g_autoptr(CareRecord) text = CARE_RECORD(care_text_new());

    care_record_set_text(text, CARE_TEXT_NAME, name);
    care_record_set_text(text, CARE_TEXT_SITUATION, situation);
    care_record_set_text(text, CARE_TEXT_LANGUAGE, language);
    care_record_set_text(text, CARE_TEXT_BODY, "Hello {first_name}");
    g_assert_true(care_flow_save_now(shop->store, text, NULL, NULL));
    return care_record_id(text);
}

static void
assert_texts(Shop *shop, CareMessageFacts *facts, const char *names, int fitting)
{
    int found;
    g_autoptr(GPtrArray) texts = care_message_texts(shop->store, facts, &found);
    g_autoptr(GString) got = g_string_new(NULL);

    for (guint i = 0; i < texts->len; i++)
        g_string_append_printf(got, "%s ", care_record_text(texts->pdata[i], CARE_TEXT_NAME));
    g_assert_cmpstr(got->str, ==, names);
    g_assert_cmpint(found, ==, fitting);
}

/* What the message is for comes first, in the customer's language; nothing is begun with that is for something else. */
static void
test_texts_in_order(Shop *shop, gconstpointer data)
{
    g_autoptr(CareRecord) customer = shop_add_customer(shop, "Bea Koch", NULL);
    g_autoptr(CareMessageFacts) thanks = NULL;
    g_autoptr(CareMessageFacts) warranty = NULL;

    care_record_set_text(customer, CARE_CUSTOMER_LANGUAGE, "de");
    g_assert_true(care_flow_save_now(shop->store, customer, NULL, NULL));
    thanks = facts_for(shop, customer, "thanks", 0);
    warranty = facts_for(shop, customer, "warranty", 0);
    assert_texts(shop, thanks, "", -1);
    add_text(shop, "A", "ready", "de");
    add_text(shop, "B", "thanks", "en");
    add_text(shop, "C", "thanks", "de");
    assert_texts(shop, thanks, "C B A ", 0);
    assert_texts(shop, warranty, "A C B ", -1);
}

/* A step of a plan may name its own text; that one is begun with, wherever it stands. */
static void
test_texts_of_a_followup(Shop *shop, gconstpointer data)
{
    g_autoptr(CareRecord) customer = shop_add_customer(shop, "Bea Koch", NULL);
    g_autoptr(CareRecord) followup = CARE_RECORD(care_followup_new());
    g_autoptr(CareMessageFacts) facts = NULL;

    add_text(shop, "A", "thanks", NULL);
    care_record_set_int(followup, CARE_FOLLOWUP_CUSTOMER, care_record_id(customer));
    care_record_set_text(followup, CARE_FOLLOWUP_KIND, "thanks");
    care_record_set_text(followup, CARE_FOLLOWUP_TITLE, "Thank-you");
    care_record_set_date(followup, CARE_FOLLOWUP_DUE, (CareDate){ 2026, 11, 24 });
    care_record_set_int(followup, CARE_FOLLOWUP_TEXT, add_text(shop, "B", "thanks", NULL));
    g_assert_true(care_flow_save_now(shop->store, followup, NULL, NULL));
    facts = facts_for(shop, customer, NULL, care_record_id(followup));
    assert_texts(shop, facts, "A B ", 1);
}

static void
test_ready_speaks_of_the_job(Shop *shop, gconstpointer data)
{
    g_autoptr(CareRecord) customer = shop_add_customer(shop, "Bea Koch", NULL);
    g_autoptr(CareRecord) job = add_job_with_device(shop, customer);
    g_autoptr(CareRecord) ready = shop_move(shop, job, "ready");
    g_autoptr(CareRecord) later = shop_add_job(shop, customer, NULL);
    g_autoptr(CareMessageFacts) facts = facts_for(shop, customer, "ready", 0);
    CareContactAbout about = care_message_facts_about(facts);

    assert_says(facts, "Your {thing}. {device} {job}", "Your e-bike. E-bike 2026-001");
    g_assert_cmpint(care_message_facts_job(facts), ==, care_record_id(job));
    g_assert_cmpint(about.rule, ==, CARE_DUE_TO_TELL);
    g_assert_cmpint(about.record, ==, care_record_id(job));
}

static void
test_a_value_that_is_not_there_stays(Shop *shop, gconstpointer data)
{
    g_autoptr(CareRecord) customer = shop_add_customer(shop, "Bea Koch", NULL);
    g_autoptr(CareMessageFacts) facts = facts_for(shop, customer, "invoice", 0);
    g_autoptr(GPtrArray) missing = g_ptr_array_new_with_free_func(g_free);
    g_autofree char *sent
        = care_placeholders_finish("Invoice {invoice_number}", care_message_facts_value, facts, missing);

    g_assert_cmpstr(sent, ==, "Invoice {invoice_number}");
    g_assert_cmpuint(missing->len, ==, 1);
}

static CareRecord *
add_followup(Shop *shop, CareRecord *customer, const char *kind)
{
    CareRecord *followup = CARE_RECORD(care_followup_new());

    care_record_set_int(followup, CARE_FOLLOWUP_CUSTOMER, care_record_id(customer));
    care_record_set_text(followup, CARE_FOLLOWUP_KIND, kind);
    care_record_set_text(followup, CARE_FOLLOWUP_TITLE, "Ask");
    care_record_set_text(followup, CARE_FOLLOWUP_DUE, "2026-11-24");
    care_record_set_text(followup, CARE_FOLLOWUP_CHANNEL, "letter");
    g_assert_true(care_flow_save_now(shop->store, followup, NULL, NULL));
    return followup;
}

static void
test_a_followup_gives_situation_and_channel(Shop *shop, gconstpointer data)
{
    g_autoptr(CareRecord) customer = shop_add_customer(shop, "Bea Koch", NULL);
    g_autoptr(CareRecord) followup = add_followup(shop, customer, "feedback");
    g_autoptr(CareMessageFacts) facts = facts_for(shop, customer, "other", care_record_id(followup));

    g_assert_cmpstr(care_message_facts_situation(facts), ==, "feedback");
    g_assert_cmpstr(care_message_facts_channel(facts), ==, "letter");
    g_assert_cmpstr(care_message_facts_class(facts), ==, "feedback");
    g_assert_cmpint(care_message_facts_about(facts).rule, ==, CARE_DUE_FOLLOWUP);
}

static CareRecord *
add_occasion(Shop *shop, CareRecord *customer, const char *name, const char *date)
{
    CareRecord *occasion = CARE_RECORD(care_occasion_new());

    care_record_set_int(occasion, CARE_OCCASION_CUSTOMER, care_record_id(customer));
    care_record_set_text(occasion, CARE_OCCASION_NAME, name);
    care_record_set_text(occasion, CARE_OCCASION_DATE, date);
    shop_save(shop, occasion);
    return occasion;
}

/* Of several occasions the one that was pressed is written about and settled. */
static void
test_the_occasion_that_was_named(Shop *shop, gconstpointer data)
{
    g_autoptr(CareRecord) customer = shop_add_customer(shop, "Bea Koch", NULL);
    g_autoptr(CareRecord) first = add_occasion(shop, customer, "Shop jubilee", "2010-11-26");
    g_autoptr(CareRecord) second = add_occasion(shop, customer, "Club race", "2015-11-28");
    CareMessageOccasion named = { .customer = care_record_id(customer),
                                  .situation = "occasion",
                                  .rule = CARE_DUE_OCCASION,
                                  .record = care_record_id(second) };
    g_autoptr(CareMessageFacts) facts = care_message_facts_new(shop->store, &named, NULL);
    g_autoptr(CareMessageFacts) any = NULL;

    assert_says(facts, "{occasion}", "Club race");
    g_assert_cmpint(care_message_facts_about(facts).rule, ==, CARE_DUE_OCCASION);
    g_assert_cmpint(care_message_facts_about(facts).record, ==, care_record_id(second));
    named.record = 0;
    any = care_message_facts_new(shop->store, &named, NULL);
    g_assert_cmpint(care_message_facts_about(any).record, ==, care_record_id(first));
}

/* A call about the same line is counted the same (ui/parts/call-dialog.c asks the same table). */
static void
test_what_it_is_counted_as(Shop *shop, gconstpointer data)
{
    g_autoptr(CareRecord) customer = shop_add_customer(shop, "Bea Koch", NULL);

    for (int rule = 0; rule < CARE_DUE_N_RULES; rule++) {
        const char *situation = care_due_rule_info((CareDueRule)rule)->situation;
        g_autoptr(CareMessageFacts) facts = NULL;

        if (situation == NULL)
            continue;
        facts = facts_for(shop, customer, situation, 0);
        g_assert_cmpstr(care_message_facts_class(facts), ==, care_situation_class(situation));
    }
}

static void
test_the_customers_wish_comes_first(Shop *shop, gconstpointer data)
{
    g_autoptr(CareRecord) customer = shop_add_customer(shop, "Bea Koch", NULL);
    g_autoptr(CareRecord) followup = add_followup(shop, customer, "check");
    g_autoptr(CareMessageFacts) facts = NULL;

    care_record_set_text(customer, CARE_CUSTOMER_CHANNEL, "phone");
    g_assert_true(care_flow_save_now(shop->store, customer, NULL, NULL));
    facts = facts_for(shop, customer, "check", care_record_id(followup));
    g_assert_cmpstr(care_message_facts_channel(facts), ==, "phone");
}

/* A message that no line asks for goes the same way (service/today/due-way.c): as they like it, if that reaches them. */
static void
test_a_wish_that_leads_nowhere(Shop *shop, gconstpointer data)
{
    g_autoptr(CareRecord) customer = shop_add_customer(shop, "Bea Koch", NULL);
    g_autoptr(CareMessageFacts) nothing = NULL, mail = NULL;

    care_record_set_text(customer, CARE_CUSTOMER_CHANNEL, "phone");
    shop_save(shop, customer);
    nothing = facts_for(shop, customer, "other", 0);
    g_assert_cmpstr(care_message_facts_channel(nothing), ==, "phone");
    care_record_set_text(care_record_list_add(customer, CARE_CUSTOMER_EMAILS), CARE_CUSTOMER_EMAIL_ADDRESS,
                         "bea@example.org");
    shop_save(shop, customer);
    mail = facts_for(shop, customer, "other", 0);
    g_assert_cmpstr(care_message_facts_channel(mail), ==, "email");
}

static void
test_nobody_is_an_error(Shop *shop, gconstpointer data)
{
    CareMessageOccasion occasion = { .customer = 4711, .situation = "ready" };
    g_autoptr(GError) error = NULL;

    g_assert_null(care_message_facts_new(shop->store, &occasion, &error));
    g_assert_nonnull(error);
}

static gboolean
add_texts(CareTransaction *transaction, gpointer data, GError **error)
{
    return care_default_texts_add(transaction, error);
}

static gint64
count_texts(Shop *shop)
{
    return care_connection_int(care_store_reader(shop->store),
                               "SELECT count(*) FROM text WHERE deleted_at IS NULL", -1);
}

static void
test_texts_come_once(Shop *shop, gconstpointer data)
{
    gint64 n;

    g_assert_true(care_store_write(shop->store, add_texts, NULL, NULL));
    n = count_texts(shop);
    g_assert_cmpint(n, ==, 10);
    g_assert_true(
        care_connection_int(care_store_reader(shop->store), "SELECT count(DISTINCT situation) FROM text", 0)
        == n);
    g_assert_true(care_store_write(shop->store, add_texts, NULL, NULL));
    g_assert_cmpint(count_texts(shop), ==, n);
}

/* As an English letter does after its greeting. */
static void
test_texts_begin_with_a_capital(Shop *shop, gconstpointer data)
{
    g_assert_true(care_store_write(shop->store, add_texts, NULL, NULL));
    g_assert_cmpint(care_connection_int(care_store_reader(shop->store),
                                        "SELECT count(*) FROM text"
                                        " WHERE body GLOB 'Dear {first_name},' || char(10, 10) || '[A-Z]*'",
                                        -1),
                    ==, 10);
}

/* Those of a new shop call a thing by its noun; {device} is what its owner wrote. */
static void
test_texts_call_a_thing(Shop *shop, gconstpointer data)
{
    g_assert_true(care_store_write(shop->store, add_texts, NULL, NULL));
    g_assert_cmpint(care_connection_int(care_store_reader(shop->store),
                                        "SELECT count(*) FROM text WHERE body LIKE '%{device}%'", -1),
                    ==, 0);
}

static void
test_texts_leave_own_ones_alone(Shop *shop, gconstpointer data)
{
    g_autoptr(CareRecord) text = CARE_RECORD(care_text_new());

    care_record_set_text(text, CARE_TEXT_NAME, "Mine");
    care_record_set_text(text, CARE_TEXT_SITUATION, "ready");
    care_record_set_text(text, CARE_TEXT_BODY, "Come.");
    g_assert_true(care_flow_save_now(shop->store, text, NULL, NULL));
    g_assert_true(care_store_write(shop->store, add_texts, NULL, NULL));
    g_assert_cmpint(count_texts(shop), ==, 1);
}

/* Nothing but known placeholders stands in the texts that every shop starts with. */
static void
test_texts_know_their_placeholders(Shop *shop, gconstpointer data)
{
    g_autoptr(GPtrArray) texts = NULL;
    guint n;
    const CareMessagePlaceholder *known = care_message_placeholders(&n);

    g_assert_true(care_store_write(shop->store, add_texts, NULL, NULL));
    texts = care_store_get_all(shop->store, &care_text_kind, 0, NULL);
    for (guint i = 0; i < texts->len; i++) {
        g_autoptr(GPtrArray) used = g_ptr_array_new_with_free_func(g_free);
        g_autofree char *body
            = care_placeholders_finish(care_record_text(texts->pdata[i], CARE_TEXT_BODY), NULL, NULL, used);
        g_autofree char *subject = care_placeholders_finish(
            care_record_text(texts->pdata[i], CARE_TEXT_SUBJECT), NULL, NULL, used);

        for (guint u = 0; u < used->len; u++) {
            gboolean found = FALSE;

            for (guint k = 0; k < n; k++)
                found = found || g_str_equal(known[k].name, used->pdata[u]);
            g_assert_true(found);
        }
    }
}

typedef struct {
    const char *name;
    const char *a;
    const char *b;
    gboolean same;
} SameCase;

static const SameCase same_cases[] = {
    { "equal", "Coffee mug", "Coffee mug", TRUE },
    { "case", "Coffee mug", "coffee MUG", TRUE },
    { "order", "Mug, coffee", "Coffee mug", TRUE },
    { "article", "A bottle of wine", "wine bottle", TRUE },
    { "accent", "Café-Gutschein", "cafe gutschein", TRUE },
    { "another", "Coffee mug", "Tea mug", FALSE },
    { "more", "Coffee", "Coffee mug", FALSE },
    { "empty", "", "", FALSE },
    { "none", NULL, "Mug", FALSE },
};

static void
test_same_gift(gconstpointer data)
{
    const SameCase *c = data;

    g_assert_cmpint(care_gift_is_same(c->a, c->b), ==, c->same);
}

static CareRecord *
add_gift(Shop *shop, CareRecord *customer, const char *name, const char *state, CareMoney cost)
{
    CareRecord *gift = CARE_RECORD(care_gift_new());

    care_record_set_int(gift, CARE_GIFT_CUSTOMER, care_record_id(customer));
    care_record_set_text(gift, CARE_GIFT_NAME, name);
    care_record_set_text(gift, CARE_GIFT_STATE, state);
    care_record_set_int(gift, CARE_GIFT_COST, cost);
    g_assert_true(care_flow_save_now(shop->store, gift, NULL, NULL));
    return gift;
}

static void
test_given_twice_is_seen(Shop *shop, gconstpointer data)
{
    CareConnection *reader = care_store_reader(shop->store);
    g_autoptr(CareRecord) bea = shop_add_customer(shop, "Bea Koch", NULL);
    g_autoptr(CareRecord) ann = shop_add_customer(shop, "Ann Lee", NULL);
    g_autoptr(CareRecord) mug = add_gift(shop, bea, "Coffee mug", "given", 1250);
    g_autoptr(CareRecord) idea = add_gift(shop, bea, "Bell", "idea", 900);
    g_autoptr(CareRecord) found = care_gift_find_same(reader, care_record_id(bea), "the coffee mug", 0);

    g_assert_nonnull(found);
    g_assert_cmpstr(care_record_text(found, CARE_GIFT_GIVEN), ==, "2026-11-24");
    g_assert_null(care_gift_find_same(reader, care_record_id(ann), "Coffee mug", 0));
    g_assert_null(care_gift_find_same(reader, care_record_id(bea), "Coffee mug", care_record_id(mug)));
    g_assert_null(care_gift_find_same(reader, care_record_id(bea), "Bell", 0));
}

static void
test_gifts_cost(Shop *shop, gconstpointer data)
{
    g_autoptr(CareRecord) bea = shop_add_customer(shop, "Bea Koch", NULL);
    g_autoptr(CareRecord) mug = add_gift(shop, bea, "Coffee mug", "given", 1250);
    g_autoptr(CareRecord) bell = add_gift(shop, bea, "Bell", "given", 900);
    g_autoptr(CareRecord) idea = add_gift(shop, bea, "Tour", "idea", 5000);
    CareGiftSum sum = care_gift_sum(care_store_reader(shop->store), care_record_id(bea));

    g_assert_cmpuint(sum.given, ==, 2);
    g_assert_cmpint(sum.cost, ==, 2150);
}

static void
add(const char *path, void (*func)(Shop *, gconstpointer))
{
    g_test_add(path, Shop, NULL, shop_set_up, func, shop_tear_down);
}

int
main(int argc, char *argv[])
{
    g_test_init(&argc, &argv, NULL);
    add("/message/names", test_names);
    add("/message/dates", test_dates);
    add("/message/texts/order", test_texts_in_order);
    add("/message/texts/followup", test_texts_of_a_followup);
    add("/message/ready", test_ready_speaks_of_the_job);
    add("/message/missing", test_a_value_that_is_not_there_stays);
    add("/message/wish-that-leads-nowhere", test_a_wish_that_leads_nowhere);
    add("/message/followup", test_a_followup_gives_situation_and_channel);
    add("/message/occasion", test_the_occasion_that_was_named);
    add("/message/class", test_what_it_is_counted_as);
    add("/message/wish", test_the_customers_wish_comes_first);
    add("/message/nobody", test_nobody_is_an_error);
    add("/texts/once", test_texts_come_once);
    add("/texts/capital", test_texts_begin_with_a_capital);
    add("/texts/thing", test_texts_call_a_thing);
    add("/texts/own", test_texts_leave_own_ones_alone);
    add("/texts/known", test_texts_know_their_placeholders);
    CARE_TEST_ADD_TABLE("/gifts/same", same_cases, name, test_same_gift);
    add("/gifts/twice", test_given_twice_is_seen);
    add("/gifts/cost", test_gifts_cost);
    return g_test_run();
}
