/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "service/invoices/verify.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "model/document.h"
#include "model/invoice.h"
#include "service/invoices/invoice-content.h"
#include "service/invoices/invoice-document.h"
#include "store/file-store.h"
#include "store/named-query.h"
#include "store/record-sql.h"
#include "store/search-index.h"

static void
problem_free(gpointer data)
{
    CareProblem *problem = data;

    g_free(problem->number);
    g_free(problem->what);
    g_free(problem);
}

static void
gap_free(gpointer data)
{
    CareGap *gap = data;

    g_free(gap->reason);
    g_free(gap);
}

static void
series_free(gpointer data)
{
    CareSeries *series = data;

    g_free(series->series);
    g_free(series->first);
    g_free(series->last);
    g_ptr_array_unref(series->gaps);
    g_free(series);
}

void
care_verification_free(CareVerification *self)
{
    g_ptr_array_unref(self->series);
    g_ptr_array_unref(self->problems);
    g_free(self);
}

static void
add_problem(CareVerification *self, const char *kind, CareId id, const char *number, char *what)
{
    CareProblem *problem = g_new0(CareProblem, 1);

    problem->kind = kind;
    problem->id = id;
    problem->number = g_strdup(number);
    problem->what = what;
    g_ptr_array_add(self->problems, problem);
}

/* Where the walk along the chain is. */
typedef struct {
    CareVerification *result;
    const char *data_dir;
    char *chain;
    char *issued;
    gint64 order;
} Walk;

static void
check_content(Walk *walk, CareRecord *invoice)
{
    const char *number = care_record_text(invoice, CARE_INVOICE_NUMBER);
    const char *stored = care_record_text(invoice, CARE_INVOICE_CONTENT);
    g_autofree char *found = care_invoice_content(invoice);
    g_autofree char *chain = care_invoice_chain(walk->chain, number, stored != NULL ? stored : "");
    gboolean follows = care_record_int(invoice, CARE_INVOICE_ISSUE_ORDER) == walk->order + 1;
    char *difference = care_invoice_content_difference(stored != NULL ? stored : "", found);

    if (difference != NULL)
        add_problem(walk->result, "altered", care_record_id(invoice), number, difference);
    else if (follows && g_strcmp0(chain, care_record_text(invoice, CARE_INVOICE_CHAIN)) != 0)
        add_problem(walk->result, "altered", care_record_id(invoice), number,
                    g_strdup(_("The seal does not fit the document or the one before it")));
}

static void
check_order(Walk *walk, CareRecord *invoice)
{
    const char *number = care_record_text(invoice, CARE_INVOICE_NUMBER);
    const char *issued = care_record_text(invoice, CARE_INVOICE_ISSUED);
    gint64 order = care_record_int(invoice, CARE_INVOICE_ISSUE_ORDER);

    if (order > walk->order + 1)
        add_problem(
            walk->result, "missing", 0, NULL,
            g_strdup_printf(ngettext("%d document before %s is gone", "%d documents before %s are gone",
                                     (gulong)(order - walk->order - 1)),
                            (int)(order - walk->order - 1), number));
    if (walk->issued != NULL && g_strcmp0(issued, walk->issued) < 0)
        add_problem(walk->result, "reordered", care_record_id(invoice), number,
                    g_strdup_printf(_("Dated %s, after one dated %s"), issued, walk->issued));
    walk->order = order;
    g_set_str(&walk->issued, issued);
    g_set_str(&walk->chain, care_record_text(invoice, CARE_INVOICE_CHAIN));
}

static void
check_paper(Walk *walk, CareRecord *invoice)
{
    const char *number = care_record_text(invoice, CARE_INVOICE_NUMBER);
    g_autofree char *path = care_invoice_pdf_path(walk->data_dir, invoice);
    g_autofree char *contents = NULL;
    g_autofree char *hash = NULL;
    gsize length = 0;

    if (!g_file_get_contents(path, &contents, &length, NULL)) {
        add_problem(walk->result, "file", care_record_id(invoice), number,
                    g_strdup_printf(_("The stored paper issued/%s.pdf is missing"), number));
        return;
    }
    hash = g_compute_checksum_for_data(G_CHECKSUM_SHA256, (const guchar *)contents, length);
    if (g_strcmp0(hash, care_record_text(invoice, CARE_INVOICE_SHA256)) != 0)
        add_problem(walk->result, "file", care_record_id(invoice), number,
                    g_strdup_printf(_("The stored paper issued/%s.pdf was altered"), number));
}

static CareSeries *
series_named(CareVerification *self, const char *name)
{
    CareSeries *series;

    for (guint i = 0; i < self->series->len; i++)
        if (g_str_equal(((CareSeries *)self->series->pdata[i])->series, name))
            return self->series->pdata[i];
    series = g_new0(CareSeries, 1);
    series->series = g_strdup(name);
    series->gaps = g_ptr_array_new_with_free_func(gap_free);
    g_ptr_array_add(self->series, series);
    return series;
}

static gint64
sequence_of(const char *number)
{
    const char *dash = number != NULL ? strrchr(number, '-') : NULL;

    return dash != NULL ? g_ascii_strtoll(dash + 1, NULL, 10) : 0;
}

static void
add_gap(CareVerification *self, CareSeries *series, gint64 from, gint64 to)
{
    CareGap *gap = g_new0(CareGap, 1);

    gap->from = from;
    gap->to = to;
    gap->reason = g_strdup(_("not there"));
    g_ptr_array_add(series->gaps, gap);
    add_problem(self, "missing", 0, NULL,
                from == to ? g_strdup_printf(_("Number %s-%04d is not there"), series->series, (int)from)
                           : g_strdup_printf(_("Numbers %s-%04d to %04d are not there"), series->series,
                                             (int)from, (int)to));
}

static void
count_in_series(Walk *walk, CareRecord *invoice)
{
    const char *name = care_record_text(invoice, CARE_INVOICE_SERIES);
    const char *number = care_record_text(invoice, CARE_INVOICE_NUMBER);
    CareSeries *series = series_named(walk->result, name != NULL ? name : "");
    gint64 sequence = care_record_int(invoice, CARE_INVOICE_SEQUENCE);
    gint64 last = sequence_of(series->last);

    if (series->first == NULL)
        series->first = g_strdup(number);
    if (sequence > last + 1)
        add_gap(walk->result, series, last + 1, sequence - 1);
    g_set_str(&series->last, number);
}

/* Numbers that were given out behind the last one that is there. */
static gboolean
check_counter(CareStatement *row, gpointer data, GError **error)
{
    Walk *walk = data;
    CareSeries *series = series_named(walk->result, care_statement_text(row, 0));
    gint64 last = sequence_of(series->last);

    if (care_statement_int(row, 1) > last)
        add_gap(walk->result, series, last + 1, care_statement_int(row, 1));
    return TRUE;
}

static gboolean
walk_documents(Walk *walk, CareConnection *connection, GError **error)
{
    g_autoptr(GArray) ids = care_query_ids(connection, "invoices/issued", error, "");

    if (ids == NULL)
        return FALSE;
    walk->result->documents = ids->len;
    for (guint i = 0; i < ids->len; i++) {
        g_autoptr(CareRecord) invoice
            = care_record_load(connection, &care_invoice_kind, g_array_index(ids, CareId, i), error);

        if (invoice == NULL)
            return FALSE;
        check_content(walk, invoice);
        check_order(walk, invoice);
        check_paper(walk, invoice);
        count_in_series(walk, invoice);
    }
    return TRUE;
}

static gboolean
add_orphan(CareStatement *row, gpointer data, GError **error)
{
    Walk *walk = data;

    add_problem(walk->result, "orphan", care_statement_int(row, 1), NULL,
                g_strdup_printf(_("A row of %s belongs to nothing"), care_statement_text(row, 0)));
    return TRUE;
}

static gboolean
add_broken_reference(CareStatement *row, gpointer data, GError **error)
{
    Walk *walk = data;

    add_problem(walk->result, "foreign-key", care_statement_int(row, 1), NULL,
                g_strdup_printf(_("A row of %s refers to a row of %s that is not there"),
                                care_statement_text(row, 0), care_statement_text(row, 2)));
    return TRUE;
}

static gboolean
check_search_index(CareVerification *self, CareConnection *connection, GError **error)
{
    g_autoptr(GArray) ids = care_search_index_check(connection, error);

    for (guint i = 0; ids != NULL && i < ids->len; i++)
        add_problem(
            self, "search-index", g_array_index(ids, CareId, i), NULL,
            g_strdup(_("The search index does not fit the record; “aftercare-cli rebuild” makes it anew")));
    return ids != NULL;
}

static gboolean
check_file(CareStatement *row, gpointer data, GError **error)
{
    Walk *walk = data;
    g_autoptr(GBytes) bytes = care_file_store_get(walk->data_dir, care_statement_text(row, 1), NULL);
    g_autofree char *hash = bytes != NULL ? g_compute_checksum_for_bytes(G_CHECKSUM_SHA256, bytes) : NULL;

    if (g_strcmp0(hash, care_statement_text(row, 1)) != 0)
        add_problem(walk->result, "file", care_statement_int(row, 0), NULL,
                    g_strdup_printf(hash == NULL ? _("The file of “%s” is missing")
                                                 : _("The file of “%s” was altered"),
                                    care_statement_text(row, 2)));
    return TRUE;
}

/* All of it, or it is no verification. */
static gboolean
walk_everything(Walk *walk, CareConnection *connection, GError **error)
{
    return walk_documents(walk, connection, error)
           && care_query_each(connection, "invoices/counters", check_counter, walk, error, "")
           && care_query_each(connection, "invoices/orphans", add_orphan, walk, error, "")
           && care_query_each(connection, "invoices/broken-references", add_broken_reference, walk, error, "")
           && check_search_index(walk->result, connection, error)
           && care_query_each(connection, "invoices/kept-files", check_file, walk, error, "");
}

/**
 * care_verify:
 * @data_dir: the shop's folder
 *
 * Walks the chain of issued documents and tells what was altered, and where; then gaps, orphans, references, the
 * search index and attached files. Cost: every issued document is read and its paper hashed. NULL with an error when
 * not all of it could be read: what was not seen is not said to be well.
 */
CareVerification *
care_verify(CareConnection *connection, const char *data_dir, GError **error)
{
    g_autoptr(CareVerification) self = g_new0(CareVerification, 1);
    Walk walk = { .result = self, .data_dir = data_dir, .chain = g_strdup(CARE_INVOICE_CHAIN_START) };
    gboolean walked;

    self->series = g_ptr_array_new_with_free_func(series_free);
    self->problems = g_ptr_array_new_with_free_func(problem_free);
    walked = walk_everything(&walk, connection, error);
    g_free(walk.chain);
    g_free(walk.issued);
    return walked ? g_steal_pointer(&self) : NULL;
}
