/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "exchange/import/contact-draft.h"
#include "model/record.h"

G_BEGIN_DECLS

/* How two people's names stand to each other. Nobody is put together by a name that two people of one family may
 * have: an initial, a part of a double name, a family name alone. */
typedef enum {
    CARE_NAMES_OTHER, /* two names */
    CARE_NAMES_NEAR, /* one may be the other's: Karl and Karl Heinz, Falkner and Falkner-Weiß, Doe and Doe Jr. */
    CARE_NAMES_FIT, /* one is the other without what people leave out: a middle name, or all but the given name */
    CARE_NAMES_EQUAL, /* the same words, whatever their order, accents, case and titles */
} CareNamesRelation;

/* A name taken apart: its words folded, titles ("Dr.", "Frau") and what tells father and son apart ("Jr.") by
 * themselves. Pure data, any thread. */
typedef struct _CareContactName CareContactName;

/* prefix, given and family: nullable; what a name alone says is guessed then, its last word being the family's. */
CareContactName *care_contact_name_new(const char *name, const char *prefix, const char *given,
                                       const char *family);
CareContactName *care_contact_name_of_draft(const CareContactDraft *draft);
CareContactName *care_contact_name_of_customer(CareRecord *customer);
void care_contact_name_free(CareContactName *self);

CareNamesRelation care_contact_names_compare(const CareContactName *a, const CareContactName *b);
/* Both names written out: more of them than an initial or a single word. */
gboolean care_contact_name_is_full(const CareContactName *self);
/* Whether a says all that b says, and more. */
gboolean care_contact_name_is_fuller(const CareContactName *a, const CareContactName *b);
/* Whether one person can be called the one today and the other tomorrow: they share a word, and no given name speaks
 * against it. */
gboolean care_contact_names_may_change(const CareContactName *a, const CareContactName *b);
/* Words of two letters and more. */
guint care_contact_name_weight(const CareContactName *self);

/* Whether every word of part, titles too, stands in text. part may be NULL. */
gboolean care_contact_name_tells(const char *text, const char *part);

G_DEFINE_AUTOPTR_CLEANUP_FUNC(CareContactName, care_contact_name_free)

G_END_DECLS
