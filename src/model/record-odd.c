/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "model/record-odd.h"

#include "core/email.h"

/**
 * care_record_odd_address:
 *
 * Returns: (nullable): the first of what stands as an e-mail address, there or in a row of its lists, that is none and whose
 * like is refused where it is entered
 */
const char *
care_record_odd_address(CareRecord *self)
{
    const CareKind *kind = care_record_kind(self);
    const char *found = NULL;

    for (guint i = 0; found == NULL && i < kind->n_fields; i++) {
        guint n = kind->fields[i].kind == CARE_FIELD_LIST ? care_record_list_length(self, (int)i) : 0;

        if (kind->fields[i].flags & CARE_FIELD_EMAIL && care_record_is_set(self, (int)i)
            && !care_email_is_address(care_record_text(self, (int)i)))
            found = care_record_text(self, (int)i);
        for (guint j = 0; found == NULL && j < n; j++)
            found = care_record_odd_address(care_record_list_item(self, (int)i, j));
    }
    return found;
}
