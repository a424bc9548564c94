/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/import/customer-import.h"

#include <glib/gi18n-lib.h>

#include "core/errors.h"
#include "exchange/import/import-revert.h"
#include "store/under-way.h"

struct _CareCustomerImport {
    GObject parent_instance;

    CareStore *store;
    GPtrArray *files; /* CareImportFile */
    CareId id;
    guint position; /* the file it is at */
    gboolean started;
    gboolean done;
    gboolean left; /* a part of it, which could not be taken back */
    int lock;
    GMutex progress_lock;
    double progress;
};

enum { PROP_PROGRESS = 1, N_PROPS };
static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE(CareCustomerImport, care_customer_import, G_TYPE_OBJECT)

static void
care_customer_import_get_property(GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
    g_value_set_double(value, care_customer_import_progress(CARE_CUSTOMER_IMPORT(object)));
}

static void
care_customer_import_finalize(GObject *object)
{
    CareCustomerImport *self = CARE_CUSTOMER_IMPORT(object);

    care_import_unlock(self->lock);
    g_ptr_array_unref(self->files);
    g_object_unref(self->store);
    g_mutex_clear(&self->progress_lock);
    G_OBJECT_CLASS(care_customer_import_parent_class)->finalize(object);
}

static void
care_customer_import_class_init(CareCustomerImportClass *klass)
{
    GObjectClass *object_class = G_OBJECT_CLASS(klass);

    object_class->get_property = care_customer_import_get_property;
    object_class->finalize = care_customer_import_finalize;
    properties[PROP_PROGRESS]
        = g_param_spec_double("progress", NULL, NULL, 0, 1, 0, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
    g_object_class_install_properties(object_class, N_PROPS, properties);
}

static void
care_customer_import_init(CareCustomerImport *self)
{
    self->files = g_ptr_array_new_with_free_func((GDestroyNotify)care_import_file_free);
    self->lock = -1;
    g_mutex_init(&self->progress_lock);
}

CareCustomerImport *
care_customer_import_new(CareStore *store)
{
    CareCustomerImport *self = g_object_new(CARE_TYPE_CUSTOMER_IMPORT, NULL);

    self->store = g_object_ref(store);
    return self;
}

CareImportFile *
care_customer_import_add(CareCustomerImport *self, GFile *file, const char *name)
{
    CareImportFile *added = care_import_file_new(file, name);

    g_ptr_array_add(self->files, added);
    return added;
}

guint
care_customer_import_n_files(CareCustomerImport *self)
{
    return self->files->len;
}

CareImportFile *
care_customer_import_file(CareCustomerImport *self, guint position)
{
    return self->files->pdata[position];
}

gboolean
care_customer_import_is_ready(CareCustomerImport *self, GError **error)
{
    const char *first = NULL;

    for (guint i = 0; i < self->files->len; i++) {
        CareImportFile *file = self->files->pdata[i];

        if (file->error == NULL)
            return TRUE;
        first = first != NULL ? first : file->error;
    }
    g_set_error_literal(error, CARE_ERROR, CARE_ERROR_INPUT,
                        first != NULL ? first : _("There is no file to import."));
    return FALSE;
}

static gboolean
finish_file(CareCustomerImport *self, CareTransaction *transaction, CareImportFile *file, GError **error)
{
    CareImportFileRow row = { .name = file->name, .error = file->error, .counts = file->counts };

    if (file->error == NULL) {
        row.format = file->reader->kind->format(file->reader);
        row.encoding = file->reader->kind->encoding(file->reader);
    }
    if (!care_import_log_file(transaction, self->id, self->position, &row, error))
        return FALSE;
    self->position++;
    return TRUE;
}

/* The file's own error, not the import's; alone, its own code (too new, a full disk) is the answer. */
static gboolean
give_up_file(CareCustomerImport *self, CareImportFile *file, GError *why, GError **error)
{
    if (self->files->len == 1 || g_error_matches(why, CARE_ERROR, CARE_ERROR_FULL)) {
        g_propagate_error(error, g_error_copy(why));
        return FALSE;
    }
    g_set_str(&file->error, why->message);
    return TRUE;
}

static gboolean
take_next(CareCustomerImport *self, CareTransaction *transaction, GError **error)
{
    CareImportFile *file = self->files->pdata[self->position];
    CareReaderDesk desk
        = { .transaction = transaction, .import = self->id, .file = self->position, .counts = &file->counts };
    g_autoptr(GError) local = NULL;

    if (file->error != NULL)
        return finish_file(self, transaction, file, error);
    switch (file->reader->kind->take(file->reader, &desk, &local)) {
    case CARE_READER_MORE:
        return TRUE;
    case CARE_READER_END:
        return finish_file(self, transaction, file, error);
    case CARE_READER_BROKEN:
        return give_up_file(self, file, local, error) && finish_file(self, transaction, file, error);
    case CARE_READER_FAILED:
    default:
        g_propagate_error(error, g_steal_pointer(&local));
        return FALSE;
    }
}

static void
tell_progress(CareCustomerImport *self)
{
    double part = 0;

    if (self->position < self->files->len) {
        CareImportFile *file = self->files->pdata[self->position];

        if (file->reader != NULL && file->reader->kind->progress != NULL)
            part = file->reader->kind->progress(file->reader);
    }
    g_mutex_lock(&self->progress_lock);
    self->progress = MIN(1, (self->position + part) / MAX(1, self->files->len));
    g_mutex_unlock(&self->progress_lock);
}

/* A CareTransactionFunc: as many contacts as fit into one chunk. */
static gboolean
import_chunk(CareTransaction *transaction, gpointer data, GError **error)
{
    CareCustomerImport *self = data;
    gint64 start = g_get_monotonic_time();

    if (!self->started && !care_import_log_begin(transaction, self->id, error))
        return FALSE;
    self->started = TRUE;
    while (self->position < self->files->len && g_get_monotonic_time() - start < CARE_TRANSACTION_CHUNK_USEC)
        if (!take_next(self, transaction, error))
            return FALSE;
    self->done = self->position == self->files->len;
    tell_progress(self);
    return !self->done || care_import_log_state(transaction, self->id, "done", error);
}

static gboolean
begin(CareCustomerImport *self, GError **error)
{
    for (guint i = 0; i < self->files->len; i++)
        care_import_file_check(self->files->pdata[i]);
    if (!care_customer_import_is_ready(self, error))
        return FALSE;
    self->lock = care_import_lock(self->store, error);
    if (self->lock < 0)
        return FALSE;
    self->id = care_id_new();
    return TRUE;
}

/* Outside a transaction: what it reads may be long. */
static gboolean
look_ahead(CareCustomerImport *self, GCancellable *cancellable, GError **error)
{
    for (guint i = 0; i < self->files->len && !g_cancellable_is_cancelled(cancellable); i++) {
        CareImportFile *file = self->files->pdata[i];
        g_autoptr(GError) why = NULL;

        if (!care_import_file_look_ahead(file, &why) && !give_up_file(self, file, why, error))
            return FALSE;
    }
    return TRUE;
}

static void
end(CareCustomerImport *self)
{
    care_import_unlock(self->lock);
    self->lock = -1;
}

static gboolean
was_cancelled(GError **error)
{
    g_set_error_literal(error, G_IO_ERROR, G_IO_ERROR_CANCELLED,
                        _("The import was cancelled. Everything is as it was before."));
    return FALSE;
}

/* A chunk that failed speaks of itself, in which nothing was changed; those before it stand where there is no room to take
 * them back either. */
static void
tell_left(CareCustomerImport *self, const GError *left, GError **error)
{
    self->left = TRUE;
    g_clear_error(error);
    g_set_error_literal(
        error, left->domain, left->code,
        _("The import has stopped, and a part of it is still in the shop. It is taken back when the shop "
          "is used next; check the disk and its permissions."));
}

gboolean
care_customer_import_run(CareCustomerImport *self, GCancellable *cancellable, GError **error)
{
    g_autoptr(GError) left = NULL;
    gboolean good;

    if (!begin(self, error))
        return FALSE;
    good = care_import_recover_held(self->store, error) && look_ahead(self, cancellable, error);
    while (!self->done && good) {
        good = g_cancellable_is_cancelled(cancellable)
                   ? was_cancelled(error)
                   : care_store_write(self->store, import_chunk, self, error);
    }
    if (!good && self->started && !care_import_recover_held(self->store, &left))
        tell_left(self, left, error);
    end(self);
    self->done = good;
    return good;
}

static void
return_result(GTask *task, GError *error)
{
    if (error != NULL)
        g_task_return_error(task, error);
    else
        g_task_return_boolean(task, TRUE);
    g_object_unref(task);
}

/* What was committed before the end is taken back; if that fails too, the next open does it. */
static void
on_taken_back(GObject *source, GAsyncResult *result, gpointer data)
{
    GTask *task = data;
    CareCustomerImport *self = g_task_get_source_object(task);
    GError *error = g_error_copy(g_task_get_task_data(task));
    g_autoptr(GError) left = NULL;

    if (!care_import_recover_finish(CARE_STORE(source), result, &left))
        tell_left(self, left, &error);
    end(self);
    return_result(task, error);
}

static void
give_up(GTask *task, GError *error)
{
    CareCustomerImport *self = g_task_get_source_object(task);

    self->done = FALSE;
    g_task_set_task_data(task, error, (GDestroyNotify)g_error_free);
    care_import_recover_held_async(self->store, on_taken_back, task);
}

static void
on_chunk(GObject *source, GAsyncResult *result, gpointer data)
{
    GTask *task = data;
    CareCustomerImport *self = g_task_get_source_object(task);
    GError *error = NULL;

    if (!care_store_write_finish(CARE_STORE(source), result, &error)) {
        give_up(task, error);
        return;
    }
    g_object_notify_by_pspec(G_OBJECT(self), properties[PROP_PROGRESS]);
    if (self->done) {
        end(self);
        return_result(task, NULL);
    } else if (g_cancellable_is_cancelled(g_task_get_cancellable(task))) {
        was_cancelled(&error);
        give_up(task, error);
    } else {
        care_store_write_async(self->store, CARE_PRIORITY_BACKGROUND, import_chunk, self, NULL, NULL,
                               on_chunk, task);
    }
}

static void
look_ahead_in_thread(GTask *task, gpointer self, gpointer data, GCancellable *cancellable)
{
    GError *error = NULL;

    if (look_ahead(self, data, &error))
        g_task_return_boolean(task, TRUE);
    else
        g_task_return_error(task, error);
}

static void
on_looked_ahead(GObject *source, GAsyncResult *result, gpointer data)
{
    CareCustomerImport *self = CARE_CUSTOMER_IMPORT(source);
    GTask *task = data;
    GError *error = NULL;

    if (!g_task_propagate_boolean(G_TASK(result), &error)
        || (g_cancellable_is_cancelled(g_task_get_cancellable(task)) && !was_cancelled(&error))) {
        end(self);
        return_result(task, error);
        return;
    }
    care_store_write_async(self->store, CARE_PRIORITY_BACKGROUND, import_chunk, self, NULL, NULL, on_chunk,
                           task);
}

static void
look_ahead_async(CareCustomerImport *self, GTask *task)
{
    g_autoptr(GTask) work = g_task_new(self, NULL, on_looked_ahead, task);
    GCancellable *cancellable = g_task_get_cancellable(task);

    if (cancellable != NULL)
        g_task_set_task_data(work, g_object_ref(cancellable), g_object_unref);
    g_task_run_in_thread(work, look_ahead_in_thread);
}

/* What another program left in the middle goes first, or its end would take back what is built on it. */
static void
on_tidied(GObject *source, GAsyncResult *result, gpointer data)
{
    GTask *task = data;
    CareCustomerImport *self = g_task_get_source_object(task);
    GError *error = NULL;

    if (care_import_recover_finish(CARE_STORE(source), result, &error)) {
        look_ahead_async(self, task);
        return;
    }
    end(self);
    return_result(task, error);
}

void
care_customer_import_run_async(CareCustomerImport *self, GCancellable *cancellable,
                               GAsyncReadyCallback callback, gpointer user_data)
{
    GTask *task = g_task_new(self, cancellable, callback, user_data);
    GError *error = NULL;

    g_task_set_check_cancellable(task, FALSE);
    care_under_way_add(self->store, task);
    if (begin(self, &error))
        care_import_recover_held_async(self->store, on_tidied, task);
    else
        return_result(task, error);
}

gboolean
care_customer_import_run_finish(CareCustomerImport *self, GAsyncResult *result, GError **error)
{
    return g_task_propagate_boolean(G_TASK(result), error);
}

double
care_customer_import_progress(CareCustomerImport *self)
{
    g_autoptr(GMutexLocker) locker = g_mutex_locker_new(&self->progress_lock);

    return self->progress;
}

CareId
care_customer_import_id(CareCustomerImport *self)
{
    return self->id;
}

CareImportCounts
care_customer_import_counts(CareCustomerImport *self)
{
    CareImportCounts sum = { 0 };

    for (guint i = 0; i < self->files->len; i++) {
        const CareImportCounts *counts = &((CareImportFile *)self->files->pdata[i])->counts;

        sum.new += counts->new;
        sum.merged += counts->merged;
        sum.same += counts->same;
        sum.twice += counts->twice;
        sum.doubtful += counts->doubtful;
        sum.refused += counts->refused;
    }
    return sum;
}

gboolean
care_customer_import_brought(CareCustomerImport *self)
{
    CareImportCounts counts = care_customer_import_counts(self);

    return self->left || (self->done && counts.new + counts.merged - counts.same + counts.doubtful > 0);
}
