/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "service/occasions/gift-flow.h"

#include <glib/gi18n-lib.h>

#include "core/errors.h"
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

static gboolean
check_alone(CareRecord *gift, const CareAsked *asked, GError **error)
{
    if (asked->schema < CARE_SCHEMA_THAT_ASKED_MORE
        || is_given(gift) == care_record_is_set(gift, CARE_GIFT_AT))
        return TRUE;
    g_set_error_literal(error, CARE_ERROR, CARE_ERROR_REFUSED,
                        is_given(gift) ? _("It was given, and does not say when.")
                                       : _("It says when it was given, and that it was not."));
    return FALSE;
}

const CareKindFlow care_gift_flow
    = { .kind = &care_gift_kind, .prepare = prepare, .check_alone = check_alone };
