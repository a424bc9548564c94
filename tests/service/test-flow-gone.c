/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
/* What belongs to somebody who was deleted: nothing is entered, changed or done for them that would be in no list and gone
 * for good with them; the shop's books go on. */
#include <string.h>

#include "model/complaint.h"
#include "model/feedback.h"
#include "model/gift.h"
#include "model/occasion.h"
#include "model/staff.h"
#include "service/customers/contact-flow.h"
#include "service/invoices/payment-record.h"
#include "store/setting.h"

#include "shop-acts.h"

static void
assert_gone(const GError *error, const char *name)
{
    g_assert_error(error, CARE_ERROR, CARE_ERROR_NOT_FOUND);
    g_assert_nonnull(strstr(error->message, name));
    g_assert_nonnull(strstr(error->message, "Recently Deleted"));
}

static void
refuse_save(Shop *shop, CareRecord *record, CareRecord *base, const char *name)
{
    g_autoptr(GError) error = NULL;

    g_assert_false(care_flow_save_now(shop->store, record, base, &error));
    assert_gone(error, name);
}

static void
set_text(CareRecord *record, const char *field, const char *text)
{
    int found = care_kind_find_field(care_record_kind(record), field);

    if (found >= 0)
        care_record_set_text(record, found, text);
}

/* Of any kind that a customer has. */
static CareRecord *
something_of(const CareKind *kind, CareRecord *customer)
{
    CareRecord *record = care_record_new(kind);

    care_record_set_int(record, care_kind_customer_field(kind), care_record_id(customer));
    set_text(record, "name", "Blue bicycle");
    set_text(record, "words", "It squeaks");
    set_text(record, "comment", "Well done");
    set_text(record, "body", "Likes tea");
    return record;
}

static void
test_nothing_new(Shop *shop, gconstpointer data)
{
    static const CareKind *const kinds[]
        = { &care_device_kind,    &care_job_kind,  &care_interaction_kind, &care_feedback_kind,
            &care_complaint_kind, &care_gift_kind, &care_invoice_kind };
    g_autoptr(CareRecord) ann = shop_add_customer(shop, "Ann Lee", NULL);

    shop_remove(shop, ann);
    for (gsize i = 0; i < G_N_ELEMENTS(kinds); i++) {
        g_autoptr(CareRecord) record = something_of(kinds[i], ann);

        g_test_message("%s", kinds[i]->name);
        refuse_save(shop, record, NULL, "Ann Lee");
        g_assert_cmpint(care_record_id(record), ==, 0);
    }
}

/* Of a job that was deleted by itself nothing is planned. */
static void
test_nothing_for_a_deleted_job(Shop *shop, gconstpointer data)
{
    g_autoptr(CareRecord) ann = shop_add_customer(shop, "Ann Lee", NULL);
    g_autoptr(CareRecord) job = shop_add_job(shop, ann, NULL);
    g_autoptr(CareRecord) followup = CARE_RECORD(care_followup_new());
    g_autoptr(GError) error = NULL;

    shop_remove(shop, job);
    care_record_set_int(followup, CARE_FOLLOWUP_CUSTOMER, care_record_id(ann));
    care_record_set_int(followup, CARE_FOLLOWUP_JOB, care_record_id(job));
    care_record_set_text(followup, CARE_FOLLOWUP_KIND, "check");
    care_record_set_text(followup, CARE_FOLLOWUP_TITLE, "Well?");
    care_record_set_text(followup, CARE_FOLLOWUP_DUE, "2026-12-01");
    refuse_save(shop, followup, NULL, care_record_text(job, CARE_JOB_NUMBER));
    g_assert_null(care_job_move_now(shop->store, care_record_id(job), "working", NULL, &error));
    g_assert_error(error, CARE_ERROR, CARE_ERROR_NOT_FOUND);
}

/* What stands is neither changed, moved on nor removed while nobody sees it, and comes back as it was. */
static void
test_nothing_changes(Shop *shop, gconstpointer data)
{
    g_autoptr(CareRecord) ann = shop_add_customer(shop, "Ann Lee", NULL);
    g_autoptr(CareRecord) job = shop_add_job(shop, ann, NULL);
    g_autoptr(CareRecord) base = care_record_copy(job);
    g_autoptr(CareRecord) now = NULL;
    g_autoptr(GError) moving = NULL;
    g_autoptr(GError) removing = NULL;

    shop_remove(shop, ann);
    care_record_set_text(job, CARE_JOB_FOUND, "A bent hanger");
    refuse_save(shop, job, base, "Ann Lee");
    g_assert_null(care_job_move_now(shop->store, care_record_id(job), "working", NULL, &moving));
    assert_gone(moving, "Ann Lee");
    g_assert_false(care_flow_remove_now(shop->store, &care_job_kind, care_record_id(job), &removing));
    assert_gone(removing, "Ann Lee");
    shop_bring_back(shop, ann);
    now = shop_stored(shop, job);
    g_assert_true(care_record_equal(now, base));
}

/* It is not deleted, and in no list: it comes back with whom it belongs to. */
static void
test_hidden_comes_back(Shop *shop, gconstpointer data)
{
    g_autoptr(CareRecord) ann = shop_add_customer(shop, "Ann Lee", NULL);
    g_autoptr(CareRecord) job = shop_add_job(shop, ann, NULL);
    g_autoptr(GPtrArray) along = g_ptr_array_new_with_free_func(g_object_unref);
    g_autoptr(GError) error = NULL;

    shop_remove(shop, ann);
    care_flow_undelete_now(shop->store, &care_job_kind, care_record_id(job), along, &error);
    g_assert_no_error(error);
    g_assert_cmpuint(along->len, ==, 1);
    g_assert_false(shop_is_deleted(shop, ann));
}

static gboolean
remind(CareTransaction *transaction, gpointer invoice, GError **error)
{
    g_autoptr(CareRecord) letter = CARE_RECORD(care_interaction_new());
    const CareContactAbout about = { .rule = CARE_DUE_PAY_BACK, .record = care_record_id(invoice) };

    care_record_set_int(letter, CARE_INTERACTION_CUSTOMER, care_record_int(invoice, CARE_INVOICE_CUSTOMER));
    care_record_set_text(letter, CARE_INTERACTION_CHANNEL, "letter");
    care_record_set_text(letter, CARE_INTERACTION_DIRECTION, "out");
    care_record_set_text(letter, CARE_INTERACTION_BODY, "Please pay.");
    return care_contact_flow_log(transaction, letter, &about, error);
}

/* Money comes and goes, is asked for and billed anew, and what follows for the hidden job follows. */
static void
test_the_books_go_on(Shop *shop, gconstpointer data)
{
    CareMoney all;
    g_autoptr(CareRecord) ann = shop_add_customer(shop, "Ann Lee", NULL);
    g_autoptr(CareRecord) invoice = shop_add_issued(shop, ann, &all);
    g_autoptr(CareRecord) payment = NULL;
    g_autoptr(CareRecord) note = NULL;
    g_autoptr(CareRecord) job = NULL;
    g_autoptr(GError) error = NULL;

    shop_remove(shop, ann);
    payment = shop_add_payment(shop, invoice, all);
    shop_assert_paid(shop, invoice, "paid", all);
    care_store_write(shop->store, remind, invoice, &error);
    g_assert_no_error(error);
    shop_remove(shop, payment);
    note = care_invoice_cancel_now(shop->store, care_record_id(invoice), &error);
    g_assert_no_error(error);
    shop_assert_paid(shop, invoice, "cancelled", 0);
    job = care_store_get(shop->store, &care_job_kind, care_record_int(invoice, CARE_INVOICE_JOB), NULL);
    g_assert_cmpint(care_record_int(job, CARE_JOB_TO_BILL), ==, 1);
}

static gboolean
take_back(CareTransaction *transaction, gpointer added, GError **error)
{
    return care_flow_take_back(transaction, added, error);
}

static gboolean
add_again(CareTransaction *transaction, gpointer added, GError **error)
{
    return care_flow_add_again(transaction, care_record_kind(added), care_record_id(added), error);
}

/* Undo of an addition that somebody deleted: their deletion stands, and there is nothing to do again. */
static void
test_undo_leaves_a_deletion(Shop *shop, gconstpointer data)
{
    g_autoptr(CareRecord) ann = shop_add_customer(shop, "Ann Lee", NULL);
    g_autoptr(GError) error = NULL;

    shop_remove(shop, ann);
    g_assert_false(care_store_write(shop->store, take_back, ann, &error));
    g_assert_error(error, CARE_ERROR, CARE_ERROR_NOT_FOUND);
    g_assert_cmpint(
        care_connection_int(care_store_reader(shop->store), "SELECT count(*) FROM taken_back", -1), ==, 0);
}

/* Redo of an addition brings nobody back whom somebody deleted meanwhile. */
static void
test_redo_leaves_a_deletion(Shop *shop, gconstpointer deleted)
{
    g_autoptr(CareRecord) ann = shop_add_customer(shop, "Ann Lee", NULL);
    g_autoptr(CareRecord) device = something_of(&care_device_kind, ann);
    g_autoptr(GError) error = NULL;

    shop_save(shop, device);
    care_store_write(shop->store, take_back, device, &error);
    g_assert_no_error(error);
    if (deleted)
        shop_remove(shop, ann);
    care_store_write(shop->store, add_again, device, &error);
    if (deleted)
        assert_gone(error, "Ann Lee");
    else
        g_assert_no_error(error);
    g_assert_cmpint(shop_is_deleted(shop, ann), ==, deleted != NULL);
    g_assert_cmpint(shop_is_deleted(shop, device), ==, deleted != NULL);
}

enum { MORE = 1, MEANWHILE = 2 };

static void
record_again(Shop *shop, CareRecord *payment, CareMoney shown, GError **error)
{
    g_autoptr(GAsyncResult) result = NULL;
    g_autoptr(CareRecord) again = NULL;

    care_payment_record_async(shop->store, payment, shown, NULL, store_now_keep, &result);
    while (result == NULL)
        g_main_context_iteration(NULL, TRUE);
    again = care_payment_record_finish(shop->store, result, error);
}

/* Redo of a payment is asked as the payment was: whether as much is open as then. Some customers round up. */
static void
test_redo_of_a_payment(Shop *shop, gconstpointer how)
{
    gboolean meanwhile = GPOINTER_TO_INT(how) & MEANWHILE;
    CareMoney tip = GPOINTER_TO_INT(how) & MORE ? 1000 : 0, all;
    g_autoptr(CareRecord) ann = shop_add_customer(shop, "Ann Lee", NULL);
    g_autoptr(CareRecord) invoice = shop_add_issued(shop, ann, &all);
    g_autoptr(CareRecord) payment = shop_add_payment(shop, invoice, all + tip);
    g_autoptr(CareRecord) other = NULL;
    g_autoptr(GError) error = NULL;

    care_store_write(shop->store, take_back, payment, &error);
    g_assert_no_error(error);
    if (meanwhile)
        other = shop_add_payment(shop, invoice, 1);
    record_again(shop, payment, all, &error);
    if (meanwhile)
        g_assert_error(error, CARE_ERROR, CARE_ERROR_CONFLICT);
    else
        g_assert_no_error(error);
    shop_assert_paid(shop, invoice, meanwhile ? "part" : "paid", meanwhile ? 1 : all + tip);
}

static guint
count(Shop *shop, const CareKind *kind, const char *query, const char *parameters, const char *first,
      const char *second)
{
    g_autoptr(GError) error = NULL;
    g_autoptr(GPtrArray) found
        = care_store_query(shop->store, kind, &error, query, parameters, first, second);

    g_assert_no_error(error);
    return found->len;
}

/* The lists of the window that are of all customers. */
static void
assert_listed(Shop *shop, guint n)
{
    g_assert_cmpuint(count(shop, &care_gift_kind, "occasions/gifts", "", NULL, NULL), ==, n);
    g_assert_cmpuint(count(shop, &care_job_kind, "invoices/to-bill", "", NULL, NULL), ==, n);
    g_assert_cmpuint(count(shop, &care_interaction_kind, "outreach/sent", "s", "", NULL), ==, n);
    g_assert_cmpuint(count(shop, &care_interaction_kind, "outreach/sent-matching", "ss", "", "bea"), ==, n);
}

static void
test_no_list_shows(Shop *shop, gconstpointer data)
{
    g_autoptr(CareRecord) bea = shop_add_customer(shop, "Bea Koch", NULL);
    g_autoptr(CareRecord) gift = something_of(&care_gift_kind, bea);
    g_autoptr(CareRecord) contact = something_of(&care_interaction_kind, bea);
    g_autoptr(CareRecord) job = shop_add_job(shop, bea, NULL);
    g_autoptr(CareRecord) ready = shop_move(shop, job, "ready");
    g_autoptr(GError) error = NULL;

    set_text(gift, "state", "idea");
    shop_save(shop, gift);
    set_text(contact, "direction", "out");
    set_text(contact, "channel", "email");
    shop_save(shop, contact);
    assert_listed(shop, 1);
    care_flow_remove_now(shop->store, &care_customer_kind, care_record_id(bea), &error);
    g_assert_no_error(error);
    assert_listed(shop, 0);
    care_flow_undelete_now(shop->store, &care_customer_kind, care_record_id(bea), NULL, &error);
    g_assert_no_error(error);
    assert_listed(shop, 1);
}

static gboolean
say_who(CareTransaction *transaction, gpointer staff, GError **error)
{
    g_autofree char *id = care_id_to_string(care_record_id(staff));

    return care_transaction_set_setting(transaction, CARE_SETTING_ACTOR, id, error);
}

/* Who changed the job, whose event its last move is, and who received a complaint about it: all the same. */
static void
assert_signs(Shop *shop, CareRecord *customer, CareRecord *job, const char *status, CareRecord *staff)
{
    CareId id = staff != NULL ? care_record_id(staff) : 0;
    g_autoptr(CareRecord) moved = shop_move(shop, job, status);
    g_autoptr(CareRecord) complaint = shop_add_complaint(shop, customer, job);
    g_autofree char *last = g_strdup_printf(
        "SELECT coalesce(staff, 0) FROM event WHERE after = '%s' ORDER BY id DESC LIMIT 1", status);
    g_autoptr(CareRecord) received = shop_stored(shop, complaint);

    g_assert_cmpint(care_record_stamp(moved).changed_by, ==, id);
    g_assert_cmpint(care_connection_int(care_store_reader(shop->store), last, -1), ==, id);
    g_assert_cmpint(care_record_int(received, CARE_COMPLAINT_RECEIVED_BY), ==, id);
    g_assert_cmpint(care_record_stamp(received).changed_by, ==, id);
}

static void
open_again(Shop *shop)
{
    g_clear_object(&shop->store);
    shop->store = care_store_open(shop->dir, shop->clock, 0, NULL);
    g_assert_nonnull(shop->store);
}

/* Whoever was deleted signs nothing, in the window that is open and at the next start, and does again once they are back. */
static void
test_no_deleted_colleague_signs(Shop *shop, gconstpointer data)
{
    g_autoptr(CareRecord) mara = CARE_RECORD(care_staff_new());
    g_autoptr(CareRecord) ann = shop_add_customer(shop, "Ann Lee", NULL);
    g_autoptr(CareRecord) job = shop_add_job(shop, ann, NULL);

    care_record_set_text(mara, CARE_STAFF_NAME, "Mara Lind");
    shop_save(shop, mara);
    g_assert_true(care_store_write(shop->store, say_who, mara, NULL));
    open_again(shop);
    g_assert_cmpint(care_store_actor(shop->store), ==, care_record_id(mara));
    assert_signs(shop, ann, job, "working", mara);
    shop_remove(shop, mara);
    assert_signs(shop, ann, job, "ready", NULL);
    open_again(shop);
    g_assert_cmpint(care_store_actor(shop->store), ==, 0);
    assert_signs(shop, ann, job, "working", NULL);
    shop_bring_back(shop, mara);
    open_again(shop);
    assert_signs(shop, ann, job, "ready", mara);
}

int
main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
#define TEST(name, data, func)                                                                               \
    g_test_add("/flow-gone/" name, Shop, GINT_TO_POINTER(data), shop_set_up_seller, func, shop_tear_down)
    TEST("nothing-new", 0, test_nothing_new);
    TEST("nothing-for-a-deleted-job", 0, test_nothing_for_a_deleted_job);
    TEST("nothing-changes", 0, test_nothing_changes);
    TEST("hidden-comes-back", 0, test_hidden_comes_back);
    TEST("no-list-shows-it", 0, test_no_list_shows);
    TEST("the-books-go-on", 0, test_the_books_go_on);
    TEST("undo-leaves-a-deletion", 0, test_undo_leaves_a_deletion);
    TEST("no-deleted-colleague-signs", 0, test_no_deleted_colleague_signs);
    TEST("redo", FALSE, test_redo_leaves_a_deletion);
    TEST("redo-leaves-a-deletion", TRUE, test_redo_leaves_a_deletion);
    TEST("redo-of-a-payment", 0, test_redo_of_a_payment);
    TEST("redo-of-a-payment-after-another", MEANWHILE, test_redo_of_a_payment);
    TEST("redo-of-more-than-was-open", MORE, test_redo_of_a_payment);
    TEST("redo-of-more-than-was-open-after-another", MORE | MEANWHILE, test_redo_of_a_payment);
    return g_test_run();
}
