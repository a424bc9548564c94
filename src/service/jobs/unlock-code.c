/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "service/jobs/unlock-code.h"

#include <glib/gi18n-lib.h>

#include "model/job.h"
#include "service/flow.h"
#include "service/keyring.h"

static const CareSecret code_of_job = {
    { CARE_APPLICATION_ID ".UnlockCode",
      SECRET_SCHEMA_NONE,
      { { "job", SECRET_SCHEMA_ATTRIBUTE_STRING }, { NULL, 0 } } },
    .label = N_("Unlock code of a device in repair"),
    .refusal = N_("The keyring of this computer cannot be used right now, so the unlock code was left "
                  "as it was. Everything else was kept; unlock the keyring and try again."),
};

typedef struct {
    CareId job;
    gboolean has_code;
} Mark;

/* The job stays as old as it was: nobody has written on it, and that it was taken in can still be taken back. */
static gboolean
mark_closure(CareTransaction *transaction, gpointer data, GError **error)
{
    Mark *mark = data;
    g_autoptr(CareRecord) job = care_transaction_load(transaction, &care_job_kind, mark->job, error);
    g_autoptr(CareRecord) old = job != NULL ? care_record_copy(job) : NULL;

    if (job == NULL)
        return FALSE;
    care_record_set_int(job, CARE_JOB_HAS_CODE, mark->has_code);
    return care_flow_put_back(transaction, job, old, error);
}

/* code: NULL for none. */
static void
keep(CareStore *store, CareId job, const char *code, GAsyncReadyCallback callback, gpointer user_data)
{
    g_autofree char *id = care_id_to_string(job);
    Mark mark = { job, code != NULL };

    care_secret_keep_and_mark_async(store, &code_of_job, id, code, mark_closure,
                                    g_memdup2(&mark, sizeof mark), g_free, callback, user_data);
}

void
care_unlock_code_store_async(CareStore *store, CareId job, const char *code, GAsyncReadyCallback callback,
                             gpointer user_data)
{
    keep(store, job, code, callback, user_data);
}

gboolean
care_unlock_code_store_finish(CareStore *store, GAsyncResult *result, GError **error)
{
    return care_secret_keep_finish(result, error);
}

void
care_unlock_code_lookup_async(CareStore *store, CareId job, GAsyncReadyCallback callback, gpointer user_data)
{
    g_autofree char *id = care_id_to_string(job);

    care_secret_lookup_async(&code_of_job, id, callback, user_data);
}

char *
care_unlock_code_lookup_finish(CareStore *store, GAsyncResult *result, GError **error)
{
    return care_secret_lookup_finish(result, error);
}

void
care_unlock_code_clear_async(CareStore *store, CareId job, GAsyncReadyCallback callback, gpointer user_data)
{
    keep(store, job, NULL, callback, user_data);
}

gboolean
care_unlock_code_clear_finish(CareStore *store, GAsyncResult *result, GError **error)
{
    return care_secret_keep_finish(result, error);
}

gboolean
care_unlock_code_clear_now(CareStore *store, CareId job, GError **error)
{
    g_autofree char *id = care_id_to_string(job);
    Mark mark = { job, FALSE };

    return care_secret_forget_now(&code_of_job, id, error)
           && care_store_write(store, mark_closure, &mark, error);
}
