/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/shop-hours.h"
#include "store/connection.h"

G_BEGIN_DECLS

/* The shop's own holidays, or those of its country. NULL where it has none of its own and its country is not known, or they
 * cannot be read. Any connection of the shop, on its own thread. Transfer full. */
CareHolidays *care_shop_holidays_read(CareConnection *connection);
/* When the shop is open: its own hours, less its own holidays or those of its country. NULL where the hours cannot be
 * read. Any connection of the shop, on its own thread; any thread may ask what is returned. Transfer full. */
CareShopHours *care_shop_hours_read(CareConnection *connection, GTimeZone *zone);
/* The day itself or, if the shop is closed then, the next on which it is open. Likewise. */
CareDate care_shop_open_day(CareConnection *connection, GTimeZone *zone, CareDate day);

G_END_DECLS
