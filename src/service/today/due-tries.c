/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
/* What was tried about a line so far, and reached nobody. */
#include "model/interaction.h"
#include "service/today/due-private.h"
#include "store/named-query.h"

enum { COLUMN_LINE, COLUMN_AT };

/* From when on a contact is about the line of this time: what comes back says so, what began does itself. */
static CareInstant
since_of(const CareDueItem *item, CareClock *clock)
{
    return care_date_is_set(item->time_from)
               ? care_instant_of_date(item->time_from, 0, 0, care_clock_zone(clock))
               : 0;
}

/* "[["to-tell",12,7,0],…]": rule, record, customer, since. */
static char *
lines_as_json(GPtrArray *items, CareClock *clock)
{
    g_autoptr(GString) json = g_string_new("[");

    for (guint i = 0; i < items->len; i++) {
        const CareDueItem *item = items->pdata[i];

        g_string_append_printf(json,
                               "%s[\"%s\",%" G_GINT64_FORMAT ",%" G_GINT64_FORMAT ",%" G_GINT64_FORMAT "]",
                               i > 0 ? "," : "", care_due_rule_nick(item->rule), item->record, item->customer,
                               since_of(item, clock));
    }
    g_string_append_c(json, ']');
    return g_string_free_and_steal(g_steal_pointer(&json));
}

static gboolean
take_try(CareStatement *row, gpointer items, GError **error)
{
    CareDueItem *item = ((GPtrArray *)items)->pdata[care_statement_int(row, COLUMN_LINE)];

    item->tries++;
    item->tried = MAX(item->tried, care_statement_int(row, COLUMN_AT));
    return TRUE;
}

static gboolean
find(CareConnection *connection, CareClock *clock, GPtrArray *items, GError **error)
{
    g_autofree char *lines = lines_as_json(items, clock);
    g_autofree char *nobody = care_interaction_outcomes_of_nobody();

    return care_query_each(connection, "today/tries", take_try, items, error, "ss", lines, nobody);
}

gboolean
care_due_find_tries(CareDueSearch *search, GError **error)
{
    return find(search->connection, search->clock, search->items, error);
}

gboolean
care_due_count_tries(CareConnection *connection, CareClock *clock, CareDueItem *item, GError **error)
{
    g_autoptr(GPtrArray) items = g_ptr_array_new();

    item->tries = 0;
    item->tried = 0;
    g_ptr_array_add(items, item);
    return find(connection, clock, items, error);
}
