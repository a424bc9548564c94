/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "service/first-answer.h"

#include "model/shop-hours.h"
#include "model/tax-preset.h"
#include "store/setting.h"

struct _CareFirstAnswer {
    gint64 allowed;       /* seconds of shop time */
    CareShopHours *hours; /* never NULL */
};

/* The shop's own holidays, or those of its country; NULL where neither is known. */
static CareHolidays *
read_holidays(CareConnection *connection)
{
    g_autofree char *own = care_setting_read(connection, CARE_SETTING_HOLIDAYS);
    g_autofree char *region = care_setting_read(connection, CARE_SETTING_REGION);
    g_autoptr(CareTaxPreset) preset = own == NULL ? care_tax_preset_load(region, NULL) : NULL;

    return care_holidays_parse(own != NULL ? own : preset != NULL ? preset->holidays : NULL, NULL);
}

/* Hours that cannot be read count round the clock, so that no customer waits for ever. */
static CareShopHours *
read_hours(CareConnection *connection, GTimeZone *zone)
{
    g_autofree char *text = care_setting_read(connection, CARE_SETTING_OPENING_HOURS);
    CareShopHours *hours = care_shop_hours_parse(text, read_holidays(connection), zone, NULL);

    return hours != NULL ? hours : care_shop_hours_parse("Mo-Su 00:00-24:00", NULL, zone, NULL);
}

CareFirstAnswer *
care_first_answer_new(CareConnection *connection, CareClock *clock)
{
    CareFirstAnswer *self = g_new0(CareFirstAnswer, 1);
    g_autofree char *allowed = care_setting_read(connection, CARE_SETTING_ANSWER_HOURS);

    self->allowed = g_ascii_strtoll(allowed, NULL, 10) * 3600;
    self->hours = read_hours(connection, care_clock_zone(clock));
    return self;
}

void
care_first_answer_free(CareFirstAnswer *self)
{
    if (self == NULL)
        return;
    care_shop_hours_free(self->hours);
    g_free(self);
}

CareInstant
care_first_answer_deadline(CareFirstAnswer *self, CareInstant received)
{
    CareInstant deadline = received + self->allowed; /* of a shop that never opens */

    care_shop_hours_add_seconds(self->hours, received, self->allowed, &deadline);
    return deadline;
}

gint64
care_first_answer_elapsed(CareFirstAnswer *self, CareInstant received, CareInstant answered)
{
    return care_shop_hours_between(self->hours, received, answered);
}
