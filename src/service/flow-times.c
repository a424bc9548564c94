/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "service/flow-times.h"

#include "core/errors.h"

gboolean
care_flow_says_anew(CareRecord *record, CareRecord *old, int field)
{
    return care_record_is_set(record, field) && (old == NULL || !care_record_field_equal(record, old, field));
}

gboolean
care_flow_is_to_come(CareTransaction *transaction, CareInstant at)
{
    return care_date_compare(care_date_of_instant(at, care_transaction_zone(transaction)),
                             care_transaction_today(transaction))
           > 0;
}

gboolean
care_flow_check_happened(CareTransaction *transaction, CareRecord *record, CareRecord *old, int field,
                         const char *sentence, GError **error)
{
    if (!care_flow_says_anew(record, old, field)
        || !care_flow_is_to_come(transaction, care_record_int(record, field)))
        return TRUE;
    g_set_error_literal(error, CARE_ERROR, CARE_ERROR_INPUT, sentence);
    return FALSE;
}
