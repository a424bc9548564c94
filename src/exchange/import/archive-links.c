/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/import/archive-links.h"

#include "exchange/import/archive-by-hand.h"
#include "service/flow-references.h"
#include "service/flow.h"

static gboolean
let_go(const CareReaderDesk *desk, CareRecord *record, const CareAstray *astray, GError **error)
{
    g_autofree char *wrong = care_flow_say_astray(record, astray);

    return care_archive_let_go(desk, record, astray->field, wrong, error);
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
