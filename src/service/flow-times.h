/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "service/kind-flow.h"

G_BEGIN_DECLS

/* Whether a field says something that it did not say before. old: nullable, the record as it was stored. */
gboolean care_flow_says_anew(CareRecord *record, CareRecord *old, int field);
/* The last day of which somebody may say that something happened on it. old: nullable, the record as it was stored; what a
 * clock that was ahead let in may be said of it again, as by an Undo, after that was put right. */
CareDate care_flow_last_day_seen(CareTransaction *transaction, CareRecord *old);
/* What is written down has happened: CARE_ERROR_INPUT with the sentence (translated) where a field that says when begins
 * to say a day to come. What stands already is not asked again. */
gboolean care_flow_check_happened(CareTransaction *transaction, CareRecord *record, CareRecord *old,
                                  int field, const char *sentence, GError **error);

/* The same of every moment, and every day on which something happened, that somebody may write down, with a sentence that names the field: what a kind has no words of
 * its own for. */
gboolean care_flow_check_all_happened(CareTransaction *transaction, CareRecord *record, CareRecord *old,
                                      GError **error);
/* The last day that a record may speak of as past. An export comes from where the day may have begun already; and what was
 * written down by a clock that went ahead bears the day of that clock. today: the shop's. Any thread. */
CareDate care_flow_last_day(CareRecord *record, CareDate today);
/* Of one that is there already, or comes as it stands: every moment in it lies no later, and no day on which something
 * happened where today's rules are asked (CARE_SCHEMA_TO_COME), and none beyond the year 2100
 * whatever its clock showed; of a job and an issued document, what the program wrote is asked only that, and so is when a step was
 * done, and what no door of an older schema asked. CARE_ERROR_INPUT names the field. Any thread. */
gboolean care_flow_check_times(CareRecord *record, const CareAsked *asked, GError **error);

G_END_DECLS
