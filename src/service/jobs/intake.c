/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "service/jobs/intake.h"

#include "model/customer.h"
#include "model/device.h"
#include "model/document.h"
#include "model/job.h"
#include "model/plan.h"
#include "service/flow-given.h"
#include "service/flow.h"
#include "store/draft.h"

#define USUAL_DAYS 2 /* until a job is promised, as long as nothing was said */

void
care_intake_set_defaults(CareStore *store, CareRecord *job)
{
    g_autofree char *prices = care_store_setting(store, CARE_SETTING_PRICES);
    CareDate today = care_clock_today(care_store_clock(store));

    care_record_set_text(job, CARE_JOB_PRICES, prices);
    care_record_set_date(job, CARE_JOB_PROMISED, care_date_add_days(today, USUAL_DAYS));
    care_record_set_int(job, CARE_JOB_STAFF, care_store_actor(store));
}

/* A plan that was adapted names what the one it comes from named, be it deleted since. */
static gboolean
save_made(CareTransaction *transaction, CareRecord *record, GError **error)
{
    return care_record_kind(record) == &care_plan_kind ? care_flow_save_along(transaction, record, error)
                                                       : care_flow_save(transaction, record, NULL, error);
}

static gboolean
save_first(CareTransaction *transaction, CareRecord *record, CareRecord *job, int field, GError **error)
{
    if (record == NULL)
        return TRUE;
    if (!save_made(transaction, record, error))
        return FALSE;
    care_record_set_int(job, field, care_record_id(record));
    return TRUE;
}

static gboolean
save_documents(CareTransaction *transaction, const CareIntake *intake, GError **error)
{
    for (guint i = 0; intake->documents != NULL && i < intake->documents->len; i++) {
        CareRecord *document = intake->documents->pdata[i];

        care_record_set_int(document, CARE_DOCUMENT_CUSTOMER,
                            care_record_int(intake->job, CARE_JOB_CUSTOMER));
        care_record_set_int(document, CARE_DOCUMENT_JOB, care_record_id(intake->job));
        if (!care_flow_save(transaction, document, NULL, error))
            return FALSE;
    }
    return TRUE;
}

static gboolean
forget_drafts(CareTransaction *transaction, const CareIntake *intake, GError **error)
{
    for (gsize i = 0; intake->drafts != NULL && intake->drafts[i] != NULL; i++)
        if (!care_draft_forget(transaction, intake->drafts[i], error))
            return FALSE;
    return TRUE;
}

gboolean
care_intake_save(CareTransaction *transaction, const CareIntake *intake, GError **error)
{
    CareRecord *job = intake->job;

    if (!save_first(transaction, intake->customer, job, CARE_JOB_CUSTOMER, error))
        return FALSE;
    if (intake->device != NULL)
        care_record_set_int(intake->device, CARE_DEVICE_CUSTOMER, care_record_int(job, CARE_JOB_CUSTOMER));
    if (intake->plan != NULL)
        care_record_set_int(intake->plan, CARE_PLAN_ADAPTED, TRUE);
    return save_first(transaction, intake->device, job, CARE_JOB_DEVICE, error)
           && save_first(transaction, intake->plan, job, CARE_JOB_PLAN, error)
           && care_flow_name_who_is_there(transaction, job, CARE_JOB_STAFF, NULL, error)
           && care_flow_save(transaction, job, NULL, error) && save_documents(transaction, intake, error)
           && forget_drafts(transaction, intake, error);
}

/* An intake on its way to the worker: everything in it is a copy. */
static void
copies_free(gpointer data)
{
    CareIntake *copies = data;

    g_clear_object(&copies->customer);
    g_clear_object(&copies->device);
    g_clear_object(&copies->plan);
    g_clear_object(&copies->job);
    g_clear_pointer(&copies->documents, g_ptr_array_unref);
    g_strfreev((char **)copies->drafts);
    g_free(copies);
}

static gpointer
closure(CareTransaction *transaction, gpointer data, GError **error)
{
    CareIntake *copies = data;

    return care_intake_save(transaction, copies, error) ? g_object_ref(copies->job) : NULL;
}

static CareRecord *
copy_of(CareRecord *record)
{
    return record != NULL ? care_record_copy(record) : NULL;
}

void
care_intake_save_async(CareStore *store, const CareIntake *intake, GAsyncReadyCallback callback,
                       gpointer user_data)
{
    CareIntake *copies = g_new(CareIntake, 1);

    *copies = (CareIntake){ .customer = copy_of(intake->customer),
                            .device = copy_of(intake->device),
                            .plan = copy_of(intake->plan),
                            .job = copy_of(intake->job),
                            .documents = g_ptr_array_new_with_free_func(g_object_unref),
                            .drafts = (const char *const *)g_strdupv((char **)intake->drafts) };
    for (guint i = 0; intake->documents != NULL && i < intake->documents->len; i++)
        g_ptr_array_add(copies->documents, care_record_copy(intake->documents->pdata[i]));
    care_store_run_async(store, closure, copies, copies_free, g_object_unref, callback, user_data);
}

CareId
care_intake_save_finish(CareStore *store, GAsyncResult *result, GError **error)
{
    g_autoptr(CareRecord) job = care_store_run_finish(store, result, error);

    return job != NULL ? care_record_id(job) : 0;
}
