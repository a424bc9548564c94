/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
/* In what two records differ. */
#include "model/record.h"

gboolean
care_record_rows_agree(CareRecord *a, CareRecord *b, int field, CareRecordAgree agree)
{
    guint n = care_record_list_length(a, field);

    if (n != care_record_list_length(b, field))
        return FALSE;
    for (guint i = 0; i < n; i++)
        if (!agree(care_record_list_item(a, field, i), care_record_list_item(b, field, i)))
            return FALSE;
    return TRUE;
}

gboolean
care_record_field_equal(CareRecord *a, CareRecord *b, int field)
{
    const CareField *f = &care_record_kind(a)->fields[field];

    if (f->kind == CARE_FIELD_LIST)
        return care_record_rows_agree(a, b, field, care_record_equal);
    if (care_record_is_set(a, field) != care_record_is_set(b, field))
        return FALSE;
    return care_field_is_text(f) ? g_strcmp0(care_record_text(a, field), care_record_text(b, field)) == 0
                                 : care_record_int(a, field) == care_record_int(b, field);
}

gboolean
care_record_equal(CareRecord *a, CareRecord *b)
{
    const CareKind *kind = care_record_kind(a);

    if (!care_record_is(b, kind))
        return FALSE;
    for (guint i = 0; i < kind->n_fields; i++)
        if (!care_record_field_equal(a, b, (int)i))
            return FALSE;
    return TRUE;
}

gboolean
care_record_says_the_same(CareRecord *a, CareRecord *b)
{
    const CareKind *kind = care_record_kind(a);

    for (guint i = 0; i < kind->n_fields; i++)
        if (!(kind->fields[i].flags & (CARE_FIELD_COMPUTED | CARE_FIELD_INTERNAL))
            && !care_record_field_equal(a, b, (int)i))
            return FALSE;
    return TRUE;
}

guint64
care_record_difference(CareRecord *a, CareRecord *b)
{
    const CareKind *kind = care_record_kind(a);
    guint64 fields = 0;

    for (guint i = 0; i < kind->n_fields; i++)
        if (!care_record_field_equal(a, b, (int)i))
            fields |= CARE_FIELD_BIT(i);
    return fields;
}
