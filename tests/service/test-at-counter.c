/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
/* Who is at the counter is filled in by the program, and no row asks for it: when they leave while somebody writes, it is whoever
 * is there by then, and holds nobody up. Who was chosen by name is another thing. */
#include "model/device.h"
#include "model/feedback.h"
#include "model/gift.h"
#include "model/staff.h"
#include "service/jobs/intake.h"
#include "store/setting.h"

#include "contact-acts.h"
#include "common/store-now.h"
#include "shop-acts.h"

static CareRecord *
add_colleague(Shop *shop, const char *name)
{
    CareRecord *staff = CARE_RECORD(care_staff_new());

    care_record_set_text(staff, CARE_STAFF_NAME, name);
    shop_save(shop, staff);
    return staff;
}

static void
sit_down(Shop *shop, CareRecord *staff)
{
    g_autofree char *id = care_id_to_string(care_record_id(staff));

    g_assert_true(care_store_set_setting(shop->store, CARE_SETTING_ACTOR, id, NULL));
    g_clear_object(&shop->store);
    shop->store = care_store_open(shop->dir, shop->clock, 0, NULL);
    g_assert_cmpint(care_store_actor(shop->store), ==, care_record_id(staff));
}

/* As an editor does. */
static void
save_typed(Shop *shop, CareRecord *record, CareRecord *base)
{
    g_autoptr(GAsyncResult) result = NULL;
    g_autoptr(GError) error = NULL;

    care_flow_save_async(shop->store, record, base, NULL, store_now_keep, &result);
    while (result == NULL)
        g_main_context_iteration(NULL, TRUE);
    care_flow_save_finish(shop->store, result, &error);
    g_assert_no_error(error);
}

static CareRecord *
something_by(const CareKind *kind, CareRecord *customer, CareRecord *staff)
{
    CareRecord *record = care_record_new(kind);

    care_record_set_int(record, care_kind_customer_field(kind), care_record_id(customer));
    care_record_set_int(record, care_kind_find_field(kind, "staff"), care_record_id(staff));
    return record;
}

static void
assert_by(Shop *shop, CareRecord *record, CareId who)
{
    g_autoptr(CareRecord) now = shop_stored(shop, record);

    g_assert_cmpint(care_record_int(now, care_kind_find_field(care_record_kind(now), "staff")), ==, who);
}

typedef struct {
    CareRecord *mara, *ann;
    CareRecord *note, *answer, *gift, *given, *before, *call, *job;
} Begun;

/* Everything that Mara begins, of which the shop has a gift that is planned and nothing else. */
static void
begin(Shop *shop, Begun *begun)
{
    CareRecord *mara = begun->mara, *ann = begun->ann;

    begun->note = something_by(&care_interaction_kind, ann, mara);
    care_record_set_text(begun->note, CARE_INTERACTION_DIRECTION, "note");
    care_record_set_text(begun->note, CARE_INTERACTION_CHANNEL, "note");
    care_record_set_text(begun->note, CARE_INTERACTION_BODY, "Likes tea");
    begun->answer = something_by(&care_feedback_kind, ann, mara);
    care_record_set_int(begun->answer, CARE_FEEDBACK_SCORE, 9);
    begun->gift = something_by(&care_gift_kind, ann, mara);
    care_record_set_text(begun->gift, CARE_GIFT_NAME, "A bell");
    begun->given = something_by(&care_gift_kind, ann, mara);
    care_record_set_text(begun->given, CARE_GIFT_NAME, "A lamp");
    care_record_clear(begun->given, CARE_GIFT_STAFF);
    shop_save(shop, begun->given);
    begun->before = care_record_copy(begun->given);
    care_record_set_int(begun->given, CARE_GIFT_STAFF, care_record_id(mara));
    begun->call = something_by(&care_interaction_kind, ann, mara);
    care_record_set_text(begun->call, CARE_INTERACTION_DIRECTION, "out");
    care_record_set_text(begun->call, CARE_INTERACTION_CHANNEL, "phone");
    begun->job = something_by(&care_job_kind, ann, mara);
    care_record_set_text(begun->job, CARE_JOB_FAULT, "Flat tyre");
}

static gboolean
take_in(CareTransaction *transaction, gpointer job, GError **error)
{
    return care_intake_save(transaction, &(CareIntake){ .job = job }, error);
}

static void
end(Shop *shop, Begun *begun, CareId who)
{
    Contact contact = { begun->call, { CARE_DUE_N_RULES, 0, TRUE }, FALSE };
    CareRecord *each[] = { begun->note, begun->answer, begun->gift, begun->given, begun->call, begun->job };
    g_autoptr(GError) error = NULL;

    save_typed(shop, begun->note, NULL);
    save_typed(shop, begun->answer, NULL);
    save_typed(shop, begun->gift, NULL);
    save_typed(shop, begun->given, begun->before);
    write_contact(shop, &contact);
    care_store_write(shop->store, take_in, begun->job, &error);
    g_assert_no_error(error);
    for (gsize i = 0; i < G_N_ELEMENTS(each); i++) {
        assert_by(shop, each[i], who);
        g_object_unref(each[i]);
    }
    g_object_unref(begun->before);
}

/* another: whether somebody else sits there by then. */
static void
test_left(Shop *shop, gconstpointer another)
{
    g_autoptr(CareRecord) mara = add_colleague(shop, "Mara Lind");
    g_autoptr(CareRecord) joe = add_colleague(shop, "Joe Bright");
    g_autoptr(CareRecord) ann = shop_add_customer(shop, "Ann Lee", NULL);
    Begun begun = { .mara = mara, .ann = ann };

    sit_down(shop, mara);
    begin(shop, &begun);
    if (another)
        sit_down(shop, joe);
    shop_remove(shop, mara);
    end(shop, &begun, another ? care_record_id(joe) : 0);
}

static void
test_there(Shop *shop, gconstpointer data)
{
    g_autoptr(CareRecord) mara = add_colleague(shop, "Mara Lind");
    g_autoptr(CareRecord) joe = add_colleague(shop, "Joe Bright");
    g_autoptr(CareRecord) ann = shop_add_customer(shop, "Ann Lee", NULL);
    Begun begun = { .mara = mara, .ann = ann };

    sit_down(shop, mara);
    begin(shop, &begun);
    sit_down(shop, joe);
    end(shop, &begun, care_record_id(mara));
}

/* By the row of a job's editor, or by a script. */
static void
test_chosen(Shop *shop, gconstpointer data)
{
    g_autoptr(CareRecord) mara = add_colleague(shop, "Mara Lind");
    g_autoptr(CareRecord) ann = shop_add_customer(shop, "Ann Lee", NULL);
    g_autoptr(CareRecord) job = shop_add_job(shop, ann, NULL);
    g_autoptr(CareRecord) base = care_record_copy(job);
    g_autoptr(CareRecord) gift = something_by(&care_gift_kind, ann, mara);
    g_autoptr(GError) of_job = NULL;
    g_autoptr(GError) of_gift = NULL;

    care_record_set_text(gift, CARE_GIFT_NAME, "A bell");
    care_record_set_int(job, CARE_JOB_STAFF, care_record_id(mara));
    shop_remove(shop, mara);
    g_assert_false(care_flow_save_now(shop->store, job, base, &of_job));
    g_assert_error(of_job, CARE_ERROR, CARE_ERROR_NOT_FOUND);
    g_assert_false(care_flow_save_now(shop->store, gift, NULL, &of_gift));
    g_assert_error(of_gift, CARE_ERROR, CARE_ERROR_NOT_FOUND);
}

int
main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
#define TEST(name, data, func)                                                                               \
    g_test_add("/at-counter/" name, Shop, data, shop_set_up_seller, func, shop_tear_down)
    TEST("left", NULL, test_left);
    TEST("left-and-followed", "Joe Bright", test_left);
    TEST("there", NULL, test_there);
    TEST("chosen", NULL, test_chosen);
    return g_test_run();
}
