/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/backup/backup.h"

#include <glib/gi18n-lib.h>

/* Why ends with what can be done about it. */
char *
care_backup_taken_back(const CareSwapNote *note, const char *day)
{
    if (day == NULL)
        /* Translators: %s is a sentence or two of why, and what to do */
        return g_strdup_printf(
            _("A backup was to be restored and could not be, so your shop is as it was before. %s"),
            note->why);
    return g_strdup_printf(
        /* Translators: a day, and a sentence or two of why, and what to do */
        _("The backup of %s was to be restored and could not be, so your shop is as it was before. %s"), day,
        note->why);
}
