/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/phone-digits.h"

#include "model/customer.h"
#include "store/phone-walk.h"
#include "store/store-repeat.h"

static gboolean
write_place(CareTransaction *transaction, CareId after, GError **error)
{
    g_autofree char *text = after >= 0 ? care_id_to_string(after) : NULL;

    return care_transaction_set_setting(transaction, CARE_SETTING_DIGITS_REBUILD, text, error);
}

/* Where to go on; -1 if the digits fit the region. */
static gboolean
find_work(CareTransaction *transaction, CareId *after, GError **error)
{
    const char *region = care_transaction_shop(transaction)->region;
    g_autofree char *of_region = care_transaction_setting(transaction, CARE_SETTING_DIGITS_REGION);
    g_autofree char *place = care_transaction_setting(transaction, CARE_SETTING_DIGITS_REBUILD);

    *after = 0;
    if (g_strcmp0(of_region, region) != 0)
        return care_transaction_set_setting(transaction, CARE_SETTING_DIGITS_REGION, region, error);
    *after = place != NULL ? g_ascii_strtoll(place, NULL, 10) : -1;
    return TRUE;
}

/* A CareStepFunc. */
static gboolean
follow_step(CareTransaction *transaction, gpointer data, gboolean *done, GError **error)
{
    CareConnection *connection = care_transaction_connection(transaction);
    const char *region = care_transaction_shop(transaction)->region;
    gint64 start = g_get_monotonic_time();
    CareId after;

    care_transaction_hush(transaction);
    if (!find_work(transaction, &after, error))
        return FALSE;
    *done = after < 0;
    if (*done)
        return TRUE;
    while (after >= 0 && g_get_monotonic_time() - start < CARE_TRANSACTION_CHUNK_USEC)
        if (!care_phone_walk(connection, region, &after, error))
            return FALSE;
    *done = after < 0;
    if (*done)
        care_transaction_tell(transaction, &care_customer_kind);
    return write_place(transaction, after, error);
}

void
care_phone_digits_follow_async(CareStore *store, GAsyncReadyCallback callback, gpointer user_data)
{
    care_store_repeat_async(store, follow_step, NULL, NULL, callback, user_data);
}

gboolean
care_phone_digits_follow_finish(CareStore *store, GAsyncResult *result, GError **error)
{
    return care_store_repeat_finish(store, result, error);
}
