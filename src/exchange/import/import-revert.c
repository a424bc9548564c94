/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/import/import-revert-private.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "core/errors.h"
#include "model/customer.h"
#include "exchange/import/import-log.h"
#include "exchange/json/record-json.h"
#include "service/flow.h"
#include "store/kind-query.h"
#include "store/named-query.h"
#include "store/store-repeat.h"
#include "store/under-way.h"

struct _CareReverting {
    CareId import;
    gint64 next;         /* import_row.id to look at, going down; 0: from the end */
    gboolean begun;      /* a part of it is taken back for good */
    gboolean unfinished; /* only if it was stopped before its end */
    gboolean done;
    CareImportRevert *result;
    GHashTable *kept; /* CareId: each is named once */
};

typedef struct {
    gint64 id;
    CareId record;
    const CareKind *kind;
    gboolean made; /* by the import, not merely changed */
    char *before;
    char *after;
} Step;

static void
kept_free(gpointer data)
{
    CareImportKept *kept = data;

    g_free(kept->reason);
    g_free(kept);
}

void
care_import_revert_free(CareImportRevert *revert)
{
    g_ptr_array_unref(revert->kept);
    g_free(revert);
}

CareReverting *
care_reverting_new(CareId import)
{
    CareReverting *self = g_new0(CareReverting, 1);

    self->import = import;
    self->result = g_new0(CareImportRevert, 1);
    self->result->kept = g_ptr_array_new_with_free_func(kept_free);
    self->kept = g_hash_table_new_full(g_int64_hash, g_int64_equal, g_free, NULL);
    return self;
}

CareReverting *
care_reverting_new_unfinished(CareId import)
{
    CareReverting *self = care_reverting_new(import);

    self->unfinished = TRUE;
    return self;
}

void
care_reverting_free(gpointer data)
{
    CareReverting *self = data;

    g_clear_pointer(&self->result, care_import_revert_free);
    g_hash_table_unref(self->kept);
    g_free(self);
}

static void
step_clear(Step *step)
{
    g_free(step->before);
    g_free(step->after);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC(Step, step_clear)

static gboolean
take_step(CareStatement *row, gpointer data, GError **error)
{
    Step *step = data;

    step->id = care_statement_int(row, 0);
    step->record = care_statement_int(row, 1);
    step->kind = care_kind_by_name(care_statement_text(row, 2));
    step->made = g_strcmp0(care_statement_text(row, 3), "merged") != 0;
    step->before = g_strdup(care_statement_text(row, 4));
    step->after = g_strdup(care_statement_text(row, 5));
    return FALSE;
}

/* The next row that made or changed a record, from the last to the first; done when there is none. */
static gboolean
read_next(CareReverting *self, CareTransaction *transaction, Step *step, GError **error)
{
    if (!care_query_each(care_transaction_connection(transaction), "exchange/import-last-row", take_step,
                         step, error, "ii", self->import, self->next != 0 ? self->next : G_MAXINT64))
        return FALSE;
    self->done = step->id == 0;
    if (!self->done)
        self->next = step->id;
    return TRUE;
}

static gboolean
mark(CareTransaction *transaction, const Step *step, const char *word, GError **error)
{
    return care_query_execute(care_transaction_connection(transaction), "exchange/import-mark-row", error,
                              "is", step->id, word);
}

static gboolean
keep(CareReverting *self, CareTransaction *transaction, const Step *step, const char *reason, GError **error)
{
    if (g_hash_table_add(self->kept, g_memdup2(&step->record, sizeof step->record))) {
        CareImportKept *kept = g_new(CareImportKept, 1);

        kept->id = step->record;
        kept->reason = g_strdup(reason);
        g_ptr_array_add(self->result->kept, kept);
    }
    return mark(transaction, step, "kept", error);
}

static gboolean
take_referrer(CareStatement *row, gpointer data, GError **error)
{
    gboolean *found = data;

    *found = TRUE;
    return FALSE;
}

/* The first kind whose records refer to this one; what cannot be read is taken to. */
static const CareKind *
find_referrer(CareTransaction *transaction, const CareKind *kind, CareId id)
{
    for (const CareKind *const *other = care_kinds(); *other != NULL; other++)
        for (guint i = 0; i < (*other)->n_fields; i++) {
            const CareField *field = &(*other)->fields[i];
            gboolean found = FALSE;

            if (field->kind != CARE_FIELD_REF || g_strcmp0(field->extra, kind->name) != 0)
                continue;
            if (!care_kind_each_referrer(care_transaction_connection(transaction), *other, (int)i, id,
                                         take_referrer, &found, NULL)
                || found)
                return *other;
        }
    return NULL;
}

static char *
referrer_reason(const CareKind *kind)
{
    if (strcmp(kind->name, "job") == 0)
        return g_strdup(_("Has jobs by now."));
    if (strcmp(kind->name, "invoice") == 0)
        return g_strdup(_("Has invoices by now."));
    return g_strdup_printf(_("Has other entries by now (%s)."), care_kind_label(kind));
}

static gboolean
take_away(CareReverting *self, CareTransaction *transaction, const Step *step, GError **error)
{
    const CareKind *referrer = find_referrer(transaction, step->kind, step->record);

    if (referrer != NULL) {
        g_autofree char *reason = referrer_reason(referrer);

        return keep(self, transaction, step, reason, error);
    }
    if (!care_flow_purge(transaction, step->kind, step->record, error))
        return FALSE;
    self->result->removed += step->kind == &care_customer_kind;
    return mark(transaction, step, "removed", error);
}

/* Exactly as it was, its stamp included: nobody changed it after all. */
static gboolean
put_back(CareTransaction *transaction, const Step *step, CareRecord *now, GError **error)
{
    g_autoptr(CareRecord) before = care_record_new(step->kind);
    g_autoptr(JsonNode) node = care_json_parse_object(step->before, -1, error);

    if (node == NULL
        || !care_record_from_json(before, json_node_get_object(node),
                                  care_transaction_shop(transaction)->currency, CARE_RECORD_JSON_TAKE, error))
        return FALSE;
    return care_flow_put_back(transaction, before, now, error) && mark(transaction, step, "put back", error);
}

static gboolean
is_as_left(CareTransaction *transaction, const Step *step, CareRecord *now)
{
    g_autofree char *checksum = care_import_checksum(now, care_transaction_shop(transaction)->currency);

    return step->after != NULL && strcmp(checksum, step->after) == 0;
}

/* Another import that was taken back before may have had to keep the record because this one had changed it: now that it
 * is again as that import left it, it goes on where it had stopped. */
static gboolean
settle_kept(CareReverting *self, CareTransaction *transaction, CareId record, GError **error)
{
    for (;;) {
        g_auto(Step) step = { 0 };
        g_autoptr(CareRecord) now = NULL;

        if (!care_query_each(care_transaction_connection(transaction), "exchange/import-kept-row", take_step,
                             &step, error, "ii", record, self->import))
            return FALSE;
        now = step.kind != NULL ? care_transaction_load(transaction, step.kind, record, NULL) : NULL;
        if (now == NULL || !is_as_left(transaction, &step, now))
            return TRUE;
        if (step.made)
            return take_away(self, transaction, &step, error);
        if (!put_back(transaction, &step, now, error))
            return FALSE;
    }
}

static gboolean
revert_step(CareReverting *self, CareTransaction *transaction, const Step *step, GError **error)
{
    g_autoptr(CareRecord) now = NULL;

    if (step->kind == NULL || step->after == NULL) {
        if (step->made)
            return keep(self, transaction, step, _("Came from an export of Aftercare as it stands."), error);
        return mark(transaction, step, "unchanged", error);
    }
    now = care_transaction_load(transaction, step->kind, step->record, NULL);
    if (now == NULL)
        return mark(transaction, step, "gone", error);
    if (!is_as_left(transaction, step, now))
        return keep(self, transaction, step, _("Was changed after the import."), error);
    if (step->made)
        return take_away(self, transaction, step, error);
    return put_back(transaction, step, now, error) && settle_kept(self, transaction, step->record, error);
}

static gboolean
finish(CareReverting *self, CareTransaction *transaction, GError **error)
{
    return care_query_execute(care_transaction_connection(transaction), "exchange/forget-uids", error, "i",
                              self->import)
           && care_import_log_state(transaction, self->import, "reverted", error);
}

static gboolean
revert_next(CareReverting *self, CareTransaction *transaction, GError **error)
{
    g_auto(Step) step = { 0 };

    if (!read_next(self, transaction, &step, error))
        return FALSE;
    return self->done ? finish(self, transaction, error) : revert_step(self, transaction, &step, error);
}

/* Whoever said that it is done was believed. */
static gboolean
begin(CareReverting *self, CareTransaction *transaction, GError **error)
{
    gint64 unfinished = 1;

    if (self->unfinished
        && !care_query_int(care_transaction_connection(transaction), "exchange/import-is-unfinished",
                           &unfinished, error, "i", self->import))
        return FALSE;
    self->done = unfinished == 0;
    return self->done || care_import_log_state(transaction, self->import, "reverting", error);
}

gboolean
care_reverting_chunk(CareTransaction *transaction, gpointer data, gboolean *done, GError **error)
{
    CareReverting *self = data;
    gint64 start = g_get_monotonic_time();

    self->begun = self->next != 0;
    if (self->next == 0 && !begin(self, transaction, error))
        return FALSE;
    while (!self->done && g_get_monotonic_time() - start < CARE_TRANSACTION_CHUNK_USEC)
        if (!revert_next(self, transaction, error))
            return FALSE;
    *done = self->done;
    return TRUE;
}

static gboolean
is_import(CareStore *store, CareId import, GError **error)
{
    gint64 answer = -1;

    if (!care_query_int(care_store_reader(store), "exchange/import-answer", &answer, error, "i", import))
        return FALSE;
    if (answer == 1)
        return TRUE;
    if (answer == 2)
        g_set_error_literal(error, CARE_ERROR, CARE_ERROR_REFUSED,
                            _("This import is more than 30 days old, and what it changed is no longer known. "
                              "Nothing was changed; what it brought can be deleted by itself."));
    else if (answer < 0)
        g_set_error_literal(error, CARE_ERROR, CARE_ERROR_NOT_FOUND,
                            _("There is no such import. Nothing was changed."));
    else
        g_set_error_literal(error, CARE_ERROR, CARE_ERROR_REFUSED,
                            _("This import was reverted already. Nothing was changed."));
    return FALSE;
}

/* What went wrong speaks of its own transaction, in which nothing was changed; those before it stay. */
static void
tell_stopped(const CareReverting *self, GError *stopped, GError **error)
{
    if (self->begun)
        g_set_error_literal(
            error, stopped->domain, stopped->code,
            _("Only a part of the import could be taken back yet. The rest is when the shop is "
              "used next; check the disk and its permissions."));
    else
        g_propagate_error(error, g_error_copy(stopped));
}

CareImportRevert *
care_import_revert(CareStore *store, CareId import, GError **error)
{
    g_autoptr(CareReverting) self = care_reverting_new(import);
    g_autoptr(GError) stopped = NULL;
    int lock;

    if (!is_import(store, import, error))
        return NULL;
    lock = care_import_lock(store, error);
    if (lock < 0)
        return NULL;
    care_store_repeat(store, care_reverting_chunk, self, &stopped);
    care_import_unlock(lock);
    if (stopped == NULL)
        return g_steal_pointer(&self->result);
    tell_stopped(self, stopped, error);
    return NULL;
}

typedef struct {
    CareReverting *revert;
    int lock;
} Async;

static void
async_free(gpointer data)
{
    Async *async = data;

    g_clear_pointer(&async->revert, care_reverting_free);
    if (async->lock >= 0)
        care_import_unlock(async->lock);
    g_free(async);
}

static void
on_reverted(GObject *source, GAsyncResult *result, gpointer data)
{
    g_autoptr(GTask) task = data;
    Async *async = g_task_get_task_data(task);
    g_autoptr(GError) stopped = NULL;
    GError *error = NULL;

    if (care_store_repeat_finish(CARE_STORE(source), result, &stopped)) {
        g_task_return_pointer(task, g_steal_pointer(&async->revert->result),
                              (GDestroyNotify)care_import_revert_free);
        return;
    }
    tell_stopped(async->revert, stopped, &error);
    g_task_return_error(task, error);
}

void
care_import_revert_async(CareStore *store, CareId import, GAsyncReadyCallback callback, gpointer user_data)
{
    GTask *task = g_task_new(store, NULL, callback, user_data);
    g_autoptr(GError) error = NULL;
    Async *async;
    int lock = is_import(store, import, &error) ? care_import_lock(store, &error) : -1;

    if (lock < 0) {
        g_task_return_error(task, g_steal_pointer(&error));
        g_object_unref(task);
        return;
    }
    async = g_memdup2(&(Async){ .revert = care_reverting_new(import), .lock = lock }, sizeof *async);
    g_task_set_task_data(task, async, async_free);
    care_under_way_add(store, task);
    care_store_repeat_async(store, care_reverting_chunk, async->revert, NULL, on_reverted, task);
}

CareImportRevert *
care_import_revert_finish(CareStore *store, GAsyncResult *result, GError **error)
{
    return g_task_propagate_pointer(G_TASK(result), error);
}
