/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/import/archive-versions.h"

#include "exchange/json/record-json.h"
#include "model/feedback.h"
#include "store/named-query.h"

/* Not the record itself: an old export is all that a shop wrote on since. */
typedef struct {
    guint row;
    const CareKind *kind;
    CareId id;
    char *says;
} Version;

static void
clear_version(gpointer data)
{
    g_free(((Version *)data)->says);
}

void
care_archive_versions_init(CareArchiveVersions *self)
{
    self->rows = g_array_new(FALSE, FALSE, sizeof(Version));
    g_array_set_clear_func(self->rows, clear_version);
    self->answers = g_hash_table_new_full(g_int64_hash, g_int64_equal, g_free, g_object_unref);
}

void
care_archive_versions_clear(CareArchiveVersions *self)
{
    g_clear_pointer(&self->rows, g_array_unref);
    g_clear_pointer(&self->answers, g_hash_table_unref);
}

/* When it was written last, and by whom, is another matter: what makes it say the same dates it anew. */
static char *
checksum(CareRecord *record, const char *currency)
{
    g_autoptr(CareRecord) copy = care_record_copy(record);
    CareRecordStamp stamp = care_record_stamp(record);
    g_autoptr(JsonNode) node = NULL;
    g_autofree char *line = NULL;

    stamp.changed = 0;
    stamp.changed_by = 0;
    care_record_set_stamp(copy, stamp);
    node = care_record_to_json(copy, currency, CARE_RECORD_JSON_COMPLETE);
    line = care_json_to_line(node);
    return g_compute_checksum_for_string(G_CHECKSUM_SHA1, line, -1);
}

void
care_archive_versions_add(CareArchiveVersions *self, guint row, CareRecord *brought, const char *currency)
{
    Version version
        = { row, care_record_kind(brought), care_record_id(brought), checksum(brought, currency) };

    g_array_append_val(self->rows, version);
    if (version.kind == &care_feedback_kind) /* few are written on */
        g_hash_table_insert(self->answers, g_memdup2(&version.id, sizeof version.id), g_object_ref(brought));
}

CareRecord *
care_archive_versions_answer(const CareArchiveVersions *self, CareId id)
{
    return g_hash_table_lookup(self->answers, &id);
}

static gboolean
settle(Version *version, const CareReaderDesk *desk, GError **error)
{
    g_autoptr(CareRecord) record = care_transaction_load(desk->transaction, version->kind, version->id, NULL);
    g_autofree char *says
        = record != NULL ? checksum(record, care_transaction_shop(desk->transaction)->currency) : NULL;

    if (says == NULL || g_strcmp0(says, version->says) != 0)
        return TRUE;
    g_clear_pointer(&version->says, g_free);
    desk->counts->refused--;
    desk->counts->merged++;
    return care_query_execute(care_transaction_connection(desk->transaction), "exchange/import-agree", error,
                              "iii", desk->import, (gint64)desk->file, (gint64)version->row);
}

gboolean
care_archive_versions_settle(const CareArchiveVersions *self, const CareReaderDesk *desk, GError **error)
{
    for (guint i = 0; i < self->rows->len; i++)
        if (!settle(&g_array_index(self->rows, Version, i), desk, error))
            return FALSE;
    return TRUE;
}
