/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/change-set.h"

#include <string.h>

/* More changed records of one kind than this are told as "many": refreshing all is cheaper than listing them. */
#define MANY 500

typedef struct {
    CareChangeOp op;
    guint64 fields;
} Change;

struct _CareChangeSet {
    gatomicrefcount refs;
    GHashTable *kinds; /* interned name → GHashTable of id → Change; a NULL table means many */
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
care_change_set_add(CareChangeSet *self, const char *kind, gint64 id, CareChangeOp op, guint64 fields)
{
    const char *name = g_intern_string(kind);
    Change change = { op, fields };
    const Change *before;
    GHashTable *ids = NULL;

    if (!g_hash_table_lookup_extended(self->kinds, name, NULL, (gpointer *)&ids)) {
        ids = g_hash_table_new_full(g_int64_hash, g_int64_equal, g_free, g_free);
        g_hash_table_insert(self->kinds, (gpointer)name, ids);
    }
    if (ids == NULL)
        return;
    if (id == 0 || g_hash_table_size(ids) >= MANY) {
        g_hash_table_insert(self->kinds, (gpointer)name, NULL);
        return;
    }
    before = g_hash_table_lookup(ids, &id);
    if (before != NULL)
        change = (Change){ merge(before->op, op), before->fields | fields };
    g_hash_table_replace(ids, g_memdup2(&id, sizeof id), g_memdup2(&change, sizeof change));
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

/* "name phones", or "-note": all but these. A name that is no field was mistyped. */
static guint64
parse_fields(const CareKind *kind, const char *words)
{
    gboolean but = *words == '-';
    g_auto(GStrv) names = g_strsplit(but ? words + 1 : words, " ", -1);
    guint64 fields = 0;

    for (guint i = 0; names[i] != NULL; i++) {
        int field = care_kind_find_field(kind, names[i]);

        if (field < 0)
            g_error("%s has no field %s", kind->name, names[i]);
        fields |= CARE_FIELD_BIT(field);
    }
    return but ? ~fields : fields;
}

gboolean
care_change_set_has_fields(CareChangeSet *self, const char *kind, guint64 fields)
{
    GHashTable *ids = g_hash_table_lookup(self->kinds, kind);
    GHashTableIter iter;
    gpointer change;

    if (care_change_set_is_many(self, kind))
        return TRUE;
    if (ids == NULL)
        return FALSE;
    g_hash_table_iter_init(&iter, ids);
    while (g_hash_table_iter_next(&iter, NULL, &change))
        if (((Change *)change)->fields & fields)
            return TRUE;
    return FALSE;
}

/* part: "job", "customer:name phones", "job:-note". */
static gboolean
touches(CareChangeSet *self, const char *part)
{
    const char *colon = strchr(part, ':');
    g_autofree char *name = colon != NULL ? g_strndup(part, (gsize)(colon - part)) : g_strdup(part);

    return care_change_set_has_fields(
        self, name, colon != NULL ? parse_fields(care_kind_by_name(name), colon + 1) : CARE_FIELDS_ALL);
}

gboolean
care_change_set_touches(CareChangeSet *self, const char *depends)
{
    g_auto(GStrv) parts = g_strsplit(depends, ",", -1);

    for (guint i = 0; parts[i] != NULL; i++)
        if (touches(self, parts[i]))
            return TRUE;
    return FALSE;
}

void
care_change_set_foreach(CareChangeSet *self, CareChangeFunc func, gpointer data)
{
    GHashTableIter kinds;
    gpointer kind, table;

    g_hash_table_iter_init(&kinds, self->kinds);
    while (g_hash_table_iter_next(&kinds, &kind, &table)) {
        GHashTableIter ids;
        gpointer id, change;

        if (table == NULL) {
            func(kind, 0, CARE_CHANGE_UPDATE, CARE_FIELDS_ALL, data);
            continue;
        }
        g_hash_table_iter_init(&ids, table);
        while (g_hash_table_iter_next(&ids, &id, &change))
            func(kind, *(gint64 *)id, ((Change *)change)->op, ((Change *)change)->fields, data);
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
