/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "service/insights/figure-rows.h"

#include <string.h>

#include "model/complaint.h"
#include "model/feedback.h"
#include "model/interaction.h"
#include "model/invoice.h"
#include "model/job.h"
#include "model/payment.h"

/* What a query of rows is asked with. */
typedef enum { BY_INSTANT, BY_SCORE, BY_DAY } Asked;

static const struct {
    const char *figure;
    const CareKind *kind;
    const char *query;
    Asked asked;
    gint64 lowest, highest; /* scores */
} figures[] = {
    { "answers", &care_feedback_kind, "insights/answers", BY_SCORE, 0, 10 },
    { "promoters", &care_feedback_kind, "insights/answers", BY_SCORE, 9, 10 },
    { "passives", &care_feedback_kind, "insights/answers", BY_SCORE, 7, 8 },
    { "detractors", &care_feedback_kind, "insights/answers", BY_SCORE, 0, 6 },
    { "complaints", &care_complaint_kind, "insights/complaints", BY_INSTANT },
    { "messages", &care_interaction_kind, "insights/messages", BY_INSTANT },
    { "billed", &care_job_kind, "insights/jobs", BY_INSTANT },
    { "invoiced", &care_invoice_kind, "insights/invoices", BY_DAY },
    { "paid", &care_payment_kind, "insights/payments", BY_DAY },
    { "outstanding", &care_invoice_kind, "insights/outstanding", BY_DAY },
};

static GPtrArray *
read_by_day(CareStore *store, gsize i, CareDate from, CareDate to, const char *currency)
{
    g_autofree char *first = care_date_to_string(from);
    g_autofree char *last = care_date_to_string(to);

    return care_store_query(store, figures[i].kind, NULL, figures[i].query, "sss", first, last, currency);
}

static GPtrArray *
read_figure(CareStore *store, gsize i, CareDate from, CareDate to, const char *currency)
{
    GTimeZone *zone = care_clock_zone(care_store_clock(store));
    CareInstant first = care_instant_of_date(from, 0, 0, zone);
    CareInstant last = care_instant_of_date(care_date_add_days(to, 1), 0, 0, zone) - 1;

    if (figures[i].asked == BY_DAY)
        return read_by_day(store, i, from, to, currency);
    if (figures[i].asked == BY_SCORE)
        return care_store_query(store, figures[i].kind, NULL, figures[i].query, "iiii", first, last,
                                figures[i].lowest, figures[i].highest);
    return care_store_query(store, figures[i].kind, NULL, figures[i].query, "ii", first, last);
}

GPtrArray *
care_figure_rows(CareStore *store, const char *figure, CareDate from, CareDate to, const char *currency)
{
    for (gsize i = 0; i < G_N_ELEMENTS(figures); i++)
        if (strcmp(figures[i].figure, figure) == 0)
            return read_figure(store, i, from, to, currency);
    return NULL;
}
