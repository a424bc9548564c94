/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "exchange/import/contact-draft.h"
#include "model/record.h"
#include "store/transaction.h"

G_BEGIN_DECLS

/* Whether the shop knows a contact already. Nobody is put together who may be two, for a family has one landline and
 * a company one number: the same phone or e-mail address makes two contacts one only if nothing of what both tell
 * (given name, birthday, person or company) speaks against it. What is left open is doubtful: a customer of its own,
 * for the owner to look at. */
typedef enum {
    CARE_CONTACT_MATCH_NONE,
    CARE_CONTACT_MATCH_SAME,
    CARE_CONTACT_MATCH_DOUBTFUL,
} CareContactMatch;

/* customer is set to the same, or the doubtful, one; reason (transfer full) to a sentence for the doubtful, and for the
 * same where the owner should know of something. */
gboolean care_contact_match(CareTransaction *transaction, CareContactDraft *draft, CareContactMatch *match,
                            CareId *customer, char **reason, GError **error);

/* Remembers by which identifier of its source a customer came, so that the next import knows it again. */
gboolean care_contact_match_remember(CareTransaction *transaction, CareId import,
                                     const CareContactDraft *draft, CareId customer, GError **error);

G_END_DECLS
