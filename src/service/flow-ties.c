/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "service/flow-ties.h"

#include "service/flow-references.h"
#include "service/flow.h"
#include "store/kind-query.h"

GPtrArray *
care_tie_load(CareTransaction *transaction, const CareTie *tie, CareId id, GError **error)
{
    g_autoptr(GArray) ids
        = care_kind_referrers(care_transaction_connection(transaction), tie->kind, tie->field, id, error);
    g_autoptr(GPtrArray) records = g_ptr_array_new_with_free_func(g_object_unref);

    for (guint i = 0; ids != NULL && i < ids->len; i++) {
        CareRecord *record
            = care_transaction_load(transaction, tie->kind, g_array_index(ids, CareId, i), error);

        if (record == NULL)
            return NULL;
        if (tie->goes == NULL || tie->goes(record))
            g_ptr_array_add(records, record);
        else
            g_object_unref(record);
    }
    return ids != NULL ? g_steal_pointer(&records) : NULL;
}

gboolean
care_tie_remove(CareTransaction *transaction, const CareTie *tie, CareId id, GError **error)
{
    g_autoptr(GPtrArray) records = care_tie_load(transaction, tie, id, error);

    for (guint i = 0; records != NULL && i < records->len; i++)
        if (!care_flow_remove_along(transaction, tie->kind, care_record_id(records->pdata[i]), error))
            return FALSE;
    return records != NULL;
}

gboolean
care_tie_undelete(CareTransaction *transaction, const CareTie *tie, CareId id, CareInstant deleted,
                  GError **error)
{
    g_autoptr(GPtrArray) records = care_tie_load(transaction, tie, id, error);

    for (guint i = 0; records != NULL && i < records->len; i++)
        if (care_record_stamp(records->pdata[i]).deleted == deleted
            && !care_flow_undelete(transaction, tie->kind, care_record_id(records->pdata[i]), NULL, error))
            return FALSE;
    return records != NULL;
}

gboolean
care_tie_move(CareTransaction *transaction, const CareTie *tie, CareId id, CareId customer, GError **error)
{
    g_autoptr(GPtrArray) records = care_tie_load(transaction, tie, id, error);
    int field = care_kind_find_field(tie->kind, "customer");

    for (guint i = 0; records != NULL && i < records->len; i++) {
        care_record_set_int(records->pdata[i], field, customer);
        if (!care_flow_let_strangers_go(transaction, records->pdata[i], error)
            || !care_flow_save(transaction, records->pdata[i], NULL, error))
            return FALSE;
    }
    return records != NULL;
}
