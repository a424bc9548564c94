/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "service/feedback/complaint-flow.h"

#include <glib/gi18n-lib.h>

#include "model/complaint.h"
#include "model/followup.h"
#include "store/setting.h"

/* The question that an earlier settling put on the list and nobody has asked yet; 0: none. */
static CareId
find_question(CareTransaction *transaction, CareId complaint)
{
    g_autofree char *sql = g_strdup_printf("SELECT id FROM followup WHERE complaint = %" G_GINT64_FORMAT
                                           " AND state = 'open' AND deleted_at IS NULL",
                                           complaint);

    return care_connection_int(care_transaction_connection(transaction), sql, 0);
}

static gboolean
ask_again(CareTransaction *transaction, CareRecord *complaint, GError **error)
{
    g_autoptr(CareRecord) followup = CARE_RECORD(care_followup_new());

    care_record_set_int(followup, CARE_FOLLOWUP_CUSTOMER,
                        care_record_int(complaint, CARE_COMPLAINT_CUSTOMER));
    care_record_set_int(followup, CARE_FOLLOWUP_JOB, care_record_int(complaint, CARE_COMPLAINT_JOB));
    care_record_set_int(followup, CARE_FOLLOWUP_COMPLAINT, care_record_id(complaint));
    care_record_set_text(followup, CARE_FOLLOWUP_SOURCE, "complaint");
    care_record_set_text(followup, CARE_FOLLOWUP_KIND, "check");
    care_record_set_text(followup, CARE_FOLLOWUP_TITLE, _("Is all well after the complaint?"));
    care_record_set_text(followup, CARE_FOLLOWUP_STATE, "open");
    care_record_set_date(
        followup, CARE_FOLLOWUP_DUE,
        care_date_add_days(care_transaction_today(transaction), CARE_COMPLAINT_ASK_AGAIN_DAYS));
    return care_transaction_save(transaction, followup, error);
}

static gboolean
ask_no_more(CareTransaction *transaction, CareRecord *complaint, GError **error)
{
    CareId question = find_question(transaction, care_record_id(complaint));

    return question == 0 || care_transaction_remove(transaction, &care_followup_kind, question, error);
}

static void
fill_in(CareTransaction *transaction, CareRecord *complaint)
{
    g_autofree char *actor = care_transaction_setting(transaction, CARE_SETTING_ACTOR);
    CareId staff = 0;

    if (!care_record_is_set(complaint, CARE_COMPLAINT_RECEIVED))
        care_record_set_int(complaint, CARE_COMPLAINT_RECEIVED, care_transaction_now(transaction));
    if (!care_record_is_set(complaint, CARE_COMPLAINT_RECEIVED_BY) && actor != NULL
        && care_id_parse(actor, &staff))
        care_record_set_int(complaint, CARE_COMPLAINT_RECEIVED_BY, staff);
}

gboolean
care_complaint_flow_save(CareTransaction *transaction, CareRecord *complaint, GError **error)
{
    g_autoptr(CareRecord) old = NULL;
    gboolean was_settled, is_settled;

    if (care_record_id(complaint) == 0) {
        fill_in(transaction, complaint);
        return care_transaction_save(transaction, complaint, error);
    }
    old = care_transaction_load(transaction, &care_complaint_kind, care_record_id(complaint), error);
    if (old == NULL || !care_transaction_save(transaction, complaint, error))
        return FALSE;
    was_settled = care_record_is_set(old, CARE_COMPLAINT_RESOLVED);
    is_settled = care_record_is_set(complaint, CARE_COMPLAINT_RESOLVED);
    if (is_settled && !was_settled)
        return ask_again(transaction, complaint, error);
    return is_settled || !was_settled || ask_no_more(transaction, complaint, error);
}

int
care_complaint_tries(CareConnection *connection, CareRecord *complaint)
{
    g_autofree char *sql = g_strdup_printf(
        "SELECT count(*) FROM interaction WHERE customer = %" G_GINT64_FORMAT " AND at >= %" G_GINT64_FORMAT
        " AND direction = 'out' AND deleted_at IS NULL AND coalesce(automatic, 0) = 0",
        care_record_int(complaint, CARE_COMPLAINT_CUSTOMER),
        care_record_int(complaint, CARE_COMPLAINT_RECEIVED));

    return (int)care_connection_int(connection, sql, 0);
}
