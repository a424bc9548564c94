/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
/* A reading that stops half way says so: half of a list never looks like the whole of it. */
#include "model/feedback.h"
#include "model/followup.h"
#include "model/invoice.h"
#include "model/occasion.h"
#include "service/insights/insights.h"
#include "service/invoices/invoice-from-job.h"
#include "service/invoices/invoice-issue.h"
#include "service/invoices/verify.h"
#include "service/occasions/occasions.h"

#include "shop.h"

/* SQLite asks after so many instructions of its machine. */
#define STEP 20

typedef struct {
    int left; /* until it is stopped */
    gboolean stopped;
} Brake;

static int
on_progress(gpointer data)
{
    Brake *brake = data;

    brake->stopped = brake->stopped || brake->left-- == 0;
    return brake->stopped;
}

static gboolean
read_verification(Shop *shop, GError **error)
{
    g_autoptr(CareVerification) verification = care_verify(shop->store, error);

    return verification != NULL;
}

static gboolean
read_occasions(Shop *shop, GError **error)
{
    CareDate today = care_clock_today(shop->clock);
    const CareOccasionScope scope = { .days = CARE_OCCASIONS_DAYS_AHEAD };
    g_autoptr(GPtrArray) found = care_occasions_upcoming(care_store_reader(shop->store), today, &scope,
                                                         care_clock_zone(shop->clock), error);

    return found != NULL;
}

static gboolean
read_insights(Shop *shop, GError **error)
{
    CareDate from, to;
    g_autoptr(CareInsights) insights = NULL;

    care_insights_default_period(care_clock_today(shop->clock), &from, &to);
    insights = care_insights_compute(care_store_reader(shop->store), shop->clock, from, to, error);
    return insights != NULL;
}

static void
fill(Shop *shop)
{
    g_autoptr(CareRecord) customer = shop_add_customer(shop, "Bea Koch", "0157 335 21 78");
    g_autoptr(CareRecord) job = shop_add_job(shop, customer, NULL);
    g_autoptr(CareRecord) ready = shop_move(shop, job, "ready");
    g_autoptr(CareRecord) occasion = CARE_RECORD(care_occasion_new());
    g_autoptr(CareRecord) draft
        = care_invoice_draft_from_job(care_store_reader(shop->store), care_record_id(job), NULL);
    g_autoptr(CareRecord) issued = NULL;

    care_record_set_int(occasion, CARE_OCCASION_CUSTOMER, care_record_id(customer));
    care_record_set_text(occasion, CARE_OCCASION_NAME, "Shop anniversary");
    care_record_set_date(occasion, CARE_OCCASION_DATE, (CareDate){ 2020, 12, 1 });
    shop_save(shop, occasion);
    shop_save(shop, draft);
    issued = care_invoice_issue_now(shop->store, care_record_id(draft), NULL);
    g_assert_nonnull(issued);
}

typedef struct {
    const char *name;
    gboolean (*read)(Shop *shop, GError **error);
} Reading;

static const Reading readings[] = {
    { "verify", read_verification },
    { "occasions", read_occasions },
    { "insights", read_insights },
};

/* Stopped once at every place where it can be. */
static void
test_stopped(Shop *shop, gconstpointer data)
{
    const Reading *reading = data;
    sqlite3 *handle = care_connection_handle(care_store_reader(shop->store));
    gboolean stopped = TRUE;
    int stops = 0;

    fill(shop);
    for (; stopped; stops++) {
        Brake brake = { .left = stops };
        g_autoptr(GError) error = NULL;
        gboolean read;

        sqlite3_progress_handler(handle, STEP, on_progress, &brake);
        read = reading->read(shop, &error);
        sqlite3_progress_handler(handle, 0, NULL, NULL);
        stopped = brake.stopped;
        g_assert_cmpint(read, !=, stopped);
        g_assert_cmpint(error != NULL, ==, stopped);
    }
    g_assert_cmpint(stops, >, 5);
}

int
main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    for (gsize i = 0; i < G_N_ELEMENTS(readings); i++) {
        g_autofree char *path = g_strconcat("/interrupted/", readings[i].name, NULL);

        g_test_add(path, Shop, &readings[i], shop_set_up_seller, test_stopped, shop_tear_down);
    }
    return g_test_run();
}
