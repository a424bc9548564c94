/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "service/flow-times.h"

#include <glib/gi18n-lib.h>

#include "core/errors.h"
#include "model/complaint.h"
#include "model/followup.h"
#include "model/invoice.h"
#include "model/job.h"

/* What the doors of schema 2 asked of what they were told. They took a call for next week, as schema 1 took anything. */
static const struct {
    const CareKind *kind;
    int field;
} asked_early[] = {
    { &care_complaint_kind, CARE_COMPLAINT_RECEIVED },
    { &care_complaint_kind, CARE_COMPLAINT_ACKNOWLEDGED },
    { &care_job_kind, CARE_JOB_AGREED_AT },
    { &care_invoice_kind, CARE_INVOICE_CONSENT_AT },
};

gboolean
care_flow_says_anew(CareRecord *record, CareRecord *old, int field)
{
    return care_record_is_set(record, field) && (old == NULL || !care_record_field_equal(record, old, field));
}

CareDate
care_flow_last_day_seen(CareTransaction *transaction, CareRecord *old)
{
    CareRecordStamp stamp = old != NULL ? care_record_stamp(old) : (CareRecordStamp){ 0 };
    CareDate seen
        = care_date_of_instant(MAX(stamp.created, stamp.changed), care_transaction_zone(transaction));
    CareDate today = care_transaction_today(transaction);

    return care_date_compare(seen, today) > 0 ? seen : today;
}

/* None of what is no such day. */
static CareDate
day_of(CareTransaction *transaction, CareRecord *record, int field)
{
    const CareField *f = &care_record_kind(record)->fields[field];

    if (f->flags & CARE_FIELD_HAPPENED)
        return care_record_date(record, field);
    return f->kind == CARE_FIELD_INSTANT
               ? care_date_of_instant(care_record_int(record, field), care_transaction_zone(transaction))
               : (CareDate){ 0 };
}

/* A day to come that it did not say before. */
static gboolean
is_unheard_of(CareTransaction *transaction, CareRecord *record, CareRecord *old, int field)
{
    return care_flow_says_anew(record, old, field)
           && care_date_compare(day_of(transaction, record, field), care_flow_last_day_seen(transaction, old))
                  > 0;
}

gboolean
care_flow_check_happened(CareTransaction *transaction, CareRecord *record, CareRecord *old, int field,
                         const char *sentence, GError **error)
{
    if (!is_unheard_of(transaction, record, old, field))
        return TRUE;
    g_set_error_literal(error, CARE_ERROR, CARE_ERROR_INPUT, sentence);
    return FALSE;
}

static const char *
label_of(CareRecord *record, int field)
{
    return care_field_label(&care_record_kind(record)->fields[field]);
}

static gboolean
refuse_to_come(CareRecord *record, int field, GError **error)
{
    g_set_error(error, CARE_ERROR, CARE_ERROR_INPUT,
                /* Translators: %s is what a field is called, "Answered" */
                _("“%s” is when it happened, and that day is still to come. Nothing was changed."),
                label_of(record, field));
    return FALSE;
}

static gboolean
refuse_later(CareRecord *record, int field, GError **error)
{
    g_set_error(error, CARE_ERROR, CARE_ERROR_INPUT,
                /* Translators: %s is what a field is called, "Answered" */
                _("“%s” says that it happened on a day that is still to come."), label_of(record, field));
    return FALSE;
}

gboolean
care_flow_check_all_happened(CareTransaction *transaction, CareRecord *record, CareRecord *old,
                             GError **error)
{
    const CareKind *kind = care_record_kind(record);

    for (guint i = 0; i < kind->n_fields; i++)
        if (!(kind->fields[i].flags & CARE_FIELD_COMPUTED) && is_unheard_of(transaction, record, old, (int)i))
            return refuse_to_come(record, (int)i, error);
    return TRUE;
}

CareDate
care_flow_last_day(CareRecord *record, CareDate today)
{
    CareRecordStamp stamp = care_record_stamp(record);
    g_autoptr(GTimeZone) utc = g_time_zone_new_utc();
    CareDate written = care_date_of_instant(MAX(stamp.created, stamp.changed), utc);

    return care_date_add_days(care_date_compare(written, today) > 0 ? written : today, 1);
}

/* A clock that went ahead and was put right since is no reason to lose a job, and every document that was issued with it: what
 * the program wrote there by itself only has to be of a time that a clock shows. So has when a step was done: that is the
 * time of a contact or an answer, which may have been written down by such a clock before it came to be about this step. */
static gboolean
is_lasting(CareRecord *record, const CareField *field)
{
    const CareKind *kind = care_record_kind(record);
    int number = kind->number_digits > 0 ? care_kind_find_field(kind, "number") : -1;

    if (field == &care_followup_kind.fields[CARE_FOLLOWUP_DONE])
        return TRUE;
    return number >= 0
           && ((field->flags & CARE_FIELD_COMPUTED)
               || (kind->flags & CARE_KIND_SEALED && care_record_is_set(record, number)));
}

static gboolean
was_asked(CareRecord *record, int field, int schema)
{
    for (gsize i = 0; schema < CARE_SCHEMA_THAT_ASKED_MORE && i < G_N_ELEMENTS(asked_early); i++)
        if (care_record_is(record, asked_early[i].kind) && asked_early[i].field == field)
            return schema >= CARE_SCHEMA_THAT_ASKED;
    return schema >= CARE_SCHEMA_THAT_ASKED_MORE;
}

static gboolean
is_later(CareInstant at, CareDate last)
{
    g_autoptr(GTimeZone) utc = g_time_zone_new_utc();

    return care_date_compare(care_date_of_instant(at, utc), last) > 0;
}

static gboolean
fits(CareRecord *record, int field, const CareAsked *asked)
{
    CareInstant at = care_record_int(record, field);

    if (at >= CARE_INSTANT_NEVER || !care_instant_can_be_written(at))
        return FALSE;
    return is_lasting(record, &care_record_kind(record)->fields[field])
           || !was_asked(record, field, asked->schema)
           || !is_later(at, care_flow_last_day(record, asked->today));
}

/* No closed schema asked it of a day. */
static gboolean
day_fits(CareRecord *record, int field, const CareAsked *asked)
{
    return asked->schema < CARE_SCHEMA_TO_COME
           || care_date_compare(care_record_date(record, field), care_flow_last_day(record, asked->today))
                  <= 0;
}

static gboolean
is_in_time(CareRecord *record, int field, const CareAsked *asked)
{
    const CareField *f = &care_record_kind(record)->fields[field];

    if (f->flags & CARE_FIELD_HAPPENED)
        return day_fits(record, field, asked);
    return f->kind != CARE_FIELD_INSTANT || fits(record, field, asked);
}

gboolean
care_flow_check_times(CareRecord *record, const CareAsked *asked, GError **error)
{
    const CareKind *kind = care_record_kind(record);

    for (guint i = 0; i < kind->n_fields; i++)
        if (care_record_is_set(record, (int)i) && !is_in_time(record, (int)i, asked))
            return refuse_later(record, (int)i, error);
    return TRUE;
}
