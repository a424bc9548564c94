/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
/* Files that are kept with a customer or a job. */
#include "service/customers/documents.h"

#include <gdk-pixbuf/gdk-pixbuf.h>
#include <string.h>

#include "core/errors.h"
#include "document/image.h"
#include "model/document.h"
#include "service/jobs/intake.h"
#include "store/file-store.h"

#include "shop.h"

typedef struct {
    CareRecord *document;
    GError *error;
    gboolean done;
} Result;

static void
on_attached(GObject *source, GAsyncResult *result, gpointer data)
{
    Result *attached = data;

    attached->document = care_document_attach_finish(CARE_STORE(source), result, &attached->error);
    attached->done = TRUE;
}

static void
wait_for(Result *result)
{
    while (!result->done)
        g_main_context_iteration(NULL, TRUE);
}

static void
result_clear(Result *result)
{
    g_clear_object(&result->document);
    g_clear_error(&result->error);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC(Result, result_clear)

static GBytes *
photo(int width, int height)
{
    g_autoptr(GdkPixbuf) pixbuf = gdk_pixbuf_new(GDK_COLORSPACE_RGB, FALSE, 8, width, height);
    char *data;
    gsize size;

    gdk_pixbuf_fill(pixbuf, 0x3584e4ff);
    g_assert_true(gdk_pixbuf_save_to_buffer(pixbuf, &data, &size, "jpeg", NULL, NULL));
    return g_bytes_new_take(data, size);
}

static void
attach(Shop *shop, CareId customer, CareId job, const char *name, GBytes *bytes, Result *result)
{
    care_document_attach_bytes_async(shop->store, (CareDocumentOwner){ customer, job }, name, bytes,
                                     on_attached, result);
    wait_for(result);
}

static void
test_text_stays_as_it_is(Shop *shop, gconstpointer data)
{
    g_autoptr(CareRecord) customer = shop_add_customer(shop, "Bea Koch", NULL);
    g_autoptr(GBytes) bytes = g_bytes_new_static("hello\n", 6);
    g_autoptr(GBytes) kept = NULL;
    g_auto(Result) result = { 0 };

    attach(shop, care_record_id(customer), 0, "note.txt", bytes, &result);
    g_assert_no_error(result.error);
    g_assert_cmpstr(care_record_text(result.document, CARE_DOCUMENT_NAME), ==, "note.txt");
    g_assert_cmpstr(care_record_text(result.document, CARE_DOCUMENT_MIME), ==, "text/plain");
    g_assert_cmpint(care_record_int(result.document, CARE_DOCUMENT_SIZE), ==, 6);
    kept = care_file_store_get(care_store_data_dir(shop->store),
                               care_record_text(result.document, CARE_DOCUMENT_SHA256), NULL);
    g_assert_true(g_bytes_equal(kept, bytes));
    g_assert_false(care_document_is_picture(result.document));
}

static void
test_photo_becomes_small_and_png(Shop *shop, gconstpointer data)
{
    g_autoptr(CareRecord) customer = shop_add_customer(shop, "Bea Koch", NULL);
    g_autoptr(GBytes) bytes = photo(3000, 1000);
    g_autoptr(GBytes) kept = NULL;
    g_autoptr(GBytes) small = NULL;
    g_auto(Result) result = { 0 };
    const char *sha256;
    int width, height;

    attach(shop, care_record_id(customer), 0, "scratch.jpg", bytes, &result);
    g_assert_no_error(result.error);
    sha256 = care_record_text(result.document, CARE_DOCUMENT_SHA256);
    kept = care_file_store_get(care_store_data_dir(shop->store), sha256, NULL);
    g_assert_true(care_image_png_size(kept, &width, &height));
    g_assert_cmpint(width, ==, CARE_IMAGE_PHOTO_SIDE);
    small = care_document_thumbnail(care_store_data_dir(shop->store), sha256, NULL);
    g_assert_true(care_image_png_size(small, &width, &height));
    g_assert_cmpint(width, ==, CARE_IMAGE_THUMBNAIL_SIDE);
    g_assert_true(care_document_is_picture(result.document));
}

static void
test_opens_by_its_name(Shop *shop, gconstpointer data)
{
    g_autoptr(CareRecord) customer = shop_add_customer(shop, "Bea Koch", NULL);
    g_autoptr(GBytes) bytes = photo(20, 20);
    g_auto(Result) result = { 0 };
    g_autoptr(GFile) file = NULL;
    g_autofree char *name = NULL;

    attach(shop, care_record_id(customer), 0, "../a/b: scratch.jpg", bytes, &result);
    file = care_document_file_to_open(care_store_data_dir(shop->store), result.document, NULL);
    name = g_file_get_basename(file);
    g_assert_cmpstr(name, ==, ".._a_b_ scratch.png");
}

static void
test_a_jobs_file_is_its_customers(Shop *shop, gconstpointer data)
{
    g_autoptr(CareRecord) customer = shop_add_customer(shop, "Bea Koch", NULL);
    g_autoptr(CareRecord) job = shop_add_job(shop, customer, NULL);
    g_autoptr(GBytes) bytes = g_bytes_new_static("x", 1);
    g_auto(Result) result = { 0 };

    attach(shop, 0, care_record_id(job), "x.txt", bytes, &result);
    g_assert_no_error(result.error);
    g_assert_cmpint(care_record_int(result.document, CARE_DOCUMENT_CUSTOMER), ==, care_record_id(customer));
}

static gint64
count(Shop *shop)
{
    return care_connection_int(care_store_reader(shop->store), "SELECT count(*) FROM document", -1);
}

static void
test_too_large_is_refused(Shop *shop, gconstpointer data)
{
    g_autoptr(CareRecord) customer = shop_add_customer(shop, "Bea Koch", NULL);
    g_autoptr(GBytes) bytes
        = g_bytes_new_take(g_malloc0(CARE_DOCUMENT_MAX_BYTES + 1), CARE_DOCUMENT_MAX_BYTES + 1);
    g_auto(Result) result = { 0 };

    attach(shop, care_record_id(customer), 0, "film.mp4", bytes, &result);
    g_assert_error(result.error, CARE_ERROR, CARE_ERROR_INPUT);
    g_assert_nonnull(strstr(result.error->message, "film.mp4"));
    g_assert_cmpint(count(shop), ==, 0);
}

static void
test_a_folder_is_refused(Shop *shop, gconstpointer data)
{
    g_autoptr(CareRecord) customer = shop_add_customer(shop, "Bea Koch", NULL);
    g_autoptr(GFile) folder = g_file_new_for_path(care_store_data_dir(shop->store));
    g_auto(Result) result = { 0 };

    care_document_attach_async(shop->store, (CareDocumentOwner){ care_record_id(customer), 0 }, folder,
                               on_attached, &result);
    wait_for(&result);
    g_assert_error(result.error, CARE_ERROR, CARE_ERROR_INPUT);
    g_assert_cmpint(count(shop), ==, 0);
}

static void
test_a_file_that_is_gone_is_refused(Shop *shop, gconstpointer data)
{
    g_autoptr(CareRecord) customer = shop_add_customer(shop, "Bea Koch", NULL);
    g_autoptr(GFile) file = g_file_new_build_filename(care_store_data_dir(shop->store), "no such", NULL);
    g_auto(Result) result = { 0 };

    care_document_attach_async(shop->store, (CareDocumentOwner){ care_record_id(customer), 0 }, file,
                               on_attached, &result);
    wait_for(&result);
    g_assert_error(result.error, CARE_ERROR, CARE_ERROR_INPUT);
    g_assert_cmpint(count(shop), ==, 0);
}

/* What calls itself a picture and is none is still a file that somebody wanted kept. */
static void
test_a_broken_photo_is_kept_as_a_file(Shop *shop, gconstpointer data)
{
    g_autoptr(CareRecord) customer = shop_add_customer(shop, "Bea Koch", NULL);
    g_autoptr(GBytes) bytes = g_bytes_new_static("\xff\xd8\xff\xe0 torn", 9);
    g_auto(Result) result = { 0 };

    attach(shop, care_record_id(customer), 0, "torn.jpg", bytes, &result);
    g_assert_no_error(result.error);
    g_assert_cmpint(care_record_int(result.document, CARE_DOCUMENT_SIZE), ==, 9);
}

static gboolean
take_in(CareTransaction *transaction, gpointer intake, GError **error)
{
    return care_intake_save(transaction, intake, error);
}

/* What is photographed while it is taken in has no job yet: its bytes are kept, its row comes with the job. */
static void
test_a_photo_waits_for_its_job(Shop *shop, gconstpointer data)
{
    g_autoptr(CareRecord) customer = shop_add_customer(shop, "Bea Koch", NULL);
    g_autoptr(CareRecord) job = CARE_RECORD(care_job_new());
    g_autoptr(GBytes) bytes = photo(20, 20);
    g_autoptr(GPtrArray) documents = g_ptr_array_new();
    g_autoptr(GBytes) kept = NULL;
    g_autoptr(CareRecord) saved = NULL;
    g_auto(Result) result = { 0 };
    CareIntake intake = { .job = job, .documents = documents };

    attach(shop, 0, 0, "frame.jpg", bytes, &result);
    g_assert_no_error(result.error);
    g_assert_cmpint(count(shop), ==, 0);
    kept = care_file_store_get(care_store_data_dir(shop->store),
                               care_record_text(result.document, CARE_DOCUMENT_SHA256), NULL);
    g_assert_nonnull(kept);

    g_ptr_array_add(documents, result.document);
    care_record_set_int(job, CARE_JOB_CUSTOMER, care_record_id(customer));
    g_assert_true(care_store_write(shop->store, take_in, &intake, NULL));
    saved = care_store_get(shop->store, &care_document_kind, care_record_id(result.document), NULL);
    g_assert_cmpint(care_record_int(saved, CARE_DOCUMENT_JOB), ==, care_record_id(job));
    g_assert_cmpint(care_record_int(saved, CARE_DOCUMENT_CUSTOMER), ==, care_record_id(customer));
}

static void
add(const char *path, void (*func)(Shop *, gconstpointer))
{
    g_test_add(path, Shop, NULL, shop_set_up, func, shop_tear_down);
}

int
main(int argc, char *argv[])
{
    g_autofree char *cache = g_dir_make_tmp("care-cache-XXXXXX", NULL);

    /* not the caller's thumbnails; the types of files are the system's */
    g_setenv("XDG_CACHE_HOME", cache, TRUE);
    g_test_init(&argc, &argv, NULL);
    add("/documents/text", test_text_stays_as_it_is);
    add("/documents/photo", test_photo_becomes_small_and_png);
    add("/documents/open", test_opens_by_its_name);
    add("/documents/job", test_a_jobs_file_is_its_customers);
    add("/documents/intake", test_a_photo_waits_for_its_job);
    add("/documents/too-large", test_too_large_is_refused);
    add("/documents/folder", test_a_folder_is_refused);
    add("/documents/gone", test_a_file_that_is_gone_is_refused);
    add("/documents/broken-photo", test_a_broken_photo_is_kept_as_a_file);
    return g_test_run();
}
