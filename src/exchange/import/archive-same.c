/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/import/archive-same.h"

#include <glib/gi18n-lib.h>

#include "exchange/json/record-json.h"
#include "model/invoice.h"
#include "service/flow-derive.h"
#include "service/flow.h"
#include "service/invoices/invoice-account.h"
#include "store/taken-back.h"

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

/* The payments of an invoice stand behind it in the file: what they come to is theirs to say, whatever it says. */
static gboolean
derive(CareConnection *connection, CareRecord *record)
{
    gboolean is_issued = care_record_kind(record) == &care_invoice_kind
                         && care_record_is_set(record, CARE_INVOICE_NUMBER)
                         && care_record_stamp(record).deleted == 0;

    return is_issued ? care_invoice_follow_payments(connection, record, NULL)
                     : care_flow_derive(connection, record, NULL);
}

/* Who changes what it follows from, dates it anew: a job is saved when it is billed. */
static gboolean
follows_same(CareConnection *connection, CareRecord *brought, CareRecord *known, const char *currency)
{
    g_autoptr(CareRecord) record = care_record_copy(brought);
    g_autoptr(CareRecord) own = care_record_copy(known);
    CareRecordStamp stamp = care_record_stamp(record), kept = care_record_stamp(known);

    if (care_kind_flow(care_record_kind(record))->derive == NULL)
        return FALSE;
    stamp.changed = kept.changed;
    stamp.changed_by = kept.changed_by;
    care_record_set_stamp(record, stamp);
    return derive(connection, record) && derive(connection, own) && says_same(record, own, currency);
}

/* What a rule noted here, or there, beside what somebody wrote makes no other version of that. */
static void
take_noted(CareRecord *record, CareRecord *known)
{
    const CareKind *kind = care_record_kind(record);

    for (guint i = 0; i < kind->n_fields; i++)
        if (kind->fields[i].flags & CARE_FIELD_NOTED)
            care_record_set_text(record, (int)i, care_record_text(known, (int)i));
}

CareRecord *
care_archive_as_brought(CareTransaction *transaction, JsonObject *object, CareRecord *known)
{
    g_autoptr(CareRecord) record = care_record_copy(known);

    care_record_set_stamp(record, (CareRecordStamp){ 0 });
    if (!care_record_from_json(record, object, care_transaction_shop(transaction)->currency,
                               CARE_RECORD_JSON_TAKE, NULL))
        return NULL;
    drop_idle_currency(record, known);
    take_noted(record, known);
    return g_steal_pointer(&record);
}

gboolean
care_archive_is_same(CareTransaction *transaction, CareRecord *brought, CareRecord *known)
{
    const char *currency = care_transaction_shop(transaction)->currency;

    return brought != NULL
           && (says_same(brought, known, currency)
               || follows_same(care_transaction_connection(transaction), brought, known, currency));
}

/* What cannot be read was not. */
const char *
care_archive_say_other(CareTransaction *transaction, CareRecord *known)
{
    CareConnection *connection = care_transaction_connection(transaction);
    gboolean marked = FALSE;

    if (care_record_stamp(known).deleted != 0)
        care_taken_back_is_marked(connection, care_record_id(known), &marked, NULL);
    return marked ? _("It was taken back here, or what it followed from was put right.")
                  : _("The shop has a different version of it, which was kept.");
}
