/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "service/customers/interaction-flow.h"

#include "model/complaint.h"
#include "model/followup.h"
#include "model/interaction.h"
#include "model/invoice.h"
#include "model/job.h"
#include "service/flow-ties.h"
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
    care_record_set_int(job, CARE_JOB_TOLD, care_record_int(interaction, CARE_INTERACTION_AT));
    return care_flow_save(transaction, job, NULL, error);
}

static gboolean
saved(CareTransaction *transaction, CareRecord *interaction, CareRecord *old, GError **error)
{
    return old != NULL || tell_job(transaction, interaction, error);
}

/* A mark that the contact left on what it was about: at its own instant, or at that in which it was written down. */
static gboolean
is_mark_of(CareRecord *contact, CareRecord *record, int field)
{
    CareInstant at = care_record_int(record, field);

    return care_record_is_set(record, field)
           && (at == care_record_int(contact, CARE_INTERACTION_AT)
               || at == care_record_stamp(contact).created);
}

static gboolean
clear_mark(CareTransaction *transaction, CareRecord *contact, CareRecord *record, int field, GError **error)
{
    if (!is_mark_of(contact, record, field))
        return TRUE;
    care_record_clear(record, field);
    if (care_record_is(record, &care_complaint_kind))
        care_record_clear(record, CARE_COMPLAINT_ACKNOWLEDGED_HOW);
    if (care_record_is(record, &care_followup_kind))
        care_record_set_text(record, CARE_FOLLOWUP_STATE, "open");
    return care_flow_save(transaction, record, NULL, error);
}

static gboolean
clear_mark_of(CareTransaction *transaction, CareRecord *contact, const CareKind *kind, CareId id, int field,
              GError **error)
{
    g_autoptr(CareRecord) record = id != 0 ? care_transaction_load(transaction, kind, id, error) : NULL;

    return id == 0 || (record != NULL && clear_mark(transaction, contact, record, field, error));
}

/* Of the customer's records of a kind. */
static gboolean
clear_marks(CareTransaction *transaction, CareRecord *contact, const CareTie *tie, int field, GError **error)
{
    g_autoptr(GPtrArray) records
        = care_tie_load(transaction, tie, care_record_int(contact, CARE_INTERACTION_CUSTOMER), error);

    for (guint i = 0; records != NULL && i < records->len; i++)
        if (!clear_mark(transaction, contact, records->pdata[i], field, error))
            return FALSE;
    return records != NULL;
}

/* What nobody said was not said: the job is to be told of, the question to be asked, as before. */
static gboolean
removed(CareTransaction *transaction, CareRecord *contact, GError **error)
{
    static const CareTie complaints = { &care_complaint_kind, CARE_COMPLAINT_CUSTOMER, NULL };
    static const CareTie invoices = { &care_invoice_kind, CARE_INVOICE_CUSTOMER, NULL };

    return g_strcmp0(care_record_text(contact, CARE_INTERACTION_DIRECTION), "out") != 0
           || (clear_mark_of(transaction, contact, &care_job_kind,
                             care_record_int(contact, CARE_INTERACTION_JOB), CARE_JOB_TOLD, error)
               && clear_mark_of(transaction, contact, &care_followup_kind,
                                care_record_int(contact, CARE_INTERACTION_FOLLOWUP), CARE_FOLLOWUP_DONE,
                                error)
               && clear_marks(transaction, contact, &complaints, CARE_COMPLAINT_ACKNOWLEDGED, error)
               && clear_marks(transaction, contact, &invoices, CARE_INVOICE_TOLD, error)
               && clear_marks(transaction, contact, &invoices, CARE_INVOICE_REMINDED, error));
}

/* The question that it asked was asked. */
static gboolean
finish_followup(CareTransaction *transaction, CareRecord *contact, GError **error)
{
    CareId id = care_record_int(contact, CARE_INTERACTION_FOLLOWUP);
    g_autoptr(CareRecord) followup
        = id != 0 ? care_transaction_load(transaction, &care_followup_kind, id, error) : NULL;

    if (id == 0)
        return TRUE;
    if (followup == NULL)
        return FALSE;
    if (g_strcmp0(care_record_text(followup, CARE_FOLLOWUP_STATE), "open") != 0)
        return TRUE;
    care_record_set_text(followup, CARE_FOLLOWUP_STATE, "done");
    care_record_set_int(followup, CARE_FOLLOWUP_DONE, care_record_int(contact, CARE_INTERACTION_AT));
    return care_flow_save(transaction, followup, NULL, error);
}

static gboolean
undeleted(CareTransaction *transaction, CareRecord *contact, GError **error)
{
    return tell_job(transaction, contact, error) && finish_followup(transaction, contact, error);
}

const CareKindFlow care_interaction_flow = {
    .kind = &care_interaction_kind,
    .prepare = prepare,
    .saved = saved,
    .removed = removed,
    .undeleted = undeleted,
};
