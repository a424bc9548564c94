/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
/* From the figures of service/insights to the page's charts, and from a mark back to its rows. */
#include "ui/insights/insights-figures.h"

#include <math.h>

#include <glib/gi18n-lib.h>

#include "model/complaint.h"
#include "model/customer.h"
#include "model/feedback.h"
#include "model/invoice.h"
#include "model/metrics/quantile.h"
#include "model/payment.h"
#include "ui/insights/insights-row.h"

#define WEEKS 13
#define ROWS_SHOWN 500

static CareDate
quarter_of(CareDate date)
{
    return (CareDate){ date.year, (date.month - 1) / 3 * 3 + 1, 1 };
}

/* The quarters that lie wholly in the period, and the running one. */
static GArray *
quarters_of(const CareInsights *insights, GTimeZone *zone)
{
    GArray *quarters = g_array_new(FALSE, TRUE, sizeof(CareNpsQuarter));
    CareDate start = quarter_of(care_date_add_months(insights->from, 2));

    for (; care_date_compare(start, insights->to) <= 0; start = care_date_add_months(start, 3)) {
        CareDate end = care_date_add_months(start, 3);
        g_autoptr(GArray) answers = g_array_new(FALSE, TRUE, sizeof(CareScoreAnswer));
        CareNpsQuarter quarter = { .start = start };

        for (guint i = 0; i < insights->scores->len; i++) {
            CareScoreAnswer answer = g_array_index(insights->scores, CareScoreAnswer, i);
            CareDate day = care_date_of_instant(answer.at, zone);

            if (care_date_compare(day, start) >= 0 && care_date_compare(day, end) < 0)
                g_array_append_val(answers, answer);
        }
        quarter.nps = care_nps_of_answers((CareScoreAnswer *)(void *)answers->data, answers->len);
        g_array_append_val(quarters, quarter);
    }
    return quarters;
}

static CareFrtWeek
week_of(const CareInsights *insights, CareDate monday, GTimeZone *zone)
{
    CareDate next = care_date_add_days(monday, 7);
    g_autoptr(GArray) seconds = g_array_new(FALSE, TRUE, sizeof(double));
    CareFrtWeek week = { .start = monday, .median_s = NAN };

    for (guint i = 0; i < insights->answers->len; i++) {
        const CareInsightAnswer *answer = &g_array_index(insights->answers, CareInsightAnswer, i);
        CareDate day = care_date_of_instant(answer->received, zone);
        double value = (double)answer->seconds;

        if (answer->answered && care_date_compare(day, monday) >= 0 && care_date_compare(day, next) < 0)
            g_array_append_val(seconds, value);
    }
    week.n = seconds->len;
    if (seconds->len > 0)
        week.median_s = care_median((double *)(void *)seconds->data, seconds->len);
    return week;
}

static GArray *
weeks_of(const CareInsights *insights, CareDate today, GTimeZone *zone)
{
    GArray *weeks = g_array_new(FALSE, TRUE, sizeof(CareFrtWeek));
    CareDate monday = care_date_add_days(today, 1 - care_date_weekday(today));

    for (int i = WEEKS - 1; i >= 0; i--) {
        CareFrtWeek week = week_of(insights, care_date_add_days(monday, -7 * i), zone);

        g_array_append_val(weeks, week);
    }
    return weeks;
}

gboolean
care_insights_is_empty(const CareInsights *insights)
{
    gboolean money = FALSE;

    for (guint i = 0; i < insights->months->len; i++) {
        const CareRevenueMonth *month = &g_array_index(insights->months, CareRevenueMonth, i);

        money = money || month->invoiced != 0 || month->paid != 0 || month->outstanding != 0;
    }
    return !money && insights->scores->len == 0 && insights->answers->len == 0 && insights->billing.n == 0
           && insights->billing.waiting == 0;
}

void
care_insights_board_show(CareInsightsBoard *board, const CareInsights *insights, CareDate today,
                         GTimeZone *zone)
{
    g_autoptr(GArray) quarters = quarters_of(insights, zone);
    g_autoptr(GArray) weeks = weeks_of(insights, today, zone);
    CareInsightsFigures figures = {
        .today = today,
        .currency = insights->currency,
        .nps = insights->nps,
        .frt = insights->frt,
        .repeat = insights->come_back,
        .billing = insights->billing,
        .quarters = (CareNpsQuarter *)(void *)quarters->data,
        .n_quarters = quarters->len,
        .weeks = (CareFrtWeek *)(void *)weeks->data,
        .n_weeks = weeks->len,
        .months = (CareRevenueMonth *)(void *)insights->months->data,
        .n_months = insights->months->len,
        .cohorts = insights->cohorts,
    };

    for (guint i = 0; i < CARE_N_RHYTHMS; i++)
        figures.rhythm[i] = insights->rhythm[i];
    care_insights_board_set_figures(board, &figures);
}

static char *
name_of_customer(CareStore *store, CareId id)
{
    g_autoptr(CareRecord) customer = care_store_get(store, &care_customer_kind, id, NULL);

    return customer != NULL ? g_strdup(care_record_text(customer, CARE_CUSTOMER_NAME)) : g_strdup("");
}

static CareInsightsRow *
row_of(CareStore *store, CareRecord *record, const char *currency)
{
    const CareKind *kind = care_record_kind(record);
    int owner = care_kind_find_field(kind, "customer");
    CareId customer = care_record_int(record, owner);
    g_autofree char *name = name_of_customer(store, customer);
    g_autofree char *value = NULL;

    if (kind == &care_feedback_kind) {
        value = g_strdup_printf(_("%d of 10"), (int)care_record_int(record, CARE_FEEDBACK_SCORE));
        return care_insights_row_new("customer", customer, name,
                                     care_record_text(record, CARE_FEEDBACK_COMMENT), value);
    }
    if (kind == &care_complaint_kind)
        return care_insights_row_new("customer", customer, name,
                                     care_record_text(record, CARE_COMPLAINT_WORDS), NULL);
    if (kind == &care_payment_kind) {
        value = care_money_format(care_record_int(record, CARE_PAYMENT_AMOUNT), currency);
        return care_insights_row_new("invoice", care_record_int(record, CARE_PAYMENT_INVOICE), name,
                                     care_record_text(record, CARE_PAYMENT_DATE), value);
    }
    value = care_money_format(care_record_int(record, CARE_INVOICE_GROSS), currency);
    return care_insights_row_new("invoice", care_record_id(record), name,
                                 care_record_text(record, CARE_INVOICE_NUMBER), value);
}

/* A key taken apart: what is asked, and the days it is asked of. */
typedef struct {
    const char *figure; /* as care_insights_rows_sql() knows it */
    CareDate from, to;
} Asked;

static gboolean
parse_key(const CareInsights *insights, const char *key, Asked *asked)
{
    g_auto(GStrv) parts = g_strsplit(key, ":", 3);
    const char *last = g_strv_length(parts) == 3 ? parts[2] : NULL;
    gboolean dated = parts[0] != NULL && parts[1] != NULL && care_date_parse_full(parts[1], &asked->from);

    if (!dated)
        asked->from = insights->from;
    asked->to = insights->to;
    if (g_strcmp0(parts[0], "nps") == 0) {
        static const char *const known[] = { "promoters", "passives", "detractors", NULL };

        asked->figure = "answers";
        for (const char *const *word = known; last != NULL && *word != NULL; word++)
            if (g_str_equal(*word, last))
                asked->figure = *word;
        if (dated)
            asked->to = care_date_add_days(care_date_add_months(asked->from, 3), -1);
    } else if (g_strcmp0(parts[0], "frt") == 0) {
        asked->figure = "complaints";
        if (dated)
            asked->to = care_date_add_days(asked->from, 6);
    } else if (g_strcmp0(parts[0], "revenue") == 0 && dated) {
        asked->figure = g_strcmp0(last, "paid") == 0 ? "paid" : "invoiced";
        asked->to = care_date_add_days(care_date_add_months(asked->from, 1), -1);
    } else {
        return FALSE;
    }
    return TRUE;
}

static GPtrArray *
read_rows(CareStore *store, const Asked *asked, GError **error)
{
    const char *kind = NULL;
    g_autofree char *sql = care_insights_rows_sql(asked->figure, &kind);
    GTimeZone *zone = care_clock_zone(care_store_clock(store));

    if (g_str_equal(kind, "invoice") || g_str_equal(kind, "payment")) {
        g_autofree char *from = care_date_to_string(asked->from);
        g_autofree char *to = care_date_to_string(asked->to);

        return care_store_query(store, care_kind_by_name(kind), error, sql, "ss", from, to);
    }
    return care_store_query(store, care_kind_by_name(kind), error, sql, "ii",
                            care_instant_of_date(asked->from, 0, 0, zone),
                            care_instant_of_date(care_date_add_days(asked->to, 1), 0, 0, zone) - 1);
}

GListModel *
care_insights_rows(CareStore *store, const CareInsights *insights, const char *key, char **count)
{
    g_autoptr(GListStore) rows = g_list_store_new(CARE_TYPE_INSIGHTS_ROW);
    g_autoptr(GPtrArray) records = NULL;
    Asked asked = { 0 };

    if (!parse_key(insights, key, &asked))
        return NULL;
    records = read_rows(store, &asked, NULL);
    if (records == NULL)
        return NULL;
    for (guint i = 0; i < MIN(records->len, ROWS_SHOWN); i++) {
        g_autoptr(CareInsightsRow) row = row_of(store, records->pdata[i], insights->currency);

        g_list_store_append(rows, row);
    }
    *count = g_strdup_printf(ngettext("%u entry", "%u entries", records->len), records->len);
    return G_LIST_MODEL(g_steal_pointer(&rows));
}
