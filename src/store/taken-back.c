/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/taken-back.h"

#include "model/kind.h"

gboolean
care_taken_back_mark(CareConnection *connection, CareId id, gboolean taken_back, GError **error)
{
    g_autoptr(CareStatement) statement
        = care_connection_prepare(connection,
                                  taken_back ? "INSERT OR IGNORE INTO taken_back (id) VALUES (?1)"
                                             : "DELETE FROM taken_back WHERE id = ?1",
                                  error);

    if (statement == NULL)
        return FALSE;
    care_statement_bind_int(statement, 1, id);
    return care_statement_run(statement, error);
}

static gboolean
note(CareStatement *row, gpointer marked, GError **error)
{
    *(gboolean *)marked = TRUE;
    return TRUE;
}

gboolean
care_taken_back_is_marked(CareConnection *connection, CareId id, gboolean *marked, GError **error)
{
    g_autoptr(CareStatement) statement
        = care_connection_prepare(connection, "SELECT 1 FROM taken_back WHERE id = ?1", error);

    *marked = FALSE;
    if (statement == NULL)
        return FALSE;
    care_statement_bind_int(statement, 1, id);
    return care_statement_each(statement, note, marked, error);
}

gboolean
care_taken_back_went(CareConnection *connection, CareRecord *record, CareInstant *went, GError **error)
{
    CareRecordStamp stamp = care_record_stamp(record);
    gboolean marked = FALSE;

    if (stamp.deleted != 0 && !care_taken_back_is_marked(connection, care_record_id(record), &marked, error))
        return FALSE;
    *went = marked ? stamp.deleted : care_record_gone_since(record);
    return TRUE;
}

gboolean
care_taken_back_lift(CareConnection *connection, CareRecord *record, CareRecord *gone, GError **error)
{
    CareRecordStamp stamp = care_record_stamp(record), before = care_record_stamp(gone);
    gboolean marked = FALSE;

    if (!care_taken_back_is_marked(connection, care_record_id(record), &marked, error))
        return FALSE;
    if (marked) {
        /* one that went under an older version, and that nobody had touched, was stamped when it went */
        stamp.changed = before.changed != before.deleted ? before.changed : stamp.created;
        stamp.changed_by = before.changed_by;
    }
    care_record_set_stamp(record, stamp);
    return !marked || care_taken_back_mark(connection, care_record_id(record), FALSE, error);
}

static GArray *
ids_of(CareConnection *connection, const char *sql, GError **error)
{
    g_autoptr(CareStatement) statement = care_connection_prepare(connection, sql, error);

    return statement != NULL ? care_ids_query(statement, error) : NULL;
}

/* Of what is there the mark says nothing. */
static void
append_marked(GString *sql, const CareKind *kind)
{
    g_string_append_printf(sql, "%sSELECT id FROM %s WHERE id IN taken_back AND deleted_at IS NOT NULL ",
                           g_str_has_suffix(sql->str, "(") ? "" : "UNION ALL ", kind->name);
}

/* Which of those that belong to it go with it: its traces, and what was added in the same instant and not touched since, as
 * for its Undo (service/flow-uses.h). */
#define BELONGS "UNION SELECT record.id FROM gone CROSS JOIN %1$s AS record ON record.%2$s = gone.id "
#define ADDED_ALONG                                                                                          \
    "JOIN %3$s AS owner ON owner.id = gone.id AND owner.created = record.created "                           \
    "AND record.changed = record.created WHERE record.deleted_at IS NULL "

/* The shop's books are shown without their customer: they go with nobody. */
static void
append_along(GString *sql, const CareKind *kind)
{
    for (guint i = 0; i < kind->n_fields && !(kind->flags & CARE_KIND_BOOKS); i++) {
        const CareField *field = &kind->fields[i];

        if (!care_field_belongs(field))
            continue;
        if (kind->flags & CARE_KIND_TRACE)
            g_string_append_printf(sql, BELONGS, kind->name, field->name);
        else
            g_string_append_printf(sql, BELONGS ADDED_ALONG, kind->name, field->name, field->extra);
    }
}

gboolean
care_taken_back_lets_go(const CareField *field)
{
    return field->kind == CARE_FIELD_REF && field->flags & CARE_FIELD_LETS_GO
           && !(field->flags & CARE_FIELD_COMPUTED);
}

/* Who refers to something that is gone: the record that holds the reference, what it is to, and whether the one belongs to
 * the other. */
static void
append_holders(GString *sql, const CareKind *kind)
{
    for (guint i = 0; i < kind->n_fields; i++) {
        const CareField *field = &kind->fields[i];

        if (field->kind == CARE_FIELD_LIST)
            append_holders(sql, care_kind_child(field));
        if (field->kind == CARE_FIELD_REF && !care_taken_back_lets_go(field))
            g_string_append_printf(sql, "%1$sSELECT %2$s, %3$s, %4$s FROM %5$s WHERE %3$s IN gone ",
                                   g_str_has_suffix(sql->str, "(") ? "" : "UNION ALL ",
                                   kind->child ? "owner" : "id", field->name,
                                   !kind->child && care_field_belongs(field) ? "TRUE" : "FALSE", kind->name);
    }
}

static void
append_each(GString *sql, void (*append)(GString *sql, const CareKind *kind))
{
    for (const CareKind *const *kind = care_kinds(); *kind != NULL; kind++)
        append(sql, *kind);
}

/* What is kept keeps what it refers to, and is kept with what is there and belongs to it. */
#define KEPT                                                                                                 \
    "SELECT target FROM reference WHERE holder NOT IN gone "                                                 \
    "UNION SELECT target FROM reference JOIN kept ON holder = kept.id "                                      \
    "UNION SELECT holder FROM reference JOIN kept ON target = kept.id WHERE along AND holder NOT IN marked"

GArray *
care_taken_back_ids(CareConnection *connection, GError **error)
{
    g_autoptr(GString) sql = g_string_new("WITH RECURSIVE marked (id) AS MATERIALIZED (");
    g_autoptr(GArray) all = ids_of(connection, "SELECT id FROM taken_back", error);

    if (all == NULL || all->len == 0)
        return g_steal_pointer(&all);
    append_each(sql, append_marked);
    g_string_append(sql, "), gone (id) AS MATERIALIZED (SELECT id FROM marked ");
    append_each(sql, append_along);
    g_string_append(sql, "), reference (holder, target, along) AS MATERIALIZED (");
    append_each(sql, append_holders);
    g_string_append(sql, "), kept (id) AS (" KEPT ") SELECT id FROM gone WHERE id NOT IN kept ORDER BY id");
    return ids_of(connection, sql->str, error);
}

gboolean
care_taken_back_each_there(CareConnection *connection, const CareKind *kind, CareRowFunc func, gpointer data,
                           GError **error)
{
    g_autofree char *sql = g_strdup_printf(
        "SELECT id FROM taken_back CROSS JOIN %s AS record USING (id) WHERE deleted_at IS NULL", kind->name);
    g_autoptr(CareStatement) statement = care_connection_prepare(connection, sql, error);

    return care_statement_each(statement, func, data, error);
}
