/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/sort-keys.h"

#include <string.h>

#include "store/record-sql.h"

/* The longest that a transaction may keep the counter waiting. */
#define PAGE 64

typedef struct {
    char *order; /* the wanted one */
    gboolean started;
    gboolean done;
} Follow;

static Follow *
follow_new(const char *locale)
{
    g_autoptr(CareCollator) collator = care_collator_new(locale);
    Follow *self = g_new0(Follow, 1);

    self->order = g_strdup(care_collator_order(collator));
    return self;
}

static void
follow_free(gpointer data)
{
    Follow *self = data;

    g_free(self->order);
    g_free(self);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC(Follow, follow_free)

/* Where a rebuild has got to: "customer:123"; a kind of NULL: at the end. */
typedef struct {
    const CareKind *const *kind;
    CareId id;
} Place;

static void
skip_unsorted(Place *place)
{
    while (*place->kind != NULL && care_kind_sort_field(*place->kind) < 0)
        place->kind++;
}

static Place
read_place(const char *text)
{
    Place place = { care_kinds(), 0 };
    const char *colon = strchr(text, ':');

    while (colon != NULL && *place.kind != NULL
           && (strlen((*place.kind)->name) != (gsize)(colon - text)
               || !g_str_has_prefix(text, (*place.kind)->name)))
        place.kind++;
    if (colon == NULL || *place.kind == NULL)
        place.kind = care_kinds();
    else
        place.id = g_ascii_strtoll(colon + 1, NULL, 10);
    skip_unsorted(&place);
    return place;
}

static gboolean
write_place(CareTransaction *transaction, const Place *place, GError **error)
{
    g_autofree char *text = *place->kind != NULL
                                ? g_strdup_printf("%s:%" G_GINT64_FORMAT, (*place->kind)->name, place->id)
                                : NULL;

    return care_transaction_set_setting(transaction, CARE_SETTING_SORT_REBUILD, text, error);
}

static gboolean
write_key(CareTransaction *transaction, CareRecord *record, GError **error)
{
    CareConnection *connection = care_transaction_connection(transaction);
    const CareKind *kind = care_record_kind(record);
    const char *text = care_record_text(record, care_kind_sort_field(kind));
    g_autoptr(GBytes) key = care_collator_key(care_connection_collator(connection), text);
    g_autofree char *sql = g_strdup_printf("UPDATE %s SET sort_key = ?2 WHERE id = ?1", kind->name);
    g_autoptr(CareStatement) statement = care_connection_prepare(connection, sql, error);

    if (statement == NULL)
        return FALSE;
    care_statement_bind_int(statement, 1, care_record_id(record));
    care_statement_bind_bytes(statement, 2, key);
    return care_statement_run(statement, error);
}

/* The names of the next page of rows, as records with nothing else in them. */
static GPtrArray *
read_page(CareTransaction *transaction, const Place *place, GError **error)
{
    const CareKind *kind = *place->kind;
    int field = care_kind_sort_field(kind);
    g_autoptr(GPtrArray) page = g_ptr_array_new_with_free_func(g_object_unref);
    g_autofree char *sql = g_strdup_printf("SELECT id, %s FROM %s WHERE id > ?1 ORDER BY id LIMIT %d",
                                           kind->fields[field].name, kind->name, PAGE);
    g_autoptr(CareStatement) statement
        = care_connection_prepare(care_transaction_connection(transaction), sql, error);
    g_autoptr(GError) local = NULL;

    if (statement == NULL)
        return NULL;
    care_statement_bind_int(statement, 1, place->id);
    while (care_statement_step(statement, &local)) {
        CareRecord *record = care_record_new(kind);

        care_record_set_id(record, care_statement_int(statement, 0));
        care_record_set_text(record, field, care_statement_text(statement, 1));
        g_ptr_array_add(page, record);
    }
    if (local == NULL)
        return g_steal_pointer(&page);
    g_propagate_error(error, g_steal_pointer(&local));
    return NULL;
}

static gboolean
rebuild_page(CareTransaction *transaction, Place *place, GError **error)
{
    g_autoptr(GPtrArray) page = read_page(transaction, place, error);

    if (page == NULL)
        return FALSE;
    for (guint i = 0; i < page->len; i++) {
        if (!write_key(transaction, page->pdata[i], error))
            return FALSE;
        place->id = care_record_id(page->pdata[i]);
    }
    if (page->len < PAGE) {
        place->kind++;
        place->id = 0;
        skip_unsorted(place);
    }
    return TRUE;
}

/* Whether there is anything to do; where to begin then. */
static gboolean
find_work(Follow *self, CareTransaction *transaction, Place *place, GError **error)
{
    const char *order = care_transaction_sort_order(transaction);
    g_autofree char *rebuild = care_transaction_setting(transaction, CARE_SETTING_SORT_REBUILD);

    if (strcmp(order, self->order) != 0) {
        *place = read_place("");
        /* another window wants yet another order: it has the last word */
        return !self->started && care_transaction_set_sort_order(transaction, self->order, error);
    }
    *place = read_place(rebuild != NULL ? rebuild : "");
    return rebuild != NULL;
}

static void
tell_all(CareTransaction *transaction)
{
    for (const CareKind *const *kind = care_kinds(); *kind != NULL; kind++)
        if (care_kind_sort_field(*kind) >= 0)
            care_transaction_tell(transaction, *kind);
}

/* A CareTransactionFunc: as many rows as fit into one chunk. */
static gboolean
follow_chunk(CareTransaction *transaction, gpointer data, GError **error)
{
    Follow *self = data;
    gint64 start = g_get_monotonic_time();
    g_autoptr(GError) local = NULL;
    Place place;

    care_transaction_hush(transaction);
    if (!find_work(self, transaction, &place, &local)) {
        self->done = TRUE;
        if (local == NULL)
            return TRUE;
        g_propagate_error(error, g_steal_pointer(&local));
        return FALSE;
    }
    self->started = TRUE;
    while (*place.kind != NULL && g_get_monotonic_time() - start < CARE_TRANSACTION_CHUNK_USEC)
        if (!rebuild_page(transaction, &place, error))
            return FALSE;
    self->done = *place.kind == NULL;
    if (self->done)
        tell_all(transaction);
    return write_place(transaction, &place, error);
}

gboolean
care_sort_keys_follow_now(CareStore *store, const char *locale, GError **error)
{
    g_autoptr(Follow) self = follow_new(locale);

    while (!self->done)
        if (!care_store_write(store, follow_chunk, self, error))
            return FALSE;
    return TRUE;
}

static void
on_chunk(GObject *source, GAsyncResult *result, gpointer data)
{
    g_autoptr(GTask) task = data;
    Follow *self = g_task_get_task_data(task);
    g_autoptr(GError) error = NULL;

    if (!care_store_write_finish(CARE_STORE(source), result, &error))
        g_task_return_error(task, g_steal_pointer(&error));
    else if (self->done)
        g_task_return_boolean(task, TRUE);
    else
        care_store_write_async(CARE_STORE(source), CARE_PRIORITY_BACKGROUND, follow_chunk, self, NULL, NULL,
                               on_chunk, g_steal_pointer(&task));
}

void
care_sort_keys_follow_async(CareStore *store, const char *locale, GAsyncReadyCallback callback,
                            gpointer user_data)
{
    GTask *task = g_task_new(store, NULL, callback, user_data);
    Follow *self = follow_new(locale);

    g_task_set_task_data(task, self, follow_free);
    care_store_write_async(store, CARE_PRIORITY_BACKGROUND, follow_chunk, self, NULL, NULL, on_chunk, task);
}

gboolean
care_sort_keys_follow_finish(CareStore *store, GAsyncResult *result, GError **error)
{
    return g_task_propagate_boolean(G_TASK(result), error);
}
