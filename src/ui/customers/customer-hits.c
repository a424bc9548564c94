/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/customers/customer-hits.h"

#include "store/search.h"

#define FIRST_HITS 100
#define A_MOMENT_MS 12 /* less than a frame */

static gpointer
read_hits(CareConnection *connection, gpointer text, GError **error)
{
    return care_search_customers(connection, text, FIRST_HITS, error);
}

void
care_customer_hits_async(CareStore *store, const char *text, GCancellable *cancellable,
                         GAsyncReadyCallback callback, gpointer user_data)
{
    care_store_read_async(store, read_hits, g_strdup(text), g_free, (GDestroyNotify)g_array_unref,
                          cancellable, callback, user_data);
    care_store_read_wait(store, A_MOMENT_MS);
}

gboolean
care_customer_hits_may_be_more(const char *text, guint found)
{
    return found >= FIRST_HITS / 2 || (found > 0 && g_utf8_strlen(text, -1) < 3);
}

CareQuery *
care_customer_hits_everybody(gboolean newest_first)
{
    if (newest_first)
        return care_query_new("customers/newest", "customer:name", "i", (gint64)-1);
    return care_query_new("customers/by-name", "customer:name", "");
}
