/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
/* What a record refers to, by the rule of every door. */
#include "service/invoices/verify-private.h"

#include "service/flow-references.h"

/* A door of an older schema, or of a program before this one, took it. What was told of the record already may be just that. */
gboolean
care_verify_links(CareVerify *self, CareRecord *record, GError **error)
{
    CareAstray astray = { .field = -1 };

    if (care_verify_knows(self, care_record_id(record)))
        return TRUE;
    while (care_flow_find_astray(self->connection, record, astray.field + 1, &astray, error)) {
        if (astray.field < 0)
            return TRUE;
        (self->began < astray.schema ? care_verify_note : care_verify_add)(
            self, "value", care_record_id(record), NULL, care_flow_say_astray(record, &astray));
    }
    return FALSE;
}
