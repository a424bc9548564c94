/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
/* The views and triggers of the newest schema: from the record tables what is said of every kind or column there, from
 * triggers.sql and triggers-of-list.sql the rest. */
#include <string.h>

#include "model/kind.h"
#include "store/migrate-private.h"
#include "store/setting.h"

/* One timeline, made of the rows that already hold the facts. The text is made where it is shown. */
static void
append_story(GString *sql, const CareKind *kind)
{
    const CareField *at = &kind->fields[care_kind_story_field(kind)];

    g_string_append_printf(sql,
                           "%sSELECT customer, %s, '%s', id FROM %s WHERE customer IS NOT NULL AND %s IS NOT "
                           "NULL AND deleted_at IS NULL\n",
                           g_str_has_suffix(sql->str, "AS\n") ? "" : "UNION ALL ", at->name, kind->name,
                           kind->name, at->name);
}

static void
append_timeline(GString *sql)
{
    g_string_append(sql, "CREATE VIEW timeline (customer, at, kind, id) AS\n");
    for (const CareKind *const *kind = care_kinds(); *kind != NULL; kind++)
        if (care_kind_story_field(*kind) >= 0)
            append_story(sql, *kind);
    g_string_append(sql, ";\n");
}

/* What is to be listed of a kind, as live_KIND: who was deleted hides what is theirs. */
static void
append_live_view(GString *sql, const CareKind *kind)
{
    static const char hidden[] = " AND (customer IS NULL OR customer NOT IN"
                                 " (SELECT id FROM customer WHERE deleted_at IS NOT NULL))";

    g_string_append_printf(sql, "CREATE VIEW live_%s AS SELECT * FROM %s WHERE deleted_at IS NULL%s;\n",
                           kind->name, kind->name, care_kind_goes_with_customer(kind) ? hidden : "");
}

static char *
sealed_columns(const CareKind *kind)
{
    GString *sql = g_string_new("NEW.id IS NOT OLD.id OR NEW.created IS NOT OLD.created"
                                " OR NEW.deleted_at IS NOT OLD.deleted_at");

    for (guint i = 0; i < kind->n_fields; i++)
        if (kind->fields[i].kind != CARE_FIELD_LIST && !(kind->fields[i].flags & CARE_FIELD_AFTER_ISSUE))
            g_string_append_printf(sql, "\n       OR NEW.%s IS NOT OLD.%s", kind->fields[i].name,
                                   kind->fields[i].name);
    return g_string_free_and_steal(sql);
}

/* A text of the resources with a word and another replaced by what they stand for. */
static void
append_filled(GString *sql, const char *name, const char *owner, const char *word, const char *value)
{
    g_autofree char *text = care_schema_text(name);
    g_autoptr(GString) filled = g_string_new(text);

    g_string_replace(filled, "{owner}", owner, 0);
    g_string_replace(filled, word, value, 0);
    g_string_append_printf(sql, "%s\n", filled->str);
}

static void
append_seal(GString *sql, const CareKind *kind)
{
    g_autofree char *columns = sealed_columns(kind);

    append_filled(sql, "triggers", kind->name, "{columns}", columns);
    for (guint i = 0; i < kind->n_fields; i++)
        if (kind->fields[i].kind == CARE_FIELD_LIST)
            append_filled(sql, "triggers-of-list", kind->name, "{list}", kind->fields[i].extra);
}

static char *
objects_sql(void)
{
    GString *sql = g_string_new(NULL);

    append_timeline(sql);
    for (const CareKind *const *kind = care_kinds(); *kind != NULL; kind++) {
        append_live_view(sql, *kind);
        if ((*kind)->flags & CARE_KIND_SEALED)
            append_seal(sql, *kind);
    }
    return g_string_free_and_steal(sql);
}

static gboolean
is_remark(const char *line)
{
    return *line == '\0' || g_str_has_prefix(line, "--");
}

/* A statement as the database keeps it: without what stands before it and without its semicolon. */
static void
take_statement(GPtrArray *statements, GString *text)
{
    g_string_truncate(text, (gsize)(strrchr(text->str, ';') - text->str));
    g_ptr_array_add(statements, g_strchomp(g_strdup(text->str)));
    g_string_truncate(text, 0);
}

/* The statements of a text, each of which begins on a line of its own. */
static GPtrArray *
split(const char *sql)
{
    GPtrArray *statements = g_ptr_array_new_with_free_func(g_free);
    g_auto(GStrv) lines = g_strsplit(sql, "\n", -1);
    g_autoptr(GString) text = g_string_new(NULL);

    for (char **line = lines; *line != NULL; line++) {
        if (text->len == 0 && is_remark(*line))
            continue;
        g_string_append_printf(text, "%s\n", *line);
        if (sqlite3_complete(text->str))
            take_statement(statements, text);
    }
    return statements;
}

static gboolean
note_row(CareStatement *row, gpointer found, GError **error)
{
    *(gboolean *)found = TRUE;
    return FALSE;
}

static gboolean
has_object(CareConnection *connection, const char *sql)
{
    g_autoptr(CareStatement) statement = care_connection_prepare(
        connection, "SELECT 1 FROM sqlite_schema WHERE type IN ('view', 'trigger') AND sql = ?1", NULL);

    gboolean found = FALSE;

    if (statement == NULL)
        return FALSE;
    care_statement_bind(statement, 1, sql);
    return care_statement_each(statement, note_row, &found, NULL) && found;
}

static char *
checksum_of(const char *sql)
{
    return g_compute_checksum_for_string(G_CHECKSUM_SHA256, sql, -1);
}

static gboolean
has_objects(CareConnection *connection, const char *sql)
{
    g_autoptr(GPtrArray) statements = split(sql);

    for (guint i = 0; i < statements->len; i++)
        if (!has_object(connection, statements->pdata[i]))
            return FALSE;
    return TRUE;
}

/* A backup of somebody's making is asked before anything is known of it: a view in the place of the table may never come to its
 * end. */
static char *
read_made(CareConnection *connection)
{
    return care_connection_int(
               connection, "SELECT count(*) FROM sqlite_schema WHERE type = 'table' AND name = 'setting'", 0)
                   == 1
               ? care_setting_read(connection, CARE_SETTING_SCHEMA_OBJECTS)
               : NULL;
}

/* Made by this very program, they are what it made, and what is gone since was taken away: that is for verify to tell, and
 * nothing mends it without a word. Made by another of the same schema, they are asked for: what that one has besides is its
 * own business, and nobody writes because of it. */
gboolean
care_schema_objects_fit(CareConnection *connection)
{
    g_autofree char *sql = objects_sql();
    g_autofree char *wanted = checksum_of(sql);
    g_autofree char *made = read_made(connection);

    return made != NULL && (g_str_equal(made, wanted) || has_objects(connection, sql));
}

gboolean
care_schema_make_objects(CareConnection *connection, GError **error)
{
    g_autofree char *sql = objects_sql();
    g_autofree char *checksum = checksum_of(sql);

    return care_connection_exec(connection, sql, error)
           && care_setting_write(connection, CARE_SETTING_SCHEMA_OBJECTS, checksum, error);
}
