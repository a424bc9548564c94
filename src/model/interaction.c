/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "model/interaction.h"

#include <glib/gi18n-lib.h>

static void
prepare(CareRecord *record, CareRecord *old, const CareShopFacts *shop)
{
    if (!care_record_is_set(record, CARE_INTERACTION_DIRECTION))
        care_record_set_text(record, CARE_INTERACTION_DIRECTION, "note");
    if (!care_record_is_set(record, CARE_INTERACTION_CHANNEL))
        care_record_set_text(record, CARE_INTERACTION_CHANNEL, "note");
}

CARE_DEFINE_RECORD(CareInteraction, care_interaction, CARE_INTERACTION_FIELDS, "interaction", N_("Contact"),
                   .flags = CARE_KIND_COUNTED, .story = CARE_STORY_MESSAGES, .icon = "care-speech-symbolic",
                   .table = N_("Messages and calls"), .order = "at DESC, id DESC", .prepare = prepare)
