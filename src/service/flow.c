/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "service/flow.h"

#include "model/complaint.h"
#include "model/customer.h"
#include "model/event.h"
#include "model/feedback.h"
#include "model/gift.h"
#include "model/interaction.h"
#include "model/invoice.h"
#include "model/job.h"
#include "model/payment.h"
#include "service/feedback/complaint-flow.h"
#include "service/feedback/feedback-flow.h"
#include "service/invoices/invoice-draft.h"
#include "service/jobs/job-flow.h"
#include "service/invoices/payment-flow.h"

gboolean
care_flow_add_event(CareTransaction *transaction, CareId customer, CareId job, const char *name,
                    const char *before, const char *after, GError **error)
{
    g_autoptr(CareRecord) event = CARE_RECORD(care_event_new());
    g_autofree char *actor = care_transaction_setting(transaction, CARE_SETTING_ACTOR);
    CareId staff = 0;

    if (actor != NULL && care_id_parse(actor, &staff))
        care_record_set_int(event, CARE_EVENT_STAFF, staff);
    care_record_set_int(event, CARE_EVENT_CUSTOMER, customer);
    care_record_set_int(event, CARE_EVENT_JOB, job);
    care_record_set_int(event, CARE_EVENT_AT, care_transaction_now(transaction));
    care_record_set_text(event, CARE_EVENT_NAME, name);
    care_record_set_text(event, CARE_EVENT_BEFORE, before);
    care_record_set_text(event, CARE_EVENT_AFTER, after);
    return care_transaction_save(transaction, event, error);
}

/* A change of the contact person belongs to the customer's story (S7). */
static gboolean
save_customer(CareTransaction *transaction, CareRecord *customer, GError **error)
{
    g_autoptr(CareRecord) old = NULL;
    g_autofree char *before = NULL;
    g_autofree char *after = NULL;

    if (care_record_id(customer) != 0) {
        old = care_transaction_load(transaction, &care_customer_kind, care_record_id(customer), error);
        if (old == NULL)
            return FALSE;
    }
    if (!care_transaction_save(transaction, customer, error))
        return FALSE;
    if (old == NULL || care_record_field_equal(old, customer, CARE_CUSTOMER_CONTACT))
        return TRUE;
    before = care_record_field_to_string(old, CARE_CUSTOMER_CONTACT, NULL);
    after = care_record_field_to_string(customer, CARE_CUSTOMER_CONTACT, NULL);
    return care_flow_add_event(transaction, care_record_id(customer), 0, "contact", before, after, error);
}

/* Gifts stand in the timeline at the moment they were given. */
static gboolean
save_gift(CareTransaction *transaction, CareRecord *gift, GError **error)
{
    gboolean given = g_strcmp0(care_record_text(gift, CARE_GIFT_STATE), "given") == 0;

    if (!given)
        care_record_clear(gift, CARE_GIFT_AT);
    else if (!care_record_is_set(gift, CARE_GIFT_AT))
        care_record_set_int(gift, CARE_GIFT_AT, care_transaction_now(transaction));
    return care_transaction_save(transaction, gift, error);
}

/* Whoever was called or written to about a job that is ready has been told, whichever way it was logged. */
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
    return care_transaction_save(transaction, job, error);
}

static gboolean
save_interaction(CareTransaction *transaction, CareRecord *interaction, GError **error)
{
    gboolean is_new = care_record_id(interaction) == 0;

    if (!care_record_is_set(interaction, CARE_INTERACTION_AT))
        care_record_set_int(interaction, CARE_INTERACTION_AT, care_transaction_now(transaction));
    return care_transaction_save(transaction, interaction, error)
           && (!is_new || tell_job(transaction, interaction, error));
}

typedef gboolean (*SaveFunc)(CareTransaction *transaction, CareRecord *record, GError **error);

static const struct {
    const CareKind *kind;
    SaveFunc save;
} flows[] = {
    { &care_customer_kind, save_customer },
    { &care_job_kind, care_job_flow_save },
    { &care_invoice_kind, care_invoice_flow_save },
    { &care_interaction_kind, save_interaction },
    { &care_gift_kind, save_gift },
    { &care_payment_kind, care_payment_flow_save },
    { &care_feedback_kind, care_feedback_flow_save },
    { &care_complaint_kind, care_complaint_flow_save },
};

gboolean
care_flow_save(CareTransaction *transaction, CareRecord *record, GError **error)
{
    for (gsize i = 0; i < G_N_ELEMENTS(flows); i++)
        if (care_record_is(record, flows[i].kind))
            return flows[i].save(transaction, record, error);
    return care_transaction_save(transaction, record, error);
}

static gboolean
save_closure(CareTransaction *transaction, gpointer record, GError **error)
{
    return care_flow_save(transaction, record, error);
}

typedef struct {
    CareRecord *record;
    CareRecord *copy;
} Save;

static void
save_free(gpointer data)
{
    Save *save = data;

    g_object_unref(save->record);
    g_object_unref(save->copy);
    g_free(save);
}

static void
take_over(CareRecord *record, CareRecord *copy)
{
    care_record_assign(record, copy);
    care_record_set_id(record, care_record_id(copy));
}

static void
on_saved(GObject *source, GAsyncResult *result, gpointer data)
{
    g_autoptr(GTask) task = data;
    Save *save = g_task_get_task_data(task);
    g_autoptr(GError) error = NULL;

    if (!care_store_write_finish(CARE_STORE(source), result, &error)) {
        g_task_return_error(task, g_steal_pointer(&error));
        return;
    }
    take_over(save->record, save->copy);
    g_task_return_boolean(task, TRUE);
}

void
care_flow_save_async(CareStore *store, CareRecord *record, GAsyncReadyCallback callback, gpointer user_data)
{
    GTask *task = g_task_new(store, NULL, callback, user_data);
    Save *save = g_new(Save, 1);

    save->record = g_object_ref(record);
    save->copy = care_record_copy(record);
    g_task_set_task_data(task, save, save_free);
    care_store_write_async(store, CARE_PRIORITY_INTERACTIVE, save_closure, save->copy, NULL, NULL, on_saved,
                           task);
}

gboolean
care_flow_save_finish(CareStore *store, GAsyncResult *result, GError **error)
{
    return g_task_propagate_boolean(G_TASK(result), error);
}

gboolean
care_flow_save_now(CareStore *store, CareRecord *record, GError **error)
{
    g_autoptr(CareRecord) copy = care_record_copy(record);

    if (!care_store_write(store, save_closure, copy, error))
        return FALSE;
    take_over(record, copy);
    return TRUE;
}
