/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
/* Backups for the window: on a thread, with what the shop remembers of them. */
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>

#include "core/errors.h"
#include "exchange/backup/backup-private.h"
#include "exchange/backup/backup-secret.h"
#include "service/keyring.h"
#include "store/under-way.h"

typedef struct {
    char *data_dir;
    char *path;
    char *password;
    CareInstant now;
    gboolean daily;
} Order;

static void
order_free(gpointer data)
{
    Order *order = data;

    g_free(order->data_dir);
    g_free(order->path);
    g_free(order->password);
    g_free(order);
}

static Order *
order_new(const char *data_dir, const char *path, const char *password, CareInstant now)
{
    Order *order = g_new0(Order, 1);

    order->data_dir = g_strdup(data_dir);
    order->path = g_strdup(path);
    order->password = g_strdup(password);
    order->now = now;
    return order;
}

static void
return_info(GTask *task, CareBackupInfo *info, GError *error)
{
    if (info != NULL)
        g_task_return_pointer(task, info, (GDestroyNotify)care_backup_info_free);
    else
        g_task_return_error(task, error);
}

static void
write_thread(GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
    Order *order = data;
    GError *error = NULL;
    CareBackupInfo *info
        = care_backup_write(order->data_dir, order->path, order->password, order->now, cancellable, &error);

    if (info != NULL && order->daily)
        care_backup_file_daily(info);
    return_info(task, info, error);
}

/* Where it is as well: it is looked for when it is needed. One that no restore takes is none. */
static gboolean
remember(CareTransaction *transaction, gpointer data, GError **error)
{
    const CareBackupInfo *info = data;
    g_autofree char *place = info->path != NULL ? g_filename_display_name(info->path) : NULL;

    if (info->ruled)
        return TRUE;
    return care_transaction_set_setting(transaction, CARE_SETTING_LAST_BACKUP, info->taken, error)
           && care_transaction_set_setting(transaction, CARE_SETTING_LAST_BACKUP_PLACE, place, error);
}

gboolean
care_backup_remember(CareStore *store, const CareBackupInfo *info, GError **error)
{
    return care_store_write(store, remember, (gpointer)info, error);
}

#define FAILURE "care-backup-failure"

/* error: nullable. One that somebody ended did not fail. */
static void
note_failure(CareStore *store, const GError *error)
{
    if (!g_error_matches(error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
        g_object_set_data_full(G_OBJECT(store), FAILURE, error != NULL ? g_strdup(error->message) : NULL,
                               g_free);
}

/* It is written, and the owner hears of it. Transfer full; NULL: there is nothing to say. */
static GError *
find_fault(const CareBackupInfo *info)
{
    if (info == NULL || info->ok)
        return NULL;
    return g_error_new_literal(CARE_ERROR, CARE_ERROR_CORRUPT,
                               info->ruled
                                   ? care_backup_info_fault(info)
                                   : _("Backed up, but the shop’s data has faults; “verify” names them"));
}

const char *
care_backup_failure(CareStore *store)
{
    return g_object_get_data(G_OBJECT(store), FAILURE);
}

typedef struct {
    GTask *task;
    CareBackupInfo *info;
} Remember;

static void
on_remembered(GObject *source, GAsyncResult *result, gpointer data)
{
    Remember *self = data;

    /* The file is whole; that the shop does not know it is asked about again tomorrow. */
    care_store_write_finish(CARE_STORE(source), result, NULL);
    return_info(self->task, self->info, NULL);
    g_object_unref(self->task);
    g_free(self);
}

static void
on_written(GObject *source, GAsyncResult *result, gpointer data)
{
    GTask *task = data;
    GError *error = NULL;
    CareBackupInfo *info = g_task_propagate_pointer(G_TASK(result), &error);
    g_autoptr(GError) fault = find_fault(info);
    Remember *self;

    note_failure(CARE_STORE(source), error != NULL ? error : fault);
    if (info == NULL) {
        return_info(task, NULL, error);
        g_object_unref(task);
        return;
    }
    self = g_new(Remember, 1);
    self->task = task;
    self->info = info;
    care_store_write_async(CARE_STORE(source), CARE_PRIORITY_BACKGROUND, remember, info, NULL, NULL,
                           on_remembered, self);
}

static void
write_async(CareStore *store, Order *order, GCancellable *cancellable, GAsyncReadyCallback callback,
            gpointer user_data)
{
    GTask *outer = g_task_new(store, cancellable, callback, user_data);
    g_autoptr(GTask) inner = g_task_new(store, cancellable, on_written, outer);

    care_under_way_add(store, outer);
    g_task_set_task_data(inner, order, order_free);
    g_task_run_in_thread(inner, write_thread);
}

static Order *
order_of(CareStore *store, const char *path, const char *password)
{
    return order_new(care_store_data_dir(store), path, password, care_clock_now(care_store_clock(store)));
}

void
care_backup_write_async(CareStore *store, const char *path, const char *password, GCancellable *cancellable,
                        GAsyncReadyCallback callback, gpointer user_data)
{
    write_async(store, order_of(store, path, password), cancellable, callback, user_data);
}

static void
write_daily(CareStore *store, const char *path, const char *password, GAsyncReadyCallback callback,
            gpointer user_data)
{
    Order *order = order_of(store, path, password);

    order->daily = TRUE;
    write_async(store, order, NULL, callback, user_data);
}

CareBackupInfo *
care_backup_write_finish(CareStore *store, GAsyncResult *result, GError **error)
{
    return g_task_propagate_pointer(G_TASK(result), error);
}

static void
check_thread(GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
    Order *order = data;
    g_autofree char *scratch = g_build_filename(order->data_dir, "backups", NULL);
    GError *error = NULL;
    CareBackupInfo *info = care_backup_check(order->path, scratch, order->password, cancellable, &error);

    return_info(task, info, error);
}

void
care_backup_check_async(const char *path, const char *data_dir, const char *password,
                        GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data)
{
    g_autoptr(GTask) task = g_task_new(NULL, cancellable, callback, user_data);

    g_task_set_task_data(task, order_new(data_dir, path, password, 0), order_free);
    g_task_run_in_thread(task, check_thread);
}

CareBackupInfo *
care_backup_check_finish(GAsyncResult *result, GError **error)
{
    return g_task_propagate_pointer(G_TASK(result), error);
}

static void
stage_thread(GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
    Order *order = data;
    GError *error = NULL;
    char *staged = care_backup_stage(order->path, order->data_dir, order->password, NULL, NULL, &error);

    if (staged != NULL)
        g_task_return_pointer(task, staged, g_free);
    else
        g_task_return_error(task, error);
}

void
care_backup_stage_async(const char *path, const char *data_dir, const char *password,
                        GAsyncReadyCallback callback, gpointer user_data)
{
    g_autoptr(GTask) task = g_task_new(NULL, NULL, callback, user_data);

    g_task_set_task_data(task, order_new(data_dir, path, password, 0), order_free);
    g_task_run_in_thread(task, stage_thread);
}

char *
care_backup_stage_finish(GAsyncResult *result, GError **error)
{
    return g_task_propagate_pointer(G_TASK(result), error);
}

/* Whoever chooses another folder means it to hold them, from this day on. */
static gboolean
lies_there(CareStore *store, const char *folder)
{
    return care_backup_lies_there(folder, care_clock_today(care_store_clock(store)));
}

/* One of a day that is to come was made by a clock that was ahead, and is no last one. */
static gboolean
is_due(CareStore *store, const char *folder)
{
    g_autofree char *last = care_store_setting(store, CARE_SETTING_LAST_BACKUP);
    CareClock *clock = care_store_clock(store);
    CareInstant at;

    return last == NULL || !care_instant_parse(last, &at) || !lies_there(store, folder)
           || care_date_compare(care_date_of_instant(at, care_clock_zone(clock)), care_clock_today(clock))
                  != 0;
}

typedef struct {
    char *folder;
    gboolean open; /* it is written without a password */
    guint waited;  /* how often another was under way */
} Daily;

/* As long as the largest shop takes. */
#define WAIT_SECONDS 2
#define MOST_WAITS 300

static void
daily_free(gpointer data)
{
    Daily *daily = data;

    g_free(daily->folder);
    g_free(daily);
}

static void on_password(GObject *source, GAsyncResult *result, gpointer data);

static gboolean
is_wanted_still(CareStore *store, const Daily *daily)
{
    g_autofree char *folder
        = care_store_is_open(store) ? care_store_setting(store, CARE_SETTING_BACKUP_DIR) : NULL;

    return g_strcmp0(folder, daily->folder) == 0;
}

/* By then the shop may be closed, or have another folder or password. */
static gboolean
try_again(gpointer data)
{
    GTask *task = data;
    CareStore *store = g_task_get_source_object(task);

    if (is_wanted_still(store, g_task_get_task_data(task)))
        care_backup_secret_lookup_async(store, on_password, g_object_ref(task));
    else
        g_task_return_boolean(task, FALSE);
    return G_SOURCE_REMOVE;
}

/* One by hand, or of another program, is under way. What is to be locked would else lie open until tomorrow, and the
 * first one would wait for the next start. */
static gboolean
waits(GTask *task, Daily *daily, const GError *error)
{
    if (!g_error_matches(error, CARE_ERROR, CARE_ERROR_BUSY) || daily->waited++ == MOST_WAITS)
        return FALSE;
    g_timeout_add_seconds_full(G_PRIORITY_DEFAULT, WAIT_SECONDS, try_again, g_object_ref(task),
                               g_object_unref);
    return TRUE;
}

static void
on_daily(GObject *source, GAsyncResult *result, gpointer data)
{
    g_autoptr(GTask) task = data;
    Daily *daily = g_task_get_task_data(task);
    CareStore *store = CARE_STORE(source);
    GError *error = NULL;
    g_autoptr(CareBackupInfo) info = care_backup_write_finish(store, result, &error);

    if (info == NULL) {
        if (!waits(task, daily, error))
            g_task_return_error(task, g_steal_pointer(&error));
        g_clear_error(&error);
        return;
    }
    if (daily->open && care_backup_secret_is_set(store)) { /* it was given meanwhile */
        care_backup_secret_lookup_async(store, on_password, g_steal_pointer(&task));
        return;
    }
    care_backup_clear_out(daily->folder, care_clock_today(care_store_clock(store)), info->ok);
    error = find_fault(info);
    if (error != NULL)
        g_task_return_error(task, error);
    else
        g_task_return_boolean(task, TRUE);
}

/* What was put there by hand is not ours to take away. A link that leads nowhere gives way to the file. */
static gboolean
check_name_is_free(const char *path, GError **error)
{
    GStatBuf info;

    if (g_stat(path, &info) != 0 || S_ISREG(info.st_mode))
        return TRUE;
    g_set_error(error, CARE_ERROR, CARE_ERROR_REFUSED,
                /* Translators: %s is the path of a file */
                _("Today’s backup was not written: %s is no file. Move it away, or choose another folder "
                  "in the preferences, under Backup."),
                path);
    return FALSE;
}

static void
on_password(GObject *source, GAsyncResult *result, gpointer data)
{
    GTask *task = data;
    Daily *daily = g_task_get_task_data(task);
    CareStore *store = CARE_STORE(source);
    g_autofree char *name = care_backup_name(care_clock_today(care_store_clock(store)));
    g_autofree char *path = g_build_filename(daily->folder, name, NULL);
    GError *error = NULL;
    char *password = care_backup_secret_lookup_finish(result, &error);

    daily->open = password == NULL;

    if (error != NULL || !check_name_is_free(path, &error)) {
        note_failure(store, error);
        g_task_return_error(task, error);
        g_object_unref(task);
    } else
        write_daily(store, path, password, on_daily, task);
    care_secret_free(password);
}

static void
begin(CareStore *store, gboolean (*wants)(CareStore *store, const char *folder), GAsyncReadyCallback callback,
      gpointer user_data)
{
    GTask *task = g_task_new(store, NULL, callback, user_data);
    Daily *daily = g_new0(Daily, 1);

    daily->folder = care_store_setting(store, CARE_SETTING_BACKUP_DIR);
    g_task_set_task_data(task, daily, daily_free);
    if (care_clock_is_pretended(care_store_clock(store)) || daily->folder == NULL || *daily->folder == '\0'
        || !wants(store, daily->folder)) {
        g_task_return_boolean(task, FALSE);
        g_object_unref(task);
        return;
    }
    care_backup_secret_lookup_async(store, on_password, task);
}

void
care_backup_daily_async(CareStore *store, GAsyncReadyCallback callback, gpointer user_data)
{
    begin(store, is_due, callback, user_data);
}

void
care_backup_daily_anew_async(CareStore *store, GAsyncReadyCallback callback, gpointer user_data)
{
    begin(store, lies_there, callback, user_data);
}

gboolean
care_backup_daily_finish(CareStore *store, GAsyncResult *result, GError **error)
{
    return g_task_propagate_boolean(G_TASK(result), error);
}
