/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "service/flow-references.h"

#include <glib/gi18n-lib.h>

#include "core/errors.h"
#include "core/isolate.h"
#include "model/customer.h"
#include "service/flow.h"
#include "store/kind-query.h"

static const CareKind *
target_of(CareRecord *record, int field)
{
    return care_kind_by_name(care_record_kind(record)->fields[field].extra);
}

/* A reference that has to be to something of the record's own customer. */
static gboolean
is_ones_own(CareRecord *record, int field)
{
    const CareField *f = &care_record_kind(record)->fields[field];

    return f->kind == CARE_FIELD_REF && !(f->flags & CARE_FIELD_ANYBODYS) && care_record_is_set(record, field)
           && care_kind_customer_field(target_of(record, field)) >= 0;
}

/* *stranger: whose it is, if not the record's customer's; else 0. */
static gboolean
find_stranger(CareTransaction *transaction, CareRecord *record, int field, CareId *stranger, GError **error)
{
    if (!care_kind_customer_of(care_transaction_connection(transaction), target_of(record, field),
                               care_record_int(record, field), stranger, error))
        return FALSE;
    if (*stranger == care_record_customer(record))
        *stranger = 0;
    return TRUE;
}

static char *
name_of(CareTransaction *transaction, const CareKind *kind, CareId id)
{
    g_autoptr(CareRecord) record = care_transaction_load(transaction, kind, id, NULL);
    g_autofree char *title = record != NULL ? care_record_title(record) : g_strdup(care_kind_label(kind));

    return care_isolate(title);
}

static void
refuse_stranger(CareTransaction *transaction, CareRecord *record, int field, CareId stranger, GError **error)
{
    g_autofree char *what = name_of(transaction, target_of(record, field), care_record_int(record, field));
    g_autofree char *theirs = name_of(transaction, &care_customer_kind, stranger);
    g_autofree char *ours = name_of(transaction, &care_customer_kind, care_record_customer(record));

    g_set_error(
        error, CARE_ERROR, CARE_ERROR_REFUSED,
        /* Translators: a device, a job …, then the customer whose it is, then another customer */
        _("“%s” belongs to %s and cannot be used for %s. Nothing was changed; choose something of the "
          "same customer, or leave it out."),
        what, theirs, ours);
}

gboolean
care_flow_check_references(CareTransaction *transaction, CareRecord *record, CareRecord *old, GError **error)
{
    int customer = care_kind_customer_field(care_record_kind(record));
    gboolean given = old == NULL || customer < 0 || !care_record_field_equal(record, old, customer);

    if (care_record_customer(record) == 0 || customer < 0)
        return TRUE;
    for (guint i = 0; i < care_record_kind(record)->n_fields; i++) {
        CareId stranger = 0;

        if (!is_ones_own(record, (int)i) || (!given && care_record_field_equal(record, old, (int)i)))
            continue;
        if (!find_stranger(transaction, record, (int)i, &stranger, error))
            return FALSE;
        if (stranger != 0) {
            refuse_stranger(transaction, record, (int)i, stranger, error);
            return FALSE;
        }
    }
    return TRUE;
}

gboolean
care_flow_let_strangers_go(CareTransaction *transaction, CareRecord *record, GError **error)
{
    const CareKind *kind = care_record_kind(record);

    for (guint i = 0; i < kind->n_fields; i++) {
        CareId stranger = 0;

        if (!(kind->fields[i].flags & CARE_FIELD_LETS_GO) || !is_ones_own(record, (int)i))
            continue;
        if (!find_stranger(transaction, record, (int)i, &stranger, error))
            return FALSE;
        if (stranger != 0)
            care_record_clear(record, (int)i);
    }
    return TRUE;
}
