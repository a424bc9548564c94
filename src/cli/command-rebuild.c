/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
/* rebuild */
#include <glib/gi18n-lib.h>

#include "cli/commands.h"
#include "core/errors.h"
#include "service/flow-derive.h"
#include "service/invoices/chain-head.h"
#include "service/jobs/job-counters.h"
#include "store/rebuild.h"

/* Other windows read everything again. */
static gboolean
rebuild_closure(CareTransaction *transaction, gpointer data, GError **error)
{
    gboolean *made_head = data;

    care_transaction_hush(transaction);
    for (const CareKind *const *kind = care_kinds(); *kind != NULL; kind++)
        care_transaction_tell(transaction, *kind);
    return care_rebuild(care_transaction_connection(transaction), CARE_REBUILD_ALL, error)
           && care_flow_derive_all(transaction, error) && care_job_counters_rebuild(transaction, error)
           && care_chain_head_rebuild(care_transaction_connection(transaction),
                                      care_transaction_data_dir(transaction), made_head, error);
}

/* One of an older schema may wait for what rebuild takes out. */
static gboolean
open_shop(CareCli *cli, GError **error)
{
    g_autofree char *database = g_build_filename(cli->data_dir, "aftercare.db", NULL);
    g_autoptr(GError) local = NULL;

    if (care_cli_open_shop(cli, &local))
        return TRUE;
    if (cli->store == NULL && g_error_matches(local, CARE_ERROR, CARE_ERROR_REFUSED)
        && g_file_test(database, G_FILE_TEST_IS_REGULAR))
        return care_rebuild_older(cli->data_dir, error) && care_cli_open_shop(cli, error);
    g_propagate_error(error, g_steal_pointer(&local));
    return FALSE;
}

static gboolean
run_rebuild(CareCli *cli, char **arguments, JsonNode **result, GError **error)
{
    static const char *const parts[] = { "rules", "sort-keys", "phones", "search", "billing", "counters" };
    JsonObject *object;
    JsonArray *rebuilt;
    gboolean made_head = FALSE;

    if (!care_cli_expect(arguments, 0, error) || !open_shop(cli, error)
        || !care_store_write(cli->store, rebuild_closure, &made_head, error))
        return FALSE;
    rebuilt = json_array_new();
    for (gsize i = 0; i < G_N_ELEMENTS(parts); i++)
        json_array_add_string_element(rebuilt, parts[i]);
    if (made_head)
        json_array_add_string_element(rebuilt, "head");
    object = json_object_new();
    json_object_set_array_member(object, "rebuilt", rebuilt);
    *result = json_node_new(JSON_NODE_OBJECT);
    json_node_take_object(*result, object);
    return TRUE;
}

const CareCommand care_rebuild_commands[] = {
    { "rebuild", "", N_("Make anew what follows from the rest, if verify finds fault with it"),
      CARE_COMMAND_NO_STORE, run_rebuild, NULL },
    { 0 },
};
