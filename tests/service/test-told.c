/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
/* Which contact has told somebody that their job is ready: one about the job, and none about anything else of it. */
#include "model/situation.h"
#include "service/outreach/message-facts.h"

#include "contact-acts.h"
#include "shop-acts.h"

static gboolean
is_told(Shop *shop, CareRecord *job)
{
    g_autoptr(CareRecord) stored = shop_stored(shop, job);

    return care_record_is_set(stored, CARE_JOB_TOLD);
}

/* As the window makes it: with the job of the line. */
static CareRecord *
call_of(CareRecord *customer, CareRecord *job)
{
    CareRecord *contact = call(customer);

    care_record_set_int(contact, CARE_INTERACTION_JOB, care_record_id(job));
    care_record_set_text(contact, CARE_INTERACTION_CLASS, care_contact_class_word(CARE_CLASS_SERVICE));
    care_record_set_text(contact, CARE_INTERACTION_BODY, "We look into it");
    return contact;
}

/* Logged, deleted and brought back, it has told of nothing. */
static void
assert_tells_nothing(Shop *shop, CareRecord *job, CareRecord *contact, CareContactAbout about)
{
    Contact logged = { contact, about, FALSE };

    write_contact(shop, &logged);
    g_assert_false(is_told(shop, job));
    shop_remove(shop, contact);
    shop_bring_back(shop, contact);
    g_assert_false(is_told(shop, job));
}

static void
test_complaint(Shop *shop, gconstpointer data)
{
    g_autoptr(CareRecord) ann = shop_add_customer(shop, "Ann Lee", NULL);
    g_autoptr(CareRecord) job = shop_add_job(shop, ann, NULL);
    g_autoptr(CareRecord) ready = shop_move(shop, job, "ready");
    g_autoptr(CareRecord) complaint = shop_add_complaint(shop, ann, job);
    g_autoptr(CareRecord) first = call_of(ann, job);
    g_autoptr(CareRecord) second = call_of(ann, job);
    g_autoptr(CareRecord) by_hand = call_of(ann, job);

    assert_tells_nothing(shop, job, first,
                         (CareContactAbout){ CARE_DUE_COMPLAINT, care_record_id(complaint), TRUE });
    assert_tells_nothing(shop, job, second,
                         (CareContactAbout){ CARE_DUE_UNSETTLED, care_record_id(complaint), TRUE });
    care_record_set_int(by_hand, CARE_INTERACTION_COMPLAINT, care_record_id(complaint));
    shop_save(shop, by_hand);
    g_assert_false(is_told(shop, job));
}

/* A message that is out, or a call that was made, while what it was about was deleted. */
static void
assert_logged(Shop *shop, CareRecord *gone, CareRecord *contact, CareContactAbout about)
{
    Contact logged = { contact, about, FALSE };
    g_autoptr(CareRecord) stored = NULL;

    shop_remove(shop, gone);
    write_contact(shop, &logged);
    stored = shop_stored(shop, contact);
    g_assert_cmpstr(care_record_text(stored, CARE_INTERACTION_BODY), ==, "We look into it");
    g_assert_false(care_record_is_set(stored, CARE_INTERACTION_JOB));
    g_assert_false(care_record_is_set(stored, CARE_INTERACTION_COMPLAINT));
    logged.back = TRUE;
    write_contact(shop, &logged);
}

static void
test_gone(Shop *shop, gconstpointer data)
{
    g_autoptr(CareRecord) ann = shop_add_customer(shop, "Ann Lee", NULL);
    g_autoptr(CareRecord) job = shop_add_job(shop, ann, NULL);
    g_autoptr(CareRecord) ready = shop_move(shop, job, "ready");
    g_autoptr(CareRecord) complaint = shop_add_complaint(shop, ann, job);
    g_autoptr(CareRecord) answer = call_of(ann, job);
    g_autoptr(CareRecord) telling = call_of(ann, job);
    g_autoptr(CareRecord) in_vain = call_of(ann, job);

    assert_logged(shop, complaint, answer,
                  (CareContactAbout){ CARE_DUE_COMPLAINT, care_record_id(complaint), TRUE });
    g_assert_false(is_told(shop, job));
    assert_logged(shop, job, telling, (CareContactAbout){ CARE_DUE_TO_TELL, care_record_id(job), TRUE });
    shop_bring_back(shop, job);
    assert_logged(shop, job, in_vain, (CareContactAbout){ CARE_DUE_TO_TELL, care_record_id(job), FALSE });
    g_assert_false(is_told(shop, job));
}

static void
reopen_on(Shop *shop, CareDate date)
{
    g_autoptr(GError) error = NULL;

    g_clear_object(&shop->store);
    g_clear_object(&shop->clock);
    shop->clock = care_clock_new_fixed(date);
    shop->store = care_store_open(shop->dir, shop->clock, 0, &error);
    g_assert_no_error(error);
}

static void
test_money(Shop *shop, gconstpointer data)
{
    g_autoptr(CareRecord) ann = shop_add_customer(shop, "Ann Lee", NULL);
    g_autoptr(CareRecord) job = shop_add_job(shop, ann, NULL);
    g_autoptr(CareRecord) invoice = shop_issue_for(shop, job);
    g_autoptr(CareRecord) sent = call_of(ann, job);
    g_autoptr(CareRecord) reminder = call_of(ann, job);
    g_autoptr(CareRecord) in_vain = call_of(ann, job);
    g_autoptr(CareRecord) ready_call = call_of(ann, job);
    CareId id = care_record_id(invoice);

    assert_tells_nothing(shop, job, sent,
                         (CareContactAbout){ .rule = CARE_DUE_N_RULES, .settled = TRUE, .invoice = id });
    reopen_on(shop, (CareDate){ 2027, 1, 15 });
    assert_tells_nothing(shop, job, reminder, (CareContactAbout){ CARE_DUE_OVERDUE, id, TRUE });
    assert_tells_nothing(shop, job, in_vain, (CareContactAbout){ CARE_DUE_OVERDUE, id, FALSE });
    write_contact(shop, &(Contact){ ready_call, { CARE_DUE_TO_TELL, care_record_id(job), TRUE }, FALSE });
    g_assert_true(is_told(shop, job));
}

/* A text for which nobody chose a job may speak of the latest, and is not about it. */
static void
test_text(Shop *shop, gconstpointer data)
{
    g_autoptr(CareRecord) ann = shop_add_customer(shop, "Ann Lee", NULL);
    g_autoptr(CareRecord) job = shop_add_job(shop, ann, NULL);
    g_autoptr(CareRecord) ready = shop_move(shop, job, "ready");
    CareMessageOccasion plain
        = { .customer = care_record_id(ann), .situation = care_situation_word(CARE_SITUATION_OTHER) };
    CareMessageOccasion of_job = { .customer = care_record_id(ann), .job = care_record_id(job) };
    g_autoptr(CareMessageFacts) guessed = care_message_facts_new(shop->store, &plain, NULL);
    g_autoptr(CareMessageFacts) named = care_message_facts_new(shop->store, &of_job, NULL);

    g_assert_cmpstr(care_message_facts_value("job", guessed), ==, care_record_text(job, CARE_JOB_NUMBER));
    g_assert_cmpint(care_message_facts_job(guessed), ==, 0);
    g_assert_cmpint(care_message_facts_job(named), ==, care_record_id(job));
}

/* Nobody was there: brought back, the call has asked nothing. */
static void
test_vain_call_asks_nothing(Shop *shop, gconstpointer data)
{
    g_autoptr(CareRecord) ann = shop_add_customer(shop, "Ann Lee", NULL);
    g_autoptr(CareRecord) followup = CARE_RECORD(care_followup_new());
    g_autoptr(CareRecord) stored = NULL;
    g_autoptr(CareRecord) contact = call(ann);
    Contact logged = { contact, { CARE_DUE_FOLLOWUP, 0, FALSE }, FALSE };

    care_record_set_int(followup, CARE_FOLLOWUP_CUSTOMER, care_record_id(ann));
    care_record_set_text(followup, CARE_FOLLOWUP_TITLE, "Still braking well?");
    care_record_set_date(followup, CARE_FOLLOWUP_DUE, care_clock_today(shop->clock));
    shop_save(shop, followup);
    logged.about.record = care_record_id(followup);
    write_contact(shop, &logged);
    shop_remove(shop, contact);
    shop_bring_back(shop, contact);
    stored = shop_stored(shop, followup);
    g_assert_cmpstr(care_record_text(stored, CARE_FOLLOWUP_STATE), ==, "open");
}

#define ADD(path, func) g_test_add(path, Shop, NULL, shop_set_up_seller, func, shop_tear_down)

int
main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    ADD("/told/complaint", test_complaint);
    ADD("/told/money", test_money);
    ADD("/told/text", test_text);
    ADD("/told/gone", test_gone);
    ADD("/told/vain-call", test_vain_call_asks_nothing);
    return g_test_run();
}
