/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
/* How far a number may go that somebody enters, and what stands that goes further. */
#include "model/record-range.h"

#include <glib/gi18n-lib.h>

#include "core/errors.h"

CareRecord *
care_record_row_before(CareRecord *before, int field, CareRecord *row)
{
    CareRecord *found = care_record_list_find(before, field, care_record_id(row));

    for (guint i = 0; found == NULL && i < care_record_list_length(before, field); i++) {
        CareRecord *other = care_record_list_item(before, field, i);

        if (care_record_says_the_same(row, other))
            found = other;
    }
    return found;
}

static gboolean
is_beyond(CareRecord *self, int field)
{
    const CareRange *range = care_record_kind(self)->fields[field].range;
    gint64 value = range != NULL && care_record_is_set(self, field) ? care_record_int(self, field) : 0;

    return range != NULL && (value < range->least || value > range->most);
}

/**
 * care_record_beyond:
 *
 * Returns: the first field of what stands, or list with such a field, that lies beyond its range, and whose like is refused
 * where it is entered; -1
 */
int
care_record_beyond(CareRecord *self)
{
    for (guint i = 0; i < care_record_kind(self)->n_fields; i++) {
        gboolean is_list = care_record_kind(self)->fields[i].kind == CARE_FIELD_LIST;

        if (!is_list && is_beyond(self, (int)i))
            return (int)i;
        for (guint j = 0; is_list && j < care_record_list_length(self, (int)i); j++)
            if (care_record_beyond(care_record_list_item(self, (int)i, j)) >= 0)
                return (int)i;
    }
    return -1;
}

/**
 * care_record_within: the number of a field that has a range, and the end of the range where it lies beyond: a program
 * before this one took any.
 */
int
care_record_within(CareRecord *self, int field)
{
    const CareRange *range = care_record_kind(self)->fields[field].range;

    return (int)CLAMP(care_record_int(self, field), range->least, range->most);
}

static gboolean
refuse(const CareField *field, GError **error)
{
    g_set_error(error, CARE_ERROR, CARE_ERROR_INPUT, _("“%s” is a number within %d–%d. Nothing was changed."),
                care_field_label(field), (int)field->range->least, (int)field->range->most);
    return FALSE;
}

static gboolean
check_ranges_of_rows(CareRecord *self, int field, CareRecord *before, GError **error)
{
    for (guint i = 0; i < care_record_list_length(self, field); i++) {
        CareRecord *row = care_record_list_item(self, field, i);

        if (!care_record_check_ranges(row, before != NULL ? care_record_row_before(before, field, row) : NULL,
                                      error))
            return FALSE;
    }
    return TRUE;
}

/* before: nullable. */
static gboolean
check_range(CareRecord *self, int field, CareRecord *before, GError **error)
{
    const CareField *f = &care_record_kind(self)->fields[field];

    if (f->kind == CARE_FIELD_LIST)
        return check_ranges_of_rows(self, field, before, error);
    return !is_beyond(self, field) || (before != NULL && care_record_field_equal(self, before, field))
           || refuse(f, error);
}

gboolean
care_record_check_ranges(CareRecord *self, CareRecord *before, GError **error)
{
    for (guint i = 0; i < care_record_kind(self)->n_fields; i++)
        if (!check_range(self, (int)i, before, error))
            return FALSE;
    return TRUE;
}
