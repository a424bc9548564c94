/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
/* What a contact settles, rule by rule, and what taking it back undoes. */
#include <glib/gi18n-lib.h>

#include "core/errors.h"
#include "model/complaint.h"
#include "model/followup.h"
#include "model/interaction.h"
#include "model/invoice.h"
#include "model/job.h"
#include "service/feedback/complaint-answer.h"
#include "service/flow.h"
#include "service/invoices/reminder.h"
#include "service/jobs/job-told.h"
#include "service/today/due-private.h"
#include "service/today/seen-to.h"
#include "store/named-query.h"
#include "store/record-sql.h"

#define AGAIN_DAYS 7

static CareDate
in_a_week(CareTransaction *transaction)
{
    return care_date_add_days(care_transaction_today(transaction), AGAIN_DAYS);
}

CARE_DUE_SETTLE(for_a_week)
{
    return care_today_defer(transaction, rule, record, in_a_week(transaction), NULL, error);
}

CARE_DUE_SETTLE(occasion)
{
    return care_today_defer(transaction, rule, record, (CareDate){ 0 }, "done", error);
}

/* What the contact put off was so in the transaction that logged it; what was put off by hand since stays. */
CARE_DUE_UNSETTLE(deferral)
{
    CareId deferral = 0;

    return care_query_int(care_transaction_connection(transaction), "today/deferral-of-contact", &deferral,
                          error, "isi", record, care_due_rule_nick(rule), care_record_stamp(contact).created)
           && (deferral == 0 || care_today_undefer(transaction, deferral, error));
}

/* A contact marks what it settles with its own instant: so it is known, when it is taken back, whose mark that is. */
static gboolean
is_marked(CareRecord *record, int field, CareInstant at)
{
    return care_record_is_set(record, field) && care_record_int(record, field) == at;
}

static CareInstant
instant_of(CareRecord *contact)
{
    return care_record_int(contact, CARE_INTERACTION_AT);
}

CARE_DUE_SETTLE(to_tell)
{
    g_autoptr(CareRecord) job = care_flow_load(transaction, &care_job_kind, record, error);

    if (job == NULL)
        return FALSE;
    if (care_record_is_set(job, CARE_JOB_TOLD))
        return TRUE;
    care_record_set_int(job, CARE_JOB_TOLD, instant_of(contact));
    return care_flow_save(transaction, job, NULL, error);
}

CARE_DUE_UNSETTLE(to_tell) { return care_job_told_anew(transaction, record, contact, error); }

/* The contact names the step, and has seen to it by now. */
CARE_DUE_SETTLE(followup)
{
    g_autoptr(CareRecord) followup = care_flow_load(transaction, &care_followup_kind, record, error);

    return followup != NULL;
}

CARE_DUE_UNSETTLE(followup) { return care_seen_to_settle(transaction, contact, NULL, error); }

static gboolean
write_let_go(CareTransaction *transaction, CareRecord *followup, const char *reason, GError **error)
{
    if (reason != NULL)
        care_record_set_text(followup, CARE_FOLLOWUP_STATE, care_followup_state_word(CARE_FOLLOWUP_LET_GO));
    else if (!care_seen_to_take_up(transaction, followup, error))
        return FALSE;
    care_record_set_text(followup, CARE_FOLLOWUP_REASON, reason);
    return care_flow_save_along(transaction, followup, error);
}

/* Nothing to do of what was done or taken up again since, went with its job, or is gone for good; what is deleted comes
 * back open. */
static gboolean
take_up_again(CareTransaction *transaction, CareId id, GError **error)
{
    g_autoptr(GError) local = NULL;
    g_autoptr(CareRecord) followup = care_transaction_load(transaction, &care_followup_kind, id, &local);

    if (g_error_matches(local, CARE_ERROR, CARE_ERROR_NOT_FOUND))
        return TRUE;
    if (followup == NULL) {
        g_propagate_error(error, g_steal_pointer(&local));
        return FALSE;
    }
    if (!care_followup_is(followup, CARE_FOLLOWUP_LET_GO)
        || care_followup_source_is(care_record_text(followup, CARE_FOLLOWUP_SOURCE),
                                   CARE_FOLLOWUP_OF_CANCELLED))
        return TRUE;
    return write_let_go(transaction, followup, NULL, error);
}

/* A decision that comes back unchanged stands as it would had it never gone: whoever answered meanwhile has the step let go. */
static gboolean
comes_back_to(CareTransaction *transaction, CareRecord *followup, const char *before, const char *reason,
              gboolean *does, GError **error)
{
    *does = FALSE;
    return before == NULL || !g_str_equal(before, reason)
           || care_seen_to_is_marked_since(transaction, followup, 0, does, error);
}

gboolean
care_due_let_followup_go(CareTransaction *transaction, CareId id, const char *before, const char *reason,
                         GError **error)
{
    g_autoptr(CareRecord) followup = NULL;
    gboolean back;

    if (reason == NULL)
        return take_up_again(transaction, id, error);
    followup = care_flow_load(transaction, &care_followup_kind, id, error);
    if (followup == NULL || !comes_back_to(transaction, followup, before, reason, &back, error))
        return FALSE;
    if (back || care_followup_is(followup, CARE_FOLLOWUP_OPEN)
        || (before != NULL && care_followup_is(followup, CARE_FOLLOWUP_LET_GO)))
        return write_let_go(transaction, followup, reason, error);
    g_set_error_literal(error, CARE_ERROR, CARE_ERROR_CONFLICT,
                        care_followup_is(followup, CARE_FOLLOWUP_KEPT)
                            ? _("This step is done, and cannot be let go. Nothing was changed.")
                            : _("This step was let go already. Nothing was changed."));
    return FALSE;
}

/* Nobody decided about it since; nor was it done by then, for who answers what was let go already leaves it so. */
static gboolean
may_be_let_go_at(CareTransaction *transaction, CareRecord *followup, CareInstant at, gboolean *may,
                 GError **error)
{
    *may = care_record_stamp(followup).changed < at;
    return care_followup_is(followup, CARE_FOLLOWUP_OPEN)
           || care_seen_to_is_marked_since(transaction, followup, at, may, error);
}

gboolean
care_due_let_brought_go(CareTransaction *transaction, CareId id, const char *reason, CareInstant at,
                        GError **error)
{
    g_autoptr(CareRecord) followup = care_transaction_load(transaction, &care_followup_kind, id, error);
    g_autoptr(CareRecord) old = followup != NULL ? care_record_copy(followup) : NULL;
    gboolean may;

    if (followup == NULL || !may_be_let_go_at(transaction, followup, at, &may, error))
        return FALSE;
    if (!may)
        return TRUE;
    care_record_clear(followup, CARE_FOLLOWUP_DONE);
    care_record_set_text(followup, CARE_FOLLOWUP_STATE, care_followup_state_word(CARE_FOLLOWUP_LET_GO));
    care_record_set_text(followup, CARE_FOLLOWUP_REASON, reason);
    return care_flow_put_back(transaction, followup, old, error);
}

/* The first answer counts, and how it was given, which its contact has said by now; whoever is in touch again before it is
 * settled has done so for now. */
CARE_DUE_SETTLE(complaint)
{
    g_autoptr(CareRecord) complaint = care_flow_load(transaction, &care_complaint_kind, record, error);

    if (complaint == NULL)
        return FALSE;
    if (rule == CARE_DUE_COMPLAINT && is_marked(complaint, CARE_COMPLAINT_ACKNOWLEDGED, instant_of(contact)))
        return TRUE;
    if (care_record_is_set(complaint, CARE_COMPLAINT_ACKNOWLEDGED))
        return care_due_settle_for_a_week(transaction, rule, record, contact, error);
    care_record_set_int(complaint, CARE_COMPLAINT_ACKNOWLEDGED, instant_of(contact));
    care_record_set_text(complaint, CARE_COMPLAINT_ACKNOWLEDGED_HOW,
                         care_record_text(contact, CARE_INTERACTION_CHANNEL));
    return care_flow_save(transaction, complaint, NULL, error);
}

CARE_DUE_UNSETTLE(complaint)
{
    g_autoptr(CareRecord) complaint = care_transaction_load(transaction, &care_complaint_kind, record, error);

    if (complaint == NULL)
        return FALSE;
    return is_marked(complaint, CARE_COMPLAINT_ACKNOWLEDGED, instant_of(contact))
               ? care_complaint_answer_anew(transaction, record, contact, error)
               : care_due_unsettle_deferral(transaction, rule, record, contact, error);
}

gboolean
care_due_may_remind(CareTransaction *transaction, CareId id, GError **error)
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

CARE_DUE_SETTLE(overdue)
{
    g_autoptr(CareRecord) invoice = care_transaction_load(transaction, &care_invoice_kind, record, error);

    if (invoice == NULL)
        return FALSE;
    care_record_set_int(invoice, CARE_INVOICE_REMINDED, instant_of(contact));
    return care_flow_save(transaction, invoice, NULL, error)
           && care_due_settle_for_a_week(transaction, rule, record, contact, error);
}

/* Only the reminder that this contact was. */
CARE_DUE_UNSETTLE(overdue)
{
    g_autoptr(CareRecord) invoice = care_transaction_load(transaction, &care_invoice_kind, record, error);

    if (invoice == NULL)
        return FALSE;
    if (is_marked(invoice, CARE_INVOICE_REMINDED, instant_of(contact))) {
        care_record_clear(invoice, CARE_INVOICE_REMINDED);
        if (!care_flow_save(transaction, invoice, NULL, error))
            return FALSE;
    }
    return care_due_unsettle_deferral(transaction, rule, record, contact, error);
}

/* The clock of a complaint stops with what they were told, so that is written down; what comes after it is a contact like any
 * other. */
gboolean
care_due_says_answer(CareConnection *connection, CareId id, CareRecord *contact, GError **error)
{
    g_autoptr(CareRecord) complaint = care_record_load(connection, &care_complaint_kind, id, error);

    if (complaint == NULL)
        return FALSE;
    return care_record_is_set(complaint, CARE_COMPLAINT_ACKNOWLEDGED)
           || care_complaint_check_words(contact, error);
}
