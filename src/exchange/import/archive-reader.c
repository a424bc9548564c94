/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
/* Reading our own export back. */
#include "exchange/import/archive-reader.h"

#include <string.h>

#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>

#include "core/errors.h"
#include "exchange/import/archive-began.h"
#include "exchange/import/archive-check.h"
#include "exchange/import/archive-draft.h"
#include "exchange/import/archive-files.h"
#include "exchange/import/archive-head.h"
#include "exchange/import/archive-name.h"
#include "exchange/import/archive-numbers.h"
#include "exchange/import/archive-owners.h"
#include "exchange/import/archive-same.h"
#include "exchange/import/archive-settings.h"
#include "exchange/import/archive-versions.h"
#include "exchange/json/json-stream.h"
#include "exchange/json/record-json.h"
#include "model/customer.h"
#include "model/invoice.h"
#include "model/staff.h"
#include "service/flow.h"
#include "store/kind-query.h"
#include "store/migrate.h"
#include "store/named-query.h"
#include "store/snapshot.h"

/* Letters of the key of a setting that the report shows. */
#define LONGEST_KEY 60

typedef enum {
    NEW,     /* taken over as it stands */
    MERGED,  /* the shop had it already, the same */
    REFUSED, /* not taken over; the reason says why */
} Result;

typedef struct {
    CareReader base;
    GFile *file;           /* NULL: the bytes are all there is */
    GBytes *bytes;         /* that it is read from without a file */
    CareArchiveHead *head; /* NULL until it was looked at */
    char *state;           /* of the file then */
} Archive;

/* One run through it. */
typedef struct {
    CareTransaction *transaction;
    const CareReaderDesk *desk;
    guint n_rows;
    GPtrArray *made; /* files to take away again if it all fails */
    const CareArchiveHead *head;
    GHashTable *short_of; /* CareId of invoices of which a payment or the credit note was refused */
    CareArchiveDrafts *drafts;
    CareArchiveVersions *versions;
    gboolean is_new_shop; /* as it was before */
    gboolean is_odd;      /* it took over a setting that nobody could choose here */
} Reader;

static gsize
skip_space(const char *begin, gsize length, gsize at)
{
    while (at < length && g_ascii_isspace(begin[at]))
        at++;
    return at;
}

/* An object with a member, in whichever order they stand: if it is none of ours, it is no table or card either. */
static gboolean
recognises(const char *begin, gsize length)
{
    gsize at = skip_space(begin, length, care_json_mark_length(begin, length));

    if (at >= length || begin[at] != '{')
        return FALSE;
    at = skip_space(begin, length, at + 1);
    return at < length && begin[at] == '"';
}

static gboolean
tell(Reader *self, Result result, CareImportRow *row, GError **error)
{
    static const char *const words[] = { "new", "merged", "refused" };

    row->file = self->desk->file;
    row->row = ++self->n_rows;
    row->result = words[result];
    care_import_counts_add(self->desk->counts, row->result);
    self->desk->counts->same += result == MERGED ? 1 : 0;
    return care_import_log_row(self->transaction, self->desk->import, row, error);
}

/* Of a document or a job whose number, or place among the documents, another one has. What a constraint says of a single
 * command is no word about a row among many. */
static void
say_taken(CareRecord *record, GError *cause, GError **error)
{
    int field = care_kind_find_field(care_record_kind(record), "number");
    const char *number = field >= 0 ? care_record_text(record, field) : NULL;

    if (number != NULL && care_error_is_taken(cause)) {
        g_error_free(cause);
        /* Translators: %s is the number of an invoice or a job */
        g_set_error(error, CARE_ERROR, CARE_ERROR_REFUSED,
                    _("Another one has the number %s, or its place in the order of numbers, and was kept."),
                    number);
        return;
    }
    g_propagate_error(error, cause);
}

/* In a savepoint, for a record is several rows: refused, none of them stays, and the draft that it was does. */
static gboolean
insert(Reader *self, CareRecord *record, CareRecord *draft, GError **error)
{
    CareConnection *connection = care_transaction_connection(self->transaction);
    CareId id = care_record_id(record);
    GError *cause = NULL;

    if (!care_mark_set(connection, error))
        return FALSE;
    if ((draft == NULL || care_flow_unrestore(self->transaction, care_record_kind(draft), id, &cause))
        && care_flow_restore(self->transaction, record, self->head->began, &cause)) {
        if (draft != NULL)
            care_archive_let_draft_go(self->drafts, draft);
        return care_mark_keep(connection, error);
    }
    care_mark_go_back(connection);
    say_taken(record, cause, error);
    return FALSE;
}

/* The shop has it already. reason is set where it is refused. */
static Result
keep_known(Reader *self, CareRecord *record, CareRecord *known, JsonObject *object, GError **reason)
{
    g_autoptr(CareRecord) brought = care_archive_as_brought(self->transaction, object, known);

    if (care_archive_is_same(self->transaction, brought, known))
        return MERGED;
    if (care_archive_keep_draft(self->drafts, record, known, reason))
        return REFUSED;
    care_refuse(reason, CARE_ERROR_INPUT, care_archive_say_other(self->transaction, known));
    if (brought != NULL) /* by the row that it is to be told in */
        care_archive_versions_add(self->versions, self->n_rows + 1, brought,
                                  care_transaction_shop(self->transaction)->currency);
    return REFUSED;
}

/* What becomes of one record. reason is set where it is refused. */
static Result
take_record(Reader *self, CareRecord *record, JsonObject *object, GError **reason)
{
    g_autoptr(CareRecord) known = NULL;

    if (care_record_id(record) == 0) {
        care_refuse(reason, CARE_ERROR_INPUT, _("It has no id."));
        return REFUSED;
    }
    known = care_transaction_load(self->transaction, care_record_kind(record), care_record_id(record), NULL);
    if (known == NULL || care_archive_is_issued_since(record, known))
        return insert(self, record, known, reason) ? NEW : REFUSED;
    return keep_known(self, record, known, object, reason);
}

/* A payment, or a credit note, that is no record still says whose it is. */
static void
note_short(Reader *self, const CareKind *kind, JsonNode *node)
{
    int field = care_archive_owing_field(kind);
    JsonObject *object = node != NULL && field >= 0 ? json_node_get_object(node) : NULL;
    const char *name = object != NULL ? kind->fields[field].name : NULL;
    const char *text = object != NULL ? json_object_get_string_member_with_default(object, name, NULL) : NULL;
    CareId id;

    if (text != NULL && care_id_parse(text, &id))
        g_hash_table_add(self->short_of, g_memdup2(&id, sizeof id));
}

static gboolean
read_record(Reader *self, const CareKind *kind, guint line, const char *text, gsize length, GError **error)
{
    g_autoptr(CareRecord) record = care_record_new(kind);
    g_autoptr(GError) reason = NULL;
    g_autoptr(JsonNode) node = care_json_parse_object(text, (gssize)length, &reason);
    gboolean is_record = node != NULL
                         && care_record_from_json(record, json_node_get_object(node),
                                                  care_transaction_shop(self->transaction)->currency,
                                                  CARE_RECORD_JSON_TAKE, &reason);
    g_autofree char *name = is_record ? care_archive_name(self->transaction, record)
                                      : care_archive_name_unread(kind, node, text, length);
    g_autofree char *sentence = NULL;
    CareImportRow row = { .line = line, .kind = kind->name, .name = name };
    Result result = REFUSED;

    if (is_record) {
        result = take_record(self, record, json_node_get_object(node), &reason);
        row.record = care_record_id(record);
    }
    if (result == REFUSED && reason != NULL) {
        if (!care_archive_is_of_row(reason)) {
            g_propagate_error(error, g_steal_pointer(&reason));
            return FALSE;
        }
        row.reason = sentence = care_archive_reason(reason);
        note_short(self, kind, node);
    }
    return tell(self, result, &row, error);
}

/* One that this shop would refuse is told by its name; the rest comes in. */
static gboolean
refuse_setting(Reader *self, const char *key, GError *cause, GError **error)
{
    g_autofree char *name = g_utf8_substring(key, 0, MIN(g_utf8_strlen(key, -1), LONGEST_KEY));
    g_autofree char *sentence = care_archive_reason(cause);
    CareImportRow row = { .name = name, .reason = sentence };

    return tell(self, REFUSED, &row, error);
}

/* They are told, for they stand on every paper from then on; and what no door of today would take. */
static gboolean
tell_settings(Reader *self, GPtrArray *taken, GError **error)
{
    g_autofree char *reason
        = care_archive_tell_settings(care_transaction_connection(self->transaction), taken);
    CareImportRow row = { .name = _("Settings"), .reason = reason };

    return taken->len == 0 || tell(self, NEW, &row, error);
}

static gboolean
take_setting(Reader *self, const char *key, const char *value, const char *tidy, GError **error)
{
    int asked = care_migrate_began(care_transaction_connection(self->transaction));
    g_autofree char *ignored = NULL;

    self->is_odd |= !care_archive_check_setting(key, value, asked, &ignored, NULL);
    return care_transaction_set_setting(self->transaction, key, tidy, error);
}

static gboolean
take_or_refuse(Reader *self, JsonObject *object, const char *key, GPtrArray *taken, GError **error)
{
    const char *value = json_object_get_string_member_with_default(object, key, NULL);
    g_autoptr(GError) cause = NULL;
    g_autofree char *tidy = NULL;
    gboolean wants;

    if (!care_archive_wants_setting(self->transaction, key, &wants, error))
        return FALSE;
    if (!wants || JSON_NODE_HOLDS_NULL(json_object_get_member(object, key)))
        return TRUE;
    if (!care_archive_check_setting(key, value, self->head->began, &tidy, &cause))
        return refuse_setting(self, key, cause, error);
    if (!take_setting(self, key, value, tidy, error))
        return FALSE;
    g_ptr_array_add(taken, (gpointer)key);
    return TRUE;
}

/* Only a new shop takes another's settings, where it has none: who imports a colleague's export keeps his own IBAN. */
static gboolean
take_settings(Reader *self, GError **error)
{
    JsonObject *object = self->head->settings;
    g_autoptr(GList) names = self->is_new_shop && object != NULL ? json_object_get_members(object) : NULL;
    g_autoptr(GPtrArray) taken = g_ptr_array_new();

    for (GList *name = names; name != NULL; name = name->next)
        if (!take_or_refuse(self, object, name->data, taken, error))
            return FALSE;
    return tell_settings(self, taken, error);
}

static gboolean
read_file(Reader *self, const char *text, gsize length, GError **error)
{
    g_autoptr(JsonNode) node = care_json_parse_object(text, (gssize)length, error);

    return node != NULL
           && care_archive_read_file(care_transaction_data_dir(self->transaction), json_node_get_object(node),
                                     self->made, error);
}

/* What the file says of itself was read before. */
static gboolean
read_value(const char *member, guint line, const char *text, gsize length, gpointer data, GError **error)
{
    Reader *self = data;
    const CareKind *kind = care_kind_by_name(member);

    if (care_archive_head_has(member))
        return TRUE;
    if (strcmp(member, "file") == 0)
        return read_file(self, text, length, error);
    if (kind != NULL && !kind->child)
        return read_record(self, kind, line, text, length, error);
    return TRUE; /* a part that this program does not know */
}

/* Everything is there now that a record may refer to. */
static gboolean
finish(Reader *self, GError **error)
{
    CareConnection *connection = care_transaction_connection(self->transaction);

    /* first what rows of an older schema say today: the rules are those of today */
    return (self->n_rows == 0 || care_migrate_imported(connection, self->head->schema, error))
           && care_archive_check(self->desk, self->head, self->short_of, self->drafts, self->versions, error)
           && care_archive_note_began(self->desk, self->head->began, self->is_odd, error)
           && care_archive_follow(self->desk, self->head, self->short_of, error)
           && care_archive_versions_settle(self->versions, self->desk, error)
           && care_archive_raise_counters(self->desk, self->head->counters, error)
           && care_archive_drop_papers(connection, self->made, error);
}

/* What cannot be read is none. */
static gboolean
is_new_shop(CareConnection *connection)
{
    return !care_kind_had_any(connection, &care_customer_kind, TRUE)
           && !care_kind_had_any(connection, &care_invoice_kind, TRUE)
           && !care_kind_had_any(connection, &care_staff_kind, TRUE);
}

static gboolean
take_all(Reader *self, GInputStream *in, GError **error)
{
    if (care_transaction_open_guard(self->transaction, "import", NULL, error) && take_settings(self, error)
        && care_json_stream_read(in, read_value, self, NULL, error) && finish(self, error))
        return TRUE;
    for (guint i = 0; i < self->made->len; i++)
        g_unlink(self->made->pdata[i]);
    return FALSE;
}

static gboolean
read_all(GInputStream *in, const Archive *archive, const CareReaderDesk *desk, GError **error)
{
    g_autoptr(GPtrArray) made = g_ptr_array_new_with_free_func(g_free);
    g_autoptr(GHashTable) short_of = g_hash_table_new_full(g_int64_hash, g_int64_equal, g_free, NULL);
    g_auto(CareArchiveDrafts) drafts = { 0 };
    g_auto(CareArchiveVersions) versions = { 0 };
    Reader reader = { .transaction = desk->transaction,
                      .desk = desk,
                      .made = made,
                      .head = archive->head,
                      .short_of = short_of,
                      .drafts = &drafts,
                      .versions = &versions,
                      .is_new_shop = is_new_shop(care_transaction_connection(desk->transaction)) };

    care_archive_drafts_init(&drafts);
    care_archive_versions_init(&versions);
    return take_all(&reader, in, error);
}

static GInputStream *
open_stream(Archive *self, GError **error)
{
    GInputStream *in = self->file != NULL ? G_INPUT_STREAM(g_file_read(self->file, NULL, NULL))
                                          : g_memory_input_stream_new_from_bytes(self->bytes);

    if (in == NULL)
        care_refuse(error, CARE_ERROR_INPUT, _("The file cannot be read any more. Nothing was changed."));
    return in;
}

/* Another one when the file is written to. What is in memory is not. */
static char *
state_of(GInputStream *in)
{
    g_autoptr(GFileInfo) info
        = G_IS_FILE_INPUT_STREAM(in)
              ? g_file_input_stream_query_info(G_FILE_INPUT_STREAM(in),
                                               G_FILE_ATTRIBUTE_ETAG_VALUE "," G_FILE_ATTRIBUTE_STANDARD_SIZE,
                                               NULL, NULL)
              : NULL;

    const char *etag
        = info != NULL ? g_file_info_get_attribute_string(info, G_FILE_ATTRIBUTE_ETAG_VALUE) : NULL;

    return etag != NULL ? g_strdup_printf("%s %" G_GOFFSET_FORMAT, etag, g_file_info_get_size(info)) : NULL;
}

/* What it says of itself decides how its records are read, and may stand behind them: so it is read twice, and the first time
 * nobody waits for it. */
static gboolean
look_ahead(CareReader *reader, GError **error)
{
    Archive *self = (Archive *)reader;
    g_autoptr(GInputStream) in = open_stream(self, error);

    g_clear_pointer(&self->head, care_archive_head_free);
    g_clear_pointer(&self->state, g_free);
    if (in == NULL)
        return FALSE;
    self->state = state_of(in);
    self->head = care_archive_head_read(in, error);
    return self->head != NULL;
}

/* The same that was looked at. */
static GInputStream *
open_again(Archive *self, GError **error)
{
    g_autoptr(GInputStream) in = open_stream(self, error);
    g_autofree char *state = in != NULL ? state_of(in) : NULL;

    if (in == NULL || g_strcmp0(state, self->state) == 0)
        return g_steal_pointer(&in);
    care_refuse(error, CARE_ERROR_INPUT,
                _("The file was written to while it was read. Nothing was changed; import it once it is "
                  "finished."));
    return NULL;
}

static CareReaderStep
take(CareReader *self, const CareReaderDesk *desk, GError **error)
{
    CareConnection *connection = care_transaction_connection(desk->transaction);
    g_autoptr(GInputStream) in = open_again((Archive *)self, error);

    if (in == NULL)
        return CARE_READER_BROKEN;
    if (!care_mark_set(connection, error))
        return CARE_READER_FAILED;
    if (read_all(in, (Archive *)self, desk, error))
        return care_mark_keep(connection, error) ? CARE_READER_END : CARE_READER_FAILED;
    care_mark_go_back(connection);
    *desk->counts = (CareImportCounts){ 0 };
    return CARE_READER_BROKEN;
}

static CareReader *
open_archive(GFile *file, GBytes *bytes, const char *encoding, GError **error)
{
    Archive *self = g_new0(Archive, 1);

    if (file != NULL)
        self->file = g_object_ref(file);
    else
        self->bytes = g_bytes_ref(bytes);
    return &self->base;
}

static void
free_archive(CareReader *self)
{
    Archive *archive = (Archive *)self;

    g_clear_pointer(&archive->head, care_archive_head_free);
    g_free(archive->state);
    g_clear_object(&archive->file);
    g_clear_pointer(&archive->bytes, g_bytes_unref);
    g_free(archive);
}

static const char *
format(CareReader *self)
{
    return "json";
}

static const char *
format_label(CareReader *self)
{
    return _("Export of Aftercare");
}

static const char *
encoding(CareReader *self)
{
    return "UTF-8";
}

static const char *const suffixes[] = { "json", NULL };
static const char *const mime_types[] = { NULL }; /* JSON is everybody's */

const CareReaderKind care_archive_reader_kind = {
    .label = N_("Exports of Aftercare"),
    .suffixes = suffixes,
    .mime_types = mime_types,
    .recognises = recognises,
    .open = open_archive,
    .free = free_archive,
    .look_ahead = look_ahead,
    .take = take,
    .format = format,
    .format_label = format_label,
    .encoding = encoding,
};
