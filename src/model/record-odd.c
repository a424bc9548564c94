/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "model/record-odd.h"

#include "core/email.h"

void
care_record_find_odd_addresses(CareRecord *self, GPtrArray *found)
{
    const CareKind *kind = care_record_kind(self);

    for (guint i = 0; i < kind->n_fields; i++) {
        guint n = kind->fields[i].kind == CARE_FIELD_LIST ? care_record_list_length(self, (int)i) : 0;

        if (kind->fields[i].flags & CARE_FIELD_EMAIL && care_record_is_set(self, (int)i)
            && !care_email_is_address(care_record_text(self, (int)i)))
            g_ptr_array_add(found, (gpointer)care_record_text(self, (int)i));
        for (guint j = 0; j < n; j++)
            care_record_find_odd_addresses(care_record_list_item(self, (int)i, j), found);
    }
}
