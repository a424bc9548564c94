/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
/* A hand-over leaves a step that is open, or says why not: who asks and who refuses mean the same. */
#include "core/errors.h"
#include "model/followup.h"
#include "service/jobs/job-move-asked.h"

#include "shop.h"

static GPtrArray *
followups(Shop *shop, CareRecord *job)
{
    return care_store_query(shop->store, &care_followup_kind, NULL, "jobs/followups", "i",
                            care_record_id(job));
}

static gboolean
hand_over_asked(CareTransaction *transaction, gpointer shown, GError **error)
{
    g_autoptr(CareRecord) moved
        = care_job_move_asked(transaction, shown, "collected", "all of it was done before", error);

    return moved != NULL;
}

static gboolean
asks_why(Shop *shop, CareRecord *job)
{
    g_autoptr(GError) error = NULL;
    gboolean needs = FALSE;

    care_job_needs_reason(care_store_reader(shop->store), job, "collected", care_clock_today(shop->clock),
                          care_clock_zone(shop->clock), &needs, &error);
    g_assert_no_error(error);
    return needs;
}

/* Of the steps that are open, all but so many. */
static void
do_steps(Shop *shop, CareRecord *job, guint left)
{
    g_autoptr(GPtrArray) made = followups(shop, job);

    for (guint i = 0; i + left < made->len; i++) {
        care_record_set_text(made->pdata[i], CARE_FOLLOWUP_STATE, "done");
        shop_save(shop, made->pdata[i]);
    }
}

/* One more hand-over makes none of it again: then nothing is left to do, which is asked about as it is refused (S1). */
static void
test_handed_over_again_with_all_steps_done(Shop *shop, gconstpointer data)
{
    g_autoptr(CareRecord) customer = shop_add_customer(shop, "Bea Koch", NULL);
    g_autoptr(CareRecord) plan = shop_add_plan(shop);
    g_autoptr(CareRecord) job = shop_add_job(shop, customer, plan);
    g_autoptr(CareRecord) first = shop_move(shop, job, "collected");
    g_autoptr(CareRecord) back = NULL, second = NULL, ready = NULL;
    g_autoptr(GError) error = NULL;

    do_steps(shop, job, 1);
    back = shop_move(shop, job, "ready");
    g_assert_false(asks_why(shop, back)); /* the last is made again */
    second = shop_move(shop, job, "collected");
    do_steps(shop, job, 0);
    ready = shop_move(shop, job, "ready");
    g_assert_true(asks_why(shop, ready));
    g_assert_null(care_job_move_now(shop->store, care_record_id(job), "collected", NULL, &error));
    g_assert_error(error, CARE_ERROR, CARE_ERROR_REFUSED);
    g_clear_error(&error);
    care_store_write(shop->store, hand_over_asked, ready, &error);
    g_assert_no_error(error);
}

int
main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add("/handed-over/again", Shop, NULL, shop_set_up_seller,
               test_handed_over_again_with_all_steps_done, shop_tear_down);
    return g_test_run();
}
