/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/transaction.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "core/errors.h"
#include "store/actor.h"
#include "store/change-log.h"
#include "store/made-files.h"
#include "store/migrate.h"
#include "store/record-sql.h"
#include "store/search-index.h"
#include "store/setting.h"
#include "store/taken-back.h"
#include "store/transaction-private.h"

struct _CareTransaction {
    CareConnection *connection;
    char *data_dir;
    CareDraftOwner *drafts;
    CareChangeSet *changes;
    CareInstant now, added; /* added: when what is taken back was; 0: nothing is */
    CareDate today;
    GTimeZone *zone;
    CareId actor;
    char *region, *currency, *prices;
    CareShopFacts shop;
    char *sort_order;        /* that the connection's collator has */
    gint64 data_version;     /* changes when another connection has committed */
    gboolean knows_shop;     /* region, currency and sort order are as they stand in the database */
    const CareKind *writing; /* of the record that is being written, and its fields that are */
    guint64 fields;
    gboolean hushed, guard_open;
    guint *serial; /* of a made-up shop */
    gint64 first_seq, last_seq;
    CareCommittedFunc committed; /* NULL: nobody waits for it */
    CareMadeFiles *made;
    GThread *thread;
};

/* The update hook sees every row, also those that triggers write. Child rows are told through their parent,
 * whose row is always written along. */
static void
on_update(gpointer data, int op, const char *database, const char *table, sqlite3_int64 rowid)
{
    CareTransaction *self = data;
    const CareKind *kind = self->hushed ? NULL : care_kind_by_name(table);
    gboolean setting = strcmp(table, "setting") == 0;
    CareChangeOp change = op == SQLITE_INSERT   ? CARE_CHANGE_INSERT
                          : op == SQLITE_DELETE ? CARE_CHANGE_DELETE
                                                : CARE_CHANGE_UPDATE;

    if (kind != NULL && !kind->child)
        care_change_set_add(self->changes, table, rowid, change,
                            change == CARE_CHANGE_UPDATE && self->writing == kind ? self->fields
                                                                                  : CARE_FIELDS_ALL);
    else if (!self->hushed && setting)
        care_change_set_add(self->changes, table, rowid, change, CARE_FIELDS_ALL);
    if (setting)
        self->knows_shop = FALSE;
}

CareTransaction *
care_transaction_new(CareConnection *connection, const char *data_dir, CareDraftOwner *drafts)
{
    CareTransaction *self = g_new0(CareTransaction, 1);

    self->connection = connection;
    self->data_dir = g_strdup(data_dir);
    self->drafts = drafts;
    self->changes = care_change_set_new();
    self->made = care_made_files_new();
    self->last_seq = care_connection_int(connection, "SELECT max(seq) FROM change", 0);
    self->thread = g_thread_self();
    sqlite3_update_hook(care_connection_handle(connection), on_update, self);
    return self;
}

void
care_transaction_free(CareTransaction *self)
{
    sqlite3_update_hook(care_connection_handle(self->connection), NULL, NULL);
    care_change_set_unref(self->changes);
    care_made_files_free(self->made);
    g_free(self->data_dir);
    g_free(self->region);
    g_free(self->prices);
    g_free(self->currency);
    g_free(self->sort_order);
    g_free(self);
}

void
care_transaction_seqs(CareTransaction *self, gint64 *first, gint64 *last)
{
    *first = self->first_seq;
    *last = self->last_seq;
}

static void
use_sort_order(CareTransaction *self, const char *order)
{
    g_set_str(&self->sort_order, order);
    care_connection_set_order(self->connection, order);
}

gboolean
care_transaction_set_sort_order(CareTransaction *self, const char *order, GError **error)
{
    use_sort_order(self, order);
    return care_setting_write(self->connection, CARE_SETTING_SORT_ORDER, order, error);
}

const char *
care_transaction_sort_order(CareTransaction *self)
{
    return self->sort_order;
}

/* The first transaction of a new shop writes down what its keys are made with. */
static gboolean
follow_sort_order(CareTransaction *self, const char *order, GError **error)
{
    g_autoptr(CareCollator) common = NULL;
    gboolean written;

    if (order != NULL) {
        use_sort_order(self, order);
        return TRUE;
    }
    common = care_collator_new(NULL);
    care_transaction_hush(self);
    written = care_transaction_set_sort_order(self, care_collator_order(common), error);
    self->hushed = FALSE;
    return written;
}

/* A newer program may have moved the shop to its own schema while this one had it open. */
static gboolean
check_schema(CareTransaction *self, GError **error)
{
    if (care_connection_int(self->connection, "PRAGMA user_version", 0) == care_schema_version())
        return TRUE;
    g_set_error_literal(
        error, CARE_ERROR, CARE_ERROR_TOO_NEW,
        _("A newer Aftercare has opened this shop meanwhile. Nothing was changed; please close "
          "this one and update it."));
    return FALSE;
}

static gboolean
read_shop(CareTransaction *self, GError **error)
{
    static const char *const keys[]
        = { CARE_SETTING_REGION, CARE_SETTING_CURRENCY, CARE_SETTING_SORT_ORDER, CARE_SETTING_PRICES };
    char *values[G_N_ELEMENTS(keys)];
    g_autofree char *order = NULL;

    if (!care_settings_read(self->connection, keys, G_N_ELEMENTS(keys), values, error))
        return FALSE;
    g_free(self->region);
    g_free(self->currency);
    g_free(self->prices);
    self->region = values[0];
    self->currency = values[1];
    order = values[2];
    self->prices = values[3];
    self->knows_shop = TRUE; /* unless following writes */
    return follow_sort_order(self, order, error);
}

/* Read again when another connection has committed (a window of another language may have changed the order) and when
 * this one wrote a setting. */
static gboolean
learn_shop(CareTransaction *self, GError **error)
{
    gint64 version = care_connection_int(self->connection, "PRAGMA data_version", 0);

    if (version != self->data_version || !self->knows_shop) {
        self->data_version = version;
        self->knows_shop = FALSE;
        if (!check_schema(self, error) || !read_shop(self, error))
            return FALSE;
    }
    self->shop = (CareShopFacts){
        .region = self->region, .currency = self->currency, .prices = self->prices, .today = self->today
    };
    return TRUE;
}

void
care_transaction_hush(CareTransaction *self)
{
    self->hushed = TRUE;
}

void
care_transaction_tell(CareTransaction *self, const CareKind *kind)
{
    care_change_set_add(self->changes, kind->name, 0, CARE_CHANGE_UPDATE, CARE_FIELDS_ALL);
}

static gboolean
close_guard(CareTransaction *self, GError **error)
{
    if (!self->guard_open)
        return TRUE;
    self->guard_open = FALSE;
    return care_connection_exec(self->connection, "DELETE FROM guard WHERE 1", error);
}

static gboolean
finish(CareTransaction *self, GError **error)
{
    gint64 first, last = self->last_seq;

    if (!close_guard(self, error)
        || !care_change_log_append(self->connection, self->changes, &first, &last, error)
        || !care_connection_exec(self->connection, "COMMIT", error))
        return FALSE;
    self->first_seq = first;
    self->last_seq = last;
    return TRUE;
}

CareChangeSet *
care_transaction_perform(CareTransaction *self, CareClock *clock, CareId actor, CareTransactionFunc func,
                         gpointer data, GError **error)
{
    g_assert(self->thread == g_thread_self());
    self->now = care_clock_now(clock);
    self->today = care_clock_today(clock);
    self->zone = care_clock_zone(clock);
    self->guard_open = self->hushed = FALSE;
    self->serial = NULL;
    self->added = 0;
    self->committed = NULL;
    care_made_files_forget(self->made);
    if (!care_transaction_check_day(self->today, error)
        || !care_connection_begin_write(self->connection, error))
        return NULL;
    self->actor = care_actor_if_there(self->connection, actor);
    if (learn_shop(self, error) && func(self, data, error) && finish(self, error)) {
        CareChangeSet *done = self->changes;

        self->changes = care_change_set_new();
        if (self->committed != NULL)
            self->committed(self->connection, self->data_dir);
        return done;
    }
    care_made_files_undo(self->made, self->connection);
    if (!sqlite3_get_autocommit(care_connection_handle(self->connection)))
        care_connection_exec(self->connection, "ROLLBACK", NULL);
    care_change_set_clear(self->changes);
    return NULL;
}

void
care_transaction_made_file(CareTransaction *self, const char *path)
{
    care_made_files_add(self->made, path);
}

gboolean
care_transaction_when_committed(CareTransaction *self, CareCommittedFunc func)
{
    gboolean again = self->committed == func;

    self->committed = func;
    return again;
}

CareConnection *
care_transaction_connection(CareTransaction *self)
{
    return self->connection;
}

CareInstant
care_transaction_now(CareTransaction *self)
{
    return self->now;
}

CareDate
care_transaction_today(CareTransaction *self)
{
    return self->today;
}

GTimeZone *
care_transaction_zone(CareTransaction *self)
{
    return self->zone;
}

const CareShopFacts *
care_transaction_shop(CareTransaction *self)
{
    return &self->shop;
}

const char *
care_transaction_data_dir(CareTransaction *self)
{
    return self->data_dir;
}

CareDraftOwner *
care_transaction_draft_owner(CareTransaction *self)
{
    return self->drafts;
}

CareRecord *
care_transaction_load(CareTransaction *self, const CareKind *kind, CareId id, GError **error)
{
    return care_record_load(self->connection, kind, id, error);
}

static void
stamp_now(CareTransaction *self, CareRecord *record, CareRecord *old)
{
    CareRecordStamp stamp = care_record_stamp(record);

    stamp.created = old != NULL ? care_record_stamp(old).created : self->now;
    stamp.deleted = old != NULL ? care_record_stamp(old).deleted : 0;
    stamp.changed = care_transaction_later_than(self, old != NULL ? care_record_stamp(old).changed : 0);
    stamp.changed_by = self->actor;
    care_record_set_stamp(record, stamp);
}

void
care_transaction_pretend(CareTransaction *self, CareInstant now, guint *serial)
{
    self->now = now;
    self->today = care_date_of_instant(now, self->zone);
    self->shop.today = self->today;
    self->serial = serial;
}

static CareId
new_id(CareTransaction *self)
{
    return self->serial != NULL ? care_id_at(self->now, (*self->serial)++) : care_id_new();
}

/* The update hook is told which fields it sees change. */
static gboolean
update(CareTransaction *self, CareRecord *record, CareRecord *old, GError **error)
{
    gboolean updated;

    self->writing = care_record_kind(record);
    self->fields = care_record_difference(record, old);
    updated = care_record_update(self->connection, record, old, error);
    self->writing = NULL;
    return updated && care_search_index_put(self->connection, record, old, error);
}

gboolean
care_transaction_save(CareTransaction *self, CareRecord *record, CareRecord *old, GError **error)
{
    g_return_val_if_fail(care_record_id(record) == (old != NULL ? care_record_id(old) : 0), FALSE);

    care_record_prepare(record, old, &self->shop);
    if (!care_record_recheck(record, care_transaction_what_stood(self, record, old), error))
        return FALSE;
    if (old == NULL) {
        care_record_set_id(record, new_id(self));
    } else if (care_record_equal(record, old)) {
        care_record_set_stamp(record, care_record_stamp(old));
        return TRUE;
    }
    stamp_now(self, record, old);
    if (old != NULL)
        return update(self, record, old, error);
    return care_record_insert(self->connection, record, error)
           && care_search_index_put(self->connection, record, NULL, error);
}

gboolean
care_transaction_restore_verbatim(CareTransaction *self, CareRecord *record, int schema, GError **error)
{
    g_return_val_if_fail(care_record_id(record) != 0, FALSE);

    return care_record_check_taken(record, schema, error)
           && care_record_insert(self->connection, record, error)
           && care_search_index_put(self->connection, record, NULL, error);
}

gboolean
care_transaction_put_back(CareTransaction *self, CareRecord *record, CareRecord *old, GError **error)
{
    /* what stood once is not entered */
    return care_record_recheck(record, record, error)
           && (care_record_stamp(record).deleted != 0
               || care_taken_back_mark(self->connection, care_record_id(record), FALSE, error))
           && update(self, record, old, error);
}

/* did: whether somebody deleted it, or brings it back; what is taken back was changed by nobody. */
static void
stamp_deleted(CareTransaction *self, CareRecord *record, CareInstant deleted, gboolean did)
{
    CareRecordStamp stamp = care_record_stamp(record);

    stamp.deleted = deleted;
    if (did) {
        stamp.changed = care_transaction_later_than(self, stamp.changed);
        stamp.changed_by = self->actor;
    }
    care_record_set_stamp(record, stamp);
}

void
care_transaction_take_back(CareTransaction *self, CareInstant added)
{
    self->added = added;
}

CareInstant
care_transaction_taken_back(CareTransaction *self)
{
    return self->added;
}

/* Whether its removal takes back that it was added. record: as it is stored, before it is removed. */
static gboolean
is_taken_back(CareTransaction *self, CareRecord *record)
{
    CareRecordStamp stamp = care_record_stamp(record);

    return self->added != 0 && stamp.created == self->added && stamp.changed == self->added;
}

static gboolean
remove_record(CareTransaction *self, CareRecord *record, gboolean taken_back, GError **error)
{
    return care_taken_back_mark(self->connection, care_record_id(record), taken_back, error)
           && care_record_update(self->connection, record, record, error)
           && care_search_index_remove(self->connection, care_record_kind(record), care_record_id(record),
                                       error);
}

gboolean
care_transaction_remove(CareTransaction *self, CareRecord *record, GError **error)
{
    gboolean taken_back = is_taken_back(self, record);

    stamp_deleted(self, record, care_transaction_deleting(self), !taken_back);
    return remove_record(self, record, taken_back, error);
}

gboolean
care_transaction_remove_made(CareTransaction *self, CareRecord *record, GError **error)
{
    stamp_deleted(self, record, care_transaction_deleting(self), FALSE);
    return remove_record(self, record, TRUE, error);
}

gboolean
care_transaction_undelete(CareTransaction *self, CareRecord *record, CareRecord *old, GError **error)
{
    care_record_prepare(record, old, &self->shop);
    stamp_deleted(self, record, 0, TRUE);
    return care_taken_back_lift(self->connection, record, old, error)
           && care_record_recheck(record, old, error)
           && care_record_update(self->connection, record, old, error)
           && care_search_index_put(self->connection, record, NULL, error);
}

gboolean
care_transaction_open_guard(CareTransaction *self, const char *op, const char *detail, GError **error)
{
    g_autoptr(CareStatement) guard
        = care_connection_prepare(self->connection, "INSERT OR IGNORE INTO guard (op) VALUES (?1)", error);
    g_autoptr(CareStatement) audit = NULL;

    if (guard == NULL)
        return FALSE;
    care_statement_bind(guard, 1, op);
    if (!care_statement_run(guard, error))
        return FALSE;
    self->guard_open = TRUE;
    audit = care_connection_prepare(self->connection,
                                    "INSERT INTO audit (at, op, detail) VALUES (?1, ?2, ?3)", error);
    if (audit == NULL)
        return FALSE;
    care_statement_bind_int(audit, 1, self->now);
    care_statement_bind(audit, 2, op);
    care_statement_bind(audit, 3, detail);
    return care_statement_run(audit, error);
}
