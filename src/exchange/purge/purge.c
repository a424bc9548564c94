/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/purge/purge.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "core/errors.h"
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
    gboolean remembered; /* what of this day is done */
    GArray *codes;       /* CareId of jobs */
    GError *stuck;       /* why one could not go; NULL: all could */
} Purge;

static Purge *
purge_new(CareStore *store)
{
    Purge *self = g_new0(Purge, 1);

    self->before = care_purge_limit(care_store_clock(store));
    while (care_kinds()[self->kinds] != NULL)
        self->kinds++;
    self->codes = g_array_new(FALSE, FALSE, sizeof(CareId));
    return self;
}

static void
purge_free(gpointer data)
{
    Purge *self = data;

    g_array_unref(self->codes);
    g_clear_error(&self->stuck);
    g_free(self);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC(Purge, purge_free)

CareInstant
care_purge_limit(CareClock *clock)
{
    return care_clock_now(clock) - CARE_PURGE_DAYS * G_GINT64_CONSTANT(86400);
}

static gboolean
purge_whole_record(Purge *self, CareTransaction *transaction, const CareKind *kind, CarePurgeAnswer *answer,
                   GError **error)
{
    return care_purge_record(transaction, kind, self->id, answer, self->codes, error)
           && (care_lock_is_settled(care_transaction_connection(transaction))
               || care_refuse(error, CARE_ERROR_REFUSED, _("Something in the shop still refers to it.")));
}

/* One that something refuses to let go, which a damaged file has, keeps none of the others. */
static gboolean
purge_record(Purge *self, CareTransaction *transaction, const CareKind *kind, GError **error)
{
    CareConnection *connection = care_transaction_connection(transaction);
    guint n_codes = self->codes->len;
    CarePurgeAnswer answer;
    g_autoptr(GError) cause = NULL;

    if (!care_mark_set(connection, error))
        return FALSE;
    if (purge_whole_record(self, transaction, kind, &answer, &cause)) {
        self->removed += answer == CARE_PURGE_GONE;
        return care_mark_keep(connection, error);
    }
    if (!g_error_matches(cause, CARE_ERROR, CARE_ERROR_REFUSED)) {
        g_propagate_error(error, g_steal_pointer(&cause));
        return FALSE;
    }
    care_mark_go_back(connection);
    g_array_set_size(self->codes, n_codes);
    if (self->stuck == NULL)
        self->stuck = g_steal_pointer(&cause);
    return TRUE;
}

static gboolean
purge_next_record(Purge *self, CareTransaction *transaction, GError **error)
{
    const CareKind *kind = care_kinds()[self->kinds - 1];

    if (!care_kind_next_deleted(care_transaction_connection(transaction), kind, self->before, &self->at,
                                &self->id, error))
        return FALSE;
    if (self->id != 0)
        return purge_record(self, transaction, kind, error);
    self->kinds--;
    self->at = 0;
    return TRUE;
}

static gboolean
close_imports(Purge *self, CareTransaction *transaction, GError **error)
{
    gboolean more = FALSE;

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

/* What is said of a day that is not done to its end, in CARE_SETTING_PURGE_LEFT. */
#define LEFT_SOMETHING "something"
#define LEFT_CODES "codes" /* only a window reaches the keyring */

/* Whoever brings a shop here from a backup may do it to get somebody back: on that day nothing goes. */
static gboolean
begin(Purge *self, CareTransaction *transaction, GError **error)
{
    CarePurgeDay day;

    if (!care_purge_look_at_clock(transaction, &day, error))
        return FALSE;
    self->begun = TRUE;
    if (day == CARE_PURGE_GO)
        return care_transaction_set_setting(transaction, CARE_SETTING_PURGE_LEFT, LEFT_SOMETHING, error);
    self->kinds = 0;
    self->imports_done = TRUE;
    self->folder = CARE_PURGE_N_FOLDERS;
    self->forgotten = TRUE;
    self->remembered = day == CARE_PURGE_NOT_NOW;
    return TRUE;
}

/* Once a day; ended before, it is asked for again by whoever comes next. */
static gboolean
remember(Purge *self, CareTransaction *transaction, GError **error)
{
    self->remembered = TRUE;
    return care_transaction_set_setting(transaction, CARE_SETTING_PURGE_LEFT,
                                        self->codes->len > 0 ? LEFT_CODES : NULL, error);
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

/* The unlock codes that have to leave the keyring. */
typedef struct {
    guint pending, cleared;
} Clearing;

/* The job stays until the keyring can be reached; what was only waiting for that goes now. */
static void
on_code_cleared(GObject *source, GAsyncResult *result, gpointer data)
{
    Clearing *clearing = data;
    g_autoptr(GError) error = NULL;

    if (care_unlock_code_clear_finish(CARE_STORE(source), result, &error))
        clearing->cleared++;
    else
        g_debug("purge: %s", error->message);
    if (--clearing->pending > 0)
        return;
    if (clearing->cleared > 0)
        care_purge_async(CARE_STORE(source), NULL, NULL);
    g_free(clearing);
}

static void
clear_codes(CareStore *store, GArray *codes)
{
    Clearing *clearing;

    if (codes->len == 0)
        return;
    clearing = g_new0(Clearing, 1);
    clearing->pending = codes->len;
    for (guint i = 0; i < codes->len; i++)
        care_unlock_code_clear_async(store, g_array_index(codes, CareId, i), on_code_cleared, clearing);
}

/* The rest is done all the same. */
static gboolean
end(const Purge *self, GError **error)
{
    if (self->stuck == NULL)
        return TRUE;
    g_set_error(error, CARE_ERROR, CARE_ERROR_CORRUPT,
                /* Translators: %s is a sentence that says why */
                _("Something that was deleted more than 30 days ago cannot be removed from the shop: %s"),
                self->stuck->message);
    return FALSE;
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
    clear_codes(store, self->codes);
    end(self, &error);
    if (error != NULL)
        g_task_return_error(task, g_steal_pointer(&error));
    else
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

/* By a clock that went back by a week or less, too: nothing counts before it is there again. */
static gboolean
is_done_today(CareStore *store, gboolean reaches_codes)
{
    g_autofree char *last = care_store_setting(store, CARE_SETTING_LAST_PURGE);
    g_autofree char *left = care_store_setting(store, CARE_SETTING_PURGE_LEFT);
    CareDate day;
    int ahead;

    if (last == NULL || !care_date_parse_full(last, &day))
        return FALSE;
    ahead = care_date_days_between(care_clock_today(care_store_clock(store)), day);
    return ahead >= 0 && ahead <= CARE_PURGE_LEAP
           && (ahead > 0 || left == NULL || (!reaches_codes && strcmp(left, LEFT_CODES) == 0));
}

gboolean
care_purge_now(CareStore *store, GError **error)
{
    g_autoptr(Purge) self = purge_new(store);

    if (is_done_today(store, FALSE))
        return TRUE;
    return care_drafts_take_left(store, error) && care_store_repeat(store, purge_chunk, self, error)
           && end(self, error);
}

void
care_purge_async(CareStore *store, GAsyncReadyCallback callback, gpointer user_data)
{
    GTask *task = g_task_new(store, NULL, callback, user_data);

    g_task_set_task_data(task, purge_new(store), purge_free);
    if (!is_done_today(store, TRUE)) {
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
