/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
/* backup, restore */
#include <stdio.h>
#include <string.h>

#include <glib/gi18n-lib.h>

#include "cli/commands.h"
#include "cli/read-file.h"
#include "exchange/backup/backup.h"
#include "service/invoices/invoice-number.h"

static JsonNode *
answer(const CareBackupInfo *info)
{
    JsonNode *node = json_node_new(JSON_NODE_OBJECT);
    JsonObject *object = json_object_new();

    json_object_set_string_member(object, "taken", info->taken);
    json_object_set_int_member(object, "customers", info->customers);
    json_object_set_int_member(object, "invoices", info->invoices);
    json_object_set_boolean_member(object, "ok", info->ok);
    json_node_take_object(node, object);
    return node;
}

#define PASSWORD_FILE_MOST ((gsize)64 * 1024)

/* From a file, so that it stands in no list of processes; "-" is stdin. Its first line. */
static gboolean
read_password(char **arguments, char **password, GError **error)
{
    g_autofree char *path = NULL;
    g_autofree char *text = NULL;

    if (!care_cli_take_option(arguments, "--password-file", &path, error))
        return FALSE;
    if (path == NULL)
        return TRUE;
    if (!care_cli_read_file(path, PASSWORD_FILE_MOST, &text, NULL, error))
        return FALSE;
    text[strcspn(text, "\r\n")] = '\0';
    *password = g_steal_pointer(&text);
    return TRUE;
}

/* A shop with faults is better than none; it is said all the same. */
static void
say_faults(const CareBackupInfo *info)
{
    const char *fault = care_backup_info_fault(info);

    if (fault != NULL)
        g_printerr("aftercare-cli: %s\n", fault);
}

static gboolean
run_backup(CareCli *cli, char **arguments, JsonNode **result, GError **error)
{
    g_autofree char *password = NULL;
    g_autoptr(CareBackupInfo) info = NULL;

    if (!read_password(arguments, &password, error) || !care_cli_expect(arguments, 1, error))
        return FALSE;
    if (strcmp(arguments[0], "-") == 0) /* it is read again to be checked, and what goes on cannot be */
        return care_misunderstood(
            error, _("A backup is checked once it is written, so it needs a file with a name."));
    info = care_backup_write(care_store_data_dir(cli->store), arguments[0], password,
                             care_clock_now(cli->clock), NULL, error);
    if (info == NULL)
        return FALSE;
    /* The file is whole; where the shop cannot write that down, it asks for one again. */
    care_backup_remember(cli->store, info, NULL);
    say_faults(info);
    *result = answer(info);
    cli->exit_code = info->ok ? 0 : 1;
    return TRUE;
}

/* Without it the restored shop asks, before it issues anything. */
static gboolean
say_last(CareCli *cli, const char *number, GError **error)
{
    g_autoptr(CareStore) store = NULL;
    GError *local = NULL;

    if (number == NULL)
        return TRUE;
    store = care_store_open(cli->data_dir, cli->clock, 0, &local);
    if (store != NULL && care_store_write(store, care_invoice_say_last, (gpointer)number, &local))
        return TRUE;
    care_backup_but_restored(&local);
    g_propagate_error(error, local);
    return FALSE;
}

/* What the owner had put on another disk is not there any more. */
static void
say_links(const char *links)
{
    g_autofree char *sentence = links != NULL ? care_backup_links_sentence(links) : NULL;

    if (sentence != NULL)
        g_printerr("aftercare-cli: %s\n", sentence);
}

static gboolean
run_restore(CareCli *cli, char **arguments, JsonNode **result, GError **error)
{
    g_autofree char *password = NULL;
    g_autofree char *last = NULL;
    g_autofree char *links = care_backup_links(cli->data_dir);
    g_autoptr(CareBackupInfo) info = NULL;

    if (!read_password(arguments, &password, error)
        || !care_cli_take_option(arguments, "--last-number", &last, error)
        || !care_cli_expect(arguments, 1, error))
        return FALSE;
    info = care_backup_restore(arguments[0], cli->data_dir, password, last, cli->clock, error);
    if (info == NULL || !say_last(cli, last, error))
        return FALSE;
    say_faults(info);
    say_links(links);
    *result = answer(info);
    cli->exit_code = info->ok ? 0 : 1;
    return TRUE;
}

const CareCommand care_backup_commands[] = {
    { "backup", "[--password-file F] FILE", N_("Write the whole shop to one file, and check it"), 0,
      run_backup, NULL },
    { "restore", "[--password-file F] [--last-number NUMBER | none] FILE",
      N_("Put a backup into an empty folder"), CARE_COMMAND_NO_STORE, run_restore, NULL },
    { 0 },
};
