/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
/* Records and settings through the two doors of the store: written in a transaction of their own, read at once. */
#include "store/kind-query.h"
#include "store/store.h"

#include <stdarg.h>

#include "store/named-query.h"
#include "store/record-sql.h"

static gboolean
save_closure(CareTransaction *transaction, gpointer data, GError **error)
{
    return care_transaction_save(transaction, data, error);
}

gboolean
care_store_save(CareStore *self, CareRecord *record, GError **error)
{
    g_autoptr(CareRecord) copy = care_record_copy(record);

    if (!care_store_write(self, save_closure, copy, error))
        return FALSE;
    care_record_assign(record, copy);
    care_record_set_id(record, care_record_id(copy));
    return TRUE;
}

typedef struct {
    CareRecord *record;
    CareRecord *copy;
} Save;

static void
save_free(gpointer data)
{
    Save *save = data;

    g_object_unref(save->record);
    g_object_unref(save->copy);
    g_free(save);
}

static void
on_saved(GObject *source, GAsyncResult *result, gpointer data)
{
    g_autoptr(GTask) task = data;
    Save *save = g_task_get_task_data(task);
    g_autoptr(GError) error = NULL;

    if (!care_store_write_finish(CARE_STORE(source), result, &error)) {
        g_task_return_error(task, g_steal_pointer(&error));
        return;
    }
    care_record_assign(save->record, save->copy);
    care_record_set_id(save->record, care_record_id(save->copy));
    g_task_return_boolean(task, TRUE);
}

void
care_store_save_async(CareStore *self, CareRecord *record, GCancellable *cancellable,
                      GAsyncReadyCallback callback, gpointer user_data)
{
    GTask *task = g_task_new(self, cancellable, callback, user_data);
    Save *save = g_new(Save, 1);

    save->record = g_object_ref(record);
    save->copy = care_record_copy(record);
    g_task_set_task_data(task, save, save_free);
    care_store_write_async(self, CARE_PRIORITY_INTERACTIVE, save_closure, save->copy, NULL, cancellable,
                           on_saved, task);
}

gboolean
care_store_save_finish(CareStore *self, GAsyncResult *result, GError **error)
{
    return g_task_propagate_boolean(G_TASK(result), error);
}

typedef struct {
    const CareKind *kind;
    CareId id;
    gboolean undelete;
} Remove;

static gboolean
remove_closure(CareTransaction *transaction, gpointer data, GError **error)
{
    Remove *remove = data;

    return remove->undelete ? care_transaction_undelete(transaction, remove->kind, remove->id, error)
                            : care_transaction_remove(transaction, remove->kind, remove->id, error);
}

gboolean
care_store_remove(CareStore *self, const CareKind *kind, CareId id, GError **error)
{
    Remove remove = { .kind = kind, .id = id };

    return care_store_write(self, remove_closure, &remove, error);
}

void
care_store_remove_async(CareStore *self, const CareKind *kind, CareId id, gboolean undelete,
                        GAsyncReadyCallback callback, gpointer user_data)
{
    Remove remove = { .kind = kind, .id = id, .undelete = undelete };

    care_store_write_async(self, CARE_PRIORITY_INTERACTIVE, remove_closure, g_memdup2(&remove, sizeof remove),
                           g_free, NULL, callback, user_data);
}

gboolean
care_store_remove_finish(CareStore *self, GAsyncResult *result, GError **error)
{
    return care_store_write_finish(self, result, error);
}

CareRecord *
care_store_get(CareStore *self, const CareKind *kind, CareId id, GError **error)
{
    return care_record_load(care_store_reader(self), kind, id, error);
}

/* Puts loaded records into the order of the ids. */
static GPtrArray *
in_order(GPtrArray *records, const CareId *ids, guint n)
{
    g_autoptr(GHashTable) by_id = g_hash_table_new_full(g_int64_hash, g_int64_equal, g_free, NULL);
    GPtrArray *ordered = g_ptr_array_new_with_free_func(g_object_unref);

    for (guint i = 0; i < records->len; i++) {
        CareId id = care_record_id(records->pdata[i]);

        g_hash_table_insert(by_id, g_memdup2(&id, sizeof id), records->pdata[i]);
    }
    for (guint i = 0; i < n; i++) {
        CareRecord *record = g_hash_table_lookup(by_id, &ids[i]);

        if (record != NULL)
            g_ptr_array_add(ordered, g_object_ref(record));
    }
    return ordered;
}

GPtrArray *
care_store_get_many(CareStore *self, const CareKind *kind, const CareId *ids, guint n, GError **error)
{
    g_autoptr(GPtrArray) records = care_records_load(care_store_reader(self), kind, ids, n, error);

    return records != NULL ? in_order(records, ids, n) : NULL;
}

GPtrArray *
care_store_query(CareStore *self, const CareKind *kind, GError **error, const char *name, const char *format,
                 ...)
{
    g_autoptr(CareStatement) statement = NULL;
    g_autoptr(GArray) ids = NULL;
    va_list parameters;

    va_start(parameters, format);
    statement = care_query_prepare_va(care_store_reader(self), name, error, format, parameters);
    va_end(parameters);
    ids = statement != NULL ? care_ids_query(statement, error) : NULL;
    return ids != NULL ? care_store_get_many(self, kind, (CareId *)(void *)ids->data, ids->len, error) : NULL;
}

GPtrArray *
care_store_get_all(CareStore *self, const CareKind *kind, guint limit, GError **error)
{
    g_autoptr(GArray) ids = care_kind_ids_by_name(care_store_reader(self), kind, limit, error);

    return ids != NULL ? care_store_get_many(self, kind, (CareId *)(void *)ids->data, ids->len, error) : NULL;
}

CareRecord *
care_store_find(CareStore *self, const CareKind *kind, const char *name, const char *format, ...)
{
    g_autoptr(CareStatement) statement = NULL;
    g_autoptr(GArray) ids = NULL;
    va_list parameters;

    va_start(parameters, format);
    statement = care_query_prepare_va(care_store_reader(self), name, NULL, format, parameters);
    va_end(parameters);
    ids = statement != NULL ? care_ids_query(statement, NULL) : NULL;
    return ids != NULL && ids->len > 0 ? care_store_get(self, kind, g_array_index(ids, CareId, 0), NULL)
                                       : NULL;
}

char *
care_store_setting(CareStore *self, const char *key)
{
    return care_setting_read(care_store_reader(self), key);
}

static gboolean
setting_closure(CareTransaction *transaction, gpointer data, GError **error)
{
    const char **pair = data;

    return care_transaction_set_setting(transaction, pair[0], pair[1], error);
}

gboolean
care_store_set_setting(CareStore *self, const char *key, const char *value, GError **error)
{
    const char *pair[] = { key, value };

    return care_store_write(self, setting_closure, pair, error);
}
