/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
/* Brings the story to today: what was promised in the past was kept, and today has something of everything. */
#include "service/sample/sample-private.h"

#include "model/complaint.h"
#include "model/followup.h"
#include "model/interaction.h"
#include "service/flow.h"
#include "store/record-sql.h"

/* Follow-ups of these last days are still to do. */
#define DAYS_LEFT_OPEN 3

static GArray *
ids_of(CareTransaction *transaction, const char *sql, const char *day, GError **error)
{
    g_autoptr(CareStatement) statement
        = care_connection_prepare(care_transaction_connection(transaction), sql, error);

    if (statement == NULL)
        return NULL;
    care_statement_bind(statement, 1, day);
    return care_ids_query(statement, error);
}

static gboolean
keep(CareTransaction *transaction, CareSample *sample, CareId id, GError **error)
{
    g_autoptr(CareRecord) followup = care_transaction_load(transaction, &care_followup_kind, id, error);
    g_autoptr(CareRecord) contact = NULL;
    CareInstant at;

    if (followup == NULL)
        return FALSE;
    at = care_sample_moment(sample, care_record_date(followup, CARE_FOLLOWUP_DUE), 15, 30);
    care_transaction_pretend(transaction, at, &sample->serial);
    care_record_set_text(followup, CARE_FOLLOWUP_STATE, id % 9 == 0 ? "let-go" : "done");
    care_record_set_int(followup, CARE_FOLLOWUP_DONE, at);
    if (id % 9 == 0) {
        care_record_set_text(followup, CARE_FOLLOWUP_REASON, "Spoken to at the counter");
        return care_flow_save(transaction, followup, error);
    }
    contact = CARE_RECORD(care_interaction_new());
    care_record_set_int(contact, CARE_INTERACTION_CUSTOMER,
                        care_record_int(followup, CARE_FOLLOWUP_CUSTOMER));
    care_record_set_int(contact, CARE_INTERACTION_JOB, care_record_int(followup, CARE_FOLLOWUP_JOB));
    care_record_set_int(contact, CARE_INTERACTION_FOLLOWUP, id);
    care_record_set_text(contact, CARE_INTERACTION_DIRECTION, "out");
    care_record_set_text(contact, CARE_INTERACTION_CHANNEL,
                         care_record_text(followup, CARE_FOLLOWUP_CHANNEL));
    care_record_set_text(contact, CARE_INTERACTION_SUBJECT, care_record_text(followup, CARE_FOLLOWUP_TITLE));
    care_record_set_text(contact, CARE_INTERACTION_CLASS, "care");
    return care_flow_save(transaction, followup, error) && care_flow_save(transaction, contact, error);
}

gboolean
care_sample_keep_promises(CareTransaction *transaction, CareSample *sample, GError **error)
{
    CareDate today = care_date_of_instant(sample->now, sample->zone);
    g_autofree char *until = care_date_to_string(care_date_add_days(today, -DAYS_LEFT_OPEN));
    g_autoptr(GArray) ids
        = ids_of(transaction, "SELECT id FROM followup WHERE state = 'open' AND due < ?1 ORDER BY due, id",
                 until, error);

    for (guint i = 0; ids != NULL && i < ids->len; i++)
        if (!keep(transaction, sample, g_array_index(ids, CareId, i), error))
            return FALSE;
    return ids != NULL;
}

static gboolean
complain(CareTransaction *transaction, CareSample *sample, guint customer, CareInstant at,
         const char *channel, GError **error)
{
    g_autoptr(CareRecord) complaint = CARE_RECORD(care_complaint_new());

    care_transaction_pretend(transaction, at, &sample->serial);
    care_record_set_int(complaint, CARE_COMPLAINT_CUSTOMER, sample->customers[customer]);
    care_record_set_text(complaint, CARE_COMPLAINT_WORDS,
                         care_sample_grievances[customer % care_sample_n_grievances]);
    care_record_set_text(complaint, CARE_COMPLAINT_CHANNEL, channel);
    care_record_set_int(complaint, CARE_COMPLAINT_RECEIVED, at);
    return care_flow_save(transaction, complaint, error);
}

gboolean
care_sample_set_today(CareTransaction *transaction, CareSample *sample, GError **error)
{
    CareDate today = care_date_of_instant(sample->now, sample->zone);
    g_autofree char *last_run = care_date_to_string(care_date_add_days(today, -2));

    if (!complain(transaction, sample, 8, sample->now - 3 * 3600, "email", error)
        || !complain(transaction, sample, 17, sample->now - 2 * 3600, "counter", error))
        return FALSE;
    care_transaction_pretend(transaction, sample->now, &sample->serial);
    return care_transaction_set_setting(transaction, CARE_SETTING_LAST_DAY_RUN, last_run, error);
}
