/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/jobs/job-lane.h"

#include <glib/gi18n-lib.h>

#include "model/followup.h"
#include "model/channel.h"
#include "model/job.h"
#include "model/plan-lane.h"
#include "model/situation.h"
#include "ui/kit/format.h"

/* Texts of the steps, which the lane copies when it gets them. */
typedef struct {
    GArray *steps; /* CareLaneStep */
    GPtrArray *texts;
} Lane;

static void
lane_init(Lane *lane)
{
    lane->steps = g_array_new(FALSE, TRUE, sizeof(CareLaneStep));
    lane->texts = g_ptr_array_new_with_free_func(g_free);
}

static const char *
keep(Lane *lane, char *text)
{
    g_ptr_array_add(lane->texts, text);
    return text;
}

static void
finish(Lane *lane, CarePlanLane *widget)
{
    care_plan_lane_set_steps(widget, (const CareLaneStep *)(const void *)lane->steps->data, lane->steps->len);
    g_array_unref(lane->steps);
    g_ptr_array_unref(lane->texts);
}

static const char *
channel_words(const char *channel)
{
    static const char *const words[] = {
        [CARE_CHANNEL_PHONE] = N_("call"),
        [CARE_CHANNEL_SMS] = N_("text message"),
        [CARE_CHANNEL_EMAIL] = N_("e-mail"),
        [CARE_CHANNEL_LETTER] = N_("letter"),
        [CARE_CHANNEL_COUNTER] = N_("at the counter"),
    };
    int i = care_choice_find(&care_channel_set, channel);

    return i >= 0 ? _(words[i]) : "";
}

static void
add_handover(Lane *lane, CareRecord *job, CareDate date, gboolean done, CareDate today)
{
    const char *time = care_record_text(job, CARE_JOB_PROMISED_TIME);
    CareLaneStep step = { .icon_name = "care-wrench-symbolic",
                          .tone = done ? CARE_TONE_ACCENT : CARE_TONE_OWED,
                          .after = C_("plan", "start"),
                          .title = _("Hand-over") };

    step.date = keep(lane, care_format_date_day(date, today));
    step.detail = done   ? C_("hand-over", "done")
                  : time ? keep(lane, g_strdup_printf(_("promised %s"), time))
                         : "";
    g_array_append_val(lane->steps, step);
}

/* How far from the hand-over it is, in months when it is counted from the warranty's end. */
static char *
after_text(const CarePlanPoint *point, CareDate handover)
{
    int months = (point->date.year - handover.year) * 12 + point->date.month - handover.month;

    if (!point->from_warranty_end)
        return care_format_after((int)point->days, (int)point->months);
    return care_format_after(care_date_days_between(handover, point->date), months);
}

static const char *
detail_text(Lane *lane, const CarePlanPoint *point)
{
    int days = (int)-point->days;

    if (!point->from_warranty_end || days <= 0)
        return channel_words(point->channel);
    return keep(lane,
                g_strdup_printf(ngettext("%d day before it ends", "%d days before it ends", days), days));
}

void
care_job_lane_show_plan(CarePlanLane *widget, CareRecord *plan, CareRecord *job, CareDate handover,
                        CareDate warranty_end, const CareShopHours *hours, CareDate today)
{
    g_autoptr(GPtrArray) points = plan ? care_plan_lane(plan, handover, warranty_end, hours) : NULL;
    Lane lane;

    lane_init(&lane);
    add_handover(&lane, job, handover, FALSE, today);
    for (guint i = 0; points && i < points->len; i++) {
        const CarePlanPoint *point = points->pdata[i];
        CareLaneStep step = { .icon_name = care_situation_icon(point->kind),
                              .tone = point->from_warranty_end ? CARE_TONE_SUCCESS : CARE_TONE_NEUTRAL };

        step.after = keep(&lane, after_text(point, handover));
        step.date = keep(&lane, care_format_date_day(point->date, today));
        step.title = keep(&lane, g_strdup(point->title));
        step.detail = detail_text(&lane, point);
        g_array_append_val(lane.steps, step);
    }
    finish(&lane, widget);
}

/* The day on which somebody is to see to it: that of the plan, or the one that it was put off to. */
static CareDate
day_of(CareRecord *followup, GPtrArray *lines)
{
    for (guint i = 0; i < lines->len; i++) {
        const CareDueItem *line = lines->pdata[i];

        if (line->rule == CARE_DUE_FOLLOWUP && line->record == care_record_id(followup))
            return line->on;
    }
    return care_record_date(followup, CARE_FOLLOWUP_DUE);
}

static void
describe_state(Lane *lane, CareLaneStep *step, CareRecord *followup, CareDate due, CareDate today)
{
    const char *state = care_record_text(followup, CARE_FOLLOWUP_STATE);

    step->detail = channel_words(care_record_text(followup, CARE_FOLLOWUP_CHANNEL));
    if (care_followup_state_is(state, CARE_FOLLOWUP_KEPT)) {
        step->tone = CARE_TONE_SUCCESS;
        step->after = C_("follow-up", "done");
    } else if (care_followup_state_is(state, CARE_FOLLOWUP_LET_GO)) {
        step->after = C_("follow-up", "let go");
    } else if (care_date_compare(due, today) <= 0) {
        step->tone = CARE_TONE_WARNING;
        step->after
            = care_date_compare(due, today) == 0 ? C_("follow-up", "due today") : C_("follow-up", "due");
    } else {
        step->after = keep(lane, care_format_in(due, today));
    }
}

void
care_job_lane_show_followups(CarePlanLane *widget, CareRecord *job, GPtrArray *followups, GPtrArray *lines,
                             CareClock *clock)
{
    CareDate today = care_clock_today(clock);
    Lane lane;

    lane_init(&lane);
    add_handover(&lane, job,
                 care_date_of_instant(care_record_int(job, CARE_JOB_COLLECTED), care_clock_zone(clock)), TRUE,
                 today);
    for (guint i = 0; i < followups->len; i++) {
        CareRecord *followup = followups->pdata[i];
        CareDate day = day_of(followup, lines);
        CareLaneStep step
            = { .icon_name = care_situation_icon(care_record_text(followup, CARE_FOLLOWUP_KIND)) };

        describe_state(&lane, &step, followup, day, today);
        step.date = keep(&lane, care_format_date_day(day, today));
        step.title = keep(&lane, g_strdup(care_record_text(followup, CARE_FOLLOWUP_TITLE)));
        g_array_append_val(lane.steps, step);
    }
    finish(&lane, widget);
}
