/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "service/jobs/to-bill.h"

#include "model/job.h"
#include "service/flow.h"
#include "store/named-query.h"

gboolean
care_job_derive_to_bill(CareTransaction *transaction, CareRecord *job, GError **error)
{
    gboolean done = care_record_is_set(job, CARE_JOB_FINISHED) && care_record_int(job, CARE_JOB_AGREED) > 0;
    gint64 billed = FALSE;

    if (done
        && !care_query_int(care_transaction_connection(transaction), "jobs/is-settled", &billed, error, "iis",
                           care_record_id(job), care_record_int(job, CARE_JOB_AGREED),
                           care_record_text(job, CARE_JOB_PRICES)))
        return FALSE;
    if (done)
        care_record_set_int(job, CARE_JOB_TO_BILL, billed == 0);
    else
        care_record_clear(job, CARE_JOB_TO_BILL);
    return TRUE;
}

gboolean
care_job_update_to_bill(CareTransaction *transaction, CareId id, GError **error)
{
    g_autoptr(CareRecord) job = NULL;

    if (id == 0)
        return TRUE;
    job = care_transaction_load(transaction, &care_job_kind, id, error);
    return job != NULL && care_flow_save(transaction, job, NULL, error);
}
