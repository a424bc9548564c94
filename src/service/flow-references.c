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

/* More than anybody follows. */
#define LONGEST_WAY 1000

/* *back: whether the way of what it refers to, and of what that refers to, leads to the record. */
static gboolean
leads_back(CareTransaction *transaction, CareRecord *record, int field, gboolean *back, GError **error)
{
    CareId at = care_record_int(record, field);

    for (int i = 0; i < LONGEST_WAY && at != 0 && at != care_record_id(record); i++) {
        g_autoptr(CareRecord) next = care_transaction_load(transaction, care_record_kind(record), at, error);

        if (next == NULL)
            return FALSE;
        at = care_record_int(next, field);
    }
    *back = at == care_record_id(record);
    return TRUE;
}

/* Nobody was referred by somebody whom they referred themselves, and no job comes back of one that came back of it. What the
 * program writes itself may: two payments are each other's half. */
static gboolean
check_rings(CareTransaction *transaction, CareRecord *record, CareRecord *old, GError **error)
{
    const CareKind *kind = care_record_kind(record);

    for (guint i = 0; old != NULL && i < kind->n_fields; i++) {
        gboolean back = FALSE;

        if (kind->fields[i].kind != CARE_FIELD_REF || kind->fields[i].flags & CARE_FIELD_COMPUTED
            || target_of(record, (int)i) != kind || care_record_int(record, (int)i) == 0
            || care_record_field_equal(record, old, (int)i))
            continue;
        if (!leads_back(transaction, record, (int)i, &back, error))
            return FALSE;
        if (back) {
            g_set_error(error, CARE_ERROR, CARE_ERROR_INPUT,
                        /* Translators: %s is what a field is called, "Comes Back Of" */
                        _("“%s” leads back to where it begins. Nothing was changed; choose another, or leave "
                          "it out."),
                        care_field_label(&kind->fields[i]));
            return FALSE;
        }
    }
    return TRUE;
}

gboolean
care_flow_check_references(CareTransaction *transaction, CareRecord *record, CareRecord *old, GError **error)
{
    int customer = care_kind_customer_field(care_record_kind(record));
    gboolean given = old == NULL || customer < 0 || !care_record_field_equal(record, old, customer);

    if (!check_rings(transaction, record, old, error))
        return FALSE;
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
