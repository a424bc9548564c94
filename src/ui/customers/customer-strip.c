/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/customers/customer-strip.h"

#include <glib/gi18n-lib.h>

#include "core/isolate.h"
#include "core/listed.h"
#include "model/channel.h"
#include "model/complaint.h"
#include "model/customer.h"
#include "model/device.h"
#include "model/job.h"
#include "ui/kit/facts.h"
#include "ui/kit/day-in-sentence.h"
#include "ui/kit/format.h"

static char *
since_instant(CareInstant at, CareClock *clock)
{
    GTimeZone *zone = care_clock_zone(clock);
    g_autofree char *day = care_format_since(care_date_of_instant(at, zone), care_clock_today(clock));
    g_autofree char *time = care_format_time(at, zone);

    /* Translators: "since Friday", then a time */
    return g_strdup_printf(_("%s, %s"), day, time);
}

/* What the shop owes, as the strip says it. */
char *
care_promise_sentence(CareCustomerFacts *facts)
{
    switch (facts->promise) {
    case CARE_PROMISE_DUE:
    case CARE_PROMISE_LATER:
        return care_due_sentence(care_due_rule_info(facts->line->rule)->promise, facts->first_name,
                                 facts->line);
    case CARE_PROMISE_RESOLVE:
        return g_strdup(_("Settle the complaint"));
    case CARE_PROMISE_COLLECT:
        return g_strdup(_("Waits to be collected"));
    case CARE_PROMISE_WORK:
        return care_job_headline(facts->promised, NULL);
    case CARE_PROMISE_NONE:
    default:
        return g_strdup(_("Nothing open"));
    }
}

static char *
work_detail(CareRecord *job, CareDate today)
{
    CareDate date = care_record_date(job, CARE_JOB_PROMISED);
    g_autofree char *day = care_date_is_set(date) ? care_format_date_day(date, today) : NULL;

    if (!day)
        return g_strdup(care_choice_label(&care_job_status_set, care_record_text(job, CARE_JOB_STATUS)));
    return g_strdup_printf(care_date_compare(date, today) < 0 ? _("was promised %s") : _("promised %s"), day);
}

static char *
promise_detail(CareCustomerFacts *facts, CareClock *clock)
{
    CareDate today = care_clock_today(clock);

    switch (facts->promise) {
    case CARE_PROMISE_DUE:
        if (facts->line->at != 0)
            return since_instant(facts->line->at, clock);
        return care_date_compare(facts->line->due, today) > 0 ? care_format_date_day(facts->line->due, today)
                                                              : care_format_since(facts->line->due, today);
    case CARE_PROMISE_RESOLVE:
        return since_instant(care_record_int(facts->promised, CARE_COMPLAINT_RECEIVED), clock);
    case CARE_PROMISE_COLLECT:
        if (!care_record_is_set(facts->promised, CARE_JOB_FINISHED))
            return NULL;
        return since_instant(care_record_int(facts->promised, CARE_JOB_FINISHED), clock);
    case CARE_PROMISE_LATER:
        return care_format_date_day(facts->line->on, today);
    case CARE_PROMISE_WORK:
        return work_detail(facts->promised, today);
    case CARE_PROMISE_NONE:
    default:
        return NULL;
    }
}

static char *
join(const char *first, const char *second)
{
    g_autoptr(GString) both = g_string_new(NULL);

    care_listed_add(both, first);
    care_listed_add(both, second);
    return both->len > 0 ? g_strdup(both->str) : NULL;
}

static void
add_device(CareStatStrip *strip, CareCustomerFacts *facts)
{
    CareRecord *device = facts->device;
    const char *serial = device ? care_record_text(device, CARE_DEVICE_SERIAL) : NULL;
    const char *plate = device ? care_record_text(device, CARE_DEVICE_PLATE) : NULL;
    g_autofree char *detail
        = device ? join(care_record_text(device, CARE_DEVICE_METER), plate ? plate : serial) : NULL;

    care_stat_strip_add(strip, _("Device"),
                        device ? care_record_text(device, CARE_DEVICE_NAME) : C_("device", "None yet"),
                        detail, CARE_TONE_NEUTRAL, 2);
}

/* When they were last here for their last job: to bring it or to take it home. 0: never. */
static CareInstant
last_visit(CareRecord *job)
{
    if (!job)
        return 0;
    return MAX(care_record_int(job, CARE_JOB_RECEIVED), care_record_int(job, CARE_JOB_COLLECTED));
}

static void
add_last_visit(CareStatStrip *strip, CareCustomerFacts *facts, CareClock *clock)
{
    CareRecord *job = facts->last_job;
    g_autofree char *headline = job ? care_job_headline(job, NULL) : NULL;
    CareInstant at = last_visit(job);
    g_autofree char *ago
        = at != 0 ? care_format_ago(care_date_of_instant(at, care_clock_zone(clock)), care_clock_today(clock))
                  : NULL;

    care_stat_strip_add(strip, _("Last visit"), ago ? ago : C_("visit", "None yet"), headline,
                        CARE_TONE_NEUTRAL, 3);
}

static void
add_warranty(CareStatStrip *strip, CareCustomerFacts *facts, CareClock *clock)
{
    CareDate today = care_clock_today(clock);
    g_autofree char *left = NULL;
    g_autofree char *day = NULL;
    g_autofree char *until = NULL;

    if (facts->warranty) {
        CareDate end = care_record_date(facts->warranty, CARE_JOB_WARRANTY_END);

        left = care_format_left(end, today);
        day = care_format_date(end, today);
        until = g_strdup_printf(_("until %s"), day);
    }
    care_stat_strip_add(strip, _("Warranty"), left ? left : C_("warranty", "None"), until, CARE_TONE_NEUTRAL,
                        1);
}

/* Hidden while there is nothing to say: a strip of four "none" welcomes nobody. */
void
care_customer_strip_fill(CareStatStrip *strip, CareCustomerFacts *facts, CareClock *clock)
{
    const char *note = care_record_text(facts->customer, CARE_CUSTOMER_NOTE);
    g_autofree char *promise = care_promise_sentence(facts);
    g_autofree char *detail = promise_detail(facts, clock);

    gtk_widget_set_visible(GTK_WIDGET(strip),
                           facts->last_job || facts->device || facts->promise != CARE_PROMISE_NONE || note);
    care_stat_strip_clear(strip);
    care_stat_strip_add(strip, _("Open promise"), promise, detail,
                        care_promise_is_owed(facts->promise) ? CARE_TONE_WARNING : CARE_TONE_NEUTRAL, 0);
    add_device(strip, facts);
    add_last_visit(strip, facts, clock);
    add_warranty(strip, facts, clock);
    care_stat_strip_set_note(strip, note);
}

/* "Customer since October 2023 · 7 visits · 0157 335 21 78", or narrow, where it takes two lines, the number on one of
 * its own: no dot ends the first. */
char *
care_customer_facts_line(CareCustomerFacts *facts, gboolean narrow)
{
    g_autoptr(GString) line = g_string_new(NULL);
    CareDate since = care_record_date(facts->customer, CARE_CUSTOMER_SINCE);

    if (care_date_is_set(since)) {
        g_autofree char *month = care_format_month(since);

        g_string_append_printf(line, narrow ? _("Since %s") : _("Customer since %s"), month);
    }
    if (facts->visits > 0) {
        g_autofree char *visits
            = g_strdup_printf(ngettext("%d visit", "%d visits", facts->visits), facts->visits);

        care_facts_add(line, visits);
    }
    if (narrow && care_date_is_set(since) && facts->visits > 0 && facts->phone) {
        g_autofree char *phone = care_isolate(facts->phone);

        g_string_append_printf(line, "\n%s", phone);
    } else
        care_facts_add(line, facts->phone);
    return g_string_free_and_steal(g_steal_pointer(&line));
}

/* The label of the page's main button: what is owed, else what a customer at the counter usually wants. */
char *
care_promise_action(CareCustomerFacts *facts)
{
    if (facts->promise == CARE_PROMISE_DUE)
        return care_due_keep_label(facts->line, facts->first_name);
    return g_strdup(facts->promise == CARE_PROMISE_RESOLVE ? _("Settle the Complaint") : _("New Job"));
}

const char *
care_promise_icon(CareCustomerFacts *facts)
{
    const char *channel = care_record_text(facts->customer, CARE_CUSTOMER_CHANNEL);

    if (facts->promise == CARE_PROMISE_RESOLVE || facts->line->rule == CARE_DUE_COMPLAINT)
        return "care-alert-symbolic";
    if (care_due_act_channel(facts->line))
        channel = care_due_act_channel(facts->line);
    return care_channel_icon(channel ? channel : care_channel_word(CARE_CHANNEL_PHONE));
}
