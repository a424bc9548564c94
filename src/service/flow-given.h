/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/transaction.h"

G_BEGIN_DECLS

/* What a record is given to name, by itself or in a row of its lists, as the tables of their fields say it: a colleague, a plan,
 * the text of a plan's step. What it belongs to has a rule of its own (service/flow-owners.h). Worker thread. */

/* For service/flow.c: CARE_ERROR_NOT_FOUND, with a sentence, where a reference that is new, or other than in old (nullable), is
 * to what is deleted or is not there. What was deleted afterwards is named on: a row that nobody changed is not asked, nor is
 * what an Undo brings back, or what the program keeps by itself. */
gboolean care_flow_check_given(CareTransaction *transaction, CareRecord *record, CareRecord *old,
                               GError **error);
/* Who was at the counter when the record was begun, and is deleted or not there by now, becomes who is there now, or nobody.
 * Nobody chose them, so nobody could choose another. field: a reference to one of the staff; base: nullable, what it was begun
 * with, which stays. */
gboolean care_flow_name_who_is_there(CareTransaction *transaction, CareRecord *record, int field,
                                     CareRecord *base, GError **error);
/* The same of every field that the program fills in so (CARE_FIELD_AT_COUNTER). */
gboolean care_flow_name_all_who_are_there(CareTransaction *transaction, CareRecord *record, CareRecord *base,
                                          GError **error);
/* What lets go of others (CARE_FIELD_LETS_GO) names none of those that are deleted or not there, and who was at the counter is
 * who is there: for what happened, and is to be written down although it was about them. */
gboolean care_flow_let_gone_go(CareTransaction *transaction, CareRecord *record, GError **error);
/* The sentence about one that is not there, not even deleted. */
void care_flow_set_error_nowhere(const CareField *field, GError **error);

G_END_DECLS
