/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "service/flow-owners.h"

#include <glib/gi18n-lib.h>

#include "core/errors.h"
#include "core/isolate.h"
#include "model/customer.h"
#include "model/invoice.h"
#include "service/flow-given.h"
#include "service/flow-uses.h"
#include "service/flow.h"
#include "store/kind-query.h"
#include "store/record-sql.h"

static const CareKind *
target_of(CareRecord *record, int field)
{
    return care_kind_by_name(care_record_kind(record)->fields[field].extra);
}

static gboolean
belongs_by(CareRecord *record, int field)
{
    return care_record_is_set(record, field) && care_field_belongs(&care_record_kind(record)->fields[field]);
}

static gboolean
is_customer_of_books(CareRecord *record, int field)
{
    const CareKind *kind = care_record_kind(record);

    return kind->flags & CARE_KIND_BOOKS && field == care_kind_customer_field(kind);
}

/* A draft is the beginning of an account; a credit note ends one. */
static gboolean
begins_account(CareRecord *record)
{
    return care_record_kind(record) == &care_invoice_kind && !care_invoice_is_credit(record)
           && !care_record_is_set(record, CARE_INVOICE_NUMBER);
}

static gboolean
has_to_be_there(CareRecord *record, CareRecord *old, int field)
{
    gboolean is_given = old == NULL || !care_record_field_equal(record, old, field);

    if (!belongs_by(record, field))
        return FALSE;
    if (is_customer_of_books(record, field))
        return is_given && begins_account(record);
    return is_given || field == care_kind_customer_field(care_record_kind(record));
}

/* *gone: the field by which it belongs to what is deleted, since *deleted (CARE_KIND_IS_NOWHERE: for good); else -1. */
static gboolean
find_gone(CareConnection *connection, CareRecord *record, CareRecord *old, int *gone, gint64 *deleted,
          GError **error)
{
    *gone = -1;
    for (guint i = 0; i < care_record_kind(record)->n_fields && *gone < 0; i++) {
        if (!has_to_be_there(record, old, (int)i))
            continue;
        if (!care_kind_deleted_at(connection, target_of(record, (int)i), care_record_int(record, (int)i),
                                  deleted, error))
            return FALSE;
        if (*deleted != 0)
            *gone = (int)i;
    }
    return TRUE;
}

static void
refuse(CareTransaction *transaction, const CareField *field, CareId id, GError **error)
{
    const CareKind *kind = care_kind_by_name(field->extra);
    g_autoptr(CareRecord) owner = care_transaction_load(transaction, kind, id, NULL);
    g_autofree char *title = owner != NULL ? care_record_title(owner) : NULL;
    g_autofree char *name = title != NULL ? care_isolate(title) : NULL;

    if (name == NULL)
        care_flow_set_error_nowhere(field, error);
    else if (kind == &care_customer_kind)
        g_set_error(error, CARE_ERROR, CARE_ERROR_NOT_FOUND,
                    /* Translators: %s is the name of a customer */
                    _("%s was deleted. Nothing was changed; bring them back from Recently Deleted first."),
                    name);
    else
        g_set_error(error, CARE_ERROR, CARE_ERROR_NOT_FOUND,
                    /* Translators: %s is what a job, a complaint … is called */
                    _("“%s”, which this belongs to, was deleted. Nothing was changed; bring it back from "
                      "Recently Deleted first."),
                    name);
}

static gboolean
check(CareTransaction *transaction, CareRecord *record, CareRecord *old, GError **error)
{
    gint64 deleted = 0;
    int gone;

    if (!find_gone(care_transaction_connection(transaction), record, old, &gone, &deleted, error))
        return FALSE;
    if (gone >= 0)
        refuse(transaction, &care_record_kind(record)->fields[gone], care_record_int(record, gone), error);
    return gone < 0;
}

gboolean
care_flow_check_owners(CareTransaction *transaction, CareRecord *record, CareRecord *old, GError **error)
{
    return care_record_kind(record)->flags & CARE_KIND_TRACE
           || (old != NULL && care_flow_is_untouched(record, old)) || check(transaction, record, old, error);
}

gboolean
care_flow_check_shown(CareTransaction *transaction, CareRecord *record, GError **error)
{
    return check(transaction, record, record, error);
}

CareRecord *
care_flow_find_gone_owner(CareConnection *connection, CareRecord *record)
{
    gint64 deleted = 0;
    int gone;

    if (!find_gone(connection, record, NULL, &gone, &deleted, NULL) || gone < 0
        || deleted == CARE_KIND_IS_NOWHERE)
        return NULL;
    return care_record_load(connection, target_of(record, gone), care_record_int(record, gone), NULL);
}

static gboolean
bring_owner(CareTransaction *transaction, const CareKind *kind, CareId id, GPtrArray *along, GError **error)
{
    g_autoptr(CareRecord) owner = care_transaction_load(transaction, kind, id, error);
    CareRecord *back;

    if (owner == NULL || care_record_stamp(owner).deleted == 0)
        return owner != NULL;
    if (!care_flow_undelete(transaction, kind, id, along, error))
        return FALSE;
    back = along != NULL ? care_transaction_load(transaction, kind, id, error) : NULL;
    if (back != NULL)
        g_ptr_array_add(along, back);
    return along == NULL || back != NULL;
}

gboolean
care_flow_bring_owners(CareTransaction *transaction, CareRecord *record, GPtrArray *along, GError **error)
{
    for (guint i = 0; i < care_record_kind(record)->n_fields; i++)
        if (belongs_by(record, (int)i) && !is_customer_of_books(record, (int)i)
            && !bring_owner(transaction, target_of(record, (int)i), care_record_int(record, (int)i), along,
                            error))
            return FALSE;
    return TRUE;
}
