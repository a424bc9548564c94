/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "service/feedback/complaint-flow.h"

#include <glib/gi18n-lib.h>

#include "core/errors.h"
#include "model/complaint.h"
#include "model/document.h"
#include "model/followup.h"
#include "model/interaction.h"
#include "model/job.h"
#include "service/feedback/complaint-answer.h"
#include "service/flow-ties.h"
#include "service/flow-times.h"
#include "service/flow.h"
#include "service/today/seen-to.h"
#include "store/hours.h"
#include "store/kind-query.h"
#include "store/named-query.h"
#include "store/setting.h"

static CareRecord *
question_new(CareRecord *complaint)
{
    g_autoptr(CareRecord) followup = CARE_RECORD(care_followup_new());

    care_record_set_int(followup, CARE_FOLLOWUP_CUSTOMER,
                        care_record_int(complaint, CARE_COMPLAINT_CUSTOMER));
    care_record_set_int(followup, CARE_FOLLOWUP_COMPLAINT, care_record_id(complaint));
    care_record_set_text(followup, CARE_FOLLOWUP_SOURCE,
                         care_followup_source_word(CARE_FOLLOWUP_OF_COMPLAINT));
    care_record_set_text(followup, CARE_FOLLOWUP_KIND, care_situation_word(CARE_SITUATION_CHECK));
    care_record_set_text(followup, CARE_FOLLOWUP_TITLE, _("Is all well after the complaint?"));
    care_record_set_text(followup, CARE_FOLLOWUP_STATE, care_followup_state_word(CARE_FOLLOWUP_OPEN));
    return g_steal_pointer(&followup);
}

/* A job that was deleted since is named on, but nothing new belongs to it. */
static gboolean
find_job_gone(CareTransaction *transaction, CareRecord *followup, gboolean *gone, GError **error)
{
    gint64 deleted = 0;

    *gone = FALSE;
    if (!care_record_is_set(followup, CARE_FOLLOWUP_JOB))
        return TRUE;
    if (!care_kind_deleted_at(care_transaction_connection(transaction), &care_job_kind,
                              care_record_int(followup, CARE_FOLLOWUP_JOB), &deleted, error))
        return FALSE;
    *gone = deleted != 0;
    return TRUE;
}

/* That of the complaint, also where it was gone when the question was made. */
static gboolean
name_job(CareTransaction *transaction, CareRecord *followup, CareRecord *complaint, GError **error)
{
    gboolean gone;

    care_record_set_int(followup, CARE_FOLLOWUP_JOB, care_record_int(complaint, CARE_COMPLAINT_JOB));
    if (!find_job_gone(transaction, followup, &gone, error))
        return FALSE;
    if (gone)
        care_record_clear(followup, CARE_FOLLOWUP_JOB);
    return TRUE;
}

static gboolean
bring_back(CareTransaction *transaction, CareId id, GError **error)
{
    g_autoptr(CareRecord) followup = care_transaction_load(transaction, &care_followup_kind, id, error);
    gboolean gone;

    return followup != NULL && find_job_gone(transaction, followup, &gone, error)
           && (!gone || care_flow_write_down(transaction, followup, CARE_FOLLOWUP_JOB, NULL, error))
           && care_flow_add_again(transaction, &care_followup_kind, id, error);
}

/* The one that went with its job would come back with that, whatever became of the complaint: from now on it is the
 * complaint's alone. */
static gboolean
part_from_job(CareTransaction *transaction, CareRecord *complaint, GError **error)
{
    CareId id = 0;

    return care_query_int(care_transaction_connection(transaction), "feedback/question-along", &id, error,
                          "i", care_record_id(complaint))
           && (id == 0 || bring_back(transaction, id, error));
}

/* The one that was made when it was settled before, and went when it was opened again; or stands, and waits once more for what
 * saw to it is gone. Whoever was asked before it was settled was not asked after that. */
static CareRecord *
question_before(CareTransaction *transaction, CareRecord *complaint, GError **error)
{
    CareId id = 0;

    if (!care_query_int(care_transaction_connection(transaction), "feedback/question-before", &id, error, "i",
                        care_record_id(complaint)))
        return NULL;
    if (id == 0)
        return question_new(complaint);
    return care_seen_to_ask_since(transaction, id, care_record_int(complaint, CARE_COMPLAINT_RESOLVED), error)
                   && bring_back(transaction, id, error)
               ? care_transaction_load(transaction, &care_followup_kind, id, error)
               : NULL;
}

static gboolean
ask_again(CareTransaction *transaction, CareRecord *complaint, GError **error)
{
    g_autoptr(CareRecord) followup = question_before(transaction, complaint, error);

    if (followup == NULL || !name_job(transaction, followup, complaint, error))
        return FALSE;
    care_record_set_date(followup, CARE_FOLLOWUP_DUE,
                         care_shop_open_day(care_transaction_connection(transaction),
                                            care_transaction_zone(transaction),
                                            care_date_add_days(care_transaction_today(transaction),
                                                               CARE_COMPLAINT_ASK_AGAIN_DAYS)));
    return care_flow_save(transaction, followup, NULL, error);
}

static gboolean
ask_no_more(CareTransaction *transaction, CareRecord *complaint, GError **error)
{
    CareId question = 0;

    if (!care_query_int(care_transaction_connection(transaction), "feedback/question-after", &question, error,
                        "i", care_record_id(complaint)))
        return FALSE;
    return question == 0 || care_flow_remove_made(transaction, &care_followup_kind, question, error);
}

/* What is open again was not confirmed after all. */
static void
reopen(CareRecord *complaint, CareRecord *old)
{
    if (old != NULL && care_record_is_set(old, CARE_COMPLAINT_RESOLVED)
        && !care_record_is_set(complaint, CARE_COMPLAINT_RESOLVED)
        && care_record_field_equal(complaint, old, CARE_COMPLAINT_CONFIRMATION))
        care_record_clear(complaint, CARE_COMPLAINT_CONFIRMATION);
}

static gboolean
lies_before(CareRecord *complaint, int field, int other)
{
    return care_record_is_set(complaint, field) && care_record_is_set(complaint, other)
           && care_record_int(complaint, field) < care_record_int(complaint, other);
}

/* It is received, then answered, then settled. The sentence (translated) about what is not so; NULL. */
static const char *
odd_order(CareRecord *complaint)
{
    if (lies_before(complaint, CARE_COMPLAINT_ACKNOWLEDGED, CARE_COMPLAINT_RECEIVED))
        return _("A complaint cannot have been answered before it was received.");
    if (lies_before(complaint, CARE_COMPLAINT_RESOLVED, CARE_COMPLAINT_RECEIVED))
        return _("A complaint cannot have been settled before it was received.");
    return lies_before(complaint, CARE_COMPLAINT_RESOLVED, CARE_COMPLAINT_ACKNOWLEDGED)
               ? _("A complaint cannot have been answered for the first time after it was settled.")
               : NULL;
}

/* And on no day that is still to come. What stands is not asked again. */
static gboolean
check_times(CareTransaction *transaction, CareRecord *complaint, CareRecord *old, GError **error)
{
    static const int fields[]
        = { CARE_COMPLAINT_RECEIVED, CARE_COMPLAINT_ACKNOWLEDGED, CARE_COMPLAINT_RESOLVED };
    const char *sentences[]
        = { _("A complaint cannot have been received in the future. Nothing was changed."),
            _("A complaint cannot have been answered in the future. Nothing was changed."),
            _("A complaint cannot have been settled in the future. Nothing was changed.") };
    const char *odd = odd_order(complaint);
    gboolean anew = FALSE;

    for (gsize i = 0; i < G_N_ELEMENTS(fields); i++) {
        if (!care_flow_check_happened(transaction, complaint, old, fields[i], sentences[i], error))
            return FALSE;
        anew = anew || care_flow_says_anew(complaint, old, fields[i]);
    }
    if (!anew || odd == NULL)
        return TRUE;
    /* Translators: %s is a sentence */
    g_set_error(error, CARE_ERROR, CARE_ERROR_INPUT, _("%s Nothing was changed."), odd);
    return FALSE;
}

static gboolean
is_unanswered(CareRecord *complaint)
{
    return care_confirmation_is(care_record_text(complaint, CARE_COMPLAINT_CONFIRMATION),
                                CARE_CONFIRMATION_NO_ANSWER);
}

/* Silence ends a complaint only where somebody has tried to reach the customer (S28). */
static gboolean
check_tries(CareTransaction *transaction, CareRecord *complaint, GError **error)
{
    int tries = 0;

    if (!is_unanswered(complaint))
        return TRUE;
    if (!care_complaint_find_tries(care_transaction_connection(transaction), complaint, &tries, error))
        return FALSE;
    if (tries > 0)
        return TRUE;
    g_set_error_literal(
        error, CARE_ERROR, CARE_ERROR_REFUSED,
        _("Nobody has tried to reach them about it yet. Nothing was changed; log a call or a message about "
          "it first."));
    return FALSE;
}

static void
fill_in(CareTransaction *transaction, CareRecord *complaint)
{
    if (!care_record_is_set(complaint, CARE_COMPLAINT_RECEIVED))
        care_record_set_int(complaint, CARE_COMPLAINT_RECEIVED, care_transaction_now(transaction));
    if (!care_record_is_set(complaint, CARE_COMPLAINT_RECEIVED_BY))
        care_record_set_int(complaint, CARE_COMPLAINT_RECEIVED_BY, care_transaction_actor(transaction));
}

static gboolean
prepare(CareTransaction *transaction, CareRecord *complaint, CareRecord *old, GError **error)
{
    if (old == NULL)
        fill_in(transaction, complaint);
    reopen(complaint, old);
    if (!care_record_is_set(complaint, CARE_COMPLAINT_COST))
        care_record_clear(complaint, CARE_COMPLAINT_CURRENCY);
    return care_complaint_answer_follow(transaction, complaint, old, error)
           && check_times(transaction, complaint, old, error)
           && (!care_flow_says_anew(complaint, old, CARE_COMPLAINT_CONFIRMATION)
               || check_tries(transaction, complaint, error));
}

/* Not about what was settled long before it was written down. */
static gboolean
was_settled_lately(CareTransaction *transaction, CareRecord *complaint)
{
    CareDate settled = care_date_of_instant(care_record_int(complaint, CARE_COMPLAINT_RESOLVED),
                                            care_transaction_zone(transaction));

    return care_date_compare(care_date_add_days(settled, CARE_COMPLAINT_ASK_AGAIN_DAYS),
                             care_transaction_today(transaction))
           >= 0;
}

static gboolean
saved(CareTransaction *transaction, CareRecord *complaint, CareRecord *old, GError **error)
{
    gboolean was_settled = old != NULL && care_record_is_set(old, CARE_COMPLAINT_RESOLVED);
    gboolean is_settled = care_record_is_set(complaint, CARE_COMPLAINT_RESOLVED);

    if (is_settled == was_settled || (old == NULL && !was_settled_lately(transaction, complaint)))
        return TRUE;
    return part_from_job(transaction, complaint, error)
           && (is_settled ? ask_again(transaction, complaint, error)
                          : ask_no_more(transaction, complaint, error));
}

gboolean
care_complaint_find_tries(CareConnection *connection, CareRecord *complaint, int *tries, GError **error)
{
    gint64 n = 0;

    if (!care_query_int(connection, "feedback/tries", &n, error, "ii", care_record_id(complaint),
                        care_record_int(complaint, CARE_COMPLAINT_RECEIVED)))
        return FALSE;
    *tries = (int)n;
    return TRUE;
}

int
care_complaint_tries(CareConnection *connection, CareRecord *complaint)
{
    int tries = 0;

    care_complaint_find_tries(connection, complaint, &tries, NULL);
    return tries;
}

static gboolean
is_open(CareRecord *followup)
{
    return care_followup_is(followup, CARE_FOLLOWUP_OPEN);
}

static const CareTie question = { &care_followup_kind, CARE_FOLLOWUP_COMPLAINT, is_open };
static const CareTie all_ties[] = {
    { &care_followup_kind, CARE_FOLLOWUP_COMPLAINT, NULL },
    { &care_document_kind, CARE_DOCUMENT_COMPLAINT, NULL },
    { &care_interaction_kind, CARE_INTERACTION_COMPLAINT, NULL },
};

static gboolean
moved(CareTransaction *transaction, CareRecord *complaint, CareRecord *old, GError **error)
{
    for (gsize i = 0; i < G_N_ELEMENTS(all_ties); i++)
        if (!care_tie_move(transaction, &all_ties[i], care_record_id(complaint),
                           care_record_int(complaint, CARE_COMPLAINT_CUSTOMER), error))
            return FALSE;
    return TRUE;
}

static gboolean
removed(CareTransaction *transaction, CareRecord *old, GError **error)
{
    return care_tie_remove(transaction, &question, care_record_id(old), error);
}

static gboolean
undeleted(CareTransaction *transaction, CareRecord *old, GError **error)
{
    return care_tie_undelete(transaction, &question, care_record_id(old), care_record_stamp(old).deleted,
                             error);
}

/* The doors of schema 2 took an answer before the complaint, and those of schema 3 an end that lies anywhere. Whether anybody
 * was called before it ended in silence is not asked: the log of that call may be deleted since. */
static gboolean
check_alone(CareRecord *complaint, const CareAsked *asked, GError **error)
{
    const char *odd = odd_order(complaint);
    gboolean is_early = lies_before(complaint, CARE_COMPLAINT_ACKNOWLEDGED, CARE_COMPLAINT_RECEIVED);

    if (asked->schema < CARE_SCHEMA_THAT_ASKED_MORE)
        return TRUE;
    if (odd != NULL && (is_early || asked->schema >= CARE_SCHEMA_TO_COME))
        return care_refuse(error, CARE_ERROR_REFUSED, odd);
    return care_record_is_set(complaint, CARE_COMPLAINT_ACKNOWLEDGED)
           || !care_record_is_set(complaint, CARE_COMPLAINT_ACKNOWLEDGED_HOW)
           || care_refuse(error, CARE_ERROR_REFUSED, _("It says how it was answered, and not when."));
}

/* Of one that is open still nobody gave up before they tried. */
static gboolean
check_among(CareConnection *connection, CareRecord *complaint, GError **error)
{
    int tries = 0;

    if (!is_unanswered(complaint) || care_record_is_set(complaint, CARE_COMPLAINT_RESOLVED))
        return TRUE;
    if (!care_complaint_find_tries(connection, complaint, &tries, error))
        return FALSE;
    return tries > 0
           || care_refuse(error, CARE_ERROR_REFUSED,
                          _("It says that they did not answer, and no call or message about it is logged."));
}

const CareKindFlow care_complaint_flow = {
    .kind = &care_complaint_kind,
    .prepare = prepare,
    .saved = saved,
    .moved = moved,
    .owner = CARE_COMPLAINT_CUSTOMER,
    .removed = removed,
    .undeleted = undeleted,
    .check_alone = check_alone,
    .check_among = check_among,
};
