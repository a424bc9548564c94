/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/where.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "core/errors.h"
#include "core/sought.h"
#include "store/kind-query.h"

typedef struct {
    gboolean is_text;
    char *text;
    gint64 number;
} Value;

struct _CareWhere {
    const CareKind *kind;
    char *currency;
    GString *sql;
    GArray *values;
};

typedef enum { EQUAL, UNEQUAL, LESS, GREATER, CONTAINS } Operator;

/* The longer ones first. */
static const struct {
    const char *sign;
    Operator operator;
    const char *sql;
} operators[] = {
    { "!=", UNEQUAL, "IS NOT" }, { "=", EQUAL, "IS" },    { "<", LESS, "<" },
    { ">", GREATER, ">" },       { "~", CONTAINS, NULL },
};

static void
value_clear(gpointer data)
{
    g_free(((Value *)data)->text);
}

CareWhere *
care_where_new(const CareKind *kind, const char *currency)
{
    CareWhere *self = g_new0(CareWhere, 1);

    self->kind = kind;
    self->currency = g_strdup(currency);
    self->sql = g_string_new(NULL);
    self->values = g_array_new(FALSE, TRUE, sizeof(Value));
    g_array_set_clear_func(self->values, value_clear);
    return self;
}

void
care_where_free(CareWhere *self)
{
    g_free(self->currency);
    g_string_free(self->sql, TRUE);
    g_array_unref(self->values);
    g_free(self);
}

static guint
add_text(CareWhere *self, const char *text)
{
    Value value = { .is_text = TRUE, .text = g_strdup(text) };

    g_array_append_val(self->values, value);
    return self->values->len;
}

static guint
add_number(CareWhere *self, gint64 number)
{
    Value value = { .number = number };

    g_array_append_val(self->values, value);
    return self->values->len;
}

static void
append_contains(CareWhere *self, const char *column, const char *text)
{
    g_string_append_printf(self->sql, "care_holds(%s, ?%u)", column, add_text(self, text));
}

static gboolean
refuse_order(const char *field, GError **error)
{
    return care_misunderstood(error, _("“%s” can be compared with = and != only."), field);
}

/* "2026-10000" stands behind "2026-9998". */
static gboolean
is_document_number(const CareField *field, const char *text)
{
    gsize year = strspn(text, "0123456789");
    const char *rest = text + year + 1;

    return g_str_equal(field->name, "number") && field->flags & CARE_FIELD_CODES && year == 4
           && text[year] == '-' && *rest != '\0' && strspn(rest, "0123456789") == strlen(rest)
           && strlen(rest) < 18;
}

static void
append_number_order(CareWhere *self, const char *column, const char *sql, const char *text)
{
    g_string_append_printf(
        self->sql, "(substr(%s, 1, 4), CAST(substr(%s, 6) AS INTEGER)) %s (substr(?%u, 1, 4), ?%u)", column,
        column, sql, add_text(self, text), add_number(self, g_ascii_strtoll(text + 5, NULL, 10)));
}

/* "2026-02-30": written as a whole day, alone or with an hour, and none. A part of one compares too ("promised>2026"). */
static gboolean
names_no_day(const CareField *f, const char *text)
{
    gboolean yearless = f->kind == CARE_FIELD_DAY && g_str_has_prefix(text, "--");
    gboolean whole = yearless ? strlen(text) == strlen("--11-24") && text[4] == '-'
                              : strlen(text) >= strlen("2026-11-24") && text[4] == '-' && text[7] == '-';
    g_autofree char *day = whole ? g_strndup(text, yearless ? strlen(text) : strlen("2026-11-24")) : NULL;
    CareDate date;

    return whole && !(yearless ? care_date_parse(day, &date) : care_date_parse_full(day, &date));
}

/* Of a field of days or moments; a text that is no day is looked for as well in one of words. */
static gboolean
is_no_day(const CareField *f, const char *text)
{
    return (f->kind == CARE_FIELD_DATE || f->kind == CARE_FIELD_DAY || f->kind == CARE_FIELD_INSTANT)
           && names_no_day(f, text);
}

/* What a record without one is shown with: the shop's currency. */
static char *
column_of(CareWhere *self, const CareField *f)
{
    if (!(f->flags & CARE_FIELD_COMPUTED) || strcmp(f->name, "currency") != 0 || self->currency == NULL)
        return g_strdup(f->name);
    return g_strdup_printf("coalesce(%s, ?%u)", f->name, add_text(self, self->currency));
}

/* The value goes through the field's own reading, so that amounts, dates and moments compare as what they are. */
static gboolean
append_field(CareWhere *self, int field, Operator operator, const char * sql, const char *text,
             GError **error)
{
    const CareField *f = &self->kind->fields[field];
    g_autoptr(CareRecord) scratch = care_record_new(self->kind);
    g_autofree char *column = NULL;

    if (is_no_day(f, text))
        return care_misunderstood(error, _("“%s” cannot be “%s”."), f->name, text);
    column = column_of(self, f);
    if (operator== CONTAINS) {
        if (!care_field_is_text(f))
            return care_misunderstood(error, _("“%s” holds no text to search with ~."), f->name);
        append_contains(self, column, text);
        return TRUE;
    }
    if (*text == '\0') {
        if (operator!= EQUAL && operator!= UNEQUAL)
            return refuse_order(f->name, error);
        g_string_append_printf(self->sql, "%s %s NULL", column, sql);
        return TRUE;
    }
    if ((operator== LESS || operator== GREATER) && is_document_number(f, text)) {
        append_number_order(self, column, sql, text);
        return TRUE;
    }
    if (care_field_is_text(f)) { /* not parsed */
        g_string_append_printf(self->sql, "%s %s ?%u", column, sql, add_text(self, text));
        return TRUE;
    }
    if (!care_record_field_parse(scratch, field, text, self->currency, error))
        return FALSE;
    g_string_append_printf(self->sql, "%s %s ?%u", column, sql,
                           add_number(self, care_record_int(scratch, field)));
    return TRUE;
}

/* A list fits if one of its entries does. */
static gboolean
append_list(CareWhere *self, int field, Operator operator, const char * text, GError **error)
{
    const CareField *f = &self->kind->fields[field];
    const CareKind *child = care_kind_child(f);
    gboolean first = TRUE;
    guint parameter;

    if (operator== LESS || operator== GREATER)
        return refuse_order(f->name, error);
    g_string_append_printf(self->sql, "%s EXISTS (SELECT 1 FROM %s AS child WHERE child.owner = record.id",
                           (operator== UNEQUAL) != (*text == '\0' && operator!= CONTAINS) ? "NOT" : "",
                           child->name);
    if (*text != '\0') {
        g_string_append(self->sql, " AND (");
        parameter = add_text(self, text);
        for (guint i = 0; i < child->n_fields; i++) {
            g_autofree char *column = g_strconcat("child.", child->fields[i].name, NULL);

            if (!care_field_is_text(&child->fields[i]))
                continue;
            g_string_append(self->sql, first ? "" : " OR ");
            if (operator== CONTAINS)
                append_contains(self, column, text);
            else
                g_string_append_printf(self->sql, "%s = ?%u", column, parameter);
            first = FALSE;
        }
        g_string_append_c(self->sql, ')');
    }
    g_string_append_c(self->sql, ')');
    return TRUE;
}

/* The columns that every record has. */
static gboolean
append_stamp(CareWhere *self, const char *name, Operator operator, const char * sql, const char *text,
             GError **error)
{
    gint64 number;
    gboolean is_id = strcmp(name, "id") == 0;

    if (!is_id && strcmp(name, "created") != 0 && strcmp(name, "changed") != 0)
        return care_misunderstood(error, _("Records of the kind “%s” have no field “%s”."), self->kind->name,
                                  name);
    if (operator== CONTAINS)
        return care_misunderstood(error, _("“%s” holds no text to search with ~."), name);
    if (!(is_id ? care_id_parse(text, &number) : care_instant_parse(text, &number)))
        return care_misunderstood(error, _("“%s” cannot be “%s”."), name, text);
    g_string_append_printf(self->sql, "%s %s ?%u", name, sql, add_number(self, number));
    return TRUE;
}

gboolean
care_where_add(CareWhere *self, const char *condition, GError **error)
{
    const char *sign = strpbrk(condition, "!=<>~");
    g_autofree char *name = sign != NULL ? g_strndup(condition, (gsize)(sign - condition)) : NULL;
    int field = name != NULL ? care_kind_find_field(self->kind, name) : -1;

    if (!g_utf8_validate(condition, -1, NULL))
        return care_misunderstood(error, _("A condition is not readable text (UTF-8)."));
    for (gsize i = 0; sign != NULL && i < G_N_ELEMENTS(operators); i++) {
        const char *text = sign + strlen(operators[i].sign);

        if (!g_str_has_prefix(sign, operators[i].sign))
            continue;
        g_string_append(self->sql, " AND ");
        if (field < 0 || self->kind->fields[field].flags & CARE_FIELD_INTERNAL)
            return append_stamp(self, name, operators[i].operator, operators[i].sql, text, error);
        if (self->kind->fields[field].kind == CARE_FIELD_LIST)
            return append_list(self, field, operators[i].operator, text, error);
        return append_field(self, field, operators[i].operator, operators[i].sql, text, error);
    }
    return care_misunderstood(
        error, _("“%s” is no condition: FIELD=V, FIELD!=V, FIELD<V, FIELD>V or FIELD~V."), condition);
}

static void
bind(CareWhere *self, CareStatement *statement)
{
    for (guint i = 0; i < self->values->len; i++) {
        Value *value = &g_array_index(self->values, Value, i);

        if (value->is_text)
            care_statement_bind(statement, (int)i + 1, value->text);
        else
            care_statement_bind_int(statement, (int)i + 1, value->number);
    }
}

static void
free_sought(gpointer sought)
{
    care_sought_free(sought);
}

/* What is sought is the same in every row, and SQLite keeps what was made of it with the statement; or throws it away at
 * once, so it is used before it is handed over. */
static void
holds_function(sqlite3_context *context, int n, sqlite3_value **values)
{
    const char *text = (const char *)sqlite3_value_text(values[0]);
    CareSought *kept = sqlite3_get_auxdata(context, 1);
    CareSought *sought = kept != NULL ? kept : care_sought_new((const char *)sqlite3_value_text(values[1]));

    sqlite3_result_int(context, text != NULL && care_sought_is_in(sought, text));
    if (kept == NULL)
        sqlite3_set_auxdata(context, 1, sought, free_sought);
}

/* What "~" needs. */
static void
add_holds(CareConnection *connection)
{
    sqlite3_create_function(care_connection_handle(connection), "care_holds", 2,
                            SQLITE_UTF8 | SQLITE_DETERMINISTIC | SQLITE_DIRECTONLY, NULL, holds_function,
                            NULL, NULL);
}

GArray *
care_where_ids(CareWhere *self, CareConnection *connection, gboolean deleted, gint64 limit, GError **error)
{
    g_autofree char *sql = g_strdup_printf(
        "SELECT id FROM %s%s AS record WHERE %s%s ORDER BY %s LIMIT ?%u", deleted ? "" : "live_",
        self->kind->name, deleted ? CARE_KIND_WAS_DELETED : "deleted_at IS NULL", self->sql->str,
        deleted ? "deleted_at DESC, id DESC" : care_kind_order(self->kind), self->values->len + 1);
    g_autoptr(CareStatement) statement = NULL;

    add_holds(connection);
    statement = care_connection_prepare(connection, sql, error);
    if (statement == NULL)
        return NULL;
    bind(self, statement);
    care_statement_bind_int(statement, (int)self->values->len + 1, limit);
    return care_ids_query(statement, error);
}
