/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/named-query.h"

#include <gio/gio.h>

#define RESOURCES "/com/example/Aftercare/queries/"

/* Made from sql/queries/meson.build; asked for by name, since a static library drops what nothing refers to. */
extern GResource *care_queries_get_resource(void);

static char *
read_text(const char *name)
{
    g_autofree char *path = g_strconcat(RESOURCES, name, ".sql", NULL);
    g_autoptr(GBytes) bytes
        = g_resource_lookup_data(care_queries_get_resource(), path, G_RESOURCE_LOOKUP_FLAGS_NONE, NULL);

    if (bytes == NULL)
        g_error("no query named %s", name);
    return g_strndup(g_bytes_get_data(bytes, NULL), g_bytes_get_size(bytes));
}

const char *
care_query_sql(const char *name)
{
    static GHashTable *texts = NULL;
    static GMutex lock;
    g_autoptr(GMutexLocker) locker = g_mutex_locker_new(&lock);
    char *text;

    if (texts == NULL)
        texts = g_hash_table_new(g_str_hash, g_str_equal);
    text = g_hash_table_lookup(texts, name);
    if (text == NULL) {
        text = read_text(name);
        g_hash_table_insert(texts, g_strdup(name), text);
    }
    return text;
}

CareStatement *
care_query_prepare_va(CareConnection *connection, const char *name, GError **error, const char *format,
                      va_list parameters)
{
    CareStatement *statement = care_connection_prepare(connection, care_query_sql(name), error);

    for (int i = 0; statement != NULL && format[i] != '\0'; i++) {
        if (format[i] == 'i')
            care_statement_bind_int(statement, i + 1, va_arg(parameters, gint64));
        else if (format[i] == 'b')
            care_statement_bind_bytes(statement, i + 1, va_arg(parameters, GBytes *));
        else
            care_statement_bind(statement, i + 1, va_arg(parameters, const char *));
    }
    return statement;
}

CareStatement *
care_query_prepare(CareConnection *connection, const char *name, GError **error, const char *format, ...)
{
    CareStatement *statement;
    va_list parameters;

    va_start(parameters, format);
    statement = care_query_prepare_va(connection, name, error, format, parameters);
    va_end(parameters);
    return statement;
}

gboolean
care_query_execute(CareConnection *connection, const char *name, GError **error, const char *format, ...)
{
    g_autoptr(CareStatement) statement = NULL;
    va_list parameters;

    va_start(parameters, format);
    statement = care_query_prepare_va(connection, name, error, format, parameters);
    va_end(parameters);
    return statement != NULL && care_statement_run(statement, error);
}

gboolean
care_query_each(CareConnection *connection, const char *name, CareRowFunc func, gpointer data, GError **error,
                const char *format, ...)
{
    g_autoptr(CareStatement) statement = NULL;
    va_list parameters;

    va_start(parameters, format);
    statement = care_query_prepare_va(connection, name, error, format, parameters);
    va_end(parameters);
    return care_statement_each(statement, func, data, error);
}

static gboolean
take_int(CareStatement *row, gpointer data, GError **error)
{
    gint64 *out = data;

    *out = care_statement_int(row, 0);
    return FALSE;
}

gboolean
care_query_int(CareConnection *connection, const char *name, gint64 *out, GError **error, const char *format,
               ...)
{
    g_autoptr(CareStatement) statement = NULL;
    va_list parameters;

    va_start(parameters, format);
    statement = care_query_prepare_va(connection, name, error, format, parameters);
    va_end(parameters);
    return care_statement_each(statement, take_int, out, error);
}

gint64
care_query_number(CareConnection *connection, const char *name, const char *format, ...)
{
    g_autoptr(CareStatement) statement = NULL;
    gint64 number = 0;
    va_list parameters;

    va_start(parameters, format);
    statement = care_query_prepare_va(connection, name, NULL, format, parameters);
    va_end(parameters);
    care_statement_each(statement, take_int, &number, NULL);
    return number;
}

static gboolean
take_text(CareStatement *row, gpointer data, GError **error)
{
    char **out = data;

    *out = g_strdup(care_statement_text(row, 0));
    return FALSE;
}

char *
care_query_text(CareConnection *connection, const char *name, GError **error, const char *format, ...)
{
    g_autoptr(CareStatement) statement = NULL;
    char *text = NULL;
    va_list parameters;

    va_start(parameters, format);
    statement = care_query_prepare_va(connection, name, error, format, parameters);
    va_end(parameters);
    care_statement_each(statement, take_text, &text, error);
    return text;
}

GArray *
care_query_ids(CareConnection *connection, const char *name, GError **error, const char *format, ...)
{
    g_autoptr(CareStatement) statement = NULL;
    va_list parameters;

    va_start(parameters, format);
    statement = care_query_prepare_va(connection, name, error, format, parameters);
    va_end(parameters);
    return statement != NULL ? care_ids_query(statement, error) : NULL;
}
