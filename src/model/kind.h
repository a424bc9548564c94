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
    const char *prices;   /* how it agrees them, a word of CARE_PRICE_MODES; NULL: with tax */
    CareDate today;
} CareShopFacts;

/* What is done with all records of a kind. */
typedef enum {
    CARE_KIND_SEARCHED = 1 << 0, /* found by its fields of WORDS and CODES and by those of its children */
    CARE_KIND_BOOKS = 1 << 1,    /* the shop's books: shown even when the customer is deleted */
    CARE_KIND_SEALED = 1 << 2,   /* cannot be changed once it has a number, nor can its lists */
    CARE_KIND_COUNTED = 1 << 3,  /* Insights are made from it */
    /* What the program keeps of something done: goes when that is undone, and nobody deletes one or brings it back. */
    CARE_KIND_TRACE = 1 << 4,
} CareKindFlags;

/* What of a customer's timeline is shown together. */
typedef enum {
    CARE_STORY_NONE,
    CARE_STORY_JOBS,
    CARE_STORY_MESSAGES,
    CARE_STORY_MONEY,
    CARE_STORY_FEEDBACK,
    CARE_STORY_GIFTS,
} CareStory;

/* A kind of record: its name (also its table and its word on the command line), its fields and its few rules.
 * Constant data; one exists per kind. */
typedef struct {
    const char *name;
    const char *label;
    CareKindFlags flags;
    CareStory story;  /* with a field of STORY */
    const char *icon; /* symbolic */
    const char
        *table; /* what its list is called where it is saved as a spreadsheet; NULL: it is not worth one */
    const char *order; /* of its list, as SQL has it, with an index; NULL: by name, else the newest first */
    const char *add;   /* what adds one to its customer, "Add De_vice…"; NULL: nothing on their page does */
    int number_digits; /* of the sequence in its number, noughts before it: 3 of "2026-003"; 0: it has no number */
    const char *match; /* what a search calls a hit by a code of it, or by words of a child: "phone" */
    /* A further code that a record is found by, beside its fields': transfer full, nullable. NULL: there is none. */
    char *(*also)(CareRecord *record);
    const char *shows; /* a kind that it is shown with without referring to it; nullable */
    GType (*get_type)(void);
    const CareField *fields;
    guint n_fields;
    gboolean child; /* lives in its parent's list and has no life of its own */
    /* Fills in what follows from other fields. old is the stored record, or NULL for a new one. */
    void (*prepare)(CareRecord *record, CareRecord *old, const CareShopFacts *shop);
    /* Refuses what the fields' own rules cannot see. */
    gboolean (*validate)(CareRecord *record, GError **error);
    /* The same of what is entered; a record that stood before the rule did may go on to stand. */
    gboolean (*validate_entry)(CareRecord *record, GError **error);
    /* One line that names it for people: transfer full. */
    char *(*title)(CareRecord *record);
    /* What tells it from others of its title: transfer full, nullable. */
    char *(*detail)(CareRecord *record);
} CareKind;

const CareKind *const *care_kinds(void); /* top-level kinds, NULL-terminated, parents before dependants */
const CareKind *care_kind_by_name(const char *name);              /* children too; NULL if there is none */
int care_kind_find_field(const CareKind *kind, const char *name); /* -1 if there is none */
const CareKind *care_kind_child(const CareField *field);          /* of a LIST field */
const char *care_kind_label(const CareKind *kind);                /* what one of it is called; translated */
const char *care_kind_add_label(const CareKind *kind);            /* translated, nullable */
const char *care_kind_table_label(const CareKind *kind); /* what its list is called; translated, nullable */
const char *care_kind_order(const CareKind *kind);
/* The number of a document of it, "2026-003", by the series (its year) and the place in that. Transfer full. */
char *care_kind_number(const CareKind *kind, const char *series, gint64 sequence);
int care_kind_story_field(const CareKind *kind); /* -1: it is not in the timeline */
int care_kind_sort_field(const CareKind *kind);  /* that it is listed by alphabetically; -1: it is not */
/* The field that says to which customer a record belongs; -1 for customers themselves and for what is the shop's. */
int care_kind_customer_field(const CareKind *kind);
/* Whether records of it are left out wherever they are listed or found while their customer is deleted. */
gboolean care_kind_goes_with_customer(const CareKind *kind);
/* Whether a field of the kind, or of its lists, refers to records of the other. */
gboolean care_kind_refers_to(const CareKind *kind, const CareKind *other);
/* A list whose children have a single field is written as a list of plain values in JSON ("tags"). */
gboolean care_kind_is_flat(const CareKind *kind);

G_END_DECLS
