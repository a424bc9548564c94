/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "service/insights/owed.h"

#include "model/metrics/revenue.h"
#include "store/named-query.h"

typedef struct {
    CareId account;
    CareDate day;
    CareMoney amount;
} Entry;

static gboolean
append_entry(CareStatement *row, gpointer entries, GError **error)
{
    Entry entry = { .account = care_statement_int(row, 0), .amount = care_statement_int(row, 2) };

    if (care_date_parse_full(care_statement_text(row, 1), &entry.day))
        g_array_append_val((GArray *)entries, entry);
    return TRUE;
}

static int
compare_entries(gconstpointer a, gconstpointer b)
{
    const Entry *x = a, *y = b;

    if (x->account != y->account)
        return x->account < y->account ? -1 : 1;
    return care_date_compare(x->day, y->day);
}

/* After the last entry of a day and account: by how much the shop owes more than after the one before. */
static gboolean
append_change(GArray *rows, const Entry *last, CareMoney balance, CareMoney *owed, GError **error)
{
    CareLedgerRow row = { .date = last->day, .kind = CARE_LEDGER_OWED_BACK };
    CareMoney now = 0;

    if (balance < 0 && __builtin_sub_overflow((CareMoney)0, balance, &now))
        return care_money_overflow(error);
    row.amount = now - *owed;
    *owed = now;
    if (row.amount != 0)
        g_array_append_val(rows, row);
    return TRUE;
}

gboolean
care_owed_back_append(CareConnection *connection, CareDate to, const char *currency, GArray *rows,
                      GError **error)
{
    g_autofree char *day = care_date_to_string(to);
    g_autoptr(GArray) entries = g_array_new(FALSE, TRUE, sizeof(Entry));
    CareMoney balance = 0, owed = 0;

    if (!care_query_each(connection, "insights/pay-back", append_entry, entries, error, "ss", day, currency))
        return FALSE;
    g_array_sort(entries, compare_entries);
    for (guint i = 0; i < entries->len; i++) {
        const Entry *entry = &g_array_index(entries, Entry, i);
        const Entry *next = i + 1 < entries->len ? entry + 1 : NULL;

        if (!care_money_add(&balance, entry->amount, error))
            return FALSE;
        if (next != NULL && compare_entries(entry, next) == 0)
            continue;
        if (!append_change(rows, entry, balance, &owed, error))
            return FALSE;
        if (next == NULL || next->account != entry->account)
            balance = owed = 0;
    }
    return TRUE;
}

static void
owed_free(gpointer data)
{
    CareOwed *owed = data;

    g_free(owed->currency);
    g_free(owed);
}

static gboolean
append_owed(CareStatement *row, gpointer others, GError **error)
{
    CareOwed *owed = g_new0(CareOwed, 1);

    owed->currency = g_strdup(care_statement_text(row, 0));
    owed->outstanding = care_statement_int(row, 1);
    owed->owed_back = care_statement_int(row, 2);
    g_ptr_array_add(others, owed);
    return TRUE;
}

GPtrArray *
care_other_currencies(CareConnection *connection, const char *currency, GError **error)
{
    g_autoptr(GPtrArray) others = g_ptr_array_new_with_free_func(owed_free);

    if (!care_query_each(connection, "insights/other-currencies", append_owed, others, error, "s", currency))
        return NULL;
    return g_steal_pointer(&others);
}
