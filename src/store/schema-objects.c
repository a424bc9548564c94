/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
/* The views and triggers of the newest schema: from the record tables what is said of every kind or column there, from
 * triggers.sql and triggers-of-list.sql the rest. */
#include "model/kind.h"
#include "store/migrate-private.h"

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

static char *
timeline_view(void)
{
    GString *sql = g_string_new("CREATE VIEW timeline (customer, at, kind, id) AS\n");

    for (const CareKind *const *kind = care_kinds(); *kind != NULL; kind++)
        if (care_kind_story_field(*kind) >= 0)
            append_story(sql, *kind);
    return g_string_free_and_steal(sql);
}

/* What is to be listed of a kind, as live_KIND: who was deleted hides what is theirs. */
static char *
live_view(const CareKind *kind)
{
    static const char hidden[] = " AND (customer IS NULL OR customer NOT IN"
                                 " (SELECT id FROM customer WHERE deleted_at IS NOT NULL))";

    return g_strdup_printf("CREATE VIEW live_%s AS SELECT * FROM %s WHERE deleted_at IS NULL%s", kind->name,
                           kind->name, care_kind_goes_with_customer(kind) ? hidden : "");
}

static gboolean
make_views(CareConnection *connection, GError **error)
{
    g_autofree char *timeline = timeline_view();

    if (!care_connection_exec(connection, timeline, error))
        return FALSE;
    for (const CareKind *const *kind = care_kinds(); *kind != NULL; kind++) {
        g_autofree char *live = live_view(*kind);

        if (!care_connection_exec(connection, live, error))
            return FALSE;
    }
    return TRUE;
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

/* Runs a text of the resources with a word and another replaced by what they stand for. */
static gboolean
run_filled(CareConnection *connection, const char *name, const char *owner, const char *word,
           const char *value, GError **error)
{
    g_autofree char *text = care_schema_text(name);
    g_autoptr(GString) sql = g_string_new(text);

    g_string_replace(sql, "{owner}", owner, 0);
    g_string_replace(sql, word, value, 0);
    return care_connection_exec(connection, sql->str, error);
}

static gboolean
seal(CareConnection *connection, const CareKind *kind, GError **error)
{
    g_autofree char *columns = sealed_columns(kind);

    if (!run_filled(connection, "triggers", kind->name, "{columns}", columns, error))
        return FALSE;
    for (guint i = 0; i < kind->n_fields; i++)
        if (kind->fields[i].kind == CARE_FIELD_LIST
            && !run_filled(connection, "triggers-of-list", kind->name, "{list}", kind->fields[i].extra,
                           error))
            return FALSE;
    return TRUE;
}

gboolean
care_schema_make_objects(CareConnection *connection, GError **error)
{
    if (!make_views(connection, error))
        return FALSE;
    for (const CareKind *const *kind = care_kinds(); *kind != NULL; kind++)
        if ((*kind)->flags & CARE_KIND_SEALED && !seal(connection, *kind, error))
            return FALSE;
    return TRUE;
}
