/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "model/feedback.h"

#include <glib/gi18n-lib.h>

#include "core/errors.h"

static gboolean
in_range(CareRecord *record, int field, gint64 low, gint64 high)
{
    gint64 value = care_record_int(record, field);

    return !care_record_is_set(record, field) || (value >= low && value <= high);
}

static gboolean
validate(CareRecord *record, GError **error)
{
    if (in_range(record, CARE_FEEDBACK_SCORE, 0, 10) && in_range(record, CARE_FEEDBACK_SATISFACTION, 1, 5))
        return TRUE;
    g_set_error_literal(
        error, CARE_ERROR, CARE_ERROR_INPUT,
        _("A recommendation is a number from 0 to 10, satisfaction one from 1 to 5. Nothing was changed."));
    return FALSE;
}

CARE_DEFINE_RECORD(CareFeedback, care_feedback, CARE_FEEDBACK_FIELDS, "feedback", N_("Feedback"),
                   .flags = CARE_KIND_COUNTED, .story = CARE_STORY_FEEDBACK, .icon = "care-speech-symbolic",
                   .add = N_("Add _Answer…"), .table = N_("Answers"), .order = "at DESC, id DESC",
                   .validate = validate)
