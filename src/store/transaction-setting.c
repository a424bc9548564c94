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
