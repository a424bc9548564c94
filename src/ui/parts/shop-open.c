/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/parts/shop-open.h"

#include <glib/gi18n-lib.h>

#include "store/hours.h"
#include "ui/kit/format.h"

static char *
open_today(const CareShopHours *hours, CareClock *clock)
{
    CareDate today = care_clock_today(clock);
    g_autofree char *left = care_shop_hours_left_in_words(hours, today, care_clock_now(clock));

    if (left)
        /* Translators: times: the shop is open "today until 18:00", "today 13:30–18:00" */
        return g_strdup_printf(_("today %s"), left);
    return g_strdup(care_shop_hours_is_open_day(hours, today) ? _("closed by now") : _("closed today"));
}

/* NULL for a shop that never opens. */
static char *
open_next(const CareShopHours *hours, CareClock *clock)
{
    CareDate today = care_clock_today(clock);
    CareDate day = care_shop_hours_open_day_from(hours, care_date_add_days(today, 1), 1);
    g_autofree char *times = care_shop_hours_left_in_words(hours, day, care_clock_now(clock));
    g_autofree char *name = care_format_relative_day(day, today);

    /* Translators: a day and times: "tomorrow 9:00–13:00", "Monday 9:00–18:00" */
    return times ? g_strdup_printf(C_("opening hours", "%s %s"), name, times) : NULL;
}

char *
care_shop_open(CareConnection *connection, CareClock *clock)
{
    g_autoptr(CareShopHours) hours = care_shop_hours_read(connection, care_clock_zone(clock));
    g_autofree char *next = hours ? open_next(hours, clock) : NULL;
    g_autofree char *now = next ? open_today(hours, clock) : NULL;
    g_autofree char *first = now ? care_format_capital(now) : NULL;
    g_autofree char *second = next ? care_format_capital(next) : NULL;

    return next ? g_strconcat(first, "\n", second, NULL) : NULL;
}
