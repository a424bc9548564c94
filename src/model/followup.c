/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "model/followup.h"

#include <glib/gi18n-lib.h>

CARE_DEFINE_CHOICES(care_followup_state, CARE_FOLLOWUP_STATES)
CARE_DEFINE_CHOICES(care_followup_source, CARE_FOLLOWUP_SOURCES)

static void
prepare(CareRecord *record, CareRecord *old, const CareShopFacts *shop)
{
    if (!care_record_is_set(record, CARE_FOLLOWUP_STATE))
        care_record_set_text(record, CARE_FOLLOWUP_STATE, care_followup_state_word(CARE_FOLLOWUP_OPEN));
    if (!care_record_is_set(record, CARE_FOLLOWUP_KIND))
        care_record_set_text(record, CARE_FOLLOWUP_KIND, care_situation_word(CARE_SITUATION_OTHER));
}

CARE_DEFINE_RECORD(CareFollowup, care_followup, CARE_FOLLOWUP_FIELDS, "followup", N_("Follow-Up"),
                   .icon = "care-clock-symbolic", .table = N_("Follow-ups"), .order = "due, id",
                   .prepare = prepare)

gboolean
care_followup_is(CareRecord *followup, CareFollowupState state)
{
    return care_followup_state_is(care_record_text(followup, CARE_FOLLOWUP_STATE), state);
}
