/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "service/jobs/job-move-asked.h"

#include <glib/gi18n-lib.h>

#include "core/errors.h"
#include "model/job.h"
#include "service/jobs/aftercare.h"
#include "service/jobs/job-flow.h"

gboolean
care_job_needs_reason(CareConnection *connection, CareRecord *job, const char *status, CareDate today,
                      GTimeZone *zone, gboolean *needs, GError **error)
{
    gboolean said = care_record_is_set(job, CARE_JOB_NO_PLAN_REASON)
                    && !care_job_status_is(care_record_text(job, CARE_JOB_STATUS), CARE_STATUS_CANCELLED);

    gboolean open = FALSE;

    *needs = care_job_status_is(status, CARE_STATUS_CANCELLED);
    if (said || !care_job_status_is(status, CARE_STATUS_COLLECTED))
        return TRUE;
    if (!care_aftercare_find_open_after(connection, job, today, zone, &open, error))
        return FALSE;
    *needs = !open;
    return TRUE;
}

static gboolean
check_shown(CareTransaction *transaction, CareRecord *now, CareRecord *shown, const char *status,
            GError **error)
{
    const char *stands = care_choice_label(&care_job_status_set, care_record_text(now, CARE_JOB_STATUS));
    gboolean needs = FALSE;

    if (!care_record_field_equal(now, shown, CARE_JOB_STATUS)) {
        g_set_error(error, CARE_ERROR, CARE_ERROR_CONFLICT,
                    /* Translators: %s is a job's status, "In work" */
                    _("This job was moved meanwhile: %s. Nothing was changed here; look at it anew."),
                    stands);
        return FALSE;
    }
    if (!care_job_needs_reason(care_transaction_connection(transaction), now, status,
                               care_transaction_today(transaction), care_transaction_zone(transaction),
                               &needs, error))
        return FALSE;
    if (!needs)
        g_set_error_literal(
            error, CARE_ERROR, CARE_ERROR_CONFLICT,
            _("This job has its aftercare by now. Nothing was changed; hand it over with that."));
    return needs;
}

CareRecord *
care_job_move_asked(CareTransaction *transaction, CareRecord *shown, const char *status, const char *reason,
                    GError **error)
{
    g_autoptr(CareRecord) now
        = care_transaction_load(transaction, &care_job_kind, care_record_id(shown), error);

    if (now == NULL || !check_shown(transaction, now, shown, status, error))
        return NULL;
    return care_job_flow_move(transaction, care_record_id(shown), status, reason, error);
}
