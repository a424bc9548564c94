/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
/* Records into the bare store, without the rules of their kinds, which tests of the store are not about. */
#pragma once

#include "store/store.h"

static inline gboolean
care_test_save(CareTransaction *transaction, gpointer record, GError **error)
{
    CareId id = care_record_id(record);
    g_autoptr(CareRecord) old
        = id != 0 ? care_transaction_load(transaction, care_record_kind(record), id, error) : NULL;

    return (id == 0 || old != NULL) && care_transaction_save(transaction, record, old, error);
}

static inline gboolean
care_test_store_save(CareStore *store, CareRecord *record, GError **error)
{
    return care_store_write(store, care_test_save, record, error);
}

static inline gboolean
care_test_remove(CareTransaction *transaction, gpointer data, GError **error)
{
    CareRecord *named = data;
    g_autoptr(CareRecord) record
        = care_transaction_load(transaction, care_record_kind(named), care_record_id(named), error);

    return record != NULL && care_transaction_remove(transaction, record, error);
}

static inline gboolean
care_test_undelete(CareTransaction *transaction, gpointer data, GError **error)
{
    CareRecord *named = data;
    g_autoptr(CareRecord) record
        = care_transaction_load(transaction, care_record_kind(named), care_record_id(named), error);

    g_autoptr(CareRecord) old = record != NULL ? care_record_copy(record) : NULL;

    return record != NULL && care_transaction_undelete(transaction, record, old, error);
}

static inline gboolean
care_test_store_remove(CareStore *store, const CareKind *kind, CareId id, GError **error)
{
    g_autoptr(CareRecord) named = care_record_new(kind);

    care_record_set_id(named, id);
    return care_store_write(store, care_test_remove, named, error);
}
