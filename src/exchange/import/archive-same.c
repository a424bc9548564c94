/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/import/archive-same.h"

#include "exchange/json/record-json.h"
#include "service/flow-derive.h"
#include "service/flow.h"

/* What an amount would be in says nothing where there is none; schema 1 named it all the same. */
static void
drop_idle_currency(CareRecord *record, CareRecord *known)
{
    int field = care_kind_find_field(care_record_kind(record), "currency");

    if (field >= 0 && !care_record_is_set(known, field))
        care_record_clear(record, field);
}

static gboolean
says_same(CareRecord *record, CareRecord *known, const char *currency)
{
    g_autoptr(JsonNode) a = care_record_to_json(record, currency, CARE_RECORD_JSON_COMPLETE);
    g_autoptr(JsonNode) b = care_record_to_json(known, currency, CARE_RECORD_JSON_COMPLETE);

    return json_node_equal(a, b);
}

/* Who changes what it follows from, dates it anew: a job is saved when it is billed. */
static gboolean
follows_same(CareConnection *connection, CareRecord *record, CareRecord *known, const char *currency)
{
    g_autoptr(CareRecord) own = care_record_copy(known);
    CareRecordStamp stamp = care_record_stamp(record), kept = care_record_stamp(known);

    if (care_kind_flow(care_record_kind(record))->derive == NULL)
        return FALSE;
    stamp.changed = kept.changed;
    stamp.changed_by = kept.changed_by;
    care_record_set_stamp(record, stamp);
    return care_flow_derive(connection, record, NULL) && care_flow_derive(connection, own, NULL)
           && says_same(record, own, currency);
}

gboolean
care_archive_is_same(CareTransaction *transaction, JsonObject *object, CareRecord *known)
{
    const char *currency = care_transaction_shop(transaction)->currency;
    g_autoptr(CareRecord) record = care_record_copy(known);

    care_record_set_stamp(record, (CareRecordStamp){ 0 });
    if (!care_record_from_json(record, object, currency, CARE_RECORD_JSON_TAKE, NULL))
        return FALSE;
    drop_idle_currency(record, known);
    return says_same(record, known, currency)
           || follows_same(care_transaction_connection(transaction), record, known, currency);
}
