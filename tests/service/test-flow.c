/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
/* The one door: two programs on one shop, and what follows from a change whichever way it is made. */
#include <sqlite3.h>

#include "core/errors.h"
#include "model/customer-phone.h"
#include "model/customer-tag.h"
#include "model/customer.h"
#include "model/complaint.h"
#include "model/feedback.h"
#include "model/followup.h"
#include "model/interaction.h"
#include "model/invoice.h"
#include "model/job.h"
#include "model/payment.h"
#include "service/flow.h"
#include "service/invoices/invoice-from-job.h"
#include "service/invoices/invoice-issue.h"
#include "service/invoices/verify.h"
#include "service/jobs/job-flow.h"
#include "store/draft.h"
#include "store/named-query.h"

#include "shop.h"

/* The shop as another program has it open. */
static CareStore *
open_again(Shop *shop)
{
    g_autoptr(GError) error = NULL;
    CareStore *other = care_store_open(shop->dir, shop->clock, 0, &error);

    g_assert_no_error(error);
    return other;
}

static void
save_edit(CareStore *store, CareRecord *record, CareRecord *base)
{
    g_autoptr(GError) error = NULL;

    care_flow_save_now(store, record, base, &error);
    g_assert_no_error(error);
}

/* What the other program does meanwhile. */
static void
change_elsewhere(Shop *shop, CareRecord *record, int field, const char *text)
{
    g_autoptr(CareStore) other = open_again(shop);
    g_autoptr(CareRecord) theirs
        = care_store_get(other, care_record_kind(record), care_record_id(record), NULL);
    g_autoptr(CareRecord) base = care_record_copy(theirs);

    care_record_set_text(theirs, field, text);
    save_edit(other, theirs, base);
}

static CareRecord *
stored(Shop *shop, CareRecord *record)
{
    return care_store_get(shop->store, care_record_kind(record), care_record_id(record), NULL);
}

static void
test_only_what_was_changed(Shop *shop, gconstpointer data)
{
    g_autoptr(CareRecord) ann = shop_add_customer(shop, "Ann Lee", NULL);
    g_autoptr(CareRecord) base = care_record_copy(ann);
    g_autoptr(CareRecord) now = NULL;

    change_elsewhere(shop, ann, CARE_CUSTOMER_NOTE, "is allergic to nuts");
    care_record_set_text(ann, CARE_CUSTOMER_NAME, "Ann Lind");
    save_edit(shop->store, ann, base);
    now = stored(shop, ann);
    g_assert_cmpstr(care_record_text(now, CARE_CUSTOMER_NOTE), ==, "is allergic to nuts");
    g_assert_cmpstr(care_record_text(now, CARE_CUSTOMER_NAME), ==, "Ann Lind");
    g_assert_cmpstr(care_record_text(ann, CARE_CUSTOMER_NOTE), ==, "is allergic to nuts");
}

static void
test_both_changed_the_same(Shop *shop, gconstpointer data)
{
    g_autoptr(CareRecord) ann = shop_add_customer(shop, "Ann Lee", NULL);
    g_autoptr(CareRecord) base = care_record_copy(ann);
    g_autoptr(CareRecord) now = NULL;
    g_autoptr(GError) error = NULL;

    change_elsewhere(shop, ann, CARE_CUSTOMER_NOTE, "calls in the evening");
    care_record_set_text(ann, CARE_CUSTOMER_NOTE, "calls at noon");
    care_record_set_text(ann, CARE_CUSTOMER_VAT_ID, "DE1");
    g_assert_false(care_flow_save_now(shop->store, ann, base, &error));
    g_assert_error(error, CARE_ERROR, CARE_ERROR_CONFLICT);
    g_assert_nonnull(strstr(error->message, "calls in the evening"));
    g_assert_nonnull(strstr(error->message, "calls at noon"));
    now = stored(shop, ann);
    g_assert_null(care_record_text(now, CARE_CUSTOMER_VAT_ID));
    g_assert_cmpstr(care_record_text(now, CARE_CUSTOMER_NOTE), ==, "calls in the evening");
}

static void
test_both_changed_to_the_same(Shop *shop, gconstpointer data)
{
    g_autoptr(CareRecord) ann = shop_add_customer(shop, "Ann Lee", NULL);
    g_autoptr(CareRecord) base = care_record_copy(ann);

    change_elsewhere(shop, ann, CARE_CUSTOMER_NOTE, "VIP");
    care_record_set_text(ann, CARE_CUSTOMER_NOTE, "VIP");
    save_edit(shop->store, ann, base);
}

static void
test_deleted_meanwhile(Shop *shop, gconstpointer data)
{
    g_autoptr(CareRecord) ann = shop_add_customer(shop, "Ann Lee", NULL);
    g_autoptr(CareRecord) base = care_record_copy(ann);
    g_autoptr(GError) error = NULL;

    g_assert_true(care_flow_remove_now(shop->store, &care_customer_kind, care_record_id(ann), NULL));
    care_record_set_text(ann, CARE_CUSTOMER_NOTE, "VIP");
    g_assert_false(care_flow_save_now(shop->store, ann, base, &error));
    g_assert_error(error, CARE_ERROR, CARE_ERROR_NOT_FOUND);
}

/* A job is moved by one program while the other writes down what was found. */
static void
test_moved_meanwhile(Shop *shop, gconstpointer data)
{
    g_autoptr(CareRecord) ann = shop_add_customer(shop, "Ann Lee", NULL);
    g_autoptr(CareRecord) job = shop_add_job(shop, ann, NULL);
    g_autoptr(CareRecord) base = care_record_copy(job);
    g_autoptr(CareStore) other = open_again(shop);
    g_autoptr(CareRecord) moved = care_job_move_now(other, care_record_id(job), "ready", NULL, NULL);
    g_autoptr(CareRecord) now = NULL;

    g_assert_nonnull(moved);
    care_record_set_text(job, CARE_JOB_FOUND, "worn pads");
    save_edit(shop->store, job, base);
    now = stored(shop, job);
    g_assert_cmpstr(care_record_text(now, CARE_JOB_STATUS), ==, "ready");
    g_assert_true(care_record_is_set(now, CARE_JOB_FINISHED));
    g_assert_cmpstr(care_record_text(now, CARE_JOB_FOUND), ==, "worn pads");
}

/* Lists */

static CareRecord *
add_with_phones(Shop *shop)
{
    CareRecord *ann = shop_add_customer(shop, "Ann Lee", "0171 900 41 15");

    care_record_set_text(care_record_list_add(ann, CARE_CUSTOMER_PHONES), CARE_CUSTOMER_PHONE_NUMBER,
                         "0157 335 21 78");
    shop_save(shop, ann);
    return ann;
}

static CareRecord *
phone(CareRecord *customer, guint position)
{
    return care_record_list_item(customer, CARE_CUSTOMER_PHONES, position);
}

static const char *
number(CareRecord *customer, guint position)
{
    return care_record_text(phone(customer, position), CARE_CUSTOMER_PHONE_NUMBER);
}

static void
set_number(CareRecord *customer, guint position, const char *text)
{
    care_record_set_text(phone(customer, position), CARE_CUSTOMER_PHONE_NUMBER, text);
}

static void
test_rows_of_both(Shop *shop, gconstpointer data)
{
    g_autoptr(CareRecord) ann = add_with_phones(shop);
    g_autoptr(CareRecord) base = care_record_copy(ann);
    g_autoptr(CareRecord) theirs = care_record_copy(ann);
    g_autoptr(CareRecord) now = NULL;

    set_number(theirs, 1, "0157 999");
    care_record_set_text(care_record_list_add(theirs, CARE_CUSTOMER_PHONES), CARE_CUSTOMER_PHONE_NUMBER,
                         "0221 1");
    save_edit(shop->store, theirs, base);
    set_number(ann, 0, "0171 888");
    save_edit(shop->store, ann, base);
    now = stored(shop, ann);
    g_assert_cmpuint(care_record_list_length(now, CARE_CUSTOMER_PHONES), ==, 3);
    g_assert_cmpstr(number(now, 0), ==, "0171 888");
    g_assert_cmpstr(number(now, 1), ==, "0157 999");
    g_assert_cmpstr(number(now, 2), ==, "0221 1");
}

/* A row that both changed, and one that is changed here and gone there. */
static void
test_the_same_row(Shop *shop, gconstpointer data)
{
    gboolean gone = GPOINTER_TO_INT(data);
    g_autoptr(CareRecord) ann = add_with_phones(shop);
    g_autoptr(CareRecord) base = care_record_copy(ann);
    g_autoptr(CareRecord) theirs = care_record_copy(ann);
    g_autoptr(GError) error = NULL;

    if (gone)
        g_list_store_remove(care_record_list(theirs, CARE_CUSTOMER_PHONES), 0);
    else
        set_number(theirs, 0, "0171 1");
    save_edit(shop->store, theirs, base);
    set_number(ann, 0, "0171 2");
    g_assert_false(care_flow_save_now(shop->store, ann, base, &error));
    g_assert_error(error, CARE_ERROR, CARE_ERROR_CONFLICT);
}

static void
test_rows_keep_their_ids(Shop *shop, gconstpointer data)
{
    g_autoptr(CareRecord) ann = add_with_phones(shop);
    CareId first = care_record_id(phone(ann, 0));
    CareId second = care_record_id(phone(ann, 1));
    g_autoptr(CareRecord) now = NULL;
    GListStore *phones = care_record_list(ann, CARE_CUSTOMER_PHONES);
    g_autoptr(GObject) moved = g_object_ref(G_OBJECT(phone(ann, 0)));

    g_assert_cmpint(first, !=, 0);
    g_list_store_remove(phones, 0);
    g_list_store_append(phones, moved);
    set_number(ann, 0, "0157 999");
    shop_save(shop, ann);
    now = stored(shop, ann);
    g_assert_cmpint(care_record_id(phone(now, 0)), ==, second);
    g_assert_cmpint(care_record_id(phone(now, 1)), ==, first);
    g_assert_cmpstr(number(now, 0), ==, "0157 999");
}

static void
type_tags(CareRecord *customer, const char *const *tags)
{
    care_record_clear(customer, CARE_CUSTOMER_TAGS);
    for (; *tags != NULL; tags++)
        care_record_set_text(care_record_list_add(customer, CARE_CUSTOMER_TAGS), CARE_CUSTOMER_TAG_TAG,
                             *tags);
}

/* Words typed anew are the rows that they were; only what is new among them is new. */
static void
test_tags_typed_anew(Shop *shop, gconstpointer data)
{
    static const char *const begun[] = { "VIP", "e-bike", NULL };
    static const char *const mine[] = { "VIP", "e-bike", "cargo", NULL };
    static const char *const theirs[] = { "e-bike", NULL };
    g_autoptr(CareRecord) ann = shop_add_customer(shop, "Ann Lee", NULL);
    g_autoptr(CareRecord) base = NULL;
    g_autoptr(CareRecord) other = NULL;
    g_autoptr(CareRecord) now = NULL;

    type_tags(ann, begun);
    shop_save(shop, ann);
    base = care_record_copy(ann);
    other = care_record_copy(ann);
    type_tags(other, theirs);
    save_edit(shop->store, other, base);
    type_tags(ann, mine);
    save_edit(shop->store, ann, base);
    now = stored(shop, ann);
    g_assert_cmpuint(care_record_list_length(now, CARE_CUSTOMER_TAGS), ==, 2);
    g_assert_cmpstr(care_record_text(care_record_list_item(now, CARE_CUSTOMER_TAGS, 1), 0), ==, "cargo");
}

/* Drafts */

static void
on_saved(GObject *source, GAsyncResult *result, gpointer data)
{
    GError **error = data;

    care_flow_save_finish(CARE_STORE(source), result, error);
    if (*error == NULL)
        *error = g_error_new_literal(G_IO_ERROR, G_IO_ERROR_FAILED, "saved");
}

/* Saves with the draft "customer:1". Whether it was saved; the error otherwise. */
static gboolean
save_with_draft(Shop *shop, CareRecord *record, CareRecord *base)
{
    g_autoptr(GError) error = NULL;

    care_flow_save_async(shop->store, record, base, "customer:1", on_saved, &error);
    while (error == NULL)
        g_main_context_iteration(NULL, TRUE);
    return g_error_matches(error, G_IO_ERROR, G_IO_ERROR_FAILED);
}

static void
test_a_draft_goes_with_its_save(Shop *shop, gconstpointer data)
{
    g_autoptr(CareRecord) ann = shop_add_customer(shop, "Ann Lee", NULL);
    g_autoptr(CareRecord) base = care_record_copy(ann);
    g_autofree char *kept = NULL;
    g_autofree char *gone = NULL;

    store_now_write_draft(shop->store, "customer:1", "{}");
    care_record_set_text(ann, CARE_CUSTOMER_BIRTHDAY, "no day at all");
    g_assert_false(save_with_draft(shop, ann, base));
    kept = care_draft_read(shop->store, "customer:1");
    g_assert_nonnull(kept);
    care_record_set_text(ann, CARE_CUSTOMER_BIRTHDAY, "--02-29");
    g_assert_true(save_with_draft(shop, ann, base));
    gone = care_draft_read(shop->store, "customer:1");
    g_assert_null(gone);
}

/* What a save costs */

static int
count(unsigned type, void *data, void *statement, void *sql)
{
    guint *n = data;

    /* what a virtual table does inside is not asked by the program */
    if (strstr(sql, "search_words_") == NULL && strstr(sql, "search_codes_") == NULL
        && strncmp(sql, "--", 2) != 0)
        (*n)++;
    g_test_message("%s", (const char *)sql);
    return 0;
}

static gboolean
trace(CareTransaction *transaction, gpointer data, GError **error)
{
    sqlite3 *handle = care_connection_handle(care_transaction_connection(transaction));

    sqlite3_trace_v2(handle, data != NULL ? SQLITE_TRACE_STMT : 0, data != NULL ? count : NULL, data);
    return TRUE;
}

static void
test_statements_of_a_phone(Shop *shop, gconstpointer data)
{
    g_autoptr(CareRecord) ann = add_with_phones(shop);
    g_autoptr(CareRecord) base = care_record_copy(ann);
    guint n = 0;

    set_number(ann, 1, "0157 999");
    store_now_write_draft(shop->store, "customer:1", "{}");
    g_assert_true(care_store_write(shop->store, trace, &n, NULL));
    n = 0;
    g_assert_true(save_with_draft(shop, ann, base));
    g_test_message("%u statements", n);
    g_assert_cmpuint(n, <=, 15);
    g_assert_true(care_store_write(shop->store, trace, NULL, NULL));
}

/* Rules */

static CareRecord *
add_issued(Shop *shop, CareRecord *customer, CareMoney *payable)
{
    g_autoptr(CareRecord) job = shop_add_job(shop, customer, NULL);
    g_autoptr(CareRecord) ready = shop_move(shop, job, "ready");
    g_autoptr(GError) error = NULL;
    g_autoptr(CareRecord) draft
        = care_invoice_draft_from_job(care_store_reader(shop->store), care_record_id(job), &error);
    CareRecord *issued;

    g_assert_no_error(error);
    shop_save(shop, draft);
    issued = care_invoice_issue_now(shop->store, care_record_id(draft), &error);
    g_assert_no_error(error);
    *payable = care_record_int(issued, CARE_INVOICE_PAYABLE);
    return issued;
}

static CareRecord *
add_payment(Shop *shop, CareRecord *invoice, CareMoney amount)
{
    CareRecord *payment = CARE_RECORD(care_payment_new());

    care_record_set_int(payment, CARE_PAYMENT_INVOICE, care_record_id(invoice));
    care_record_set_int(payment, CARE_PAYMENT_AMOUNT, amount);
    shop_save(shop, payment);
    return payment;
}

static void
assert_paid(Shop *shop, CareRecord *invoice, const char *state, CareMoney paid)
{
    g_autoptr(CareRecord) now = stored(shop, invoice);
    g_autoptr(CareVerification) verification = care_verify(care_store_reader(shop->store), shop->dir, NULL);

    g_assert_cmpstr(care_record_text(now, CARE_INVOICE_STATE), ==, state);
    g_assert_cmpint(care_record_int(now, CARE_INVOICE_PAID), ==, paid);
    g_assert_cmpuint(verification->problems->len, ==, 0);
}

static void
remove_record(Shop *shop, CareRecord *record)
{
    g_autoptr(GError) error = NULL;

    care_flow_remove_now(shop->store, care_record_kind(record), care_record_id(record), &error);
    g_assert_no_error(error);
}

/* As Recently Deleted and the command line do it. */
static void
bring_back(Shop *shop, CareRecord *record)
{
    g_autoptr(GError) error = NULL;

    care_flow_undelete_now(shop->store, care_record_kind(record), care_record_id(record), &error);
    g_assert_no_error(error);
}

static void
test_payment_goes_and_comes(Shop *shop, gconstpointer data)
{
    CareMoney all;
    g_autoptr(CareRecord) ann = shop_add_customer(shop, "Ann Lee", NULL);
    g_autoptr(CareRecord) invoice = add_issued(shop, ann, &all);
    g_autoptr(CareRecord) part = add_payment(shop, invoice, 4000);
    g_autoptr(CareRecord) rest = add_payment(shop, invoice, all - 4000);

    assert_paid(shop, invoice, "paid", all);
    remove_record(shop, rest);
    assert_paid(shop, invoice, "part", 4000);
    remove_record(shop, part);
    assert_paid(shop, invoice, "issued", 0);
    bring_back(shop, rest);
    bring_back(shop, part);
    assert_paid(shop, invoice, "paid", all);
}

static void
test_payment_to_another_invoice(Shop *shop, gconstpointer data)
{
    CareMoney all;
    g_autoptr(CareRecord) ann = shop_add_customer(shop, "Ann Lee", NULL);
    g_autoptr(CareRecord) bea = shop_add_customer(shop, "Bea Koch", NULL);
    g_autoptr(CareRecord) wrong = add_issued(shop, ann, &all);
    g_autoptr(CareRecord) right = add_issued(shop, bea, &all);
    g_autoptr(CareRecord) payment = add_payment(shop, wrong, all);
    g_autoptr(CareRecord) base = care_record_copy(payment);

    care_record_set_int(payment, CARE_PAYMENT_INVOICE, care_record_id(right));
    save_edit(shop->store, payment, base);
    assert_paid(shop, wrong, "issued", 0);
    assert_paid(shop, right, "paid", all);
    g_assert_cmpint(care_record_int(payment, CARE_PAYMENT_CUSTOMER), ==, care_record_id(bea));
}

static void
test_nothing_is_owed_for_what_was_cancelled(Shop *shop, gconstpointer data)
{
    CareMoney all;
    g_autoptr(CareRecord) ann = shop_add_customer(shop, "Ann Lee", NULL);
    g_autoptr(CareRecord) invoice = add_issued(shop, ann, &all);
    g_autoptr(CareRecord) note = care_invoice_cancel_now(shop->store, care_record_id(invoice), NULL);
    g_autoptr(CareRecord) payment = CARE_RECORD(care_payment_new());
    g_autoptr(GError) error = NULL;

    g_assert_nonnull(note);
    care_record_set_int(payment, CARE_PAYMENT_INVOICE, care_record_id(invoice));
    care_record_set_int(payment, CARE_PAYMENT_AMOUNT, all);
    g_assert_false(care_flow_save_now(shop->store, payment, NULL, &error));
    g_assert_error(error, CARE_ERROR, CARE_ERROR_REFUSED);
}

static CareRecord *
add_followup(Shop *shop, CareRecord *job)
{
    CareRecord *followup = CARE_RECORD(care_followup_new());

    care_record_set_int(followup, CARE_FOLLOWUP_CUSTOMER, care_record_int(job, CARE_JOB_CUSTOMER));
    care_record_set_int(followup, CARE_FOLLOWUP_JOB, care_record_id(job));
    care_record_set_text(followup, CARE_FOLLOWUP_KIND, "check");
    care_record_set_text(followup, CARE_FOLLOWUP_TITLE, "Ask about the saddle");
    care_record_set_text(followup, CARE_FOLLOWUP_DUE, "2026-12-01");
    care_record_set_text(followup, CARE_FOLLOWUP_STATE, "open");
    shop_save(shop, followup);
    return followup;
}

static gboolean
is_deleted(Shop *shop, CareRecord *record)
{
    g_autoptr(CareRecord) now = stored(shop, record);

    return care_record_stamp(now).deleted != 0;
}

static void
test_job_takes_its_followups_along(Shop *shop, gconstpointer data)
{
    g_autoptr(CareRecord) ann = shop_add_customer(shop, "Ann Lee", NULL);
    g_autoptr(CareRecord) job = shop_add_job(shop, ann, NULL);
    g_autoptr(CareRecord) before = add_followup(shop, job);
    g_autoptr(CareRecord) with_it = add_followup(shop, job);
    g_autoptr(CareClock) later
        = care_clock_new_fixed_at(care_clock_now(shop->clock) + 60, care_clock_zone(shop->clock));
    g_autoptr(CareStore) other = care_store_open(shop->dir, later, 0, NULL);

    remove_record(shop, before);
    g_assert_true(care_flow_remove_now(other, &care_job_kind, care_record_id(job), NULL));
    g_assert_true(is_deleted(shop, with_it));
    bring_back(shop, job);
    g_assert_false(is_deleted(shop, with_it));
    g_assert_true(is_deleted(shop, before));
}

static void
test_job_of_somebody_else(Shop *shop, gconstpointer data)
{
    CareMoney all;
    g_autoptr(CareRecord) ann = shop_add_customer(shop, "Ann Lee", NULL);
    g_autoptr(CareRecord) bea = shop_add_customer(shop, "Bea Koch", NULL);
    g_autoptr(CareRecord) job = shop_add_job(shop, ann, NULL);
    g_autoptr(CareRecord) followup = add_followup(shop, job);
    g_autoptr(CareRecord) invoice = add_issued(shop, ann, &all);
    g_autoptr(CareRecord) billed
        = care_store_get(shop->store, &care_job_kind, care_record_int(invoice, CARE_INVOICE_JOB), NULL);
    g_autoptr(CareRecord) moved = NULL;
    g_autoptr(GError) error = NULL;

    care_record_set_int(job, CARE_JOB_CUSTOMER, care_record_id(bea));
    shop_save(shop, job);
    moved = stored(shop, followup);
    g_assert_cmpint(care_record_int(moved, CARE_FOLLOWUP_CUSTOMER), ==, care_record_id(bea));
    care_record_set_int(billed, CARE_JOB_CUSTOMER, care_record_id(bea));
    g_assert_false(care_flow_save_now(shop->store, billed, NULL, &error));
    g_assert_error(error, CARE_ERROR, CARE_ERROR_REFUSED);
}

/* A call that was not made after all: the job is to be told of as before, and back. */
static void
test_contact_goes_and_comes(Shop *shop, gconstpointer data)
{
    g_autoptr(CareRecord) ann = shop_add_customer(shop, "Ann Lee", NULL);
    g_autoptr(CareRecord) job = shop_add_job(shop, ann, NULL);
    g_autoptr(CareRecord) ready = shop_move(shop, job, "ready");
    g_autoptr(CareRecord) call = CARE_RECORD(care_interaction_new());
    g_autoptr(CareRecord) told = NULL;
    g_autoptr(CareRecord) untold = NULL;
    g_autoptr(CareRecord) again = NULL;

    care_record_set_int(call, CARE_INTERACTION_CUSTOMER, care_record_id(ann));
    care_record_set_int(call, CARE_INTERACTION_JOB, care_record_id(job));
    care_record_set_text(call, CARE_INTERACTION_DIRECTION, "out");
    care_record_set_text(call, CARE_INTERACTION_CHANNEL, "phone");
    shop_save(shop, call);
    told = stored(shop, job);
    g_assert_false(care_job_owes_message(told));
    remove_record(shop, call);
    untold = stored(shop, job);
    g_assert_true(care_job_owes_message(untold));
    bring_back(shop, call);
    again = stored(shop, job);
    g_assert_false(care_job_owes_message(again));
}

/* What a low answer opened goes with it, unless somebody has begun with it. */
static void
test_answer_takes_its_complaint_along(Shop *shop, gconstpointer data)
{
    gboolean begun = GPOINTER_TO_INT(data);
    g_autoptr(CareRecord) ann = shop_add_customer(shop, "Ann Lee", NULL);
    g_autoptr(CareRecord) answer = CARE_RECORD(care_feedback_new());
    g_autoptr(CareRecord) complaint = NULL;

    care_record_set_int(answer, CARE_FEEDBACK_CUSTOMER, care_record_id(ann));
    care_record_set_int(answer, CARE_FEEDBACK_SCORE, 2);
    shop_save(shop, answer);
    complaint = care_store_get(shop->store, &care_complaint_kind,
                               care_query_number(care_store_reader(shop->store),
                                                 "feedback/complaint-of-answer", "i", care_record_id(answer)),
                               NULL);
    g_assert_nonnull(complaint);
    if (begun) {
        care_record_set_text(complaint, CARE_COMPLAINT_CAUSE, "wrong part");
        shop_save(shop, complaint);
    }
    remove_record(shop, answer);
    g_assert_cmpint(is_deleted(shop, complaint), ==, !begun);
    bring_back(shop, answer);
    g_assert_false(is_deleted(shop, complaint));
}

static void
test_every_kind_has_its_flow(Shop *shop, gconstpointer data)
{
    for (const CareKind *const *kind = care_kinds(); *kind != NULL; kind++) {
        g_autoptr(GError) error = NULL;

        g_assert_false(care_flow_remove_now(shop->store, *kind, 1, &error));
        g_assert_error(error, CARE_ERROR, CARE_ERROR_NOT_FOUND);
    }
}

int
main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
#define TEST(name, data, func)                                                                               \
    g_test_add("/flow/" name, Shop, GINT_TO_POINTER(data), shop_set_up_seller, func, shop_tear_down)
    TEST("only-what-was-changed", 0, test_only_what_was_changed);
    TEST("both-changed-the-same", 0, test_both_changed_the_same);
    TEST("both-changed-to-the-same", 0, test_both_changed_to_the_same);
    TEST("deleted-meanwhile", 0, test_deleted_meanwhile);
    TEST("moved-meanwhile", 0, test_moved_meanwhile);
    TEST("rows-of-both", 0, test_rows_of_both);
    TEST("the-same-row", FALSE, test_the_same_row);
    TEST("the-same-row-gone", TRUE, test_the_same_row);
    TEST("rows-keep-their-ids", 0, test_rows_keep_their_ids);
    TEST("tags-typed-anew", 0, test_tags_typed_anew);
    TEST("a-draft-goes-with-its-save", 0, test_a_draft_goes_with_its_save);
    TEST("statements-of-a-phone", 0, test_statements_of_a_phone);
    TEST("payment-goes-and-comes", 0, test_payment_goes_and_comes);
    TEST("payment-to-another-invoice", 0, test_payment_to_another_invoice);
    TEST("nothing-is-owed-for-what-was-cancelled", 0, test_nothing_is_owed_for_what_was_cancelled);
    TEST("job-takes-its-followups-along", 0, test_job_takes_its_followups_along);
    TEST("job-of-somebody-else", 0, test_job_of_somebody_else);
    TEST("contact-goes-and-comes", 0, test_contact_goes_and_comes);
    TEST("answer-takes-its-complaint-along", FALSE, test_answer_takes_its_complaint_along);
    TEST("answer-leaves-a-begun-complaint", TRUE, test_answer_takes_its_complaint_along);
    TEST("every-kind-has-its-flow", 0, test_every_kind_has_its_flow);
    return g_test_run();
}
