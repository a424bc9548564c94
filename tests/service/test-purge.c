/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
/* What was deleted goes for good after 30 days, with all that is nothing without it, and nothing else does. */
#include "exchange/purge/purge.h"

#include <signal.h>
#include <string.h>
#include <utime.h>

#include "core/errors.h"
#include "model/complaint.h"
#include "model/deferral.h"
#include "model/document.h"
#include "model/event.h"
#include "model/feedback.h"
#include "model/followup.h"
#include "model/gift.h"
#include "model/interaction.h"
#include "model/invoice.h"
#include "model/occasion.h"
#include "model/payment.h"
#include "model/staff.h"
#include "exchange/import/customer-import.h"
#include "exchange/import/import-revert.h"
#include "service/invoices/invoice-from-job.h"
#include "service/invoices/invoice-issue.h"
#include "service/invoices/verify.h"
#include "service/jobs/unlock-code.h"
#include "store/draft.h"
#include "store/file-store.h"
#include "store/search.h"

#include "shop.h"
#include "service/flow.h"

#define DELETED ((CareDate){ 2026, 11, 24 })

static const char *program;

/* The same shop, so many days after the deletion. */
static void
come_back(Shop *shop, int days)
{
    g_autoptr(GError) error = NULL;

    g_clear_object(&shop->store);
    g_clear_object(&shop->clock);
    shop->clock = care_clock_new_fixed(care_date_add_days(DELETED, days));
    shop->store = care_store_open(shop->dir, shop->clock, 0, &error);
    g_assert_no_error(error);
}

static gboolean
purge_now(CareStore *store, GError **error)
{
    g_autoptr(GAsyncResult) result = NULL;

    care_purge_async(store, store_now_keep, &result);
    while (result == NULL)
        g_main_context_iteration(NULL, TRUE);
    return care_purge_finish(store, result, error);
}

static void
purge_after(Shop *shop, int days)
{
    g_autoptr(GError) error = NULL;

    come_back(shop, days);
    purge_now(shop->store, &error);
    g_assert_no_error(error);
}

static void
discard(Shop *shop, CareRecord *record)
{
    g_autoptr(GError) error = NULL;

    care_flow_remove_now(shop->store, care_record_kind(record), care_record_id(record), &error);
    g_assert_no_error(error);
}

static gboolean
is_there(Shop *shop, CareRecord *record)
{
    g_autoptr(CareRecord) found
        = care_store_get(shop->store, care_record_kind(record), care_record_id(record), NULL);

    return found != NULL;
}

static gint64
number(Shop *shop, const char *sql)
{
    return care_connection_int(care_store_reader(shop->store), sql, -1);
}

static void
assert_whole(Shop *shop)
{
    g_autoptr(GError) error = NULL;
    g_autoptr(CareVerification) verification = care_verify(care_store_reader(shop->store), shop->dir, &error);

    g_assert_no_error(error);
    for (guint i = 0; i < verification->problems->len; i++)
        g_test_message("%s", ((CareProblem *)verification->problems->pdata[i])->what);
    g_assert_cmpuint(verification->problems->len, ==, 0);
    g_assert_cmpint(number(shop, "SELECT count(*) FROM pragma_foreign_key_check"), ==, 0);
    g_assert_cmpint(number(shop, "SELECT count(*) FROM guard"), ==, 0);
}

/* A record of a kind, of a customer and (0: none) of a job; the words are pairs of field and text, -1 at the end. */
static CareRecord *
add(Shop *shop, const CareKind *kind, CareRecord *customer, CareRecord *job, ...)
{
    CareRecord *record = care_record_new(kind);
    int of_customer = care_kind_find_field(kind, "customer"), of_job = care_kind_find_field(kind, "job");
    va_list words;
    int field;

    if (customer != NULL)
        care_record_set_int(record, of_customer, care_record_id(customer));
    if (job != NULL)
        care_record_set_int(record, of_job, care_record_id(job));
    va_start(words, job);
    while ((field = va_arg(words, int)) >= 0) {
        g_autoptr(GError) error = NULL;

        care_record_field_parse(record, field, va_arg(words, const char *), "EUR", &error);
        g_assert_no_error(error);
    }
    va_end(words);
    shop_save(shop, record);
    return record;
}

static char *
keep_bytes(Shop *shop, const char *text)
{
    g_autoptr(GBytes) bytes = g_bytes_new(text, strlen(text));
    g_autoptr(GError) error = NULL;
    char *hash = care_file_store_put(shop->dir, bytes, &error);

    g_assert_no_error(error);
    return hash;
}

static void
make_old(const char *path)
{
    struct utimbuf old = { .actime = 1000000000, .modtime = 1000000000 };

    g_assert_cmpint(utime(path, &old), ==, 0);
}

static gboolean
has_file(Shop *shop, const char *hash)
{
    g_autofree char *path = care_file_store_path(shop->dir, hash);

    return g_file_test(path, G_FILE_TEST_IS_REGULAR);
}

static CareRecord *
add_document(Shop *shop, CareRecord *customer, CareRecord *job, const char *text)
{
    g_autofree char *hash = keep_bytes(shop, text);
    g_autofree char *path = care_file_store_path(shop->dir, hash);

    make_old(path);
    return add(shop, &care_document_kind, customer, job, CARE_DOCUMENT_NAME, "photo.txt", CARE_DOCUMENT_MIME,
               "text/plain", CARE_DOCUMENT_SIZE, "3", CARE_DOCUMENT_SHA256, hash, CARE_DOCUMENT_AT,
               "2026-11-20T10:00:00Z", -1);
}

static CareRecord *
issue_for(Shop *shop, CareRecord *job)
{
    g_autoptr(CareRecord) ready = shop_move(shop, job, "ready");
    g_autoptr(GError) error = NULL;
    g_autoptr(CareRecord) draft
        = care_invoice_draft_from_job(care_store_reader(shop->store), care_record_id(job), &error);
    CareRecord *issued;

    g_assert_no_error(error);
    shop_save(shop, draft);
    issued = care_invoice_issue_now(shop->store, care_record_id(draft), &error);
    g_assert_no_error(error);
    return issued;
}

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
    return care_flow_undelete(transaction, care_record_kind(data), care_record_id(data), error);
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
    invoice = issue_for(shop, job);
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

/* The keyring is not reached from here: the job waits until its code is gone. */
static void
test_an_unlock_code_goes_first(Shop *shop, gconstpointer data)
{
    g_autoptr(CareRecord) bea = shop_add_customer(shop, "Bea Koch", NULL);
    g_autoptr(CareRecord) job = shop_add_job(shop, bea, NULL);

    care_record_set_int(job, CARE_JOB_HAS_CODE, 1);
    shop_save(shop, job);
    discard(shop, bea);
    purge_after(shop, 31);
    g_assert_true(is_there(shop, bea));
    care_record_set_int(job, CARE_JOB_HAS_CODE, 0);
    shop_save(shop, job);
    purge_after(shop, 31);
    g_assert_false(is_there(shop, bea));
    assert_whole(shop);
}

static void
test_files(Shop *shop, gconstpointer data)
{
    g_autoptr(CareRecord) bea = shop_add_customer(shop, "Bea Koch", NULL);
    g_autoptr(CareRecord) ann = shop_add_customer(shop, "Ann Lee", NULL);
    g_autoptr(CareRecord) one = add_document(shop, bea, NULL, "shared");
    g_autoptr(CareRecord) two = add_document(shop, ann, NULL, "shared");
    g_autofree char *logo = keep_bytes(shop, "logo");
    g_autofree char *logo_path = care_file_store_path(shop->dir, logo);
    g_autofree char *orphan = keep_bytes(shop, "orphan");
    g_autofree char *orphan_path = care_file_store_path(shop->dir, orphan);
    g_autofree char *young = keep_bytes(shop, "young");
    g_autofree char *left = g_strconcat(orphan_path, ".A1B2C3", NULL);
    g_autofree char *again = NULL;

    g_assert_true(care_store_set_setting(shop->store, CARE_SETTING_SHOP_LOGO, logo, NULL));
    g_assert_true(g_file_set_contents(left, "half", -1, NULL));
    make_old(logo_path);
    make_old(orphan_path);
    make_old(left);
    discard(shop, one);
    purge_after(shop, 31);
    g_assert_true(has_file(shop, care_record_text(two, CARE_DOCUMENT_SHA256)));
    g_assert_true(has_file(shop, logo));
    g_assert_true(has_file(shop, young));
    g_assert_false(has_file(shop, orphan));
    g_assert_false(g_file_test(left, G_FILE_TEST_EXISTS));
    discard(shop, two);
    purge_after(shop, 31 + 31);
    g_assert_false(has_file(shop, care_record_text(two, CARE_DOCUMENT_SHA256)));
    /* who keeps the same bytes again has them */
    again = keep_bytes(shop, "orphan");
    g_assert_true(has_file(shop, again));
    make_old(orphan_path);
    g_free(g_steal_pointer(&again));
    again = keep_bytes(shop, "orphan");
    purge_after(shop, 31 + 31);
    g_assert_true(has_file(shop, again));
}

/* The shop has a new logo; the old one stands on an invoice that may be shown and printed again. */
static void
test_logo_of_an_invoice(Shop *shop, gconstpointer data)
{
    g_autoptr(CareRecord) bea = shop_add_customer(shop, "Bea Koch", NULL);
    g_autofree char *borne = keep_bytes(shop, "the old logo");
    g_autofree char *borne_path = care_file_store_path(shop->dir, borne);
    g_autoptr(CareRecord) job = NULL;
    g_autoptr(CareRecord) invoice = NULL;

    g_assert_true(care_store_set_setting(shop->store, CARE_SETTING_SHOP_LOGO, borne, NULL));
    job = shop_add_job(shop, bea, NULL);
    invoice = issue_for(shop, job);
    g_assert_true(care_store_set_setting(shop->store, CARE_SETTING_SHOP_LOGO, NULL, NULL));
    make_old(borne_path);
    purge_after(shop, 31);
    g_assert_true(has_file(shop, borne));
}

static CareId
import_card(Shop *shop, const char *card)
{
    g_autoptr(CareCustomerImport) import = care_customer_import_new(shop->store);
    g_autofree char *path = g_build_filename(shop->dir, "cards.vcf", NULL);
    g_autoptr(GFile) file = g_file_new_for_path(path);
    g_autoptr(GError) error = NULL;

    g_assert_true(g_file_set_contents(path, card, -1, NULL));
    care_customer_import_add(import, file, NULL);
    care_customer_import_run(import, NULL, &error);
    g_assert_no_error(error);
    return care_customer_import_id(import);
}

#define CARD(name, more)                                                                                     \
    "BEGIN:VCARD\r\nVERSION:3.0\r\nFN:" name "\r\nTEL:0157 3352178\r\n" more "END:VCARD\r\n"

static void
test_an_old_import_is_closed(Shop *shop, gconstpointer data)
{
    CareId import = import_card(shop, CARD("Mia Sand", "EMAIL:mia@example.org\r\n"));
    g_autoptr(GError) error = NULL;
    g_autoptr(CareImportRevert) revert = NULL;

    purge_after(shop, 30);
    g_assert_cmpint(number(shop, "SELECT count(*) FROM import_row WHERE name = 'Mia Sand'"), ==, 1);
    purge_after(shop, 31);
    g_assert_cmpint(number(shop, "SELECT count(*) FROM import_row"), ==, 0);
    g_assert_cmpint(number(shop, "SELECT count(*) FROM import_file WHERE new = 1"), ==, 1);
    g_assert_cmpint(number(shop, "SELECT count(*) FROM customer WHERE name = 'Mia Sand'"), ==, 1);
    revert = care_import_revert(shop->store, import, &error);
    g_assert_null(revert);
    g_assert_error(error, CARE_ERROR, CARE_ERROR_REFUSED);
    g_assert_nonnull(strstr(error->message, "30 days"));
}

/* A record that is purged takes its name out of imports that can still be reverted. */
static void
test_a_young_import_forgets_too(Shop *shop, gconstpointer data)
{
    g_autoptr(CareRecord) bea = shop_add_customer(shop, "Bea Koch", "0157 3352178");
    g_autoptr(GError) error = NULL;
    g_autoptr(CareImportRevert) revert = NULL;
    CareId import;

    discard(shop, bea);
    come_back(shop, 10);
    import = import_card(shop, CARD("Mia Sand", ""));
    /* as if the import had merged something into the one that is deleted */
    g_clear_object(&shop->store);
    {
        g_autofree char *path = g_build_filename(shop->dir, "aftercare.db", NULL);
        g_autofree char *sql = g_strdup_printf(
            "INSERT INTO import_row (import, file, row, line, result, kind, record, name, "
            "before, after) SELECT import, file, 2, 5, 'merged', 'customer', %" G_GINT64_FORMAT
            ", 'Bea Koch', '{}', 'x' FROM import_row",
            care_record_id(bea));
        g_autoptr(CareConnection) raw = care_connection_open(path, CARE_CONNECTION_WRITE, &error);

        g_assert_no_error(error);
        g_assert_true(care_connection_exec(raw, sql, &error));
    }
    purge_after(shop, 31);
    g_assert_false(is_there(shop, bea));
    g_assert_cmpint(number(shop, "SELECT count(*) FROM import_row"), ==, 2);
    g_assert_cmpint(number(shop, "SELECT count(*) FROM import_row WHERE name = 'Mia Sand'"), ==, 1);
    g_assert_cmpint(
        number(shop, "SELECT count(*) FROM import_row WHERE name = 'Bea Koch' OR before IS NOT NULL"), ==, 0);
    revert = care_import_revert(shop->store, import, &error);
    g_assert_no_error(error);
    g_assert_cmpuint(revert->removed, ==, 1);
    assert_whole(shop);
}

#define MANY 1500

static gboolean
add_many(CareTransaction *transaction, gpointer data, GError **error)
{
    for (guint i = 0; i < MANY; i++) {
        g_autofree char *name = g_strdup_printf("Number %u", i);
        g_autoptr(CareRecord) customer = CARE_RECORD(care_customer_new());
        g_autoptr(CareRecord) device = CARE_RECORD(care_device_new());

        care_record_set_text(customer, CARE_CUSTOMER_NAME, name);
        if (!care_flow_save(transaction, customer, NULL, error))
            return FALSE;
        care_record_set_text(device, CARE_DEVICE_NAME, name);
        care_record_set_int(device, CARE_DEVICE_CUSTOMER, care_record_id(customer));
        if (!care_flow_save(transaction, device, NULL, error)
            || !care_flow_remove(transaction, &care_customer_kind, care_record_id(customer), error))
            return FALSE;
    }
    return TRUE;
}

static void
test_killed_in_between(Shop *shop, gconstpointer data)
{
    g_autoptr(GError) error = NULL;
    g_autoptr(GSubprocess) victim = NULL;
    gint64 left = MANY;

    g_assert_true(care_store_write(shop->store, add_many, NULL, &error));
    come_back(shop, 31);
    victim = g_subprocess_new(G_SUBPROCESS_FLAGS_NONE, &error, program, "--victim", shop->dir, NULL);
    g_assert_no_error(error);
    while (left == MANY) {
        g_usleep(200);
        left = number(shop, "SELECT count(*) FROM customer");
    }
    g_subprocess_send_signal(victim, SIGKILL);
    g_subprocess_wait(victim, NULL, NULL);
    left = number(shop, "SELECT count(*) FROM customer");
    g_test_message("%d of %d left", (int)left, MANY);
    g_assert_cmpint(left, >, 0);
    g_assert_cmpint(number(shop, "SELECT count(*) FROM device"), ==, left);
    assert_whole(shop);
    purge_after(shop, 31);
    g_assert_cmpint(number(shop, "SELECT count(*) FROM customer"), ==, 0);
    g_assert_cmpint(number(shop, "SELECT count(*) FROM device"), ==, 0);
    assert_whole(shop);
}

static void
on_purged(GObject *source, GAsyncResult *result, gpointer data)
{
    g_autoptr(GError) error = NULL;

    care_purge_finish(CARE_STORE(source), result, &error);
    g_assert_no_error(error);
    *(gboolean *)data = TRUE;
}

static void
purge_as_the_window_does(Shop *shop)
{
    gboolean done = FALSE;

    care_purge_async(shop->store, on_purged, &done);
    while (!done)
        g_main_context_iteration(NULL, TRUE);
}

static void
on_code_stored(GObject *source, GAsyncResult *result, gpointer data)
{
    *(int *)data = care_unlock_code_store_finish(CARE_STORE(source), result, NULL) ? 1 : 0;
}

static void
on_code_found(GObject *source, GAsyncResult *result, gpointer data)
{
    g_autofree char *code = care_unlock_code_lookup_finish(CARE_STORE(source), result, NULL);

    *(int *)data = code != NULL ? 1 : 0;
}

/* The window reaches the keyring: one purge empties it, the next takes the job. */
static void
test_the_keyring_is_emptied(Shop *shop, gconstpointer data)
{
    g_autoptr(CareRecord) bea = shop_add_customer(shop, "Bea Koch", NULL);
    g_autoptr(CareRecord) job = shop_add_job(shop, bea, NULL);
    int stored = -1, found = -1;

    care_unlock_code_store_async(shop->store, care_record_id(job), "1234", on_code_stored, &stored);
    while (stored < 0)
        g_main_context_iteration(NULL, TRUE);
    if (stored == 0) {
        g_test_skip("there is no keyring here");
        return;
    }
    discard(shop, bea);
    come_back(shop, 31);
    purge_as_the_window_does(shop);
    g_assert_true(is_there(shop, job));
    while (number(shop, "SELECT count(*) FROM job WHERE has_code = 1") > 0)
        g_main_context_iteration(NULL, FALSE);
    care_unlock_code_lookup_async(shop->store, care_record_id(job), on_code_found, &found);
    while (found < 0)
        g_main_context_iteration(NULL, TRUE);
    g_assert_cmpint(found, ==, 0);
    purge_as_the_window_does(shop);
    g_assert_false(is_there(shop, job));
    g_assert_false(is_there(shop, bea));
}

static void
on_changed(CareStore *store, CareChangeSet *changes, gpointer data)
{
    *(gboolean *)data |= care_change_set_has_kind(changes, "customer");
}

static void
test_the_window_is_told(Shop *shop, gconstpointer data)
{
    g_autoptr(CareRecord) bea = shop_add_customer(shop, "Bea Koch", NULL);
    gboolean told = FALSE;

    discard(shop, bea);
    come_back(shop, 31);
    g_signal_connect(shop->store, "changed", G_CALLBACK(on_changed), &told);
    purge_as_the_window_does(shop);
    g_assert_false(is_there(shop, bea));
    g_assert_true(told);
}

static void
expect_closed(GObject *source, GAsyncResult *result, gpointer data)
{
    g_autoptr(GError) error = NULL;

    g_assert_false(care_purge_finish(CARE_STORE(source), result, &error));
    g_assert_error(error, CARE_ERROR, CARE_ERROR_BUSY);
    *(gboolean *)data = TRUE;
}

/* The window may close the shop between two chunks. */
static void
test_closed_in_between(Shop *shop, gconstpointer data)
{
    gboolean done = FALSE;

    g_assert_true(care_store_write(shop->store, add_many, NULL, NULL));
    come_back(shop, 31);
    care_purge_async(shop->store, expect_closed, &done);
    care_store_close(shop->store);
    while (!done)
        g_main_context_iteration(NULL, TRUE);
    come_back(shop, 31);
    g_assert_cmpint(number(shop, "SELECT count(*) FROM customer"), <, MANY);
    assert_whole(shop);
}

static int
be_the_victim(const char *dir)
{
    g_autoptr(CareClock) clock = care_clock_new_fixed(care_date_add_days(DELETED, 31));
    g_autoptr(CareStore) store = care_store_open(dir, clock, 0, NULL);

    return store != NULL && purge_now(store, NULL) ? 0 : 1;
}

static char *
put_copy(Shop *shop, const char *name)
{
    char *path = g_build_filename(shop->dir, name, NULL);

    g_assert_true(g_file_set_contents(path, "whole", -1, NULL));
    return path;
}

/* What a migration left beside the shop: 30 days by the disk's clock, not by the shop's. */
static void
test_copies_from_before_a_migration(Shop *shop, gconstpointer data)
{
    g_autofree char *old = put_copy(shop, "aftercare.db.before-2");
    g_autofree char *killed = put_copy(shop, "aftercare.db.before-2.part");
    g_autofree char *young = put_copy(shop, "aftercare.db.before-3");
    g_autofree char *other = put_copy(shop, "aftercare.db.mine");

    make_old(old);
    make_old(killed);
    make_old(other);
    purge_after(shop, 0);
    g_assert_false(g_file_test(old, G_FILE_TEST_EXISTS));
    g_assert_false(g_file_test(killed, G_FILE_TEST_EXISTS));
    g_assert_true(g_file_test(young, G_FILE_TEST_EXISTS));
    g_assert_true(g_file_test(other, G_FILE_TEST_EXISTS));
}

static void
add_test(const char *path, void (*func)(Shop *, gconstpointer))
{
    g_test_add(path, Shop, NULL, shop_set_up_seller, func, shop_tear_down);
}

int
main(int argc, char **argv)
{
    program = argv[0];
    if (argc == 3 && strcmp(argv[1], "--victim") == 0)
        return be_the_victim(argv[2]);
    g_test_init(&argc, &argv, NULL);
    add_test("/purge/thirty-days", test_thirty_days);
    add_test("/purge/brought-back-in-time", test_brought_back_in_time);
    add_test("/purge/all-that-is-theirs", test_goes_with_all_that_is_theirs);
    add_test("/purge/issued-document", test_an_issued_document_keeps_them);
    add_test("/purge/job", test_a_job_lets_go_of_what_was_said);
    add_test("/purge/complaint", test_a_complaint_takes_its_followup);
    add_test("/purge/referred-to", test_what_is_referred_to_stays);
    add_test("/purge/referrer-of-a-customer", test_who_recommended_somebody_goes);
    add_test("/purge/staff", test_staff);
    add_test("/purge/unlock-code", test_an_unlock_code_goes_first);
    add_test("/purge/files", test_files);
    add_test("/purge/logo-of-an-invoice", test_logo_of_an_invoice);
    add_test("/purge/copies", test_copies_from_before_a_migration);
    add_test("/purge/old-import", test_an_old_import_is_closed);
    add_test("/purge/young-import", test_a_young_import_forgets_too);
    add_test("/purge/killed", test_killed_in_between);
    add_test("/purge/keyring", test_the_keyring_is_emptied);
    add_test("/purge/told", test_the_window_is_told);
    add_test("/purge/closed", test_closed_in_between);
    return g_test_run();
}
