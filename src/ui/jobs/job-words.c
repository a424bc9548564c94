/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/jobs/job-words.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "model/job-line.h"
#include "model/job.h"
#include "model/line-choices.h"
#include "ui/kit/day-in-sentence.h"
#include "ui/kit/format.h"
#include "ui/parts/line-unit.h"

#define MAX_SHOWN_PLACES 6

/* As many decimals as the quantity has: "0.75", "2". */
static char *
quantity_text(CareDecimal quantity)
{
    int places = MAX_SHOWN_PLACES;

    for (CareDecimal unit = 10; places > 0 && quantity % unit == 0; unit *= 10)
        places--;
    return care_decimal_format(quantity, places);
}

char *
care_job_line_caption(CareRecord *line)
{
    const char *kind = care_record_text(line, CARE_JOB_LINE_KIND);
    CareDecimal quantity = care_record_int(line, CARE_JOB_LINE_QUANTITY);
    g_autofree char *number = quantity_text(quantity);
    g_autofree char *words
        = care_line_quantity_words(kind, care_record_text(line, CARE_JOB_LINE_UNIT), quantity, number);

    if (care_line_kind_is(kind, CARE_LINE_LABOUR))
        /* Translators: %s is a quantity, "0.75", "1.5 h" */
        return words ? g_strdup_printf(_("Labour, %s"), words) : g_strdup(_("Labour"));
    if (care_line_kind_is(kind, CARE_LINE_FEE))
        return words ? g_strdup_printf(_("Fee, %s"), words) : g_strdup(_("Fee"));
    return g_steal_pointer(&words);
}

/* The same rounding as when the job is saved: each line to the currency's smallest coin. */
CareMoney
care_job_line_amount(CareRecord *line, const char *currency)
{
    __int128 product = (__int128)care_record_int(line, CARE_JOB_LINE_QUANTITY)
                       * care_record_int(line, CARE_JOB_LINE_PRICE);
    gint64 amount;

    if (!care_div_round_checked(product, CARE_DECIMAL_ONE, &amount))
        return 0;
    return care_money_from_decimal(amount, currency);
}

CareMoney
care_job_lines_total(CareRecord *job, const char *currency)
{
    CareMoney sum = 0;

    for (guint i = 0; i < care_record_list_length(job, CARE_JOB_LINES); i++)
        if (__builtin_add_overflow(
                sum, care_job_line_amount(care_record_list_item(job, CARE_JOB_LINES, i), currency), &sum))
            return G_MAXINT64;
    return sum;
}

char *
care_job_agreement(CareRecord *job, GTimeZone *zone, CareDate today)
{
    const char *by = care_record_text(job, CARE_JOB_AGREED_BY);
    g_autofree char *how = care_job_agreed_how_in_words(job);
    g_autofree char *when = NULL;

    if (!by)
        return NULL;
    if (!care_record_is_set(job, CARE_JOB_AGREED_AT))
        /* Translators: "Priya said yes at the counter" */
        return g_strdup_printf(_("%s said yes %s"), by, how);
    when = care_format_instant(care_record_int(job, CARE_JOB_AGREED_AT), zone, today);
    /* Translators: "Priya said yes at the counter, 10:42" */
    return g_strdup_printf(_("%s said yes %s, %s"), by, how, when);
}

char *
care_job_lateness(CareRecord *job, CareDate today)
{
    int days;

    if (care_job_group(job, today) != CARE_JOB_LATE)
        return NULL;
    days = care_date_days_between(care_record_date(job, CARE_JOB_PROMISED), today);
    return g_strdup_printf(ngettext("%d day late", "%d days late", days), days);
}

/* What a job that is being worked on promises. */
static char *
promise_sentence(CareRecord *job, CareDate today)
{
    CareDate promised = care_record_date(job, CARE_JOB_PROMISED);
    const char *time = care_record_text(job, CARE_JOB_PROMISED_TIME);
    g_autofree char *day = NULL;

    if (!care_date_is_set(promised))
        return g_strdup(_("no day promised"));
    day = care_format_for_day(promised, today);
    if (!time)
        /* Translators: for which day a job was promised: "promised today", "promised Friday", "promised 12 Nov" */
        return g_strdup_printf(_("promised %s"), day);
    /* Translators: "promised today, 16:00", "promised Friday, 16:00", "promised 12 Nov, 16:00" */
    return g_strdup_printf(_("promised %s, %s"), day, time);
}

/* One that waits for a part. */
static char *
waiting_sentence(CareRecord *job, CareDate today)
{
    CareDate promised = care_record_date(job, CARE_JOB_PROMISED);
    g_autofree char *day = NULL;
    int late = care_date_is_set(promised) ? care_date_days_between(promised, today) : 0;

    if (!care_date_is_set(promised))
        return g_strdup(_("waiting for a part"));
    if (care_job_group(job, today) == CARE_JOB_LATE)
        return g_strdup_printf(
            ngettext("%d day late, waiting for a part", "%d days late, waiting for a part", late), late);
    day = care_format_for_day(promised, today);
    /* Translators: "promised Friday, waiting for a part" */
    return g_strdup_printf(_("promised %s, waiting for a part"), day);
}

static char *
open_sentence(CareRecord *job, CareDate today, gboolean *late)
{
    char *lateness = care_job_lateness(job, today);
    gboolean waits = care_job_status_is(care_record_text(job, CARE_JOB_STATUS), CARE_STATUS_WAITING);

    *late = lateness != NULL;
    if (lateness && !waits)
        return lateness;
    g_free(lateness);
    return waits ? waiting_sentence(job, today) : promise_sentence(job, today);
}

/* The day of an instant in a sentence, as format has it; NULL where it is not known. */
static char *
day_of(CareRecord *job, int field, CareClock *clock, char *(*format)(CareDate day, CareDate today))
{
    if (!care_record_is_set(job, field))
        return NULL;
    return format(care_date_of_instant(care_record_int(job, field), care_clock_zone(clock)),
                  care_clock_today(clock));
}

static char *
ready_sentence(CareRecord *job, CareClock *clock, gboolean *untold)
{
    g_autofree char *since = day_of(job, CARE_JOB_FINISHED, clock, care_format_since);

    *untold = care_job_owes_message(job);
    if (!since)
        return g_strdup(*untold ? _("ready, not told") : C_("a job is", "ready"));
    /* Translators: a repair is done, and nobody has told the customer: "ready since Friday, not told" */
    return *untold ? g_strdup_printf(_("ready %s, not told"), since)
                   /* Translators: "ready since Friday" */
                   : g_strdup_printf(_("ready %s"), since);
}

static char *
ended_sentence(CareRecord *job, CareClock *clock)
{
    g_autofree char *collected = day_of(job, CARE_JOB_COLLECTED, clock, care_format_on_day);
    g_autofree char *returned = day_of(job, CARE_JOB_RETURNED, clock, care_format_on_day);

    if (care_job_status_is(care_record_text(job, CARE_JOB_STATUS), CARE_STATUS_COLLECTED))
        /* Translators: "collected yesterday", "collected 12 Nov" */
        return collected ? g_strdup_printf(_("collected %s"), collected)
                         : g_strdup(C_("a job is", "collected"));
    if (!returned)
        return g_strdup(_("cancelled, still here"));
    /* Translators: "cancelled, handed back yesterday", "cancelled, handed back Friday" */
    return g_strdup_printf(_("cancelled, handed back %s"), returned);
}

char *
care_job_standing(CareRecord *job, CareClock *clock, gboolean *warns)
{
    *warns = FALSE;
    switch (care_choice_find(&care_job_status_set, care_record_text(job, CARE_JOB_STATUS))) {
    case CARE_STATUS_READY:
        return ready_sentence(job, clock, warns);
    case CARE_STATUS_COLLECTED:
    case CARE_STATUS_CANCELLED:
        return ended_sentence(job, clock);
    default:
        return open_sentence(job, care_clock_today(clock), warns);
    }
}

const char *
care_job_status_words(CareRecord *job)
{
    return care_job_waits_for_return(job)
               ? _("Cancelled, still here")
               : care_choice_label(&care_job_status_set, care_record_text(job, CARE_JOB_STATUS));
}

const char *
care_job_reason_label(CareRecord *job)
{
    return care_job_status_is(care_record_text(job, CARE_JOB_STATUS), CARE_STATUS_CANCELLED)
               ? _("Cancelled, Because")
               : care_field_label(&care_job_kind.fields[CARE_JOB_NO_PLAN_REASON]);
}

const char *
care_job_move_label(const char *from, const char *status)
{
    static const char *const labels[] = {
        [CARE_STATUS_RECEIVED] = N_("Back to Received"), [CARE_STATUS_WAITING] = N_("Wait for a Part"),
        [CARE_STATUS_WORKING] = N_("Start Work"),        [CARE_STATUS_READY] = N_("Mark as Ready"),
        [CARE_STATUS_COLLECTED] = N_("Hand Over"),       [CARE_STATUS_CANCELLED] = N_("Cancel Job"),
    };
    int to = care_choice_find(&care_job_status_set, status);

    if (care_job_status_is(from, CARE_STATUS_READY) && care_job_status_is(status, CARE_STATUS_WORKING))
        return _("Reopen");
    return to >= 0 ? _(labels[to]) : status;
}

const char *
care_job_next_status(const char *status)
{
    switch (care_choice_find(&care_job_status_set, status)) {
    case CARE_STATUS_RECEIVED:
    case CARE_STATUS_WAITING:
        return care_job_status_word(CARE_STATUS_WORKING);
    case CARE_STATUS_WORKING:
        return care_job_status_word(CARE_STATUS_READY);
    case CARE_STATUS_READY:
        return care_job_status_word(CARE_STATUS_COLLECTED);
    default:
        return NULL;
    }
}

char *
care_job_warranty(CareRecord *job, CareDate today)
{
    CareDate end = care_record_date(job, CARE_JOB_WARRANTY_END);
    g_autofree char *until = NULL;
    g_autofree char *left = NULL;

    if (!care_date_is_set(end))
        return NULL;
    until = care_format_date_full(end);
    left = care_format_left(end, today);
    return g_strdup_printf(_("Until %s · %s"), until, left);
}

char *
care_job_total(CareRecord *job, const char *currency)
{
    if (care_record_list_length(job, CARE_JOB_LINES) == 0)
        return g_strdup("–");
    return care_money_format(care_job_lines_total(job, currency), currency);
}

char *
care_job_caption(CareRecord *job, const char *received)
{
    const char *kind = care_record_text(job, CARE_JOB_KIND);
    gboolean fresh = care_job_status_is(care_record_text(job, CARE_JOB_STATUS), CARE_STATUS_RECEIVED);

    if (fresh)
        /* Translators: kind of job, when it was taken in */
        return g_strdup_printf(_("%s · taken in %s"), kind ? kind : _("Repair"), received);
    /* Translators: status, kind of job, when it was taken in */
    return g_strdup_printf(_("%s · %s · taken in %s"), care_job_status_words(job), kind ? kind : _("Repair"),
                           received);
}
