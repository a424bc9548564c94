/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
/* How the customer of a line is got in touch with: as they like it, or as they can be reached. */
#include "service/today/due-private.h"

#include "model/channel.h"
#include "store/named-query.h"

enum { COLUMN_LINE, COLUMN_PHONE, COLUMN_EMAIL };

static CareDueWay
way_of(const char *channel)
{
    if (channel == NULL)
        return CARE_DUE_WAY_UNKNOWN;
    if (care_channel_is(channel, CARE_CHANNEL_LETTER))
        return CARE_DUE_WAY_LETTER;
    return care_channel_is_written(channel) ? CARE_DUE_WAY_WRITTEN : CARE_DUE_WAY_SPOKEN;
}

/* A way that needs what nobody has written down leads nowhere; where nothing is written down, it is as good as any. */
static CareDueWay
way_to_reach(const char *channel, gboolean phone, gboolean email)
{
    CareDueWay way = way_of(channel);
    gboolean as_liked = way != CARE_DUE_WAY_UNKNOWN && care_channel_reaches(channel, phone, email);

    if (phone == email || as_liked)
        return way;
    return phone ? CARE_DUE_WAY_SPOKEN : CARE_DUE_WAY_WRITTEN;
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
take_way(CareStatement *row, gpointer items, GError **error)
{
    CareDueItem *item = ((GPtrArray *)items)->pdata[care_statement_int(row, COLUMN_LINE)];

    item->way = way_to_reach(item->channel, care_statement_int(row, COLUMN_PHONE) != 0,
                             care_statement_int(row, COLUMN_EMAIL) != 0);
    return TRUE;
}

static gboolean
choose(CareConnection *connection, GPtrArray *items, GError **error)
{
    g_autofree char *customers = customers_as_json(items);

    return care_query_each(connection, "today/reached", take_way, items, error, "s", customers);
}

gboolean
care_due_choose_ways(CareDueSearch *search, GError **error)
{
    return choose(search->connection, search->items, error);
}

CareDueWay
care_due_way(CareConnection *connection, CareId customer, const char *channel)
{
    CareDueItem item = { .customer = customer, .channel = (char *)channel, .way = way_of(channel) };
    g_autoptr(GPtrArray) items = g_ptr_array_new();

    g_ptr_array_add(items, &item);
    choose(connection, items, NULL); /* what cannot be read is as they like it */
    return item.way;
}
