/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
/* Steps of a person that fall within a week of each other are one contact. */
#include <string.h>

#include "model/feedback.h"
#include "model/followup.h"
#include "model/interaction.h"
#include "service/customers/contact-flow.h"
#include "service/flow.h"
#include "service/today/due-private.h"

#include "contact-acts.h"
#include "shop-acts.h"

static CareRecord *
add_step(Shop *shop, CareRecord *customer, CareRecord *job, const char *title, const char *kind, int days)
{
    CareRecord *step = CARE_RECORD(care_followup_new());
    CareDate today = care_clock_today(care_store_clock(shop->store));

    care_record_set_int(step, CARE_FOLLOWUP_CUSTOMER, care_record_id(customer));
    if (job != NULL) {
        care_record_set_int(step, CARE_FOLLOWUP_JOB, care_record_id(job));
        care_record_set_text(step, CARE_FOLLOWUP_SOURCE, "plan");
    }
    care_record_set_text(step, CARE_FOLLOWUP_TITLE, title);
    care_record_set_text(step, CARE_FOLLOWUP_KIND, kind);
    care_record_set_date(step, CARE_FOLLOWUP_DUE, care_date_add_days(today, days));
    shop_save(shop, step);
    return step;
}

/* The titles of the lines, each with " | " behind it. */
static char *
titles(Shop *shop, CareDueScope scope)
{
    g_autoptr(GError) error = NULL;
    g_autoptr(GPtrArray) items
        = care_due_find(care_store_reader(shop->store), care_store_clock(shop->store), &scope, &error);
    GString *text = g_string_new(NULL);

    g_assert_no_error(error);
    for (guint i = 0; i < items->len; i++) {
        const CareDueItem *item = items->pdata[i];

        if (item->rule == CARE_DUE_FOLLOWUP)
            g_string_append_printf(text, "%s | ", item->title);
    }
    return g_string_free_and_steal(text);
}

#define ASSERT_TITLES(scope, wanted)                                                                         \
    G_STMT_START                                                                                             \
    {                                                                                                        \
        g_autofree char *found = titles(shop, scope);                                                        \
        g_assert_cmpstr(found, ==, wanted);                                                                  \
    }                                                                                                        \
    G_STMT_END

/* What is to be said of the warranty leads, and the contact sees to both; taken back, both are owed again. */
static void
test_one_contact(Shop *shop, gconstpointer data)
{
    g_autoptr(CareRecord) bea = shop_add_customer(shop, "Bea Koch", NULL);
    g_autoptr(CareRecord) bike = shop_add_job(shop, bea, NULL);
    g_autoptr(CareRecord) kettle = shop_add_job(shop, bea, NULL);
    g_autoptr(CareRecord) thanks = add_step(shop, bea, bike, "Thanks", "thanks", -7);
    g_autoptr(CareRecord) check = add_step(shop, bea, kettle, "Free check", "warranty", 5);
    g_autoptr(CareRecord) far = add_step(shop, bea, kettle, "Ask", "feedback", 20);
    g_autoptr(CareRecord) made = call(bea);
    Contact contact = { made, { .rule = CARE_DUE_FOLLOWUP, .settled = TRUE }, FALSE };
    const CareDueScope now = { 0 }, hers = { .customer = care_record_id(bea) };

    contact.about.record = care_record_id(check);
    ASSERT_TITLES(now, "Free check, and Thanks | ");
    ASSERT_TITLES(hers, "Free check, and Thanks | ");
    ASSERT_TITLES(((CareDueScope){ .days = 30 }), "Free check, and Thanks | Ask | ");
    write_contact(shop, &contact);
    ASSERT_TITLES(((CareDueScope){ .days = 30 }), "Ask | ");
    contact.back = TRUE;
    write_contact(shop, &contact);
    ASSERT_TITLES(now, "Free check, and Thanks | ");
}

/* Done before, it was not done by a call that was logged for it as well; without that call it is done still. */
static void
test_a_contact_about_what_is_done(Shop *shop, gconstpointer data)
{
    g_autoptr(CareRecord) bea = shop_add_customer(shop, "Bea Koch", NULL);
    g_autoptr(CareRecord) bike = shop_add_job(shop, bea, NULL);
    g_autoptr(CareRecord) step = add_step(shop, bea, bike, "Thanks", "thanks", -7);
    g_autoptr(CareRecord) made = call(bea);
    Contact contact = { made, { .rule = CARE_DUE_FOLLOWUP, .settled = TRUE }, FALSE };
    g_autoptr(CareRecord) stored = NULL;
    CareInstant done = care_clock_now(shop->clock) - 7200;

    care_record_set_text(step, CARE_FOLLOWUP_STATE, "done");
    care_record_set_int(step, CARE_FOLLOWUP_DONE, done);
    shop_save(shop, step);
    contact.about.record = care_record_id(step);
    for (int i = 0; i < 2; i++) {
        contact.back = i > 0;
        write_contact(shop, &contact);
        g_clear_object(&stored);
        stored = care_store_get(shop->store, &care_followup_kind, care_record_id(step), NULL);
        g_assert_cmpstr(care_record_text(stored, CARE_FOLLOWUP_STATE), ==, "done");
        g_assert_cmpint(care_record_int(stored, CARE_FOLLOWUP_DONE), ==, done);
    }
}

static CareRecord *
answer(Shop *shop, CareRecord *job)
{
    CareRecord *feedback = CARE_RECORD(care_feedback_new());

    care_record_set_int(feedback, CARE_FEEDBACK_CUSTOMER, care_record_int(job, CARE_JOB_CUSTOMER));
    care_record_set_int(feedback, CARE_FEEDBACK_JOB, care_record_id(job));
    care_record_set_int(feedback, CARE_FEEDBACK_SCORE, 9);
    shop_save(shop, feedback);
    return feedback;
}

/* What stands on one line with the question was talked of when it was answered, and is owed again without the answer. */
static void
test_answered(Shop *shop, gconstpointer data)
{
    g_autoptr(CareRecord) bea = shop_add_customer(shop, "Bea Koch", NULL);
    g_autoptr(CareRecord) bike = shop_add_job(shop, bea, NULL);
    g_autoptr(CareRecord) kettle = shop_add_job(shop, bea, NULL);
    g_autoptr(CareRecord) lamp = shop_add_job(shop, bea, NULL);
    g_autoptr(CareRecord) ask = add_step(shop, bea, bike, "Ask", "feedback", -2);
    g_autoptr(CareRecord) service = add_step(shop, bea, kettle, "Service", "service", 1);
    g_autoptr(CareRecord) thanks = add_step(shop, bea, lamp, "Thanks", "thanks", 2);
    g_autoptr(CareRecord) given = NULL;
    const CareDueScope all = { .days = 30 };

    ASSERT_TITLES(all, "Thanks, and Ask, and Service | ");
    given = answer(shop, bike);
    ASSERT_TITLES(all, "");
    shop_remove(shop, given);
    ASSERT_TITLES(all, "Thanks, and Ask, and Service | ");
    shop_bring_back(shop, given);
    ASSERT_TITLES(all, "");
}

/* No answer says that the check before a warranty ends was made. */
static void
test_answered_beside_a_warranty(Shop *shop, gconstpointer data)
{
    g_autoptr(CareRecord) bea = shop_add_customer(shop, "Bea Koch", NULL);
    g_autoptr(CareRecord) bike = shop_add_job(shop, bea, NULL);
    g_autoptr(CareRecord) kettle = shop_add_job(shop, bea, NULL);
    g_autoptr(CareRecord) ask = add_step(shop, bea, bike, "Ask", "feedback", -2);
    g_autoptr(CareRecord) check = add_step(shop, bea, kettle, "Free check", "warranty", 1);
    g_autoptr(CareRecord) given = NULL;
    const CareDueScope all = { .days = 30 };

    ASSERT_TITLES(all, "Free check, and Ask | ");
    given = answer(shop, bike);
    ASSERT_TITLES(all, "Free check | ");
    shop_remove(shop, given);
    ASSERT_TITLES(all, "Free check, and Ask | ");
}

/* A plan spaces its own steps, and what was promised by hand was promised for itself. */
static void
test_apart(Shop *shop, gconstpointer data)
{
    g_autoptr(CareRecord) bea = shop_add_customer(shop, "Bea Koch", NULL);
    g_autoptr(CareRecord) job = shop_add_job(shop, bea, NULL);
    g_autoptr(CareRecord) thanks = add_step(shop, bea, job, "Thanks", "thanks", -7);
    g_autoptr(CareRecord) check = add_step(shop, bea, job, "All well?", "check", 3);
    g_autoptr(CareRecord) hand = add_step(shop, bea, NULL, "Send the address", "other", -7);

    ASSERT_TITLES(((CareDueScope){ .days = 10 }), "Thanks | Send the address | All well? | ");
}

typedef struct {
    CareId record;
    CareDate until;
} PutOff;

static gboolean
put_off(CareTransaction *transaction, gpointer data, GError **error)
{
    const PutOff *self = data;

    return care_today_defer(transaction, CARE_DUE_FOLLOWUP, self->record, self->until, NULL, error);
}

/* Somebody gave it a day of its own: it comes on that, with nothing else. */
static void
test_put_off_is_apart(Shop *shop, gconstpointer data)
{
    g_autoptr(CareRecord) bea = shop_add_customer(shop, "Bea Koch", NULL);
    g_autoptr(CareRecord) one = shop_add_job(shop, bea, NULL);
    g_autoptr(CareRecord) two = shop_add_job(shop, bea, NULL);
    g_autoptr(CareRecord) thanks = add_step(shop, bea, one, "Thanks", "thanks", -1);
    g_autoptr(CareRecord) check = add_step(shop, bea, two, "All well?", "check", -1);
    PutOff until = { care_record_id(check), care_date_add_days(care_clock_today(shop->clock), 3) };

    ASSERT_TITLES(((CareDueScope){ 0 }), "Thanks, and All well? | ");
    g_assert_true(care_store_write(shop->store, put_off, &until, NULL));
    ASSERT_TITLES(((CareDueScope){ 0 }), "Thanks | ");
    ASSERT_TITLES(((CareDueScope){ .days = 7 }), "Thanks | All well? | ");
}

/* What comes after a week is another contact. */
static void
test_later_is_another(Shop *shop, gconstpointer data)
{
    g_autoptr(CareRecord) bea = shop_add_customer(shop, "Bea Koch", NULL);
    g_autoptr(CareRecord) one = shop_add_job(shop, bea, NULL);
    g_autoptr(CareRecord) two = shop_add_job(shop, bea, NULL);
    g_autoptr(CareRecord) late = add_step(shop, bea, one, "Thanks", "thanks", -20);
    g_autoptr(CareRecord) next = add_step(shop, bea, two, "All well?", "check", 9);

    ASSERT_TITLES(((CareDueScope){ 0 }), "Thanks | ");
    ASSERT_TITLES(((CareDueScope){ .days = 12 }), "Thanks | All well? | ");
}

static void
add(const char *path, void (*func)(Shop *, gconstpointer))
{
    g_test_add(path, Shop, NULL, shop_set_up_seller, func, shop_tear_down);
}

int
main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    add("/due-merge/one-contact", test_one_contact);
    add("/due-merge/done-before", test_a_contact_about_what_is_done);
    add("/due-merge/answered", test_answered);
    add("/due-merge/answered-beside-a-warranty", test_answered_beside_a_warranty);
    add("/due-merge/apart", test_apart);
    add("/due-merge/put-off", test_put_off_is_apart);
    add("/due-merge/later", test_later_is_another);
    return g_test_run();
}
