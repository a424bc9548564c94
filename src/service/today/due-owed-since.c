/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
/* Since when the shop owes money: from the day on which the debt arose, not from that of the invoice. */
#include "service/today/due-private.h"
#include "store/named-query.h"

static gboolean
read_day(CareStatement *row, gpointer debts, GError **error)
{
    CareDueItem *item = g_ptr_array_index((GPtrArray *)debts, (guint)care_statement_int(row, 0));
    CareDate day;

    if (care_date_parse_full(care_statement_text(row, 1), &day))
        item->due = day;
    return TRUE;
}

/* One statement for all of them: it sorts, which the rule's own query must not. */
gboolean
care_due_date_debts(CareDueSearch *search, GError **error)
{
    g_autoptr(GPtrArray) debts = g_ptr_array_new();
    g_autoptr(GString) ids = g_string_new("[");

    for (guint i = 0; i < search->items->len; i++) {
        CareDueItem *item = search->items->pdata[i];

        if (item->rule != CARE_DUE_PAY_BACK)
            continue;
        g_string_append_printf(ids, "%s%" G_GINT64_FORMAT, debts->len > 0 ? "," : "", item->record);
        g_ptr_array_add(debts, item);
    }
    g_string_append_c(ids, ']');
    return debts->len == 0
           || care_query_each(search->connection, "today/owed-since", read_day, debts, error, "s", ids->str);
}
