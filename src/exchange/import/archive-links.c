/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/import/archive-links.h"

#include <glib/gi18n-lib.h>

#include "core/sentences.h"
#include "service/flow-references.h"
#include "service/flow.h"
#include "store/named-query.h"

static gboolean
let_go(const CareReaderDesk *desk, CareRecord *record, const CareAstray *astray, GError **error)
{
    g_autofree char *wrong = care_flow_say_astray(record, astray);
    g_autofree char *sentence = care_sentences_join(wrong, _("It came without that."));

    return care_flow_write_down(desk->transaction, record, astray->field, NULL, error)
           && care_query_execute(care_transaction_connection(desk->transaction), "exchange/import-tell",
                                 error, "iiis", desk->import, (gint64)desk->file, care_record_id(record),
                                 sentence);
}

/* What leads in a ring is of no use to anybody, whatever asked it. */
static gboolean
is_left(const CareAstray *astray, int began)
{
    return !astray->is_ring && began < astray->schema;
}

gboolean
care_archive_let_links_go(const CareReaderDesk *desk, const CareKind *kind, CareId id, int began,
                          GError **error)
{
    CareConnection *connection = care_transaction_connection(desk->transaction);
    g_autoptr(CareRecord) record = NULL;
    CareAstray astray = { .field = -1 };

    if (!care_flow_may_stray(kind))
        return TRUE;
    record = care_transaction_load(desk->transaction, kind, id, error);
    while (record != NULL && care_flow_find_astray(connection, record, astray.field + 1, &astray, error)) {
        if (astray.field < 0)
            return TRUE;
        if (!is_left(&astray, began) && !let_go(desk, record, &astray, error))
            return FALSE;
    }
    return FALSE;
}
