/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "service/occasions/gift-flow.h"

#include "model/gift.h"

static gboolean
is_given(CareRecord *gift)
{
    return care_gift_state_is(care_record_text(gift, CARE_GIFT_STATE), CARE_GIFT_GAVE);
}

static gboolean
prepare(CareTransaction *transaction, CareRecord *gift, CareRecord *old, GError **error)
{
    gboolean given = is_given(gift);

    if (!given && old != NULL && is_given(old) && care_record_field_equal(gift, old, CARE_GIFT_GIVEN))
        care_record_clear(gift, CARE_GIFT_GIVEN); /* it was not, after all */
    if (!given)
        care_record_clear(gift, CARE_GIFT_AT);
    else if (!care_record_is_set(gift, CARE_GIFT_AT))
        care_record_set_int(gift, CARE_GIFT_AT, care_transaction_now(transaction));
    if (!care_record_is_set(gift, CARE_GIFT_COST))
        care_record_clear(gift, CARE_GIFT_CURRENCY);
    return TRUE;
}

const CareKindFlow care_gift_flow = { .kind = &care_gift_kind, .prepare = prepare };
