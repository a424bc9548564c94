/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "service/jobs/job-flow.h"

#include <stdlib.h>
#include <string.h>

#include <glib/gi18n-lib.h>

#include "core/errors.h"
#include "model/customer.h"
#include "model/device.h"
#include "model/interaction.h"
#include "model/job-line.h"
#include "model/job.h"
#include "service/flow.h"
#include "service/jobs/aftercare.h"
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
    return give_number(transaction, job, error) && care_transaction_save(transaction, job, error)
           && care_flow_add_event(transaction, care_record_int(job, CARE_JOB_CUSTOMER), care_record_id(job),
                                  "job-status", NULL, "received", error);
}

gboolean
care_job_flow_save(CareTransaction *transaction, CareRecord *job, GError **error)
{
    if (!check_device(transaction, job, error) || !sum_lines(transaction, job, error))
        return FALSE;
    if (care_record_id(job) == 0)
        return take_in(transaction, job, error);
    return care_job_derive_to_bill(transaction, job, error) && care_transaction_save(transaction, job, error);
}

gboolean
care_job_owes_message(CareRecord *job)
{
    return g_strcmp0(care_record_text(job, CARE_JOB_STATUS), "ready") == 0
           && !care_record_is_set(job, CARE_JOB_TOLD);
}

static gint64
warranty_months(CareTransaction *transaction, CareRecord *job)
{
    g_autofree char *text = NULL;

    if (care_record_is_set(job, CARE_JOB_WARRANTY_MONTHS))
        return care_record_int(job, CARE_JOB_WARRANTY_MONTHS);
    text = care_transaction_setting(transaction, CARE_SETTING_WARRANTY_MONTHS);
    return text != NULL ? g_ascii_strtoll(text, NULL, 10) : 0;
}

static void
compute_warranty(CareTransaction *transaction, CareRecord *job)
{
    gint64 months = warranty_months(transaction, job);

    if (months <= 0)
        return;
    care_record_set_int(job, CARE_JOB_WARRANTY_MONTHS, months);
    care_record_set_date(job, CARE_JOB_WARRANTY_END,
                         care_date_add_months(care_transaction_today(transaction), (int)months));
}

/* What a new status means for the job's own fields. */
static gboolean
apply_status(CareTransaction *transaction, CareRecord *job, const char *status, GError **error)
{
    CareInstant now = care_transaction_now(transaction);
    gboolean done = strcmp(status, "ready") == 0 || strcmp(status, "collected") == 0;

    if (done && !care_record_is_set(job, CARE_JOB_FINISHED)) {
        care_record_set_int(job, CARE_JOB_FINISHED, now);
    } else if (!done && care_record_is_set(job, CARE_JOB_FINISHED)) {
        /* Back to work: it will be ready, and to be told, anew. */
        care_record_clear(job, CARE_JOB_FINISHED);
        care_record_clear(job, CARE_JOB_TOLD);
    }
    if (!care_job_derive_to_bill(transaction, job, error))
        return FALSE;
    if (strcmp(status, "collected") != 0)
        return TRUE;
    if (!care_record_is_set(job, CARE_JOB_COLLECTED))
        care_record_set_int(job, CARE_JOB_COLLECTED, now);
    if (!care_record_is_set(job, CARE_JOB_WARRANTY_END))
        compute_warranty(transaction, job);
    return care_aftercare_begin(transaction, job, error);
}

CareRecord *
care_job_flow_move(CareTransaction *transaction, CareId id, const char *status, GError **error)
{
    g_autoptr(CareRecord) job = care_transaction_load(transaction, &care_job_kind, id, error);
    g_autofree char *before = NULL;

    if (job == NULL)
        return NULL;
    if (!care_field_has_choice(&care_job_kind.fields[CARE_JOB_STATUS], status)) {
        g_set_error(error, CARE_ERROR, CARE_ERROR_INPUT,
                    _("There is no status “%s”. Nothing was changed; use one of: %s."), status,
                    care_job_kind.fields[CARE_JOB_STATUS].extra);
        return NULL;
    }
    before = g_strdup(care_record_text(job, CARE_JOB_STATUS));
    if (strcmp(before, status) == 0)
        return g_steal_pointer(&job);
    care_record_set_text(job, CARE_JOB_STATUS, status);
    if (!apply_status(transaction, job, status, error) || !care_transaction_save(transaction, job, error)
        || !care_flow_add_event(transaction, care_record_int(job, CARE_JOB_CUSTOMER), id, "job-status",
                                before, status, error))
        return NULL;
    return g_steal_pointer(&job);
}

gboolean
care_job_flow_take_back(CareTransaction *transaction, CareRecord *before, GError **error)
{
    static const int fields[] = { CARE_JOB_STATUS,    CARE_JOB_FINISHED,        CARE_JOB_TOLD,
                                  CARE_JOB_COLLECTED, CARE_JOB_WARRANTY_MONTHS, CARE_JOB_WARRANTY_END };
    g_autoptr(CareRecord) job
        = care_transaction_load(transaction, &care_job_kind, care_record_id(before), error);
    g_autofree char *from = NULL;

    if (job == NULL)
        return FALSE;
    from = g_strdup(care_record_text(job, CARE_JOB_STATUS));
    if (care_record_is_set(job, CARE_JOB_COLLECTED) && !care_record_is_set(before, CARE_JOB_COLLECTED)
        && !care_aftercare_take_back(transaction, job, error))
        return FALSE;
    for (gsize i = 0; i < G_N_ELEMENTS(fields); i++) {
        g_autofree char *text = care_record_field_to_string(before, fields[i], NULL);

        if (text == NULL)
            care_record_clear(job, fields[i]);
        else if (!care_record_field_parse(job, fields[i], text, NULL, error))
            return FALSE;
    }
    return care_job_derive_to_bill(transaction, job, error) && care_transaction_save(transaction, job, error)
           && care_flow_add_event(transaction, care_record_int(job, CARE_JOB_CUSTOMER), care_record_id(job),
                                  "job-status", from, care_record_text(job, CARE_JOB_STATUS), error);
}

gboolean
care_job_flow_tell(CareTransaction *transaction, CareId id, CareRecord *interaction, GError **error)
{
    g_autoptr(CareRecord) job = care_transaction_load(transaction, &care_job_kind, id, error);
    const char *channel = NULL;

    if (job == NULL)
        return FALSE;
    if (interaction != NULL) {
        channel = care_record_text(interaction, CARE_INTERACTION_CHANNEL);
        care_record_set_int(interaction, CARE_INTERACTION_CUSTOMER, care_record_int(job, CARE_JOB_CUSTOMER));
        care_record_set_int(interaction, CARE_INTERACTION_JOB, id);
        if (!care_flow_save(transaction, interaction, error))
            return FALSE;
    }
    care_record_set_int(job, CARE_JOB_TOLD, care_transaction_now(transaction));
    return care_transaction_save(transaction, job, error)
           && (interaction != NULL
               || care_flow_add_event(transaction, care_record_int(job, CARE_JOB_CUSTOMER), id, "job-told",
                                      NULL, channel, error));
}

typedef struct {
    CareId job;
    const char *status;
} Move;

static gpointer
move_closure(CareTransaction *transaction, gpointer data, GError **error)
{
    const Move *move = data;

    return care_job_flow_move(transaction, move->job, move->status, error);
}

CareRecord *
care_job_move_now(CareStore *store, CareId job, const char *status, GError **error)
{
    Move move = { job, status };

    return care_store_run(store, move_closure, &move, g_object_unref, error);
}
