/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "service/flow-derive.h"

#include "service/flow.h"
#include "store/kind-query.h"
#include "store/record-sql.h"

/* Records that are held at once. */
#define BUNCH 500

gboolean
care_flow_derive(CareConnection *connection, CareRecord *record, GError **error)
{
    const CareKindFlow *flow = care_kind_flow(care_record_kind(record));

    return flow->derive == NULL || care_record_stamp(record).deleted != 0
           || flow->derive(connection, record, error);
}

gboolean
care_flow_derive_stored(CareTransaction *transaction, CareRecord *record, GError **error)
{
    g_autoptr(CareRecord) old = care_record_copy(record);

    return care_flow_derive(care_transaction_connection(transaction), record, error)
           && (care_record_equal(record, old) || care_flow_put_back(transaction, record, old, error));
}

static gboolean
derive_bunch(CareTransaction *transaction, const CareKind *kind, GArray *ids, GError **error)
{
    g_autoptr(GPtrArray) records = care_records_load(care_transaction_connection(transaction), kind,
                                                     (const CareId *)(void *)ids->data, ids->len, error);

    for (guint i = 0; records != NULL && i < records->len; i++)
        if (!care_flow_derive_stored(transaction, records->pdata[i], error))
            return FALSE;
    return records != NULL;
}

static gboolean
derive_kind(CareTransaction *transaction, const CareKind *kind, GError **error)
{
    CareId after = G_MININT64;

    for (;;) {
        g_autoptr(GArray) ids
            = care_kind_ids_after(care_transaction_connection(transaction), kind, after, BUNCH, error);

        if (ids == NULL || ids->len == 0)
            return ids != NULL;
        if (!derive_bunch(transaction, kind, ids, error))
            return FALSE;
        after = g_array_index(ids, CareId, ids->len - 1);
    }
}

gboolean
care_flow_derive_all(CareTransaction *transaction, GError **error)
{
    for (const CareKind *const *kind = care_kinds(); *kind != NULL; kind++)
        if (care_kind_flow(*kind)->derive != NULL && !derive_kind(transaction, *kind, error))
            return FALSE;
    return TRUE;
}
