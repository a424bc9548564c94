/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "exchange/import/contact-draft.h"
#include "exchange/import/contact-name.h"
#include "model/record.h"

G_BEGIN_DECLS

/* What speaks for and against a contact of a file and a customer being one. */
typedef struct {
    CareNamesRelation names;
    gboolean other_kind;   /* a person the one, a company the other */
    gboolean other_person; /* one company, two to talk to there */
    gboolean phone;        /* in common */
    gboolean email;
    gboolean other_emails; /* both have some, and none in common */
    gboolean birthday;
    gboolean other_birthday;
    gboolean nothing_new; /* the customer has all that the contact tells */
} CareContactEvidence;

/* customer must be prepared (its phones have digits). */
CareContactEvidence care_contact_weigh(CareContactDraft *draft, CareRecord *customer,
                                       const CareShopFacts *shop);
/* How surely they are one; 0: not surely enough. */
int care_contact_evidence_rank(const CareContactEvidence *evidence, gboolean full_name);

G_END_DECLS
