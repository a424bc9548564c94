/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "exchange/import/contact-draft.h"
#include "exchange/import/vcard-property.h"

G_BEGIN_DECLS

/* What the properties of a card mean for a contact, one by one; the order is the card's (vcard-card.c). */
typedef struct {
    CareContactDraft *draft;
    CareContactKind kind;
    char *nickname;
    GHashTable *labels;        /* group → label, borrowed */
    GHashTable *alternatives;  /* name + ALTID seen */
    GPtrArray *address_labels; /* of CareVcardProperty, borrowed: LABEL waits for the addresses */
} CareVcardReading;

int care_vcard_field_find(const char *name);    /* -1: none that a contact has a place for */
gboolean care_vcard_field_is_sorted(int field); /* the preferred one first */
void care_vcard_field_read(int field, CareVcardReading *reading, const CareVcardProperty *property);
/* A field that only our own customers have, as care_vcard_append() writes it. FALSE: it is none. */
gboolean care_vcard_field_read_own(CareVcardReading *reading, const CareVcardProperty *property);
/* "home", "work" or the owner's own word. Transfer full, nullable. */
char *care_vcard_place_label_of(CareVcardReading *reading, const CareVcardProperty *property);

G_END_DECLS
