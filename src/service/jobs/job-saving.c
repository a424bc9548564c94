/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "service/jobs/job-saving.h"

#include <glib/gi18n-lib.h>

#include "core/errors.h"
#include "model/device.h"
#include "model/job-line.h"
#include "model/job.h"
#include "service/flow.h"
#include "service/jobs/to-bill.h"

/* "2026-318": numbers start anew each year and are given when the job is taken in. */
static gboolean
give_number(CareTransaction *transaction, CareRecord *job, GError **error)
{
    int year = care_transaction_today(transaction).year;
    g_autofree char *series = g_strdup_printf("job-%d", year);
    g_autofree char *number = NULL;
    gint64 n = 0;

    if (!care_transaction_next_number(transaction, series, &n, error))
        return FALSE;
    number = g_strdup_printf("%d-%03d", year, (int)n);
    care_record_set_text(job, CARE_JOB_NUMBER, number);
    return TRUE;
}

/* Prices as agreed, in the job's price mode; the sum is what the customer was told. */
static gboolean
sum_lines(CareTransaction *transaction, CareRecord *job, GError **error)
{
    CareMoney sum = 0;
    guint n = care_record_list_length(job, CARE_JOB_LINES);

    for (guint i = 0; i < n; i++) {
        CareRecord *line = care_record_list_item(job, CARE_JOB_LINES, i);
        __int128 product = (__int128)care_record_int(line, CARE_JOB_LINE_QUANTITY)
                           * care_record_int(line, CARE_JOB_LINE_PRICE);
        CareDecimal amount = care_div_round(product, CARE_DECIMAL_SCALE);

        if (care_record_int(line, CARE_JOB_LINE_PRICE) < 0) {
            g_set_error_literal(
                error, CARE_ERROR, CARE_ERROR_INPUT,
                _("A price cannot be negative. Nothing was changed; give a discount as a line with a "
                  "negative quantity."));
            return FALSE;
        }
        if (__builtin_add_overflow(
                sum, care_money_from_decimal(amount, care_transaction_shop(transaction)->currency), &sum)) {
            g_set_error_literal(error, CARE_ERROR, CARE_ERROR_INPUT,
                                _("These prices are too large to add up. Nothing was changed."));
            return FALSE;
        }
    }
    if (n > 0)
        care_record_set_int(job, CARE_JOB_AGREED, sum);
    else
        care_record_clear(job, CARE_JOB_AGREED);
    return TRUE;
}

static gboolean
check_device(CareTransaction *transaction, CareRecord *job, GError **error)
{
    g_autoptr(CareRecord) device = NULL;

    if (!care_record_is_set(job, CARE_JOB_DEVICE))
        return TRUE;
    device
        = care_transaction_load(transaction, &care_device_kind, care_record_int(job, CARE_JOB_DEVICE), error);
    return device != NULL;
}

static gboolean
take_in(CareTransaction *transaction, CareRecord *job, GError **error)
{
    care_record_set_int(job, CARE_JOB_RECEIVED, care_transaction_now(transaction));
    care_record_set_text(job, CARE_JOB_STATUS, "received");
    if (care_record_is_set(job, CARE_JOB_AGREED) && !care_record_is_set(job, CARE_JOB_AGREED_AT))
        care_record_set_int(job, CARE_JOB_AGREED_AT, care_transaction_now(transaction));
    return give_number(transaction, job, error);
}

static gboolean
prepare(CareTransaction *transaction, CareRecord *job, CareRecord *old, GError **error)
{
    return check_device(transaction, job, error) && sum_lines(transaction, job, error)
           && (old != NULL ? care_job_derive_to_bill(transaction, job, error)
                           : take_in(transaction, job, error));
}

static gboolean
saved(CareTransaction *transaction, CareRecord *job, CareRecord *old, GError **error)
{
    return old != NULL
           || care_flow_add_event(transaction, care_record_int(job, CARE_JOB_CUSTOMER), care_record_id(job),
                                  "job-status", NULL, "received", error);
}

const CareKindFlow care_job_flow = { .kind = &care_job_kind, .prepare = prepare, .saved = saved };
