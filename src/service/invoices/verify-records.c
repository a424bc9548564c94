/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
/* Every record against what its kind says of its fields, and every setting: what no door of the program would have let
 * in. */
#include "service/invoices/verify-private.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "core/errors.h"
#include "model/invoice.h"
#include "model/job.h"
#include "model/payment.h"
#include "service/flow-derive.h"
#include "service/flow-times.h"
#include "service/flow.h"
#include "service/invoices/invoice-standing.h"
#include "service/jobs/job-saving.h"
#include "service/number-room.h"
#include "service/shop-setting.h"
#include "store/kind-query.h"
#include "store/migrate.h"
#include "store/named-query.h"
#include "store/record-sql.h"
#include "store/search-compare.h"
#include "store/setting.h"
#include "store/taken-back.h"
#include "store/unreadable.h"

/* Records that are held at once. */
#define BUNCH 500

static void
add_value(CareVerify *self, CareRecord *record, int field)
{
    const CareKind *kind = care_record_kind(record);
    const char *label = field >= 0 ? care_field_label(&kind->fields[field]) : care_kind_label(kind);

    care_verify_add(self, "value", care_record_id(record), NULL,
                    /* Translators: %s is what a field is called, "Birthday" */
                    g_strdup_printf(_("“%s” holds what nobody could have entered"), label));
}

/* What the program works out itself; of any other, verify-links.c. */
static void
check_own_references(CareVerify *self, CareRecord *record)
{
    const CareKind *kind = care_record_kind(record);

    for (guint i = 0; i < kind->n_fields; i++)
        if (kind->fields[i].kind == CARE_FIELD_REF && kind->fields[i].flags & CARE_FIELD_COMPUTED
            && care_record_int(record, (int)i) == care_record_id(record))
            add_value(self, record, (int)i);
}

/* What it is called on papers; NULL: nothing. */
static const char *
number_of(CareRecord *record)
{
    int field = care_kind_find_field(care_record_kind(record), "number");

    return field >= 0 && care_field_is_text(&care_record_kind(record)->fields[field])
               ? care_record_text(record, field)
               : NULL;
}

/* What the customer was told is the sum of what was agreed. Schema 1 rounded it otherwise, and what it told the customer
 * stands at every door. */
static void
note_price(CareVerify *self, CareRecord *job)
{
    if (!care_job_price_fits(job, self->currency))
        care_verify_note(self, "value", care_record_id(job), number_of(job),
                         g_strdup(_("Its agreed price is not the sum of its agreed lines")));
}

/* What a door of today would not take besides: told is the sentence of what no door ever took, nullable. */
static void
note_odd(CareVerify *self, CareRecord *record, const CareAsked *asked, const char *told)
{
    g_autofree char *note = care_flow_note(self->connection, record, asked);
    const char *rest = note;

    if (told != NULL && note != NULL && g_str_has_prefix(note, told))
        rest = g_strchug(note + strlen(told));
    if (rest != NULL && *rest != '\0')
        care_verify_note(self, "value", care_record_id(record), number_of(record), g_strdup(rest));
}

/* What an import of the shop's own export would refuse; and what it would tell, and take. */
static void
check_alone(CareVerify *self, CareRecord *record)
{
    const CareAsked asked = { self->currency, self->began, self->today };
    g_autoptr(GError) reason = NULL;

    if (self->began < CARE_SCHEMA_THAT_ASKED && care_record_kind(record) == &care_job_kind)
        note_price(self, record);
    if (!care_flow_check_alone(record, &asked, &reason) && !care_verify_knows(self, care_record_id(record)))
        care_verify_add(self, "value", care_record_id(record), number_of(record), g_strdup(reason->message));
    note_odd(self, record, &asked, reason != NULL ? reason->message : NULL);
}

/* FALSE where what decides it cannot be read: that is no fault of the record. */
static gboolean
is_told(const GError *reason, GError **error)
{
    if (g_error_matches(reason, CARE_ERROR, CARE_ERROR_REFUSED))
        return TRUE;
    g_propagate_error(error, g_error_copy(reason));
    return FALSE;
}

/* A door of an older schema let it be given to another. */
static gboolean
check_job(CareVerify *self, CareRecord *record, GError **error)
{
    g_autoptr(GError) reason = NULL;

    if (care_record_kind(record) != &care_invoice_kind
        || care_invoice_check_job(self->connection, record, &reason))
        return TRUE;
    if (!is_told(reason, error))
        return FALSE;
    (self->began < CARE_SCHEMA_THAT_ASKED_MORE ? care_verify_note : care_verify_add)(
        self, "value", care_record_id(record), number_of(record), g_strdup(reason->message));
    return TRUE;
}

/* Of a shop that began with schema 1 no door asks it. */
static void
check_currency(CareVerify *self, CareRecord *record)
{
    if (!care_record_has_real_currency(record))
        (self->began < CARE_SCHEMA_THAT_ASKED ? care_verify_note : care_verify_add)(
            self, "value", care_record_id(record), number_of(record),
            g_strdup(_("Its amounts are in a currency that there is not")));
}

/* What cannot be written down is in no export, whatever the shop began with. */
static gboolean
can_be_written(CareRecordStamp stamp)
{
    return care_instant_can_be_written(stamp.created) && care_instant_can_be_written(stamp.changed)
           && care_instant_can_be_written(stamp.deleted);
}

static void
check_stamp(CareVerify *self, CareRecord *record)
{
    CareRecordStamp stamp = care_record_stamp(record);

    if (stamp.changed_by < 0)
        care_verify_add(self, "value", care_record_id(record), number_of(record),
                        g_strdup(_("It says that it was changed by nobody who can be")));
    if (!care_record_has_real_times(record))
        (self->began < CARE_SCHEMA_THAT_ASKED && can_be_written(stamp) ? care_verify_note : care_verify_add)(
            self, "value", care_record_id(record), number_of(record),
            g_strdup(_("It says that it was written at a time that no clock shows")));
}

static gboolean
check_room(CareVerify *self, CareRecord *record, GError **error)
{
    g_autoptr(GError) reason = NULL;

    if (care_number_check_room(self->connection, record, &reason))
        return TRUE;
    if (!is_told(reason, error))
        return FALSE;
    care_verify_add(self, "value", care_record_id(record), number_of(record), g_strdup(reason->message));
    return TRUE;
}

static gboolean
check_record(CareVerify *self, CareRecord *record, GError **error)
{
    int field;

    if (!care_record_is_valid(record, self->began, &field)
        && !care_verify_knows(self, care_record_id(record)))
        add_value(self, record, field);
    check_currency(self, record);
    check_stamp(self, record);
    check_alone(self, record);
    check_own_references(self, record);
    return care_verify_links(self, record, error) && check_room(self, record, error)
           && check_job(self, record, error)
           && (!care_record_is(record, &care_payment_kind) || care_verify_payment(self, record, error));
}

/* What was paid on an issued document, and its state, is told with its payments. */
static gboolean
is_told_elsewhere(CareRecord *record)
{
    return care_record_kind(record) == &care_invoice_kind && care_record_is_set(record, CARE_INVOICE_NUMBER);
}

/* A step to schema 2 did not ask for what was left of a job that was billed in part, and schema 2 let a job be taken from what
 * was issued. */
static void
add_derived(CareVerify *self, CareRecord *record, guint64 fields)
{
    const CareKind *kind = care_record_kind(record);

    for (guint i = 0; i < kind->n_fields; i++)
        if (fields & CARE_FIELD_BIT(i)) {
            (self->began < CARE_SCHEMA_THAT_ASKED_MORE ? care_verify_note : care_verify_add)(
                self, "derived", care_record_id(record), number_of(record),
                /* Translators: %s is what a field is called, "To Bill" */
                g_strdup_printf(_("“%s” is not what follows from its lines and invoices; “aftercare-cli "
                                  "rebuild” makes it anew"),
                                care_field_label(&kind->fields[i])));
            return;
        }
}

static gboolean
check_derived(CareVerify *self, CareRecord *record, GError **error)
{
    g_autoptr(CareRecord) wanted = NULL;

    if (is_told_elsewhere(record) || care_verify_knows(self, care_record_id(record)))
        return TRUE;
    wanted = care_record_copy(record);
    if (!care_flow_derive(self->connection, wanted, error))
        return FALSE;
    add_derived(self, record, care_record_difference(record, wanted));
    return TRUE;
}

static gboolean
check_bunch(CareVerify *self, const CareKind *kind, GArray *ids, GError **error)
{
    g_autoptr(GPtrArray) records
        = care_records_load(self->connection, kind, (const CareId *)(void *)ids->data, ids->len, error);

    for (guint i = 0; records != NULL && i < records->len; i++)
        if (!check_record(self, records->pdata[i], error) || !check_derived(self, records->pdata[i], error))
            return FALSE;
    return records != NULL;
}

static gboolean
check_kind(CareVerify *self, const CareKind *kind, GError **error)
{
    CareId after = G_MININT64;

    for (;;) {
        g_autoptr(GArray) ids = care_kind_ids_after(self->connection, kind, after, BUNCH, error);

        if (ids == NULL || ids->len == 0)
            return ids != NULL;
        if (!check_bunch(self, kind, ids, error))
            return FALSE;
        after = g_array_index(ids, CareId, ids->len - 1);
    }
}

static gboolean
add_odd_id(CareStatement *row, gpointer self, GError **error)
{
    CareId id = care_statement_int(row, 0), holder = care_statement_int(row, 1);
    g_autofree char *odd = care_id_to_string(id);

    care_verify_add(self, "value", holder, NULL,
                    g_strdup_printf(id == holder
                                        ? _("It has the id %s, and none is less than 1")
                                        : _("A row of its lists has the id %s, and none is less than 1"),
                                    odd));
    return TRUE;
}

static gboolean
check_ids(CareVerify *self, const CareKind *kind, GError **error)
{
    if (!care_kind_each_odd_id(self->connection, kind, add_odd_id, self, error))
        return FALSE;
    for (guint i = 0; i < kind->n_fields; i++)
        if (kind->fields[i].kind == CARE_FIELD_LIST
            && !check_ids(self, care_kind_child(&kind->fields[i]), error))
            return FALSE;
    return TRUE;
}

static void
add_unreadable(CareId holder, const CareField *field, gpointer self)
{
    if (!care_verify_knows(self, holder))
        care_verify_add(
            self, "value", holder, NULL,
            /* Translators: %s is what a field is called, "Birthday" */
            g_strdup_printf(_("“%s” holds what nobody could have entered"), care_field_label(field)));
}

static gboolean
add_shared_id(CareStatement *row, gpointer self, GError **error)
{
    care_verify_add(self, "value", care_statement_int(row, 0), NULL,
                    g_strdup(_("A record of another kind has its id")));
    return TRUE;
}

static gboolean
add_taken_back(CareStatement *row, gpointer self, GError **error)
{
    care_verify_add(self, "value", care_statement_int(row, 0), NULL,
                    g_strdup(_("It is marked as added by mistake and taken back, and is there")));
    return TRUE;
}

static gboolean
check_marks(CareVerify *self, GError **error)
{
    for (const CareKind *const *kind = care_kinds(); *kind != NULL; kind++)
        if (!care_taken_back_each_there(self->connection, *kind, add_taken_back, self, error))
            return FALSE;
    return TRUE;
}

static void
add_setting(CareVerify *self, const char *key)
{
    care_verify_add(self, "value", 0, NULL,
                    /* Translators: %s is the key of a setting, "tax-rate" */
                    g_strdup_printf(_("The setting “%s” makes no sense"), key));
}

/* By what it says everything else is asked. */
static gboolean
is_schema(const char *value)
{
    return g_ascii_string_to_signed(value, 10, 1, care_schema_version(), NULL, NULL);
}

static void
note_setting(CareVerify *self, const char *key, const char *value)
{
    char *odd = care_shop_setting_say_odd(key, value);

    if (odd != NULL)
        care_verify_note(self, "value", 0, NULL, odd);
}

static gboolean
makes_sense(const char *key, const char *value)
{
    g_autofree char *tidy = NULL;

    if (strcmp(key, CARE_SETTING_BEGAN) == 0)
        return is_schema(value);
    return !g_strv_contains(care_shop_setting_keys(), key)
           || care_shop_setting_check(key, value, &tidy, NULL);
}

/* One may be of a newer program, since a setting needs no step of the schema; nothing here asks it. */
static void
note_unknown(CareVerify *self, const char *key)
{
    if (!g_strv_contains(care_shop_setting_keys(), key) && !care_setting_is_known(key))
        care_verify_note(self, "value", 0, NULL,
                         /* Translators: %s is the key of a setting, "tax-rate" */
                         g_strdup_printf(_("There is a setting “%s”, which Aftercare does not know"), key));
}

static gboolean
check_setting(CareStatement *row, gpointer self, GError **error)
{
    const char *key = care_statement_text(row, 0), *value = care_statement_text(row, 1);

    if (!care_statement_is_readable(row, 0) || !care_statement_is_readable(row, 1)
        || (key != NULL && value != NULL && !makes_sense(key, value)))
        add_setting(self, key != NULL ? key : "");
    else if (key != NULL && g_strv_contains(care_shop_setting_keys(), key))
        note_setting(self, key, value);
    else
        note_unknown(self, key != NULL ? key : "");
    return TRUE;
}

static void
add_other_words(CareId id, gpointer self)
{
    care_verify_add_unsearched(self, id);
}

gboolean
care_verify_records(CareVerify *self, GError **error)
{
    if (!care_setting_find(self->connection, CARE_SETTING_CURRENCY, &self->currency, error))
        return FALSE;
    self->began = care_migrate_began(self->connection);
    for (const CareKind *const *kind = care_kinds(); *kind != NULL; kind++)
        if (!check_ids(self, *kind, error)
            || !care_kind_each_unreadable(self->connection, *kind, add_unreadable, self, error)
            || !check_kind(self, *kind, error))
            return FALSE;
    return care_verify_payments(self, error) && care_verify_known_gaps(self, error)
           && care_query_each(self->connection, "exchange/settings", check_setting, self, error, "")
           && check_marks(self, error)
           && care_kinds_each_shared_id(self->connection, add_shared_id, self, error)
           && care_search_index_compare(self->connection, add_other_words, self, error);
}
