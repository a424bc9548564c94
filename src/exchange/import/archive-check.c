/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/import/archive-check.h"

#include <glib/gi18n-lib.h>

#include "core/errors.h"
#include "exchange/import/archive-numbers.h"
#include "model/invoice.h"
#include "service/flow.h"
#include "store/kind-query.h"
#include "store/named-query.h"

typedef struct {
    const CareReaderDesk *desk;
    CareConnection *connection;
    guint n_refused; /* in this round */
} Check;

gboolean
care_archive_is_of_row(const GError *error)
{
    return g_error_matches(error, CARE_ERROR, CARE_ERROR_INPUT)
           || g_error_matches(error, CARE_ERROR, CARE_ERROR_REFUSED);
}

/* What the shop had before stays, whatever is wrong with it: that is for verify to tell. */
static gboolean
refuse(Check *self, const CareKind *kind, CareId id, const char *reason, GError **error)
{
    const CareReaderDesk *desk = self->desk;
    gint64 is_new = 0;

    if (!care_query_int(self->connection, "exchange/import-is-new", &is_new, error, "iii", desk->import,
                        (gint64)desk->file, id))
        return FALSE;
    if (is_new == 0)
        return TRUE;
    self->n_refused++;
    desk->counts->new --;
    desk->counts->refused++;
    return care_flow_unrestore(desk->transaction, kind, id, error)
           && care_query_execute(self->connection, "exchange/import-refuse", error, "iiis", desk->import,
                                 (gint64)desk->file, id, reason);
}

static gboolean
add_holder(CareStatement *row, gpointer ids, GError **error)
{
    CareId id = care_statement_int(row, 1);

    g_array_append_val((GArray *)ids, id);
    return TRUE;
}

/* holder: the kind itself, or that in whose lists its records live. */
static gboolean
refuse_dangling_by(Check *self, const CareKind *holder, const CareKind *kind, int field, GError **error)
{
    g_autoptr(GArray) ids = g_array_new(FALSE, FALSE, sizeof(CareId));
    const char *label = care_field_label(&kind->fields[field]);
    /* Translators: %s is what a field is called, "Customer" */
    g_autofree char *reason
        = g_strdup_printf(_("What it names as “%s” is not in the shop and was not taken over."), label);

    if (!care_kind_each_dangling(self->connection, kind, field, add_holder, ids, error))
        return FALSE;
    for (guint i = 0; i < ids->len; i++)
        if (!refuse(self, holder, g_array_index(ids, CareId, i), reason, error))
            return FALSE;
    return TRUE;
}

static gboolean
refuse_dangling(Check *self, const CareKind *holder, const CareKind *kind, GError **error)
{
    for (guint i = 0; i < kind->n_fields; i++) {
        const CareField *field = &kind->fields[i];

        if (field->kind == CARE_FIELD_REF && !refuse_dangling_by(self, holder, kind, (int)i, error))
            return FALSE;
        if (field->kind == CARE_FIELD_LIST && !refuse_dangling(self, holder, care_kind_child(field), error))
            return FALSE;
    }
    return TRUE;
}

static GArray *
new_ids(const CareReaderDesk *desk, const CareKind *kind, GError **error)
{
    return care_query_ids(care_transaction_connection(desk->transaction), "exchange/import-new", error, "iis",
                          desk->import, (gint64)desk->file, kind->name);
}

static gboolean
check_record(Check *self, const CareKind *kind, CareId id, GError **error)
{
    g_autoptr(GError) reason = NULL;

    if (care_flow_check_restored(self->desk->transaction, kind, id, &reason))
        return TRUE;
    if (care_archive_is_of_row(reason))
        return refuse(self, kind, id, reason->message, error);
    g_propagate_error(error, g_steal_pointer(&reason));
    return FALSE;
}

static gboolean
check_kind(Check *self, const CareKind *kind, GError **error)
{
    g_autoptr(GArray) ids = new_ids(self->desk, kind, error);

    for (guint i = 0; ids != NULL && i < ids->len; i++)
        if (!check_record(self, kind, g_array_index(ids, CareId, i), error))
            return FALSE;
    return ids != NULL;
}

static gboolean
each_kind(Check *self, gboolean (*func)(Check *, const CareKind *, GError **), GError **error)
{
    for (const CareKind *const *kind = care_kinds(); *kind != NULL; kind++)
        if (!func(self, *kind, error))
            return FALSE;
    return TRUE;
}

static gboolean
refuse_dangling_of(Check *self, const CareKind *kind, GError **error)
{
    return refuse_dangling(self, kind, kind, error);
}

/* What is taken out leaves what refers to it without it. */
static gboolean
refuse_all_dangling(Check *self, GError **error)
{
    do {
        self->n_refused = 0;
        if (!each_kind(self, refuse_dangling_of, error))
            return FALSE;
    } while (self->n_refused > 0);
    return TRUE;
}

/* Two shops' documents make no chain: all of them or none. */
static gboolean
refuse_foreign_documents(Check *self, GError **error)
{
    g_autoptr(GArray) ids = NULL;
    gboolean fits;

    if (!care_archive_chain_fits(self->desk, &fits, &ids, error))
        return FALSE;
    for (guint i = 0; !fits && i < ids->len; i++)
        if (!refuse(self, &care_invoice_kind, g_array_index(ids, CareId, i),
                    _("This shop has issued invoices of its own, and these do not go on where they end."),
                    error))
            return FALSE;
    return TRUE;
}

gboolean
care_archive_check(const CareReaderDesk *desk, GError **error)
{
    Check self = { .desk = desk, .connection = care_transaction_connection(desk->transaction) };

    if (!refuse_foreign_documents(&self, error))
        return FALSE;
    do {
        if (!refuse_all_dangling(&self, error) || !each_kind(&self, check_kind, error))
            return FALSE;
    } while (self.n_refused > 0);
    return TRUE;
}

static gboolean
follow_kind(Check *self, const CareKind *kind, GError **error)
{
    g_autoptr(GArray) ids = new_ids(self->desk, kind, error);

    for (guint i = 0; ids != NULL && i < ids->len; i++)
        if (!care_flow_follow_restored(self->desk->transaction, kind, g_array_index(ids, CareId, i), error))
            return FALSE;
    return ids != NULL;
}

gboolean
care_archive_follow(const CareReaderDesk *desk, GError **error)
{
    Check self = { .desk = desk, .connection = care_transaction_connection(desk->transaction) };

    return each_kind(&self, follow_kind, error)
           && care_query_execute(self.connection, "exchange/raise-counters-of-jobs", error, "")
           && care_query_execute(self.connection, "exchange/raise-counters-of-invoices", error, "");
}
