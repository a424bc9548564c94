/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "service/flow-times.h"

#include <glib/gi18n-lib.h>

#include "core/errors.h"

/* No clock gets further. */
static const CareDate last_of_all = { 2099, 12, 31 };

gboolean
care_flow_says_anew(CareRecord *record, CareRecord *old, int field)
{
    return care_record_is_set(record, field) && (old == NULL || !care_record_field_equal(record, old, field));
}

gboolean
care_flow_is_to_come(CareTransaction *transaction, CareInstant at)
{
    return care_date_compare(care_date_of_instant(at, care_transaction_zone(transaction)),
                             care_transaction_today(transaction))
           > 0;
}

gboolean
care_flow_check_happened(CareTransaction *transaction, CareRecord *record, CareRecord *old, int field,
                         const char *sentence, GError **error)
{
    if (!care_flow_says_anew(record, old, field)
        || !care_flow_is_to_come(transaction, care_record_int(record, field)))
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
        if (kind->fields[i].kind == CARE_FIELD_INSTANT && !(kind->fields[i].flags & CARE_FIELD_COMPUTED)
            && care_flow_says_anew(record, old, (int)i)
            && care_flow_is_to_come(transaction, care_record_int(record, (int)i)))
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
 * the program wrote there by itself only has to be of a time that a clock shows. */
static gboolean
is_lasting(CareRecord *record, const CareField *field)
{
    const CareKind *kind = care_record_kind(record);
    int number = kind->number_digits > 0 ? care_kind_find_field(kind, "number") : -1;

    return number >= 0
           && ((field->flags & CARE_FIELD_COMPUTED)
               || (kind->flags & CARE_KIND_SEALED && care_record_is_set(record, number)));
}

static gboolean
is_later(CareInstant at, CareDate last)
{
    g_autoptr(GTimeZone) utc = g_time_zone_new_utc();
    CareDate day = care_date_of_instant(at, utc);

    return !care_date_is_set(day) || care_date_compare(day, last) > 0;
}

gboolean
care_flow_check_times(CareRecord *record, CareDate today, GError **error)
{
    const CareKind *kind = care_record_kind(record);
    CareDate last = care_flow_last_day(record, today);

    if (care_date_compare(last, last_of_all) > 0)
        last = last_of_all;
    for (guint i = 0; i < kind->n_fields; i++) {
        const CareField *field = &kind->fields[i];

        if (field->kind == CARE_FIELD_INSTANT && care_record_is_set(record, (int)i)
            && is_later(care_record_int(record, (int)i), is_lasting(record, field) ? last_of_all : last))
            return refuse_later(record, (int)i, error);
    }
    return TRUE;
}
