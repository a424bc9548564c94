/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
/* What is put right in a record before it is looked at. */
#include "model/record.h"

#include "core/email.h"
#include "core/seen.h"

/* What is written into one line is one, whatever form or file it comes from. */
static gboolean
is_line(const CareField *field)
{
    return field->kind == CARE_FIELD_TEXT
           && !(field->flags & (CARE_FIELD_LONG | CARE_FIELD_COMPUTED | CARE_FIELD_INTERNAL));
}

/* What turns the order of letters around, also that of what stands after the name. */
static gboolean
turns(gunichar c)
{
    return (c >= 0x202a && c <= 0x202e) || (c >= 0x2066 && c <= 0x2069);
}

static gboolean
has_control(const char *text)
{
    for (; *text != '\0'; text = g_utf8_next_char(text))
        if (g_unichar_iscntrl(g_utf8_get_char(text)) || turns(g_utf8_get_char(text)))
            return TRUE;
    return FALSE;
}

static void
make_one_line(CareRecord *self, int field)
{
    const char *text = care_record_text(self, field);
    g_autoptr(GString) line = g_string_new(NULL);

    if (text == NULL || !g_utf8_validate(text, -1, NULL) || !has_control(text))
        return;
    for (; *text != '\0'; text = g_utf8_next_char(text)) {
        gunichar c = g_utf8_get_char(text);

        if (!turns(c))
            g_string_append_unichar(line, g_unichar_iscntrl(c) ? ' ' : c);
    }
    care_record_set_text(self, field, g_strstrip(line->str));
}

/* old: nullable; what stands in it stays as it is, for the law keeps some of it. */
static void
make_lines(CareRecord *self, CareRecord *old)
{
    const CareKind *kind = care_record_kind(self);

    for (guint i = 0; i < kind->n_fields; i++) {
        guint n = kind->fields[i].kind == CARE_FIELD_LIST ? care_record_list_length(self, (int)i) : 0;

        if (is_line(&kind->fields[i]) && (old == NULL || !care_record_field_equal(self, old, (int)i)))
            make_one_line(self, (int)i);
        for (guint j = 0; j < n; j++) {
            CareRecord *row = care_record_list_item(self, (int)i, j);

            make_lines(row, old != NULL ? care_record_list_find(old, (int)i, care_record_id(row)) : NULL);
        }
    }
}

static gboolean
is_written(const CareField *field)
{
    return field->kind == CARE_FIELD_TEXT && !(field->flags & (CARE_FIELD_COMPUTED | CARE_FIELD_INTERNAL));
}

static void
drop_unseen(CareRecord *self, CareRecord *old, int field)
{
    const char *text = care_record_text(self, field);

    if (text != NULL && (old == NULL || !care_record_field_equal(self, old, field))
        && !care_text_is_seen(text))
        care_record_clear(self, field);
}

static gboolean
is_unseen(CareRecord *self, int field)
{
    return is_written(&care_record_kind(self)->fields[field]) && care_record_is_set(self, field)
           && !care_text_is_seen(care_record_text(self, field));
}

/**
 * care_record_find_unseen:
 *
 * Returns: (nullable): the first field of it, or of a row of its lists, in which there is text and nothing to see
 */
const CareField *
care_record_find_unseen(CareRecord *self)
{
    const CareKind *kind = care_record_kind(self);
    const CareField *found = NULL;

    for (guint i = 0; found == NULL && i < kind->n_fields; i++) {
        guint n = kind->fields[i].kind == CARE_FIELD_LIST ? care_record_list_length(self, (int)i) : 0;

        if (is_unseen(self, (int)i))
            found = &kind->fields[i];
        for (guint j = 0; found == NULL && j < n; j++)
            found = care_record_find_unseen(care_record_list_item(self, (int)i, j));
    }
    return found;
}

/* Without the name that a mail program puts around it. */
static void
bare_address(CareRecord *self, CareRecord *old, int field)
{
    const char *text = care_record_text(self, field);
    g_autofree char *bare = NULL;

    if (text == NULL || (old != NULL && care_record_field_equal(self, old, field)))
        return;
    bare = care_email_bare(text);
    care_record_set_text(self, field, bare);
}

/** care_record_drop_unseen: a text in which there is nothing to see says nothing, nor does what stands around an e-mail
 * address, but where it stood in old (nullable). */
void
care_record_drop_unseen(CareRecord *self, CareRecord *old)
{
    const CareKind *kind = care_record_kind(self);

    for (guint i = 0; i < kind->n_fields; i++) {
        guint n = kind->fields[i].kind == CARE_FIELD_LIST ? care_record_list_length(self, (int)i) : 0;

        if (is_written(&kind->fields[i]))
            drop_unseen(self, old, (int)i);
        if (kind->fields[i].flags & CARE_FIELD_EMAIL)
            bare_address(self, old, (int)i);
        for (guint j = 0; j < n; j++) {
            CareRecord *row = care_record_list_item(self, (int)i, j);

            care_record_drop_unseen(row, old != NULL ? care_record_list_find(old, (int)i, care_record_id(row))
                                                     : NULL);
        }
    }
}

/** care_record_prepare: what is written into one line becomes one, and the kind fills in what follows from other fields;
 * before validation. */
void
care_record_prepare(CareRecord *self, CareRecord *old, const CareShopFacts *shop)
{
    const CareKind *kind = care_record_kind(self);

    make_lines(self, old);
    if (kind->prepare != NULL)
        kind->prepare(self, old, shop);
}
