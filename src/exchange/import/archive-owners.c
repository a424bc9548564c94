/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/import/archive-owners.h"

#include "model/invoice.h"
#include "model/payment.h"
#include "store/kind-query.h"
#include "store/named-query.h"
#include "store/taken-back.h"

typedef struct {
    const CareReaderDesk *desk;
    CareConnection *connection;
    const CareKind *kind;
    const CareField *field;
    gboolean taken_back;
    GArray *ids;
} Search;

static gboolean
found(CareStatement *row, gpointer held, GError **error)
{
    *(gboolean *)held = TRUE;
    return FALSE;
}

static gboolean
holds(const CareField *field, const CareKind *kind)
{
    return field->kind == CARE_FIELD_REF && g_str_equal(field->extra, kind->name)
           && !(field->flags & CARE_FIELD_LETS_GO) && !care_field_belongs(field);
}

/* By something that has a life of its own. */
static gboolean
find_holder(Search *self, CareId id, gboolean *held, GError **error)
{
    *held = FALSE;
    for (const CareKind *const *kind = care_kinds(); *kind != NULL; kind++)
        for (guint i = 0; i < (*kind)->n_fields && !*held; i++)
            if (holds(&(*kind)->fields[i], self->kind)
                && !care_kind_each_referrer(self->connection, *kind, (int)i, id, found, held, error))
                return FALSE;
    return TRUE;
}

/* It comes without what was taken back, whoever holds it. */
static gboolean
is_free(const Search *self)
{
    return self->taken_back && !(self->field->flags & CARE_FIELD_REQUIRED);
}

static gboolean
look_at(CareStatement *row, gpointer data, GError **error)
{
    Search *self = data;
    CareId id = care_statement_int(row, 0), owner = care_statement_int(row, 1);
    gint64 agrees = 0;
    gboolean marked = FALSE, held = FALSE;

    if (!care_query_int(self->connection, "exchange/import-agrees", &agrees, error, "iii", self->desk->import,
                        (gint64)self->desk->file, owner)
        || !care_taken_back_is_marked(self->connection, owner, &marked, error)
        || (agrees == 0 && !is_free(self) && !find_holder(self, id, &held, error)))
        return FALSE;
    if (agrees == 0 && marked == self->taken_back && !held)
        g_array_append_val(self->ids, id);
    return TRUE;
}

GArray *
care_archive_hidden(const CareReaderDesk *desk, const CareKind *kind, int field, gboolean taken_back,
                    GError **error)
{
    const CareKindBrought brought = { .kind = kind, .import = desk->import, .file = desk->file };
    g_autoptr(GArray) ids = g_array_new(FALSE, FALSE, sizeof(CareId));
    Search self = { desk,       care_transaction_connection(desk->transaction),
                    kind,       &kind->fields[field],
                    taken_back, ids };

    if (kind->flags & CARE_KIND_TRACE || !care_field_belongs(&kind->fields[field])
        || (kind->flags & CARE_KIND_BOOKS && field == care_kind_customer_field(kind)))
        return g_steal_pointer(&ids);
    return care_kind_each_hidden(self.connection, &brought, field, look_at, &self, error)
               ? g_steal_pointer(&ids)
               : NULL;
}

int
care_archive_owing_field(const CareKind *kind)
{
    return kind == &care_payment_kind   ? (int)CARE_PAYMENT_INVOICE
           : kind == &care_invoice_kind ? (int)CARE_INVOICE_CORRECTS
                                        : -1;
}
