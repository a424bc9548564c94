/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/backup/backup.h"

#include <glib/gi18n-lib.h>

#include "core/errors.h"

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

void
care_backup_but_restored(GError **error)
{
    GError *why = *error;

    *error = NULL;
    if (g_error_matches(why, CARE_ERROR, CARE_ERROR_FULL)) /* its own words say that nothing was changed */
        g_set_error_literal(
            error, why->domain, why->code,
            _("The backup is restored, but the disk is full now. Make room, and open the shop."));
    else if (g_error_matches(why, CARE_ERROR, CARE_ERROR_BUSY)) /* and so do these */
        g_set_error_literal(error, why->domain, why->code,
                            _("The backup is restored, but another program is using the shop right now. "
                              "Open the shop when that is done."));
    else
        g_set_error(error, why->domain, why->code,
                    /* Translators: %s is a sentence or two of why, and what to do */
                    _("The backup is restored. What failed came after it: %s"), why->message);
    g_error_free(why);
}
