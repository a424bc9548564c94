/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/actor.h"
#include "store/setting.h"
#include "store/transaction.h"

CareId
care_transaction_actor(CareTransaction *self)
{
    return care_actor_read(care_transaction_connection(self));
}

char *
care_transaction_setting(CareTransaction *self, const char *key)
{
    return care_setting_read(care_transaction_connection(self), key);
}

gboolean
care_transaction_set_setting(CareTransaction *self, const char *key, const char *value, GError **error)
{
    return care_setting_write(care_transaction_connection(self), key, value, error);
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
