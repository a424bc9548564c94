/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/phone-walk.h"

#include <string.h>

#include "core/phone.h"
#include "model/customer.h"
#include "store/search-index.h"

#define PAGE 64

/* A row whose digits are not those of this region. */
typedef struct {
    CareId id;
    CareId owner;
    char *digits;
} Change;

static void
change_clear(gpointer data)
{
    g_free(((Change *)data)->digits);
}

typedef struct {
    const char *region;
    GArray *changes;
    CareId last;
    guint n;
} Page;

static gboolean
look_at(CareStatement *row, gpointer data, GError **error)
{
    Page *page = data;
    g_autofree char *digits = care_phone_digits(care_statement_text(row, 2), page->region);
    Change change;

    page->last = care_statement_int(row, 0);
    page->n++;
    if (g_strcmp0(digits, care_statement_text(row, 3)) == 0)
        return TRUE;
    change = (Change){ care_statement_int(row, 0), care_statement_int(row, 1), g_steal_pointer(&digits) };
    g_array_append_val(page->changes, change);
    return TRUE;
}

static gboolean
read_page(CareConnection *connection, const char *region, CareId *after, GArray *changes, GError **error)
{
    g_autoptr(CareStatement) statement = care_connection_prepare(
        connection, "SELECT id, owner, number, digits FROM customer_phone WHERE id > ?1 ORDER BY id LIMIT ?2",
        error);
    Page page = { .region = region, .changes = changes };

    if (statement == NULL)
        return FALSE;
    care_statement_bind_int(statement, 1, *after);
    care_statement_bind_int(statement, 2, PAGE);
    if (!care_statement_each(statement, look_at, &page, error))
        return FALSE;
    if (page.n == PAGE && page.last <= *after) { /* of a damaged file; the walk would never end */
        care_set_error_from_sqlite(error, NULL, SQLITE_CORRUPT);
        return FALSE;
    }
    *after = page.n < PAGE ? -1 : page.last;
    return TRUE;
}

static gboolean
write_change(CareConnection *connection, const Change *change, GError **error)
{
    g_autoptr(CareStatement) statement
        = care_connection_prepare(connection, "UPDATE customer_phone SET digits = ?2 WHERE id = ?1", error);

    if (statement == NULL)
        return FALSE;
    care_statement_bind_int(statement, 1, change->id);
    care_statement_bind(statement, 2, change->digits);
    return care_statement_run(statement, error)
           && care_search_index_renew(connection, &care_customer_kind, change->owner, error);
}

gboolean
care_phone_walk(CareConnection *connection, const char *region, CareId *after, GError **error)
{
    g_autoptr(GArray) changes = g_array_new(FALSE, FALSE, sizeof(Change));

    g_array_set_clear_func(changes, change_clear);
    if (!read_page(connection, region, after, changes, error))
        return FALSE;
    for (guint i = 0; i < changes->len; i++)
        if (!write_change(connection, &g_array_index(changes, Change, i), error))
            return FALSE;
    return TRUE;
}
