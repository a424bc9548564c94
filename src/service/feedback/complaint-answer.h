/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/transaction.h"

G_BEGIN_DECLS

/* Which contact answered a complaint first (rules-metrics M8): the earliest that went out from a person since it was
 * received and reached somebody. A contact that is about a complaint says so itself (CARE_INTERACTION_COMPLAINT), whichever
 * way it was logged; an answer that was written into the complaint stays. */

/* The first answer says what they were told: CARE_ERROR_INPUT where it does not, as a sentence for who writes it down. */
gboolean care_complaint_check_words(CareRecord *contact, GError **error);
/* contact is entered, as it is now; old: as it was before, nullable. The complaint is answered by the earliest, in whichever
 * order they were entered. Refused as by care_complaint_check_words() where it becomes the first answer, or is it and loses
 * its words. Worker thread. */
gboolean care_complaint_answer_by(CareTransaction *transaction, CareId complaint, CareRecord *contact,
                                  CareRecord *old, GError **error);
/* contact was changed (as it was before), is gone or is back: the complaint is answered by the first that is left, and by
 * none where contact was the only one. Nothing happens to a complaint that is deleted. Worker thread. */
gboolean care_complaint_answer_anew(CareTransaction *transaction, CareId complaint, CareRecord *contact,
                                    GError **error);

G_END_DECLS
