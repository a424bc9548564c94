/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/derived-check.h"

#include <string.h>

#include "core/phone.h"
#include "model/kind.h"
#include "store/setting.h"

typedef struct {
    CareCollator *collator;
    const char *region;
    CareDerivedFunc func;
    gpointer data;
} Check;

static gboolean
check_key(CareStatement *row, gpointer data, GError **error)
{
    const Check *self = data;
    g_autoptr(GBytes) key = care_collator_key(self->collator, care_statement_text(row, 1));
    gsize length;
    const void *wanted = g_bytes_get_data(key, &length);
    const void *found = sqlite3_column_blob(row, 2);

    if ((gsize)sqlite3_column_bytes(row, 2) != length || (length > 0 && memcmp(found, wanted, length) != 0))
        self->func(care_statement_int(row, 0), self->data);
    return TRUE;
}

static gboolean
check_keys_of(Check *self, CareConnection *connection, const CareKind *kind, GError **error)
{
    int field = care_kind_sort_field(kind);
    g_autofree char *sql
        = g_strdup_printf("SELECT id, %s, sort_key FROM %s", kind->fields[field].name, kind->name);
    g_autoptr(CareStatement) statement = care_connection_prepare(connection, sql, error);

    return care_statement_each(statement, check_key, self, error);
}

typedef char *Pair[2];

static void
pair_clear(Pair *pair)
{
    g_free((*pair)[0]);
    g_free((*pair)[1]);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC(Pair, pair_clear)

gboolean
care_sort_keys_check(CareConnection *connection, CareDerivedFunc func, gpointer data, GError **error)
{
    static const char *const keys[] = { CARE_SETTING_SORT_ORDER, CARE_SETTING_SORT_REBUILD };
    g_auto(Pair) values = { 0 };
    g_autofree char *locale = NULL;
    g_autoptr(CareCollator) collator = NULL;
    Check self = { .func = func, .data = data };

    if (!care_settings_read(connection, keys, G_N_ELEMENTS(keys), values, error))
        return FALSE;
    if (values[0] != NULL)
        locale = g_strndup(values[0], strcspn(values[0], "/"));
    self.collator = collator = care_collator_new(locale);
    if (g_strcmp0(care_collator_order(collator), values[0]) != 0 || values[1] != NULL)
        return TRUE;
    for (const CareKind *const *kind = care_kinds(); *kind != NULL; kind++)
        if (care_kind_sort_field(*kind) >= 0 && !check_keys_of(&self, connection, *kind, error))
            return FALSE;
    return TRUE;
}

static gboolean
check_digits(CareStatement *row, gpointer data, GError **error)
{
    const Check *self = data;
    g_autofree char *digits = care_phone_digits(care_statement_text(row, 1), self->region);

    if (g_strcmp0(digits, care_statement_text(row, 2)) != 0)
        self->func(care_statement_int(row, 0), self->data);
    return TRUE;
}

gboolean
care_phones_check(CareConnection *connection, CareDerivedFunc func, gpointer data, GError **error)
{
    static const char *const keys[] = { CARE_SETTING_DIGITS_REGION, CARE_SETTING_DIGITS_REBUILD };
    static const char *const key = CARE_SETTING_REGION;
    g_auto(Pair) values = { 0 };
    g_autofree char *region = NULL;
    g_autoptr(CareStatement) statement = NULL;
    Check self = { .func = func, .data = data };

    if (!care_settings_read(connection, keys, G_N_ELEMENTS(keys), values, error)
        || !care_settings_read(connection, &key, 1, &region, error))
        return FALSE;
    if (g_strcmp0(region, values[0]) != 0 || values[1] != NULL)
        return TRUE;
    self.region = region;
    statement
        = care_connection_prepare(connection, "SELECT owner, number, digits FROM customer_phone", error);
    return care_statement_each(statement, check_digits, &self, error);
}
