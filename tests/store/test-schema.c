/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
/* The tables of the database and the tables of fields say the same. */
#include "model/invoice.h"
#include "store/migrate.h"

#include "fixture.h"

static char *
column_type(CareStore *store, const char *table, const char *column)
{
    g_autoptr(CareStatement) statement = care_connection_prepare(
        care_store_reader(store), "SELECT type FROM pragma_table_info(?1) WHERE name = ?2", NULL);

    care_statement_bind(statement, 1, table);
    care_statement_bind(statement, 2, column);
    return care_statement_step(statement, NULL) ? g_strdup(care_statement_text(statement, 0)) : NULL;
}

static void
check_kind(Shop *shop, gconstpointer data)
{
    const CareKind *kind = data;

    for (guint i = 0; i < kind->n_fields; i++) {
        const CareField *field = &kind->fields[i];
        g_autofree char *type = NULL;

        if (field->kind == CARE_FIELD_LIST) {
            g_assert_nonnull(care_kind_child(field));
            continue;
        }
        if (field->kind == CARE_FIELD_REF)
            g_assert_nonnull(care_kind_by_name(field->extra));
        type = column_type(shop->store, kind->name, field->name);
        g_test_message("%s.%s", kind->name, field->name);
        g_assert_cmpstr(type, ==, care_field_is_text(field) ? "TEXT" : "INTEGER");
    }
}

static void
add(const CareKind *kind)
{
    g_autofree char *path = g_strconcat("/schema/", kind->name, NULL);

    g_test_add(path, Shop, kind, shop_set_up, check_kind, shop_tear_down);
    for (guint i = 0; i < kind->n_fields; i++)
        if (kind->fields[i].kind == CARE_FIELD_LIST)
            add(care_kind_child(&kind->fields[i]));
}

static void
test_settings_of_a_connection(Shop *shop, gconstpointer data)
{
    CareConnection *reader = care_store_reader(shop->store);

    g_assert_cmpint(care_connection_int(reader, "PRAGMA application_id", 0), ==, CARE_APPLICATION_FILE_ID);
    g_assert_cmpint(care_connection_int(reader, "PRAGMA user_version", 0), ==, care_schema_version());
    g_assert_cmpint(care_connection_int(reader, "PRAGMA foreign_keys", 0), ==, 1);
    g_assert_cmpint(care_connection_int(reader, "PRAGMA recursive_triggers", 0), ==, 1);
    g_assert_cmpint(care_connection_int(reader, "PRAGMA synchronous", 0), ==, 2);
    g_assert_cmpint(care_connection_int(reader, "PRAGMA trusted_schema", 1), ==, 0);
}

int
main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    for (const CareKind *const *kind = care_kinds(); *kind != NULL; kind++)
        add(*kind);
    g_test_add("/schema/connection", Shop, NULL, shop_set_up, test_settings_of_a_connection, shop_tear_down);
    return g_test_run();
}
