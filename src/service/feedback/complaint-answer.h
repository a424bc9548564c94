/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/kind-query.h"
#include "store/transaction.h"

G_BEGIN_DECLS

/* When a complaint was answered first, and how (rules-metrics M8): by the earliest contact that went out from a person since it
 * was received and reached somebody, and where there was none before it was settled, by that. A contact that is about a
 * complaint says so itself (CARE_INTERACTION_COMPLAINT), whichever way it was logged. So it follows from the contacts and from
 * what the complaint says otherwise, and is worked out anew whenever one of them changes, in whichever order; what somebody
 * wrote by hand, which is what did not follow before, stays. */

/* The first answer says what they were told: CARE_ERROR_INPUT where it does not, as a sentence for who writes it down. */
gboolean care_complaint_check_words(CareRecord *contact, GError **error);
/* contact is entered, as it is now; old: as it was before, nullable. Refused as by care_complaint_check_words() where it becomes
 * the first answer, or is it and loses its words. Worker thread. */
gboolean care_complaint_answer_by(CareTransaction *transaction, CareId complaint, CareRecord *contact,
                                  CareRecord *old, GError **error);
/* contact is gone, or another complaint's (as it was before), or is back. Worker thread. */
gboolean care_complaint_answer_anew(CareTransaction *transaction, CareId complaint, CareRecord *contact,
                                    GError **error);
/* brought has contacts of the complaint, which was here: nobody wrote on it, and nothing is refused. Worker thread. */
gboolean care_complaint_answer_restored(CareTransaction *transaction, CareId complaint,
                                        const CareKindBrought *brought, GError **error);
/* complaint is about to be written over old, nullable: says what follows from what it says now. Who says only how is taken to
 * have answered now. Worker thread. */
gboolean care_complaint_answer_follow(CareTransaction *transaction, CareRecord *complaint, CareRecord *old,
                                      GError **error);

G_END_DECLS
