/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/insights/insights-rows.h"

#include <glib/gi18n-lib.h>

#include "model/complaint.h"
#include "model/customer.h"
#include "model/feedback.h"
#include "model/interaction.h"
#include "model/invoice.h"
#include "model/job.h"
#include "model/payment.h"
#include "service/insights/figure-rows.h"
#include "store/named-query.h"
#include "ui/kit/facts.h"
#include "ui/kit/format.h"
#include "ui/insights/insights-row.h"
#include "ui/parts/invoice-name.h"

#define ROWS_SHOWN 500

static char *
name_of_customer(CareStore *store, CareId id)
{
    g_autoptr(CareRecord) customer = care_store_get(store, &care_customer_kind, id, NULL);

    return customer != NULL ? g_strdup(care_record_text(customer, CARE_CUSTOMER_NAME)) : g_strdup("");
}

/* A row that leads to the customer of the record. */
static CareInsightsRow *
row_of_customer(CareStore *store, CareRecord *record, int customer, const char *subtitle, const char *value)
{
    CareId id = care_record_int(record, customer);
    g_autofree char *name = name_of_customer(store, id);

    return care_insights_row_new("customer", id, name, subtitle, value);
}

static CareInsightsRow *
row_of_feedback(CareStore *store, CareRecord *feedback)
{
    g_autofree char *score
        = g_strdup_printf(_("%d of 10"), (int)care_record_int(feedback, CARE_FEEDBACK_SCORE));

    return row_of_customer(store, feedback, CARE_FEEDBACK_CUSTOMER,
                           care_record_text(feedback, CARE_FEEDBACK_COMMENT), score);
}

static CareInsightsRow *
row_of_message(CareStore *store, CareRecord *message)
{
    int shown = care_record_is_set(message, CARE_INTERACTION_SUBJECT) ? CARE_INTERACTION_SUBJECT
                                                                      : CARE_INTERACTION_BODY;

    return row_of_customer(store, message, CARE_INTERACTION_CUSTOMER, care_record_text(message, shown), NULL);
}

static CareInsightsRow *
row_of_payment(CareStore *store, CareRecord *payment, const char *currency)
{
    g_autofree char *name = name_of_customer(store, care_record_int(payment, CARE_PAYMENT_CUSTOMER));
    g_autofree char *amount = care_money_format(care_record_int(payment, CARE_PAYMENT_AMOUNT), currency);

    return care_insights_row_new("invoice", care_record_int(payment, CARE_PAYMENT_INVOICE), name,
                                 care_record_text(payment, CARE_PAYMENT_DATE), amount);
}

static CareInsightsRow *
row_of_invoice(CareStore *store, CareRecord *invoice)
{
    g_autofree char *name = name_of_customer(store, care_record_int(invoice, CARE_INVOICE_CUSTOMER));
    g_autofree char *gross = care_money_format(care_record_int(invoice, CARE_INVOICE_GROSS),
                                               care_record_text(invoice, CARE_INVOICE_CURRENCY));

    g_autofree char *paper = care_invoice_name(invoice);

    return care_insights_row_new("invoice", care_record_id(invoice), name, paper, gross);
}

/* How long finished work waited for its invoice, from the day it was finished on. */
static char *
wait_of(CareStore *store, CareRecord *job, CareDate finished)
{
    g_autofree char *issued
        = care_query_text(care_store_reader(store), "insights/billed", NULL, "i", care_record_id(job));
    CareDate billed;
    int days;

    if (!issued || !care_date_parse_full(issued, &billed))
        return g_strdup(_("Not billed yet"));
    days = care_date_days_between(finished, billed);
    if (days < 0)
        return g_strdup(_("Billed before"));
    return g_strdup_printf(ngettext("%d day", "%d days", (gulong)days), days);
}

static CareInsightsRow *
row_of_job(CareStore *store, CareRecord *job)
{
    CareClock *clock = care_store_clock(store);
    CareDate finished = care_date_of_instant(care_record_int(job, CARE_JOB_FINISHED), care_clock_zone(clock));
    g_autofree char *name = name_of_customer(store, care_record_int(job, CARE_JOB_CUSTOMER));
    g_autofree char *day = care_format_date(finished, care_clock_today(clock));
    g_autofree char *value = wait_of(store, job, finished);
    g_autoptr(GString) facts = g_string_new(NULL);

    care_facts_add(facts, care_record_text(job, CARE_JOB_NUMBER));
    care_facts_add(facts, day);
    return care_insights_row_new("job", care_record_id(job), name, facts->str, value);
}

static gboolean
is_among(const GArray *ids, CareId id)
{
    for (guint i = 0; i < ids->len; i++)
        if (g_array_index(ids, CareId, i) == id)
            return TRUE;
    return FALSE;
}

static CareInsightsRow *
row_of_visitor(CareRecord *customer, const CareInsights *insights, gboolean repeat)
{
    CareId id = care_record_id(customer);
    const char *value = !repeat                               ? NULL
                        : is_among(insights->visits.came, id) ? _("Came back")
                                                              : _("Not within a year");

    return care_insights_row_new("customer", id, care_record_text(customer, CARE_CUSTOMER_NAME), NULL, value);
}

static CareInsightsRow *
row_of(CareStore *store, CareRecord *record, const CareInsights *insights, const char *key)
{
    const CareKind *kind = care_record_kind(record);

    if (kind == &care_job_kind)
        return row_of_job(store, record);
    if (kind == &care_feedback_kind)
        return row_of_feedback(store, record);
    if (kind == &care_complaint_kind)
        return row_of_customer(store, record, CARE_COMPLAINT_CUSTOMER,
                               care_record_text(record, CARE_COMPLAINT_WORDS), NULL);
    if (kind == &care_interaction_kind)
        return row_of_message(store, record);
    if (kind == &care_payment_kind)
        return row_of_payment(store, record, insights->currency);
    if (kind == &care_invoice_kind)
        return row_of_invoice(store, record);
    return row_of_visitor(record, insights, g_str_equal(key, "repeat"));
}

/* What a key may ask for: the figure (and its part) by their words there, the words that care_figure_rows()
 * knows, and the period that a day in the key begins. */
static const struct {
    const char *figure;
    const char *part; /* NULL: any */
    const char *rows[2];
    int months, days;
} known[] = {
    { "nps", "promoters", { "promoters" }, 3, 0 },         { "nps", "passives", { "passives" }, 3, 0 },
    { "nps", "detractors", { "detractors" }, 3, 0 },       { "nps", NULL, { "answers" }, 3, 0 },
    { "frt", NULL, { "complaints", "messages" }, 0, 7 },   { "billing", NULL, { "billed" }, 0, 0 },
    { "revenue", "invoiced", { "invoiced" }, 1, 0 },       { "revenue", "paid", { "paid" }, 1, 0 },
    { "revenue", "outstanding", { "outstanding" }, 1, 0 },
};

/* "rhythm:late": they were told apart when the figure was made. */
static GPtrArray *
read_rhythm(CareStore *store, const CareInsights *insights, const char *word)
{
    static const char *const words[CARE_N_RHYTHMS] = {
        [CARE_RHYTHM_UNKNOWN] = "unknown", [CARE_RHYTHM_IN_RHYTHM] = "in-rhythm", [CARE_RHYTHM_DUE] = "due",
        [CARE_RHYTHM_LATE] = "late",       [CARE_RHYTHM_LAPSED] = "lapsed",
    };

    for (guint i = 0; i < CARE_N_RHYTHMS; i++)
        if (g_strcmp0(words[i], word) == 0)
            return care_store_get_many(store, &care_customer_kind,
                                       (CareId *)(void *)insights->visits.rhythm[i]->data,
                                       insights->visits.rhythm[i]->len, NULL);
    return NULL;
}

/* Those who came first a year before: who did not come back, then who did. */
static GPtrArray *
read_repeat(CareStore *store, const CareInsights *insights)
{
    g_autoptr(GArray) ids = g_array_copy(insights->visits.away);

    g_array_append_vals(ids, insights->visits.came->data, insights->visits.came->len);
    return care_store_get_many(store, &care_customer_kind, (CareId *)(void *)ids->data, ids->len, NULL);
}

static GPtrArray *
read_known(CareStore *store, const CareInsights *insights, guint asked, const char *day)
{
    g_autoptr(GPtrArray) all = g_ptr_array_new_with_free_func(g_object_unref);
    CareDate from = insights->from, to = insights->to;

    if (day && care_date_parse_full(day, &from))
        to = care_date_add_days(care_date_add_months(from, known[asked].months), known[asked].days - 1);
    for (guint i = 0; i < G_N_ELEMENTS(known[asked].rows) && known[asked].rows[i]; i++) {
        GPtrArray *records = care_figure_rows(store, known[asked].rows[i], from, to, insights->currency);

        if (!records)
            return NULL;
        g_ptr_array_extend_and_steal(all, records);
    }
    return g_steal_pointer(&all);
}

static GPtrArray *
read_rows(CareStore *store, const CareInsights *insights, const char *key)
{
    g_auto(GStrv) parts = g_strsplit(key, ":", 3);
    guint n = g_strv_length(parts);
    const char *part = n == 3 ? parts[2] : NULL;

    if (n == 2 && g_str_equal(parts[0], "rhythm"))
        return read_rhythm(store, insights, parts[1]);
    if (g_str_equal(key, "repeat"))
        return read_repeat(store, insights);
    for (guint i = 0; i < G_N_ELEMENTS(known); i++)
        if (g_strcmp0(parts[0], known[i].figure) == 0
            && (!known[i].part || g_strcmp0(known[i].part, part) == 0))
            return read_known(store, insights, i, n > 1 ? parts[1] : NULL);
    return NULL;
}

GListModel *
care_insights_rows(CareStore *store, const CareInsights *insights, const char *key, char **count)
{
    g_autoptr(GListStore) rows = g_list_store_new(CARE_TYPE_INSIGHTS_ROW);
    g_autoptr(GPtrArray) records = read_rows(store, insights, key);

    if (records == NULL)
        return NULL;
    for (guint i = 0; i < MIN(records->len, ROWS_SHOWN); i++) {
        g_autoptr(CareInsightsRow) row = row_of(store, records->pdata[i], insights, key);

        g_list_store_append(rows, row);
    }
    *count = g_strdup_printf(ngettext("%u entry", "%u entries", records->len), records->len);
    return G_LIST_MODEL(g_steal_pointer(&rows));
}

const char *
care_insights_rows_title(const char *key)
{
    static const struct {
        const char *figure;
        const char *title;
    } titles[] = {
        { "nps", N_("Would recommend") },
        { "frt", N_("Time to first answer") },
        { "repeat", N_("Came back within a year") },
        { "billing", N_("Days to invoice") },
        { "revenue", N_("Invoiced and Paid by Month") },
        { "rhythm", N_("Quiet Customers, by Their Own Rhythm") },
    };

    for (guint i = 0; i < G_N_ELEMENTS(titles); i++)
        if (g_str_has_prefix(key, titles[i].figure))
            return _(titles[i].title);
    return _("Behind the Figure");
}
