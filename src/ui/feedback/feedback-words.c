/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/feedback/feedback-words.h"

#include <glib/gi18n-lib.h>

#include "chart/units.h"
#include "model/channel.h"
#include "model/complaint.h"
#include "model/feedback.h"
#include "model/staff.h"
#include "ui/kit/format.h"

char *
care_answer_pill(CareRecord *feedback)
{
    if (care_record_is_set(feedback, CARE_FEEDBACK_SCORE))
        /* Translators: a score: "9 of 10" */
        return g_strdup_printf(_("%d of 10"), (int)care_record_int(feedback, CARE_FEEDBACK_SCORE));
    if (care_record_is_set(feedback, CARE_FEEDBACK_SATISFACTION))
        return g_strdup_printf(_("%d of 5"), (int)care_record_int(feedback, CARE_FEEDBACK_SATISFACTION));
    return NULL;
}

char *
care_complaint_standing(CareRecord *complaint, CareAnswerClock *answers, CareClock *clock, CareTone *tone)
{
    GTimeZone *zone = care_clock_zone(clock);
    CareDate today = care_clock_today(clock);
    g_autofree char *when = NULL;
    CareInstant deadline;

    if (care_record_is_set(complaint, CARE_COMPLAINT_RESOLVED)) {
        *tone = CARE_TONE_SUCCESS;
        when = care_format_date(
            care_date_of_instant(care_record_int(complaint, CARE_COMPLAINT_RESOLVED), zone), today);
        /* Translators: a complaint that was settled on that day: "Settled 30 Oct" */
        return g_strdup_printf(_("Settled %s"), when);
    }
    if (care_record_is_set(complaint, CARE_COMPLAINT_ACKNOWLEDGED)) {
        *tone = CARE_TONE_NEUTRAL;
        return g_strdup(_("Being settled"));
    }
    deadline = care_answer_clock_deadline(answers, care_record_int(complaint, CARE_COMPLAINT_RECEIVED));
    when = care_format_instant(deadline, zone, today);
    if (care_clock_now(clock) > deadline) {
        *tone = CARE_TONE_WARNING;
        /* Translators: %s is a time: "Answer was due 11:20" */
        return g_strdup_printf(_("Answer was due %s"), when);
    }
    *tone = CARE_TONE_WARNING; /* as on Today: somebody waits */
    /* Translators: %s is a time: "Answer by 13:20" */
    return g_strdup_printf(_("Answer by %s"), when);
}

char *
care_complaint_first_answer(CareRecord *complaint, CareAnswerClock *answers)
{
    const char *how = care_channel_by(care_record_text(complaint, CARE_COMPLAINT_ACKNOWLEDGED_HOW));
    g_autofree char *after = NULL;

    if (!care_record_is_set(complaint, CARE_COMPLAINT_ACKNOWLEDGED))
        return NULL;
    after = care_unit_format(
        CARE_UNIT_DURATION, NULL,
        (double)care_answer_clock_elapsed(answers, care_record_int(complaint, CARE_COMPLAINT_RECEIVED),
                                          care_record_int(complaint, CARE_COMPLAINT_ACKNOWLEDGED)));
    if (!how)
        /* Translators: %s is a duration in opening hours: "After 25 min" */
        return g_strdup_printf(_("After %s"), after);
    /* Translators: a duration in opening hours, then a way: "After 25 min, by phone" */
    return g_strdup_printf(_("After %s, %s"), after, how);
}

char *
care_complaint_received(CareRecord *complaint, CareStore *store)
{
    CareClock *clock = care_store_clock(store);
    CareId staff_id = care_record_int(complaint, CARE_COMPLAINT_RECEIVED_BY);
    g_autoptr(CareRecord) staff = staff_id ? care_store_get(store, &care_staff_kind, staff_id, NULL) : NULL;
    const char *how = care_channel_by(care_record_text(complaint, CARE_COMPLAINT_CHANNEL));
    g_autofree char *when = care_format_instant(care_record_int(complaint, CARE_COMPLAINT_RECEIVED),
                                                care_clock_zone(clock), care_clock_today(clock));
    GString *text = g_string_new(when);

    if (how)
        g_string_append_printf(text, " · %s", how);
    if (staff) {
        g_string_append(text, " · ");
        g_string_append_printf(text, _("taken by %s"), care_record_text(staff, CARE_STAFF_NAME));
    }
    return g_string_free_and_steal(text);
}
