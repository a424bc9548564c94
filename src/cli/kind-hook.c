/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "cli/kind-hook.h"

#include <string.h>

#include "exchange/json/record-json.h"

static const CareKindHook hooks[] = {
    { "invoice", .extend = care_cli_extend_invoice },
    { "job", .extend = care_cli_extend_job, .end = care_cli_end_job },
    { "payment", .begin = care_cli_begin_payment },
    { .kind = NULL },
};

const CareKindHook *
care_kind_hook(const CareKind *kind)
{
    const CareKindHook *hook = hooks;

    while (hook->kind != NULL && strcmp(hook->kind, kind->name) != 0)
        hook++;
    return hook;
}

JsonNode *
care_cli_record_node(CareCli *cli, CareRecord *record, GError **error)
{
    CareRecordStamp stamp = care_record_stamp(record), told = stamp;
    g_autoptr(JsonNode) node = NULL;
    const CareKindHook *hook = care_kind_hook(care_record_kind(record));

    told.deleted = care_record_gone_since(record); /* the day in its book is nobody's who reads this */
    care_record_set_stamp(record, told);
    node = care_record_to_json(record, cli->currency, CARE_RECORD_JSON_PLAIN);
    care_record_set_stamp(record, stamp);
    if (hook->extend != NULL && !hook->extend(cli, record, json_node_get_object(node), error))
        return NULL;
    return g_steal_pointer(&node);
}
