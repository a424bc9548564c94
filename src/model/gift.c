/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "model/gift.h"

#include <glib/gi18n-lib.h>

CARE_DEFINE_CHOICES(care_gift_state, CARE_GIFT_STATES)

static void
prepare(CareRecord *record, CareRecord *old, const CareShopFacts *shop)
{
    if (!care_record_is_set(record, CARE_GIFT_STATE))
        care_record_set_text(record, CARE_GIFT_STATE, care_gift_state_word(CARE_GIFT_IDEA));
    if (care_gift_state_is(care_record_text(record, CARE_GIFT_STATE), CARE_GIFT_GAVE)
        && !care_record_is_set(record, CARE_GIFT_GIVEN))
        care_record_set_date(record, CARE_GIFT_GIVEN, shop->today);
}

CARE_DEFINE_RECORD(CareGift, care_gift, CARE_GIFT_FIELDS, "gift", N_("Gift"), .story = CARE_STORY_GIFTS,
                   .icon = "care-gift-symbolic", .table = N_("Gifts"), .prepare = prepare)
