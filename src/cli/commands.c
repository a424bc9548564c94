/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
/* The table of all commands. A new one: a row in its group's file, or a file of its own and a line in each of the two
 * places here and in commands.h. */
#include "cli/commands.h"

/* clang-format off */
static const CareCommand *const groups[] = {
    care_list_commands,
    care_change_commands,
    care_fields_commands,
    care_search_commands,
    care_day_commands,
    care_backup_commands,
    care_import_commands,
    care_export_commands,
    care_generate_commands,
    care_invoice_commands,
    care_payment_commands,
    care_metrics_commands,
    care_rebuild_commands,
    care_paper_commands,
    care_setting_commands,
};
/* clang-format on */

static const CareCommand *
first_from(gsize group)
{
    for (; group < G_N_ELEMENTS(groups); group++)
        if (groups[group]->name != NULL)
            return groups[group];
    return NULL;
}

/** care_cli_next_command: the command after previous, the first for NULL, NULL after the last. */
const CareCommand *
care_cli_next_command(const CareCommand *previous)
{
    if (previous == NULL)
        return first_from(0);
    if (previous[1].name != NULL)
        return previous + 1;
    for (gsize i = 0; i < G_N_ELEMENTS(groups); i++)
        for (const CareCommand *command = groups[i]; command->name != NULL; command++)
            if (command == previous)
                return first_from(i + 1);
    return NULL;
}
