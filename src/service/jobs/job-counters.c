/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "service/jobs/job-counters.h"

#include "store/named-query.h"

gboolean
care_job_counters_rebuild(CareTransaction *transaction, GError **error)
{
    CareConnection *connection = care_transaction_connection(transaction);
    const gint64 farthest = CARE_NUMBER_FARTHEST;

    return care_query_execute(connection, "jobs/reset-counters", error, "i", farthest)
           && care_query_execute(connection, "jobs/raise-counters", error, "i", farthest);
}
