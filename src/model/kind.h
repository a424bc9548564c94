/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/date.h"
#include "model/field.h"

G_BEGIN_DECLS

typedef struct _CareRecord CareRecord;

/* What a kind's rules may know of the shop when a record is made ready for saving. */
typedef struct {
    const char *region;   /* ISO 3166 code, for phone numbers */
    const char *currency; /* ISO 4217 code */
    CareDate today;
} CareShopFacts;

/* A kind of record: its name (also its table and its word on the command line), its fields and its few rules.
 * Constant data; one exists per kind. */
typedef struct {
    const char *name;
    const char *label;
    GType (*get_type)(void);
    const CareField *fields;
    guint n_fields;
    gboolean child; /* lives in its parent's list and has no life of its own */
    /* Fills in what follows from other fields. old is the stored record, or NULL for a new one. */
    void (*prepare)(CareRecord *record, CareRecord *old, const CareShopFacts *shop);
    /* Refuses what the fields' own rules cannot see. */
    gboolean (*validate)(CareRecord *record, GError **error);
    /* One line that names it for people: transfer full. */
    char *(*title)(CareRecord *record);
} CareKind;

const CareKind *const *care_kinds(void); /* top-level kinds, NULL-terminated, parents before dependants */
const CareKind *care_kind_by_name(const char *name);              /* children too; NULL if there is none */
int care_kind_find_field(const CareKind *kind, const char *name); /* -1 if there is none */
const CareKind *care_kind_child(const CareField *field);          /* of a LIST field */
/* A list whose children have a single field is written as a list of plain values in JSON ("tags"). */
gboolean care_kind_is_flat(const CareKind *kind);

G_END_DECLS
