/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib-object.h>

#include "model/record.h"

G_BEGIN_DECLS

/* CareChangeSet: which records one or more committed transactions touched. Immutable once emitted; reference
 * counted; any thread. Changes of a child list appear as a change of its parent. */
#define CARE_TYPE_CHANGE_SET (care_change_set_get_type())
typedef struct _CareChangeSet CareChangeSet;
GType care_change_set_get_type(void);

typedef enum {
    CARE_CHANGE_INSERT = 'i',
    CARE_CHANGE_UPDATE = 'u',
    CARE_CHANGE_DELETE = 'd',
} CareChangeOp;

CareChangeSet *care_change_set_new(void);
CareChangeSet *care_change_set_ref(CareChangeSet *self);
void care_change_set_unref(CareChangeSet *self);
/* fields: which of its fields, CARE_FIELD_BIT() of each; a list is a field of its owner. CARE_FIELDS_ALL for a record that
 * came or went, and where it is not known. */
void care_change_set_add(CareChangeSet *self, const char *kind, gint64 id, CareChangeOp op, guint64 fields);
void care_change_set_clear(CareChangeSet *self);
gboolean care_change_set_is_empty(CareChangeSet *self);

/* Whether any record of the kind (or anything at all: "*") was touched. */
gboolean care_change_set_has_kind(CareChangeSet *self, const char *kind);
/* Whether anything was touched on which something depends: kinds separated by commas, each with the fields that matter,
 * or after a dash those that do not: "job:-note,customer:name phones,deferral". Without fields every one matters. A
 * record that came or went always does. */
gboolean care_change_set_touches(CareChangeSet *self, const char *depends);
/* Whether one of these fields of any record of the kind was. */
gboolean care_change_set_has_fields(CareChangeSet *self, const char *kind, guint64 fields);
/* Whether the record was touched; TRUE for every record of a kind of which too many were to list. */
gboolean care_change_set_has(CareChangeSet *self, const char *kind, gint64 id);
/* Whether a page that shows the record may show something else now: it was touched, or what it refers to, or anything
 * that refers to such a record. Of the shop's own (staff, plans, texts) any change counts, since what belongs to the
 * record may name it. */
gboolean care_change_set_concerns(CareChangeSet *self, CareRecord *record);
/* TRUE if more of the kind changed than is worth listing: treat all as changed. */
gboolean care_change_set_is_many(CareChangeSet *self, const char *kind);
typedef void (*CareChangeFunc)(const char *kind, gint64 id, CareChangeOp op, guint64 fields, gpointer data);
/* Calls func for each change; id 0 stands for many of the kind. */
void care_change_set_foreach(CareChangeSet *self, CareChangeFunc func, gpointer data);

G_DEFINE_AUTOPTR_CLEANUP_FUNC(CareChangeSet, care_change_set_unref)

G_END_DECLS
