/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
/* What a contact saw to, beside what the window takes back. */
#include "model/followup.h"
#include "model/situation.h"
#include "service/jobs/job-flow.h"
#include "service/today/seen-words.h"

#include "contact-acts.h"
#include "shop-acts.h"

static void
go_on_to(Shop *shop, CareDate date)
{
    g_autoptr(GError) error = NULL;

    g_clear_object(&shop->store);
    g_clear_object(&shop->clock);
    shop->clock = care_clock_new_fixed(date);
    shop->store = care_store_open(shop->dir, shop->clock, 0, &error);
    g_assert_no_error(error);
}

static void
edit(Shop *shop, CareRecord *record, int field, const char *text)
{
    g_autoptr(CareRecord) edited = shop_stored(shop, record);
    g_autoptr(CareRecord) base = care_record_copy(edited);

    care_record_set_text(edited, field, text);
    shop_save_edit(shop->store, edited, base);
}

static void
assert_state(Shop *shop, CareRecord *step, const char *state)
{
    g_autoptr(CareRecord) stored = shop_stored(shop, step);

    g_assert_cmpstr(care_record_text(stored, CARE_FOLLOWUP_STATE), ==, state);
}

/* Who opens its step has written nothing on a call: taken back, it is nowhere. */
static void
test_step_opened_elsewhere(Shop *shop, gconstpointer data)
{
    g_autoptr(CareRecord) ann = shop_add_customer(shop, "Ann Lee", NULL);
    g_autoptr(CareRecord) job = shop_add_job(shop, ann, NULL);
    g_autoptr(CareRecord) step = shop_add_followup(shop, job);
    g_autoptr(CareRecord) made = call(ann);
    Contact contact = { made, { CARE_DUE_FOLLOWUP, care_record_id(step), TRUE }, FALSE };

    write_contact(shop, &contact);
    go_on_to(shop, (CareDate){ 2026, 12, 20 });
    edit(shop, step, CARE_FOLLOWUP_STATE, "open");
    contact.back = TRUE;
    write_contact(shop, &contact);
    g_assert_cmpint(
        care_connection_int(care_store_reader(shop->store), "SELECT count(*) FROM interaction", -1), ==, 0);
}

/* A job that is cancelled by mistake leaves a call in vain what it was. */
static void
test_cancelled_and_back(Shop *shop, gconstpointer data)
{
    g_autoptr(CareRecord) ann = shop_add_customer(shop, "Ann Lee", NULL);
    g_autoptr(CareRecord) plan = shop_add_plan(shop);
    g_autoptr(CareRecord) job = shop_add_job(shop, ann, plan);
    g_autoptr(CareRecord) before = shop_move(shop, job, "collected");
    g_autoptr(CareRecord) after = NULL, step = NULL;
    g_autoptr(CareRecord) made = call(ann);
    g_autoptr(GError) error = NULL;
    ShopMove move = { before, NULL };

    step = care_store_get(shop->store, &care_followup_kind,
                          care_connection_int(care_store_reader(shop->store),
                                              "SELECT id FROM followup ORDER BY due LIMIT 1", 0),
                          &error);
    g_assert_no_error(error);
    care_record_set_int(made, CARE_INTERACTION_FOLLOWUP, care_record_id(step));
    care_record_set_text(made, CARE_INTERACTION_OUTCOME, "Nobody answered");
    shop_save(shop, made);
    move.after = after = shop_move(shop, job, "cancelled");
    assert_state(shop, step, "let-go");
    care_store_write(shop->store, shop_take_back, &move, &error);
    g_assert_no_error(error);
    assert_state(shop, step, "open");
    edit(shop, made, CARE_INTERACTION_OUTCOME, "Spoke with them");
    assert_state(shop, step, "done");
}

#define ASSERT_WORDS(made, words)                                                                            \
    {                                                                                                        \
        g_autofree char *made_words = made;                                                                  \
                                                                                                             \
        g_assert_cmpstr(made_words, ==, words);                                                              \
    }

static void
test_words(void)
{
    g_autoptr(GArray) steps = care_seen_words_steps("12 -13 x 7:8,9 14 0");
    g_autoptr(GArray) none = care_seen_words_steps(NULL);

    g_assert_cmpuint(steps->len, ==, 2);
    g_assert_cmpuint(none->len, ==, 0);
    ASSERT_WORDS(care_seen_words_add(NULL, steps), "12 14");
    ASSERT_WORDS(care_seen_words_add("-12 7:14", steps), "-12 14 7:14");
    ASSERT_WORDS(care_seen_words_add(NULL, none), NULL);
    ASSERT_WORDS(care_seen_words_rename("12 -12 112 12:-12,13", 12, 7), "7 -7 112 7:-7,13");
    ASSERT_WORDS(care_seen_words_rename(NULL, 12, 7), NULL);
    ASSERT_WORDS(care_seen_words_pass("112 12 7:12", 12), "112 -12 7:12");
    ASSERT_WORDS(care_seen_words_pass("-12", 12), "-12");
    ASSERT_WORDS(care_seen_words_put_away("-12 13 7:8 5:6", 5), "7:8 5:-12,13");
    ASSERT_WORDS(care_seen_words_put_away("12", 0), NULL);
    ASSERT_WORDS(care_seen_words_put_away(NULL, 5), NULL);
    ASSERT_WORDS(care_seen_words_take_up("7:8 5:-12,13", 5), "-12 13 7:8");
    ASSERT_WORDS(care_seen_words_take_up("7:8 5:-12,13", 6), NULL);
    ASSERT_WORDS(care_seen_words_take_up("0:8", 0), NULL);
}

int
main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add("/seen-to/step-opened-elsewhere", Shop, NULL, shop_set_up_seller, test_step_opened_elsewhere,
               shop_tear_down);
    g_test_add("/seen-to/cancelled-and-back", Shop, NULL, shop_set_up_seller, test_cancelled_and_back,
               shop_tear_down);
    g_test_add_func("/seen-to/words", test_words);
    return g_test_run();
}
