/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/import/archive-settings.h"

#include <string.h>

#include "service/shop-setting.h"
#include "store/file-store.h"
#include "store/named-query.h"
#include "store/setting.h"

/* Of a picture the hash under which it is kept. */
static gboolean
can_come(const char *key, const char *value)
{
    return value != NULL && !care_setting_is_of_database(key)
           && (strcmp(key, CARE_SETTING_SHOP_LOGO) != 0 || care_file_store_is_hash(value));
}

gboolean
care_archive_wants_setting(CareTransaction *transaction, const char *key, const char *value)
{
    return can_come(key, value)
           && care_query_number(care_transaction_connection(transaction), "exchange/has-setting", "s", key)
                  == 0;
}

gboolean
care_archive_check_setting(const char *key, const char *value, int began, char **tidy, GError **error)
{
    *tidy = NULL;
    if (began >= CARE_SCHEMA_THAT_ASKED && g_strv_contains(care_shop_setting_keys(), key)
        && !care_shop_setting_check(key, value, tidy, error))
        return FALSE;
    if (*tidy == NULL)
        *tidy = g_strdup(value);
    return TRUE;
}
