/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
/* Brings the story to today: what was promised was kept, but for the little that is left for this morning. */
#include "sample/sample-private.h"

#include "model/complaint.h"
#include "model/followup.h"
#include "model/interaction.h"
#include "service/customers/contact-flow.h"
#include "service/flow.h"
#include "store/named-query.h"
#include "store/record-sql.h"

/* So many of the coming occasions are still to be thought of. */
#define OCCASIONS_LEFT 3

/* On the day, or the next if the shop was closed; what is due only later today was done the day before. Shortly before
 * closing, when whoever came that day is gone. */
static CareInstant
kept_at(CareSample *sample, CareDate due)
{
    CareDate today = care_date_of_instant(sample->now, sample->zone);
    CareDate day = care_sample_open_day(sample, due);

    if (care_date_compare(day, today) >= 0)
        day = care_sample_open_day_before(sample, care_date_add_days(today, -1));
    return care_sample_moment(sample, day, care_date_weekday(day) == 6 ? 12 : 17, 59);
}

static gboolean
keep(CareTransaction *transaction, CareSample *sample, CareId id, GError **error)
{
    g_autoptr(CareRecord) followup = care_transaction_load(transaction, &care_followup_kind, id, error);
    g_autoptr(CareRecord) contact = NULL;
    CareInstant at;

    if (followup == NULL)
        return FALSE;
    at = kept_at(sample, care_record_date(followup, CARE_FOLLOWUP_DUE));
    care_transaction_pretend(transaction, at, &sample->serial);
    care_record_set_text(followup, CARE_FOLLOWUP_STATE, id % 9 == 0 ? "let-go" : "done");
    care_record_set_int(followup, CARE_FOLLOWUP_DONE, at);
    if (id % 9 == 0) {
        care_record_set_text(followup, CARE_FOLLOWUP_REASON, "Spoken to at the counter");
        return care_flow_save(transaction, followup, NULL, error);
    }
    contact = CARE_RECORD(care_interaction_new());
    care_record_set_int(contact, CARE_INTERACTION_CUSTOMER,
                        care_record_int(followup, CARE_FOLLOWUP_CUSTOMER));
    care_record_set_int(contact, CARE_INTERACTION_JOB, care_record_int(followup, CARE_FOLLOWUP_JOB));
    care_record_set_int(contact, CARE_INTERACTION_FOLLOWUP, id);
    care_record_set_text(contact, CARE_INTERACTION_DIRECTION, care_direction_word(CARE_DIRECTION_OUT));
    care_record_set_text(contact, CARE_INTERACTION_CHANNEL,
                         care_record_text(followup, CARE_FOLLOWUP_CHANNEL));
    care_record_set_text(contact, CARE_INTERACTION_SUBJECT, care_record_text(followup, CARE_FOLLOWUP_TITLE));
    care_record_set_text(contact, CARE_INTERACTION_CLASS, care_contact_class_word(CARE_CLASS_CARE));
    return care_flow_save(transaction, followup, NULL, error)
           && care_flow_save(transaction, contact, NULL, error);
}

/* Takes the array; NULL is one that could not be read. */
static gboolean
add_ids(GArray *ids, GArray *more)
{
    g_autoptr(GArray) found = more;

    if (found == NULL)
        return FALSE;
    g_array_append_vals(ids, found->data, found->len);
    return TRUE;
}

/* The newest step of the followed visits, and of all others the newest service or warranty check. */
static GArray *
left_for_today(CareTransaction *transaction, CareSample *sample, const char *today, GError **error)
{
    CareConnection *connection = care_transaction_connection(transaction);
    g_autoptr(GArray) ids = g_array_new(FALSE, FALSE, sizeof(CareId));

    for (guint i = 0; i < sample->visits->len; i++) {
        const CareSampleVisit *visit = &g_array_index(sample->visits, CareSampleVisit, i);

        if (visit->followed
            && !add_ids(
                ids, care_query_ids(connection, "sample/last-step-of-job", error, "si", today, visit->job)))
            return NULL;
    }
    if (!add_ids(ids, care_query_ids(connection, "sample/last-check", error, "s", today)))
        return NULL;
    return g_steal_pointer(&ids);
}

static gboolean
contains(GArray *ids, CareId id)
{
    for (guint i = 0; i < ids->len; i++)
        if (g_array_index(ids, CareId, i) == id)
            return TRUE;
    return FALSE;
}

gboolean
care_sample_keep_promises(CareTransaction *transaction, CareSample *sample, GError **error)
{
    g_autofree char *today = care_date_to_string(care_date_of_instant(sample->now, sample->zone));
    g_autoptr(GArray) left = left_for_today(transaction, sample, today, error);
    g_autoptr(GArray) ids = left == NULL ? NULL
                                         : care_query_ids(care_transaction_connection(transaction),
                                                          "sample/due", error, "s", today);

    for (guint i = 0; ids != NULL && i < ids->len; i++) {
        CareId id = g_array_index(ids, CareId, i);

        if (!contains(left, id) && !keep(transaction, sample, id, error))
            return FALSE;
    }
    return ids != NULL;
}

/* Thought of yesterday, by a card. */
static gboolean
greet(CareTransaction *transaction, CareSample *sample, const CareDueItem *item, GError **error)
{
    CareContactAbout about = { .rule = item->rule, .record = item->record, .settled = TRUE };
    g_autoptr(CareRecord) card = CARE_RECORD(care_interaction_new());

    care_transaction_pretend(transaction, kept_at(sample, care_date_of_instant(sample->now, sample->zone)),
                             &sample->serial);
    care_record_set_int(card, CARE_INTERACTION_CUSTOMER, item->customer);
    care_record_set_text(card, CARE_INTERACTION_DIRECTION, care_direction_word(CARE_DIRECTION_OUT));
    care_record_set_text(card, CARE_INTERACTION_CHANNEL, care_channel_word(CARE_CHANNEL_LETTER));
    care_record_set_text(card, CARE_INTERACTION_SUBJECT, "All the best");
    care_record_set_text(card, CARE_INTERACTION_CLASS, care_contact_class_word(CARE_CLASS_GIFT));
    return care_contact_flow_log(transaction, card, &about, error);
}

static gboolean
greet_most(CareTransaction *transaction, CareSample *sample, GError **error)
{
    g_autoptr(CareClock) clock = care_clock_new_fixed_at(sample->now, sample->zone);
    g_autoptr(CareToday) today = care_today_compute(care_transaction_connection(transaction), clock, error);
    guint occasions = 0;

    for (guint i = 0; today != NULL && i < today->items->len; i++) {
        const CareDueItem *item = today->items->pdata[i];

        if (item->rule == CARE_DUE_OCCASION && ++occasions > OCCASIONS_LEFT
            && !greet(transaction, sample, item, error))
            return FALSE;
    }
    return today != NULL;
}

static gboolean
complain(CareTransaction *transaction, CareSample *sample, guint customer, const char *words, CareInstant at,
         CareInstant answered, const char *channel, GError **error)
{
    g_autoptr(CareRecord) complaint = CARE_RECORD(care_complaint_new());

    care_transaction_pretend(transaction, at, &sample->serial);
    care_record_set_int(complaint, CARE_COMPLAINT_CUSTOMER, sample->customers[customer]);
    care_record_set_text(complaint, CARE_COMPLAINT_WORDS, words);
    care_record_set_text(complaint, CARE_COMPLAINT_CHANNEL, channel);
    care_record_set_int(complaint, CARE_COMPLAINT_RECEIVED, at);
    if (answered != 0) {
        care_record_set_int(complaint, CARE_COMPLAINT_ACKNOWLEDGED, answered);
        care_record_set_text(complaint, CARE_COMPLAINT_ACKNOWLEDGED_HOW, "phone");
    }
    return care_flow_save(transaction, complaint, NULL, error);
}

/* Two complaints came when the shop was open last, one is answered and not settled; somebody looked at the list some days
 * ago. */
gboolean
care_sample_set_today(CareTransaction *transaction, CareSample *sample, GError **error)
{
    CareDate today = care_date_of_instant(sample->now, sample->zone);
    CareDate yesterday = care_sample_open_day_before(sample, care_date_add_days(today, -1));
    g_autofree char *last_run
        = care_date_to_string(care_sample_open_day_before(sample, care_date_add_days(today, -3)));

    CareInstant earlier = care_sample_moment(
        sample, care_sample_open_day_before(sample, care_date_add_days(today, -4)), 9, 40);

    if (!greet_most(transaction, sample, error)
        || !complain(transaction, sample, 3, care_sample_grievances[2], earlier, earlier + 3000, "phone",
                     error)
        || !complain(transaction, sample, 13, care_sample_grievances[1],
                     care_sample_moment(sample, yesterday, 12, 40), 0, "counter", error)
        || !complain(transaction, sample, 9, care_sample_grievances[0],
                     care_sample_moment(sample, yesterday, 17, 52), 0, "email", error))
        return FALSE;
    care_transaction_pretend(transaction, sample->now, &sample->serial);
    return care_transaction_set_setting(transaction, CARE_SETTING_LAST_DAY_RUN, last_run, error);
}
