/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "cli/output.h"

#include <string.h>

/* Longer cells are cut: a table is for looking, --json for reading everything. */
#define MAX_CELL 40
#define MAX_COLUMNS 7

static char *
scalar_text(JsonNode *node)
{
    if (node == NULL || JSON_NODE_HOLDS_NULL(node))
        return g_strdup("");
    if (JSON_NODE_HOLDS_VALUE(node) && json_node_get_value_type(node) == G_TYPE_STRING)
        return g_strdup(json_node_get_string(node));
    return json_to_string(node, FALSE);
}

static guint
width_of(const char *text)
{
    guint width = 0;

    for (; *text != '\0'; text = g_utf8_next_char(text)) {
        gunichar c = g_utf8_get_char(text);

        width += g_unichar_iszerowidth(c) ? 0 : g_unichar_iswide(c) ? 2 : 1;
    }
    return width;
}

/* One line, not too long. */
static char *
cell_text(JsonNode *node)
{
    g_autofree char *text = scalar_text(node);

    g_strdelimit(text, "\n\r\t", ' ');
    if (g_utf8_strlen(text, -1) <= MAX_CELL)
        return g_steal_pointer(&text);
    *g_utf8_offset_to_pointer(text, MAX_CELL - 1) = '\0';
    return g_strconcat(text, "…", NULL);
}

static void
print_padded(const char *text, guint width)
{
    g_print("%s%*s", text, (int)(width - MIN(width, width_of(text))), "");
}

static void
print_row(char **cells, const guint *widths, guint n)
{
    while (n > 1 && *cells[n - 1] == '\0')
        n--;
    for (guint i = 0; i + 1 < n; i++)
        print_padded(cells[i], widths[i] + 2);
    g_print("%s\n", cells[n - 1]);
}

void
care_output_rows(JsonArray *rows, const char *const *columns, gboolean header)
{
    guint n = g_strv_length((char **)columns);
    g_autofree guint *widths = g_new0(guint, n);
    g_autoptr(GPtrArray) lines = g_ptr_array_new_with_free_func((GDestroyNotify)g_strfreev);

    for (guint i = 0; i < n; i++)
        widths[i] = width_of(columns[i]);
    for (guint r = 0; r < json_array_get_length(rows); r++) {
        JsonObject *object = json_array_get_object_element(rows, r);
        char **cells = g_new0(char *, n + 1);

        for (guint i = 0; i < n; i++) {
            cells[i] = cell_text(json_object_get_member(object, columns[i]));
            widths[i] = MAX(widths[i], width_of(cells[i]));
        }
        g_ptr_array_add(lines, cells);
    }
    if (header && n > 0)
        print_row((char **)columns, widths, n);
    for (guint r = 0; r < lines->len; r++)
        print_row(lines->pdata[r], widths, n);
}

static gboolean
is_plain(JsonNode *node)
{
    return !JSON_NODE_HOLDS_ARRAY(node) && !JSON_NODE_HOLDS_OBJECT(node);
}

/* The members of the first row that hold single values. */
static GStrv
columns_of(JsonArray *rows)
{
    JsonObject *first = json_array_get_object_element(rows, 0);
    g_autoptr(GList) names = json_object_get_members(first);
    g_autoptr(GStrvBuilder) builder = g_strv_builder_new();
    guint n = 0;

    for (GList *name = names; name != NULL && n < MAX_COLUMNS; name = name->next)
        if (is_plain(json_object_get_member(first, name->data))) {
            g_strv_builder_add(builder, name->data);
            n++;
        }
    return g_strv_builder_end(builder);
}

static gboolean
is_table(JsonArray *array)
{
    for (guint i = 0; i < json_array_get_length(array); i++)
        if (!JSON_NODE_HOLDS_OBJECT(json_array_get_element(array, i)))
            return FALSE;
    return json_array_get_length(array) > 0;
}

static void
print_array(JsonArray *array)
{
    if (is_table(array)) {
        g_auto(GStrv) columns = columns_of(array);

        care_output_rows(array, (const char *const *)columns, TRUE);
        return;
    }
    for (guint i = 0; i < json_array_get_length(array); i++) {
        g_autofree char *text = scalar_text(json_array_get_element(array, i));

        g_print("%s\n", text);
    }
}

static char *
joined(JsonArray *array)
{
    g_autoptr(GString) text = g_string_new(NULL);

    for (guint i = 0; i < json_array_get_length(array); i++) {
        g_autofree char *part = scalar_text(json_array_get_element(array, i));

        g_string_append_printf(text, "%s%s", i > 0 ? ", " : "", part);
    }
    return g_string_free_and_steal(g_steal_pointer(&text));
}

static void
print_object(JsonObject *object, guint indent)
{
    g_autoptr(GList) names = json_object_get_members(object);
    guint width = 0;

    for (GList *name = names; name != NULL; name = name->next)
        width = MAX(width, width_of(name->data));
    for (GList *name = names; name != NULL; name = name->next) {
        JsonNode *node = json_object_get_member(object, name->data);
        g_autofree char *text = NULL;

        if (JSON_NODE_HOLDS_NULL(node))
            continue;
        g_print("%*s", (int)indent, "");
        if (JSON_NODE_HOLDS_OBJECT(node)) {
            g_print("%s\n", (char *)name->data);
            print_object(json_node_get_object(node), indent + 2);
        } else if (JSON_NODE_HOLDS_ARRAY(node) && is_table(json_node_get_array(node))) {
            g_print("%s\n", (char *)name->data);
            print_array(json_node_get_array(node));
        } else {
            text = JSON_NODE_HOLDS_ARRAY(node) ? joined(json_node_get_array(node)) : scalar_text(node);
            print_padded(name->data, width + 2);
            g_print("%s\n", text);
        }
    }
}

void
care_output_print(JsonNode *node)
{
    if (JSON_NODE_HOLDS_OBJECT(node)) {
        print_object(json_node_get_object(node), 0);
    } else if (JSON_NODE_HOLDS_ARRAY(node)) {
        print_array(json_node_get_array(node));
    } else {
        g_autofree char *text = scalar_text(node);

        g_print("%s\n", text);
    }
}
