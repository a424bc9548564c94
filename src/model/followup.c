/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "model/followup.h"

#include <glib/gi18n-lib.h>

static void
prepare(CareRecord *record, CareRecord *old, const CareShopFacts *shop)
{
    if (!care_record_is_set(record, CARE_FOLLOWUP_STATE))
        care_record_set_text(record, CARE_FOLLOWUP_STATE, "open");
    if (!care_record_is_set(record, CARE_FOLLOWUP_KIND))
        care_record_set_text(record, CARE_FOLLOWUP_KIND, "other");
}

CARE_DEFINE_RECORD(CareFollowup, care_followup, CARE_FOLLOWUP_FIELDS, "followup", N_("Follow-Up"),
                   .icon = "care-clock-symbolic", .table = N_("Follow-ups"), .order = "due, id",
                   .prepare = prepare)
