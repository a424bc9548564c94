/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "service/customers/interaction-flow.h"

#include "model/interaction.h"
#include "model/job.h"
#include "service/flow.h"

static gboolean
prepare(CareTransaction *transaction, CareRecord *interaction, CareRecord *old, GError **error)
{
    if (!care_record_is_set(interaction, CARE_INTERACTION_AT))
        care_record_set_int(interaction, CARE_INTERACTION_AT, care_transaction_now(transaction));
    return TRUE;
}

/* Whichever way it was logged. */
static gboolean
tell_job(CareTransaction *transaction, CareRecord *interaction, GError **error)
{
    CareId id = care_record_int(interaction, CARE_INTERACTION_JOB);
    g_autoptr(CareRecord) job = NULL;

    if (id == 0 || g_strcmp0(care_record_text(interaction, CARE_INTERACTION_DIRECTION), "out") != 0)
        return TRUE;
    job = care_transaction_load(transaction, &care_job_kind, id, error);
    if (job == NULL)
        return FALSE;
    if (!care_job_owes_message(job))
        return TRUE;
    care_record_set_int(job, CARE_JOB_TOLD, care_transaction_now(transaction));
    return care_flow_save(transaction, job, NULL, error);
}

static gboolean
saved(CareTransaction *transaction, CareRecord *interaction, CareRecord *old, GError **error)
{
    return old != NULL || tell_job(transaction, interaction, error);
}

const CareKindFlow care_interaction_flow
    = { .kind = &care_interaction_kind, .prepare = prepare, .saved = saved };
