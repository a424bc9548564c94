/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/purge/purge.h"

#include "exchange/import/import-log.h"
#include "exchange/purge/purge-clock.h"
#include "exchange/purge/purge-files.h"
#include "exchange/purge/purge-set.h"
#include "service/jobs/unlock-code.h"
#include "store/draft-left.h"
#include "store/kind-query.h"
#include "store/migrate.h"
#include "store/search-index.h"
#include "store/setting.h"
#include "store/snapshot.h"
#include "store/store-repeat.h"

typedef struct {
    gboolean begun;
    CarePurgeClock clock;
    GHashTable *anew; /* CareInstant → CareInstant: when it was deleted, and from when that counts */
    CareInstant before;
    guint
        kinds; /* so many of care_kinds() are left, the last first: what refers goes before what it refers to */
    CareInstant at;
    CareId id; /* of the record looked at last */
    gboolean imports_done;
    guint folder;
    guint removed;    /* records that are gone */
    gboolean merging; /* the search index, to forget them */
    gboolean forgotten;
    gboolean remembered; /* that this day is done */
    GArray *codes;       /* CareId of jobs */
} Purge;

static Purge *
purge_new(CareStore *store)
{
    Purge *self = g_new0(Purge, 1);

    self->before = care_purge_limit(care_store_clock(store));
    while (care_kinds()[self->kinds] != NULL)
        self->kinds++;
    self->codes = g_array_new(FALSE, FALSE, sizeof(CareId));
    self->anew = g_hash_table_new_full(g_int64_hash, g_int64_equal, g_free, g_free);
    return self;
}

static void
purge_free(gpointer data)
{
    Purge *self = data;

    g_array_unref(self->codes);
    g_hash_table_unref(self->anew);
    g_free(self);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC(Purge, purge_free)

CareInstant
care_purge_limit(CareClock *clock)
{
    return care_clock_now(clock) - CARE_PURGE_DAYS * G_GINT64_CONSTANT(86400);
}

/* From now on; what went in one act still comes back as one. */
static CareInstant
count_from(Purge *self, CareTransaction *transaction)
{
    CareInstant *known = g_hash_table_lookup(self->anew, &self->at);
    CareInstant from = care_transaction_now(transaction) - g_hash_table_size(self->anew);

    if (known != NULL)
        return *known;
    g_hash_table_insert(self->anew, g_memdup2(&self->at, sizeof self->at), g_memdup2(&from, sizeof from));
    return from;
}

/* It was deleted by a clock that was behind, so nobody knows when. What stays for good is left as it is. */
static gboolean
count_anew(Purge *self, CareTransaction *transaction, const CareKind *kind, GError **error)
{
    CarePurgeAnswer answer;

    return care_purge_ask(transaction, kind, self->id, &answer, error)
           && (answer == CARE_PURGE_STAYS
               || care_kind_date_deletion(care_transaction_connection(transaction), kind, self->id,
                                          count_from(self, transaction), error));
}

static gboolean
purge_next_record(Purge *self, CareTransaction *transaction, GError **error)
{
    const CareKind *kind = care_kinds()[self->kinds - 1];
    CarePurgeAnswer answer;
    gboolean odd = FALSE;

    if (!care_kind_next_deleted(care_transaction_connection(transaction), kind, self->before, &self->at,
                                &self->id, &odd, error))
        return FALSE;
    if (self->id != 0 && (odd || self->clock.was_behind))
        return count_anew(self, transaction, kind, error);
    if (self->id != 0) {
        if (!care_purge_record(transaction, kind, self->id, &answer, self->codes, error))
            return FALSE;
        self->removed += answer == CARE_PURGE_GONE;
        return TRUE;
    }
    self->kinds--;
    self->at = 0;
    return TRUE;
}

static gboolean
close_imports(Purge *self, CareTransaction *transaction, GError **error)
{
    gboolean more = FALSE;

    if (self->clock.was_behind) {
        self->imports_done = TRUE;
        return care_import_log_date(transaction, self->before, error);
    }
    if (!care_import_log_close(transaction, self->before, &more, error))
        return FALSE;
    self->imports_done = !more;
    return TRUE;
}

static gboolean
is_done(Purge *self)
{
    return self->folder == CARE_PURGE_N_FOLDERS && self->remembered;
}

/* The log still has the pages as they were. */
static void
empty_log(CareConnection *connection, const char *data_dir)
{
    care_connection_empty_log(connection, NULL);
}

/* Whoever is gone is gone from the index and the file too, not only from what is shown. */
static gboolean
forget(Purge *self, CareTransaction *transaction, GError **error)
{
    gboolean first = !self->merging;

    self->merging = TRUE;
    if (self->removed > 0
        && !care_search_index_forget(care_transaction_connection(transaction), first, &self->forgotten,
                                     error))
        return FALSE;
    if (self->removed == 0)
        self->forgotten = TRUE;
    else if (self->forgotten)
        care_transaction_when_committed(transaction, empty_log);
    return TRUE;
}

/* Whoever brings a shop here from a backup may do it to get somebody back: on that day nothing goes, nor where the clock is
 * ahead. */
static gboolean
begin(Purge *self, CareTransaction *transaction, GError **error)
{
    if (!care_purge_ask_clock(transaction, &self->clock, error))
        return FALSE;
    self->begun = TRUE;
    if (self->clock.newcomer || self->clock.ahead) {
        self->kinds = 0;
        self->imports_done = TRUE;
        self->folder = CARE_PURGE_N_FOLDERS;
        self->forgotten = TRUE;
    }
    return TRUE;
}

/* Once a day; ended before, it is asked for again by whoever comes next. */
static gboolean
remember(Purge *self, CareTransaction *transaction, GError **error)
{
    g_autofree char *today = care_date_to_string(care_transaction_today(transaction));

    self->remembered = TRUE;
    if (self->clock.ahead && self->clock.was_behind) /* it is to be seen tomorrow, too */
        return TRUE;
    return care_transaction_set_setting(transaction, CARE_SETTING_LAST_PURGE, today, error);
}

static gboolean
step(Purge *self, CareTransaction *transaction, GError **error)
{
    if (!self->begun)
        return begin(self, transaction, error);
    if (self->kinds > 0)
        return purge_next_record(self, transaction, error);
    if (!self->imports_done)
        return close_imports(self, transaction, error);
    if (self->folder == CARE_PURGE_N_FOLDERS)
        return self->forgotten ? remember(self, transaction, error) : forget(self, transaction, error);
    if (self->folder == 0) {
        care_migrate_forget_copies(care_transaction_data_dir(transaction));
        care_purge_papers(care_transaction_data_dir(transaction));
    }
    return care_purge_files(transaction, self->folder++, error);
}

/* A CareStepFunc: as many steps as fit into one chunk. */
static gboolean
purge_chunk(CareTransaction *transaction, gpointer data, gboolean *done, GError **error)
{
    Purge *self = data;
    gint64 start = g_get_monotonic_time();

    while (!is_done(self) && g_get_monotonic_time() - start < CARE_TRANSACTION_CHUNK_USEC)
        if (!step(self, transaction, error))
            return FALSE;
    *done = is_done(self);
    return TRUE;
}

static void
on_code_cleared(GObject *source, GAsyncResult *result, gpointer data)
{
    g_autoptr(GError) error = NULL;

    /* The job stays until the keyring can be reached. */
    if (!care_unlock_code_clear_finish(CARE_STORE(source), result, &error))
        g_debug("purge: %s", error->message);
}

static void
on_purged(GObject *source, GAsyncResult *result, gpointer data)
{
    g_autoptr(GTask) task = data;
    CareStore *store = CARE_STORE(source);
    const Purge *self = g_task_get_task_data(task);
    g_autoptr(GError) error = NULL;

    if (!care_store_repeat_finish(store, result, &error)) {
        g_task_return_error(task, g_steal_pointer(&error));
        return;
    }
    for (guint i = 0; i < self->codes->len; i++)
        care_unlock_code_clear_async(store, g_array_index(self->codes, CareId, i), on_code_cleared, NULL);
    g_task_return_boolean(task, TRUE);
}

/* What lies beside the shop may be about somebody who goes. */
static void
on_left_taken(GObject *source, GAsyncResult *result, gpointer data)
{
    g_autoptr(GTask) task = data;
    CareStore *store = CARE_STORE(source);
    Purge *self = g_task_get_task_data(task);
    GError *error = NULL;

    if (!care_drafts_take_left_finish(store, result, &error))
        g_task_return_error(task, error);
    else
        care_store_repeat_async(store, purge_chunk, self, NULL, on_purged, g_steal_pointer(&task));
}

static gboolean
is_done_today(CareStore *store)
{
    g_autofree char *today = care_date_to_string(care_clock_today(care_store_clock(store)));
    g_autofree char *last = care_store_setting(store, CARE_SETTING_LAST_PURGE);

    return g_strcmp0(last, today) == 0;
}

gboolean
care_purge_now(CareStore *store, GError **error)
{
    g_autoptr(Purge) self = purge_new(store);

    if (is_done_today(store))
        return TRUE;
    return care_drafts_take_left(store, error) && care_store_repeat(store, purge_chunk, self, error);
}

void
care_purge_async(CareStore *store, GAsyncReadyCallback callback, gpointer user_data)
{
    GTask *task = g_task_new(store, NULL, callback, user_data);

    g_task_set_task_data(task, purge_new(store), purge_free);
    if (!is_done_today(store)) {
        care_drafts_take_left_async(store, on_left_taken, task);
        return;
    }
    g_task_return_boolean(task, TRUE);
    g_object_unref(task);
}

gboolean
care_purge_finish(CareStore *store, GAsyncResult *result, GError **error)
{
    return g_task_propagate_boolean(G_TASK(result), error);
}
