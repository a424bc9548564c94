/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
/* The chain of issued documents, link by link, and its end. */
#include "service/invoices/verify-private.h"

#include <glib/gi18n-lib.h>

#include "model/invoice.h"
#include "service/invoices/invoice-content.h"
#include "service/paper-parties.h"
#include "store/named-query.h"
#include "store/record-sql.h"
#include "store/setting.h"

static void
check_content(CareVerify *self, CareRecord *invoice)
{
    const char *number = care_verify_text(invoice, CARE_INVOICE_NUMBER);
    const char *stored = care_verify_text(invoice, CARE_INVOICE_CONTENT);
    g_autofree char *found = care_invoice_content(invoice);
    g_autofree char *chain = care_invoice_chain(self->chain, number, stored);
    gboolean follows = care_record_int(invoice, CARE_INVOICE_ISSUE_ORDER) == self->order + 1;
    char *difference = care_invoice_content_difference(stored, found);

    if (difference != NULL)
        care_verify_add(self, "altered", care_record_id(invoice), number, difference);
    else if (follows && g_strcmp0(chain, care_record_text(invoice, CARE_INVOICE_CHAIN)) != 0)
        care_verify_add(self, "altered", care_record_id(invoice), number,
                        g_strdup(_("The seal does not fit the document or the one before it")));
}

static void
check_order(CareVerify *self, CareRecord *invoice)
{
    const char *number = care_verify_text(invoice, CARE_INVOICE_NUMBER);
    gint64 order = care_record_int(invoice, CARE_INVOICE_ISSUE_ORDER);

    if (order > self->order + 1)
        care_verify_add(
            self, "missing", 0, NULL,
            g_strdup_printf(ngettext("%d document before %s is gone", "%d documents before %s are gone",
                                     (gulong)(order - self->order - 1)),
                            (int)(order - self->order - 1), number));
    if (order <= self->order)
        care_verify_add(self, "reordered", care_record_id(invoice), number,
                        g_strdup(_("It stands in a place of the chain that another document has")));
    self->order = order;
    g_set_str(&self->chain, care_verify_text(invoice, CARE_INVOICE_CHAIN));
}

/* Each series goes on by the days; another may have been begun under a wrong clock. */
static void
check_day(CareVerify *self, CareRecord *invoice)
{
    const char *series = care_verify_text(invoice, CARE_INVOICE_SERIES);
    const char *issued = care_verify_text(invoice, CARE_INVOICE_ISSUED);
    const char *number = care_verify_text(invoice, CARE_INVOICE_NUMBER);
    const char *before = g_hash_table_lookup(self->days, series);

    if (before != NULL && g_strcmp0(issued, before) < 0
        && care_record_int(invoice, CARE_INVOICE_DAY_CONFIRMED))
        g_ptr_array_add(care_verify_series(self, series)->out_of_order, g_strdup(number));
    else if (before != NULL && g_strcmp0(issued, before) < 0)
        care_verify_add(self, "reordered", care_record_id(invoice), number,
                        g_strdup_printf(_("Dated %s, after one dated %s"), issued, before));
    g_hash_table_replace(self->days, g_strdup(series), g_strdup(issued));
}

/* What no seal holds: whether it is there to be seen, and whose it is. */
static void
check_standing(CareVerify *self, CareRecord *invoice)
{
    const char *number = care_verify_text(invoice, CARE_INVOICE_NUMBER);
    CareId buyer = care_buyer_snapshot_customer(care_record_text(invoice, CARE_INVOICE_BUYER));

    if (care_record_stamp(invoice).deleted != 0)
        care_verify_add(self, "altered", care_record_id(invoice), number,
                        g_strdup(_("It is marked as deleted, and what was issued is never deleted")));
    if (buyer != 0 && buyer != care_record_int(invoice, CARE_INVOICE_CUSTOMER))
        care_verify_add(self, "altered", care_record_id(invoice), number,
                        g_strdup(_("It is another customer’s than the one whom it was issued to")));
}

static void
count_in_series(CareVerify *self, CareRecord *invoice)
{
    const char *name = care_verify_text(invoice, CARE_INVOICE_SERIES);
    const char *number = care_verify_text(invoice, CARE_INVOICE_NUMBER);
    CareSeries *series = care_verify_series(self, name);
    gint64 sequence = care_record_int(invoice, CARE_INVOICE_SEQUENCE);
    gint64 last = care_verify_sequence(series->last);

    if (series->first == NULL)
        series->first = g_strdup(number);
    if (sequence > last + 1)
        care_verify_add_gap(self, series, last + 1, sequence - 1);
    g_set_str(&series->last, number);
    g_hash_table_add(self->numbers, g_strdup(number));
}

/* Numbers that were given out behind the last one that is there. */
static gboolean
check_counter(CareStatement *row, gpointer data, GError **error)
{
    CareVerify *self = data;
    CareSeries *series = care_verify_series(self, care_statement_text(row, 0));
    gint64 last = care_verify_sequence(series->last);

    if (care_statement_int(row, 1) > last)
        care_verify_add_gap(self, series, last + 1, care_statement_int(row, 1));
    return TRUE;
}

/* Of invoices it is what tells that some are gone. */
static gboolean
check_low_counter(CareStatement *row, gpointer data, GError **error)
{
    const char *counter = care_statement_text(row, 0);
    gboolean mends = g_str_has_prefix(counter, "job-");

    care_verify_add(
        data, "counter", 0, NULL,
        /* Translators: the counter of a series of numbers; "invoice-2026" stands at 2, and 5 was given out */
        g_strdup_printf(mends ? _("The counter %s stands at %s, below the number %s that was given out; "
                                  "“aftercare-cli rebuild” sets it right")
                              : _("The counter %s stands at %s, below the number %s that was given out"),
                        counter, care_statement_text(row, 1), care_statement_text(row, 2)));
    return TRUE;
}

static gboolean
check_odd_counter(CareStatement *row, gpointer data, GError **error)
{
    care_verify_add(data, "counter", 0, NULL,
                    /* Translators: the counter of a series of numbers; "job-2026" stands at 999999999 */
                    g_strdup_printf(_("The counter %s stands at %s, which no shop gets to; “aftercare-cli "
                                      "rebuild” sets it right"),
                                    care_statement_text(row, 0), care_statement_text(row, 1)));
    return TRUE;
}

static gboolean
check_unreadable_counter(CareStatement *row, gpointer data, GError **error)
{
    if (!care_statement_is_readable(row, 0))
        care_verify_add(data, "counter", 0, NULL,
                        g_strdup_printf(_("There is a counter “%s”, which is of no series of numbers"),
                                        care_statement_text(row, 0)));
    return TRUE;
}

gboolean
care_verify_chain(CareVerify *self, GError **error)
{
    g_autoptr(GArray) ids = care_query_ids(self->connection, "invoices/issued", error, "");

    if (ids == NULL)
        return FALSE;
    self->result->documents = ids->len;
    for (guint i = 0; i < ids->len; i++) {
        g_autoptr(CareRecord) invoice
            = care_record_load(self->connection, &care_invoice_kind, g_array_index(ids, CareId, i), error);

        if (invoice == NULL)
            return FALSE;
        check_content(self, invoice);
        check_order(self, invoice);
        check_day(self, invoice);
        check_standing(self, invoice);
        count_in_series(self, invoice);
    }
    return care_query_each(self->connection, "invoices/counters", check_counter, self, error, "")
           && care_query_each(self->connection, "invoices/low-counters", check_low_counter, self, error, "i",
                              (gint64)CARE_NUMBER_FARTHEST)
           && care_query_each(self->connection, "exchange/counters", check_unreadable_counter, self, error,
                              "")
           && care_query_each(self->connection, "jobs/odd-counters", check_odd_counter, self, error, "i",
                              (gint64)CARE_NUMBER_FARTHEST);
}

static void
compare_counters(CareVerify *self, const CareChainHead *kept, const CareChainHead *now)
{
    GHashTableIter iter;
    gpointer series, last;

    g_hash_table_iter_init(&iter, kept->counters);
    while (g_hash_table_iter_next(&iter, &series, &last)) {
        g_autofree char *number = care_kind_number(&care_invoice_kind, series, *(gint64 *)last);

        if (*(gint64 *)last > care_chain_head_counter(now, series))
            care_verify_add(self, "missing", 0, NULL,
                            g_strdup_printf(_("Number %s was given out and is not known any more"), number));
    }
}

static gboolean
compare_head(CareVerify *self, const CareChainHead *kept, const CareChainHead *now, GError **error)
{
    g_autoptr(GError) local = NULL;
    g_autofree char *chain = care_query_text(self->connection, "invoices/chain-at", &local, "i", kept->order);

    if (local != NULL) {
        g_propagate_error(error, g_steal_pointer(&local));
        return FALSE;
    }
    if (kept->order > now->order)
        care_verify_add(
            self, "missing", 0, NULL,
            g_strdup_printf(ngettext("%d document at the end is gone", "%d documents at the end are gone",
                                     (gulong)(kept->order - now->order)),
                            (int)(kept->order - now->order)));
    else if (kept->order > 0 && g_strcmp0(chain, kept->chain) != 0)
        care_verify_add(self, "altered", 0, NULL,
                        g_strdup(_("The last document is another one than was issued")));
    compare_counters(self, kept, now);
    return TRUE;
}

/* What is said is true: only where rebuild would make it anew, that is the way out. */
static gboolean
tell_no_head(CareVerify *self, GError **error)
{
    gboolean can;
    const char *what;

    if (!care_chain_head_can_rebuild(self->connection, self->data_dir, &can, error))
        return FALSE;
    if (self->head_damaged)
        what
            = can ? _("The file aftercare.head, which knows the last invoice, cannot be read; “aftercare-cli "
                      "rebuild” makes it anew")
                  : _("The file aftercare.head, which knows the last invoice, cannot be read, and later "
                      "invoices were written than this shop has; restore the newest backup");
    else
        what = can ? _("The file aftercare.head, which knows the last invoice, is missing; “aftercare-cli "
                       "rebuild” makes it anew")
                   : _("The file aftercare.head, which knows the last invoice, is missing, and later "
                       "invoices were written than this shop has; restore the newest backup");
    care_verify_add(self, self->head_damaged ? "damaged" : "missing", 0, NULL, g_strdup(what));
    return TRUE;
}

gboolean
care_verify_head(CareVerify *self, GError **error)
{
    g_autoptr(CareChainHead) now = care_chain_head_read(self->connection, error);
    g_autofree char *begun = NULL;

    if (now == NULL || !care_setting_find(self->connection, CARE_SETTING_CHAIN_HEAD, &begun, error))
        return FALSE;
    if (self->head != NULL)
        return compare_head(self, self->head, now, error);
    return (!self->head_damaged && begun == NULL) || tell_no_head(self, error);
}
