/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/sort-walk.h"

#include <string.h>

#include "model/record.h"

#define PAGE 64

static void
skip_unsorted(CareSortPlace *place)
{
    while (*place->kind != NULL && care_kind_sort_field(*place->kind) < 0)
        place->kind++;
}

CareSortPlace
care_sort_place_from_text(const char *text)
{
    CareSortPlace place = { care_kinds(), 0 };
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

char *
care_sort_place_to_text(const CareSortPlace *place)
{
    return *place->kind != NULL ? g_strdup_printf("%s:%" G_GINT64_FORMAT, (*place->kind)->name, place->id)
                                : NULL;
}

static gboolean
write_key(CareConnection *connection, CareRecord *record, GError **error)
{
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

typedef struct {
    GPtrArray *records;
    const CareKind *kind;
} Page;

static gboolean
add_record(CareStatement *row, gpointer data, GError **error)
{
    const Page *page = data;
    CareRecord *record = care_record_new(page->kind);

    care_record_set_id(record, care_statement_int(row, 0));
    care_record_set_text(record, care_kind_sort_field(page->kind), care_statement_text(row, 1));
    g_ptr_array_add(page->records, record);
    return TRUE;
}

/* The names of the next page of rows, as records with nothing else in them. */
static GPtrArray *
read_page(CareConnection *connection, const CareSortPlace *place, GError **error)
{
    const CareKind *kind = *place->kind;
    int field = care_kind_sort_field(kind);
    g_autoptr(GPtrArray) page = g_ptr_array_new_with_free_func(g_object_unref);
    g_autofree char *sql = g_strdup_printf("SELECT id, %s FROM %s WHERE id > ?1 ORDER BY id LIMIT ?2",
                                           kind->fields[field].name, kind->name);
    g_autoptr(CareStatement) statement = care_connection_prepare(connection, sql, error);
    Page reading = { page, kind };

    if (statement == NULL)
        return NULL;
    care_statement_bind_int(statement, 1, place->id);
    care_statement_bind_int(statement, 2, PAGE);
    return care_statement_each(statement, add_record, &reading, error) ? g_steal_pointer(&page) : NULL;
}

/* In a damaged file the last row may stand before the place, and the walk would never end. */
static gboolean
goes_on(GPtrArray *page, CareId after, GError **error)
{
    if (page->len == 0 || care_record_id(page->pdata[page->len - 1]) > after)
        return TRUE;
    care_set_error_from_sqlite(error, NULL, SQLITE_CORRUPT);
    return FALSE;
}

gboolean
care_sort_walk(CareConnection *connection, CareSortPlace *place, GError **error)
{
    g_autoptr(GPtrArray) page = read_page(connection, place, error);

    if (page == NULL || !goes_on(page, place->id, error))
        return FALSE;
    for (guint i = 0; i < page->len; i++) {
        if (!write_key(connection, page->pdata[i], error))
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
