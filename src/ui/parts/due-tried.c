/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/parts/due-tried.h"

#include <glib/gi18n-lib.h>

#include "ui/kit/format.h"

char *
care_due_tried(const CareDueItem *item, CareClock *clock)
{
    g_autofree char *when
        = item->tries > 0 ? care_format_instant(item->tried, care_clock_zone(clock), care_clock_today(clock))
                          : NULL;

    if (!when)
        return NULL;
    if (item->tries == 1)
        /* Translators: a time, "16:40" or "yesterday, 16:40" */
        return g_strdup_printf(_("Tried once, %s"), when);
    return g_strdup_printf(ngettext("Tried %d time, last %s", "Tried %d times, last %s", (gulong)item->tries),
                           item->tries, when);
}
