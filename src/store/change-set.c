/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/change-set.h"

/* More changed records of one kind than this are told as "many": refreshing all is cheaper than listing them. */
#define MANY 500

struct _CareChangeSet {
    gatomicrefcount refs;
    GHashTable *kinds; /* interned name → GHashTable of id → op; a NULL table means many */
};

G_DEFINE_BOXED_TYPE(CareChangeSet, care_change_set, care_change_set_ref, care_change_set_unref)

static void
ids_free(gpointer ids)
{
    g_clear_pointer((GHashTable **)&ids, g_hash_table_unref);
}

CareChangeSet *
care_change_set_new(void)
{
    CareChangeSet *self = g_new0(CareChangeSet, 1);

    g_atomic_ref_count_init(&self->refs);
    self->kinds = g_hash_table_new_full(g_str_hash, g_str_equal, NULL, ids_free);
    return self;
}

CareChangeSet *
care_change_set_ref(CareChangeSet *self)
{
    g_atomic_ref_count_inc(&self->refs);
    return self;
}

void
care_change_set_unref(CareChangeSet *self)
{
    if (!g_atomic_ref_count_dec(&self->refs))
        return;
    g_hash_table_unref(self->kinds);
    g_free(self);
}

/* A record that was made and changed in one transaction was made; one that was changed and deleted is gone. */
static CareChangeOp
merge(CareChangeOp before, CareChangeOp now)
{
    return before == CARE_CHANGE_INSERT && now == CARE_CHANGE_UPDATE ? before : now;
}

void
care_change_set_add(CareChangeSet *self, const char *kind, gint64 id, CareChangeOp op)
{
    const char *name = g_intern_string(kind);
    gpointer before = NULL;
    GHashTable *ids = NULL;

    if (!g_hash_table_lookup_extended(self->kinds, name, NULL, (gpointer *)&ids)) {
        ids = g_hash_table_new_full(g_int64_hash, g_int64_equal, g_free, NULL);
        g_hash_table_insert(self->kinds, (gpointer)name, ids);
    }
    if (ids == NULL)
        return;
    if (id == 0 || g_hash_table_size(ids) >= MANY) {
        g_hash_table_insert(self->kinds, (gpointer)name, NULL);
        return;
    }
    if (g_hash_table_lookup_extended(ids, &id, NULL, &before))
        op = merge((CareChangeOp)GPOINTER_TO_INT(before), op);
    g_hash_table_replace(ids, g_memdup2(&id, sizeof id), GINT_TO_POINTER((int)op));
}

void
care_change_set_clear(CareChangeSet *self)
{
    g_hash_table_remove_all(self->kinds);
}

gboolean
care_change_set_is_empty(CareChangeSet *self)
{
    return g_hash_table_size(self->kinds) == 0;
}

gboolean
care_change_set_has_kind(CareChangeSet *self, const char *kind)
{
    return g_hash_table_contains(self->kinds, kind) || g_hash_table_contains(self->kinds, "*");
}

gboolean
care_change_set_is_many(CareChangeSet *self, const char *kind)
{
    gpointer ids = NULL;

    if (g_hash_table_contains(self->kinds, "*"))
        return TRUE;
    return g_hash_table_lookup_extended(self->kinds, kind, NULL, &ids) && ids == NULL;
}

gboolean
care_change_set_has(CareChangeSet *self, const char *kind, gint64 id)
{
    GHashTable *ids = g_hash_table_lookup(self->kinds, kind);

    return care_change_set_is_many(self, kind) || (ids != NULL && g_hash_table_contains(ids, &id));
}

void
care_change_set_foreach(CareChangeSet *self, CareChangeFunc func, gpointer data)
{
    GHashTableIter kinds;
    gpointer kind, table;

    g_hash_table_iter_init(&kinds, self->kinds);
    while (g_hash_table_iter_next(&kinds, &kind, &table)) {
        GHashTableIter ids;
        gpointer id, op;

        if (table == NULL) {
            func(kind, 0, CARE_CHANGE_UPDATE, data);
            continue;
        }
        g_hash_table_iter_init(&ids, table);
        while (g_hash_table_iter_next(&ids, &id, &op))
            func(kind, *(gint64 *)id, (CareChangeOp)GPOINTER_TO_INT(op), data);
    }
}

static gboolean
touches_referred(CareChangeSet *self, CareRecord *record)
{
    const CareKind *kind = care_record_kind(record);

    for (guint i = 0; i < kind->n_fields; i++)
        if (kind->fields[i].kind == CARE_FIELD_REF && care_record_is_set(record, (int)i)
            && care_change_set_has(self, kind->fields[i].extra, care_record_int(record, (int)i)))
            return TRUE;
    return FALSE;
}

static gboolean
is_of_the_shop(const CareKind *kind)
{
    return care_kind_customer_field(kind) < 0 && strcmp(kind->name, "customer") != 0;
}

static gboolean
shows_any(const CareKind *shown, const CareKind *kind)
{
    return (kind != shown && care_kind_refers_to(kind, shown))
           || (is_of_the_shop(kind) && care_kind_refers_to(shown, kind))
           || g_strcmp0(shown->shows, kind->name) == 0;
}

gboolean
care_change_set_concerns(CareChangeSet *self, CareRecord *record)
{
    const CareKind *shown = care_record_kind(record);

    if (care_change_set_has(self, shown->name, care_record_id(record)) || touches_referred(self, record))
        return TRUE;
    for (const CareKind *const *kind = care_kinds(); *kind != NULL; kind++)
        if (shows_any(shown, *kind) && care_change_set_has_kind(self, (*kind)->name))
            return TRUE;
    return FALSE;
}
