/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "service/feedback/complaint-answer.h"

#include "model/complaint.h"
#include "model/interaction.h"
#include "service/flow.h"
#include "store/named-query.h"

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

static void
take_answer(CareRecord *complaint, CareRecord *answer)
{
    if (answer == NULL) {
        care_record_clear(complaint, CARE_COMPLAINT_ACKNOWLEDGED);
        care_record_clear(complaint, CARE_COMPLAINT_ACKNOWLEDGED_HOW);
        return;
    }
    care_record_set_int(complaint, CARE_COMPLAINT_ACKNOWLEDGED, care_record_int(answer, CARE_INTERACTION_AT));
    care_record_set_text(complaint, CARE_COMPLAINT_ACKNOWLEDGED_HOW,
                         care_record_text(answer, CARE_INTERACTION_CHANNEL));
}

gboolean
care_complaint_answer_anew(CareTransaction *transaction, CareId id, CareRecord *contact, GError **error)
{
    g_autoptr(CareRecord) complaint = care_transaction_load(transaction, &care_complaint_kind, id, error);
    g_autoptr(CareRecord) first = NULL;
    gboolean answered;

    if (complaint == NULL)
        return FALSE;
    answered = care_record_is_set(complaint, CARE_COMPLAINT_ACKNOWLEDGED);
    if (care_record_stamp(complaint).deleted != 0 || (answered && !is_answered_by(complaint, contact)))
        return TRUE;
    if (!find_first(transaction, complaint, &first, error))
        return FALSE;
    if (first == NULL && !answered)
        return TRUE;
    take_answer(complaint, first);
    return care_flow_save_along(transaction, complaint, error);
}
