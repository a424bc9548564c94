/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
/* Validation of records, and their fields as plain text: what the table of fields says about values. */
#include "model/record.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "core/email.h"
#include "core/errors.h"
#include "core/seen.h"
#include "model/record-range.h"

/* Longer text in one field is a mistake or an attack, not a note. */
#define MAX_TEXT (256 * 1024)

/* A name or a title is one line; what has to be there is what lists, papers and messages show. */
#define MAX_NAME 500
/* Anything else in one line. */
#define MAX_LINE 2000
/* A note that is laid out on a paper which is written while everybody else waits. */
#define MAX_NOTE_ON_PAPER 5000
/* Rows of a list: an invoice of more is two. */
#define MAX_ROWS 1000

/* No shop has taken more, in minor units; sums of as many as there may be have room. */
#define MAX_MONEY G_GINT64_CONSTANT(10000000000000)
/* Prices and quantities: as much in main units as MAX_MONEY is in a currency of two decimals. */
#define MAX_DECIMAL (MAX_MONEY / 100 * CARE_DECIMAL_SCALE)

static gboolean refuse(GError **error, const char *sentence, ...) G_GNUC_PRINTF(2, 3);
static gboolean check(CareRecord *self, CareRecord *before, GError **error);
static gboolean check_signs(CareRecord *self, CareRecord *before, GError **error);

static gboolean
refuse(GError **error, const char *sentence, ...)
{
    va_list values;

    va_start(values, sentence);
    g_propagate_error(error, g_error_new_valist(CARE_ERROR, CARE_ERROR_INPUT, sentence, values));
    va_end(values);
    return FALSE;
}

void
care_set_error_not_found(GError **error, const CareKind *kind, const char *id)
{
    /* Translators: the name of a kind, "Job", and the id of a record */
    g_set_error(error, CARE_ERROR, CARE_ERROR_NOT_FOUND, _("No record of the kind “%s” has the id %s."),
                care_kind_label(kind), id);
}

static gboolean
refuse_choice(const CareField *field, GError **error)
{
    g_autofree char *words = care_choice_words(field->choices);

    return refuse(error, _("“%s” must be one of: %s. Nothing was changed."), care_field_label(field), words);
}

/* What people write into one line. */
static gboolean
is_line(const CareField *field)
{
    return field->kind == CARE_FIELD_TEXT
           && !(field->flags & (CARE_FIELD_LONG | CARE_FIELD_COMPUTED | CARE_FIELD_INTERNAL));
}

/* In letters; 0: as long as anything. */
static glong
most_letters(const CareKind *kind, const CareField *field)
{
    if (is_line(field))
        return (field->flags & CARE_FIELD_REQUIRED) ? MAX_NAME : MAX_LINE;
    return (kind->flags & CARE_KIND_SEALED) && (field->flags & CARE_FIELD_LONG) ? MAX_NOTE_ON_PAPER : 0;
}

static gboolean
check_length(const CareKind *kind, const CareField *field, const char *text, gboolean stands, GError **error)
{
    glong most = stands ? 0 : most_letters(kind, field);

    /* What the program writes itself is as long as what it is made of. */
    if (!(field->flags & CARE_FIELD_INTERNAL) && strlen(text) > MAX_TEXT)
        return refuse(error, _("“%s” is too long. Nothing was changed."), care_field_label(field));
    if (most > 0 && g_utf8_strlen(text, -1) > most)
        return refuse(error,
                      ngettext("“%s” is too long: %ld letter at most. Nothing was changed.",
                               "“%s” is too long: %ld letters at most. Nothing was changed.", (gulong)most),
                      care_field_label(field), most);
    return TRUE;
}

static gboolean
check_text(const CareKind *kind, const CareField *field, const char *text, gboolean stands, GError **error)
{
    const char *label = care_field_label(field);
    CareDate date;

    if (!g_utf8_validate(text, -1, NULL))
        return refuse(error, _("“%s” is not readable text (UTF-8). Nothing was changed."), label);
    if (!check_length(kind, field, text, stands, error))
        return FALSE;
    /* rows of what was issued stay as they are */
    if (!stands && (field->flags & CARE_FIELD_REQUIRED) && is_line(field) && !kind->child
        && !care_text_is_seen(text))
        return refuse(error, _("“%s” is missing. Nothing was changed."), label);
    if (field->kind == CARE_FIELD_DATE && !care_date_parse_full(text, &date))
        return refuse(
            error, _("“%s” is not a date that exists (write it as 2026-12-31). Nothing was changed."), label);
    if (field->kind == CARE_FIELD_DAY && !care_date_parse(text, &date))
        return refuse(error,
                      _("“%s” is not a date that exists (write it as 1980-12-31, or --12-31 without a year). "
                        "Nothing was changed."),
                      label);
    return field->kind != CARE_FIELD_CHOICE || care_field_has_choice(field, text)
           || refuse_choice(field, error);
}

/* before: nullable. */
static gboolean
check_list(CareRecord *self, int field, CareRecord *before, GError **error)
{
    guint n = care_record_list_length(self, field);
    guint most = before != NULL ? care_record_list_length(before, field) : 0;

    if (n > MAX(most, MAX_ROWS))
        return refuse(error, _("“%s” has too many rows: at most %d. Nothing was changed."),
                      care_field_label(&care_record_kind(self)->fields[field]), MAX_ROWS);
    for (guint i = 0; i < n; i++) {
        CareRecord *row = care_record_list_item(self, field, i);
        CareRecord *stood = before == self   ? row
                            : before != NULL ? care_record_row_before(before, field, row)
                                             : NULL;

        if (!check(row, stood, error) || !check_signs(row, stood, error))
            return FALSE;
    }
    return TRUE;
}

static gboolean
refuse_moment(const CareField *field, GError **error)
{
    return refuse(error, _("“%s” is not a moment like 2026-11-24T09:10:00Z."), care_field_label(field));
}

static gboolean
check_size(const CareField *field, gint64 value, GError **error)
{
    gint64 most = field->kind == CARE_FIELD_MONEY     ? MAX_MONEY
                  : field->kind == CARE_FIELD_DECIMAL ? MAX_DECIMAL
                                                      : G_MAXINT64;

    if (field->kind == CARE_FIELD_INSTANT && !care_instant_can_be_written(value))
        return refuse_moment(field, error);
    return (value <= most && value >= -most)
           || (field->kind != CARE_FIELD_MONEY && field->kind != CARE_FIELD_DECIMAL)
           || refuse(error, _("“%s” is too large. Nothing was changed."), care_field_label(field));
}

static gboolean
check_field(CareRecord *self, int field, CareRecord *before, GError **error)
{
    const CareField *f = &care_record_kind(self)->fields[field];
    gboolean stands = before != NULL && care_record_field_equal(self, before, field);

    if (!care_record_is_set(self, field))
        return (f->flags & CARE_FIELD_REQUIRED)
                   ? refuse(error, _("“%s” is missing. Nothing was changed."), care_field_label(f))
                   : TRUE;
    if (f->kind == CARE_FIELD_LIST)
        return check_list(self, field, before, error);
    return care_field_is_text(f)
               ? check_text(care_record_kind(self), f, care_record_text(self, field), stands, error)
               : check_size(f, care_record_int(self, field), error);
}

/* What a person may write down now, and might otherwise before: a rule that came later. */
static gboolean
check_entry(CareRecord *self, CareRecord *before, GError **error)
{
    const CareKind *kind = care_record_kind(self);

    return kind->validate_entry == NULL || before == self
           || (before != NULL && !kind->validate_entry(before, NULL)) || kind->validate_entry(self, error);
}

/* Everything but what no shop was asked before the schema was closed. */
static gboolean
check(CareRecord *self, CareRecord *before, GError **error)
{
    const CareKind *kind = care_record_kind(self);

    for (guint i = 0; i < kind->n_fields; i++)
        if (!check_field(self, (int)i, before, error))
            return FALSE;
    return (kind->validate == NULL || kind->validate(self, error)) && check_entry(self, before, error);
}

static gboolean
is_below_zero(CareRecord *self, int field)
{
    return (care_record_kind(self)->fields[field].flags & CARE_FIELD_FROM_ZERO)
           && care_record_int(self, field) < 0;
}

/**
 * care_record_below_zero:
 *
 * Returns: the first field of what stands that is less than nothing, and whose like is refused where it is entered; -1
 */
int
care_record_below_zero(CareRecord *self)
{
    for (guint i = 0; i < care_record_kind(self)->n_fields; i++)
        if (is_below_zero(self, (int)i))
            return (int)i;
    return -1;
}

static gboolean
check_signs(CareRecord *self, CareRecord *before, GError **error)
{
    const CareKind *kind = care_record_kind(self);

    for (guint i = 0; i < kind->n_fields; i++)
        if (is_below_zero(self, (int)i) && (before == NULL || !care_record_field_equal(self, before, (int)i)))
            return refuse(error, _("“%s” cannot be less than nothing. Nothing was changed."),
                          care_field_label(&kind->fields[i]));
    return TRUE;
}

static gboolean check_addresses(CareRecord *self, CareRecord *before, GError **error);

static gboolean
check_address(CareRecord *self, int field, CareRecord *before, GError **error)
{
    const CareField *f = &care_record_kind(self)->fields[field];
    guint n = f->kind == CARE_FIELD_LIST ? care_record_list_length(self, field) : 0;

    for (guint i = 0; i < n; i++) {
        CareRecord *row = care_record_list_item(self, field, i);

        if (!check_addresses(row, before != NULL ? care_record_row_before(before, field, row) : NULL, error))
            return FALSE;
    }
    if (!(f->flags & CARE_FIELD_EMAIL) || !care_record_is_set(self, field)
        || (before != NULL && care_record_field_equal(self, before, field))
        || care_email_is_address(care_record_text(self, field)))
        return TRUE;
    return refuse(error, _("“%s” is no e-mail address like name@example.org. Nothing was changed."),
                  care_record_text(self, field));
}

/* Only where it is entered: shops have long held others. */
static gboolean
check_addresses(CareRecord *self, CareRecord *before, GError **error)
{
    for (guint i = 0; i < care_record_kind(self)->n_fields; i++)
        if (!check_address(self, (int)i, before, error))
            return FALSE;
    return TRUE;
}

/* A computer whose battery is empty begins in 1970. */
static gboolean
is_real_time(CareInstant at)
{
    return at >= 0 && at < CARE_INSTANT_NEVER;
}

/**
 * care_record_has_real_times:
 *
 * Whether a clock can have shown the times at which it was written, changed and deleted, however wrong it was
 */
gboolean
care_record_has_real_times(CareRecord *self)
{
    CareRecordStamp stamp = care_record_stamp(self);

    return is_real_time(stamp.created) && is_real_time(stamp.changed) && is_real_time(stamp.deleted);
}

/* What no door asks, since it writes both itself. */
static gboolean
check_marks(CareRecord *self, GError **error)
{
    if (!care_record_has_real_currency(self))
        return refuse(error, _("Its amounts are in a currency that there is not. Nothing was changed."));
    return care_record_has_real_times(self)
           || refuse(error,
                     _("It says that it was written at a time that no clock shows. Nothing was changed."));
}

/**
 * care_record_validate:
 * @self: a record
 * @error: CARE_ERROR_INPUT with a sentence that names the field
 *
 * Checks every field against the table, then the kind's own rule. Changes nothing.
 */
gboolean
care_record_validate(CareRecord *self, GError **error)
{
    return care_record_recheck(self, NULL, error);
}

/**
 * care_record_recheck:
 * @before: (nullable): the record as it is stored already
 *
 * The same, of what differs, in lists row by row. What stands may be longer, or say less, than what can be entered today:
 * a version before this one took it. What could not be read or kept is refused wherever it comes from.
 */
gboolean
care_record_recheck(CareRecord *self, CareRecord *before, GError **error)
{
    return check(self, before, error) && check_signs(self, before, error)
           && check_addresses(self, before, error) && care_record_check_ranges(self, before, error);
}

/**
 * care_record_check_taken:
 * @schema: the oldest that the shop which it comes from entered anything under
 *
 * As it stands in an export: what every door of that schema asked. Schema 1 took longer words, more rows and odder days;
 * those that are closed took costs below nothing and any number of months, which verify tells.
 */
gboolean
care_record_check_taken(CareRecord *self, int schema, GError **error)
{
    if (schema < CARE_SCHEMA_THAT_ASKED)
        return check(self, self, error);
    return check(self, NULL, error) && check_marks(self, error);
}

/**
 * care_record_is_valid:
 * @schema: the oldest that its shop entered anything under
 * @field: set to the first field that is amiss, and to -1 where the record as a whole is; NULL to not be told
 *
 * Whether it may stand as it is, without a sentence: for records that are stored, by whatever way they came. As
 * care_record_check_taken(), so that nothing is amiss which every door of that schema let in, and everything that an
 * import of the shop's own export refuses; but for the marks, which have sentences of their own.
 */
gboolean
care_record_is_valid(CareRecord *self, int schema, int *field)
{
    const CareKind *kind = care_record_kind(self);
    CareRecord *before = schema < CARE_SCHEMA_THAT_ASKED ? self : NULL;
    int at = -1;

    for (guint i = 0; at < 0 && i < kind->n_fields; i++)
        if (!check_field(self, (int)i, before, NULL))
            at = (int)i;
    if (field != NULL)
        *field = at;
    return at < 0 && (kind->validate == NULL || kind->validate(self, NULL))
           && check_entry(self, before, NULL);
}

static char *
list_to_string(CareRecord *self, int field)
{
    g_autoptr(GStrvBuilder) builder = g_strv_builder_new();
    g_auto(GStrv) parts = NULL;

    if (!care_kind_is_flat(care_kind_child(&care_record_kind(self)->fields[field])))
        return NULL;
    for (guint i = 0; i < care_record_list_length(self, field); i++)
        g_strv_builder_add(builder, care_record_text(care_record_list_item(self, field, i), 0));
    parts = g_strv_builder_end(builder);
    return g_strjoinv(", ", parts);
}

/**
 * care_record_field_to_string:
 * @currency: for MONEY fields
 *
 * A flat list ("tags") gives its entries with commas between; other lists have no plain form.
 *
 * Returns: (transfer full) (nullable): the value in the plain form of JSON and the command line; NULL when not set
 */
char *
care_record_field_to_string(CareRecord *self, int field, const char *currency)
{
    const CareField *f = &care_record_kind(self)->fields[field];

    if (!care_record_is_set(self, field))
        return NULL;
    switch (f->kind) {
    case CARE_FIELD_LIST:
        return list_to_string(self, field);
    case CARE_FIELD_BOOLEAN:
        return g_strdup(care_record_int(self, field) ? "true" : "false");
    case CARE_FIELD_DECIMAL:
        return care_decimal_to_string(care_record_int(self, field));
    case CARE_FIELD_MONEY:
        return care_money_to_string(care_record_int(self, field), currency);
    case CARE_FIELD_INSTANT:
        return care_instant_to_string(care_record_int(self, field));
    case CARE_FIELD_REF:
        return care_id_to_string(care_record_int(self, field));
    case CARE_FIELD_INTEGER:
        return g_strdup_printf("%" G_GINT64_FORMAT, care_record_int(self, field));
    default:
        return g_strdup(care_record_text(self, field));
    }
}

static gboolean
parse_boolean(const char *text, gint64 *out)
{
    static const char *const yes[] = { "true", "1", "yes", NULL };
    static const char *const no[] = { "false", "0", "no", NULL };

    *out = g_strv_contains(yes, text);
    return *out || g_strv_contains(no, text);
}

static gboolean
parse_number(const CareField *f, const char *text, const char *currency, gint64 *out, GError **error)
{
    switch (f->kind) {
    case CARE_FIELD_BOOLEAN:
        return parse_boolean(text, out)
               || refuse(error, _("“%s” is yes or no (true, false)."), care_field_label(f));
    case CARE_FIELD_DECIMAL:
        return care_decimal_parse(text, out, error);
    case CARE_FIELD_MONEY:
        return care_money_parse(text, currency, out, error);
    case CARE_FIELD_INSTANT:
        return care_instant_parse(text, out) || refuse_moment(f, error);
    case CARE_FIELD_REF:
        return care_id_parse(text, out)
               || refuse(error, _("“%s” is not the id of a record."), care_field_label(f));
    default:
        return g_ascii_string_to_signed(text, 10, G_MININT64, G_MAXINT64, out, NULL)
               || refuse(error, _("“%s” is not a whole number."), care_field_label(f));
    }
}

static gboolean
parse(CareRecord *self, int field, const char *text, const char *currency, gboolean stands, GError **error)
{
    const CareField *f = &care_record_kind(self)->fields[field];
    gint64 number = 0;

    if (text == NULL || *text == '\0') {
        care_record_clear(self, field);
        return TRUE;
    }
    if (f->kind == CARE_FIELD_LIST) {
        g_auto(GStrv) parts = g_strsplit(text, ",", -1);

        if (!care_kind_is_flat(care_kind_child(f)))
            return refuse(error, _("“%s” is a list: give it as JSON with --file."), care_field_label(f));
        care_record_clear(self, field);
        for (char **part = parts; *part != NULL; part++)
            if (*g_strstrip(*part) != '\0')
                care_record_set_text(care_record_list_add(self, field), 0, *part);
        return TRUE;
    }
    if (care_field_is_text(f)) {
        if (!check_text(care_record_kind(self), f, text, stands, error))
            return FALSE;
        care_record_set_text(self, field, text);
        return TRUE;
    }
    if (!parse_number(f, text, currency, &number, error))
        return FALSE;
    care_record_set_int(self, field, number);
    return TRUE;
}

/**
 * care_record_field_parse:
 * @text: the plain form of a value; empty clears the field
 * @error: CARE_ERROR_INPUT with a sentence; the field then keeps its value
 *
 * A flat list ("tags") takes its entries separated by commas; other lists have no plain form.
 */
gboolean
care_record_field_parse(CareRecord *self, int field, const char *text, const char *currency, GError **error)
{
    return parse(self, field, text, currency, FALSE, error);
}

/* The same of what was stored once: it may be longer than what can be entered today. */
gboolean
care_record_field_take(CareRecord *self, int field, const char *text, const char *currency, GError **error)
{
    return parse(self, field, text, currency, TRUE, error);
}
