/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "model/event.h"

#include <glib/gi18n-lib.h>

CARE_DEFINE_CHOICES(care_event_name, CARE_EVENT_NAMES)

static char *
title_of(CareRecord *event)
{
    return g_strdup(care_choice_label(&care_event_name_set, care_record_text(event, CARE_EVENT_NAME)));
}

CARE_DEFINE_RECORD(CareEvent, care_event, CARE_EVENT_FIELDS, "event", N_("Event"), .flags = CARE_KIND_TRACE,
                   .story = CARE_STORY_JOBS, .icon = "care-clock-symbolic", .title = title_of)
