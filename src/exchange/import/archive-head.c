/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/import/archive-head.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "core/errors.h"
#include "exchange/json/json-stream.h"
#include "exchange/json/record-json.h"
#include "store/migrate.h"
#include "store/transaction.h"

typedef struct {
    CareArchiveHead *head;
    gboolean is_ours;
} Reader;

static gboolean
refuse_newer(GError **error)
{
    g_set_error_literal(error, CARE_ERROR, CARE_ERROR_TOO_NEW,
                        _("This export was written by a newer Aftercare. Nothing was taken over; please "
                          "update this one."));
    return FALSE;
}

gboolean
care_archive_head_has(const char *member)
{
    static const char *const members[] = { "aftercare", "schema", "began", "setting", "counter", NULL };

    return g_strv_contains(members, member);
}

/* As it may stand before a comma or a bracket. */
static int
parse_number(const char *text)
{
    g_autofree char *number = g_strstrip(g_strdup(text));
    gint64 value = 0;

    return g_ascii_string_to_signed(number, 10, 1, G_MAXINT, &value, NULL) ? (int)value : 0;
}

static gboolean
read_shape(Reader *self, const char *text, GError **error)
{
    self->is_ours = parse_number(text) == 1;
    return self->is_ours || refuse_newer(error);
}

/* Of a newer program nothing else need make sense. */
static gboolean
read_schema(Reader *self, const char *text, GError **error)
{
    self->head->schema = parse_number(text);
    return !self->is_ours || self->head->schema <= care_schema_version() || refuse_newer(error);
}

static gboolean
read_counters(Reader *self, JsonObject *object, GError **error)
{
    g_autoptr(GList) names = json_object_get_members(object);

    for (GList *name = names; name != NULL; name = name->next) {
        const char *text = json_object_get_string_member_with_default(object, name->data, NULL);
        gint64 last;

        /* it is there, and yet NULL where it is no text */
        if (text == NULL || !g_ascii_string_to_signed(text, 10, 0, CARE_NUMBER_MAX, &last, NULL))
            return care_refuse(
                error, CARE_ERROR_INPUT,
                _("A counter in the file is no number of a document. Nothing was taken over."));
        g_hash_table_replace(self->head->counters, g_strdup(name->data), g_memdup2(&last, sizeof last));
    }
    return TRUE;
}

static gboolean
read_settings(Reader *self, JsonObject *object, GError **error)
{
    g_clear_pointer(&self->head->settings, json_object_unref);
    self->head->settings = json_object_ref(object);
    return TRUE;
}

static gboolean
read_object(Reader *self, const char *text, gsize length, gboolean (*take)(Reader *, JsonObject *, GError **),
            GError **error)
{
    g_autoptr(JsonNode) node = care_json_parse_object(text, (gssize)length, error);

    return node != NULL && take(self, json_node_get_object(node), error);
}

static gboolean
read_value(const char *member, guint line, const char *text, gsize length, gpointer data, GError **error)
{
    Reader *self = data;

    if (strcmp(member, "aftercare") == 0)
        return read_shape(self, text, error);
    if (strcmp(member, "schema") == 0)
        return read_schema(self, text, error);
    if (strcmp(member, "setting") == 0)
        return read_object(self, text, length, read_settings, error);
    if (strcmp(member, "counter") == 0)
        return read_object(self, text, length, read_counters, error);
    if (strcmp(member, "began") == 0)
        self->head->began = parse_number(text);
    return TRUE;
}

static gboolean
judge(Reader *self, GError **error)
{
    const CareArchiveHead *head = self->head;

    if (!self->is_ours)
        return care_refuse(error, CARE_ERROR_INPUT,
                           _("This JSON file is no export of Aftercare. Nothing was taken over."));
    if (head->schema < 1)
        return care_refuse(error, CARE_ERROR_INPUT,
                           _("The export does not say which schema it has. Nothing was taken over."));
    if (head->schema > care_schema_version())
        return refuse_newer(error);
    return (head->began >= 1 && head->began <= head->schema)
           || care_refuse(error, CARE_ERROR_INPUT,
                          _("The export does not say which schema its shop began with. Nothing was taken "
                            "over."));
}

CareArchiveHead *
care_archive_head_read(GInputStream *in, GError **error)
{
    g_autoptr(CareArchiveHead) head = g_new0(CareArchiveHead, 1);
    Reader reader = { .head = head };

    /* where nobody says, as no program of schema 1 did: that asked less */
    head->schema = head->began = 1;
    head->counters = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, g_free);
    return care_json_stream_read(in, read_value, &reader, NULL, error) && judge(&reader, error)
               ? g_steal_pointer(&head)
               : NULL;
}

void
care_archive_head_free(CareArchiveHead *head)
{
    g_clear_pointer(&head->settings, json_object_unref);
    g_hash_table_unref(head->counters);
    g_free(head);
}
