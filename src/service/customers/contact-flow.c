/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "service/customers/contact-flow.h"

#include "core/errors.h"
#include "model/complaint.h"
#include "model/followup.h"
#include "model/interaction.h"
#include "model/invoice.h"
#include "model/job.h"
#include "service/flow.h"
#include "service/invoices/reminder.h"
#include "service/jobs/job-flow.h"

#define REMIND_AGAIN_DAYS 7

/* A follow-up is either open or was done at an instant. */
static gboolean
set_followup_done(CareTransaction *transaction, CareId id, gboolean done, GError **error)
{
    g_autoptr(CareRecord) followup = care_transaction_load(transaction, &care_followup_kind, id, error);

    if (followup == NULL)
        return FALSE;
    care_record_set_text(followup, CARE_FOLLOWUP_STATE, done ? "done" : "open");
    if (done)
        care_record_set_int(followup, CARE_FOLLOWUP_DONE, care_transaction_now(transaction));
    else
        care_record_clear(followup, CARE_FOLLOWUP_DONE);
    return care_transaction_save(transaction, followup, error);
}

/* how is NULL to take the first answer back. */
static gboolean
set_acknowledged(CareTransaction *transaction, CareId id, const char *how, GError **error)
{
    g_autoptr(CareRecord) complaint = care_transaction_load(transaction, &care_complaint_kind, id, error);

    if (complaint == NULL)
        return FALSE;
    if (how == NULL)
        care_record_clear(complaint, CARE_COMPLAINT_ACKNOWLEDGED);
    else if (!care_record_is_set(complaint, CARE_COMPLAINT_ACKNOWLEDGED))
        care_record_set_int(complaint, CARE_COMPLAINT_ACKNOWLEDGED, care_transaction_now(transaction));
    care_record_set_text(complaint, CARE_COMPLAINT_ACKNOWLEDGED_HOW, how);
    return care_transaction_save(transaction, complaint, error);
}

/* field: TOLD or REMINDED. The first sending counts, and the latest reminder. */
static gboolean
mark_invoice(CareTransaction *transaction, CareId id, int field, CareInstant at, GError **error)
{
    g_autoptr(CareRecord) invoice = care_transaction_load(transaction, &care_invoice_kind, id, error);

    if (invoice == NULL)
        return FALSE;
    if (field == CARE_INVOICE_TOLD && care_record_is_set(invoice, field))
        return TRUE;
    care_record_set_int(invoice, field, at);
    return care_transaction_save(transaction, invoice, error);
}

/* Only the mark that this contact made. */
static gboolean
unmark_invoice(CareTransaction *transaction, CareId id, int field, CareInstant at, GError **error)
{
    g_autoptr(CareRecord) invoice = care_transaction_load(transaction, &care_invoice_kind, id, error);

    if (invoice == NULL)
        return FALSE;
    if (!care_record_is_set(invoice, field) || care_record_int(invoice, field) != at)
        return TRUE;
    care_record_clear(invoice, field);
    return care_transaction_save(transaction, invoice, error);
}

static gboolean
may_remind(CareTransaction *transaction, CareId id, GError **error)
{
    g_autoptr(CareRecord) invoice = care_transaction_load(transaction, &care_invoice_kind, id, error);
    g_autofree char *refusal = NULL;

    if (invoice == NULL)
        return FALSE;
    refusal = care_reminder_refusal(care_transaction_connection(transaction), invoice,
                                    care_transaction_today(transaction), care_transaction_zone(transaction));
    if (refusal != NULL)
        g_set_error_literal(error, CARE_ERROR, CARE_ERROR_REFUSED, refusal);
    return refusal == NULL;
}

static gboolean
settle_reminder(CareTransaction *transaction, CareRecord *interaction, CareId invoice, GError **error)
{
    CareDate again = care_date_add_days(care_transaction_today(transaction), REMIND_AGAIN_DAYS);

    return mark_invoice(transaction, invoice, CARE_INVOICE_REMINDED,
                        care_record_int(interaction, CARE_INTERACTION_AT), error)
           && care_today_defer(transaction, CARE_DUE_OVERDUE, invoice, again, NULL, error);
}

static gboolean
settle(CareTransaction *transaction, CareRecord *interaction, const CareContactAbout *about, GError **error)
{
    CareDate never = { 0 };

    switch (about->rule) {
    case CARE_DUE_COMPLAINT:
        return set_acknowledged(transaction, about->record,
                                care_record_text(interaction, CARE_INTERACTION_CHANNEL), error);
    case CARE_DUE_FOLLOWUP:
        return set_followup_done(transaction, about->record, TRUE, error);
    case CARE_DUE_OCCASION:
        return care_today_defer(transaction, about->rule, about->record, never, "done", error);
    case CARE_DUE_OVERDUE:
        return settle_reminder(transaction, interaction, about->record, error);
    case CARE_DUE_UNCOLLECTED:
    case CARE_DUE_UNBILLED:
        return care_today_defer(transaction, about->rule, about->record,
                                care_date_add_days(care_transaction_today(transaction), REMIND_AGAIN_DAYS),
                                NULL, error);
    case CARE_DUE_TO_TELL: /* saved together with its interaction, below */
    case CARE_DUE_BACKUP:
    case CARE_DUE_N_RULES:
    default:
        return TRUE;
    }
}

gboolean
care_contact_flow_log(CareTransaction *transaction, CareRecord *interaction, const CareContactAbout *about,
                      GError **error)
{
    if (about->rule == CARE_DUE_FOLLOWUP)
        care_record_set_int(interaction, CARE_INTERACTION_FOLLOWUP, about->record);
    if (about->settled && about->rule == CARE_DUE_TO_TELL)
        return care_job_flow_tell(transaction, about->record, interaction, error);
    if (about->settled && about->rule == CARE_DUE_OVERDUE && !may_remind(transaction, about->record, error))
        return FALSE;
    if (!care_flow_save(transaction, interaction, error))
        return FALSE;
    return !about->settled
           || (settle(transaction, interaction, about, error)
               && (about->invoice == 0
                   || mark_invoice(transaction, about->invoice, CARE_INVOICE_TOLD,
                                   care_record_int(interaction, CARE_INTERACTION_AT), error)));
}

static gboolean
untell(CareTransaction *transaction, CareId id, GError **error)
{
    g_autoptr(CareRecord) job = care_transaction_load(transaction, &care_job_kind, id, error);

    if (job == NULL)
        return FALSE;
    care_record_clear(job, CARE_JOB_TOLD);
    return care_transaction_save(transaction, job, error);
}

/* at: when the contact was made, which marked the invoice. */
static gboolean
unsettle(CareTransaction *transaction, const CareContactAbout *about, CareInstant at, GError **error)
{
    if (about->invoice != 0 && !unmark_invoice(transaction, about->invoice, CARE_INVOICE_TOLD, at, error))
        return FALSE;
    switch (about->rule) {
    case CARE_DUE_TO_TELL:
        return untell(transaction, about->record, error);
    case CARE_DUE_COMPLAINT:
        return set_acknowledged(transaction, about->record, NULL, error);
    case CARE_DUE_FOLLOWUP:
        return set_followup_done(transaction, about->record, FALSE, error);
    case CARE_DUE_OVERDUE:
        return unmark_invoice(transaction, about->record, CARE_INVOICE_REMINDED, at, error)
               && care_today_undefer(transaction, about->rule, about->record, error);
    case CARE_DUE_OCCASION:
    case CARE_DUE_UNCOLLECTED:
    case CARE_DUE_UNBILLED:
        return care_today_undefer(transaction, about->rule, about->record, error);
    case CARE_DUE_BACKUP:
    case CARE_DUE_N_RULES:
    default:
        return TRUE;
    }
}

gboolean
care_contact_flow_take_back(CareTransaction *transaction, CareId interaction, const CareContactAbout *about,
                            GError **error)
{
    g_autoptr(CareRecord) contact
        = care_transaction_load(transaction, &care_interaction_kind, interaction, error);

    return contact != NULL && care_transaction_remove(transaction, &care_interaction_kind, interaction, error)
           && (!about->settled
               || unsettle(transaction, about, care_record_int(contact, CARE_INTERACTION_AT), error));
}

/* A contact on its way to the worker. */
typedef struct {
    CareRecord *interaction;
    CareId id;
    CareContactAbout about;
} Contact;

static void
contact_free(gpointer data)
{
    Contact *contact = data;

    g_clear_object(&contact->interaction);
    g_free(contact);
}

static gboolean
log_closure(CareTransaction *transaction, gpointer data, GError **error)
{
    Contact *contact = data;

    if (!care_contact_flow_log(transaction, contact->interaction, &contact->about, error))
        return FALSE;
    contact->id = care_record_id(contact->interaction);
    return TRUE;
}

static gboolean
take_back_closure(CareTransaction *transaction, gpointer data, GError **error)
{
    Contact *contact = data;

    return care_contact_flow_take_back(transaction, contact->id, &contact->about, error);
}

static void
on_written(GObject *source, GAsyncResult *result, gpointer data)
{
    g_autoptr(GTask) task = data;
    g_autoptr(GError) error = NULL;

    if (care_store_write_finish(CARE_STORE(source), result, &error))
        g_task_return_boolean(task, TRUE);
    else
        g_task_return_error(task, g_steal_pointer(&error));
}

static void
start(CareStore *store, Contact *contact, CareTransactionFunc closure, GAsyncReadyCallback callback,
      gpointer user_data)
{
    GTask *task = g_task_new(store, NULL, callback, user_data);

    g_task_set_task_data(task, contact, contact_free);
    care_store_write_async(store, CARE_PRIORITY_INTERACTIVE, closure, contact, NULL, NULL, on_written, task);
}

void
care_contact_log_async(CareStore *store, CareRecord *interaction, const CareContactAbout *about,
                       GAsyncReadyCallback callback, gpointer user_data)
{
    Contact *contact = g_new0(Contact, 1);

    contact->interaction = care_record_copy(interaction);
    contact->about = *about;
    start(store, contact, log_closure, callback, user_data);
}

CareId
care_contact_log_finish(CareStore *store, GAsyncResult *result, GError **error)
{
    Contact *contact = g_task_get_task_data(G_TASK(result));

    return g_task_propagate_boolean(G_TASK(result), error) ? contact->id : 0;
}

void
care_contact_take_back_async(CareStore *store, CareId interaction, const CareContactAbout *about,
                             GAsyncReadyCallback callback, gpointer user_data)
{
    Contact *contact = g_new0(Contact, 1);

    contact->id = interaction;
    contact->about = *about;
    start(store, contact, take_back_closure, callback, user_data);
}

gboolean
care_contact_take_back_finish(CareStore *store, GAsyncResult *result, GError **error)
{
    return g_task_propagate_boolean(G_TASK(result), error);
}
