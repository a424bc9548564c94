/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/store.h"

#include <glib/gi18n-lib.h>

#include "core/errors.h"
#include "store/actor.h"
#include "store/draft-owner.h"
#include "store/folder-lock.h"
#include "store/migrate.h"
#include "store/shop-folder.h"
#include "store/swap.h"
#include "store/transaction-private.h"
#include "store/under-way.h"
#include "store/watch.h"

struct _CareStore {
    GObject parent_instance;

    char *data_dir;
    CareClock *clock;
    GMainContext *context;
    CareWorker *writer_thread;
    CareWorker *reader_thread;
    CareConnection *writer;       /* writer_thread only */
    CareTransaction *transaction; /* writer_thread only */
    CareConnection *reader;       /* the opening thread only; shut when the store is closed */
    CareConnection *long_reader;  /* reader_thread only; opened when first needed */
    CareWatch *watch;
    gint64 seen_seq;    /* the last change(seq) told to the views; opening thread */
    gboolean left_open; /* by whoever had it before */
    gboolean replaced;  /* told */
    guint64 place;      /* of the database on its disk */
    GThread *thread;    /* the one that opened the store */
    CareId actor;
    GMutex actor_lock;
    CareDraftOwner *drafts; /* NULL when it is closed */
};

G_DEFINE_FINAL_TYPE(CareStore, care_store, G_TYPE_OBJECT)

enum { CHANGED, REPLACED, N_SIGNALS };
static guint signals[N_SIGNALS];

static char *
database_path(CareStore *self)
{
    return g_build_filename(self->data_dir, "aftercare.db", NULL);
}

static void
close_writer(gpointer data)
{
    CareStore *self = data;

    g_clear_pointer(&self->transaction, care_transaction_free);
    g_clear_pointer(&self->writer, care_connection_close);
}

static void
close_long_reader(gpointer data)
{
    CareStore *self = data;

    g_clear_pointer(&self->long_reader, care_connection_close);
}

void
care_store_close(CareStore *self)
{
    g_clear_pointer(&self->watch, care_watch_free);
    if (self->reader_thread != NULL)
        care_worker_finish(g_steal_pointer(&self->reader_thread), close_long_reader, self);
    if (self->writer_thread != NULL)
        care_worker_finish(g_steal_pointer(&self->writer_thread), close_writer, self);
    if (self->reader != NULL)
        care_connection_shut(self->reader);
    g_clear_pointer(&self->drafts, care_draft_owner_free);
}

static void
care_store_finalize(GObject *object)
{
    CareStore *self = CARE_STORE(object);

    care_store_close(self);
    g_clear_pointer(&self->reader, care_connection_close);
    g_free(self->data_dir);
    g_clear_object(&self->clock);
    g_main_context_unref(self->context);
    g_mutex_clear(&self->actor_lock);
    G_OBJECT_CLASS(care_store_parent_class)->finalize(object);
}

static void
care_store_class_init(CareStoreClass *klass)
{
    G_OBJECT_CLASS(klass)->finalize = care_store_finalize;
    signals[CHANGED] = g_signal_new("changed", CARE_TYPE_STORE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                    G_TYPE_NONE, 1, CARE_TYPE_CHANGE_SET);
    signals[REPLACED]
        = g_signal_new("replaced", CARE_TYPE_STORE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
care_store_init(CareStore *self)
{
    g_mutex_init(&self->actor_lock);
    self->context = g_main_context_ref_thread_default();
    self->thread = g_thread_self();
}

typedef struct {
    CareStore *store;
    GError *error;
} OpenJob;

static void
open_writer(gpointer data)
{
    OpenJob *job = data;
    CareStore *self = job->store;
    g_autofree char *path = database_path(self);

    self->writer = care_connection_open(path, CARE_CONNECTION_WRITE, &job->error);
    if (self->writer != NULL && care_migrate(self->writer, path, &job->error))
        self->transaction = care_transaction_new(self->writer, self->data_dir, self->drafts);
}

gboolean
care_store_is_open(CareStore *self)
{
    g_return_val_if_fail(CARE_IS_STORE(self), FALSE);
    return self->writer_thread != NULL;
}

gboolean
care_store_was_left_open(CareStore *self)
{
    return self->left_open;
}

void
care_store_note_left_open(CareStore *self)
{
    self->left_open = TRUE;
}

gboolean
care_store_is_replaced(CareStore *self)
{
    return care_store_is_open(self) && care_connection_has_moved(self->reader);
}

static void
look_for_place(CareStore *self)
{
    if (self->replaced || !care_store_is_replaced(self))
        return;
    self->replaced = TRUE;
    g_signal_emit(self, signals[REPLACED], 0);
}

static void
on_foreign_commit(gpointer data)
{
    CareStore *self = data;
    g_autoptr(CareChangeSet) changes = care_watch_read_changes(self->reader, &self->seen_seq);

    look_for_place(self);
    if (!care_change_set_is_empty(changes))
        g_signal_emit(self, signals[CHANGED], 0, changes);
}

/**
 * care_store_open:
 * @data_dir: the shop's folder; made if there is none
 * @error: CARE_ERROR_BUSY, _CORRUPT, _TOO_NEW or _FULL, as a sentence
 *
 * Opens the shop, bringing its schema up to date first. Call on the thread that will read and get the signals.
 */
CareStore *
care_store_open(const char *data_dir, CareClock *clock, CareStoreFlags flags, GError **error)
{
    g_autoptr(CareStore) self = g_object_new(CARE_TYPE_STORE, NULL);
    g_autofree char *path = NULL;
    g_autoptr(CareFolderLock) lock = NULL;
    OpenJob job = { .store = self };

    self->data_dir = g_canonicalize_filename(data_dir, NULL);
    self->clock = g_object_ref(clock);
    lock = care_shop_folder_make(self->data_dir, error) ? care_swap_open_folder(self->data_dir, error) : NULL;
    if (lock == NULL || !care_shop_folder_fill(self->data_dir, error)
        || !care_shop_folder_check(self->data_dir, error))
        return NULL;
    path = database_path(self);
    self->left_open = care_shop_folder_has_log(self->data_dir);
    self->drafts = care_draft_owner_new(self->data_dir);
    self->writer_thread = care_worker_new("store-writer");
    self->reader_thread = care_worker_new("store-reader");
    care_worker_call(self->writer_thread, open_writer, &job);
    if (job.error != NULL) {
        g_propagate_error(error, job.error);
        return NULL;
    }
    self->reader = care_connection_open(path, CARE_CONNECTION_READ, error);
    if (self->reader == NULL)
        return NULL;
    self->place = care_folder_place(self->data_dir);
    self->seen_seq = care_connection_int(self->reader, "SELECT max(seq) FROM change", 0);
    self->actor = care_actor_read(self->reader);
    if (flags & CARE_STORE_WATCH)
        self->watch = care_watch_new(path, self->reader, on_foreign_commit, self);
    return g_steal_pointer(&self);
}

const char *
care_store_data_dir(CareStore *self)
{
    return self->data_dir;
}

CareDraftOwner *
care_store_draft_owner(CareStore *self)
{
    return self->drafts;
}

CareClock *
care_store_clock(CareStore *self)
{
    return self->clock;
}

CareId
care_store_actor(CareStore *self)
{
    g_autoptr(GMutexLocker) locker = g_mutex_locker_new(&self->actor_lock);

    return self->actor;
}

void
care_store_set_actor(CareStore *self, CareId staff)
{
    g_autoptr(GMutexLocker) locker = g_mutex_locker_new(&self->actor_lock);

    self->actor = staff;
}

/* One transaction on its way to the writer thread and back. */
typedef struct {
    CareStore *store;
    CareTransactionFunc func;
    gpointer data;
    GDestroyNotify destroy;
    GTask *task;  /* NULL when somebody waits */
    gint64 asked; /* when */
    CareChangeSet *changes;
    gint64 first_seq, last_seq;
    GError *error;
} Write;

static void
perform(gpointer data)
{
    Write *write = data;
    CareStore *self = write->store;

    care_draft_changes_begin(care_draft_owner_changes(self->drafts), write->asked);
    write->changes = care_transaction_perform(self->transaction, self->clock, care_store_actor(self),
                                              write->func, write->data, &write->error);
    if (write->changes != NULL)
        care_draft_changes_commit(care_draft_owner_changes(self->drafts));
    care_transaction_seqs(self->transaction, &write->first_seq, &write->last_seq);
}

static void
emit(CareStore *self, Write *write)
{
    /* If another process wrote in between, the watch tells its changes and ours together. */
    if (self->watch != NULL && write->first_seq != self->seen_seq + 1)
        return;
    self->seen_seq = write->last_seq;
    if (!care_change_set_is_empty(write->changes))
        g_signal_emit(self, signals[CHANGED], 0, write->changes);
}

gboolean
care_store_write(CareStore *self, CareTransactionFunc func, gpointer data, GError **error)
{
    Write write = { .store = self, .func = func, .data = data, .asked = g_get_monotonic_time() };

    if (self->writer_thread == NULL) {
        care_set_error_closed(error);
        return FALSE;
    }
    care_worker_call(self->writer_thread, perform, &write);
    if (write.error != NULL) {
        g_propagate_error(error, write.error);
        return FALSE;
    }
    emit(self, &write);
    care_change_set_unref(write.changes);
    return TRUE;
}

static void
write_free(gpointer data)
{
    Write *write = data;

    if (write->destroy != NULL)
        write->destroy(write->data);
    g_clear_pointer(&write->changes, care_change_set_unref);
    g_clear_error(&write->error);
    g_object_unref(write->task);
    g_free(write);
}

static gboolean
write_done(gpointer data)
{
    Write *write = data;

    if (write->error != NULL) {
        look_for_place(write->store);
        g_task_return_error(write->task, g_steal_pointer(&write->error));
    } else {
        emit(write->store, write);
        g_task_return_boolean(write->task, TRUE);
    }
    return G_SOURCE_REMOVE;
}

/* Never g_main_context_invoke(): where nobody iterates the context at the moment, it would run here, on the worker. */
static void
tell_owner(CareStore *self, GSourceFunc func, gpointer data, GDestroyNotify destroy)
{
    g_autoptr(GSource) source = g_idle_source_new();

    g_source_set_priority(source, G_PRIORITY_DEFAULT);
    g_source_set_callback(source, func, data, destroy);
    g_source_attach(source, self->context);
}

static void
perform_async(gpointer data)
{
    Write *write = data;

    if (!g_cancellable_set_error_if_cancelled(g_task_get_cancellable(write->task), &write->error))
        perform(write);
    tell_owner(write->store, write_done, write, write_free);
}

void
care_store_write_async(CareStore *self, CarePriority priority, CareTransactionFunc func, gpointer data,
                       GDestroyNotify destroy, GCancellable *cancellable, GAsyncReadyCallback callback,
                       gpointer user_data)
{
    Write *write = g_new0(Write, 1);

    write->store = self;
    write->func = func;
    write->data = data;
    write->destroy = destroy;
    write->asked = g_get_monotonic_time();
    write->task = g_task_new(self, cancellable, callback, user_data);
    g_task_set_source_tag(write->task, care_store_write_async);
    /* A commit that has happened is told as such, even if somebody cancelled meanwhile. */
    g_task_set_check_cancellable(write->task, FALSE);
    if (priority == CARE_PRIORITY_INTERACTIVE)
        care_under_way_add_write(self, write->task);
    if (self->writer_thread != NULL) {
        care_worker_push(self->writer_thread, priority, perform_async, write);
        return;
    }
    care_set_error_closed(&write->error);
    tell_owner(self, write_done, write, write_free);
}

gboolean
care_store_write_finish(CareStore *self, GAsyncResult *result, GError **error)
{
    return g_task_propagate_boolean(G_TASK(result), error);
}

/* The read connection and everything it loads belong to the thread that opened the store. */
static void
care_assert_own_thread(CareStore *self)
{
    g_assert(self->thread == g_thread_self());
}

CareConnection *
care_store_reader(CareStore *self)
{
    care_assert_own_thread(self);
    return self->reader;
}

/* One long read on its way to the reading thread and back. The task, which holds the store, is let go on the store's
 * own thread: the last reference must not go on a worker. */
typedef struct {
    CareStore *store;
    CareReadFunc func;
    gpointer data;
    GDestroyNotify destroy;
    GDestroyNotify free_result;
    GTask *task;
    gpointer result;
    GError *error;
} Read;

static void
read_free(gpointer data)
{
    Read *read = data;

    if (read->destroy != NULL)
        read->destroy(read->data);
    g_clear_error(&read->error);
    g_object_unref(read->task);
    g_free(read);
}

static gboolean
read_done(gpointer data)
{
    Read *read = data;

    if (read->error != NULL)
        g_task_return_error(read->task, g_steal_pointer(&read->error));
    else
        g_task_return_pointer(read->task, read->result, read->free_result);
    return G_SOURCE_REMOVE;
}

static int
is_cancelled(gpointer cancellable)
{
    return g_cancellable_is_cancelled(cancellable);
}

static void
perform_read(gpointer data)
{
    Read *read = data;
    CareStore *self = read->store;
    GCancellable *cancellable = g_task_get_cancellable(read->task);

    if (self->long_reader == NULL)
        self->long_reader = care_folder_open_again(self->data_dir, self->place, &read->error);
    if (self->long_reader != NULL && !g_cancellable_set_error_if_cancelled(cancellable, &read->error)) {
        /* An answer that nobody waits for any more must not keep the next question waiting. */
        sqlite3_progress_handler(care_connection_handle(self->long_reader), 5000, is_cancelled, cancellable);
        read->result = read->func(self->long_reader, read->data, &read->error);
        sqlite3_progress_handler(care_connection_handle(self->long_reader), 0, NULL, NULL);
    }
    tell_owner(self, read_done, read, read_free);
}

void
care_store_read_async(CareStore *self, CareReadFunc func, gpointer data, GDestroyNotify destroy,
                      GDestroyNotify free_result, GCancellable *cancellable, GAsyncReadyCallback callback,
                      gpointer user_data)
{
    Read *read = g_new0(Read, 1);

    read->store = self;
    read->func = func;
    read->data = data;
    read->destroy = destroy;
    read->free_result = free_result;
    read->task = g_task_new(self, cancellable, callback, user_data);
    g_task_set_source_tag(read->task, care_store_read_async);
    if (self->reader_thread != NULL) {
        care_worker_push(self->reader_thread, CARE_PRIORITY_INTERACTIVE, perform_read, read);
        return;
    }
    care_set_error_closed(&read->error);
    tell_owner(self, read_done, read, read_free);
}

gboolean
care_store_read_wait(CareStore *self, int milliseconds)
{
    return self->reader_thread == NULL || care_worker_wait(self->reader_thread, milliseconds);
}

gpointer
care_store_read_finish(CareStore *self, GAsyncResult *result, GError **error)
{
    return g_task_propagate_pointer(G_TASK(result), error);
}
