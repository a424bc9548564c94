/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/deletion.h"

#include "store/kind-query.h"
#include "store/named-query.h"
#include "store/snapshot.h"

#define DAY G_GINT64_CONSTANT(86400)

/* One kind whose rows refuse, which only a damaged file has, keeps none of the others. */
static gboolean
move_kind(CareConnection *connection, const CareKind *kind, CareInstant by, CareInstant now, GError **error)
{
    g_autoptr(GError) refused = NULL;

    if (!care_mark_set(connection, error))
        return FALSE;
    if (care_kind_move_deletions(connection, kind, by, now, &refused))
        return care_mark_keep(connection, error);
    care_mark_go_back(connection);
    g_debug("%s: %s", kind->name, refused->message);
    return TRUE;
}

gboolean
care_deletions_move(CareTransaction *transaction, int days, GError **error)
{
    CareConnection *connection = care_transaction_connection(transaction);
    CareInstant now = care_transaction_now(transaction);

    for (const CareKind *const *kind = care_kinds(); *kind != NULL; kind++)
        if (!move_kind(connection, *kind, days * DAY, now, error))
            return FALSE;
    return care_query_execute(connection, "exchange/import-move", error, "ii", days * DAY, now);
}

gboolean
care_deletions_begin(CareTransaction *transaction, GError **error)
{
    CareConnection *connection = care_transaction_connection(transaction);

    for (const CareKind *const *kind = care_kinds(); *kind != NULL; kind++)
        if (!care_kind_begin_deletions(connection, *kind, care_transaction_now(transaction), error))
            return FALSE;
    return care_deletions_move(transaction, 0, error);
}
