/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "service/flow-uses.h"

#include <glib/gi18n-lib.h>

#include "core/errors.h"
#include "core/isolate.h"
#include "store/kind-query.h"

typedef struct {
    CareTransaction *transaction;
    CareRecord *record;
    CareInstant since;    /* 0: since it was added */
    gboolean any;         /* whatever names it, however loosely, and whenever it was entered */
    const CareKind *kind; /* whose records are looked at */
    gboolean used;
} Search;

static gboolean
was_added_along(CareRecordStamp other, CareRecordStamp record)
{
    return other.created == record.created && other.changed == record.created;
}

/* An instant is a second: what was entered in that of the return counts. */
static gboolean
was_entered(Search *self, CareRecord *other)
{
    CareRecordStamp stamp = care_record_stamp(other);

    if (self->any)
        return TRUE;
    return self->since != 0 ? stamp.created >= self->since
                            : !was_added_along(stamp, care_record_stamp(self->record));
}

static gboolean
look_at(CareStatement *row, gpointer data, GError **error)
{
    Search *self = data;
    g_autoptr(CareRecord) other
        = care_transaction_load(self->transaction, self->kind, care_statement_int(row, 1), error);

    if (other == NULL)
        return FALSE;
    self->used = care_record_stamp(other).deleted == 0 && was_entered(self, other);
    return !self->used;
}

/* kind: that of the records, or of the rows of one of their lists. */
static gboolean
look_through(Search *self, const CareKind *kind, GError **error)
{
    for (guint i = 0; i < kind->n_fields && !self->used; i++) {
        const CareField *field = &kind->fields[i];

        if (field->kind == CARE_FIELD_LIST && !look_through(self, care_kind_child(field), error))
            return FALSE;
        if (field->kind == CARE_FIELD_REF && (self->any || !(field->flags & CARE_FIELD_LETS_GO))
            && g_str_equal(field->extra, care_record_kind(self->record)->name)
            && !care_kind_each_referrer(care_transaction_connection(self->transaction), kind, (int)i,
                                        care_record_id(self->record), look_at, self, error))
            return FALSE;
    }
    return TRUE;
}

static void
refuse(CareRecord *record, GError **error)
{
    g_autofree char *title = care_record_title(record);
    g_autofree char *name = care_isolate(title);

    g_set_error(
        error, CARE_ERROR, CARE_ERROR_REFUSED,
        /* Translators: %s is the name of a customer, a job, … that was added, or brought back, and that is to be
         * taken back */
        _("%s has other entries by now, which would go along. Nothing was taken back; delete it if "
          "it is to go."),
        name);
}

static gboolean
look_through_all(Search *self, GError **error)
{
    for (const CareKind *const *kind = care_kinds(); *kind != NULL && !self->used; kind++) {
        self->kind = *kind;
        if (!((*kind)->flags & CARE_KIND_TRACE) && !look_through(self, *kind, error))
            return FALSE;
    }
    return TRUE;
}

gboolean
care_flow_check_unused_since(CareTransaction *transaction, CareRecord *record, CareInstant since,
                             GError **error)
{
    Search self = { .transaction = transaction, .record = record, .since = since };

    if (!look_through_all(&self, error))
        return FALSE;
    if (self.used)
        refuse(record, error);
    return !self.used;
}

gboolean
care_flow_find_named(CareTransaction *transaction, CareRecord *record, gboolean *named, GError **error)
{
    Search self = { .transaction = transaction, .record = record, .any = TRUE };

    if (!look_through_all(&self, error))
        return FALSE;
    *named = self.used;
    return TRUE;
}

gboolean
care_flow_check_unused(CareTransaction *transaction, CareRecord *record, GError **error)
{
    return care_flow_check_unused_since(transaction, record, 0, error);
}

/* Flags, links and notes that the program keeps by itself are nobody's words. */
static gboolean
is_kept_by_rule(const CareField *field)
{
    return (field->flags & CARE_FIELD_COMPUTED) != 0
           && (field->kind == CARE_FIELD_BOOLEAN || field->kind == CARE_FIELD_REF
               || (field->flags & CARE_FIELD_NOTED) != 0);
}

gboolean
care_flow_is_untouched(CareRecord *stored, CareRecord *added)
{
    const CareKind *kind = care_record_kind(stored);
    gboolean same = TRUE;

    for (guint i = 0; i < kind->n_fields && same; i++)
        same = is_kept_by_rule(&kind->fields[i]) || care_record_field_equal(stored, added, (int)i);
    return same;
}

gboolean
care_flow_check_untouched(CareRecord *stored, CareRecord *added, GError **error)
{
    gboolean same = care_flow_is_untouched(stored, added);

    if (care_record_stamp(stored).deleted != 0) {
        g_set_error_literal(error, CARE_ERROR, CARE_ERROR_NOT_FOUND,
                            _("This was deleted meanwhile. There is nothing left to take back."));
        return FALSE;
    }
    if (!same)
        g_set_error_literal(error, CARE_ERROR, CARE_ERROR_CONFLICT,
                            _("This was changed elsewhere meanwhile. Nothing was taken back; delete it if it "
                              "is to go."));
    return same;
}
