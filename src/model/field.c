/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "model/field.h"

#include <string.h>

#include <glib/gi18n-lib.h>

const CareRange care_range_count = { 0, 9999 };
const CareRange care_range_shift = { -9999, 9999 };

/**
 * care_field_label:
 * @field: a field
 *
 * Returns: (transfer none): the field's name for people, translated
 */
const char *
care_field_label(const CareField *field)
{
    return g_dgettext(GETTEXT_PACKAGE, field->label);
}

/** care_field_group: the number of the fields that the field only makes sense with; 0 when it stands alone. */
guint
care_field_group(const CareField *field)
{
    return (guint)field->flags >> 16 & CARE_FIELD_GROUPS;
}

/** care_field_belongs: whether a record goes, for good, with the one that this field of it refers to. */
gboolean
care_field_belongs(const CareField *field)
{
    return field->kind == CARE_FIELD_REF && !(field->flags & CARE_FIELD_LETS_GO)
           && field->flags & (CARE_FIELD_REQUIRED | CARE_FIELD_GOES_ALONG);
}

/** care_field_is_text: whether values of the field are kept as text. */
gboolean
care_field_is_text(const CareField *field)
{
    return field->kind == CARE_FIELD_TEXT || field->kind == CARE_FIELD_DATE || field->kind == CARE_FIELD_DAY
           || field->kind == CARE_FIELD_CHOICE;
}

/** care_field_has_choice: whether @word is one of a CHOICE field's words. */
gboolean
care_field_has_choice(const CareField *field, const char *word)
{
    return care_choice_find(field->choices, word) >= 0;
}
