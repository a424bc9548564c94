/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
/* setting get, set, list: what an owner changes in Preferences. */
#include <glib/gi18n-lib.h>

#include "cli/commands.h"
#include "cli/json-members.h"
#include "service/shop-setting.h"
#include "store/setting.h"

static JsonObject *
setting_object(CareCli *cli, const char *key)
{
    g_autofree char *value = care_store_setting(cli->store, key);
    JsonObject *object = json_object_new();

    care_cli_set_text(object, "key", key);
    care_cli_set_text(object, "value", value);
    return object;
}

static void
answer(CareCli *cli, const char *key, JsonNode **result)
{
    *result = json_node_alloc();
    json_node_init(*result, JSON_NODE_OBJECT);
    json_node_take_object(*result, setting_object(cli, key));
}

static gboolean
run_get(CareCli *cli, char **arguments, JsonNode **result, GError **error)
{
    g_autofree char *tidy = NULL;

    if (!care_cli_expect(arguments, 1, error) || !care_shop_setting_check(arguments[0], NULL, &tidy, error))
        return FALSE;
    answer(cli, arguments[0], result);
    return TRUE;
}

typedef struct {
    const char *key;
    const char *value;
    GPtrArray *known; /* what it was when the command began */
} Pair;

static gpointer
write_closure(CareTransaction *transaction, gpointer data, GError **error)
{
    const Pair *pair = data;

    return care_shop_setting_save(transaction, pair->key, pair->value, pair->known, error) ? data : NULL;
}

static gboolean
run_set(CareCli *cli, char **arguments, JsonNode **result, GError **error)
{
    g_autofree char *tidy = NULL;
    g_autoptr(GPtrArray) known = g_ptr_array_new_with_free_func(g_free);
    Pair pair;

    if (!care_cli_expect(arguments, 2, error)
        || !care_shop_setting_check_entry(arguments[0], arguments[1], &tidy, error))
        return FALSE;
    g_ptr_array_add(known, care_store_setting(cli->store, arguments[0]));
    pair = (Pair){ arguments[0], tidy, known };
    if (care_store_run(cli->store, write_closure, &pair, NULL, error) == NULL)
        return FALSE;
    answer(cli, arguments[0], result);
    return TRUE;
}

static gboolean
run_list(CareCli *cli, char **arguments, JsonNode **result, GError **error)
{
    JsonArray *array;

    if (!care_cli_expect(arguments, 0, error))
        return FALSE;
    array = json_array_new();
    for (const char *const *key = care_shop_setting_keys(); *key != NULL; key++)
        json_array_add_object_element(array, setting_object(cli, *key));
    *result = json_node_alloc();
    json_node_init(*result, JSON_NODE_ARRAY);
    json_node_take_array(*result, array);
    return TRUE;
}

const CareCommand care_setting_commands[] = {
    { "setting get", "KEY", N_("Show a setting of the shop"), 0, run_get, NULL },
    { "setting set", "KEY VALUE", N_("Change a setting of the shop; an empty value is the default"), 0,
      run_set, NULL },
    { "setting list", "", N_("Show the settings that Preferences has"), 0, run_list, NULL },
    { 0 },
};
