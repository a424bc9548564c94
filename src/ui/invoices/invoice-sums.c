/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/invoices/invoice-sums.h"

#include <glib/gi18n-lib.h>

#include "core/money.h"
#include "store/named-query.h"
#include "ui/kit/facts.h"

enum { CURRENCY, UNPAID, OPEN, OVERDUE, OVERDUE_OPEN };

static gboolean
add_currency(CareStatement *row, gpointer data, GError **error)
{
    GString *lines = data;
    g_autoptr(GString) line = g_string_new(NULL);
    const char *currency = care_statement_text(row, CURRENCY);
    int unpaid = (int)care_statement_int(row, UNPAID);
    int overdue = (int)care_statement_int(row, OVERDUE);
    g_autofree char *open = care_money_format(care_statement_int(row, OPEN), currency);
    g_autofree char *late = care_money_format(care_statement_int(row, OVERDUE_OPEN), currency);
    /* Translators: how many invoices are not paid, and how much money that is: "16 unpaid, €1,573.65" */
    g_autofree char *all
        = g_strdup_printf(ngettext("%d unpaid, %s", "%d unpaid, %s", (gulong)unpaid), unpaid, open);
    /* Translators: how many of them are overdue, and how much money that is: "2 overdue, €210.65" */
    g_autofree char *part
        = g_strdup_printf(ngettext("%d overdue, %s", "%d overdue, %s", (gulong)overdue), overdue, late);

    care_facts_add(line, all);
    care_facts_add(line, overdue > 0 ? part : NULL);
    if (lines->len > 0)
        g_string_append_c(lines, '\n');
    g_string_append(lines, line->str);
    return TRUE;
}

char *
care_invoice_sums(CareStore *store)
{
    g_autofree char *currency = care_store_setting(store, CARE_SETTING_CURRENCY);
    g_autofree char *today = care_date_to_string(care_clock_today(care_store_clock(store)));
    g_autoptr(GString) lines = g_string_new(NULL);
    g_autoptr(GError) error = NULL;

    if (!care_query_each(care_store_reader(store), "invoices/sums", add_currency, lines, &error, "ss", today,
                         currency))
        g_warning("sums of invoices: %s", error->message);
    if (error || lines->len == 0)
        return NULL;
    return g_strdup(lines->str);
}
