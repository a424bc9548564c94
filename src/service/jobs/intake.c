/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "service/jobs/intake.h"

#include "model/customer.h"
#include "model/device.h"
#include "model/document.h"
#include "model/job.h"
#include "model/plan.h"
#include "service/flow.h"
#include "store/draft.h"

static gboolean
save_first(CareTransaction *transaction, CareRecord *record, CareRecord *job, int field, GError **error)
{
    if (record == NULL)
        return TRUE;
    if (!care_flow_save(transaction, record, NULL, error))
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
           && care_flow_save(transaction, job, NULL, error) && save_documents(transaction, intake, error)
           && forget_drafts(transaction, intake, error);
}

/* An intake on its way to the worker: copies, and the job they come back to. */
typedef struct {
    CareIntake copies;
    CareRecord *job;
} Saving;

static void
saving_free(gpointer data)
{
    Saving *saving = data;

    g_clear_object(&saving->copies.customer);
    g_clear_object(&saving->copies.device);
    g_clear_object(&saving->copies.plan);
    g_clear_object(&saving->copies.job);
    g_clear_pointer(&saving->copies.documents, g_ptr_array_unref);
    g_clear_object(&saving->job);
    g_free(saving);
}

static gboolean
closure(CareTransaction *transaction, gpointer data, GError **error)
{
    Saving *saving = data;

    return care_intake_save(transaction, &saving->copies, error);
}

static void
on_saved(GObject *source, GAsyncResult *result, gpointer data)
{
    g_autoptr(GTask) task = data;
    Saving *saving = g_task_get_task_data(task);
    g_autoptr(GError) error = NULL;

    if (!care_store_write_finish(CARE_STORE(source), result, &error)) {
        g_task_return_error(task, g_steal_pointer(&error));
        return;
    }
    care_record_assign(saving->job, saving->copies.job);
    care_record_set_id(saving->job, care_record_id(saving->copies.job));
    g_task_return_boolean(task, TRUE);
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
    GTask *task = g_task_new(store, NULL, callback, user_data);
    Saving *saving = g_new0(Saving, 1);

    saving->job = g_object_ref(intake->job);
    saving->copies = (CareIntake){ copy_of(intake->customer),
                                   copy_of(intake->device),
                                   copy_of(intake->plan),
                                   copy_of(intake->job),
                                   g_ptr_array_new_with_free_func(g_object_unref),
                                   intake->drafts };
    for (guint i = 0; intake->documents != NULL && i < intake->documents->len; i++)
        g_ptr_array_add(saving->copies.documents, care_record_copy(intake->documents->pdata[i]));
    g_task_set_task_data(task, saving, saving_free);
    care_store_write_async(store, CARE_PRIORITY_INTERACTIVE, closure, saving, NULL, NULL, on_saved, task);
}

gboolean
care_intake_save_finish(CareStore *store, GAsyncResult *result, GError **error)
{
    return g_task_propagate_boolean(G_TASK(result), error);
}
