/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/import/archive-numbers.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "core/errors.h"
#include "service/invoices/invoice-content.h"
#include "service/invoices/number-gap.h"
#include "store/named-query.h"

/* More numbers than these were not given out behind the last document of an export. */
#define FARTHEST 9999

typedef struct {
    gint64 order; /* of the shop's own last document; 0: it has none */
    char *chain;
    gboolean fits;
    GArray *ids;
} Chain;

static gboolean
take_end(CareStatement *row, gpointer data, GError **error)
{
    Chain *self = data;

    self->order = care_statement_int(row, 0);
    g_set_str(&self->chain, care_statement_text(row, 1));
    return FALSE;
}

static gboolean
join(CareStatement *row, gpointer data, GError **error)
{
    Chain *self = data;
    CareId id = care_statement_int(row, 4);
    const char *content = care_statement_text(row, 2);
    g_autofree char *chain
        = care_invoice_chain(self->chain, care_statement_text(row, 1), content != NULL ? content : "");

    g_array_append_val(self->ids, id);
    self->fits = self->fits && care_statement_int(row, 0) == self->order + 1
                 && g_strcmp0(chain, care_statement_text(row, 3)) == 0;
    self->order = care_statement_int(row, 0);
    g_set_str(&self->chain, care_statement_text(row, 3));
    return TRUE;
}

gboolean
care_archive_chain_fits(const CareReaderDesk *desk, gboolean *fits, GArray **ids, GError **error)
{
    CareConnection *connection = care_transaction_connection(desk->transaction);
    Chain chain = { .fits = TRUE, .ids = g_array_new(FALSE, FALSE, sizeof(CareId)) };
    gboolean own, read;

    read = care_query_each(connection, "exchange/own-chain-end", take_end, &chain, error, "ii", desk->import,
                           (gint64)desk->file);
    own = chain.order > 0;
    read = read
           && care_query_each(connection, "exchange/import-issued", join, &chain, error, "ii", desk->import,
                              (gint64)desk->file);
    *fits = !own || chain.fits;
    g_free(chain.chain);
    if (read)
        *ids = chain.ids;
    else
        g_array_unref(chain.ids);
    return read;
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
    if (came == 0 || last <= now)
        return TRUE;
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
