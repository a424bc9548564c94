/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "service/flow-given.h"

#include <glib/gi18n-lib.h>

#include "core/errors.h"
#include "core/isolate.h"
#include "model/record-range.h"
#include "store/kind-query.h"

static gboolean check(CareTransaction *transaction, CareRecord *record, CareRecord *stood, GError **error);

/* A row of a list belongs to its record alone. */
static gboolean
is_given(const CareKind *kind, const CareField *field)
{
    return field->kind == CARE_FIELD_REF && !(field->flags & CARE_FIELD_COMPUTED)
           && (kind->child || !care_field_belongs(field));
}

static gboolean
names_others(const CareKind *kind)
{
    for (guint i = 0; i < kind->n_fields; i++)
        if (is_given(kind, &kind->fields[i]))
            return TRUE;
    return FALSE;
}

void
care_flow_set_error_nowhere(const CareField *field, GError **error)
{
    g_set_error(error, CARE_ERROR, CARE_ERROR_NOT_FOUND,
                /* Translators: %s is what a field is called, "Customer" */
                _("What it names as “%s” is not in the shop. Nothing was changed."), care_field_label(field));
}

static void
refuse(CareTransaction *transaction, const CareField *field, CareId id, GError **error)
{
    g_autoptr(CareRecord) named
        = care_transaction_load(transaction, care_kind_by_name(field->extra), id, NULL);
    g_autofree char *title = named != NULL ? care_record_title(named) : NULL;
    g_autofree char *name = title != NULL ? care_isolate(title) : NULL;

    if (name == NULL)
        care_flow_set_error_nowhere(field, error);
    else
        g_set_error(
            error, CARE_ERROR, CARE_ERROR_NOT_FOUND,
            /* Translators: what a record of the shop is called, then what the field that names it is called, "Text" */
            _("“%s”, which it names as “%s”, was deleted. Nothing was changed; choose another, or "
              "bring it back from Recently Deleted first."),
            name, care_field_label(field));
}

static gboolean
check_reference(CareTransaction *transaction, CareRecord *record, int field, GError **error)
{
    const CareField *f = &care_record_kind(record)->fields[field];
    CareId id = care_record_int(record, field);
    gint64 deleted = 0;

    if (!care_kind_deleted_at(care_transaction_connection(transaction), care_kind_by_name(f->extra), id,
                              &deleted, error))
        return FALSE;
    if (deleted != 0)
        refuse(transaction, f, id, error);
    return deleted == 0;
}

static gboolean
check_rows(CareTransaction *transaction, CareRecord *record, int field, CareRecord *stood, GError **error)
{
    guint n = names_others(care_kind_child(&care_record_kind(record)->fields[field]))
                  ? care_record_list_length(record, field)
                  : 0;

    for (guint i = 0; i < n; i++) {
        CareRecord *row = care_record_list_item(record, field, i);

        if (!check(transaction, row, stood != NULL ? care_record_row_before(stood, field, row) : NULL, error))
            return FALSE;
    }
    return TRUE;
}

static gboolean
check_field(CareTransaction *transaction, CareRecord *record, int field, CareRecord *stood, GError **error)
{
    const CareKind *kind = care_record_kind(record);

    if (kind->fields[field].kind == CARE_FIELD_LIST)
        return check_rows(transaction, record, field, stood, error);
    return !is_given(kind, &kind->fields[field]) || !care_record_is_set(record, field)
           || (stood != NULL && care_record_field_equal(record, stood, field))
           || check_reference(transaction, record, field, error);
}

static gboolean
check(CareTransaction *transaction, CareRecord *record, CareRecord *stood, GError **error)
{
    for (guint i = 0; i < care_record_kind(record)->n_fields; i++)
        if (!check_field(transaction, record, (int)i, stood, error))
            return FALSE;
    return TRUE;
}

gboolean
care_flow_name_who_is_there(CareTransaction *transaction, CareRecord *record, int field, CareRecord *base,
                            GError **error)
{
    const CareKind *staff = care_kind_by_name(care_record_kind(record)->fields[field].extra);
    gint64 deleted = 0;

    if (!care_record_is_set(record, field) || (base != NULL && care_record_field_equal(record, base, field)))
        return TRUE;
    if (!care_kind_deleted_at(care_transaction_connection(transaction), staff, care_record_int(record, field),
                              &deleted, error))
        return FALSE;
    if (deleted != 0)
        care_record_set_int(record, field, care_transaction_actor(transaction));
    return TRUE;
}

gboolean
care_flow_name_all_who_are_there(CareTransaction *transaction, CareRecord *record, CareRecord *base,
                                 GError **error)
{
    const CareKind *kind = care_record_kind(record);

    for (guint i = 0; i < kind->n_fields; i++)
        if (kind->fields[i].flags & CARE_FIELD_AT_COUNTER
            && !care_flow_name_who_is_there(transaction, record, (int)i, base, error))
            return FALSE;
    return TRUE;
}

gboolean
care_flow_let_gone_go(CareTransaction *transaction, CareRecord *record, GError **error)
{
    const CareKind *kind = care_record_kind(record);

    for (guint i = 0; i < kind->n_fields; i++) {
        gint64 deleted = 0;

        if (!(kind->fields[i].flags & CARE_FIELD_LETS_GO) || !is_given(kind, &kind->fields[i])
            || !care_record_is_set(record, (int)i))
            continue;
        if (!care_kind_deleted_at(care_transaction_connection(transaction),
                                  care_kind_by_name(kind->fields[i].extra), care_record_int(record, (int)i),
                                  &deleted, error))
            return FALSE;
        if (deleted != 0)
            care_record_clear(record, (int)i);
    }
    return care_flow_name_all_who_are_there(transaction, record, NULL, error);
}

gboolean
care_flow_check_given(CareTransaction *transaction, CareRecord *record, CareRecord *old, GError **error)
{
    return care_record_kind(record)->flags & CARE_KIND_TRACE
           || check(transaction, record, care_transaction_what_stood(transaction, record, old), error);
}
