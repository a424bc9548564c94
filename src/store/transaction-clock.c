/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
/* What a transaction makes of a clock that is wrong. */
#include <glib/gi18n-lib.h>

#include "core/errors.h"
#include "store/setting.h"
#include "store/transaction-private.h"

gboolean
care_transaction_check_day(CareDate today, GError **error)
{
    g_autofree char *day = NULL;

    if (care_date_can_be_today(today))
        return TRUE;
    day = care_date_to_string(today);
    g_set_error(error, CARE_ERROR, CARE_ERROR_REFUSED,
                /* Translators: %s is a date, "2100-01-02" */
                _("The clock of this computer shows %s, which cannot be. Nothing was changed; set the clock, "
                  "and try again."),
                day);
    return FALSE;
}

CareInstant
care_transaction_deleting(CareTransaction *self)
{
    g_autofree char *text = care_transaction_setting(self, CARE_SETTING_LAST_PURGE);
    CareInstant now = care_transaction_now(self);
    CareDate last;
    int behind;

    if (text == NULL || !care_date_parse_full(text, &last) || !care_date_can_be_today(last))
        return now;
    behind = care_date_days_between(care_transaction_today(self), last);
    return behind > 0 ? now + behind * G_GINT64_CONSTANT(86400) : now;
}

CareInstant
care_transaction_later_than(CareTransaction *self, CareInstant before)
{
    CareInstant now = care_transaction_now(self);

    return now >= before || before >= CARE_INSTANT_NEVER - 1 ? now : before + 1;
}
