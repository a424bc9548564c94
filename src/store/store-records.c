/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
/* Records and settings through the two doors of the store: written in a transaction of their own, read at once. */
#include "store/kind-query.h"
#include "store/store.h"

#include <stdarg.h>

#include "store/named-query.h"
#include "store/record-sql.h"

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
