/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/date.h"
#include "model/holidays.h"

G_BEGIN_DECLS

/*
 * CareShopHours: when the shop is open in a week, in its own time zone, less its holidays. Written as in OpenStreetMap's
 * opening_hours: "Mo-Fr 09:00-12:30,13:30-18:00; Sa 09:00-13:00"; days not named are closed, a day named again is
 * given anew, "off" closes it. Never changes after construction, so any thread may ask it.
 */
typedef struct _CareShopHours CareShopHours;

CareShopHours *care_shop_hours_parse(const char *text, CareHolidays *holidays, GTimeZone *zone,
                                     GError **error);
void care_shop_hours_free(CareShopHours *self);
char *care_shop_hours_in_words(const CareShopHours *self);
gboolean care_shop_hours_is_open_day(const CareShopHours *self, CareDate date);
char *care_shop_hours_left_in_words(const CareShopHours *self, CareDate date, CareInstant now);
CareDate care_shop_hours_open_day_from(const CareShopHours *self, CareDate date, int direction);
gint64 care_shop_hours_between(const CareShopHours *self, CareInstant from, CareInstant to);
gboolean care_shop_hours_add_seconds(const CareShopHours *self, CareInstant from, gint64 seconds,
                                     CareInstant *out);

G_DEFINE_AUTOPTR_CLEANUP_FUNC(CareShopHours, care_shop_hours_free)

G_END_DECLS
