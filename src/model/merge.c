/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "model/merge.h"

/* The three lists of one field. */
typedef struct {
    int field;
    CareRecord *mine;
    CareRecord *base;
    CareRecord *theirs;
} Lists;

/* Neither is there, or both are and say the same. */
static gboolean
agree(CareRecord *a, CareRecord *b)
{
    return a == NULL || b == NULL ? a == b : care_record_says_the_same(a, b);
}

/* A known row that says the same and that the record does not have. */
static CareRecord *
find_known_row(CareRecord *record, CareRecord *known, int field, CareRecord *row)
{
    for (guint i = 0; i < care_record_list_length(known, field); i++) {
        CareRecord *other = care_record_list_item(known, field, i);

        if (care_record_says_the_same(other, row)
            && !care_record_list_find(record, field, care_record_id(other)))
            return other;
    }
    return NULL;
}

/* Rows that were written down anew, as a typed list of tags is, are the rows they say again. */
static void
adopt_rows(CareRecord *record, CareRecord *known, int field)
{
    for (guint i = 0; i < care_record_list_length(record, field); i++) {
        CareRecord *row = care_record_list_item(record, field, i);
        CareRecord *same = care_record_id(row) == 0 ? find_known_row(record, known, field, row) : NULL;

        if (same != NULL)
            care_record_set_id(row, care_record_id(same));
    }
}

/* By the text that a row has to have. */
static gboolean
are_called_alike(CareRecord *a, CareRecord *b)
{
    const CareKind *kind = care_record_kind(a);

    for (guint i = 0; i < kind->n_fields; i++)
        if (kind->fields[i].kind == CARE_FIELD_TEXT && (kind->fields[i].flags & CARE_FIELD_REQUIRED))
            return care_record_field_equal(a, b, (int)i);
    return FALSE;
}

/* Of the rows that the other list does not have, the one that is called like this. NULL: none, or several. */
static CareRecord *
find_left_row(CareRecord *record, CareRecord *other, int field, CareRecord *called)
{
    CareRecord *found = NULL;

    for (guint i = 0; i < care_record_list_length(record, field); i++) {
        CareRecord *row = care_record_list_item(record, field, i);
        CareId id = care_record_id(row);

        if (!are_called_alike(row, called) || (id != 0 && care_record_list_find(other, field, id) != NULL))
            continue;
        if (found != NULL)
            return NULL;
        found = row;
    }
    return found;
}

/* And of those that are left, one that is called as before and says something else is the row that was changed. */
static void
adopt_changed_rows(CareRecord *record, CareRecord *known, int field)
{
    for (guint i = 0; i < care_record_list_length(record, field); i++) {
        CareRecord *row = care_record_list_item(record, field, i);
        CareRecord *before = care_record_id(row) == 0 && find_left_row(record, known, field, row) == row
                                 ? find_left_row(known, record, field, row)
                                 : NULL;

        if (before != NULL)
            care_record_set_id(row, care_record_id(before));
    }
}

static gboolean
same_id(CareRecord *a, CareRecord *b)
{
    return care_record_id(a) == care_record_id(b);
}

static gboolean
rows_conflict(const Lists *lists)
{
    for (guint i = 0; i < care_record_list_length(lists->base, lists->field); i++) {
        CareRecord *before = care_record_list_item(lists->base, lists->field, i);
        CareRecord *mine = care_record_list_find(lists->mine, lists->field, care_record_id(before));
        CareRecord *theirs = care_record_list_find(lists->theirs, lists->field, care_record_id(before));

        if (!agree(mine, before) && !agree(theirs, before) && !agree(mine, theirs))
            return TRUE;
    }
    return FALSE;
}

/* What becomes of a row of either side: NULL when one of them took it away. */
static CareRecord *
merged_row(const Lists *lists, CareRecord *row)
{
    CareId id = care_record_id(row);
    CareRecord *before = care_record_list_find(lists->base, lists->field, id);
    CareRecord *mine = care_record_list_find(lists->mine, lists->field, id);
    CareRecord *theirs = care_record_list_find(lists->theirs, lists->field, id);

    if (before == NULL)
        return row;
    if (mine == NULL || theirs == NULL)
        return NULL;
    return agree(mine, before) ? theirs : mine;
}

static void
append_rows(const Lists *lists, CareRecord *from, CareRecord *merged)
{
    for (guint i = 0; i < care_record_list_length(from, lists->field); i++) {
        CareRecord *row = merged_row(lists, care_record_list_item(from, lists->field, i));
        g_autoptr(CareRecord) copy = NULL;

        if (row == NULL || care_record_list_find(merged, lists->field, care_record_id(row)) != NULL)
            continue;
        copy = care_record_copy(row);
        g_list_store_append(care_record_list(merged, lists->field), copy);
    }
}

/* In the order of who changed it; what the other one added comes behind. */
static void
merge_rows(const Lists *lists)
{
    gboolean order_kept = care_record_rows_agree(lists->mine, lists->base, lists->field, same_id);
    g_autoptr(CareRecord) merged = care_record_new(care_record_kind(lists->mine));

    adopt_rows(lists->mine, lists->theirs, lists->field);
    append_rows(lists, order_kept ? lists->theirs : lists->mine, merged);
    append_rows(lists, order_kept ? lists->mine : lists->theirs, merged);
    care_record_assign_field(lists->mine, merged, lists->field);
}

static gboolean
unchanged(CareRecord *a, CareRecord *b, int field)
{
    return care_record_kind(a)->fields[field].kind == CARE_FIELD_LIST
               ? care_record_rows_agree(a, b, field, same_id)
                     && care_record_rows_agree(a, b, field, care_record_says_the_same)
               : care_record_field_equal(a, b, field);
}

/* FALSE when both changed it, and not to the same. */
static gboolean
merge_field(CareRecord *mine, CareRecord *base, CareRecord *theirs, int field)
{
    const CareField *f = &care_record_kind(mine)->fields[field];
    const Lists lists = { field, mine, base, theirs };

    if (f->flags & CARE_FIELD_COMPUTED || unchanged(mine, base, field)) {
        care_record_assign_field(mine, theirs, field);
        return TRUE;
    }
    if (unchanged(theirs, base, field) || care_record_field_equal(mine, theirs, field))
        return TRUE;
    if (f->kind != CARE_FIELD_LIST || rows_conflict(&lists))
        return FALSE;
    merge_rows(&lists);
    return TRUE;
}

static gboolean
is_in(const CareKind *kind, int field, guint group)
{
    return care_field_group(&kind->fields[field]) == group
           && !(kind->fields[field].flags & CARE_FIELD_COMPUTED);
}

/* The fields of a group that differ, where each side changed some of it and they did not change the same one. */
static guint64
conflicts_in(CareRecord *mine, CareRecord *base, CareRecord *theirs, guint group)
{
    const CareKind *kind = care_record_kind(mine);
    guint64 here = 0, there = 0, differing = 0;

    for (guint i = 0; i < kind->n_fields; i++) {
        guint64 bit = is_in(kind, (int)i, group) ? CARE_FIELD_BIT(i) : 0;

        if (bit != 0 && !unchanged(mine, base, (int)i))
            here |= bit;
        if (bit != 0 && !unchanged(theirs, base, (int)i))
            there |= bit;
        if (bit != 0 && !unchanged(mine, theirs, (int)i))
            differing |= bit;
    }
    return here != 0 && there != 0 && (here != there || (here & (here - 1)) != 0) ? (here | there) & differing
                                                                                  : 0;
}

/* Prices that are net here and lines that were written as gross ones there: taken together they would mean neither. */
static guint64
group_conflicts(CareRecord *mine, CareRecord *base, CareRecord *theirs)
{
    const CareKind *kind = care_record_kind(mine);
    guint64 conflicts = 0;

    for (guint i = 0; i < kind->n_fields; i++)
        if (kind->fields[i].kind == CARE_FIELD_LIST) {
            adopt_rows(mine, base, (int)i);
            adopt_changed_rows(mine, base, (int)i);
        }
    for (guint group = 1; group <= CARE_FIELD_GROUPS; group++)
        conflicts |= conflicts_in(mine, base, theirs, group);
    return conflicts;
}

guint64
care_record_merge(CareRecord *mine, CareRecord *base, CareRecord *theirs)
{
    const CareKind *kind = care_record_kind(mine);
    guint64 conflicts;

    g_return_val_if_fail(care_record_is(base, kind) && care_record_is(theirs, kind), 0);

    conflicts = group_conflicts(mine, base, theirs);
    for (guint i = 0; i < kind->n_fields; i++)
        if (!(conflicts & CARE_FIELD_BIT(i)) && !merge_field(mine, base, theirs, (int)i))
            conflicts |= CARE_FIELD_BIT(i);
    return conflicts;
}
