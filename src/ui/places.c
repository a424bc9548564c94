/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/places.h"

#include <glib/gi18n-lib.h>

#include "model/kind.h"
#include "ui/customers/customers-page.h"
#include "ui/feedback/feedback-page.h"
#include "ui/insights/insights-page.h"
#include "ui/invoices/invoices-page.h"
#include "ui/jobs/jobs-page.h"
#include "ui/occasions/occasions-page.h"
#include "ui/outreach/outreach-page.h"
#include "ui/today/today-page.h"

/* The only file that knows every place; the order is the sidebar's. */
static const CarePlaceInfo places[] = {
    { "today", N_("Today"), "care-clock-symbolic", "followup let-go", TRUE, care_today_page_get_type },
    { "customers", N_("Customers"), "care-people-symbolic", "customer note", FALSE,
      care_customers_page_get_type },
    { "jobs", N_("Jobs"), "care-wrench-symbolic", "job edit-job cancel-job no-plan yes plan", FALSE,
      care_jobs_page_get_type },
    { "invoices", N_("Invoices"), "care-receipt-symbolic",
      "invoice bill-early consent payment pay-back cancel-invoice", FALSE, care_invoices_page_get_type },
    { "occasions", N_("Occasions"), "care-gift-symbolic", "occasion gift", FALSE,
      care_occasions_page_get_type },
    { "feedback", N_("Feedback"), "care-speech-symbolic", "feedback complaint settle", FALSE,
      care_feedback_page_get_type },
    { "outreach", N_("Outreach"), "care-megaphone-symbolic", "text interaction", FALSE,
      care_outreach_page_get_type },
    { "insights", N_("Insights"), "care-chart-symbolic", "", FALSE, care_insights_page_get_type },
};

const CarePlaceInfo *
care_places_get(guint *n_places)
{
    *n_places = G_N_ELEMENTS(places);
    return places;
}

/* NULL when there is no such place. */
const CarePlaceInfo *
care_places_find(const char *id)
{
    for (guint i = 0; i < G_N_ELEMENTS(places); i++)
        if (g_strcmp0(places[i].id, id) == 0)
            return &places[i];
    return NULL;
}

/* The place that shows records of a kind (the kinds of the command line): its own or, of what belongs to a customer,
 * theirs; NULL when none does. kind: nullable. */
const CarePlaceInfo *
care_places_for_kind(const char *kind)
{
    const CareKind *owned = kind ? care_kind_by_name(kind) : NULL;

    for (guint i = 0; kind && i < G_N_ELEMENTS(places); i++) {
        g_auto(GStrv) kinds = g_strsplit(places[i].kinds, " ", -1);

        if (g_strv_contains((const char *const *)kinds, kind))
            return &places[i];
    }
    return owned && care_kind_customer_field(owned) >= 0 ? care_places_find("customers") : NULL;
}

gboolean
care_places_has_dialog_for(const char *kind)
{
    return g_str_equal(kind, "occasion") || g_str_equal(kind, "gift");
}
