/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "service/customers/documents.h"

#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>

#include "core/disk.h"
#include "core/errors.h"
#include "document/image.h"
#include "model/document.h"
#include "model/job.h"
#include "service/flow.h"
#include "store/file-store.h"

/* One file on its way in: read by a thread, saved by the store's worker. */
typedef struct {
    CareDocumentOwner owner;
    char *data_dir;
    GFile *file; /* nullable: then bytes are there already */
    GBytes *bytes;
    char *name;
    char *mime;
    char *sha256;
    CareRecord *document;
} Attach;

static void
attach_free(gpointer data)
{
    Attach *attach = data;

    g_clear_object(&attach->file);
    g_clear_object(&attach->document);
    g_clear_pointer(&attach->bytes, g_bytes_unref);
    g_free(attach->data_dir);
    g_free(attach->name);
    g_free(attach->mime);
    g_free(attach->sha256);
    g_free(attach);
}

static gboolean G_GNUC_PRINTF(2, 3) refuse(GError **error, const char *sentence, ...)
{
    va_list arguments;

    va_start(arguments, sentence);
    g_propagate_error(error, g_error_new_valist(CARE_ERROR, CARE_ERROR_INPUT, sentence, arguments));
    va_end(arguments);
    return FALSE;
}

static gboolean
read_file(Attach *attach, GError **error)
{
    g_autoptr(GFileInfo) info
        = g_file_query_info(attach->file,
                            G_FILE_ATTRIBUTE_STANDARD_TYPE "," G_FILE_ATTRIBUTE_STANDARD_SIZE
                                                           "," G_FILE_ATTRIBUTE_STANDARD_DISPLAY_NAME,
                            G_FILE_QUERY_INFO_NONE, NULL, NULL);
    g_autofree char *base = g_file_get_basename(attach->file);

    attach->name = g_strdup(info != NULL ? g_file_info_get_display_name(info) : base);
    if (info == NULL)
        return refuse(error, _("“%s” could not be read. Nothing was kept."), attach->name);
    if (g_file_info_get_file_type(info) != G_FILE_TYPE_REGULAR)
        return refuse(error, _("“%s” is no file. Nothing was kept."), attach->name);
    if (g_file_info_get_size(info) > CARE_DOCUMENT_MAX_BYTES)
        return refuse(error, _("“%s” is larger than 20 MB. Nothing was kept; keep a smaller copy of it."),
                      attach->name);
    attach->bytes = g_file_load_bytes(attach->file, NULL, NULL, NULL);
    if (attach->bytes == NULL)
        return refuse(error, _("“%s” could not be read. Nothing was kept."), attach->name);
    return TRUE;
}

static gboolean
is_drawn_picture(const char *mime)
{
    return g_str_has_prefix(mime, "image/") && !g_str_has_prefix(mime, "image/svg");
}

/* A picture that nobody can read is kept as the file it is. */
static void
normalise(Attach *attach)
{
    gsize size;
    const guchar *data = g_bytes_get_data(attach->bytes, &size);
    g_autofree char *type = g_content_type_guess(attach->name, data, size, NULL);
    g_autoptr(GBytes) picture = NULL;

    attach->mime = g_content_type_get_mime_type(type);
    if (attach->mime == NULL)
        attach->mime = g_strdup("application/octet-stream");
    if (!is_drawn_picture(attach->mime))
        return;
    picture = care_image_normalise(attach->bytes, CARE_IMAGE_PHOTO_SIDE, NULL);
    if (picture == NULL)
        return;
    g_bytes_unref(attach->bytes);
    attach->bytes = g_steal_pointer(&picture);
    g_set_str(&attach->mime, "image/png");
}

static gboolean
keep(Attach *attach, GError **error)
{
    if (attach->file != NULL && !read_file(attach, error))
        return FALSE;
    if (g_bytes_get_size(attach->bytes) == 0)
        return refuse(error, _("“%s” is empty. Nothing was kept."), attach->name);
    if (g_bytes_get_size(attach->bytes) > CARE_DOCUMENT_MAX_BYTES)
        return refuse(error, _("“%s” is larger than 20 MB. Nothing was kept; keep a smaller copy of it."),
                      attach->name);
    normalise(attach);
    attach->sha256 = care_file_store_put(attach->data_dir, attach->bytes, error);
    return attach->sha256 != NULL;
}

static void
keep_in_thread(GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
    GError *error = NULL;

    if (keep(data, &error))
        g_task_return_boolean(task, TRUE);
    else
        g_task_return_error(task, error);
}

static void
on_saved(GObject *source, GAsyncResult *result, gpointer data)
{
    g_autoptr(GTask) task = data;
    Attach *attach = g_task_get_task_data(task);
    GError *error = NULL;

    if (care_flow_save_finish(CARE_STORE(source), result, &error))
        g_task_return_pointer(task, g_object_ref(attach->document), g_object_unref);
    else
        g_task_return_error(task, error);
}

static CareId
customer_of(CareStore *store, const CareDocumentOwner *owner)
{
    g_autoptr(CareRecord) job = NULL;

    if (owner->customer != 0 || owner->job == 0)
        return owner->customer;
    job = care_store_get(store, &care_job_kind, owner->job, NULL);
    return job != NULL ? care_record_int(job, CARE_JOB_CUSTOMER) : 0;
}

static CareRecord *
make_document(CareStore *store, Attach *attach)
{
    CareRecord *document = CARE_RECORD(care_document_new());

    if (attach->owner.customer != 0 || attach->owner.job != 0)
        care_record_set_int(document, CARE_DOCUMENT_CUSTOMER, customer_of(store, &attach->owner));
    if (attach->owner.job != 0)
        care_record_set_int(document, CARE_DOCUMENT_JOB, attach->owner.job);
    care_record_set_text(document, CARE_DOCUMENT_NAME, attach->name);
    care_record_set_text(document, CARE_DOCUMENT_MIME, attach->mime);
    care_record_set_int(document, CARE_DOCUMENT_SIZE, (gint64)g_bytes_get_size(attach->bytes));
    care_record_set_text(document, CARE_DOCUMENT_SHA256, attach->sha256);
    care_record_set_int(document, CARE_DOCUMENT_AT, care_clock_now(care_store_clock(store)));
    return document;
}

static void
on_kept(GObject *source, GAsyncResult *result, gpointer data)
{
    g_autoptr(GTask) task = data;
    CareStore *store = CARE_STORE(source);
    Attach *attach = g_task_get_task_data(task);
    GError *error = NULL;

    if (!g_task_propagate_boolean(G_TASK(result), &error)) {
        g_task_return_error(task, error);
        return;
    }
    attach->document = make_document(store, attach);
    if (attach->owner.customer == 0 && attach->owner.job == 0) {
        g_task_return_pointer(task, g_object_ref(attach->document), g_object_unref);
        return;
    }
    care_flow_save_async(store, attach->document, NULL, NULL, on_saved, g_steal_pointer(&task));
}

static void
start(CareStore *store, Attach *attach, GAsyncReadyCallback callback, gpointer user_data)
{
    GTask *task = g_task_new(store, NULL, callback, user_data);
    g_autoptr(GTask) work = g_task_new(store, NULL, on_kept, task);

    attach->data_dir = g_strdup(care_store_data_dir(store));
    g_task_set_task_data(task, attach, attach_free);
    g_task_set_task_data(work, attach, NULL);
    g_task_run_in_thread(work, keep_in_thread);
}

void
care_document_attach_async(CareStore *store, CareDocumentOwner owner, GFile *file,
                           GAsyncReadyCallback callback, gpointer user_data)
{
    Attach *attach = g_new0(Attach, 1);

    attach->owner = owner;
    attach->file = g_object_ref(file);
    start(store, attach, callback, user_data);
}

void
care_document_attach_bytes_async(CareStore *store, CareDocumentOwner owner, const char *name, GBytes *bytes,
                                 GAsyncReadyCallback callback, gpointer user_data)
{
    Attach *attach = g_new0(Attach, 1);

    attach->owner = owner;
    attach->name = g_strdup(name);
    attach->bytes = g_bytes_ref(bytes);
    start(store, attach, callback, user_data);
}

CareRecord *
care_document_attach_finish(CareStore *store, GAsyncResult *result, GError **error)
{
    return g_task_propagate_pointer(G_TASK(result), error);
}

gboolean
care_document_is_picture(CareRecord *document)
{
    const char *mime = care_record_text(document, CARE_DOCUMENT_MIME);

    return mime != NULL && is_drawn_picture(mime);
}

static char *
cache_path(const char *folder, const char *name)
{
    return g_build_filename(g_get_user_cache_dir(), "aftercare", folder, name, NULL);
}

GBytes *
care_document_thumbnail(const char *data_dir, const char *sha256, GError **error)
{
    g_autofree char *name = g_strconcat(sha256, ".png", NULL);
    g_autofree char *path = cache_path("thumbnails", name);
    g_autofree char *folder = g_path_get_dirname(path);
    g_autoptr(GBytes) file = NULL;
    GBytes *small;
    char *data;
    gsize size;

    if (g_file_get_contents(path, &data, &size, NULL))
        return g_bytes_new_take(data, size);
    file = care_file_store_get(data_dir, sha256, error);
    if (file == NULL)
        return NULL;
    small = care_image_normalise(file, CARE_IMAGE_THUMBNAIL_SIDE, error);
    /* A cache that cannot be written to costs time only. */
    if (small != NULL && g_mkdir_with_parents(folder, 0700) == 0)
        g_file_set_contents(path, g_bytes_get_data(small, NULL), (gssize)g_bytes_get_size(small), NULL);
    return small;
}

/* A name that is a name in every file system; pictures end as what they became. */
static char *
file_name(CareRecord *document)
{
    g_autofree char *name = g_strdup(care_record_text(document, CARE_DOCUMENT_NAME));
    char *end;

    g_strdelimit(name, "/\\:*?\"<>|", '_');
    if (g_strcmp0(care_record_text(document, CARE_DOCUMENT_MIME), "image/png") != 0
        || g_str_has_suffix(name, ".png"))
        return g_strdup(name);
    end = g_strrstr(name, ".");
    if (end != NULL)
        *end = '\0';
    return g_strconcat(name, ".png", NULL);
}

static void
cannot_copy(const char *name, const char *path, const GError *cause, GError **error)
{
    if (care_error_is_full(cause))
        g_set_error(error, CARE_ERROR, CARE_ERROR_FULL,
                    _("“%s” could not be opened: there is no room for a copy."), name);
    else
        g_set_error(error, CARE_ERROR, CARE_ERROR_FULL,
                    /* Translators: the second %s is a file */
                    _("“%s” could not be opened: the copy %s cannot be written."), name, path);
}

GFile *
care_document_file_to_open(const char *data_dir, CareRecord *document, GError **error)
{
    const char *sha256 = care_record_text(document, CARE_DOCUMENT_SHA256);
    g_autofree char *folder = cache_path("open", sha256);
    g_autofree char *name = file_name(document);
    g_autofree char *path = g_build_filename(folder, name, NULL);
    g_autoptr(GBytes) bytes = NULL;
    g_autoptr(GError) cause = NULL;

    if (g_file_test(path, G_FILE_TEST_EXISTS))
        return g_file_new_for_path(path);
    bytes = care_file_store_get(data_dir, sha256, error);
    if (bytes == NULL)
        return NULL;
    g_mkdir_with_parents(folder, 0700);
    if (g_file_set_contents_full(path, g_bytes_get_data(bytes, NULL), (gssize)g_bytes_get_size(bytes),
                                 G_FILE_SET_CONTENTS_NONE, 0400, &cause))
        return g_file_new_for_path(path);
    cannot_copy(name, path, cause, error);
    return NULL;
}

void
care_document_forget_copies(const char *sha256)
{
    g_autofree char *name = g_strconcat(sha256, ".png", NULL);
    g_autofree char *thumbnail = cache_path("thumbnails", name);
    g_autofree char *folder = cache_path("open", sha256);
    g_autoptr(GDir) dir = g_dir_open(folder, 0, NULL);
    const char *opened;

    g_unlink(thumbnail);
    while (dir != NULL && (opened = g_dir_read_name(dir)) != NULL) {
        g_autofree char *path = g_build_filename(folder, opened, NULL);

        g_unlink(path);
    }
    g_rmdir(folder);
}
