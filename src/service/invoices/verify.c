/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "service/invoices/verify.h"

#include <glib/gi18n-lib.h>

#include "core/errors.h"
#include "service/invoices/invoice-content.h"
#include "service/invoices/verify-private.h"
#include "store/schema-check.h"
#include "store/snapshot.h"

static void
problem_free(gpointer data)
{
    CareProblem *problem = data;

    g_free(problem->number);
    g_free(problem->what);
    g_free(problem);
}

static void
series_free(gpointer data)
{
    CareSeries *series = data;

    g_free(series->series);
    g_free(series->first);
    g_free(series->last);
    g_ptr_array_unref(series->gaps);
    g_ptr_array_unref(series->out_of_order);
    g_free(series);
}

void
care_verification_free(CareVerification *self)
{
    g_ptr_array_unref(self->series);
    g_ptr_array_unref(self->problems);
    g_ptr_array_unref(self->notes);
    g_free(self);
}

static CareProblem *
problem_new(const char *kind, CareId id, const char *number, char *what)
{
    CareProblem *problem = g_new0(CareProblem, 1);

    problem->kind = kind;
    problem->id = id;
    /* what was altered may be no text at all */
    problem->number = number != NULL ? g_utf8_make_valid(number, -1) : NULL;
    problem->what = g_utf8_make_valid(what, -1);
    g_free(what);
    return problem;
}

/* Of what the record holds, not of what is derived from it: that is made anew. */
static gboolean
is_of_record(const char *kind)
{
    static const char *const kinds[] = { "altered", "payment", "value", NULL };

    return g_strv_contains(kinds, kind);
}

void
care_verify_add(CareVerify *self, const char *kind, CareId id, const char *number, char *what)
{
    if (is_of_record(kind))
        g_hash_table_add(self->told, g_memdup2(&id, sizeof id));
    g_ptr_array_add(self->result->problems, problem_new(kind, id, number, what));
}

void
care_verify_note(CareVerify *self, const char *kind, CareId id, const char *number, char *what)
{
    g_ptr_array_add(self->result->notes, problem_new(kind, id, number, what));
}

const char *
care_verify_text(CareRecord *record, int field)
{
    const char *text = care_record_text(record, field);

    return text != NULL ? text : "";
}

gboolean
care_verify_knows(CareVerify *self, CareId id)
{
    return g_hash_table_contains(self->told, &id);
}

/* Before anything else is read: from a damaged file no answer is certain. */
static gboolean
check_file(CareVerify *self, gboolean *damaged, GError **error)
{
    g_autoptr(GError) local = NULL;

    if (!care_connection_find_damage(self->connection, damaged, &local)) {
        *damaged = FALSE;
        return care_verify_is_in_the_way(self, g_steal_pointer(&local), error);
    }
    if (*damaged)
        care_verify_add(self, "damaged", 0, NULL,
                        g_strdup(_("The file of the database is damaged; restore the newest backup")));
    return TRUE;
}

/* What is held against the chain says nothing where that could not be read to its end: a paper of a document that was not
 * seen is no stranger. */
typedef struct {
    gboolean (*look)(CareVerify *self, GError **error);
    gboolean of_chain;
} Part;

/* The last one is of the values. */
static const Part parts[] = {
    { care_verify_schema, FALSE }, { care_verify_read_gaps, FALSE }, { care_verify_chain, FALSE },
    { care_verify_head, TRUE },    { care_verify_papers, TRUE },     { care_verify_money, FALSE },
    { care_verify_data, FALSE },   { care_verify_records, FALSE },
};

/* Whatever else is asked would run it, and may never come to its end. */
static gboolean
reckons_theirs(CareVerify *self)
{
    gboolean reckons = FALSE;

    return care_schema_reckons_theirs(self->connection, &reckons, NULL) && reckons;
}

/* All of it, or it is no verification; of a damaged file, or of one without some of its tables, what can be read. Where
 * somebody else's rules are in it, only that they are: without them the rest can be seen. */
static gboolean
look_through(CareVerify *self, gsize n_parts, GError **error)
{
    gboolean damaged, chain_seen = TRUE;

    if (reckons_theirs(self))
        return care_verify_schema(self, error);
    if (!check_file(self, &damaged, error))
        return FALSE;
    for (gsize i = 0; i < n_parts; i++) {
        g_autoptr(GError) local = NULL;

        if ((parts[i].of_chain && !chain_seen) || parts[i].look(self, &local))
            continue;
        if (!damaged && !self->lacks_tables) {
            g_propagate_error(error, g_steal_pointer(&local));
            return FALSE;
        }
        chain_seen &= parts[i].look != care_verify_chain;
    }
    return TRUE;
}

static void
verify_begin(CareVerify *self)
{
    self->chain = g_strdup(CARE_INVOICE_CHAIN_START);
    self->numbers = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
    self->told = g_hash_table_new_full(g_int64_hash, g_int64_equal, g_free, NULL);
    self->days = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, g_free);
    self->gaps = g_ptr_array_new_with_free_func(care_known_gap_free);
    self->head = care_chain_head_load(self->data_dir, &self->head_damaged);
    self->papers = care_verify_list_papers(self->data_dir);
}

static void
verify_end(CareVerify *self)
{
    g_free(self->chain);
    g_free(self->currency);
    g_hash_table_unref(self->numbers);
    g_hash_table_unref(self->days);
    g_hash_table_unref(self->told);
    g_ptr_array_unref(self->gaps);
    g_clear_pointer(&self->head, care_chain_head_free);
    g_ptr_array_unref(self->papers);
}

static CareVerification *
verify(CareConnection *connection, const char *data_dir, CareDate today, gsize n_parts, GError **error)
{
    g_autoptr(CareVerification) result = g_new0(CareVerification, 1);
    CareVerify self = { .result = result, .connection = connection, .data_dir = data_dir, .today = today };
    gboolean looked;

    result->series = g_ptr_array_new_with_free_func(series_free);
    result->problems = g_ptr_array_new_with_free_func(problem_free);
    result->notes = g_ptr_array_new_with_free_func(problem_free);
    verify_begin(&self);
    looked = care_snapshot_begin(connection, error);
    if (looked) {
        looked = look_through(&self, n_parts, error);
        care_snapshot_end(connection);
    }
    verify_end(&self);
    return looked ? g_steal_pointer(&result) : NULL;
}

CareVerification *
care_verify_file(CareConnection *connection, const char *data_dir, CareDate today, GError **error)
{
    return verify(connection, data_dir, today, G_N_ELEMENTS(parts), error);
}

/**
 * care_verify:
 * @store: a shop that is open
 *
 * Looks at the file of the database, walks the chain of issued documents and its head, and tells what was altered and
 * where; then papers, payments, the rules of the database, references, what is derived, attached files, and every record
 * against its kind. One snapshot, outside a transaction, on the thread of the store's reader. Cost: the whole database is
 * read, and every paper and file hashed. NULL with an error when not all of it could be read: what was not seen is not said
 * to be well.
 */
CareVerification *
care_verify(CareStore *store, GError **error)
{
    return care_verify_file(care_store_reader(store), care_store_data_dir(store),
                            care_clock_today(care_store_clock(store)), error);
}

/* Days are values of records, and no part of it. */
CareVerification *
care_verify_whole(CareConnection *connection, const char *data_dir, GError **error)
{
    return verify(connection, data_dir, (CareDate){ 0 }, G_N_ELEMENTS(parts) - 1, error);
}
