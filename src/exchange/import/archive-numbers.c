/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/import/archive-numbers.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "core/errors.h"
#include "model/invoice.h"
#include "service/invoices/invoice-content.h"
#include "service/invoices/number-gap.h"
#include "store/named-query.h"
#include "store/record-sql.h"
#include "store/setting.h"

/* More numbers than these were not given out behind the last document of an export. */
#define FARTHEST 9999

typedef enum {
    FITS,
    BEHIND_A_DRAFT, /* it would, with what is a draft in this shop */
    OF_ANOTHER,     /* it does not begin where the shop's own ends */
    BROKEN,         /* a document says other than its seal, or one before it is missing */
} Verdict;

typedef struct {
    gint64 order; /* of the last document so far; 0: there is none */
    char *chain;
    Verdict verdict;
    CareRecord *draft; /* the last that is one here */
} Chain;

static gboolean
take_end(CareStatement *row, gpointer data, GError **error)
{
    Chain *self = data;

    self->order = care_statement_int(row, 0);
    g_set_str(&self->chain, care_statement_text(row, 1));
    return FALSE;
}

/* What the document says is what was sealed. */
static gboolean
is_as_sealed(CareRecord *invoice)
{
    const char *sealed = care_record_text(invoice, CARE_INVOICE_CONTENT);
    g_autofree char *found = care_invoice_content(invoice);
    g_autofree char *difference = care_invoice_content_difference(sealed != NULL ? sealed : "", found);

    return difference == NULL;
}

static gboolean
joins(const Chain *self, CareRecord *invoice)
{
    const char *sealed = care_record_text(invoice, CARE_INVOICE_CONTENT);
    g_autofree char *chain = care_invoice_chain(self->chain, care_record_text(invoice, CARE_INVOICE_NUMBER),
                                                sealed != NULL ? sealed : "");

    return care_record_int(invoice, CARE_INVOICE_ISSUE_ORDER) == self->order + 1
           && g_strcmp0(chain, care_record_text(invoice, CARE_INVOICE_CHAIN)) == 0;
}

/* Documents that were altered are worse than such as are only another shop's. */
static void
judge(Chain *self, CareRecord *invoice, gboolean goes_on)
{
    if (!is_as_sealed(invoice))
        self->verdict = BROKEN;
    else if (!joins(self, invoice) && self->verdict < OF_ANOTHER)
        self->verdict = goes_on ? OF_ANOTHER : BROKEN;
    self->order = care_record_int(invoice, CARE_INVOICE_ISSUE_ORDER);
    g_set_str(&self->chain, care_record_text(invoice, CARE_INVOICE_CHAIN));
}

/* Those before invoice that did not come in for a draft. */
static void
judge_kept(Chain *self, GHashTable *kept, CareRecord *invoice, gboolean goes_on)
{
    gint64 next = self->order + 1;
    CareRecord *document;

    while (next < care_record_int(invoice, CARE_INVOICE_ISSUE_ORDER)
           && (document = g_hash_table_lookup(kept, &next)) != NULL) {
        self->verdict = MAX(self->verdict, BEHIND_A_DRAFT);
        self->draft = document;
        judge(self, document, goes_on);
        next++;
    }
}

static gboolean
judge_each(Chain *self, CareConnection *connection, GHashTable *kept, GArray *ids, GError **error)
{
    gboolean own = self->order > 0;

    for (guint i = 0; i < ids->len; i++) {
        g_autoptr(CareRecord) invoice
            = care_record_load(connection, &care_invoice_kind, g_array_index(ids, CareId, i), error);

        if (invoice == NULL)
            return FALSE;
        judge_kept(self, kept, invoice, own && i == 0);
        judge(self, invoice, own && i == 0);
    }
    return TRUE;
}

/* A chain with a link that is missing or altered is none, and two shops' documents make none: all of them or none. */
static char *
chain_sentence(const Chain *self)
{
    switch (self->verdict) {
    case BEHIND_A_DRAFT:
        /* Translators: %s is the number of an invoice */
        return g_strdup_printf(
            _("It comes in together with invoice %s, which is still a draft here; delete that "
              "draft and import again."),
            care_record_text(self->draft, CARE_INVOICE_NUMBER));
    case OF_ANOTHER:
        return g_strdup(
            _("This shop has issued invoices of its own, and these do not go on where they end."));
    case BROKEN:
        return g_strdup(
            _("The issued invoices in the file do not fit together: one was altered or is missing. "
              "None of them was taken over."));
    case FITS:
    default:
        return NULL;
    }
}

gboolean
care_archive_judge_chain(const CareReaderDesk *desk, GHashTable *kept, char **sentence, GArray **ids,
                         GError **error)
{
    CareConnection *connection = care_transaction_connection(desk->transaction);
    Chain chain = { .chain = g_strdup(CARE_INVOICE_CHAIN_START) };
    g_autoptr(GArray) came = NULL;
    gboolean read = care_query_each(connection, "exchange/own-chain-end", take_end, &chain, error, "ii",
                                    desk->import, (gint64)desk->file);

    if (read)
        came = care_query_ids(connection, "exchange/import-issued", error, "ii", desk->import,
                              (gint64)desk->file);
    read = came != NULL && judge_each(&chain, connection, kept, came, error);
    g_free(chain.chain);
    if (!read)
        return FALSE;
    *sentence = chain_sentence(&chain);
    *ids = g_steal_pointer(&came);
    return TRUE;
}

/* In a shop that issued nothing itself these are the numbers that somebody gave out, whose documents are not here: they
 * might be given out again, so the last one is asked for before the first document. */
static gboolean
ask_for_last(const CareReaderDesk *desk, const char *name, GError **error)
{
    CareConnection *connection = care_transaction_connection(desk->transaction);
    Chain own = { 0 };
    gboolean read = care_query_each(connection, "exchange/own-chain-end", take_end, &own, error, "ii",
                                    desk->import, (gint64)desk->file);

    g_free(own.chain);
    if (!read || own.order > 0 || !g_str_has_prefix(name, "invoice-"))
        return read;
    return care_transaction_set_setting(desk->transaction, CARE_SETTING_RESTORED, CARE_RESTORED_OF_EXPORT,
                                        error);
}

static gboolean
raise_counter(const CareReaderDesk *desk, const char *name, gint64 last, GError **error)
{
    CareConnection *connection = care_transaction_connection(desk->transaction);
    gint64 came = 0, now = 0;

    if (!care_query_int(connection, "exchange/import-has-series", &came, error, "iis", desk->import,
                        (gint64)desk->file, name)
        || !care_query_int(connection, "invoices/last-of-series", &now, error, "s", name))
        return FALSE;
    if (last <= now)
        return TRUE;
    if (came == 0)
        return ask_for_last(desk, name, error);
    if (last - now > FARTHEST) {
        g_set_error_literal(error, CARE_ERROR, CARE_ERROR_INPUT,
                            _("A counter in the file is far behind its documents. Nothing was taken over."));
        return FALSE;
    }
    if (g_str_has_prefix(name, "invoice-"))
        return care_number_gap_skip(connection, name + strlen("invoice-"), last, CARE_GAP_IMPORTED,
                                    care_transaction_now(desk->transaction), error);
    return care_query_execute(connection, "invoices/raise-counter", error, "si", name, last);
}

gboolean
care_archive_raise_counters(const CareReaderDesk *desk, GHashTable *counters, GError **error)
{
    GHashTableIter iter;
    gpointer name, last;

    g_hash_table_iter_init(&iter, counters);
    while (g_hash_table_iter_next(&iter, &name, &last))
        if (!raise_counter(desk, name, *(gint64 *)last, error))
            return FALSE;
    return TRUE;
}
