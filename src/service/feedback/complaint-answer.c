/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "service/feedback/complaint-answer.h"

#include <glib/gi18n-lib.h>

#include "core/errors.h"
#include "model/complaint.h"
#include "model/interaction.h"
#include "service/flow.h"
#include "store/named-query.h"

/* What the first answer of a complaint is, by its contacts and its end. */
typedef struct {
    gboolean given;
    CareInstant at;
    const char *how;   /* nullable */
    CareRecord *first; /* the contact that gave it; NULL: the settling */
} Answer;

/* What was done to a contact of a complaint: as it counted before, and as it does now. NULL: it did, or does, not. */
typedef struct {
    CareRecord *old;
    CareRecord *now;
    gboolean entered; /* by somebody who can be asked what was said */
} Change;

/* It went out, from a person, to whoever was reached, and offered nothing. */
static gboolean
answers(CareRecord *contact)
{
    const char *class = care_record_text(contact, CARE_INTERACTION_CLASS);

    return care_interaction_has_reached(contact)
           && (class == NULL || !care_contact_class_is(class, CARE_CLASS_MARKETING));
}

static gboolean
is_earlier(CareRecord *contact, CareRecord *other)
{
    CareInstant at = care_record_int(contact, CARE_INTERACTION_AT);
    CareInstant then = care_record_int(other, CARE_INTERACTION_AT);

    return at != then ? at < then : care_record_id(contact) < care_record_id(other);
}

/* Those that answer the complaint and are not deleted, the first first; without the one that is changed, nullable. */
static GPtrArray *
others_of(CareTransaction *transaction, CareId complaint, CareRecord *changed, GError **error)
{
    g_autoptr(GPtrArray) others = g_ptr_array_new_with_free_func(g_object_unref);
    g_autoptr(GArray) ids = care_query_ids(care_transaction_connection(transaction), "feedback/contacts",
                                           error, "i", complaint);

    for (guint i = 0; ids != NULL && i < ids->len; i++) {
        CareId id = g_array_index(ids, CareId, i);
        g_autoptr(CareRecord) contact = NULL;

        if (changed != NULL && id == care_record_id(changed))
            continue;
        contact = care_transaction_load(transaction, &care_interaction_kind, id, error);
        if (contact == NULL)
            return NULL;
        if (answers(contact))
            g_ptr_array_add(others, g_steal_pointer(&contact));
    }
    return ids != NULL ? g_steal_pointer(&others) : NULL;
}

/* The first since the complaint was received. also: one more, nullable. */
static CareRecord *
first_of(GPtrArray *others, CareRecord *also, CareInstant received)
{
    CareRecord *first = also;

    if (also != NULL && (!answers(also) || care_record_int(also, CARE_INTERACTION_AT) < received))
        first = NULL;
    for (guint i = 0; i < others->len; i++) {
        CareRecord *contact = others->pdata[i];

        if (care_record_int(contact, CARE_INTERACTION_AT) >= received)
            return first == NULL || is_earlier(contact, first) ? contact : first;
    }
    return first;
}

/* Who was told only after it was settled was answered by that. complaint is nullable. */
static Answer
answer_of(CareRecord *complaint, GPtrArray *others, CareRecord *also)
{
    Answer answer = { 0 };

    if (complaint == NULL)
        return answer;
    answer.first = first_of(others, also, care_record_int(complaint, CARE_COMPLAINT_RECEIVED));
    if (care_record_is_set(complaint, CARE_COMPLAINT_RESOLVED)
        && (answer.first == NULL
            || care_record_int(answer.first, CARE_INTERACTION_AT)
                   > care_record_int(complaint, CARE_COMPLAINT_RESOLVED)))
        return (Answer){ TRUE, care_record_int(complaint, CARE_COMPLAINT_RESOLVED),
                         care_record_text(complaint, CARE_COMPLAINT_CHANNEL), NULL };
    answer.given = answer.first != NULL;
    if (answer.given) {
        answer.at = care_record_int(answer.first, CARE_INTERACTION_AT);
        answer.how = care_record_text(answer.first, CARE_INTERACTION_CHANNEL);
    }
    return answer;
}

static gboolean
says(CareRecord *complaint, const Answer *answer)
{
    gboolean given = care_record_is_set(complaint, CARE_COMPLAINT_ACKNOWLEDGED);

    return given == answer->given
           && (!given || care_record_int(complaint, CARE_COMPLAINT_ACKNOWLEDGED) == answer->at);
}

/* Nobody wrote it by hand: it says what followed from the contacts and the end before, or nothing. */
static gboolean
follows(CareRecord *complaint, const Answer *before)
{
    return !care_record_is_set(complaint, CARE_COMPLAINT_ACKNOWLEDGED) || says(complaint, before);
}

/* Another way that somebody wrote down stays beside an answer that is the same. */
static void
take_answer(CareRecord *complaint, const Answer *before, const Answer *after)
{
    gboolean same = says(complaint, after);
    const char *how = care_record_text(complaint, CARE_COMPLAINT_ACKNOWLEDGED_HOW);

    if (!after->given) {
        care_record_clear(complaint, CARE_COMPLAINT_ACKNOWLEDGED);
        care_record_clear(complaint, CARE_COMPLAINT_ACKNOWLEDGED_HOW);
        return;
    }
    care_record_set_int(complaint, CARE_COMPLAINT_ACKNOWLEDGED, after->at);
    if (!same || g_strcmp0(how, before->how) == 0)
        care_record_set_text(complaint, CARE_COMPLAINT_ACKNOWLEDGED_HOW, after->how);
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

/* Who makes it the first answer, or takes its words out, is asked what was said; one that was it before, and said as little,
 * stands. */
static gboolean
check_answer(const Change *change, const Answer *before, const Answer *after, GError **error)
{
    if (!change->entered || change->now == NULL || after->first != change->now)
        return TRUE;
    return (change->old != NULL && before->first == change->old
            && !care_record_is_set(change->old, CARE_INTERACTION_BODY))
           || care_complaint_check_words(change->now, error);
}

/* The stamp of one that is deleted says since when, so that stays; it comes back as it would stand by then. */
static gboolean
write_down(CareTransaction *transaction, CareRecord *complaint, GError **error)
{
    if (care_record_stamp(complaint).deleted == 0)
        return care_flow_save_along(transaction, complaint, error);
    return care_query_execute(care_transaction_connection(transaction), "feedback/answer-deleted", error,
                              "iis", care_record_id(complaint),
                              care_record_int(complaint, CARE_COMPLAINT_ACKNOWLEDGED),
                              care_record_text(complaint, CARE_COMPLAINT_ACKNOWLEDGED_HOW));
}

static gboolean
answer_anew(CareTransaction *transaction, CareId id, const Change *change, GError **error)
{
    g_autoptr(CareRecord) complaint = care_transaction_load(transaction, &care_complaint_kind, id, error);
    g_autoptr(GPtrArray) others
        = complaint != NULL
              ? others_of(transaction, id, change->now != NULL ? change->now : change->old, error)
              : NULL;
    Answer before, after;

    if (others == NULL)
        return FALSE;
    before = answer_of(complaint, others, change->old);
    after = answer_of(complaint, others, change->now);
    if (!follows(complaint, &before))
        return TRUE;
    if (!check_answer(change, &before, &after, error))
        return FALSE;
    take_answer(complaint, &before, &after);
    return write_down(transaction, complaint, error);
}

/* As it stands by now: NULL where it does not, or is another complaint's. */
static gboolean
find_now(CareTransaction *transaction, CareId complaint, CareRecord *contact, CareRecord **now,
         GError **error)
{
    g_autoptr(GError) local = NULL;
    g_autoptr(CareRecord) found
        = care_transaction_load(transaction, &care_interaction_kind, care_record_id(contact), &local);

    *now = NULL;
    if (found == NULL && !g_error_matches(local, CARE_ERROR, CARE_ERROR_NOT_FOUND)) {
        g_propagate_error(error, g_steal_pointer(&local));
        return FALSE;
    }
    if (found != NULL && care_record_stamp(found).deleted == 0
        && care_record_int(found, CARE_INTERACTION_COMPLAINT) == complaint)
        *now = g_steal_pointer(&found);
    return TRUE;
}

gboolean
care_complaint_answer_anew(CareTransaction *transaction, CareId complaint, CareRecord *contact,
                           GError **error)
{
    g_autoptr(CareRecord) now = NULL;

    return find_now(transaction, complaint, contact, &now, error)
           && answer_anew(transaction, complaint,
                          &(Change){ .old = now == NULL ? contact : NULL, .now = now }, error);
}

gboolean
care_complaint_answer_by(CareTransaction *transaction, CareId complaint, CareRecord *contact, CareRecord *old,
                         GError **error)
{
    gboolean same = old != NULL && care_record_int(old, CARE_INTERACTION_COMPLAINT) == complaint;
    Change change = { same ? old : NULL, contact, care_transaction_taken_back(transaction) == 0 };

    return answer_anew(transaction, complaint, &change, error);
}

/* Those of all that were here before; transfer full. NULL on an error. */
static GPtrArray *
without_brought(CareTransaction *transaction, GPtrArray *all, const CareKindBrought *brought, GError **error)
{
    g_autoptr(GPtrArray) stood = g_ptr_array_new_with_free_func(g_object_unref);

    for (guint i = 0; i < all->len; i++) {
        gboolean came;

        if (!care_kind_was_brought(care_transaction_connection(transaction), brought,
                                   care_record_id(all->pdata[i]), &came, error))
            return NULL;
        if (!came)
            g_ptr_array_add(stood, g_object_ref(all->pdata[i]));
    }
    return g_steal_pointer(&stood);
}

gboolean
care_complaint_answer_restored(CareTransaction *transaction, CareId id, const CareKindBrought *brought,
                               GError **error)
{
    g_autoptr(CareRecord) complaint = care_transaction_load(transaction, &care_complaint_kind, id, error);
    g_autoptr(CareRecord) old = complaint != NULL ? care_record_copy(complaint) : NULL;
    g_autoptr(GPtrArray) all = old != NULL ? others_of(transaction, id, NULL, error) : NULL;
    g_autoptr(GPtrArray) stood = all != NULL ? without_brought(transaction, all, brought, error) : NULL;
    Answer before, after;

    if (stood == NULL)
        return FALSE;
    before = answer_of(complaint, stood, NULL);
    after = answer_of(complaint, all, NULL);
    if (says(complaint, &after) || !follows(complaint, &before))
        return TRUE;
    take_answer(complaint, &before, &after);
    return care_flow_put_back(transaction, complaint, old, error);
}

static gboolean
says_anew(CareRecord *complaint, CareRecord *old, int field)
{
    return old == NULL ? care_record_is_set(complaint, field)
                       : !care_record_field_equal(complaint, old, field);
}

/* Whether somebody writes it by hand, when or how alone; it was answered now then, or by its end. */
static gboolean
is_written(CareTransaction *transaction, CareRecord *complaint, CareRecord *old)
{
    gboolean how = says_anew(complaint, old, CARE_COMPLAINT_ACKNOWLEDGED_HOW)
                   && care_record_is_set(complaint, CARE_COMPLAINT_ACKNOWLEDGED_HOW);
    gboolean was_given = old != NULL && care_record_is_set(old, CARE_COMPLAINT_ACKNOWLEDGED);

    if (care_record_is_set(complaint, CARE_COMPLAINT_ACKNOWLEDGED))
        return says_anew(complaint, old, CARE_COMPLAINT_ACKNOWLEDGED);
    if (!how || was_given)
        return FALSE;
    care_record_set_int(complaint, CARE_COMPLAINT_ACKNOWLEDGED,
                        care_record_is_set(complaint, CARE_COMPLAINT_RESOLVED)
                            ? care_record_int(complaint, CARE_COMPLAINT_RESOLVED)
                            : care_transaction_now(transaction));
    return TRUE;
}

/* Of what it follows from, or that there is none: what came from an archive is not asked again. */
static gboolean
is_to_follow(CareRecord *complaint, CareRecord *old)
{
    return says_anew(complaint, old, CARE_COMPLAINT_ACKNOWLEDGED)
           || says_anew(complaint, old, CARE_COMPLAINT_RECEIVED)
           || says_anew(complaint, old, CARE_COMPLAINT_RESOLVED)
           || says_anew(complaint, old, CARE_COMPLAINT_CHANNEL)
           || (!care_record_is_set(complaint, CARE_COMPLAINT_ACKNOWLEDGED)
               && care_record_is_set(complaint, CARE_COMPLAINT_RESOLVED));
}

gboolean
care_complaint_answer_follow(CareTransaction *transaction, CareRecord *complaint, CareRecord *old,
                             GError **error)
{
    g_autoptr(GPtrArray) contacts = NULL;
    Answer before, after;

    if (is_written(transaction, complaint, old) || !is_to_follow(complaint, old))
        return TRUE;
    contacts = others_of(transaction, care_record_id(complaint), NULL, error);
    if (contacts == NULL)
        return FALSE;
    before = answer_of(old, contacts, NULL);
    after = answer_of(complaint, contacts, NULL);
    if (follows(complaint, &before))
        take_answer(complaint, &before, &after);
    return TRUE;
}
