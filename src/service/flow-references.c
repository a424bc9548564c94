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
find_stranger(CareConnection *connection, CareRecord *record, int field, CareId *stranger, GError **error)
{
    if (!care_kind_customer_of(connection, target_of(record, field), care_record_int(record, field), stranger,
                               error))
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

/* Nobody was referred by somebody whom they referred themselves, and no job comes back of one that came back of it. What the
 * program writes itself may: two payments are each other's half. */
static gboolean
may_ring(const CareKind *kind, int field)
{
    const CareField *f = &kind->fields[field];

    return f->kind == CARE_FIELD_REF && !(f->flags & CARE_FIELD_COMPUTED)
           && care_kind_by_name(f->extra) == kind;
}

/* *back: whether the way of what it refers to, and of what that refers to, leads to the record. */
static gboolean
leads_back(CareConnection *connection, CareRecord *record, int field, gboolean *back, GError **error)
{
    const CareKind *kind = care_record_kind(record);

    *back = FALSE;
    return !may_ring(kind, field) || care_record_int(record, field) == 0
           || care_kind_leads_to(connection, kind, field, care_record_int(record, field),
                                 care_record_id(record), back, error);
}

static gboolean
check_rings(CareTransaction *transaction, CareRecord *record, CareRecord *old, GError **error)
{
    const CareKind *kind = care_record_kind(record);

    for (guint i = 0; old != NULL && i < kind->n_fields; i++) {
        gboolean back = FALSE;

        if (care_record_field_equal(record, old, (int)i))
            continue;
        if (!leads_back(care_transaction_connection(transaction), record, (int)i, &back, error))
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
        if (!find_stranger(care_transaction_connection(transaction), record, (int)i, &stranger, error))
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
        if (!find_stranger(care_transaction_connection(transaction), record, (int)i, &stranger, error))
            return FALSE;
        if (stranger != 0)
            care_record_clear(record, (int)i);
    }
    return TRUE;
}

/* What refers to something that is given to another customer goes along with it, so that it is never another's: all but a
 * device, whose former owner's jobs stay theirs. */
static gboolean
stays_ones_own(CareRecord *record, int field)
{
    return care_record_customer(record) != 0 && is_ones_own(record, field)
           && care_kind_flow(target_of(record, field))->moved != NULL;
}

/* What is worked out has rules of its own. */
static gboolean
may_stray(const CareKind *kind, int field)
{
    const CareField *f = &kind->fields[field];

    return f->kind == CARE_FIELD_REF && !(f->flags & (CARE_FIELD_REQUIRED | CARE_FIELD_COMPUTED))
           && !(kind->flags & CARE_KIND_TRACE);
}

/* So has what was issued; a draft is as anything else. */
static gboolean
was_issued(CareRecord *record)
{
    const CareKind *kind = care_record_kind(record);
    int number = kind->flags & CARE_KIND_SEALED ? care_kind_find_field(kind, "number") : -1;

    return number >= 0 && care_record_is_set(record, number);
}

gboolean
care_flow_may_stray(const CareKind *kind)
{
    for (guint i = 0; i < kind->n_fields; i++)
        if (may_stray(kind, (int)i))
            return TRUE;
    return FALSE;
}

/* A ring of several was asked by no schema from its beginning. */
static int
asked_since(CareRecord *record, int field, gboolean is_ring)
{
    if (!is_ring)
        return CARE_SCHEMA_THAT_ASKED;
    return care_record_int(record, field) == care_record_id(record) ? CARE_SCHEMA_THAT_ASKED_MORE : G_MAXINT;
}

static gboolean
look_at_reference(CareConnection *connection, CareRecord *record, int field, CareAstray *astray,
                  GError **error)
{
    gboolean back = FALSE;
    CareId stranger = 0;

    astray->field = -1;
    if (!leads_back(connection, record, field, &back, error)
        || (stays_ones_own(record, field) && !find_stranger(connection, record, field, &stranger, error)))
        return FALSE;
    if (back || stranger != 0)
        *astray = (CareAstray){ field, back, asked_since(record, field, back) };
    return TRUE;
}

gboolean
care_flow_find_astray(CareConnection *connection, CareRecord *record, int from, CareAstray *astray,
                      GError **error)
{
    const CareKind *kind = care_record_kind(record);

    astray->field = -1;
    if (was_issued(record))
        return TRUE;
    for (int i = from; i < (int)kind->n_fields && astray->field < 0; i++)
        if (may_stray(kind, i) && care_record_is_set(record, i)
            && !look_at_reference(connection, record, i, astray, error))
            return FALSE;
    return TRUE;
}

char *
care_flow_say_astray(CareRecord *record, const CareAstray *astray)
{
    const char *label = care_field_label(&care_record_kind(record)->fields[astray->field]);

    /* Translators: %s is what a field is called, "Comes Back Of" */
    return astray->is_ring ? g_strdup_printf(_("“%s” leads back to where it begins."), label)
                           : g_strdup_printf(_("What it names as “%s” is another customer’s."), label);
}

gboolean
care_flow_check_astray(CareConnection *connection, CareRecord *record, int schema, GError **error)
{
    CareAstray astray = { .field = -1 };

    while (care_flow_find_astray(connection, record, astray.field + 1, &astray, error)) {
        g_autofree char *sentence = NULL;

        if (astray.field < 0)
            return TRUE;
        if (schema < astray.schema)
            continue;
        sentence = care_flow_say_astray(record, &astray);
        g_set_error_literal(error, CARE_ERROR, CARE_ERROR_REFUSED, sentence);
        return FALSE;
    }
    return FALSE;
}
