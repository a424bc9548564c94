/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "service/import/customer-import.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "core/errors.h"
#include "model/customer.h"
#include "model/occasion.h"
#include "service/archive-json.h"
#include "service/flow.h"
#include "service/import/contact-match.h"
#include "service/import/contact-record.h"
#include "service/import/import-revert.h"
#include "service/record-json.h"

/* The longest that a transaction may keep the counter waiting. */
#define CHUNK_USEC (50 * 1000)

struct _CareCustomerImport {
    GObject parent_instance;

    CareStore *store;
    GPtrArray *files; /* CareImportFile */
    CareId id;
    guint position; /* the file it is at */
    gboolean started;
    gboolean done;
    int lock;
    GMutex progress_lock;
    double progress;
};

enum { PROP_PROGRESS = 1, N_PROPS };
static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE(CareCustomerImport, care_customer_import, G_TYPE_OBJECT)

static void
file_free(gpointer data)
{
    CareImportFile *file = data;

    g_clear_pointer(&file->reader, care_contact_reader_free);
    g_object_unref(file->file);
    g_free(file->name);
    g_free(file->error);
    g_free(file);
}

static void
care_customer_import_get_property(GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
    g_value_set_double(value, care_customer_import_progress(CARE_CUSTOMER_IMPORT(object)));
}

static void
care_customer_import_finalize(GObject *object)
{
    CareCustomerImport *self = CARE_CUSTOMER_IMPORT(object);

    care_import_unlock(self->lock);
    g_ptr_array_unref(self->files);
    g_object_unref(self->store);
    g_mutex_clear(&self->progress_lock);
    G_OBJECT_CLASS(care_customer_import_parent_class)->finalize(object);
}

static void
care_customer_import_class_init(CareCustomerImportClass *klass)
{
    GObjectClass *object_class = G_OBJECT_CLASS(klass);

    object_class->get_property = care_customer_import_get_property;
    object_class->finalize = care_customer_import_finalize;
    properties[PROP_PROGRESS]
        = g_param_spec_double("progress", NULL, NULL, 0, 1, 0, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
    g_object_class_install_properties(object_class, N_PROPS, properties);
}

static void
care_customer_import_init(CareCustomerImport *self)
{
    self->files = g_ptr_array_new_with_free_func(file_free);
    self->lock = -1;
    g_mutex_init(&self->progress_lock);
}

CareCustomerImport *
care_customer_import_new(CareStore *store)
{
    CareCustomerImport *self = g_object_new(CARE_TYPE_CUSTOMER_IMPORT, NULL);

    self->store = g_object_ref(store);
    return self;
}

/* Mapped, a file of any size costs no memory. */
static GBytes *
open_bytes(GFile *file)
{
    g_autofree char *path = g_file_get_path(file);
    g_autoptr(GMappedFile) mapped = path != NULL ? g_mapped_file_new(path, FALSE, NULL) : NULL;

    if (mapped != NULL)
        return g_mapped_file_get_bytes(mapped);
    return g_file_load_bytes(file, NULL, NULL, NULL);
}

static void
open_file(CareImportFile *self)
{
    g_autoptr(GBytes) bytes = open_bytes(self->file);
    g_autoptr(GError) error = NULL;
    gsize length;
    const char *data;

    if (bytes == NULL) {
        self->error = g_strdup_printf(_("The file %s cannot be read. Nothing was changed."), self->name);
        return;
    }
    data = g_bytes_get_data(bytes, &length);
    self->is_archive = data != NULL && care_archive_is(data, length);
    if (self->is_archive)
        return;
    self->reader = care_contact_reader_new(bytes, NULL, &error);
    if (self->reader == NULL)
        self->error = g_strdup(error->message);
}

CareImportFile *
care_customer_import_add(CareCustomerImport *self, GFile *file, const char *name)
{
    CareImportFile *added = g_new0(CareImportFile, 1);

    added->file = g_object_ref(file);
    added->name = name != NULL ? g_strdup(name) : g_file_get_parse_name(file);
    open_file(added);
    g_ptr_array_add(self->files, added);
    return added;
}

guint
care_customer_import_n_files(CareCustomerImport *self)
{
    return self->files->len;
}

CareImportFile *
care_customer_import_file(CareCustomerImport *self, guint position)
{
    return self->files->pdata[position];
}

gboolean
care_customer_import_is_ready(CareCustomerImport *self, GError **error)
{
    const char *first = NULL;

    for (guint i = 0; i < self->files->len; i++) {
        CareImportFile *file = self->files->pdata[i];

        if (file->error == NULL)
            return TRUE;
        first = first != NULL ? first : file->error;
    }
    g_set_error_literal(error, CARE_ERROR, CARE_ERROR_INPUT,
                        first != NULL ? first : _("There is no file to import."));
    return FALSE;
}

/* Without a name nobody becomes a customer, and prose with commas is no list of people: better one sentence than a
 * thousand strange rows. */
static gboolean
looks_like_people(CareCsvMapping *mapping)
{
    if (!care_csv_mapping_has_name(mapping)
        && !care_csv_mapping_has(mapping, CARE_CONTACT_FIELD_ORGANISATION))
        return FALSE;
    return mapping->has_header || care_csv_mapping_has(mapping, CARE_CONTACT_FIELD_PHONE)
           || care_csv_mapping_has(mapping, CARE_CONTACT_FIELD_EMAIL);
}

static void
check_mapping(CareImportFile *file)
{
    CareCsvMapping *mapping = file->reader != NULL ? care_contact_reader_get_mapping(file->reader) : NULL;

    if (mapping != NULL && file->error == NULL && !file->mapping_chosen && !looks_like_people(mapping))
        file->error = g_strdup(
            _("The columns of this file do not look like names with phone numbers or e-mail addresses. "
              "Nothing was taken over; choose the columns in the import window."));
}

static void
check_first(CareImportFile *file)
{
    g_autoptr(CareContactDraft) first = NULL;

    care_contact_reader_rewind(file->reader);
    first = care_contact_reader_next(file->reader);
    if (first == NULL && file->error == NULL)
        file->error = g_strdup(_("There is no contact in this file. Nothing was taken over."));
    care_contact_reader_rewind(file->reader);
}

static gboolean
is_refusal(const GError *error)
{
    return g_error_matches(error, CARE_ERROR, CARE_ERROR_INPUT)
           || g_error_matches(error, CARE_ERROR, CARE_ERROR_REFUSED);
}

/* A date of the customer's own that a contact brought along. */
static gboolean
add_anniversary(CareCustomerImport *self, CareTransaction *transaction, const CareContactDraft *draft,
                CareId customer, GError **error)
{
    g_autoptr(CareRecord) occasion = NULL;
    g_autoptr(CareStatement) known = NULL;
    g_autofree char *date = NULL;

    if (draft->anniversary.month == 0)
        return TRUE;
    date = care_date_to_string(draft->anniversary);
    known = care_connection_prepare(
        care_transaction_connection(transaction),
        "SELECT 1 FROM occasion WHERE customer = ?1 AND date = ?2 AND deleted_at IS NULL", error);
    if (known == NULL)
        return FALSE;
    care_statement_bind_int(known, 1, customer);
    care_statement_bind(known, 2, date);
    if (care_statement_step(known, NULL))
        return TRUE;
    occasion = care_record_new(&care_occasion_kind);
    care_record_set_int(occasion, CARE_OCCASION_CUSTOMER, customer);
    care_record_set_text(occasion, CARE_OCCASION_NAME, _("Anniversary"));
    care_record_set_date(occasion, CARE_OCCASION_DATE, draft->anniversary);
    return care_flow_save(transaction, occasion, error)
           && care_import_log_extra(transaction, self->id, occasion, error);
}

/* What becomes of one contact. */
typedef struct {
    CareContactDraft *draft;
    const char *result;
    CareId record;
    char *name;
    char *reason;
    char *before;
    char *after;
} Outcome;

static void
outcome_clear(Outcome *outcome)
{
    g_free(outcome->name);
    g_free(outcome->reason);
    g_free(outcome->before);
    g_free(outcome->after);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC(Outcome, outcome_clear)

static void
refuse(Outcome *outcome, const char *reason)
{
    outcome->result = "refused";
    outcome->record = 0;
    g_set_str(&outcome->reason, reason);
}

static gboolean
save(CareTransaction *transaction, CareRecord *customer, Outcome *outcome, GError **error)
{
    g_autoptr(GError) local = NULL;

    if (care_flow_save(transaction, customer, &local)) {
        outcome->record = care_record_id(customer);
        outcome->name = care_record_title(customer);
        outcome->after = care_import_checksum(customer, care_transaction_shop(transaction)->currency);
        return TRUE;
    }
    if (!is_refusal(local)) {
        g_propagate_error(error, g_steal_pointer(&local));
        return FALSE;
    }
    refuse(outcome, local->message);
    return TRUE;
}

static gboolean
take_new(CareTransaction *transaction, Outcome *outcome, GError **error)
{
    g_autoptr(CareRecord) customer = care_contact_to_customer(outcome->draft);

    return save(transaction, customer, outcome, error);
}

static gboolean
merge(CareTransaction *transaction, CareId id, Outcome *outcome, GError **error)
{
    const CareShopFacts *shop = care_transaction_shop(transaction);
    g_autoptr(CareRecord) customer = care_transaction_load(transaction, &care_customer_kind, id, error);
    g_autoptr(JsonNode) before = NULL;

    if (customer == NULL)
        return FALSE;
    before = care_record_to_json(customer, shop->currency, CARE_RECORD_JSON_COMPLETE);
    outcome->result = "merged";
    outcome->record = id;
    if (!care_contact_merge(outcome->draft, customer, shop->region)) {
        outcome->name = care_record_title(customer);
        return TRUE;
    }
    outcome->before = care_json_to_line(before);
    return save(transaction, customer, outcome, error);
}

/* A name without more is nobody new if somebody of that name has all that the contact tells. */
static gboolean
says_nothing_new(CareTransaction *transaction, const CareContactDraft *draft, CareId id)
{
    g_autoptr(CareRecord) customer = NULL;

    if (draft->phones->len > 0 || draft->emails->len > 0)
        return FALSE;
    customer = care_transaction_load(transaction, &care_customer_kind, id, NULL);
    return customer != NULL
           && care_contact_names_fit(care_record_text(customer, CARE_CUSTOMER_NAME), draft->name)
           && !care_contact_merge((CareContactDraft *)draft, customer,
                                  care_transaction_shop(transaction)->region);
}

static gboolean
decide(CareTransaction *transaction, Outcome *outcome, GError **error)
{
    CareContactMatch match;
    CareId customer;

    if (outcome->draft->error != NULL) {
        refuse(outcome, outcome->draft->error);
        return TRUE;
    }
    if (!care_contact_match(transaction, outcome->draft, &match, &customer, &outcome->reason, error))
        return FALSE;
    if (match == CARE_CONTACT_MATCH_SAME)
        return merge(transaction, customer, outcome, error);
    if (match == CARE_CONTACT_MATCH_DOUBTFUL && says_nothing_new(transaction, outcome->draft, customer)) {
        g_clear_pointer(&outcome->reason, g_free);
        return merge(transaction, customer, outcome, error);
    }
    outcome->result = match == CARE_CONTACT_MATCH_DOUBTFUL ? "doubtful" : "new";
    return take_new(transaction, outcome, error);
}

static void
count(CareImportCounts *counts, const char *result)
{
    switch (*result) {
    case 'n':
        counts->new ++;
        break;
    case 'm':
        counts->merged++;
        break;
    case 'd':
        counts->doubtful++;
        break;
    default:
        counts->refused++;
    }
}

static char *
join_dropped(CareContactDraft *draft)
{
    if (draft->dropped == NULL || draft->dropped->len == 0)
        return NULL;
    GString *text = g_string_new(NULL);

    for (guint i = 0; i < draft->dropped->len; i++)
        g_string_append_printf(text, "%s%s", i > 0 ? "\n" : "", (char *)draft->dropped->pdata[i]);
    return g_string_free_and_steal(text);
}

static gboolean
take_contact(CareCustomerImport *self, CareTransaction *transaction, CareImportFile *file,
             CareContactDraft *draft, GError **error)
{
    g_auto(Outcome) outcome = { .draft = draft };
    g_autofree char *dropped = NULL;
    CareImportRow row = { .file = self->position, .row = draft->row, .line = draft->line };

    if (!decide(transaction, &outcome, error))
        return FALSE;
    dropped = join_dropped(draft);
    count(&file->counts, outcome.result);
    row.result = outcome.result;
    row.kind = outcome.record != 0 ? care_customer_kind.name : NULL;
    row.record = outcome.record;
    row.name = outcome.name != NULL ? outcome.name : draft->name;
    row.reason = outcome.reason;
    row.dropped = dropped;
    row.before = outcome.before;
    row.after = outcome.after;
    return care_import_log_row(transaction, self->id, &row, error)
           && (outcome.record == 0 || add_anniversary(self, transaction, draft, outcome.record, error));
}

static gboolean
finish_file(CareCustomerImport *self, CareTransaction *transaction, CareImportFile *file, GError **error)
{
    CareImportFileRow row = { .name = file->name, .error = file->error, .counts = file->counts };

    if (file->error == NULL) {
        row.format = file->is_archive ? "json" : care_contact_reader_get_format(file->reader);
        row.encoding = file->is_archive ? "UTF-8" : care_contact_reader_get_encoding(file->reader);
    }
    if (!care_import_log_file(transaction, self->id, self->position, &row, error))
        return FALSE;
    self->position++;
    return TRUE;
}

static gboolean
on_archive_row(CareTransaction *transaction, const CareArchiveRow *from, gpointer data, GError **error)
{
    static const char *const results[] = { "new", "merged", "refused" };
    CareCustomerImport *self = data;
    CareImportFile *file = self->files->pdata[self->position];
    CareImportRow row = { .file = self->position,
                          .row = from->row,
                          .line = from->line,
                          .result = results[from->result],
                          .kind = from->kind != NULL ? from->kind->name : NULL,
                          .record = from->id,
                          .name = from->name,
                          .reason = from->reason };

    count(&file->counts, row.result);
    return care_import_log_row(transaction, self->id, &row, error);
}

/* Our own export: whole or not at all. A broken one is the file's error, not the import's. */
static gboolean
take_archive(CareCustomerImport *self, CareTransaction *transaction, CareImportFile *file, GError **error)
{
    CareConnection *connection = care_transaction_connection(transaction);
    g_autoptr(GFileInputStream) in = g_file_read(file->file, NULL, NULL);
    g_autoptr(GError) local = NULL;
    CareArchiveImport archive = { .in = G_INPUT_STREAM(in), .row = on_archive_row, .row_data = self };

    if (in == NULL)
        g_set_error(&local, CARE_ERROR, CARE_ERROR_INPUT,
                    _("The file %s cannot be read. Nothing was changed."), file->name);
    else if (!care_connection_exec(connection, "SAVEPOINT import_file", error))
        return FALSE;
    else if (care_archive_import(transaction, &archive, &local))
        return care_connection_exec(connection, "RELEASE import_file", error)
               && finish_file(self, transaction, file, error);
    else
        care_connection_exec(connection, "ROLLBACK TO import_file; RELEASE import_file", NULL);
    /* Alone, its own code (too new, a full disk) is the answer. */
    if (self->files->len == 1 || g_error_matches(local, CARE_ERROR, CARE_ERROR_FULL)) {
        g_propagate_error(error, g_steal_pointer(&local));
        return FALSE;
    }
    file->counts = (CareImportCounts){ 0 };
    g_set_str(&file->error, local->message);
    return finish_file(self, transaction, file, error);
}

static gboolean
take_next(CareCustomerImport *self, CareTransaction *transaction, GError **error)
{
    CareImportFile *file = self->files->pdata[self->position];
    g_autoptr(CareContactDraft) draft = NULL;

    if (file->error != NULL)
        return finish_file(self, transaction, file, error);
    if (file->is_archive)
        return take_archive(self, transaction, file, error);
    draft = care_contact_reader_next(file->reader);
    return draft != NULL ? take_contact(self, transaction, file, draft, error)
                         : finish_file(self, transaction, file, error);
}

static void
tell_progress(CareCustomerImport *self)
{
    double part = 0;

    if (self->position < self->files->len) {
        CareImportFile *file = self->files->pdata[self->position];

        part = file->reader != NULL ? care_contact_reader_get_progress(file->reader) : 0;
    }
    g_mutex_lock(&self->progress_lock);
    self->progress = MIN(1, (self->position + part) / MAX(1, self->files->len));
    g_mutex_unlock(&self->progress_lock);
}

/* A CareTransactionFunc: as many contacts as fit into one chunk. */
static gboolean
import_chunk(CareTransaction *transaction, gpointer data, GError **error)
{
    CareCustomerImport *self = data;
    gint64 start = g_get_monotonic_time();

    if (!self->started && !care_import_log_begin(transaction, self->id, error))
        return FALSE;
    self->started = TRUE;
    while (self->position < self->files->len && g_get_monotonic_time() - start < CHUNK_USEC)
        if (!take_next(self, transaction, error))
            return FALSE;
    self->done = self->position == self->files->len;
    tell_progress(self);
    return !self->done || care_import_log_state(transaction, self->id, "done", error);
}

static gboolean
begin(CareCustomerImport *self, GError **error)
{
    for (guint i = 0; i < self->files->len; i++) {
        CareImportFile *file = self->files->pdata[i];

        check_mapping(file);
        if (file->reader != NULL)
            check_first(file);
    }
    if (!care_customer_import_is_ready(self, error))
        return FALSE;
    self->lock = care_import_lock(care_store_data_dir(self->store));
    if (self->lock < 0) {
        g_set_error_literal(
            error, CARE_ERROR, CARE_ERROR_BUSY,
            _("Another import is under way. Nothing was changed; wait for it, or cancel it."));
        return FALSE;
    }
    self->id = care_id_new();
    return TRUE;
}

static void
end(CareCustomerImport *self)
{
    care_import_unlock(self->lock);
    self->lock = -1;
}

static gboolean
was_cancelled(GError **error)
{
    g_set_error_literal(error, G_IO_ERROR, G_IO_ERROR_CANCELLED,
                        _("The import was cancelled. Everything is as it was before."));
    return FALSE;
}

gboolean
care_customer_import_run(CareCustomerImport *self, GCancellable *cancellable, GError **error)
{
    gboolean good = TRUE;

    if (!begin(self, error))
        return FALSE;
    while (!self->done && good) {
        good = g_cancellable_is_cancelled(cancellable)
                   ? was_cancelled(error)
                   : care_store_write(self->store, import_chunk, self, error);
    }
    end(self);
    if (!good)
        care_import_recover(self->store, NULL);
    return good;
}

static void
return_result(GTask *task, GError *error)
{
    if (error != NULL)
        g_task_return_error(task, error);
    else
        g_task_return_boolean(task, TRUE);
    g_object_unref(task);
}

/* What was committed before the end is taken back; if that fails too, the next open does it. */
static void
on_taken_back(GObject *source, GAsyncResult *result, gpointer data)
{
    GTask *task = data;
    g_autoptr(CareImportRevert) revert = care_import_revert_finish(CARE_STORE(source), result, NULL);

    return_result(task, g_error_copy(g_task_get_task_data(task)));
}

static void
give_up(GTask *task, GError *error)
{
    CareCustomerImport *self = g_task_get_source_object(task);

    end(self);
    g_task_set_task_data(task, error, (GDestroyNotify)g_error_free);
    care_import_revert_async(self->store, self->id, on_taken_back, task);
}

static void
on_chunk(GObject *source, GAsyncResult *result, gpointer data)
{
    GTask *task = data;
    CareCustomerImport *self = g_task_get_source_object(task);
    GError *error = NULL;

    if (!care_store_write_finish(CARE_STORE(source), result, &error)) {
        give_up(task, error);
        return;
    }
    g_object_notify_by_pspec(G_OBJECT(self), properties[PROP_PROGRESS]);
    if (self->done) {
        end(self);
        return_result(task, NULL);
    } else if (g_cancellable_is_cancelled(g_task_get_cancellable(task))) {
        was_cancelled(&error);
        give_up(task, error);
    } else {
        care_store_write_async(self->store, CARE_PRIORITY_BACKGROUND, import_chunk, self, NULL, NULL,
                               on_chunk, task);
    }
}

void
care_customer_import_run_async(CareCustomerImport *self, GCancellable *cancellable,
                               GAsyncReadyCallback callback, gpointer user_data)
{
    GTask *task = g_task_new(self, cancellable, callback, user_data);
    GError *error = NULL;

    g_task_set_check_cancellable(task, FALSE);
    if (begin(self, &error))
        care_store_write_async(self->store, CARE_PRIORITY_BACKGROUND, import_chunk, self, NULL, NULL,
                               on_chunk, task);
    else
        return_result(task, error);
}

gboolean
care_customer_import_run_finish(CareCustomerImport *self, GAsyncResult *result, GError **error)
{
    return g_task_propagate_boolean(G_TASK(result), error);
}

double
care_customer_import_progress(CareCustomerImport *self)
{
    g_autoptr(GMutexLocker) locker = g_mutex_locker_new(&self->progress_lock);

    return self->progress;
}

CareId
care_customer_import_id(CareCustomerImport *self)
{
    return self->id;
}

CareImportCounts
care_customer_import_counts(CareCustomerImport *self)
{
    CareImportCounts sum = { 0 };

    for (guint i = 0; i < self->files->len; i++) {
        const CareImportCounts *counts = &((CareImportFile *)self->files->pdata[i])->counts;

        sum.new += counts->new;
        sum.merged += counts->merged;
        sum.doubtful += counts->doubtful;
        sum.refused += counts->refused;
    }
    return sum;
}
