/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "service/first-answer.h"

#include "store/setting.h"

struct _CareFirstAnswer {
    gint64 allowed; /* seconds of shop time */
};

CareFirstAnswer *
care_first_answer_new(CareConnection *connection, CareClock *clock)
{
    CareFirstAnswer *self = g_new0(CareFirstAnswer, 1);
    g_autofree char *hours = care_setting_read(connection, CARE_SETTING_ANSWER_HOURS);

    self->allowed = g_ascii_strtoll(hours, NULL, 10) * 3600;
    return self;
}

void
care_first_answer_free(CareFirstAnswer *self)
{
    g_free(self);
}

CareInstant
care_first_answer_deadline(CareFirstAnswer *self, CareInstant received)
{
    return received + self->allowed;
}

gint64
care_first_answer_elapsed(CareFirstAnswer *self, CareInstant received, CareInstant answered)
{
    return answered - received;
}
