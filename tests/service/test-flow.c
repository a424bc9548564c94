/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
/* Two programs on one shop, and one door to it. */
#include <sqlite3.h>

#include "model/customer-phone.h"
#include "model/customer-tag.h"
#include "model/customer.h"
#include "model/invoice-line.h"
#include "store/draft.h"

#include "shop-acts.h"

/* The shop as another program has it open. */
static CareStore *
open_again(Shop *shop)
{
    g_autoptr(GError) error = NULL;
    CareStore *other = care_store_open(shop->dir, shop->clock, 0, &error);

    g_assert_no_error(error);
    return other;
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
    shop_save_edit(other, theirs, base);
}

static void
test_only_what_was_changed(Shop *shop, gconstpointer data)
{
    g_autoptr(CareRecord) ann = shop_add_customer(shop, "Ann Lee", NULL);
    g_autoptr(CareRecord) base = care_record_copy(ann);
    g_autoptr(CareRecord) now = NULL;

    change_elsewhere(shop, ann, CARE_CUSTOMER_NOTE, "is allergic to nuts");
    care_record_set_text(ann, CARE_CUSTOMER_NAME, "Ann Lind");
    shop_save_edit(shop->store, ann, base);
    now = shop_stored(shop, ann);
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
    care_record_set_text(ann, CARE_CUSTOMER_VAT_ID, "DE312448907");
    g_assert_false(care_flow_save_now(shop->store, ann, base, &error));
    g_assert_error(error, CARE_ERROR, CARE_ERROR_CONFLICT);
    g_assert_nonnull(strstr(error->message, "calls in the evening"));
    g_assert_nonnull(strstr(error->message, "calls at noon"));
    now = shop_stored(shop, ann);
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
    shop_save_edit(shop->store, ann, base);
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
    shop_save_edit(shop->store, job, base);
    now = shop_stored(shop, job);
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
    shop_save_edit(shop->store, theirs, base);
    set_number(ann, 0, "0171 888");
    shop_save_edit(shop->store, ann, base);
    now = shop_stored(shop, ann);
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
    shop_save_edit(shop->store, theirs, base);
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
    now = shop_stored(shop, ann);
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
    shop_save_edit(shop->store, other, base);
    type_tags(ann, mine);
    shop_save_edit(shop->store, ann, base);
    now = shop_stored(shop, ann);
    g_assert_cmpuint(care_record_list_length(now, CARE_CUSTOMER_TAGS), ==, 2);
    g_assert_cmpstr(care_record_text(care_record_list_item(now, CARE_CUSTOMER_TAGS, 1), 0), ==, "cargo");
}

/* One that is typed anew with another label is the row of its number; of two that could be meant neither is. */
static void
test_rows_typed_anew(Shop *shop, gconstpointer data)
{
    gboolean twice = GPOINTER_TO_INT(data);
    g_autoptr(CareRecord) ann = add_with_phones(shop);
    g_autoptr(CareRecord) later = shop_add_customer(shop, "Bea Koch", "0221 1"); /* no id is given again */
    g_autoptr(CareRecord) base = NULL;
    g_autoptr(CareRecord) now = NULL;

    if (twice) {
        set_number(ann, 1, number(ann, 0));
        shop_save(shop, ann);
    }
    base = care_record_copy(ann);
    care_record_clear(ann, CARE_CUSTOMER_PHONES);
    care_record_set_text(care_record_list_add(ann, CARE_CUSTOMER_PHONES), CARE_CUSTOMER_PHONE_NUMBER,
                         number(base, 0));
    care_record_set_text(phone(ann, 0), CARE_CUSTOMER_PHONE_LABEL, "Shop");
    shop_save_edit(shop->store, ann, base);
    now = shop_stored(shop, ann);
    g_assert_cmpuint(care_record_list_length(now, CARE_CUSTOMER_PHONES), ==, 1);
    g_assert_cmpstr(care_record_text(phone(now, 0), CARE_CUSTOMER_PHONE_LABEL), ==, "Shop");
    g_assert_true((care_record_id(phone(now, 0)) == care_record_id(phone(base, 0))) == !twice);
}

/* Whoever says that prices are net means the prices they saw: others that were written meanwhile are gross ones. */
static void
test_fields_that_go_together(Shop *shop, gconstpointer data)
{
    g_autoptr(CareRecord) ann = shop_add_customer(shop, "Ann Lee", NULL);
    g_autoptr(CareRecord) job = shop_add_job(shop, ann, NULL);
    g_autoptr(CareRecord) ready = shop_move(shop, job, "ready");
    g_autoptr(CareRecord) draft
        = care_invoice_draft_from_job(care_store_reader(shop->store), care_record_id(job), NULL);
    g_autoptr(CareRecord) base = NULL;
    g_autoptr(CareRecord) theirs = NULL;
    g_autoptr(GError) error = NULL;

    shop_save(shop, draft);
    base = care_record_copy(draft);
    theirs = care_record_copy(draft);
    care_record_set_int(care_record_list_item(theirs, CARE_INVOICE_LINES, 0), CARE_INVOICE_LINE_PRICE,
                        50000000);
    shop_save_edit(shop->store, theirs, base);
    care_record_set_text(draft, CARE_INVOICE_PRICES, "net");
    g_assert_false(care_flow_save_now(shop->store, draft, base, &error));
    g_assert_error(error, CARE_ERROR, CARE_ERROR_CONFLICT);
    g_assert_nonnull(strstr(error->message, "Prices"));
    g_assert_nonnull(strstr(error->message, "Lines"));
    care_record_assign(draft, base);
    care_record_set_text(draft, CARE_INVOICE_NOTE, "Thank you");
    shop_save_edit(shop->store, draft, base);
}

/* A day here and a time there would be an appointment that nobody made. */
static void
test_a_day_and_its_time(Shop *shop, gconstpointer data)
{
    g_autoptr(CareRecord) ann = shop_add_customer(shop, "Ann Lee", NULL);
    g_autoptr(CareRecord) job = shop_add_job(shop, ann, NULL);
    g_autoptr(CareRecord) base = care_record_copy(job);
    g_autoptr(GError) error = NULL;

    change_elsewhere(shop, job, CARE_JOB_PROMISED, "2026-11-27");
    care_record_set_text(job, CARE_JOB_PROMISED_TIME, "10:00");
    g_assert_false(care_flow_save_now(shop->store, job, base, &error));
    g_assert_error(error, CARE_ERROR, CARE_ERROR_CONFLICT);
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
    TEST("rows-typed-anew", 0, test_rows_typed_anew);
    TEST("rows-typed-anew/two-of-a-number", 1, test_rows_typed_anew);
    TEST("fields-that-go-together", 0, test_fields_that_go_together);
    TEST("a-day-and-its-time", 0, test_a_day_and_its_time);
    TEST("a-draft-goes-with-its-save", 0, test_a_draft_goes_with_its_save);
    TEST("statements-of-a-phone", 0, test_statements_of_a_phone);
    TEST("every-kind-has-its-flow", 0, test_every_kind_has_its_flow);
    return g_test_run();
}
