/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "service/jobs/job-saving.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "core/errors.h"
#include "core/seen.h"
#include "model/complaint.h"
#include "model/device.h"
#include "model/document.h"
#include "model/event.h"
#include "model/feedback.h"
#include "model/followup.h"
#include "model/hours-typed.h"
#include "model/interaction.h"
#include "model/invoice.h"
#include "model/job-line.h"
#include "model/job.h"
#include "service/flow-ties.h"
#include "service/flow-times.h"
#include "service/flow.h"
#include "service/jobs/aftercare.h"
#include "service/jobs/agreement.h"
#include "service/jobs/job-told.h"
#include "service/jobs/job-trace.h"
#include "service/jobs/to-bill.h"
#include "service/number-room.h"
#include "store/named-query.h"
#include "store/setting.h"

#define YEAR_LETTERS 4

/* Something else wrote on the counter, or an import of an older program brought a number that no shop gets to. */
static gboolean
refuse_counter(const char *series, const char *number, GError **error)
{
    if (number == NULL)
        g_set_error(error, CARE_ERROR, CARE_ERROR_REFUSED,
                    /* Translators: %s is a series of numbers, "job-2026" */
                    _("The counter “%s” stands at a number that no shop gets to, so no job can be taken in. "
                      "Nothing was changed; “aftercare-cli rebuild” lets it go on behind the jobs that are "
                      "there."),
                    series);
    else
        g_set_error(error, CARE_ERROR, CARE_ERROR_REFUSED,
                    /* Translators: %s is a job's number, "2026-318" */
                    _("Number %s comes next, and another job has it already. Nothing was changed; "
                      "“aftercare-cli rebuild” lets the numbers go on behind the jobs that are there."),
                    number);
    return FALSE;
}

/* "2026-318": numbers start anew each year and are given when the job is taken in. */
static gboolean
give_number(CareTransaction *transaction, CareRecord *job, GError **error)
{
    g_autofree char *year = g_strdup_printf("%d", care_transaction_today(transaction).year);
    g_autofree char *series = g_strconcat("job-", year, NULL);
    g_autofree char *number = NULL;
    gint64 n = 0, taken = 0;

    if (!care_transaction_next_number(transaction, series, &n, error))
        return FALSE;
    if (n == 0)
        return refuse_counter(series, NULL, error);
    number = care_kind_number(&care_job_kind, year, n);
    if (!care_query_int(care_transaction_connection(transaction), "jobs/has-number", &taken, error, "s",
                        number))
        return FALSE;
    if (taken != 0)
        return refuse_counter(series, number, error);
    care_record_set_text(job, CARE_JOB_NUMBER, number);
    return TRUE;
}

static gboolean
amount_of(CareRecord *line, const char *currency, CareMoney *amount, GError **error)
{
    __int128 product = (__int128)care_record_int(line, CARE_JOB_LINE_QUANTITY)
                       * care_record_int(line, CARE_JOB_LINE_PRICE);

    if (care_record_int(line, CARE_JOB_LINE_PRICE) < 0) {
        g_set_error_literal(
            error, CARE_ERROR, CARE_ERROR_INPUT,
            _("A price cannot be negative. Nothing was changed; give a discount as a line with a "
              "negative quantity."));
        return FALSE;
    }
    return care_money_of_product(product, currency, amount) || care_money_overflow(error);
}

/* Prices as agreed, in the job's price mode; the sum is what the customer was told. */
static gboolean
sum_lines(CareRecord *job, const char *shop_currency, GError **error)
{
    const char *currency = care_record_currency(job, shop_currency);
    CareMoney sum = 0;
    guint n = care_record_list_length(job, CARE_JOB_LINES);

    for (guint i = 0; i < n; i++) {
        CareMoney amount = 0;

        if (!amount_of(care_record_list_item(job, CARE_JOB_LINES, i), currency, &amount, error)
            || !care_money_add(&sum, amount, error))
            return FALSE;
    }
    if (n > 0)
        care_record_set_int(job, CARE_JOB_AGREED, sum);
    else
        care_record_clear(job, CARE_JOB_AGREED);
    return TRUE;
}

/* What was agreed stays as it was said while its lines do: a version before this one rounded otherwise. */
static gboolean
sum_changed_lines(CareTransaction *transaction, CareRecord *job, CareRecord *old, GError **error)
{
    if (old == NULL || !care_record_field_equal(job, old, CARE_JOB_LINES)
        || !care_record_field_equal(job, old, CARE_JOB_CURRENCY))
        return sum_lines(job, care_transaction_shop(transaction)->currency, error);
    care_record_assign_field(job, old, CARE_JOB_AGREED);
    return TRUE;
}

gboolean
care_job_price_fits(CareRecord *job, const char *shop_currency)
{
    g_autoptr(CareRecord) counted = care_record_copy(job);

    return sum_lines(counted, shop_currency, NULL) && care_record_field_equal(job, counted, CARE_JOB_AGREED);
}

/* A job that was taken in for the wrong customer takes its device along, unless others of their jobs were about it. */
static gboolean
take_device_along(CareTransaction *transaction, CareRecord *job, CareRecord *device, GError **error)
{
    gint64 jobs = 0;

    if (!care_query_int(care_transaction_connection(transaction), "jobs/count-of-device", &jobs, error, "i",
                        care_record_id(device)))
        return FALSE;
    if (jobs > 1)
        return TRUE;
    care_record_set_int(device, CARE_DEVICE_CUSTOMER, care_record_int(job, CARE_JOB_CUSTOMER));
    return care_flow_save(transaction, device, NULL, error);
}

static gboolean
check_device(CareTransaction *transaction, CareRecord *job, CareRecord *old, GError **error)
{
    g_autoptr(CareRecord) device = NULL;

    if (!care_record_is_set(job, CARE_JOB_DEVICE))
        return TRUE;
    device
        = care_transaction_load(transaction, &care_device_kind, care_record_int(job, CARE_JOB_DEVICE), error);
    if (device == NULL || old == NULL || care_record_field_equal(job, old, CARE_JOB_CUSTOMER)
        || !care_record_field_equal(job, old, CARE_JOB_DEVICE)
        || care_record_customer(device) != care_record_customer(old))
        return device != NULL;
    return take_device_along(transaction, job, device, error);
}

static gboolean
take_in(CareTransaction *transaction, CareRecord *job, GError **error)
{
    care_record_set_int(job, CARE_JOB_RECEIVED, care_transaction_now(transaction));
    care_record_set_text(job, CARE_JOB_STATUS, care_job_status_word(CARE_STATUS_RECEIVED));
    return give_number(transaction, job, error);
}

/* The end follows the months, unless the same save says when it is. Months that are taken out are those of the plan or
 * the shop, as at hand-over. */
static gboolean
follow_months(CareTransaction *transaction, CareRecord *job, CareRecord *old, GError **error)
{
    if (!care_record_is_set(job, CARE_JOB_COLLECTED) || !care_record_is_set(old, CARE_JOB_COLLECTED)
        || care_record_field_equal(job, old, CARE_JOB_WARRANTY_MONTHS)
        || !care_record_field_equal(job, old, CARE_JOB_WARRANTY_END))
        return TRUE;
    care_record_clear(job, CARE_JOB_WARRANTY_END);
    return care_aftercare_begin_warranty(transaction, job, error);
}

gboolean
care_job_refuse_reason(GError **error)
{
    return care_refuse(
        error, CARE_ERROR_REFUSED,
        _("Something is left to do after this job, so there is nothing to say of why not. Nothing "
          "was changed; leave the reason out."));
}

/* Blanks are no reason, and none stand around one. */
static void
tidy_reason(CareRecord *job, CareRecord *old)
{
    const char *given = care_record_text(job, CARE_JOB_NO_PLAN_REASON);
    g_autofree char *reason = NULL;

    if (given == NULL || (old != NULL && care_record_field_equal(job, old, CARE_JOB_NO_PLAN_REASON)))
        return;
    reason = care_text_seen(given);
    care_record_set_text(job, CARE_JOB_NO_PLAN_REASON, *reason != '\0' ? reason : NULL);
}

/* Of a job that was handed over and stays so: it has a step that is open, or a reason. */
static gboolean
check_reason_of_collected(CareTransaction *transaction, CareRecord *job, GError **error)
{
    gboolean said = care_record_is_set(job, CARE_JOB_NO_PLAN_REASON), open = FALSE;

    if (!care_aftercare_find_open(care_transaction_connection(transaction), job, &open, error))
        return FALSE;
    if (said && open)
        return care_job_refuse_reason(error);
    return said || open
           || care_refuse(error, CARE_ERROR_REFUSED,
                          _("A job that was handed over without aftercare says why, so that nobody wonders "
                            "later. Nothing was changed; give a reason."));
}

/* A cancelled job says why (S1), whichever door it came through. A version before this one did not ask. That a hand-over
 * leaves a step or a reason, it asks itself. */
static gboolean
check_reason(CareTransaction *transaction, CareRecord *job, CareRecord *old, GError **error)
{
    const char *status = care_record_text(job, CARE_JOB_STATUS);
    gboolean stays = care_record_field_equal(job, old, CARE_JOB_STATUS);

    if (stays && care_record_field_equal(job, old, CARE_JOB_NO_PLAN_REASON))
        return TRUE;
    if (care_job_status_is(status, CARE_STATUS_CANCELLED))
        return care_record_is_set(job, CARE_JOB_NO_PLAN_REASON)
               || care_refuse(error, CARE_ERROR_REFUSED,
                              _("A job that is cancelled says why, so that nobody wonders later. Nothing was "
                                "changed; give a reason."));
    return !stays || !care_job_status_is(status, CARE_STATUS_COLLECTED)
           || check_reason_of_collected(transaction, job, error);
}

/* Only what came to nothing is handed back; anything else is collected. */
static gboolean
check_return(CareRecord *job, CareRecord *old, GError **error)
{
    return !care_flow_says_anew(job, old, CARE_JOB_RETURNED)
           || care_job_status_is(care_record_text(job, CARE_JOB_STATUS), CARE_STATUS_CANCELLED)
           || care_refuse(
               error, CARE_ERROR_REFUSED,
               _("Only a job that was cancelled is handed back as it is. Nothing was changed; cancel "
                 "it first, or hand it over."));
}

/* A bare "4": no shop hands over at four in the night, and which of its hours was meant only they know. So with "4:30",
 * "4 Uhr" and "4h". */
#define FIRST_HOUR_OF_A_DAY 7

static gboolean
is_of_either_half(const char *said, int minutes)
{
    return minutes < FIRST_HOUR_OF_A_DAY * 60 && !care_time_typed_says_half(said);
}

/* "16" and "4 pm" are told, and put in order, as the others are; "before lunch" and "4" stand as they were said. */
static void
tidy_time(CareRecord *job, CareRecord *old)
{
    const char *said = care_record_text(job, CARE_JOB_PROMISED_TIME);
    int minutes = said != NULL ? care_time_typed_parse(said) : -1;
    g_autofree char *time = NULL;

    if (minutes < 0 || is_of_either_half(said, minutes)
        || (old != NULL && care_record_field_equal(job, old, CARE_JOB_PROMISED_TIME)))
        return;
    time = g_strdup_printf("%02d:%02d", minutes / 60, minutes % 60);
    care_record_set_text(job, CARE_JOB_PROMISED_TIME, time);
}

static gboolean
prepare(CareTransaction *transaction, CareRecord *job, CareRecord *old, GError **error)
{
    tidy_reason(job, old);
    tidy_time(job, old);
    care_job_set_prices(job, care_transaction_shop(transaction)); /* what is agreed says so */
    if (!check_return(job, old, error))
        return FALSE;
    if (old != NULL
        && (!check_reason(transaction, job, old, error) || !follow_months(transaction, job, old, error)))
        return FALSE;
    if (!care_settings_check(care_transaction_connection(transaction), error)
        || !check_device(transaction, job, old, error) || !care_job_check_taxes(job, old, error)
        || !sum_changed_lines(transaction, job, old, error)
        || !care_flow_check_happened(transaction, job, old, CARE_JOB_AGREED_AT,
                                     _("Nobody can have said yes in the future. Nothing was changed."),
                                     error))
        return FALSE;
    care_job_keep_agreement(transaction, job, old);
    if (!care_record_is_set(job, CARE_JOB_AGREED) && !care_record_is_set(job, CARE_JOB_PROMISE))
        care_record_clear(job, CARE_JOB_CURRENCY);
    return old != NULL ? care_job_told_follow(transaction, job, old, error)
                             && care_job_derive_to_bill(care_transaction_connection(transaction), job, error)
                       : take_in(transaction, job, error);
}

static gboolean
saved(CareTransaction *transaction, CareRecord *job, CareRecord *old, GError **error)
{
    if (old == NULL)
        return care_flow_add_event(transaction, care_record_int(job, CARE_JOB_CUSTOMER), care_record_id(job),
                                   "job-status", NULL, care_job_status_word(CARE_STATUS_RECEIVED), error);
    if (!care_job_trace(transaction, job, old, error))
        return FALSE;
    return !care_record_is_set(job, CARE_JOB_COLLECTED) || !care_record_is_set(old, CARE_JOB_COLLECTED)
           || care_record_field_equal(job, old, CARE_JOB_WARRANTY_END)
           || care_aftercare_follow_warranty(transaction, job, care_record_date(old, CARE_JOB_WARRANTY_END),
                                             error);
}

static gboolean
is_open(CareRecord *followup)
{
    return care_followup_is(followup, CARE_FOLLOWUP_OPEN);
}

static gboolean
is_draft(CareRecord *invoice)
{
    return !care_record_is_set(invoice, CARE_INVOICE_NUMBER);
}

/* Nobody is reminded of a job that is not there. */
static const CareTie open_followups = { &care_followup_kind, CARE_FOLLOWUP_JOB, is_open };

/* What was said, written and planned about the job was so with whom it belongs to. What others refer to comes first. */
static const CareTie all_ties[] = {
    { &care_feedback_kind, CARE_FEEDBACK_JOB, NULL },
    { &care_complaint_kind, CARE_COMPLAINT_JOB, NULL },
    { &care_followup_kind, CARE_FOLLOWUP_JOB, NULL },
    { &care_interaction_kind, CARE_INTERACTION_JOB, NULL },
    { &care_document_kind, CARE_DOCUMENT_JOB, NULL },
    { &care_event_kind, CARE_EVENT_JOB, NULL },
    { &care_invoice_kind, CARE_INVOICE_JOB, is_draft },
};

static gboolean
moved(CareTransaction *transaction, CareRecord *job, CareRecord *old, GError **error)
{
    gint64 billed = 0;

    if (!care_query_int(care_transaction_connection(transaction), "jobs/is-billed", &billed, error, "i",
                        care_record_id(job)))
        return FALSE;
    if (billed != 0) {
        g_set_error_literal(error, CARE_ERROR, CARE_ERROR_REFUSED,
                            _("This job was billed to its customer. Nothing was changed; cancel the invoice "
                              "first, then give the job to somebody else."));
        return FALSE;
    }
    for (gsize i = 0; i < G_N_ELEMENTS(all_ties); i++)
        if (!care_tie_move(transaction, &all_ties[i], care_record_id(job),
                           care_record_int(job, CARE_JOB_CUSTOMER), error))
            return FALSE;
    return TRUE;
}

static gboolean
removed(CareTransaction *transaction, CareRecord *old, GError **error)
{
    return care_tie_remove(transaction, &open_followups, care_record_id(old), error);
}

static gboolean
undeleted(CareTransaction *transaction, CareRecord *old, GError **error)
{
    return care_tie_undelete(transaction, &open_followups, care_record_id(old),
                             care_record_stamp(old).deleted, error);
}

/* A year and a number, as give_number() has them. */
static gboolean
has_own_number(CareRecord *job)
{
    const char *number = care_record_text(job, CARE_JOB_NUMBER);
    gsize year_letters = strspn(number, "0123456789");
    g_autofree char *year = g_strndup(number, year_letters);
    g_autofree char *written = NULL;
    gint64 sequence;

    if (year_letters != YEAR_LETTERS || number[year_letters] != '-'
        || !g_ascii_string_to_signed(number + year_letters + 1, 10, 1, CARE_NUMBER_MAX, &sequence, NULL))
        return FALSE;
    written = care_kind_number(&care_job_kind, year, sequence);
    return strcmp(number, written) == 0;
}

/* What schema 1 asked, too. */
static gboolean
check_place(CareRecord *job, GError **error)
{
    const char *status = care_record_text(job, CARE_JOB_STATUS);
    gboolean collected = care_job_status_is(status, CARE_STATUS_COLLECTED);
    gboolean done = collected || care_job_status_is(status, CARE_STATUS_READY);

    if (!care_record_is_set(job, CARE_JOB_NUMBER) || !care_record_is_set(job, CARE_JOB_RECEIVED))
        return care_refuse(error, CARE_ERROR_REFUSED,
                           _("It was never taken in: it has no number, or no day."));
    if (!has_own_number(job))
        return care_refuse(error, CARE_ERROR_REFUSED,
                           _("Its number is none that a job is given: a year and a number, “2026-318”."));
    return (done == care_record_is_set(job, CARE_JOB_FINISHED)
            && (!collected || care_record_is_set(job, CARE_JOB_COLLECTED)))
           || care_refuse(error, CARE_ERROR_REFUSED,
                          _("Its status does not fit when it was ready and collected."));
}

/* What no door would have left in another status. */
static gboolean
check_days(CareRecord *job, GError **error)
{
    const char *status = care_record_text(job, CARE_JOB_STATUS);

    if (care_record_is_set(job, CARE_JOB_COLLECTED) && !care_job_status_is(status, CARE_STATUS_COLLECTED))
        return care_refuse(error, CARE_ERROR_REFUSED,
                           _("It says when it was collected, and that it was not."));
    if (care_record_is_set(job, CARE_JOB_TOLD) && !care_record_is_set(job, CARE_JOB_FINISHED))
        return care_refuse(error, CARE_ERROR_REFUSED,
                           _("It says when the customer was told, and that it was never ready."));
    return !care_record_is_set(job, CARE_JOB_RETURNED) || care_job_status_is(status, CARE_STATUS_CANCELLED)
           || care_refuse(error, CARE_ERROR_REFUSED,
                          _("It says when it was handed back, and that it was not cancelled."));
}

/* An agreed price of schema 1 stays, though it is not the sum of its lines: it rounded twice, and in whatever was the shop's
 * currency; nor did it ask why a job was cancelled. What was left to do after a hand-over may be done or deleted since, and a
 * step come after the reason why there was none. */
static gboolean
check_alone(CareRecord *job, const CareAsked *asked, GError **error)
{
    if (!check_place(job, error) || (asked->schema >= CARE_SCHEMA_THAT_ASKED_MORE && !check_days(job, error)))
        return FALSE;
    if (asked->schema < CARE_SCHEMA_THAT_ASKED)
        return TRUE;
    if (care_job_status_is(care_record_text(job, CARE_JOB_STATUS), CARE_STATUS_CANCELLED)
        && !care_record_is_set(job, CARE_JOB_NO_PLAN_REASON))
        return care_refuse(error, CARE_ERROR_REFUSED, _("It was cancelled, and does not say why."));
    if (!care_job_price_fits(job, asked->currency))
        return care_refuse(error, CARE_ERROR_REFUSED,
                           _("Its agreed price is not the sum of its agreed lines."));
    return asked->schema < CARE_SCHEMA_TO_COME || care_job_check_standing_taxes(job, error);
}

static gboolean
check_restored(CareTransaction *transaction, CareRecord *job, int schema, GError **error)
{
    return care_number_check_room(care_transaction_connection(transaction), job, error);
}

/* Nothing said is as good as no. */
static gboolean
derive(CareConnection *connection, CareRecord *job, GError **error)
{
    gint64 said = care_record_int(job, CARE_JOB_TO_BILL);
    g_autoptr(CareRecord) wanted = care_record_copy(job);

    if (!care_job_derive_to_bill(connection, wanted, error))
        return FALSE;
    if (said != care_record_int(wanted, CARE_JOB_TO_BILL))
        care_record_assign_field(job, wanted, CARE_JOB_TO_BILL);
    return TRUE;
}

const CareKindFlow care_job_flow = {
    .kind = &care_job_kind,
    .prepare = prepare,
    .saved = saved,
    .moved = moved,
    .owner = CARE_JOB_CUSTOMER,
    .removed = removed,
    .undeleted = undeleted,
    .check_alone = check_alone,
    .adds_up = care_job_check_standing_taxes, /* or nobody could bill it */
    .check_restored = check_restored,
    .derive = derive,
};
