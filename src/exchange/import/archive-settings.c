/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/import/archive-settings.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "core/errors.h"
#include "core/listed.h"
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

/* NULL: there is nothing to say. */
static char *
note_setting(CareConnection *connection, const char *key)
{
    g_autofree char *value = care_setting_read(connection, key);
    g_autofree char *odd
        = g_strv_contains(care_shop_setting_keys(), key) ? care_shop_setting_say_odd(key, value) : NULL;

    return odd != NULL ? g_strconcat(odd, ".", NULL) : NULL;
}

char *
care_archive_tell_settings(CareConnection *connection, GPtrArray *keys)
{
    g_autoptr(GString) list = g_string_new(NULL);
    g_autofree char *notes = NULL, *sentence = NULL;

    for (guint i = 0; i < keys->len; i++) {
        g_autofree char *note = note_setting(connection, keys->pdata[i]);

        care_listed_add(list, keys->pdata[i]);
        care_sentences_add(&notes, note);
    }
    /* Translators: %s are settings that came with a file, as “shop-email, shop-name” */
    sentence = g_strdup_printf(_("Taken over: %s."), list->str);
    return care_sentences_join(sentence, notes);
}
