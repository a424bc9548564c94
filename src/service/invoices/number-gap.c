/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "service/invoices/number-gap.h"

#include <glib/gi18n-lib.h>

#include "store/named-query.h"

const char *
care_number_gap_sentence(const char *reason)
{
    if (g_strcmp0(reason, CARE_GAP_RESTORED) == 0)
        return _("given out before the shop was restored from an older backup");
    if (g_strcmp0(reason, CARE_GAP_IMPORTED) == 0)
        return _("given out by the shop that the export came from");
    return reason;
}

gboolean
care_number_gap_skip(CareConnection *connection, const char *series, gint64 last, const char *reason,
                     gint64 now, GError **error)
{
    g_autofree char *counter = g_strconcat("invoice-", series, NULL);
    gint64 before = 0;

    if (!care_query_int(connection, "invoices/last-of-series", &before, error, "s", counter))
        return FALSE;
    return last <= before
           || (care_query_execute(connection, "invoices/add-gap", error, "siisi", series, before + 1, last,
                                  reason, now)
               && care_query_execute(connection, "invoices/raise-counter", error, "si", counter, last));
}
