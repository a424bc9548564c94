/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "exchange/import/contact-draft.h"
#include "store/transaction.h"

G_BEGIN_DECLS

/* Whether the shop knows a contact already. The same phone or e-mail with a name that can be the same person's is
 * that customer. The same phone with another name (couples, a mother's phone) or the same name alone is doubtful:
 * nobody is put together who may be two. */
typedef enum {
    CARE_CONTACT_MATCH_NONE,
    CARE_CONTACT_MATCH_SAME,
    CARE_CONTACT_MATCH_DOUBTFUL,
} CareContactMatch;

/* customer is set to the same, or the doubtful, one; reason (transfer full) to a sentence for the doubtful. */
gboolean care_contact_match(CareTransaction *transaction, const CareContactDraft *draft,
                            CareContactMatch *match, CareId *customer, char **reason, GError **error);

/* Whether two names can be one person's: every word of one begins, or is, a word of the other. */
gboolean care_contact_names_fit(const char *a, const char *b);

G_END_DECLS
