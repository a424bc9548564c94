/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "exchange/import/contact-reader.h"

G_BEGIN_DECLS

/* The contacts of a file in an order of their own, so that what becomes of them does not depend on the order of the
 * rows: companies before people, whole names before short ones, who tells more before who tells less. A file of more
 * than 20,000 contacts is taken in piles of that size: memory does not grow with the file. One thread at a time. */
typedef struct _CareContactPile CareContactPile;

CareContactPile *care_contact_pile_new(CareContactReader *reader); /* borrowed */
void care_contact_pile_free(CareContactPile *self);

typedef enum {
    CARE_CONTACT_PILE_GROWS, /* one more was read; call again */
    CARE_CONTACT_PILE_DRAFT, /* *draft is the next (transfer full) */
    CARE_CONTACT_PILE_END,
} CareContactPileStep;

CareContactPileStep care_contact_pile_step(CareContactPile *self, CareContactDraft **draft);
double care_contact_pile_progress(CareContactPile *self); /* 0 to 1 */

G_DEFINE_AUTOPTR_CLEANUP_FUNC(CareContactPile, care_contact_pile_free)

G_END_DECLS
