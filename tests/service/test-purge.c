/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
/* What was deleted goes for good after 30 days, with all that is nothing without it, and nothing else does. */
#include "model/complaint.h"
#include "model/deferral.h"
#include "model/device.h"
#include "model/feedback.h"
#include "model/gift.h"
#include "model/occasion.h"
#include "model/staff.h"
#include "store/draft-left.h"
#include "store/draft-queue.h"
#include "store/draft.h"
#include "store/search.h"
#include "store/snapshot.h"

#include "purge-shop.h"

static void
test_thirty_days(Shop *shop, gconstpointer data)
{
    g_autoptr(CareRecord) bea = shop_add_customer(shop, "Bea Koch", "0157 3352178");
    g_autoptr(CareRecord) ann = shop_add_customer(shop, "Ann Lee", NULL);

    discard(shop, bea);
    purge_after(shop, 29);
    g_assert_true(is_there(shop, bea));
    purge_after(shop, 30);
    g_assert_true(is_there(shop, bea));
    purge_after(shop, 31);
    g_assert_false(is_there(shop, bea));
    g_assert_true(is_there(shop, ann));
    g_assert_cmpint(number(shop, "SELECT count(*) FROM customer_phone"), ==, 0);
    assert_whole(shop);
}

static gboolean
bring_back(CareTransaction *transaction, gpointer data, GError **error)
{
    return care_flow_undelete(transaction, care_record_kind(data), care_record_id(data), NULL, error);
}

static void
test_brought_back_in_time(Shop *shop, gconstpointer data)
{
    g_autoptr(CareRecord) bea = shop_add_customer(shop, "Bea Koch", "0157 3352178");
    g_autoptr(GArray) found = NULL;

    discard(shop, bea);
    come_back(shop, 30);
    g_assert_true(care_store_write(shop->store, bring_back, bea, NULL));
    purge_after(shop, 40);
    g_assert_true(is_there(shop, bea));
    found = care_search_customers(care_store_reader(shop->store), "178", 5, NULL);
    g_assert_cmpuint(found->len, ==, 1);
}

/* Everything that a customer can have, short of a document that was issued. */
static void
test_goes_with_all_that_is_theirs(Shop *shop, gconstpointer data)
{
    g_autoptr(CareRecord) plan = shop_add_plan(shop);
    g_autoptr(CareRecord) bea = shop_add_customer(shop, "Bea Koch", "0157 3352178");
    g_autoptr(CareRecord) ann = shop_add_customer(shop, "Ann Lee", NULL);
    g_autoptr(CareRecord) job = shop_add_job(shop, bea, plan);
    g_autoptr(CareRecord) ready = shop_move(shop, job, "ready");
    g_autoptr(CareRecord) collected = shop_move(shop, job, "collected");
    g_autoptr(CareRecord) photo = add_document(shop, bea, job, "abc");
    g_autoptr(CareRecord) theirs = add_document(shop, bea, NULL, "def");
    g_autoptr(CareRecord) call
        = add(shop, &care_interaction_kind, bea, job, CARE_INTERACTION_DIRECTION, "out",
              CARE_INTERACTION_CHANNEL, "phone", CARE_INTERACTION_AT, "2026-11-20T10:00:00Z", -1);
    g_autoptr(CareRecord) feedback = add(shop, &care_feedback_kind, bea, job, CARE_FEEDBACK_SCORE, "3",
                                         CARE_FEEDBACK_AT, "2026-11-20T10:00:00Z", -1);
    g_autoptr(CareRecord) gift
        = add(shop, &care_gift_kind, bea, NULL, CARE_GIFT_NAME, "Cake", CARE_GIFT_STATE, "idea", -1);
    g_autoptr(CareRecord) occasion = add(shop, &care_occasion_kind, bea, NULL, CARE_OCCASION_NAME, "Wedding",
                                         CARE_OCCASION_DATE, "--06-01", -1);
    g_autoptr(CareRecord) invoice
        = care_invoice_draft_from_job(care_store_reader(shop->store), care_record_id(job), NULL);
    g_autoptr(CareRecord) later = CARE_RECORD(care_deferral_new());
    g_autofree char *key = care_draft_key("customer", care_record_id(bea));
    g_autoptr(GArray) found = NULL;
    static const char *const emptied[]
        = { "device",   "job",       "job_line", "followup", "interaction", "event",        "feedback",
            "occasion", "complaint", "gift",     "document", "invoice",     "invoice_line", "deferral" };

    shop_save(shop, invoice);
    care_record_set_text(later, CARE_DEFERRAL_RULE, "uncollected");
    care_record_set_int(later, CARE_DEFERRAL_RECORD, care_record_id(job));
    care_record_set_text(later, CARE_DEFERRAL_REASON, "knows");
    shop_save(shop, later);
    store_now_write_draft(shop->store, key, "{\"name\":\"Bea Brandt\"}");
    for (gsize i = 0; i < G_N_ELEMENTS(emptied); i++) {
        g_autofree char *sql = g_strdup_printf("SELECT count(*) FROM %s", emptied[i]);

        g_test_message("%s", emptied[i]);
        g_assert_cmpint(number(shop, sql), >, 0);
    }

    discard(shop, bea);
    purge_after(shop, 31);
    g_assert_false(is_there(shop, bea));
    g_assert_true(is_there(shop, ann));
    g_assert_true(is_there(shop, plan));
    for (gsize i = 0; i < G_N_ELEMENTS(emptied); i++) {
        g_autofree char *sql = g_strdup_printf("SELECT count(*) FROM %s", emptied[i]);

        g_test_message("%s", emptied[i]);
        g_assert_cmpint(number(shop, sql), ==, 0);
    }
    g_assert_cmpint(number(shop, "SELECT count(*) FROM timeline"), ==, 0);
    g_assert_cmpint(number(shop, "SELECT count(*) FROM draft"), ==, 0);
    g_assert_cmpint(number(shop, "SELECT count(*) FROM search_doc"), ==, 1);
    g_assert_false(has_file(shop, care_record_text(photo, CARE_DOCUMENT_SHA256)));
    g_assert_false(has_file(shop, care_record_text(theirs, CARE_DOCUMENT_SHA256)));
    found = care_search_customers(care_store_reader(shop->store), "r7712a", 5, NULL);
    g_assert_cmpuint(found->len, ==, 0);
    assert_whole(shop);
}

/* What is being written of a customer, %1$s, or of a job of theirs, %2$s, by whichever editor. The others are about nobody, or
 * about somebody who stays. */
static const struct {
    const char *key, *text;
    gboolean stays;
} drafts[] = {
    { "customer:%1$s", "{\"name\":\"Bea Brandt\"}" },
    { "note:new-%1$s", "{\"body\":\"Does not pay\"}" },
    { "device:new-%1$s", "{}" },
    { "feedback:new-%1$s", "{}" },
    { "survey:new-%1$s", "{\"comment\":\"Never again\"}" },
    { "complaint:new-%1$s", "{}" },
    { "gift:new-%1$s", "{}" },
    { "message:%1$s:0:0:0:other", "Dear Bea" },
    { "message:%1$s:%2$s:%2$s:0:uncollected/ready", "Dear Bea" },
    { "call:customer/%1$s", "{}" },
    { "call:uncollected/%2$s", "{}" },
    { "call:birthday/20260101", "{\"customer\":\"%1$s\"}" },
    { "let-go:uncollected/%2$s", "{}" },
    { "edit-job:%2$s", "{}" },
    { "cancel-job:%2$s", "{}" },
    { "job:%2$s", "{}" },
    { "job:%2$s:line", "{}" },
    { "job:new-1f3a5b7c", "{\"customer\":\"%1$s\",\"fault\":\"Brake\"}" },
    { "job:new-1f3a5b7c:photos", "{}\n{}\n" },
    { "job:new-1f3a5b7c:device", "{\"name\":\"Bea's bike\"}" },
    { "job:new-1f3a5b7d", "{\"customer\":\"1\"}", TRUE },
    { "job:new-1f3a5b7d:photos", "{}", TRUE },
    { "customer:1%1$s", "{\"referred_by\":\"%1$s\"}", TRUE },
    { "note:new-%1$s1", "not JSON, %1$s", TRUE },
    { "customer:new", "{\"customer\":{}}", TRUE },
    { "setting:shop-name", "Bea", TRUE },
};

static void
write_draft(CareConnection *beside, gsize which, const char *mark, const char *customer, const char *job)
{
    g_autoptr(GString) key = g_string_new(drafts[which].key);
    g_autoptr(GString) text = g_string_new(drafts[which].text);
    char *sql;

    g_string_replace(key, "%1$s", customer, 0);
    g_string_replace(key, "%2$s", job, 0);
    g_string_replace(text, "%1$s", customer, 0);
    sql = sqlite3_mprintf("INSERT INTO draft (key, body, changed) VALUES ('%q%q', %Q, %d)", key->str, mark,
                          text->str, (int)which);
    g_assert_true(care_connection_exec(beside, sql, NULL));
    sqlite3_free(sql);
}

static void
test_goes_with_what_is_written_about_them(Shop *shop, gconstpointer data)
{
    g_autoptr(CareRecord) bea = shop_add_customer(shop, "Bea Koch", NULL);
    g_autoptr(CareRecord) job = shop_add_job(shop, bea, NULL);
    g_autofree char *customer = care_id_to_string(care_record_id(bea));
    g_autofree char *of_job = care_id_to_string(care_record_id(job));
    g_autoptr(CareConnection) beside = shop_open_beside(shop);

    for (gsize i = 0; i < G_N_ELEMENTS(drafts); i++) {
        write_draft(beside, i, "", customer, of_job); /* of a program that knew no marks */
        write_draft(beside, i, "@0123456789abcdef", customer, of_job);
    }
    discard(shop, bea);
    purge_after(shop, 31);
    g_assert_false(is_there(shop, bea));
    for (gsize i = 0; i < G_N_ELEMENTS(drafts); i++) {
        g_autofree char *sql = g_strdup_printf("SELECT count(*) FROM draft WHERE changed = %d", (int)i);

        g_test_message("%s", drafts[i].key);
        g_assert_cmpint(number(shop, sql), ==, drafts[i].stays ? 2 : 0);
    }
}

/* Words that a window could not write before it had to go lie beside the shop still. */
static void
test_goes_with_what_lies_beside(Shop *shop, gconstpointer data)
{
    g_autoptr(CareRecord) bea = shop_add_customer(shop, "Bea Koch", NULL);
    g_autofree char *key = care_draft_key("customer", care_record_id(bea));
    g_autoptr(CareStore) window = NULL;
    g_autoptr(CareConnection) other = NULL;

    discard(shop, bea);
    come_back(shop, 31);
    window = care_store_open(shop->dir, shop->clock, 0, NULL);
    other = shop_open_beside(shop);
    g_assert_true(care_lock_try(other, NULL));
    care_draft_write(window, key, "{\"name\":\"Bea Brandt\"}");
    g_assert_true(care_drafts_leave(window, NULL));
    care_drafts_give_up(window);
    care_lock_end(other);
    care_store_close(window);
    g_assert_true(care_drafts_are_left(shop->store));
    be_at_work(shop->store);
    g_assert_true(purge_now(shop->store, NULL));
    g_assert_false(is_there(shop, bea));
    g_assert_false(care_drafts_are_left(shop->store));
    g_assert_cmpint(number(shop, "SELECT count(*) FROM draft"), ==, 0);
}

/* Not marked as deleted itself, only its customer: its mark on somebody else's job goes all the same. Such rows are from
 * before a call had to be about its own customer's job. */
static void
test_rules_hold_for_what_goes_along(Shop *shop, gconstpointer data)
{
    g_autoptr(CareRecord) bea = shop_add_customer(shop, "Bea Koch", NULL);
    g_autoptr(CareRecord) ann = shop_add_customer(shop, "Ann Lee", NULL);
    g_autoptr(CareRecord) job = shop_add_job(shop, ann, NULL);
    g_autoptr(CareRecord) ready = shop_move(shop, job, "ready");
    g_autoptr(CareRecord) call = CARE_RECORD(care_interaction_new());
    g_autoptr(CareRecord) after = NULL;

    care_record_set_int(call, CARE_INTERACTION_CUSTOMER, care_record_id(bea));
    care_record_set_int(call, CARE_INTERACTION_JOB, care_record_id(job));
    care_record_set_text(call, CARE_INTERACTION_DIRECTION, "out");
    care_record_set_int(call, CARE_INTERACTION_AT, care_clock_now(shop->clock));
    g_assert_true(care_test_store_save(shop->store, call, NULL));
    care_record_set_int(ready, CARE_JOB_TOLD, care_clock_now(shop->clock));
    shop_save(shop, ready);
    discard(shop, bea);
    purge_after(shop, 31);
    g_assert_false(is_there(shop, call));
    after = care_store_get(shop->store, &care_job_kind, care_record_id(job), NULL);
    g_assert_true(care_job_owes_message(after));
}

static void
test_an_issued_document_keeps_them(Shop *shop, gconstpointer data)
{
    g_autoptr(CareRecord) mara = add(shop, &care_staff_kind, NULL, NULL, CARE_STAFF_NAME, "Mara Lind", -1);
    g_autoptr(CareRecord) bea = shop_add_customer(shop, "Bea Koch", "0157 3352178");
    g_autoptr(CareRecord) job = shop_add_job(shop, bea, NULL);
    g_autoptr(CareRecord) invoice = NULL;
    g_autoptr(CareRecord) kept = NULL;

    care_record_set_int(job, CARE_JOB_STAFF, care_record_id(mara));
    shop_save(shop, job);
    invoice = shop_issue_for(shop, job);
    discard(shop, job);
    discard(shop, bea);
    discard(shop, mara);
    purge_after(shop, 400);
    g_assert_true(is_there(shop, mara));
    g_assert_true(is_there(shop, job));
    g_assert_cmpint(number(shop, "SELECT count(*) FROM device"), ==, 1);
    kept = care_store_get(shop->store, &care_customer_kind, care_record_id(bea), NULL);
    g_assert_nonnull(kept);
    g_assert_cmpint(care_record_stamp(kept).deleted, !=, 0);
    g_assert_cmpint(number(shop,
                           "SELECT count(*) FROM invoice WHERE number IS NOT NULL AND customer IS NOT NULL "
                           "AND job IS NOT NULL"),
                    ==, 1);
    g_assert_cmpint(number(shop, "SELECT count(*) FROM audit"), ==, 0);
    assert_whole(shop);
}

/* What happened with the customer stays when only the job goes. */
static void
test_a_job_lets_go_of_what_was_said(Shop *shop, gconstpointer data)
{
    g_autoptr(CareRecord) bea = shop_add_customer(shop, "Bea Koch", NULL);
    g_autoptr(CareRecord) job = shop_add_job(shop, bea, NULL);
    g_autoptr(CareRecord) photo = add_document(shop, bea, job, "abc");
    g_autoptr(CareRecord) call
        = add(shop, &care_interaction_kind, bea, job, CARE_INTERACTION_DIRECTION, "out",
              CARE_INTERACTION_CHANNEL, "phone", CARE_INTERACTION_AT, "2026-11-20T10:00:00Z", -1);
    g_autoptr(CareRecord) feedback = add(shop, &care_feedback_kind, bea, job, CARE_FEEDBACK_SCORE, "9",
                                         CARE_FEEDBACK_AT, "2026-11-20T10:00:00Z", -1);
    g_autoptr(CareRecord) kept = NULL;

    discard(shop, job);
    purge_after(shop, 31);
    g_assert_false(is_there(shop, job));
    g_assert_cmpint(number(shop, "SELECT count(*) FROM event"), ==, 0);
    g_assert_cmpint(number(shop, "SELECT count(*) FROM device"), ==, 1);
    kept = care_store_get(shop->store, &care_interaction_kind, care_record_id(call), NULL);
    g_assert_nonnull(kept);
    g_assert_false(care_record_is_set(kept, CARE_INTERACTION_JOB));
    g_assert_cmpint(number(shop, "SELECT count(*) FROM feedback WHERE score = 9 AND job IS NULL"), ==, 1);
    g_assert_true(has_file(shop, care_record_text(photo, CARE_DOCUMENT_SHA256)));
    assert_whole(shop);
}

static void
test_a_complaint_takes_its_followup(Shop *shop, gconstpointer data)
{
    g_autoptr(CareRecord) bea = shop_add_customer(shop, "Bea Koch", NULL);
    g_autoptr(CareRecord) complaint = add(shop, &care_complaint_kind, bea, NULL, CARE_COMPLAINT_WORDS,
                                          "Squeals", CARE_COMPLAINT_RECEIVED, "2026-11-20T10:00:00Z", -1);
    g_autofree char *id = care_id_to_string(care_record_id(complaint));
    g_autoptr(CareRecord) call = add(shop, &care_followup_kind, bea, NULL, CARE_FOLLOWUP_KIND, "other",
                                     CARE_FOLLOWUP_TITLE, "Ask again", CARE_FOLLOWUP_DUE, "2026-12-01",
                                     CARE_FOLLOWUP_STATE, "open", CARE_FOLLOWUP_COMPLAINT, id, -1);

    discard(shop, complaint);
    purge_after(shop, 31);
    g_assert_false(is_there(shop, complaint));
    g_assert_false(is_there(shop, call));
    g_assert_true(is_there(shop, bea));
    assert_whole(shop);
}

static void
test_what_is_referred_to_stays(Shop *shop, gconstpointer data)
{
    g_autoptr(CareRecord) bea = shop_add_customer(shop, "Bea Koch", NULL);
    g_autoptr(CareRecord) first = shop_add_job(shop, bea, NULL);
    g_autoptr(CareRecord) again = shop_add_job(shop, bea, NULL);
    g_autoptr(CareRecord) device
        = care_store_get(shop->store, &care_device_kind, care_record_int(again, CARE_JOB_DEVICE), NULL);

    care_record_set_int(again, CARE_JOB_COMES_BACK_OF, care_record_id(first));
    shop_save(shop, again);
    discard(shop, first);
    discard(shop, device);
    purge_after(shop, 31);
    g_assert_true(is_there(shop, first));
    g_assert_true(is_there(shop, device));
    discard(shop, again);
    purge_after(shop, 31 + 31);
    /* the one that refers goes first, so one run is enough for all three */
    g_assert_false(is_there(shop, again));
    g_assert_false(is_there(shop, device));
    purge_after(shop, 31 + 32);
    g_assert_false(is_there(shop, first));
    assert_whole(shop);
}

static void
test_who_recommended_somebody_goes(Shop *shop, gconstpointer data)
{
    g_autoptr(CareRecord) bea = shop_add_customer(shop, "Bea Koch", NULL);
    g_autoptr(CareRecord) ann = shop_add_customer(shop, "Ann Lee", NULL);
    g_autoptr(CareRecord) kept = NULL;

    care_record_set_int(ann, CARE_CUSTOMER_REFERRED_BY, care_record_id(bea));
    shop_save(shop, ann);
    discard(shop, bea);
    purge_after(shop, 31);
    g_assert_false(is_there(shop, bea));
    kept = care_store_get(shop->store, &care_customer_kind, care_record_id(ann), NULL);
    g_assert_false(care_record_is_set(kept, CARE_CUSTOMER_REFERRED_BY));
    assert_whole(shop);
}

static void
test_staff(Shop *shop, gconstpointer data)
{
    g_autoptr(CareRecord) mara = add(shop, &care_staff_kind, NULL, NULL, CARE_STAFF_NAME, "Mara Lind", -1);
    g_autoptr(CareRecord) jan = add(shop, &care_staff_kind, NULL, NULL, CARE_STAFF_NAME, "Jan Sand", -1);
    g_autoptr(CareRecord) bea = shop_add_customer(shop, "Bea Koch", NULL);
    g_autoptr(CareRecord) job = shop_add_job(shop, bea, NULL);

    care_record_set_int(job, CARE_JOB_STAFF, care_record_id(mara));
    shop_save(shop, job);
    discard(shop, mara);
    discard(shop, jan);
    purge_after(shop, 31);
    g_assert_true(is_there(shop, mara));
    g_assert_false(is_there(shop, jan));
}

static gboolean
say_who(CareTransaction *transaction, gpointer staff, GError **error)
{
    g_autofree char *id = staff != NULL ? care_id_to_string(care_record_id(staff)) : NULL;

    return care_transaction_set_setting(transaction, CARE_SETTING_ACTOR, id, error);
}

/* Of a document that was issued as well. */
static void
test_staff_is_named_no_more(Shop *shop, gconstpointer data)
{
    g_autoptr(CareRecord) jan = add(shop, &care_staff_kind, NULL, NULL, CARE_STAFF_NAME, "Jan Sand", -1);
    g_autoptr(CareRecord) bea = NULL, job = NULL, invoice = NULL, payment = NULL, before = NULL,
                          customer = NULL, bill = NULL;

    bea = shop_add_customer(shop, "Bea Koch", NULL);
    job = shop_add_job(shop, bea, NULL);
    invoice = shop_issue_for(shop, job);
    care_store_write(shop->store, say_who, jan, NULL);
    come_back(shop, 0);
    care_record_set_text(bea, CARE_CUSTOMER_NOTE, "Rings twice");
    shop_save(shop, bea);
    payment = shop_add_payment(shop, invoice, 100);
    care_store_write(shop->store, say_who, NULL, NULL);
    come_back(shop, 0);
    before = care_store_get(shop->store, &care_invoice_kind, care_record_id(invoice), NULL);
    g_assert_cmpint(care_record_stamp(before).changed_by, ==, care_record_id(jan));
    discard(shop, jan);
    purge_after(shop, 31);
    g_assert_false(is_there(shop, jan));
    customer = care_store_get(shop->store, &care_customer_kind, care_record_id(bea), NULL);
    bill = care_store_get(shop->store, &care_invoice_kind, care_record_id(invoice), NULL);
    g_assert_cmpint(care_record_stamp(customer).changed_by, ==, 0);
    g_assert_cmpint(care_record_stamp(bill).changed_by, ==, 0);
    assert_whole(shop);
}

/* Something in a damaged file holds them. The others are not kept for it, and it is said. */
static void
test_one_that_cannot_go(Shop *shop, gconstpointer data)
{
    g_autoptr(CareRecord) bea = shop_add_customer(shop, "Bea Koch", NULL);
    g_autoptr(CareRecord) ann = shop_add_customer(shop, "Ann Lee", NULL);
    g_autoptr(CareRecord) ole = shop_add_customer(shop, "Ole Lind", NULL);
    g_autoptr(CareRecord) device = add(shop, &care_device_kind, ann, NULL, CARE_DEVICE_NAME, "Bike", -1);
    g_autoptr(CareConnection) beside = NULL;
    g_autofree char *sql = NULL;
    g_autoptr(GError) error = NULL;

    discard(shop, bea);
    discard(shop, ann);
    discard(shop, ole);
    come_back(shop, 31);
    be_at_work(shop->store);
    beside = shop_open_beside(shop);
    sql = g_strdup_printf("CREATE TABLE strange (customer INTEGER REFERENCES customer (id) "
                          "DEFERRABLE INITIALLY DEFERRED); INSERT INTO strange VALUES (%" G_GINT64_FORMAT ")",
                          care_record_id(ann));
    g_assert_true(care_connection_exec(beside, sql, NULL));
    g_assert_false(purge_now(shop->store, &error));
    g_assert_error(error, CARE_ERROR, CARE_ERROR_CORRUPT);
    g_assert_false(is_there(shop, bea));
    g_assert_false(is_there(shop, ole));
    g_assert_true(is_there(shop, ann));
    g_assert_true(is_there(shop, device));
}

int
main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    add_test("/purge/thirty-days", test_thirty_days);
    add_test("/purge/brought-back-in-time", test_brought_back_in_time);
    add_test("/purge/all-that-is-theirs", test_goes_with_all_that_is_theirs);
    add_test("/purge/what-is-written-about-them", test_goes_with_what_is_written_about_them);
    add_test("/purge/what-lies-beside", test_goes_with_what_lies_beside);
    add_test("/purge/rules-of-what-goes-along", test_rules_hold_for_what_goes_along);
    add_test("/purge/issued-document", test_an_issued_document_keeps_them);
    add_test("/purge/job", test_a_job_lets_go_of_what_was_said);
    add_test("/purge/complaint", test_a_complaint_takes_its_followup);
    add_test("/purge/referred-to", test_what_is_referred_to_stays);
    add_test("/purge/referrer-of-a-customer", test_who_recommended_somebody_goes);
    add_test("/purge/staff", test_staff);
    add_test("/purge/staff-is-named-no-more", test_staff_is_named_no_more);
    add_test("/purge/one-that-cannot-go", test_one_that_cannot_go);
    return g_test_run();
}
