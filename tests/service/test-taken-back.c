/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
/* What was added and taken back by Undo did not happen: it is none of what was deleted, and can be done again. What
 * somebody touched since is not taken back. */
#include "purge-shop.h"

#include "exchange/json/archive-json.h"
#include "model/complaint.h"
#include "model/customer-email.h"
#include "model/customer.h"
#include "model/feedback.h"
#include "model/gift.h"
#include "model/interaction.h"
#include "model/occasion.h"
#include "model/plan-step.h"
#include "model/plan.h"
#include "model/text.h"
#include "model/device.h"
#include "service/customers/contact-flow.h"
#include "store/kind-query.h"

static gboolean
count_row(CareStatement *row, gpointer n, GError **error)
{
    (*(int *)n)++;
    return TRUE;
}

/* How many of what was deleted is of this kind. */
static int
deleted(Shop *shop, const CareKind *kind)
{
    g_autoptr(GError) error = NULL;
    int n = 0;

    care_kind_each_deleted(care_store_reader(shop->store), kind, 0, 100, count_row, &n, &error);
    g_assert_no_error(error);
    return n;
}

static gboolean
closure(CareTransaction *transaction, gpointer record, GError **error)
{
    return care_flow_take_back(transaction, record, error);
}

static void
take_back(Shop *shop, CareRecord *record)
{
    g_autoptr(GError) error = NULL;

    care_store_write(shop->store, closure, record, &error);
    g_assert_no_error(error);
}

static void
undelete(Shop *shop, CareRecord *record)
{
    g_autoptr(GError) error = NULL;

    care_flow_undelete_now(shop->store, care_record_kind(record), care_record_id(record), NULL, &error);
    g_assert_no_error(error);
}

static CareRecord *
add_customer(Shop *shop)
{
    return add(shop, &care_customer_kind, NULL, NULL, CARE_CUSTOMER_NAME, "Bea Koch", -1);
}

static CareRecord *
add_note(Shop *shop, CareRecord *customer)
{
    return add(shop, &care_interaction_kind, customer, NULL, CARE_INTERACTION_AT, "2026-11-24T11:00:00Z",
               CARE_INTERACTION_CHANNEL, "note", CARE_INTERACTION_DIRECTION, "in", CARE_INTERACTION_BODY,
               "Likes tea", -1);
}

static void
test_taken_back(Shop *shop, gconstpointer data)
{
    g_autoptr(CareRecord) customer = add_customer(shop);
    g_autoptr(CareRecord) note = add_note(shop, customer);
    g_autoptr(CareRecord) gift = add(shop, &care_gift_kind, customer, NULL, CARE_GIFT_NAME, "Bell",
                                     CARE_GIFT_STATE, "given", CARE_GIFT_GIVEN, "2026-11-24", -1);

    take_back(shop, note);
    take_back(shop, gift);
    g_assert_cmpint(deleted(shop, &care_interaction_kind), ==, 0);
    g_assert_cmpint(deleted(shop, &care_gift_kind), ==, 0);
    discard(shop, customer);
    g_assert_cmpint(deleted(shop, &care_customer_kind), ==, 1);
    assert_whole(shop);
}

/* Done again, and then deleted by somebody: that is a deletion. */
static void
test_done_again(Shop *shop, gconstpointer data)
{
    g_autoptr(CareRecord) customer = add_customer(shop);
    g_autoptr(CareRecord) note = add_note(shop, customer);

    take_back(shop, note);
    undelete(shop, note);
    g_assert_cmpint(number(shop, "SELECT count(*) FROM interaction WHERE deleted_at IS NULL"), ==, 1);
    g_assert_cmpint(number(shop, "SELECT count(*) FROM taken_back"), ==, 0);
    discard(shop, note);
    g_assert_cmpint(deleted(shop, &care_interaction_kind), ==, 1);
}

/* The toast offers Redo, and that Undo again, as often as anybody likes: what came along goes along each time, a day later,
 * too. */
static void
test_again_and_again(Shop *shop, gconstpointer data)
{
    g_autoptr(CareRecord) customer = add_customer(shop);
    g_autoptr(CareRecord) answer
        = add(shop, &care_feedback_kind, customer, NULL, CARE_FEEDBACK_SCORE, "2", -1);

    for (int day = 1; day <= 3; day++) {
        come_back(shop, 2 * day - 1);
        take_back(shop, answer);
        g_assert_cmpint(deleted(shop, &care_feedback_kind), ==, 0);
        g_assert_cmpint(deleted(shop, &care_complaint_kind), ==, 0);
        g_assert_cmpint(number(shop, "SELECT count(*) FROM complaint WHERE deleted_at IS NULL"), ==, 0);
        come_back(shop, 2 * day);
        undelete(shop, answer);
        g_assert_cmpint(number(shop, "SELECT count(*) FROM complaint WHERE deleted_at IS NULL"), ==, 1);
    }
    assert_whole(shop);
}

static gboolean
again_closure(CareTransaction *transaction, gpointer record, GError **error)
{
    return care_flow_add_again(transaction, care_record_kind(record), care_record_id(record), error);
}

static void
do_again(Shop *shop, CareRecord *record)
{
    g_autoptr(GError) error = NULL;

    care_store_write(shop->store, again_closure, record, &error);
    g_assert_no_error(error);
}

/* After a clock that was ahead, deletions bear a later day than theirs: what did not happen does not come to be deleted by
 * it. */
static void
test_behind_the_books(Shop *shop, gconstpointer data)
{
    g_autoptr(CareRecord) customer = add_customer(shop);
    g_autoptr(CareRecord) note = add_note(shop, customer);
    CareInstant added = care_record_stamp(note).created;

    g_assert_true(care_store_set_setting(shop->store, CARE_SETTING_LAST_PURGE, "2026-11-29", NULL));
    for (int i = 0; i < 3; i++) {
        g_autoptr(CareRecord) there = NULL;

        come_back(shop, i + 1);
        take_back(shop, note);
        g_assert_cmpint(deleted(shop, &care_interaction_kind), ==, 0);
        do_again(shop, note);
        there = care_store_get(shop->store, &care_interaction_kind, care_record_id(note), NULL);
        g_assert_cmpint(care_record_stamp(there).changed, ==, added);
    }
    assert_whole(shop);
}

/* A day that no clock shows, as an older version took it for today, dates nothing. */
static void
test_a_day_that_is_none(Shop *shop, gconstpointer data)
{
    g_autoptr(CareRecord) customer = add_customer(shop);

    g_assert_true(care_store_set_setting(shop->store, CARE_SETTING_LAST_PURGE, "9000-01-01", NULL));
    discard(shop, customer);
    g_assert_cmpint(number(shop, "SELECT count(*) FROM customer WHERE deleted_at = changed"), ==, 1);
}

static void
write_on(Shop *shop, CareRecord *note)
{
    g_autoptr(CareRecord) theirs
        = care_store_get(shop->store, &care_interaction_kind, care_record_id(note), NULL);

    care_record_set_text(theirs, CARE_INTERACTION_BODY, "Likes coffee");
    shop_save(shop, theirs);
}

static void
assert_kept(Shop *shop, CareRecord *note, const GError *error)
{
    g_autoptr(CareRecord) kept
        = care_store_get(shop->store, &care_interaction_kind, care_record_id(note), NULL);

    g_assert_error(error, CARE_ERROR, CARE_ERROR_CONFLICT);
    g_assert_nonnull(strstr(error->message, "changed elsewhere meanwhile"));
    g_assert_cmpstr(care_record_text(kept, CARE_INTERACTION_BODY), ==, "Likes coffee");
    g_assert_cmpint(care_record_stamp(kept).deleted, ==, 0);
}

/* Somebody else writes to it, a day later or within the second: their words do not go along. */
static void
test_touched_since(Shop *shop, gconstpointer days)
{
    g_autoptr(CareRecord) customer = add_customer(shop);
    g_autoptr(CareRecord) note = add_note(shop, customer);
    g_autoptr(GError) error = NULL;

    if (days)
        come_back(shop, GPOINTER_TO_INT(days));
    write_on(shop, note);
    g_assert_false(care_store_write(shop->store, closure, note, &error));
    assert_kept(shop, note, error);
}

static gboolean
contact_closure(CareTransaction *transaction, gpointer contact, GError **error)
{
    CareContactAbout about = { .rule = CARE_DUE_N_RULES };

    return care_contact_flow_take_back(transaction, contact, NULL, &about, error);
}

/* A call that was logged by mistake is nowhere, unless somebody wrote to it since. */
static void
test_contact(Shop *shop, gconstpointer touched)
{
    g_autoptr(CareRecord) customer = add_customer(shop);
    g_autoptr(CareRecord) note = add_note(shop, customer);
    g_autoptr(GError) error = NULL;

    if (GPOINTER_TO_INT(touched))
        write_on(shop, note);
    care_store_write(shop->store, contact_closure, note, &error);
    if (GPOINTER_TO_INT(touched)) {
        assert_kept(shop, note, error);
        return;
    }
    g_assert_no_error(error);
    g_assert_cmpint(deleted(shop, &care_interaction_kind), ==, 0);
    g_assert_false(is_there(shop, note));
}

/* Somebody works with what was added: it stays, and what they entered with it. */
static void
refuse_to_take_back(Shop *shop, CareRecord *record, const char *name)
{
    g_autoptr(GError) error = NULL;

    g_assert_false(care_store_write(shop->store, closure, record, &error));
    g_assert_error(error, CARE_ERROR, CARE_ERROR_REFUSED);
    g_assert_nonnull(strstr(error->message, name));
    g_assert_cmpint(deleted(shop, care_record_kind(record)), ==, 0);
}

static void
test_used_since(Shop *shop, gconstpointer data)
{
    g_autoptr(CareRecord) customer = add_customer(shop);
    g_autoptr(CareRecord) device
        = add(shop, &care_device_kind, customer, NULL, CARE_DEVICE_NAME, "Blue bicycle", -1);
    g_autoptr(CareRecord) job = CARE_RECORD(care_job_new());

    come_back(shop, 1);
    care_record_set_int(job, CARE_JOB_CUSTOMER, care_record_id(customer));
    care_record_set_int(job, CARE_JOB_DEVICE, care_record_id(device));
    care_record_set_text(job, CARE_JOB_FAULT, "Flat tyre");
    shop_save(shop, job);
    refuse_to_take_back(shop, customer, "Bea Koch");
    refuse_to_take_back(shop, device, "Blue bicycle");
    discard(shop, job);
    take_back(shop, device);
    take_back(shop, customer);
    g_assert_cmpint(deleted(shop, &care_customer_kind), ==, 0);
    g_assert_cmpint(deleted(shop, &care_job_kind), ==, 1);
    undelete(shop, job);
    g_assert_cmpint(number(shop, "SELECT count(*) FROM live_job"), ==, 1);
}

/* A template that others use in a plan: a row of a list counts, too. */
static void
test_used_in_a_list(Shop *shop, gconstpointer data)
{
    g_autoptr(CareRecord) text = add(shop, &care_text_kind, NULL, NULL, CARE_TEXT_NAME, "Checking in",
                                     CARE_TEXT_SITUATION, "check", CARE_TEXT_BODY, "How is it?", -1);
    g_autoptr(CareRecord) plan = care_record_new(&care_plan_kind);
    CareRecord *step = care_record_list_add(plan, CARE_PLAN_STEPS);

    come_back(shop, 1);
    care_record_set_text(plan, CARE_PLAN_NAME, "Short");
    care_record_set_text(step, CARE_PLAN_STEP_TITLE, "Ask");
    care_record_set_text(step, CARE_PLAN_STEP_KIND, "check");
    care_record_set_text(step, CARE_PLAN_STEP_ANCHOR, "handover");
    care_record_set_int(step, CARE_PLAN_STEP_DAYS, 3);
    care_record_set_int(step, CARE_PLAN_STEP_TEXT, care_record_id(text));
    shop_save(shop, plan);
    refuse_to_take_back(shop, text, "Checking in");
}

static void
test_purged(Shop *shop, gconstpointer data)
{
    g_autoptr(CareRecord) customer = add_customer(shop);
    g_autoptr(CareRecord) note = add_note(shop, customer);

    take_back(shop, note);
    g_assert_cmpint(number(shop, "SELECT count(*) FROM taken_back"), ==, 1);
    purge_after(shop, 31);
    g_assert_false(is_there(shop, note));
    g_assert_cmpint(number(shop, "SELECT count(*) FROM taken_back"), ==, 0);
    assert_whole(shop);
}

static char *
export_of(Shop *shop)
{
    g_autoptr(GOutputStream) out = g_memory_output_stream_new_resizable();
    g_autoptr(GError) error = NULL;

    care_archive_write(care_store_reader(shop->store), shop->dir, NULL, out, NULL, &error);
    g_assert_no_error(error);
    g_output_stream_write_all(out, "", 1, NULL, NULL, &error);
    g_assert_no_error(error);
    g_output_stream_close(out, NULL, &error);
    g_assert_no_error(error);
    return g_memory_output_stream_steal_data(G_MEMORY_OUTPUT_STREAM(out));
}

/* A photo that was taken of it is the customer's: it stays, and does not keep what it was taken for. */
static void
test_photo(Shop *shop, gconstpointer data)
{
    g_autoptr(CareRecord) customer = add_customer(shop);
    g_autoptr(CareRecord) job = add(shop, &care_job_kind, customer, NULL, CARE_JOB_FAULT, "Flat tyre", -1);
    g_autoptr(CareRecord) photo = add_document(shop, customer, job, "abc");
    g_autofree char *id = care_id_to_string(care_record_id(job));
    g_autofree char *before = export_of(shop);
    g_autofree char *after = NULL;

    g_assert_nonnull(strstr(before, "Flat tyre"));
    take_back(shop, job);
    after = export_of(shop);
    g_assert_null(strstr(after, "Flat tyre"));
    g_assert_nonnull(strstr(after, "photo.txt"));
    g_assert_null(strstr(after, id));
    assert_whole(shop);
}

/* Schemas before took any words as an address, and a line break in a VAT number. */
static gboolean
spoil(CareTransaction *transaction, gpointer data, GError **error)
{
    return care_connection_exec(care_transaction_connection(transaction),
                                "UPDATE customer_email SET address = 'ann at home <old>';"
                                "UPDATE customer SET vat_id = 'DE1' || char(10) || '2'",
                                error);
}

static CareRecord *
add_old_customer(Shop *shop)
{
    g_autoptr(CareRecord) customer = CARE_RECORD(care_customer_new());
    g_autoptr(GError) error = NULL;

    care_record_set_text(customer, CARE_CUSTOMER_NAME, "Ann Old");
    care_record_set_text(customer, CARE_CUSTOMER_VAT_ID, "DE312448907");
    care_record_set_text(care_record_list_add(customer, CARE_CUSTOMER_EMAILS), CARE_CUSTOMER_EMAIL_ADDRESS,
                         "ann@home.example");
    shop_save_edit(shop->store, customer, NULL);
    care_store_write(shop->store, spoil, NULL, &error);
    g_assert_no_error(error);
    return shop_stored(shop, customer);
}

typedef struct {
    CareRecord *before;
    CareRecord *after;
} Edit;

static gboolean
undo_edit(CareTransaction *transaction, gpointer data, GError **error)
{
    Edit *edit = data;
    g_autoptr(CareRecord) back = care_record_copy(edit->before);
    g_autoptr(CareRecord) replaced = NULL;

    return care_flow_save_back(transaction, back, edit->after, care_record_stamp(edit->after).changed,
                               &replaced, error);
}

/* Who takes a correction back enters nothing: what a shop has held for long is there again. address: the new one; NULL: none. */
static void
test_old_words(Shop *shop, gconstpointer address)
{
    g_autoptr(CareRecord) before = add_old_customer(shop);
    g_autoptr(CareRecord) after = shop_stored(shop, before), back = NULL;
    CareRecord *email = care_record_list_item(after, CARE_CUSTOMER_EMAILS, 0);
    g_autoptr(GError) error = NULL;

    if (address != NULL)
        care_record_set_text(email, CARE_CUSTOMER_EMAIL_ADDRESS, address);
    else
        g_list_store_remove_all(G_LIST_STORE(care_record_list(after, CARE_CUSTOMER_EMAILS)));
    shop_save_edit(shop->store, after, before);
    care_store_write(shop->store, undo_edit, &(Edit){ before, after }, &error);
    g_assert_no_error(error);
    back = shop_stored(shop, before);
    g_assert_cmpuint(care_record_list_length(back, CARE_CUSTOMER_EMAILS), ==, 1);
    email = care_record_list_item(back, CARE_CUSTOMER_EMAILS, 0);
    g_assert_cmpstr(care_record_text(email, CARE_CUSTOMER_EMAIL_ADDRESS), ==, "ann at home <old>");
    g_assert_cmpstr(care_record_text(back, CARE_CUSTOMER_VAT_ID), ==, "DE1\n2");
}

/* The number is one that no door takes; its line break goes wherever one is written. */
static void
test_old_number(Shop *shop, gconstpointer data)
{
    g_autoptr(CareRecord) before = add_old_customer(shop);
    g_autoptr(CareRecord) after = shop_stored(shop, before), back = NULL;
    g_autoptr(GError) error = NULL;

    care_record_set_text(after, CARE_CUSTOMER_VAT_ID, "DE312448907");
    shop_save_edit(shop->store, after, before);
    care_store_write(shop->store, undo_edit, &(Edit){ before, after }, &error);
    g_assert_no_error(error);
    back = shop_stored(shop, before);
    g_assert_cmpstr(care_record_text(back, CARE_CUSTOMER_VAT_ID), ==, "DE1 2");
}

int
main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add("/taken-back/is-not-deleted", Shop, NULL, shop_set_up, test_taken_back, shop_tear_down);
    g_test_add("/taken-back/done-again", Shop, NULL, shop_set_up, test_done_again, shop_tear_down);
    g_test_add("/taken-back/again-and-again", Shop, NULL, shop_set_up, test_again_and_again, shop_tear_down);
    g_test_add("/taken-back/behind-the-books", Shop, NULL, shop_set_up, test_behind_the_books,
               shop_tear_down);
    g_test_add("/taken-back/a-day-that-is-none", Shop, NULL, shop_set_up, test_a_day_that_is_none,
               shop_tear_down);
    g_test_add("/taken-back/touched-since", Shop, GINT_TO_POINTER(1), shop_set_up, test_touched_since,
               shop_tear_down);
    g_test_add("/taken-back/touched-at-once", Shop, NULL, shop_set_up, test_touched_since, shop_tear_down);
    g_test_add("/taken-back/contact", Shop, GINT_TO_POINTER(FALSE), shop_set_up, test_contact,
               shop_tear_down);
    g_test_add("/taken-back/contact-touched", Shop, GINT_TO_POINTER(TRUE), shop_set_up, test_contact,
               shop_tear_down);
    g_test_add("/taken-back/used-since", Shop, NULL, shop_set_up, test_used_since, shop_tear_down);
    g_test_add("/taken-back/used-in-a-list", Shop, NULL, shop_set_up, test_used_in_a_list, shop_tear_down);
    g_test_add("/taken-back/photo", Shop, NULL, shop_set_up, test_photo, shop_tear_down);
    g_test_add("/taken-back/old-words-removed", Shop, NULL, shop_set_up, test_old_words, shop_tear_down);
    g_test_add("/taken-back/old-words-corrected", Shop, "ann@home.example", shop_set_up, test_old_words,
               shop_tear_down);
    g_test_add("/taken-back/old-number", Shop, NULL, shop_set_up, test_old_number, shop_tear_down);
    g_test_add("/taken-back/purged", Shop, NULL, shop_set_up, test_purged, shop_tear_down);
    return g_test_run();
}
