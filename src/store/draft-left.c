/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/draft-left.h"

#include <string.h>

#include <glib/gstdio.h>

#include "core/errors.h"
#include "core/plain-file.h"
#include "store/draft-rows.h"
#include "store/file-store.h"
#include "store/folder-lock.h"
#include "store/snapshot.h"

/* The word of its way, the key, and the text, next, aside and earlier of those that have one; bytes, for a text may be
 * damaged. */
#define PREFIX "aftercare.drafts-"
#define SHAPE "a(saymaymaymaymay)"
#define ITEM "(s^aym^aym^aym^aym^ay)"
#define ITEM_READ "(&s^aym^aym^aym^aym^ay)"

/* As it was before: rows and their words, which say nothing of what else is there. */
#define OLD_PREFIX "aftercare.words-"
#define OLD_SHAPE "a(ss)"

static void
add_change(const CareDraftChange *change, gpointer builder)
{
    g_variant_builder_add(builder, ITEM, change->way->word, change->key, change->text, change->next,
                          change->aside, change->earlier);
}

gboolean
care_drafts_left_write(const char *data_dir, const char *mark, CareDraftChanges *changes, GError **error)
{
    g_autofree char *name = g_strconcat(PREFIX, mark, NULL);
    g_autofree char *path = g_build_filename(data_dir, name, NULL);
    g_auto(GVariantBuilder) builder = G_VARIANT_BUILDER_INIT(G_VARIANT_TYPE(SHAPE));
    g_autoptr(GVariant) all = NULL;
    g_autoptr(GBytes) bytes = NULL;

    if (!care_draft_changes_any(changes))
        return TRUE;
    care_draft_changes_each(changes, add_change, &builder);
    all = g_variant_ref_sink(g_variant_builder_end(&builder));
    bytes = g_variant_get_data_as_bytes(all);
    return care_file_write_durably(path, bytes, error);
}

static void
change_clear(gpointer change)
{
    care_draft_change_clear(change);
}

/* FALSE: a newer program knows more ways. */
static gboolean
read_changes(GVariant *all, GArray *changes)
{
    GVariantIter iter;
    const char *word;
    CareDraftChange change = { 0 };

    g_variant_iter_init(&iter, all);
    while (g_variant_iter_next(&iter, ITEM_READ, &word, &change.key, &change.text, &change.next,
                               &change.aside, &change.earlier)) {
        change.way = care_draft_way_find(word);
        g_array_append_val(changes, change);
        if (change.way == NULL)
            return FALSE;
    }
    return TRUE;
}

/* They get rows of their own. */
static gboolean
read_old_words(GVariant *all, GArray *changes)
{
    GVariantIter iter;
    const char *row;
    CareDraftChange change = { .way = &care_draft_way_write };

    g_variant_iter_init(&iter, all);
    while (g_variant_iter_next(&iter, "(&ss)", &row, &change.text)) {
        const char *mark = care_draft_mark_find(row);
        g_autofree char *key = mark != NULL ? g_strndup(row, (gsize)(mark - row)) : g_strdup(row);
        g_autofree char *own = care_draft_mark_new();

        change.key = g_strconcat(key, "@", own, NULL);
        g_array_append_val(changes, change);
    }
    return TRUE;
}

/* NULL: it cannot be read, or is none of ours. */
static GArray *
read_file(const char *path)
{
    g_autofree char *name = g_path_get_basename(path);
    gboolean old = g_str_has_prefix(name, OLD_PREFIX);
    g_autoptr(GBytes) bytes = care_plain_file_read(path, NULL);
    g_autoptr(GVariant) all = NULL;
    g_autoptr(GArray) changes = g_array_new(FALSE, FALSE, sizeof(CareDraftChange));

    g_array_set_clear_func(changes, change_clear);
    if (bytes == NULL)
        return NULL;
    all = g_variant_ref_sink(
        g_variant_new_from_bytes(old ? G_VARIANT_TYPE(OLD_SHAPE) : G_VARIANT_TYPE(SHAPE), bytes, FALSE));
    if (!g_variant_is_normal_form(all) || !(old ? read_old_words(all, changes) : read_changes(all, changes)))
        return NULL;
    return g_steal_pointer(&changes);
}

/* Of a window that has gone. */
static gboolean
is_left(const char *name, const CareDraftOwner *owner)
{
    const char *mark = g_str_has_prefix(name, PREFIX)       ? name + strlen(PREFIX)
                       : g_str_has_prefix(name, OLD_PREFIX) ? name + strlen(OLD_PREFIX)
                                                            : NULL;

    return mark != NULL && !care_draft_owner_is_taken(owner, mark);
}

/* Their paths. Transfer full. */
static GPtrArray *
find_files(const char *data_dir, const CareDraftOwner *owner)
{
    GPtrArray *paths = g_ptr_array_new_with_free_func(g_free);
    g_autoptr(GDir) dir = g_dir_open(data_dir, 0, NULL);
    const char *name;

    while (dir != NULL && (name = g_dir_read_name(dir)) != NULL)
        if (is_left(name, owner))
            g_ptr_array_add(paths, g_build_filename(data_dir, name, NULL));
    return paths;
}

gboolean
care_drafts_are_left(CareStore *store)
{
    const CareDraftOwner *owner = care_store_draft_owner(store);
    g_autoptr(GPtrArray) paths = owner != NULL ? find_files(care_store_data_dir(store), owner) : NULL;

    return paths != NULL && paths->len > 0;
}

static gboolean
take_file(CareTransaction *transaction, const char *path, GPtrArray *taken, GError **error)
{
    g_autoptr(GArray) changes = read_file(path);

    for (guint i = 0; changes != NULL && i < changes->len; i++) {
        const CareDraftChange *change = &g_array_index(changes, CareDraftChange, i);

        if (!change->way->write(transaction, change, error))
            return FALSE;
    }
    if (changes != NULL)
        g_ptr_array_add(taken, g_strdup(path));
    return TRUE;
}

static gboolean
take_files(CareTransaction *transaction, gpointer taken, GError **error)
{
    g_autoptr(GPtrArray) paths
        = find_files(care_transaction_data_dir(transaction), care_transaction_draft_owner(transaction));

    for (guint i = 0; i < paths->len; i++)
        if (!take_file(transaction, paths->pdata[i], taken, error))
            return FALSE;
    return TRUE;
}

static void
remove_files(GPtrArray *taken)
{
    for (guint i = 0; i < taken->len; i++)
        g_unlink(taken->pdata[i]);
}

/* At this moment. Where a restore is under way, or was ended, there may be no database: none is made then. */
static gboolean
check_free(CareStore *store, GError **error)
{
    const char *data_dir = care_store_data_dir(store);
    g_autofree char *path = g_build_filename(data_dir, "aftercare.db", NULL);
    g_autoptr(CareFolderLock) lock = care_folder_try(data_dir, CARE_FOLDER_BESIDE_OTHERS, error);
    g_autoptr(CareConnection) writer = NULL;

    if (lock == NULL)
        return FALSE;
    if (care_store_is_replaced(store)) {
        care_set_error_moved(error);
        return FALSE;
    }
    writer = care_connection_open(path, CARE_CONNECTION_WRITE, error);
    if (writer == NULL || !care_lock_try(writer, error))
        return FALSE;
    care_lock_end(writer);
    return TRUE;
}

gboolean
care_drafts_left_are_waited_for(CareStore *store, const GError *error)
{
    return g_error_matches(error, CARE_ERROR, CARE_ERROR_BUSY) && !care_store_is_replaced(store);
}

gboolean
care_drafts_take_left(CareStore *store, GError **error)
{
    g_autoptr(GPtrArray) taken = g_ptr_array_new_with_free_func(g_free);

    if (!care_drafts_are_left(store))
        return TRUE;
    if (!check_free(store, error) || !care_store_write(store, take_files, taken, error))
        return FALSE;
    remove_files(taken);
    return TRUE;
}

static void
on_taken(GObject *source, GAsyncResult *result, gpointer data)
{
    g_autoptr(GTask) task = data;
    GError *error = NULL;

    if (!care_store_write_finish(CARE_STORE(source), result, &error)) {
        g_task_return_error(task, error);
        return;
    }
    remove_files(g_task_get_task_data(task));
    g_task_return_boolean(task, TRUE);
}

static void
unref_array(gpointer array)
{
    g_ptr_array_unref(array);
}

void
care_drafts_take_left_async(CareStore *store, GAsyncReadyCallback callback, gpointer user_data)
{
    g_autoptr(GTask) task = g_task_new(store, NULL, callback, user_data);
    GPtrArray *taken = g_ptr_array_new_with_free_func(g_free);
    GError *error = NULL;

    g_task_set_task_data(task, taken, unref_array);
    if (!care_drafts_are_left(store))
        g_task_return_boolean(task, TRUE);
    else if (!check_free(store, &error))
        g_task_return_error(task, error);
    else
        care_store_write_async(store, CARE_PRIORITY_BACKGROUND, take_files, taken, NULL, NULL, on_taken,
                               g_steal_pointer(&task));
}

gboolean
care_drafts_take_left_finish(CareStore *store, GAsyncResult *result, GError **error)
{
    return g_task_propagate_boolean(G_TASK(result), error);
}
