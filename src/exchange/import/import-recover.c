/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
/* What an import that was interrupted brought is taken back at the next start. */
#include "exchange/import/import-revert-private.h"

#include <errno.h>
#include <fcntl.h>
#include <sys/file.h>
#include <unistd.h>

#include <glib/gi18n-lib.h>

#include "core/disk.h"
#include "core/errors.h"
#include "store/named-query.h"
#include "store/store-repeat.h"

/* Nobody who waits gets further. */
static gboolean
cannot_open(const char *path, int code, GError **error)
{
    g_autofree char *sentence
        = g_strdup_printf(/* Translators: %s is the path of a file */
                          _("The file %s cannot be opened. Nothing was changed; check its permissions, or "
                            "move it away, and try again."),
                          path);

    care_set_error_from_errno(error, code, path, sentence);
    return FALSE;
}

/* Where a disk knows no locks there is none that another could have. */
static gboolean
hold(int file, GError **error)
{
    return flock(file, LOCK_EX | LOCK_NB) == 0 || errno != EWOULDBLOCK
           || care_refuse(error, CARE_ERROR_BUSY,
                          _("Another import is under way. Nothing was changed; wait for it, or cancel it."));
}

/* That somebody else made it, or nothing can be written there, keeps nobody from holding it. */
static int
open_lock(const char *path)
{
    int lock = open(path, O_RDWR | O_CREAT | O_CLOEXEC | O_NONBLOCK, 0600);

    if (lock < 0 && (errno == EACCES || errno == EROFS))
        lock = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK);
    return lock;
}

/* Held first, where that can be: that another import is under way is told to who may only read, too. */
int
care_import_lock(CareStore *store, GError **error)
{
    g_autofree char *path = g_build_filename(care_store_data_dir(store), "import.lock", NULL);
    int lock = open_lock(path);
    int code = errno;
    gboolean frozen = care_connection_is_frozen(care_store_reader(store));
    gboolean held = lock >= 0 && hold(lock, error);

    if (held && !frozen)
        return lock;
    if (frozen && (held || lock < 0))
        care_set_error_frozen(error, care_store_reader(store));
    else if (lock < 0)
        cannot_open(path, code, error);
    care_import_unlock(lock);
    return -1;
}

void
care_import_unlock(int lock)
{
    if (lock >= 0)
        close(lock);
}

typedef struct {
    CareReverting *revert;
    int lock;
} Recover;

static void
recover_free(gpointer data)
{
    Recover *recover = data;

    g_clear_pointer(&recover->revert, care_reverting_free);
    care_import_unlock(recover->lock);
    g_free(recover);
}

/* 0: none. It counts only under the lock: without that, somebody may just be at its end. */
static gboolean
find_next(CareStore *store, CareId *import, GError **error)
{
    *import = 0;
    return care_query_int(care_store_reader(store), "exchange/import-unfinished", import, error, "");
}

static gboolean
is_at_it(const GError *error)
{
    return g_error_matches(error, CARE_ERROR, CARE_ERROR_BUSY);
}

gboolean
care_import_find_unfinished(CareStore *store, gboolean *unfinished, GError **error)
{
    g_autoptr(GError) local = NULL;
    CareId import;

    *unfinished = FALSE;
    if (!find_next(store, &import, error) || import == 0)
        return import == 0;
    care_import_unlock(care_import_lock(store, &local));
    *unfinished = !is_at_it(local);
    return TRUE;
}

gboolean
care_import_recover_held(CareStore *store, GError **error)
{
    CareId import;
    gboolean done = find_next(store, &import, error);

    while (done && import != 0) {
        g_autoptr(CareReverting) revert = care_reverting_new_unfinished(import);

        done = care_store_repeat(store, care_reverting_chunk, revert, error)
               && find_next(store, &import, error);
    }
    return done;
}

gboolean
care_import_recover(CareStore *store, GError **error)
{
    g_autoptr(GError) local = NULL;
    CareId import;
    gboolean done;
    int lock;

    if (!find_next(store, &import, error))
        return FALSE;
    if (import == 0)
        return TRUE;
    lock = care_import_lock(store, &local);
    if (lock < 0 && is_at_it(local))
        return TRUE;
    if (lock < 0) {
        g_propagate_error(error, g_steal_pointer(&local));
        return FALSE;
    }
    done = care_import_recover_held(store, error);
    care_import_unlock(lock);
    return done;
}

static void recover_next(GTask *task);

static void
on_recovered(GObject *source, GAsyncResult *result, gpointer data)
{
    GTask *task = data;
    GError *error = NULL;

    if (care_store_repeat_finish(CARE_STORE(source), result, &error)) {
        recover_next(task);
        return;
    }
    g_task_return_error(task, error);
    g_object_unref(task);
}

/* Takes the task over. */
static void
recover_next(GTask *task)
{
    CareStore *store = g_task_get_source_object(task);
    Recover *recover = g_task_get_task_data(task);
    GError *error = NULL;
    CareId import;

    g_clear_pointer(&recover->revert, care_reverting_free);
    if (!find_next(store, &import, &error) || import == 0) {
        if (error != NULL)
            g_task_return_error(task, error);
        else
            g_task_return_boolean(task, TRUE);
        g_object_unref(task);
        return;
    }
    recover->revert = care_reverting_new_unfinished(import);
    care_store_repeat_async(store, care_reverting_chunk, recover->revert, NULL, on_recovered, task);
}

void
care_import_recover_async(CareStore *store, GAsyncReadyCallback callback, gpointer user_data)
{
    GTask *task = g_task_new(store, NULL, callback, user_data);
    Recover *recover = g_new0(Recover, 1);
    g_autoptr(GError) local = NULL;

    recover->lock = care_import_lock(store, &local);
    g_task_set_task_data(task, recover, recover_free);
    if (recover->lock >= 0) {
        recover_next(task);
        return;
    }
    if (is_at_it(local))
        g_task_return_boolean(task, TRUE);
    else
        g_task_return_error(task, g_steal_pointer(&local));
    g_object_unref(task);
}

void
care_import_recover_held_async(CareStore *store, GAsyncReadyCallback callback, gpointer user_data)
{
    GTask *task = g_task_new(store, NULL, callback, user_data);
    Recover *recover = g_new0(Recover, 1);

    recover->lock = -1;
    g_task_set_task_data(task, recover, recover_free);
    recover_next(task);
}

gboolean
care_import_recover_finish(CareStore *store, GAsyncResult *result, GError **error)
{
    return g_task_propagate_boolean(G_TASK(result), error);
}
