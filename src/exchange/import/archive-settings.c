/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/import/archive-settings.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "core/errors.h"
#include "core/sentences.h"
#include "service/shop-setting.h"
#include "store/file-store.h"
#include "store/named-query.h"
#include "store/setting.h"

gboolean
care_archive_wants_setting(CareTransaction *transaction, const char *key, gboolean *wants, GError **error)
{
    gint64 has = 0;

    if (!care_query_int(care_transaction_connection(transaction), "exchange/has-setting", &has, error, "s",
                        key))
        return FALSE;
    *wants = has == 0 && !care_setting_is_of_database(key);
    return TRUE;
}

/* Whether it can be one at all, whatever the shop began with. Of a picture it is the hash under which it is kept. */
static gboolean
can_come(const char *key, const char *value, GError **error)
{
    if (!g_strv_contains(care_shop_setting_keys(), key) && !care_setting_is_known(key))
        return care_refuse(error, CARE_ERROR_INPUT, _("There is no such setting."));
    if (value == NULL)
        return care_refuse(error, CARE_ERROR_INPUT, _("It is no text, as every setting is."));
    return strcmp(key, CARE_SETTING_SHOP_LOGO) != 0 || care_file_store_is_hash(value)
           || care_refuse(error, CARE_ERROR_INPUT, _("It names no picture."));
}

gboolean
care_archive_check_setting(const char *key, const char *value, int began, char **tidy, GError **error)
{
    *tidy = NULL;
    if (!can_come(key, value, error))
        return FALSE;
    if (began >= CARE_SCHEMA_THAT_ASKED && g_strv_contains(care_shop_setting_keys(), key)
        && !care_shop_setting_check(key, value, tidy, error))
        return FALSE;
    if (*tidy == NULL)
        *tidy = g_strdup(value);
    return TRUE;
}

char *
care_archive_note_settings(CareConnection *connection)
{
    char *notes = NULL;

    for (const char *const *key = care_shop_setting_keys(); *key != NULL; key++) {
        g_autofree char *value = care_setting_read(connection, *key);
        g_autofree char *tidy = NULL;
        g_autofree char *wrong = value != NULL ? care_shop_setting_look(*key, value, &tidy) : NULL;
        g_autofree char *note = NULL;

        if (wrong == NULL)
            continue;
        /* Translators: a setting, and what is wrong with it: "begins with the letters of no country" */
        note = g_strdup_printf(_("The setting “%s” would not be taken today: %s."), *key, wrong);
        care_sentences_add(&notes, note);
    }
    return notes;
}
