/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
/* Writing. Everything is in a fixed order, so that the same shop gives the same bytes. */
#include "exchange/json/archive-json.h"

#include <string.h>

#include "exchange/json/record-json.h"
#include "store/file-store.h"
#include "store/kind-query.h"
#include "store/migrate.h"
#include "store/named-query.h"
#include "store/record-sql.h"
#include "store/snapshot.h"
#include "store/taken-back.h"

#define PAGE 256
/* How much is gathered before it is written. */
#define CHUNK 65536

typedef struct {
    CareConnection *connection;
    const char *data_dir;
    char *currency;
    GOutputStream *out;
    GCancellable *cancellable;
    GString *text;
    GHashTable *taken_back; /* ids of what did not happen, and of what hangs on it: not written */
} Writer;

static gboolean
flush(Writer *self, GError **error)
{
    gboolean done = g_output_stream_write_all(self->out, self->text->str, self->text->len, NULL,
                                              self->cancellable, error);

    g_string_truncate(self->text, 0);
    return done;
}

static gboolean
flush_if_full(Writer *self, GError **error)
{
    return self->text->len < CHUNK || flush(self, error);
}

static void
append_string(GString *out, const char *text)
{
    g_autoptr(JsonNode) node = json_node_init_string(json_node_alloc(), text);
    g_autofree char *quoted = care_json_to_line(node);

    g_string_append(out, quoted);
}

static int
compare_ids(gconstpointer a, gconstpointer b)
{
    CareId x = care_record_id(*(CareRecord *const *)a);
    CareId y = care_record_id(*(CareRecord *const *)b);

    return x < y ? -1 : x > y;
}

static gboolean
read_taken_back(Writer *self, GError **error)
{
    g_autoptr(GArray) ids = care_taken_back_ids(self->connection, error);

    self->taken_back = g_hash_table_new_full(g_int64_hash, g_int64_equal, g_free, NULL);
    for (guint i = 0; ids != NULL && i < ids->len; i++)
        g_hash_table_add(self->taken_back, g_memdup2(&g_array_index(ids, CareId, i), sizeof(CareId)));
    return ids != NULL;
}

static gboolean
did_happen(Writer *self, CareId id)
{
    return !g_hash_table_contains(self->taken_back, &id);
}

/* A photo stays where what it was taken for did not happen. */
static void
let_go(Writer *self, CareRecord *record)
{
    const CareKind *kind = care_record_kind(record);

    for (guint i = 0; i < kind->n_fields; i++)
        if (care_taken_back_lets_go(&kind->fields[i]) && !did_happen(self, care_record_int(record, (int)i)))
            care_record_clear(record, (int)i);
}

/* first: whether nothing of the kind was written yet. */
static gboolean
append_page(Writer *self, const CareKind *kind, GArray *ids, gboolean *first, GError **error)
{
    g_autoptr(GPtrArray) records
        = care_records_load(self->connection, kind, (CareId *)(void *)ids->data, ids->len, error);

    if (records == NULL)
        return FALSE;
    g_ptr_array_sort(records, compare_ids);
    for (guint i = 0; i < records->len; i++) {
        g_autoptr(JsonNode) node = NULL;
        g_autofree char *line = NULL;

        if (!did_happen(self, care_record_id(records->pdata[i])))
            continue;
        let_go(self, records->pdata[i]);
        node = care_record_to_json(records->pdata[i], self->currency, CARE_RECORD_JSON_COMPLETE);
        line = care_json_to_line(node);
        g_string_append(self->text, *first ? "\n" : ",\n");
        g_string_append(self->text, line);
        *first = FALSE;
    }
    return TRUE;
}

static gboolean
write_kind(Writer *self, const CareKind *kind, GError **error)
{
    CareId last = 0;
    gboolean first = TRUE;

    g_string_append_printf(self->text, ",\n\"%s\":[", kind->name);
    while (TRUE) {
        g_autoptr(GArray) ids = care_kind_ids_after(self->connection, kind, last, PAGE, error);

        if (ids == NULL)
            return FALSE;
        if (ids->len == 0)
            break;
        if (!append_page(self, kind, ids, &first, error) || !flush_if_full(self, error))
            return FALSE;
        last = g_array_index(ids, CareId, ids->len - 1);
    }
    g_string_append_c(self->text, ']');
    return TRUE;
}

typedef struct {
    GString *text;
    gboolean (*stays)(const char *name);
    gboolean any;
} Pairs;

static gboolean
append_pair(CareStatement *row, gpointer data, GError **error)
{
    Pairs *pairs = data;

    if (care_statement_text(row, 0) == NULL || !care_statement_is_readable(row, 0))
        return TRUE; /* a damaged row that names nothing, or nothing that there is */
    if (pairs->stays != NULL && pairs->stays(care_statement_text(row, 0)))
        return TRUE;
    g_string_append(pairs->text, pairs->any ? ",\n" : "\n");
    pairs->any = TRUE;
    append_string(pairs->text, care_statement_text(row, 0));
    g_string_append_c(pairs->text, ':');
    append_string(pairs->text, care_statement_text(row, 1));
    return TRUE;
}

/* A table of names and values as an object. */
static gboolean
write_pairs(Writer *self, const char *member, const char *query, gboolean (*stays)(const char *name),
            GError **error)
{
    Pairs pairs = { .text = self->text, .stays = stays };

    g_string_append_printf(self->text, ",\n\"%s\":{", member);
    if (!care_query_each(self->connection, query, append_pair, &pairs, error, ""))
        return FALSE;
    g_string_append_c(self->text, '}');
    return TRUE;
}

static int
compare_names(gconstpointer a, gconstpointer b)
{
    return strcmp(*(char *const *)a, *(char *const *)b);
}

/* The paths below the folder, seen from the shop's folder, in byte order. */
static void
collect_files(Writer *self, const char *folder, GPtrArray *paths)
{
    g_autofree char *full = g_build_filename(self->data_dir, folder, NULL);
    g_autoptr(GDir) dir = g_dir_open(full, 0, NULL);
    const char *name;

    while (dir != NULL && (name = g_dir_read_name(dir)) != NULL) {
        g_autofree char *path = g_strconcat(folder, "/", name, NULL);
        g_autofree char *child = g_build_filename(self->data_dir, path, NULL);

        if (name[0] == '.' || g_file_test(child, G_FILE_TEST_IS_SYMLINK))
            continue;
        if (g_file_test(child, G_FILE_TEST_IS_DIR))
            collect_files(self, path, paths);
        else if (g_file_test(child, G_FILE_TEST_IS_REGULAR) && care_file_is_kept(path))
            g_ptr_array_add(paths, g_steal_pointer(&path));
    }
}

static gboolean
write_file(Writer *self, const char *path, gboolean first, GError **error)
{
    g_autofree char *full = g_build_filename(self->data_dir, path, NULL);
    g_autofree char *bytes = NULL;
    g_autofree char *base64 = NULL;
    gsize length;

    if (!g_file_get_contents(full, &bytes, &length, error))
        return FALSE;
    base64 = g_base64_encode((const guchar *)bytes, length);
    g_string_append(self->text, first ? "\n{\"path\":" : ",\n{\"path\":");
    append_string(self->text, path);
    g_string_append(self->text, ",\"base64\":\"");
    g_string_append(self->text, base64);
    g_string_append(self->text, "\"}");
    return flush_if_full(self, error);
}

static gboolean
write_files(Writer *self, GError **error)
{
    g_autoptr(GPtrArray) paths = g_ptr_array_new_with_free_func(g_free);

    collect_files(self, "files", paths);
    collect_files(self, "issued", paths);
    g_ptr_array_sort(paths, compare_names);
    g_string_append(self->text, ",\n\"file\":[");
    for (guint i = 0; i < paths->len; i++)
        if (!write_file(self, paths->pdata[i], i == 0, error))
            return FALSE;
    g_string_append_c(self->text, ']');
    return TRUE;
}

static gboolean
write_all(Writer *self, const char *only, GError **error)
{
    g_string_append_printf(self->text, "{\"aftercare\":1,\n\"schema\":%d,\n\"began\":%d",
                           care_schema_version(), care_migrate_began(self->connection));
    if (only == NULL
        && (!write_pairs(self, "setting", "exchange/settings", care_setting_is_of_database, error)
            || !write_pairs(self, "counter", "exchange/counters", NULL, error)))
        return FALSE;
    for (const CareKind *const *kind = care_kinds(); *kind != NULL; kind++)
        if ((only == NULL || strcmp(only, (*kind)->name) == 0) && !write_kind(self, *kind, error))
            return FALSE;
    if (only == NULL && !write_files(self, error))
        return FALSE;
    g_string_append(self->text, "}\n");
    return flush(self, error);
}

gboolean
care_archive_write(CareConnection *connection, const char *data_dir, const char *only, GOutputStream *out,
                   GCancellable *cancellable, GError **error)
{
    Writer writer = { .connection = connection,
                      .data_dir = data_dir,
                      .out = out,
                      .cancellable = cancellable,
                      .text = g_string_sized_new(CHUNK * 2) };
    gboolean done;

    /* One snapshot, whatever is written meanwhile. */
    done = care_snapshot_begin(connection, error);
    if (done) {
        done = care_setting_find(connection, CARE_SETTING_CURRENCY, &writer.currency, error)
               && read_taken_back(&writer, error) && write_all(&writer, only, error);
        care_snapshot_end(connection);
    }
    g_string_free(writer.text, TRUE);
    g_clear_pointer(&writer.taken_back, g_hash_table_unref);
    g_free(writer.currency);
    return done;
}
