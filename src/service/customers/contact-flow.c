/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "service/customers/contact-flow.h"

#include <glib/gi18n-lib.h>

#include "model/feedback.h"
#include "model/interaction.h"
#include "model/invoice.h"
#include "service/flow.h"
#include "service/flow-given.h"
#include "service/flow-uses.h"
#include "store/draft.h"
#include "store/kind-query.h"

/* That it was sent; the first sending counts. */
static gboolean
mark_sent(CareTransaction *transaction, CareId id, CareInstant at, GError **error)
{
    g_autoptr(CareRecord) invoice = care_transaction_load(transaction, &care_invoice_kind, id, error);

    if (invoice == NULL)
        return FALSE;
    if (care_record_is_set(invoice, CARE_INVOICE_TOLD))
        return TRUE;
    care_record_set_int(invoice, CARE_INVOICE_TOLD, at);
    return care_flow_save(transaction, invoice, NULL, error);
}

/* Only the mark that this contact made. */
static gboolean
unmark_sent(CareTransaction *transaction, CareId id, CareInstant at, GError **error)
{
    g_autoptr(CareRecord) invoice = care_transaction_load(transaction, &care_invoice_kind, id, error);

    if (invoice == NULL)
        return FALSE;
    if (!care_record_is_set(invoice, CARE_INVOICE_TOLD) || care_record_int(invoice, CARE_INVOICE_TOLD) != at)
        return TRUE;
    care_record_clear(invoice, CARE_INVOICE_TOLD);
    return care_flow_save(transaction, invoice, NULL, error);
}

/* NULL: it was about no line. */
static const CareDueRuleInfo *
rule_of(const CareContactAbout *about)
{
    return about->rule < CARE_DUE_N_RULES ? care_due_rule_info(about->rule) : NULL;
}

static gboolean
settle(CareTransaction *transaction, CareRecord *interaction, const CareContactAbout *about, GError **error)
{
    const CareDueRuleInfo *rule = rule_of(about);

    if (rule != NULL && rule->settle != NULL
        && !rule->settle(transaction, about->rule, about->record, interaction, error))
        return FALSE;
    return about->invoice == 0
           || mark_sent(transaction, about->invoice, care_record_int(interaction, CARE_INTERACTION_AT),
                        error);
}

gboolean
care_contact_is_about_money(const CareContactAbout *about)
{
    return about->invoice != 0 || about->rule == CARE_DUE_OVERDUE || about->rule == CARE_DUE_PAY_BACK;
}

static gboolean
save(CareTransaction *transaction, CareRecord *interaction, const CareContactAbout *about, GError **error)
{
    return care_contact_is_about_money(about) ? care_flow_save_along(transaction, interaction, error)
                                              : care_flow_save(transaction, interaction, NULL, error);
}

/* Somebody tried, and it is owed as before: a call about a job that is ready counts as the telling of it, unless it
 * reached nobody. */
static gboolean
log_try(CareTransaction *transaction, CareRecord *interaction, const CareContactAbout *about, GError **error)
{
    return save(transaction, interaction, about, error)
           && (about->rule != CARE_DUE_TO_TELL
               || rule_of(about)->unsettle(transaction, about->rule, about->record, interaction, error));
}

/* What it was about stands in it, where there is a place for that, and that it reached nobody. A contact that names a job,
 * and neither a step nor a complaint, is about the job; who is asked for money, or sent an invoice, is told nothing of it. */
static void
say_what_about(CareRecord *interaction, const CareContactAbout *about)
{
    if (care_contact_is_about_money(about) || about->rule == CARE_DUE_UNBILLED)
        care_record_clear(interaction, CARE_INTERACTION_JOB);
    if (about->rule == CARE_DUE_FOLLOWUP)
        care_record_set_int(interaction, CARE_INTERACTION_FOLLOWUP, about->record);
    if (about->rule == CARE_DUE_COMPLAINT || about->rule == CARE_DUE_UNSETTLED)
        care_record_set_int(interaction, CARE_INTERACTION_COMPLAINT, about->record);
    if (!about->settled && !care_record_is_set(interaction, CARE_INTERACTION_OUTCOME))
        care_record_set_text(interaction, CARE_INTERACTION_OUTCOME, _(CARE_INTERACTION_NOBODY));
}

/* *gone: whether what the line is about was deleted while somebody wrote or rang. */
static gboolean
find_gone(CareTransaction *transaction, const CareContactAbout *about, gboolean *gone, GError **error)
{
    const CareDueRuleInfo *rule = rule_of(about);

    *gone = rule != NULL && rule->kinds[0] != NULL;
    for (gsize i = 0; *gone && rule->kinds[i] != NULL; i++) {
        gint64 deleted = 0;

        if (!care_kind_deleted_at(care_transaction_connection(transaction), care_kind_by_name(rule->kinds[i]),
                                  about->record, &deleted, error))
            return FALSE;
        *gone = deleted != 0;
    }
    return TRUE;
}

/* It took place, so it is logged, but nothing is settled by it: *line is what is left of about. What was about a step or a
 * complaint of a job tells nothing of the job. */
static gboolean
let_gone_go(CareTransaction *transaction, CareRecord *interaction, const CareContactAbout *about,
            CareContactAbout *line, GError **error)
{
    gboolean gone = FALSE;

    *line = *about;
    if (!find_gone(transaction, about, &gone, error))
        return FALSE;
    if (gone) {
        line->rule = CARE_DUE_N_RULES;
        care_record_clear(interaction, CARE_INTERACTION_JOB);
    }
    return care_flow_let_gone_go(transaction, interaction, error);
}

gboolean
care_contact_check_words(CareConnection *connection, CareRecord *interaction, const CareContactAbout *about,
                         GError **error)
{
    const CareDueRuleInfo *rule = rule_of(about);

    return !about->settled || rule == NULL || rule->says == NULL
           || rule->says(connection, about->record, interaction, error);
}

gboolean
care_contact_flow_log(CareTransaction *transaction, CareRecord *interaction, const CareContactAbout *about,
                      GError **error)
{
    const CareDueRuleInfo *rule;
    CareContactAbout line;

    say_what_about(interaction, about);
    if (!let_gone_go(transaction, interaction, about, &line, error))
        return FALSE;
    if (!line.settled)
        return log_try(transaction, interaction, &line, error);
    rule = rule_of(&line);
    if ((rule != NULL && rule->may != NULL && !rule->may(transaction, line.record, error))
        || !care_contact_check_words(care_transaction_connection(transaction), interaction, &line, error))
        return FALSE;
    return save(transaction, interaction, &line, error) && settle(transaction, interaction, &line, error);
}

static gboolean
unsettle(CareTransaction *transaction, const CareContactAbout *about, CareRecord *contact, GError **error)
{
    const CareDueRuleInfo *rule = rule_of(about);

    if (about->invoice != 0
        && !unmark_sent(transaction, about->invoice, care_record_int(contact, CARE_INTERACTION_AT), error))
        return FALSE;
    return rule == NULL || rule->unsettle == NULL
           || rule->unsettle(transaction, about->rule, about->record, contact, error);
}

/* It did not happen: there is nothing to be found again among what was deleted, unless somebody wrote on it. */
static gboolean
forget(CareTransaction *transaction, CareRecord *contact, GError **error)
{
    CareRecordStamp stamp = care_record_stamp(contact);

    return stamp.changed == stamp.created
               ? care_flow_purge(transaction, &care_interaction_kind, care_record_id(contact), error)
               : care_flow_remove(transaction, &care_interaction_kind, care_record_id(contact), error);
}

gboolean
care_contact_flow_take_back(CareTransaction *transaction, CareRecord *logged, CareRecord *answer,
                            const CareContactAbout *about, GError **error)
{
    g_autoptr(CareRecord) contact
        = care_transaction_load(transaction, &care_interaction_kind, care_record_id(logged), error);

    return contact != NULL && care_flow_check_untouched(contact, logged, error)
           && forget(transaction, contact, error)
           && (answer == NULL || care_flow_take_back(transaction, answer, error))
           && (!about->settled || unsettle(transaction, about, contact, error));
}

/* A contact on its way to the worker. */
typedef struct {
    CareRecord *interaction; /* to be logged, or as it was and to be taken back */
    CareRecord *answer;      /* that is saved or taken back with it; nullable */
    CareContactAbout about;
    char *draft; /* nullable */
} Contact;

static void
contact_free(gpointer data)
{
    Contact *contact = data;

    g_clear_object(&contact->interaction);
    g_clear_object(&contact->answer);
    g_free(contact->draft);
    g_free(contact);
}

/* After the contact, which has seen to the question that the answer is to. */
static gboolean
save_answer(CareTransaction *transaction, Contact *contact, GError **error)
{
    if (contact->answer == NULL)
        return TRUE;
    if (!care_record_is_set(contact->answer, CARE_FEEDBACK_AT))
        care_record_set_int(contact->answer, CARE_FEEDBACK_AT,
                            care_record_int(contact->interaction, CARE_INTERACTION_AT));
    return care_flow_let_gone_go(transaction, contact->answer, error)
           && care_flow_save(transaction, contact->answer, NULL, error);
}

static gpointer
log_closure(CareTransaction *transaction, gpointer data, GError **error)
{
    Contact *contact = data;
    GPtrArray *saved;

    if (!care_contact_flow_log(transaction, contact->interaction, &contact->about, error)
        || !save_answer(transaction, contact, error)
        || (contact->draft != NULL && !care_draft_forget(transaction, contact->draft, error)))
        return NULL;
    saved = g_ptr_array_new_with_free_func(g_object_unref);
    g_ptr_array_add(saved, g_object_ref(contact->interaction));
    if (contact->answer != NULL)
        g_ptr_array_add(saved, g_object_ref(contact->answer));
    return saved;
}

static void
saved_free(gpointer saved)
{
    g_ptr_array_unref(saved);
}

void
care_contact_log_answer_async(CareStore *store, CareRecord *interaction, const CareContactAbout *about,
                              CareRecord *feedback, const char *draft, GAsyncReadyCallback callback,
                              gpointer user_data)
{
    Contact *contact = g_new0(Contact, 1);

    contact->interaction = care_record_copy(interaction);
    contact->answer = feedback != NULL ? care_record_copy(feedback) : NULL;
    contact->about = *about;
    contact->draft = g_strdup(draft);
    care_store_run_async(store, log_closure, contact, contact_free, saved_free, callback, user_data);
}

void
care_contact_log_async(CareStore *store, CareRecord *interaction, const CareContactAbout *about,
                       const char *draft, GAsyncReadyCallback callback, gpointer user_data)
{
    care_contact_log_answer_async(store, interaction, about, NULL, draft, callback, user_data);
}

CareId
care_contact_log_finish(CareStore *store, GAsyncResult *result, CareId *answer, GError **error)
{
    g_autoptr(GPtrArray) saved = care_store_run_finish(store, result, error);

    if (answer != NULL)
        *answer = saved != NULL && saved->len > 1 ? care_record_id(saved->pdata[1]) : 0;
    return saved != NULL ? care_record_id(saved->pdata[0]) : 0;
}

static gboolean
take_back_closure(CareTransaction *transaction, gpointer data, GError **error)
{
    Contact *contact = data;

    return care_contact_flow_take_back(transaction, contact->interaction, contact->answer, &contact->about,
                                       error);
}

void
care_contact_take_back_async(CareStore *store, CareRecord *logged, CareRecord *answer,
                             const CareContactAbout *about, GAsyncReadyCallback callback, gpointer user_data)
{
    Contact *contact = g_new0(Contact, 1);

    contact->interaction = care_record_copy(logged);
    contact->answer = answer != NULL ? care_record_copy(answer) : NULL;
    contact->about = *about;
    care_store_write_async(store, CARE_PRIORITY_INTERACTIVE, take_back_closure, contact, contact_free, NULL,
                           callback, user_data);
}

gboolean
care_contact_take_back_finish(CareStore *store, GAsyncResult *result, GError **error)
{
    return care_store_write_finish(store, result, error);
}
