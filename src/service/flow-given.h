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
/* What lets go of others (CARE_FIELD_LETS_GO) names none of those that are deleted or not there: for what happened, and is to be
 * written down although it was about them. */
gboolean care_flow_let_gone_go(CareTransaction *transaction, CareRecord *record, GError **error);
/* The sentence about one that is not there, not even deleted. */
void care_flow_set_error_nowhere(const CareField *field, GError **error);

G_END_DECLS
