/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/import/archive-began.h"

#include "exchange/import/archive-check.h"
#include "service/flow.h"
#include "store/migrate.h"
#include "store/named-query.h"

typedef struct {
    const CareReaderDesk *desk;
    int asked; /* by the shop's mark */
    gboolean odd;
} Search;

static gboolean
fits(Search *self, CareRecord *record, GError **error)
{
    const CareAsked asked = { care_transaction_shop(self->desk->transaction)->currency, self->asked,
                              care_transaction_today(self->desk->transaction) };

    return care_record_check_taken(record, self->asked, error) && care_flow_check_alone(record, &asked, error)
           && care_flow_check_restored(self->desk->transaction, care_record_kind(record),
                                       care_record_id(record), self->asked, error);
}

static gboolean
look_at(Search *self, const CareKind *kind, CareId id, GError **error)
{
    g_autoptr(CareRecord) record = care_transaction_load(self->desk->transaction, kind, id, error);
    g_autoptr(GError) reason = NULL;

    if (record == NULL || fits(self, record, &reason))
        return record != NULL;
    self->odd = care_archive_is_of_row(reason);
    if (!self->odd)
        g_propagate_error(error, g_steal_pointer(&reason));
    return self->odd;
}

static gboolean
look_through(Search *self, const CareKind *kind, GError **error)
{
    g_autoptr(GArray) ids
        = care_query_ids(care_transaction_connection(self->desk->transaction), "exchange/import-new", error,
                         "iis", self->desk->import, (gint64)self->desk->file, kind->name);

    for (guint i = 0; ids != NULL && i < ids->len && !self->odd; i++)
        if (!look_at(self, kind, g_array_index(ids, CareId, i), error))
            return FALSE;
    return ids != NULL;
}

gboolean
care_archive_note_began(const CareReaderDesk *desk, int began, gboolean odd, GError **error)
{
    CareConnection *connection = care_transaction_connection(desk->transaction);
    Search self = { .desk = desk, .asked = care_migrate_began(connection), .odd = odd };

    if (began >= self.asked)
        return TRUE;
    for (const CareKind *const *kind = care_kinds(); *kind != NULL && !self.odd; kind++)
        if (!look_through(&self, *kind, error))
            return FALSE;
    return !self.odd || care_migrate_note_began(connection, began, error);
}
