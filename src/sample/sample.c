/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
/* Tells the story of the sample shop in the order of its days. A customer's visits are laid out first; then every
 * event of every visit goes into one queue and is played at its moment, through the flows. What lies behind today is
 * not played, so the last visits stay where they are: received, in work, ready. The shop is well kept: only the loose
 * ends, laid out by hand, are open this morning. */
#include "sample/sample.h"

#include <glib/gi18n-lib.h>

#include "core/errors.h"
#include "model/customer.h"
#include "sample/sample-private.h"
#include "store/kind-query.h"

#define CUSTOMERS 240
#define YEARS 3
#define EVENTS_PER_TRANSACTION 150

static int
compare_events(gconstpointer a, gconstpointer b)
{
    const CareSampleEvent *x = a, *y = b;

    if (x->at != y->at)
        return x->at < y->at ? -1 : 1;
    return x->visit != y->visit ? (x->visit < y->visit ? -1 : 1) : (int)x->what - (int)y->what;
}

static gboolean
is_empty(CareTransaction *transaction, GError **error)
{
    if (!care_kind_had_any(care_transaction_connection(transaction), &care_customer_kind, TRUE))
        return TRUE;
    g_set_error_literal(
        error, CARE_ERROR, CARE_ERROR_REFUSED,
        _("This shop has customers already. Nothing was changed; the sample needs an empty shop."));
    return FALSE;
}

static gboolean
open_shop(CareTransaction *transaction, gpointer data, GError **error)
{
    CareSample *sample = data;

    return is_empty(transaction, error) && care_sample_open_shop(transaction, sample, error);
}

/* How far the story was told. */
typedef struct {
    CareSample *sample;
    guint next;
} Teller;

static gboolean
play_some(CareTransaction *transaction, gpointer data, GError **error)
{
    Teller *teller = data;
    GArray *events = teller->sample->events;
    guint end = MIN(teller->next + EVENTS_PER_TRANSACTION, events->len);

    for (; teller->next < end; teller->next++) {
        const CareSampleEvent *event = &g_array_index(events, CareSampleEvent, teller->next);

        care_transaction_pretend(transaction, event->at, &teller->sample->serial);
        if (!care_sample_play(transaction, teller->sample, event, error))
            return FALSE;
    }
    return TRUE;
}

static gboolean
finish_story(CareTransaction *transaction, gpointer data, GError **error)
{
    return care_sample_keep_promises(transaction, data, error)
           && care_sample_set_today(transaction, data, error);
}

gboolean
care_sample(CareStore *store, guint64 seed, GError **error)
{
    CareSample sample = { .now = care_clock_now(care_store_clock(store)),
                          .zone = care_clock_zone(care_store_clock(store)),
                          .rand = g_rand_new_with_seed((guint32)(seed ^ (seed >> 32))),
                          .holidays = care_sample_holidays(),
                          .names = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL),
                          .visits = g_array_new(FALSE, TRUE, sizeof(CareSampleVisit)),
                          .events = g_array_new(FALSE, TRUE, sizeof(CareSampleEvent)) };
    Teller teller = { .sample = &sample };
    gboolean told = care_store_write(store, open_shop, &sample, error);

    if (told) {
        care_sample_plan_visits(&sample, CUSTOMERS, YEARS);
        care_sample_plan_loose_ends(&sample);
        g_array_sort(sample.events, compare_events);
    }
    while (told && teller.next < sample.events->len)
        told = care_store_write(store, play_some, &teller, error);
    told = told && care_store_write(store, finish_story, &sample, error);
    g_rand_free(sample.rand);
    care_holidays_free(sample.holidays);
    g_hash_table_unref(sample.names);
    g_array_unref(sample.visits);
    g_array_unref(sample.events);
    return told;
}

char *
care_sample_dir(void)
{
    return g_build_filename(g_get_user_cache_dir(), "aftercare", "sample", NULL);
}
