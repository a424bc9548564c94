/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/transaction.h"

G_BEGIN_DECLS

/* Whether a field says something that it did not say before. old: nullable, the record as it was stored. */
gboolean care_flow_says_anew(CareRecord *record, CareRecord *old, int field);
/* Whether an instant is on a day of the shop that is still to come. */
gboolean care_flow_is_to_come(CareTransaction *transaction, CareInstant at);
/* What is written down has happened: CARE_ERROR_INPUT with the sentence (translated) where a field that says when begins
 * to say a day to come. What stands already is not asked again. */
gboolean care_flow_check_happened(CareTransaction *transaction, CareRecord *record, CareRecord *old,
                                  int field, const char *sentence, GError **error);

G_END_DECLS
