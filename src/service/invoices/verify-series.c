/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
/* The numbers of each series, and those that are not there. */
#include "service/invoices/verify-private.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "model/invoice.h"
#include "service/invoices/number-gap.h"
#include "store/named-query.h"

void
care_known_gap_free(gpointer data)
{
    CareKnownGap *gap = data;

    g_free(gap->series);
    g_free(gap->reason);
    g_free(gap);
}

static gboolean
take_gap(CareStatement *row, gpointer gaps, GError **error)
{
    CareKnownGap *gap = g_new0(CareKnownGap, 1);

    gap->series = g_strdup(care_statement_text(row, 0));
    gap->first = care_statement_int(row, 1);
    gap->last = care_statement_int(row, 2);
    gap->reason = g_strdup(care_number_gap_sentence(care_statement_text(row, 3)));
    g_ptr_array_add(gaps, gap);
    return TRUE;
}

gboolean
care_verify_read_gaps(CareVerify *self, GError **error)
{
    return care_query_each(self->connection, "invoices/gaps", take_gap, self->gaps, error, "");
}

static gboolean
add_odd_gap(CareStatement *row, gpointer self, GError **error)
{
    const char *series = care_statement_text(row, 0);
    g_autofree char *first = care_kind_number(&care_invoice_kind, series, care_statement_int(row, 1));
    g_autofree char *last = care_kind_number(&care_invoice_kind, series, care_statement_int(row, 2));

    care_verify_add(self, "value", 0, NULL,
                    /* Translators: numbers of invoices, "2026-0003" and "2026-0005" */
                    g_strdup_printf(_("It is written down that %s to %s were given out elsewhere, and that "
                                      "cannot be"),
                                    first, last));
    return TRUE;
}

/* Documents that are there may fill one: a later export brought them after all. */
gboolean
care_verify_known_gaps(CareVerify *self, GError **error)
{
    return care_query_each(self->connection, "invoices/odd-gaps", add_odd_gap, self, error, "");
}

static void
gap_free(gpointer data)
{
    CareGap *gap = data;

    g_free(gap->reason);
    g_free(gap);
}

CareSeries *
care_verify_series(CareVerify *self, const char *name)
{
    GPtrArray *all = self->result->series;
    CareSeries *series;

    for (guint i = 0; i < all->len; i++)
        if (g_strcmp0(((CareSeries *)all->pdata[i])->series, name) == 0)
            return all->pdata[i];
    series = g_new0(CareSeries, 1);
    series->series = g_strdup(name);
    series->gaps = g_ptr_array_new_with_free_func(gap_free);
    series->out_of_order = g_ptr_array_new_with_free_func(g_free);
    g_ptr_array_add(all, series);
    return series;
}

gint64
care_verify_sequence(const char *number)
{
    const char *dash = number != NULL ? strrchr(number, '-') : NULL;

    return dash != NULL ? g_ascii_strtoll(dash + 1, NULL, 10) : 0;
}

static char *
sentence(const CareSeries *series, gint64 from, gint64 to)
{
    g_autofree char *first = care_kind_number(&care_invoice_kind, series->series, from);
    g_autofree char *last = care_kind_number(&care_invoice_kind, series->series, to);

    if (from == to)
        return g_strdup_printf(_("Number %s is not there"), first);
    /* Translators: numbers of invoices, "2026-0003" and "2026-0005" */
    return g_strdup_printf(_("Numbers %s to %s are not there"), first, last);
}

/* reason: NULL where nobody knows one. */
static void
add_piece(CareVerify *self, CareSeries *series, gint64 from, gint64 to, const char *reason)
{
    CareGap *gap = g_new0(CareGap, 1);

    gap->from = from;
    gap->to = to;
    gap->reason = g_strdup(reason != NULL ? reason : _("not there"));
    g_ptr_array_add(series->gaps, gap);
    if (reason == NULL)
        care_verify_add(self, "missing", 0, NULL, sentence(series, from, to));
}

void
care_verify_add_gap(CareVerify *self, CareSeries *series, gint64 from, gint64 to)
{
    for (guint i = 0; i < self->gaps->len && from <= to; i++) {
        const CareKnownGap *known = self->gaps->pdata[i];

        if (g_strcmp0(known->series, series->series) != 0 || known->last < from || known->first > to)
            continue;
        if (known->first > from)
            add_piece(self, series, from, known->first - 1, NULL);
        add_piece(self, series, MAX(from, known->first), MIN(to, known->last), known->reason);
        from = MIN(to, known->last) + 1;
    }
    if (from <= to)
        add_piece(self, series, from, to, NULL);
}
