/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "service/feedback/complaint-answer.h"

#include <glib/gi18n-lib.h>

#include "core/errors.h"
#include "model/complaint.h"
#include "model/interaction.h"
#include "service/flow.h"
#include "store/named-query.h"

/* What was done to a contact of a complaint. */
typedef struct {
    CareRecord *contact; /* as it is, or was before it went elsewhere */
    CareRecord *old;     /* of this complaint before, too; nullable */
    gboolean entered;
} Change;

/* Whether the complaint says that it was answered by this contact: with its own instant. */
static gboolean
is_answered_by(CareRecord *complaint, CareRecord *contact)
{
    return care_record_is_set(complaint, CARE_COMPLAINT_ACKNOWLEDGED)
           && care_record_int(complaint, CARE_COMPLAINT_ACKNOWLEDGED)
                  == care_record_int(contact, CARE_INTERACTION_AT);
}

/* *answer: NULL where nobody has answered. */
static gboolean
find_first(CareTransaction *transaction, CareRecord *complaint, CareRecord **answer, GError **error)
{
    g_autofree char *nobody = care_interaction_outcomes_of_nobody();
    CareId id = 0;

    if (!care_query_int(care_transaction_connection(transaction), "feedback/first-answer", &id, error, "iis",
                        care_record_id(complaint), care_record_int(complaint, CARE_COMPLAINT_RECEIVED),
                        nobody))
        return FALSE;
    *answer = id != 0 ? care_transaction_load(transaction, &care_interaction_kind, id, error) : NULL;
    return id == 0 || *answer != NULL;
}

/* Who was told only after it was settled was answered by that. */
static gboolean
is_after_the_end(CareRecord *complaint, CareRecord *answer)
{
    return care_record_is_set(complaint, CARE_COMPLAINT_RESOLVED)
           && care_record_int(answer, CARE_INTERACTION_AT)
                  > care_record_int(complaint, CARE_COMPLAINT_RESOLVED);
}

/* Nobody had answered, and then it was settled (pair_answer()): whoever wrote the two down says how it was answered. */
static gboolean
is_answered_by_its_end(CareRecord *complaint)
{
    return care_record_is_set(complaint, CARE_COMPLAINT_RESOLVED)
           && care_record_int(complaint, CARE_COMPLAINT_ACKNOWLEDGED)
                  == care_record_int(complaint, CARE_COMPLAINT_RESOLVED)
           && g_strcmp0(care_record_text(complaint, CARE_COMPLAINT_ACKNOWLEDGED_HOW),
                        care_record_text(complaint, CARE_COMPLAINT_CHANNEL))
                  == 0;
}

static void
take_answer(CareRecord *complaint, CareRecord *answer)
{
    if (answer == NULL || is_after_the_end(complaint, answer)) {
        care_record_clear(complaint, CARE_COMPLAINT_ACKNOWLEDGED);
        care_record_clear(complaint, CARE_COMPLAINT_ACKNOWLEDGED_HOW);
        return;
    }
    care_record_set_int(complaint, CARE_COMPLAINT_ACKNOWLEDGED, care_record_int(answer, CARE_INTERACTION_AT));
    care_record_set_text(complaint, CARE_COMPLAINT_ACKNOWLEDGED_HOW,
                         care_record_text(answer, CARE_INTERACTION_CHANNEL));
}

/* Any contact's word, this one's as it is or was or another's, gives way to an earlier one, and so does the end of the
 * complaint; what was written into it stays. */
static gboolean
gives_way(CareTransaction *transaction, CareRecord *complaint, const Change *change, gboolean *gives,
          GError **error)
{
    gint64 found = 0;

    if (!care_query_int(care_transaction_connection(transaction), "feedback/is-said-by-contact", &found,
                        error, "ii", care_record_id(complaint),
                        care_record_int(complaint, CARE_COMPLAINT_ACKNOWLEDGED)))
        return FALSE;
    *gives = found != 0 || is_answered_by_its_end(complaint) || is_answered_by(complaint, change->contact)
             || (change->old != NULL && is_answered_by(complaint, change->old));
    return TRUE;
}

gboolean
care_complaint_check_words(CareRecord *contact, GError **error)
{
    if (care_record_is_set(contact, CARE_INTERACTION_BODY))
        return TRUE;
    g_set_error_literal(error, CARE_ERROR, CARE_ERROR_INPUT,
                        _("Write down what you told them: it is your first answer."));
    return FALSE;
}

/* It was the answer before, and said as little: that stands. */
static gboolean
was_answer_without_words(CareRecord *complaint, const Change *change)
{
    if (change->old == NULL)
        return is_answered_by(complaint, change->contact);
    return is_answered_by(complaint, change->old) && !care_record_is_set(change->old, CARE_INTERACTION_BODY);
}

/* Who makes it the first answer, or takes its words out, is asked what was said. */
static gboolean
check_answer(CareRecord *complaint, CareRecord *first, const Change *change, GError **error)
{
    return !change->entered || first == NULL || care_record_id(first) != care_record_id(change->contact)
           || is_after_the_end(complaint, first) || was_answer_without_words(complaint, change)
           || care_complaint_check_words(change->contact, error);
}

/* Whether that answer changes nothing. first is nullable. */
static gboolean
stands(CareRecord *complaint, CareRecord *first)
{
    if (!care_record_is_set(complaint, CARE_COMPLAINT_ACKNOWLEDGED))
        return first == NULL;
    return is_answered_by_its_end(complaint) && (first == NULL || is_after_the_end(complaint, first));
}

static gboolean
answer_anew(CareTransaction *transaction, CareId id, const Change *change, GError **error)
{
    g_autoptr(CareRecord) complaint = care_transaction_load(transaction, &care_complaint_kind, id, error);
    g_autoptr(CareRecord) first = NULL;
    gboolean answered, may_change = FALSE;

    if (complaint == NULL)
        return FALSE;
    answered = care_record_is_set(complaint, CARE_COMPLAINT_ACKNOWLEDGED);
    if (care_record_stamp(complaint).deleted != 0)
        return TRUE;
    if (answered && !gives_way(transaction, complaint, change, &may_change, error))
        return FALSE;
    if (answered && !may_change)
        return TRUE;
    if (!find_first(transaction, complaint, &first, error))
        return FALSE;
    if (stands(complaint, first))
        return TRUE;
    if (!check_answer(complaint, first, change, error))
        return FALSE;
    take_answer(complaint, first);
    return care_flow_save_along(transaction, complaint, error);
}

gboolean
care_complaint_answer_anew(CareTransaction *transaction, CareId complaint, CareRecord *contact,
                           GError **error)
{
    return answer_anew(transaction, complaint, &(Change){ .contact = contact }, error);
}

gboolean
care_complaint_answer_by(CareTransaction *transaction, CareId complaint, CareRecord *contact, CareRecord *old,
                         GError **error)
{
    gboolean same = old != NULL && care_record_int(old, CARE_INTERACTION_COMPLAINT) == complaint;
    Change change = { contact, same ? old : NULL, care_transaction_taken_back(transaction) == 0 };

    return answer_anew(transaction, complaint, &change, error);
}
