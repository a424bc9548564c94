/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
/* By which channel the customer of a line is got in touch with: as they like it, or as they can be reached. */
#include "service/today/due-private.h"

#include "model/channel.h"
#include "store/named-query.h"

enum { COLUMN_LINE, COLUMN_PHONE, COLUMN_EMAIL };

CareDueWay
care_due_way_of(const char *channel)
{
    if (channel == NULL)
        return CARE_DUE_WAY_UNKNOWN;
    if (care_channel_is(channel, CARE_CHANNEL_LETTER))
        return CARE_DUE_WAY_LETTER;
    return care_channel_is_written(channel) ? CARE_DUE_WAY_WRITTEN : CARE_DUE_WAY_SPOKEN;
}

static char *
customers_as_json(GPtrArray *items)
{
    g_autoptr(GString) json = g_string_new("[");

    for (guint i = 0; i < items->len; i++)
        g_string_append_printf(json, "%s%" G_GINT64_FORMAT, i > 0 ? "," : "",
                               ((CareDueItem *)items->pdata[i])->customer);
    g_string_append_c(json, ']');
    return g_string_free_and_steal(g_steal_pointer(&json));
}

static gboolean
take_channel(CareStatement *row, gpointer items, GError **error)
{
    CareDueItem *item = ((GPtrArray *)items)->pdata[care_statement_int(row, COLUMN_LINE)];

    g_set_str(&item->channel, care_channel_to_take(item->channel, care_statement_int(row, COLUMN_PHONE) != 0,
                                                   care_statement_int(row, COLUMN_EMAIL) != 0));
    return TRUE;
}

static gboolean
choose(CareConnection *connection, GPtrArray *items, GError **error)
{
    g_autofree char *customers = customers_as_json(items);

    return care_query_each(connection, "today/reached", take_channel, items, error, "s", customers);
}

gboolean
care_due_choose_channels(CareDueSearch *search, GError **error)
{
    return choose(search->connection, search->items, error);
}

gboolean
care_due_choose_channel(CareConnection *connection, CareDueItem *item, GError **error)
{
    g_autoptr(GPtrArray) items = g_ptr_array_new();

    g_ptr_array_add(items, item);
    return choose(connection, items, error);
}
