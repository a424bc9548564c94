/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/import/archive-decided.h"

#include <glib/gi18n-lib.h>

#include "model/deferral.h"
#include "service/flow.h"
#include "service/today/due-anew.h"
#include "store/kind-query.h"
#include "store/named-query.h"

static gboolean
refuse(const CareReaderDesk *desk, CareId id, const char *reason, GError **error)
{
    desk->counts->new --;
    desk->counts->refused++;
    return care_flow_unrestore(desk->transaction, &care_deferral_kind, id, error)
           && care_query_execute(care_transaction_connection(desk->transaction), "exchange/import-refuse",
                                 error, "iiis", desk->import, (gint64)desk->file, id, reason);
}

static gboolean
begin_anew(const CareReaderDesk *desk, CareId id, GError **error)
{
    const CareKindBrought brought = { &care_deferral_kind, desk->import, desk->file };
    gboolean came = FALSE;

    return care_kind_was_brought(care_transaction_connection(desk->transaction), &brought, id, &came, error)
           && (came ? refuse(
                          desk, id,
                          _("There is more of what it puts off by now, or anew, than when that was decided."),
                          error)
                    : care_flow_remove_made(desk->transaction, &care_deferral_kind, id, error));
}

/* Once all else followed: somebody ticked the step off by hand, or changed it since. */
static gboolean
refuse_without_effect(const CareReaderDesk *desk, const char *state, const char *reason, GError **error)
{
    g_autoptr(GArray) ids
        = care_query_ids(care_transaction_connection(desk->transaction), "exchange/import-let-go-nothing",
                         error, "iis", desk->import, (gint64)desk->file, state);

    for (guint i = 0; ids != NULL && i < ids->len; i++)
        if (!refuse(desk, g_array_index(ids, CareId, i), reason, error))
            return FALSE;
    return ids != NULL;
}

static gboolean
refuse_where(const CareReaderDesk *desk, const char *how, const char *reason, GError **error)
{
    g_autoptr(GArray) ids
        = care_query_ids(care_transaction_connection(desk->transaction), "exchange/import-let-go-before",
                         error, "iis", desk->import, (gint64)desk->file, how);

    for (guint i = 0; ids != NULL && i < ids->len; i++)
        if (!refuse(desk, g_array_index(ids, CareId, i), reason, error))
            return FALSE;
    return ids != NULL;
}

gboolean
care_archive_refuse_decided(const CareReaderDesk *desk, GError **error)
{
    return refuse_where(desk, "deleted", _("What it puts off was deleted here."), error)
           && refuse_where(desk, "taken-back",
                           _("What it puts off is not in the shop and was not taken over."), error)
           && refuse_where(desk, "let-go", _("This step was let go already."), error);
}

gboolean
care_archive_refuse_idle(const CareReaderDesk *desk, GError **error)
{
    return refuse_without_effect(desk, "done", _("This step is done, and cannot be let go."), error)
           && refuse_without_effect(desk, "open", _("Somebody changed this step since, so it stays open."),
                                    error);
}

gboolean
care_archive_begin_anew(const CareReaderDesk *desk, GError **error)
{
    g_autoptr(GArray) ids = care_due_find_outgrown(desk->transaction, desk->import, desk->file, error);

    for (guint i = 0; ids != NULL && i < ids->len; i++)
        if (!begin_anew(desk, g_array_index(ids, CareId, i), error))
            return FALSE;
    return ids != NULL;
}
