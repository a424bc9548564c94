/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib-object.h>

#include "model/choice.h"

G_BEGIN_DECLS

/* What a field holds. Everything that is done with records (properties, validation, SQL, JSON, CSV, forms) is
 * derived from this and nothing else. */
typedef enum {
    CARE_FIELD_TEXT,
    CARE_FIELD_INTEGER,
    CARE_FIELD_BOOLEAN,
    CARE_FIELD_DECIMAL, /* CareDecimal */
    CARE_FIELD_MONEY,   /* CareMoney, in the record's or the shop's currency */
    CARE_FIELD_DATE,    /* text, YYYY-MM-DD */
    CARE_FIELD_DAY,     /* text, YYYY-MM-DD or --MM-DD */
    CARE_FIELD_INSTANT, /* CareInstant */
    CARE_FIELD_CHOICE,  /* text, one of the words of choices */
    CARE_FIELD_REF,     /* CareId of a record of kind extra; 0 and unset are the same */
    CARE_FIELD_LIST,    /* GListStore of child records of kind extra */
} CareFieldKind;

typedef enum {
    CARE_FIELD_REQUIRED = 1 << 0, /* a record without it is refused */
    CARE_FIELD_WORDS = 1 << 1,    /* found by its words, or by any three letters of it */
    CARE_FIELD_CODES = 1 << 2,    /* found by any three characters, separators ignored */
    CARE_FIELD_SORT = 1 << 3,     /* the list's alphabetical order; its table has a sort_key column */
    CARE_FIELD_COMPUTED = 1 << 4, /* written by the program's rules only; add and set refuse it */
    CARE_FIELD_INTERNAL = 1 << 5, /* not part of JSON or forms */
    CARE_FIELD_LONG = 1 << 6,     /* several lines of text in a form */
    CARE_FIELD_STORY = 1 << 7,    /* the instant at which it stands in its customer's timeline */
    /* A record of a sealed kind is frozen once it has its number, and its content is hashed: all fields, but for these. A
     * field that comes later has no value in what was issued before, and what has no value is not in the content. */
    CARE_FIELD_AFTER_ISSUE = 1 << 8, /* changes afterwards; neither frozen nor hashed */
    CARE_FIELD_SEAL = 1 << 9,        /* made from the content, or named by it; frozen, not hashed */
    /* What becomes of a record when the one that a REF refers to goes for good. Without either: a required REF goes along,
     * any other holds what it refers to. */
    CARE_FIELD_LETS_GO = 1 << 10,    /* it loses the reference */
    CARE_FIELD_GOES_ALONG = 1 << 11, /* it goes along */
    /* What a REF refers to may be another customer's than the record: a thing that changed hands. */
    CARE_FIELD_ANYBODYS = 1 << 12,
    CARE_FIELD_FROM_ZERO = 1 << 13, /* what something cost: money that is not below nothing */
    CARE_FIELD_EMAIL = 1 << 14,     /* an address, where it is entered (core/email.h) */
    /* COMPUTED, and noted beside: who undoes the record's addition is not held up by it. */
    CARE_FIELD_NOTED = 1 << 15,
    /* 16 to 18: CARE_FIELD_TOGETHER() */
    /* A REF to who did it: the program fills in who is at the counter, and no row of an editor asks. */
    CARE_FIELD_AT_COUNTER = 1 << 19,
    /* A DATE on which something happened, as every INSTANT is: none to come is entered. */
    CARE_FIELD_HAPPENED = 1 << 20,
    /* An INTEGER that is the id of a record of whichever kind: a text to programs, as every id is. */
    CARE_FIELD_ANY_ID = 1 << 21,
} CareFieldFlags;

/* A flag: fields of a kind with the same n, 1 to 7, only make sense together. Two edits that change different ones of them
 * are in conflict. */
#define CARE_FIELD_TOGETHER(n) ((n) << 16)
#define CARE_FIELD_GROUPS 7

/* What an INTEGER may be where it is entered. What a program before this one took may lie beyond: it is read by
 * care_record_within(). */
typedef struct {
    gint64 least;
    gint64 most;
} CareRange;

/* Of days, months and hours, in records and in the settings that they are taken from: no date that is reckoned by it
 * leaves the calendar. */
extern const CareRange care_range_count;
/* The same to both sides of a day: a step of a plan may come before the end of a warranty. */
extern const CareRange care_range_shift;

typedef struct {
    const char *name;  /* property, column and JSON member */
    const char *label; /* untranslated; show g_dgettext'ed through care_field_label() */
    CareFieldKind kind;
    CareFieldFlags flags;
    const char *extra;            /* the kind referred to or contained */
    const CareChoiceSet *choices; /* of a CHOICE */
    const CareRange *range;       /* of an INTEGER; NULL: any */
} CareField;

/* A set of a kind's fields is a guint64: no kind has more than CARE_FIELDS_MAX. */
#define CARE_FIELDS_MAX 64
#define CARE_FIELD_BIT(field) (G_GUINT64_CONSTANT(1) << (field))
#define CARE_FIELDS_ALL G_MAXUINT64

const char *care_field_label(const CareField *field);
/* Of those that only make sense together; 0: it stands alone. */
guint care_field_group(const CareField *field);
/* Whether the record cannot be there without what this field refers to. */
gboolean care_field_belongs(const CareField *field);
gboolean care_field_is_text(const CareField *field);
gboolean care_field_has_choice(const CareField *field, const char *word);

/* A table of fields is an X-macro: F(ENUMERATOR, name, N_(label), KIND, flags, extra). From it come the
 * enumerators C code names the fields by … */
#define CARE_FIELD_ENUMERATOR(id, name, label, kind, flags, extra) id,
/* … and the table itself. extra is the address of a set for a CHOICE, of a range or NULL for an INTEGER, else a
 * kind's name or NULL. */
#define CARE_FIELD_ROW(id, name, label, kind, flags, extra)                                                  \
    { name, label, CARE_FIELD_##kind, (CareFieldFlags)(flags), CARE_FIELD_EXTRA_OF_##kind(extra) },
#define CARE_FIELD_EXTRA_OF_CHOICE(set) .choices = (set)
#define CARE_FIELD_EXTRA_OF_REF(kind) .extra = (kind)
#define CARE_FIELD_EXTRA_OF_LIST(kind) .extra = (kind)
#define CARE_FIELD_EXTRA_OF_TEXT(none) .extra = (none)
#define CARE_FIELD_EXTRA_OF_INTEGER(limits) .range = (limits)
#define CARE_FIELD_EXTRA_OF_BOOLEAN(none) .extra = (none)
#define CARE_FIELD_EXTRA_OF_DECIMAL(none) .extra = (none)
#define CARE_FIELD_EXTRA_OF_MONEY(none) .extra = (none)
#define CARE_FIELD_EXTRA_OF_DATE(none) .extra = (none)
#define CARE_FIELD_EXTRA_OF_DAY(none) .extra = (none)
#define CARE_FIELD_EXTRA_OF_INSTANT(none) .extra = (none)

G_END_DECLS
