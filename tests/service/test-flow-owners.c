/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
/* What belongs to what: nothing comes back without what it belongs to, and nothing refers to another customer's. */
#include <string.h>

#include "model/complaint.h"
#include "model/feedback.h"
#include "model/staff.h"

#include "shop-acts.h"

/* Brings it back; how much came along. */
static guint
bring_back(Shop *shop, CareRecord *record)
{
    g_autoptr(GPtrArray) along = g_ptr_array_new_with_free_func(g_object_unref);
    g_autoptr(GError) error = NULL;

    care_flow_undelete_now(shop->store, care_record_kind(record), care_record_id(record), along, &error);
    g_assert_no_error(error);
    return along->len;
}

static void
assert_refused(Shop *shop, CareRecord *record)
{
    g_autoptr(GError) error = NULL;

    g_assert_false(care_flow_save_now(shop->store, record, NULL, &error));
    g_assert_error(error, CARE_ERROR, CARE_ERROR_REFUSED);
    g_test_message("%s", error->message);
    g_assert_nonnull(strstr(error->message, "Ann Lee"));
    g_assert_nonnull(strstr(error->message, "Bea Koch"));
}

static void
test_a_followup_brings_its_job(Shop *shop, gconstpointer data)
{
    gboolean with_customer = GPOINTER_TO_INT(data);
    g_autoptr(CareRecord) ann = shop_add_customer(shop, "Ann Lee", NULL);
    g_autoptr(CareRecord) job = shop_add_job(shop, ann, NULL);
    g_autoptr(CareRecord) followup = shop_add_followup(shop, job);

    shop_remove(shop, followup);
    shop_remove(shop, job);
    if (with_customer)
        shop_remove(shop, ann);
    g_assert_cmpuint(bring_back(shop, followup), ==, with_customer ? 2 : 1);
    g_assert_false(shop_is_deleted(shop, followup));
    g_assert_false(shop_is_deleted(shop, job));
    g_assert_false(shop_is_deleted(shop, ann));
}

/* It went along with its job, and comes along with it. */
static void
test_in_one_instant(Shop *shop, gconstpointer data)
{
    g_autoptr(CareRecord) ann = shop_add_customer(shop, "Ann Lee", NULL);
    g_autoptr(CareRecord) job = shop_add_job(shop, ann, NULL);
    g_autoptr(CareRecord) first = shop_add_followup(shop, job);
    g_autoptr(CareRecord) second = shop_add_followup(shop, job);

    shop_remove(shop, job);
    g_assert_true(shop_is_deleted(shop, first));
    g_assert_cmpuint(bring_back(shop, first), ==, 1);
    g_assert_false(shop_is_deleted(shop, first));
    g_assert_false(shop_is_deleted(shop, second));
}

/* A call stays where its job went, and the books where their customer did. */
static void
test_what_stands_alone_comes_alone(Shop *shop, gconstpointer data)
{
    CareMoney all;
    g_autoptr(CareRecord) ann = shop_add_customer(shop, "Ann Lee", NULL);
    g_autoptr(CareRecord) job = shop_add_job(shop, ann, NULL);
    g_autoptr(CareRecord) invoice = shop_add_issued(shop, ann, &all);
    g_autoptr(CareRecord) payment = shop_add_payment(shop, invoice, all);
    g_autoptr(CareRecord) answer = CARE_RECORD(care_feedback_new());

    care_record_set_int(answer, CARE_FEEDBACK_CUSTOMER, care_record_id(ann));
    care_record_set_int(answer, CARE_FEEDBACK_JOB, care_record_id(job));
    care_record_set_int(answer, CARE_FEEDBACK_SCORE, 9);
    shop_save(shop, answer);
    shop_remove(shop, answer);
    shop_remove(shop, job);
    g_assert_cmpuint(bring_back(shop, answer), ==, 0);
    shop_remove(shop, payment);
    shop_remove(shop, ann);
    g_assert_cmpuint(bring_back(shop, payment), ==, 0);
    shop_assert_paid(shop, invoice, "paid", all);
    g_assert_true(shop_is_deleted(shop, ann));
}

/* It came in before the end, and is owed to the customer. */
static void
test_a_payment_of_cancelled(Shop *shop, gconstpointer data)
{
    CareMoney all;
    g_autoptr(CareRecord) ann = shop_add_customer(shop, "Ann Lee", NULL);
    g_autoptr(CareRecord) invoice = shop_add_issued(shop, ann, &all);
    g_autoptr(CareRecord) payment = shop_add_payment(shop, invoice, all);
    g_autoptr(CareRecord) note = NULL;
    g_autoptr(GError) error = NULL;

    shop_remove(shop, payment);
    note = care_invoice_cancel_now(shop->store, care_record_id(invoice), NULL);
    g_assert_nonnull(note);
    g_assert_true(
        care_flow_undelete_now(shop->store, &care_payment_kind, care_record_id(payment), NULL, &error));
    g_assert_no_error(error);
    g_assert_false(shop_is_deleted(shop, payment));
    shop_assert_paid(shop, invoice, "cancelled", all);
}

/* Each kind that can name something of a customer; the table says which. */
static void
test_of_another_customer(Shop *shop, gconstpointer data)
{
    g_autoptr(CareRecord) ann = shop_add_customer(shop, "Ann Lee", NULL);
    g_autoptr(CareRecord) bea = shop_add_customer(shop, "Bea Koch", NULL);
    g_autoptr(CareRecord) job = shop_add_job(shop, ann, NULL);
    static const CareKind *const kinds[]
        = { &care_interaction_kind, &care_feedback_kind, &care_complaint_kind, &care_invoice_kind };
    g_autoptr(CareRecord) others = CARE_RECORD(care_job_new());
    g_autoptr(CareRecord) followup = shop_add_followup(shop, job);

    for (gsize i = 0; i < G_N_ELEMENTS(kinds); i++) {
        g_autoptr(CareRecord) record = care_record_new(kinds[i]);
        int words = care_kind_find_field(kinds[i], "words");

        g_test_message("%s", kinds[i]->name);
        care_record_set_int(record, care_kind_customer_field(kinds[i]), care_record_id(bea));
        care_record_set_int(record, care_kind_find_field(kinds[i], "job"), care_record_id(job));
        if (words >= 0)
            care_record_set_text(record, words, "It squeaks");
        if (kinds[i] == &care_feedback_kind)
            care_record_set_int(record, CARE_FEEDBACK_SCORE, 9);
        assert_refused(shop, record);
    }
    care_record_set_int(others, CARE_JOB_CUSTOMER, care_record_id(bea));
    care_record_set_int(others, CARE_JOB_DEVICE, care_record_int(job, CARE_JOB_DEVICE));
    assert_refused(shop, others);
    care_record_set_int(followup, CARE_FOLLOWUP_CUSTOMER, care_record_id(bea));
    assert_refused(shop, followup);
}

/* A bike is sold on: what was done to it stays with whom it was done for, and is written on as before; the new owner may
 * come back with it. */
static void
test_a_device_changes_hands(Shop *shop, gconstpointer data)
{
    g_autoptr(CareRecord) ann = shop_add_customer(shop, "Ann Lee", NULL);
    g_autoptr(CareRecord) bea = shop_add_customer(shop, "Bea Koch", NULL);
    g_autoptr(CareRecord) job = shop_add_job(shop, ann, NULL);
    g_autoptr(CareRecord) device
        = care_store_get(shop->store, &care_device_kind, care_record_int(job, CARE_JOB_DEVICE), NULL);
    g_autoptr(CareRecord) next = CARE_RECORD(care_job_new());

    care_record_set_int(device, CARE_DEVICE_CUSTOMER, care_record_id(bea));
    shop_save(shop, device);
    care_record_set_text(job, CARE_JOB_NOTE, "sold on");
    shop_save(shop, job);
    care_record_set_int(next, CARE_JOB_CUSTOMER, care_record_id(bea));
    care_record_set_int(next, CARE_JOB_DEVICE, care_record_id(device));
    care_record_set_int(next, CARE_JOB_COMES_BACK_OF, care_record_id(job));
    shop_save(shop, next);
}

/* A job that was taken in for the wrong customer takes its device along, if it is about no other job of theirs. */
static void
test_a_device_goes_with_its_job(Shop *shop, gconstpointer data)
{
    gboolean has_another = GPOINTER_TO_INT(data);
    g_autoptr(CareRecord) ann = shop_add_customer(shop, "Ann Lee", NULL);
    g_autoptr(CareRecord) bea = shop_add_customer(shop, "Bea Koch", NULL);
    g_autoptr(CareRecord) job = shop_add_job(shop, ann, NULL);
    g_autoptr(CareRecord) earlier = CARE_RECORD(care_job_new());
    g_autoptr(CareRecord) device = NULL;

    care_record_set_int(earlier, CARE_JOB_CUSTOMER, care_record_id(ann));
    care_record_set_int(earlier, CARE_JOB_DEVICE, care_record_int(job, CARE_JOB_DEVICE));
    if (has_another)
        shop_save(shop, earlier);
    care_record_set_int(job, CARE_JOB_CUSTOMER, care_record_id(bea));
    if (has_another) {
        assert_refused(shop, job);
        return;
    }
    shop_save(shop, job);
    device = care_store_get(shop->store, &care_device_kind, care_record_int(job, CARE_JOB_DEVICE), NULL);
    g_assert_cmpint(care_record_customer(device), ==, care_record_id(bea));
}

static CareRecord *
add_named(Shop *shop, CareRecord *record)
{
    care_record_set_text(record, care_kind_find_field(care_record_kind(record), "name"), "Mara");
    shop_save(shop, record);
    return record;
}

static void
assert_gone(Shop *shop, CareRecord *record, CareRecord *base)
{
    g_autoptr(GError) error = NULL;

    g_assert_false(care_flow_save_now(shop->store, record, base, &error));
    g_assert_error(error, CARE_ERROR, CARE_ERROR_NOT_FOUND);
    g_assert_nonnull(strstr(error->message, "Mara"));
}

/* As a window does whose editor was open meanwhile: who is gone is not given a job, and keeps those that they had. */
static void
test_names_what_is_there(Shop *shop, gconstpointer data)
{
    g_autoptr(CareRecord) ann = shop_add_customer(shop, "Ann Lee", NULL);
    g_autoptr(CareRecord) mara = add_named(shop, CARE_RECORD(care_staff_new()));
    g_autoptr(CareRecord) other = shop_add_job(shop, ann, NULL);
    g_autoptr(CareRecord) job = shop_add_job(shop, ann, NULL);
    g_autoptr(CareRecord) base = NULL;

    care_record_set_int(job, CARE_JOB_STAFF, care_record_id(mara));
    shop_save(shop, job);
    base = care_record_copy(job);
    shop_remove(shop, mara);
    care_record_set_text(job, CARE_JOB_NOTE, "Rings at noon");
    g_assert_true(care_flow_save_now(shop->store, job, base, NULL));
    g_set_object(&base, other);
    g_clear_object(&other);
    other = care_record_copy(base);
    care_record_set_int(other, CARE_JOB_STAFF, care_record_id(mara));
    assert_gone(shop, other, base);
}

static gboolean
save_back(CareTransaction *transaction, gpointer sides, GError **error)
{
    CareRecord **side = sides;
    g_autoptr(CareRecord) back = care_record_copy(side[0]);
    g_autoptr(CareRecord) replaced = NULL;

    return care_flow_save_back(transaction, back, side[1], care_record_stamp(side[1]).changed, &replaced,
                               error);
}

/* Undo brings back what was so, be it about somebody who is gone since. */
static void
test_undo_names_who_is_gone(Shop *shop, gconstpointer data)
{
    g_autoptr(CareRecord) ann = shop_add_customer(shop, "Ann Lee", NULL);
    g_autoptr(CareRecord) mara = add_named(shop, CARE_RECORD(care_staff_new()));
    g_autoptr(CareRecord) job = shop_add_job(shop, ann, NULL);
    g_autoptr(CareRecord) before = NULL;
    g_autoptr(GError) error = NULL;

    care_record_set_int(job, CARE_JOB_STAFF, care_record_id(mara));
    shop_save(shop, job);
    before = care_record_copy(job);
    care_record_clear(job, CARE_JOB_STAFF);
    shop_save(shop, job);
    shop_remove(shop, mara);
    care_store_write(shop->store, save_back, (CareRecord *[]){ before, job }, &error);
    g_assert_no_error(error);
}

int
main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
#define TEST(name, data, func)                                                                               \
    g_test_add("/flow-owners/" name, Shop, GINT_TO_POINTER(data), shop_set_up_seller, func, shop_tear_down)
    TEST("a-followup-brings-its-job", FALSE, test_a_followup_brings_its_job);
    TEST("a-followup-brings-its-job-and-customer", TRUE, test_a_followup_brings_its_job);
    TEST("in-one-instant", 0, test_in_one_instant);
    TEST("what-stands-alone-comes-alone", 0, test_what_stands_alone_comes_alone);
    TEST("a-payment-of-cancelled", 0, test_a_payment_of_cancelled);
    TEST("of-another-customer", 0, test_of_another_customer);
    TEST("a-device-changes-hands", 0, test_a_device_changes_hands);
    TEST("a-device-goes-with-its-job", FALSE, test_a_device_goes_with_its_job);
    TEST("a-device-stays-with-others", TRUE, test_a_device_goes_with_its_job);
    TEST("names-what-is-there", 0, test_names_what_is_there);
    TEST("undo-names-who-is-gone", 0, test_undo_names_who_is_gone);
    return g_test_run();
}
