/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
/* aftercare-cli: the shop without the window, for scripts, cron and tests. What it prints is a promise. */
#include <errno.h>
#include <locale.h>
#include <poll.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include <glib/gi18n-lib.h>

#include "cli/cli.h"
#include "cli/output.h"
#include "core/disk.h"
#include "core/errors.h"
#include "core/process.h"
#include "exchange/backup/backup.h"
#include "exchange/import/import-revert.h"
#include "exchange/purge/purge.h"
#include "service/invoices/chain-head.h"
#include "service/invoices/left-papers.h"
#include "store/draft-left.h"

enum { EXIT_REFUSED = 1, EXIT_USAGE = 2 };

static void
print_help(void)
{
    g_print("%s\n\n", _("aftercare-cli [--data-dir DIR] [--today DATE] [--json] COMMAND …"));
    for (const CareCommand *command = care_cli_next_command(NULL); command != NULL;
         command = care_cli_next_command(command))
        g_print("  %s %s\n      %s\n", command->name, command->arguments, _(command->summary));
    g_print("\nKIND ");
    for (const CareKind *const *kind = care_kinds(); *kind != NULL; kind++)
        g_print(" %s", (*kind)->name);
    g_print("\n");
}

/* The number of arguments that a command's name takes up; 0 if they do not name it. */
static guint
match(const CareCommand *command, char **arguments)
{
    g_auto(GStrv) words = g_strsplit(command->name, " ", -1);
    guint n = g_strv_length(words);

    for (guint i = 0; i < n; i++)
        if (arguments[i] == NULL || strcmp(arguments[i], words[i]) != 0)
            return 0;
    return n;
}

static const CareCommand *
find_command(char **arguments, guint *used)
{
    const CareCommand *best = NULL;

    *used = 0;
    for (const CareCommand *command = care_cli_next_command(NULL); command != NULL;
         command = care_cli_next_command(command)) {
        guint n = match(command, arguments);

        if (n > *used) {
            best = command;
            *used = n;
        }
    }
    return best;
}

/* Not g_print(): that writes in the locale's character set, and JSON is UTF-8 in every locale. */
static void
print_json(JsonNode *node)
{
    g_autofree char *line = json_to_string(node, FALSE);
    g_autofree char *valid = g_utf8_make_valid(line, -1);

    fputs(valid, stdout);
    fputc('\n', stdout);
}

/* What a command has written is printed when it is all there: half an answer and an error are no JSON value. */
static void
print_written(CareCli *cli, gboolean done)
{
    g_autofree char *valid = NULL;

    if (cli->out == NULL || cli->out == stdout)
        return;
    fclose(cli->out);
    if (done && cli->written_length > 0) {
        if (g_utf8_validate(cli->written, (gssize)cli->written_length, NULL))
            fwrite(cli->written, 1, cli->written_length, stdout);
        else
            fputs(valid = g_utf8_make_valid(cli->written, (gssize)cli->written_length), stdout);
    }
    cli->out = NULL;
    g_clear_pointer(&cli->written, free);
}

static int
print_error(CareCli *cli, const GError *error)
{
    const char *nick = error->domain == CARE_ERROR ? care_error_nick(error->code)
                       : care_error_is_full(error) ? "full"
                                                   : "input";

    g_printerr("aftercare-cli: %s\n", error->message);
    if (cli->json) {
        g_autoptr(JsonNode) node = json_node_new(JSON_NODE_OBJECT);
        JsonObject *object = json_object_new();
        JsonObject *inner = json_object_new();

        json_object_set_string_member(inner, "code", nick);
        json_object_set_string_member(inner, "message", error->message);
        json_object_set_object_member(object, "error", inner);
        json_node_take_object(node, object);
        print_json(node);
    }
    if (care_cli_is_usage(error) && !cli->json)
        g_printerr("%s\n", _("“aftercare-cli --help” lists the commands."));
    return care_cli_is_usage(error) ? EXIT_USAGE : EXIT_REFUSED;
}

static void
print_result(CareCli *cli, const CareCommand *command, JsonNode *result)
{
    if (result == NULL)
        return;
    if (cli->json) {
        print_json(result);
    } else if (command->print != NULL) {
        command->print(cli, result);
    } else {
        care_output_print(result);
    }
}

static gboolean
set_today(CareCli *cli, const char *text, GError **error)
{
    CareDate today;

    if (text == NULL)
        return TRUE;
    if (!care_date_parse_full(text, &today) || !care_date_can_be_today(today))
        return care_misunderstood(error, _("--today needs a date like 2026-11-24."));
    g_clear_object(&cli->clock);
    cli->clock = care_clock_new_fixed(today);
    return TRUE;
}

/* The last --data-dir wins: ./dev gives one before the caller's. */
static gboolean
take_globals(CareCli *cli, char **arguments, GError **error)
{
    g_autofree char *today = NULL;

    cli->json = care_cli_take_flag(arguments, "--json");
    while (TRUE) {
        g_autofree char *dir = NULL;

        if (!care_cli_take_option(arguments, "--data-dir", &dir, error))
            return FALSE;
        if (dir == NULL)
            break;
        if (*dir == '\0')
            return care_misunderstood(error, _("%s needs a value."), "--data-dir");
        g_set_str(&cli->data_dir, dir);
    }
    return care_cli_take_option(arguments, "--today", &today, error) && set_today(cli, today, error);
}

/* Once, and a window says it once more: a script may have nobody who reads. */
static void
say_taken_back(CareStore *store)
{
    g_autoptr(CareSwapNote) note = care_swap_note_read(care_store_data_dir(store));
    g_autofree char *day = NULL;
    g_autofree char *sentence = NULL;
    CareInstant taken;

    if (note == NULL || note->told)
        return;
    if (note->taken != NULL && care_instant_parse(note->taken, &taken))
        day = care_date_to_string(care_date_of_instant(taken, care_clock_zone(care_store_clock(store))));
    sentence = care_backup_taken_back(note, day);
    g_printerr("aftercare-cli: %s\n", sentence);
    care_swap_note_set_told(care_store_data_dir(store));
}

/* Whatever was asked is done all the same. */
static void
tidy_up(CareStore *store)
{
    g_autoptr(GError) error = NULL;

    care_backup_sweep_left(store);
    if (!care_chain_head_open(store, &error) || !care_left_papers_sweep(store, &error))
        g_printerr("aftercare-cli: %s\n", error->message);
}

/* What cannot be taken up now is left for the next command. */
static void
take_left_drafts(CareStore *store)
{
    g_autoptr(GError) error = NULL;

    if (!care_drafts_take_left(store, &error))
        g_debug("drafts stay beside the shop: %s", error->message);
}

static void
on_changed(CareStore *store, CareChangeSet *changes, gpointer data)
{
    CareCli *cli = data;

    cli->changed = TRUE;
}

/* Taking back writes: a large import that filled the disk would keep its owner from the list, and from the export to a
 * stick, too. What is asked is answered as it stands, and the next command tries again. */
static gboolean
take_back_import(CareStore *store, GError **error)
{
    g_autoptr(GError) local = NULL;
    gboolean unfinished;

    if (!care_import_find_unfinished(store, &unfinished, error))
        return FALSE;
    if (unfinished)
        g_printerr("aftercare-cli: %s\n",
                   _("An import was ended in the middle; what it brought is taken back first."));
    if (care_import_recover(store, &local))
        return TRUE;
    if (!g_error_matches(local, CARE_ERROR, CARE_ERROR_FULL)
        && !g_error_matches(local, CARE_ERROR, CARE_ERROR_REFUSED)) {
        g_propagate_error(error, g_steal_pointer(&local));
        return FALSE;
    }
    g_printerr("aftercare-cli: %s\n",
               _("That cannot be written now, so a part of it is still in the shop. Make "
                 "room on the disk, or check its permissions."));
    g_printerr("aftercare-cli: %s\n", local->message);
    return TRUE;
}

gboolean
care_cli_open_shop(CareCli *cli, GError **error)
{
    cli->store = care_store_open(cli->data_dir, cli->clock, 0, error);
    if (cli->store == NULL)
        return FALSE;
    say_taken_back(cli->store);
    take_left_drafts(cli->store);
    if (!take_back_import(cli->store, error))
        return FALSE;
    tidy_up(cli->store);
    g_signal_connect(cli->store, "changed", G_CALLBACK(on_changed), cli);
    cli->currency = care_store_setting(cli->store, CARE_SETTING_CURRENCY);
    return TRUE;
}

/* Behind a command, too, by its flag. */
static gboolean
asks_for_help(char **arguments)
{
    return g_strv_contains((const char *const *)arguments, "--help")
           || (arguments[0] != NULL && arguments[1] == NULL && strcmp(arguments[0], "help") == 0);
}

static gboolean
run(CareCli *cli, char **arguments, const CareCommand **command, JsonNode **result, GError **error)
{
    guint used;

    if (!take_globals(cli, arguments, error))
        return FALSE;
    if (asks_for_help(arguments)) {
        print_help();
        return TRUE;
    }
    *command = find_command(arguments, &used);
    if (*command == NULL)
        return arguments[0] == NULL ? care_misunderstood(error, _("There is no command."))
                                    : care_misunderstood(error, _("There is no command “%s”."), arguments[0]);
    if (!((*command)->flags & CARE_COMMAND_NO_STORE) && !care_cli_open_shop(cli, error))
        return FALSE;
    cli->out = cli->json ? open_memstream(&cli->written, &cli->written_length) : stdout;
    return cli->out != NULL && (*command)->run(cli, arguments + used, result, error);
}

/* What is kept for 30 days is not kept longer where no window is ever opened: the first command of a day that changes
 * something looks. A question takes nothing away, nor does a day that is pretended. Somebody else may be writing; then the
 * next one does. */
static void
purge_daily(CareCli *cli)
{
    g_autoptr(GError) error = NULL;

    if (!cli->changed || care_clock_is_pretended(cli->clock) || care_purge_now(cli->store, &error))
        return;
    if (g_error_matches(error, CARE_ERROR, CARE_ERROR_CORRUPT))
        g_printerr("aftercare-cli: %s\n", error->message);
}

/* Who listens to a pipe and leaves has what they wanted. */
static gboolean
is_reader_gone(void)
{
    struct pollfd out = { .fd = STDOUT_FILENO };

    return poll(&out, 1, 0) > 0 && (out.revents & POLLERR) != 0;
}

/* cause: 0 where it was not said to the end. */
static const char *
unwritten_sentence(gboolean done, int cause)
{
    if (cause != 0 && !care_errno_is_full(cause))
        return done ? _("It was done, but the answer cannot be written where it was to be.")
                    : _("The answer cannot be written where it was to be.");
    return done ? _("It was done, but there is no room for the answer where it was to be written.")
                : _("There is no room for the answer where it was to be written.");
}

/* An answer that found no room is none, whatever was done. */
static int
finish_answer(CareCli *cli, int code)
{
    int cause = fflush(stdout) == 0 ? 0 : errno;

    if ((cause == 0 && !ferror(stdout)) || is_reader_gone())
        return code;
    g_printerr("aftercare-cli: %s\n", unwritten_sentence(cli->changed, cause));
    return code == EXIT_SUCCESS ? EXIT_REFUSED : code;
}

static void
care_cli_clear(CareCli *cli)
{
    g_clear_object(&cli->store);
    g_clear_object(&cli->clock);
    g_free(cli->data_dir);
    g_free(cli->currency);
}

int
main(int argc, char **argv)
{
    CareCli cli = { .data_dir = g_build_filename(g_get_user_data_dir(), "aftercare", NULL),
                    .clock = care_clock_new_system() };
    g_auto(GStrv) arguments = g_strdupv(argv + 1);
    const CareCommand *command = NULL;
    g_autoptr(JsonNode) result = NULL;
    g_autoptr(GError) error = NULL;
    int code;

    care_process_begin();
    setlocale(LC_ALL, "");
    bindtextdomain(GETTEXT_PACKAGE, CARE_LOCALEDIR);
    bind_textdomain_codeset(GETTEXT_PACKAGE, "UTF-8");
    textdomain(GETTEXT_PACKAGE); /* for ngettext(), which asks no other */
    if (!run(&cli, arguments, &command, &result, &error)) {
        print_written(&cli, FALSE);
        code = print_error(&cli, error);
    } else {
        print_written(&cli, TRUE);
        print_result(&cli, command, result);
        code = cli.exit_code;
        purge_daily(&cli);
    }
    code = finish_answer(&cli, code);
    care_cli_clear(&cli);
    return code;
}
