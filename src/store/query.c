/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/query.h"

#include <stdarg.h>

#include "store/named-query.h"

typedef struct {
    gboolean is_text;
    gint64 number;
    char *text;
} Parameter;

struct _CareQuery {
    gatomicrefcount refs;
    const char *sql;
    char *depends;
    GArray *parameters;
    GArray *ids; /* instead of sql */
};

G_DEFINE_BOXED_TYPE(CareQuery, care_query, care_query_ref, care_query_unref)

static void
parameter_clear(gpointer data)
{
    g_free(((Parameter *)data)->text);
}

static CareQuery *
query_new(const char *depends)
{
    CareQuery *self = g_new0(CareQuery, 1);

    g_atomic_ref_count_init(&self->refs);
    self->depends = g_strdup(depends);
    self->parameters = g_array_new(FALSE, TRUE, sizeof(Parameter));
    g_array_set_clear_func(self->parameters, parameter_clear);
    return self;
}

CareQuery *
care_query_new(const char *name, const char *depends, const char *format, ...)
{
    CareQuery *self = query_new(depends);
    va_list arguments;

    self->sql = care_query_sql(name);
    va_start(arguments, format);
    for (; *format != '\0'; format++) {
        Parameter parameter = { .is_text = *format == 's' };

        if (parameter.is_text)
            parameter.text = g_strdup(va_arg(arguments, const char *));
        else
            parameter.number = va_arg(arguments, gint64);
        g_array_append_val(self->parameters, parameter);
    }
    va_end(arguments);
    return self;
}

CareQuery *
care_query_new_ids(const CareId *ids, guint n, const char *depends)
{
    CareQuery *self = query_new(depends);

    self->ids = g_array_sized_new(FALSE, FALSE, sizeof(CareId), n);
    if (n > 0)
        g_array_append_vals(self->ids, ids, n);
    return self;
}

CareQuery *
care_query_ref(CareQuery *self)
{
    g_atomic_ref_count_inc(&self->refs);
    return self;
}

void
care_query_unref(CareQuery *self)
{
    if (!g_atomic_ref_count_dec(&self->refs))
        return;
    g_free(self->depends);
    g_array_unref(self->parameters);
    g_clear_pointer(&self->ids, g_array_unref);
    g_free(self);
}

GArray *
care_query_run(CareQuery *self, CareConnection *connection, guint limit, GError **error)
{
    g_autofree char *limited = NULL;
    g_autoptr(CareStatement) statement = NULL;

    if (self->ids != NULL)
        return g_array_copy(self->ids);
    if (limit > 0)
        limited = g_strdup_printf("SELECT * FROM (%s) LIMIT ?%u", self->sql, self->parameters->len + 1);
    statement = care_connection_prepare(connection, limited != NULL ? limited : self->sql, error);
    if (statement == NULL)
        return NULL;
    for (guint i = 0; i < self->parameters->len; i++) {
        Parameter *parameter = &g_array_index(self->parameters, Parameter, i);

        if (parameter->is_text)
            care_statement_bind(statement, (int)i + 1, parameter->text);
        else
            care_statement_bind_int(statement, (int)i + 1, parameter->number);
    }
    if (limit > 0)
        care_statement_bind_int(statement, (int)self->parameters->len + 1, limit);
    return care_ids_query(statement, error);
}

const char *
care_query_depends(CareQuery *self)
{
    return self->depends;
}
