/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "service/feedback/answer-clock.h"

#include "store/hours.h"
#include "store/setting.h"

#define SECONDS_PER_HOUR 3600

struct _CareAnswerClock {
    CareShopHours *hours;
    gint64 allowed; /* seconds of shop time */
};

/* Hours that cannot be read count round the clock, so that no customer waits for ever. */
static CareShopHours *
read_hours(CareConnection *connection, GTimeZone *zone)
{
    CareShopHours *hours = care_shop_hours_read(connection, zone);

    return hours != NULL ? hours : care_shop_hours_parse("Mo-Su 00:00-24:00", NULL, zone, NULL);
}

CareAnswerClock *
care_answer_clock_new(CareConnection *connection, CareClock *clock)
{
    CareAnswerClock *self = g_new0(CareAnswerClock, 1);
    g_autofree char *hours = care_setting_read(connection, CARE_SETTING_ANSWER_HOURS);

    self->allowed = g_ascii_strtoll(hours, NULL, 10) * SECONDS_PER_HOUR;
    self->hours = read_hours(connection, care_clock_zone(clock));
    return self;
}

void
care_answer_clock_free(CareAnswerClock *self)
{
    care_shop_hours_free(self->hours);
    g_free(self);
}

CareInstant
care_answer_clock_deadline(CareAnswerClock *self, CareInstant received)
{
    CareInstant deadline;

    /* A shop that is never open answers by the clock on the wall. */
    if (care_shop_hours_add_seconds(self->hours, received, self->allowed, &deadline))
        return deadline;
    return received <= G_MAXINT64 - self->allowed ? received + self->allowed : received;
}

gint64
care_answer_clock_elapsed(CareAnswerClock *self, CareInstant received, CareInstant answered)
{
    return care_shop_hours_between(self->hours, received, answered);
}

const CareShopHours *
care_answer_clock_hours(CareAnswerClock *self)
{
    return self->hours;
}
