/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/hours.h"

#include "store/setting.h"

CareHolidays *
care_shop_holidays_read(CareConnection *connection)
{
    g_autofree char *days = care_setting_read(connection, CARE_SETTING_HOLIDAYS);

    return care_holidays_parse(days, NULL);
}

CareShopHours *
care_shop_hours_read(CareConnection *connection, GTimeZone *zone)
{
    g_autofree char *text = care_setting_read(connection, CARE_SETTING_OPENING_HOURS);

    return care_shop_hours_parse(text, care_shop_holidays_read(connection), zone, NULL);
}

CareDate
care_shop_open_day(CareConnection *connection, GTimeZone *zone, CareDate day)
{
    g_autoptr(CareShopHours) hours = care_shop_hours_read(connection, zone);

    return hours != NULL ? care_shop_hours_open_day_from(hours, day, 1) : day;
}
