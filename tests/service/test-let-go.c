/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
/* What is let go was open, and as it was shown; and it is taken back whatever became of it. */
#include "model/deferral.h"
#include "service/today/due.h"

#include "shop-acts.h"
#include "shop-put-off.h"

static void
assert_state(Shop *shop, CareRecord *followup, const char *state, const char *reason)
{
    g_autoptr(CareRecord) stored
        = care_store_get(shop->store, &care_followup_kind, care_record_id(followup), NULL);

    g_assert_cmpstr(care_record_text(stored, CARE_FOLLOWUP_STATE), ==, state);
    g_assert_cmpstr(care_record_text(stored, CARE_FOLLOWUP_REASON), ==, reason);
}

static gboolean
put_off_shown(CareTransaction *transaction, gpointer data, GError **error)
{
    CareId made;

    return care_today_defer_shown(transaction, data, (CareDate){ 0 }, 0, "moved away", &made, error);
}

static void
assert_refused(Shop *shop, CareTransactionFunc func, gpointer data)
{
    g_autoptr(GError) error = NULL;

    g_assert_false(care_store_write(shop->store, func, data, &error));
    g_assert_error(error, CARE_ERROR, CARE_ERROR_CONFLICT);
}

/* That it was done, and when, is not written over by who still saw it open; nor is why it was let go. */
static void
test_what_is_settled_is_not_let_go(Shop *shop, gconstpointer data)
{
    g_autoptr(CareRecord) customer = shop_add_customer(shop, "Bea Koch", NULL);
    g_autoptr(CareRecord) job = shop_add_job(shop, customer, NULL);
    g_autoptr(CareRecord) followup = shop_add_followup(shop, job);
    Put put = { CARE_DUE_FOLLOWUP, care_record_id(followup), { 0 }, 0 };

    care_record_set_text(followup, CARE_FOLLOWUP_STATE, "done");
    shop_save(shop, followup);
    assert_refused(shop, put_off, &put);
    assert_state(shop, followup, "done", NULL);
    care_record_set_text(followup, CARE_FOLLOWUP_STATE, "let-go");
    care_record_set_text(followup, CARE_FOLLOWUP_REASON, "no bike any more");
    shop_save(shop, followup);
    assert_refused(shop, put_off, &put);
    assert_state(shop, followup, "let-go", "no bike any more");
}

/* What let it go says it otherwise, becomes a putting off, and is taken back, whatever became of the step. */
static void
test_a_let_go_follows_its_step(Shop *shop, gconstpointer data)
{
    g_autoptr(CareRecord) customer = shop_add_customer(shop, "Bea Koch", NULL);
    g_autoptr(CareRecord) job = shop_add_job(shop, customer, NULL);
    g_autoptr(CareRecord) followup = shop_add_followup(shop, job);
    Put put = { CARE_DUE_FOLLOWUP, care_record_id(followup), { 0 }, 0 };
    g_autoptr(CareRecord) deferral = NULL;

    g_assert_true(care_store_write(shop->store, put_off, &put, NULL));
    deferral = care_store_get(shop->store, &care_deferral_kind, put.made, NULL);
    care_record_set_text(deferral, CARE_DEFERRAL_REASON, "moved away");
    shop_save(shop, deferral);
    assert_state(shop, followup, "let-go", "moved away");
    g_assert_true(care_flow_remove_now(shop->store, &care_followup_kind, care_record_id(followup), NULL));
    g_assert_true(care_store_write(shop->store, take_back, &put, NULL));
    g_assert_true(
        care_flow_undelete_now(shop->store, &care_followup_kind, care_record_id(followup), NULL, NULL));
    assert_state(shop, followup, "open", NULL);
    g_assert_true(care_flow_undelete_now(shop->store, &care_deferral_kind, put.made, NULL, NULL));
    assert_state(shop, followup, "let-go", "moved away");
    care_record_set_date(deferral, CARE_DEFERRAL_UNTIL, (CareDate){ 2026, 12, 1 });
    shop_save(shop, deferral);
    assert_state(shop, followup, "open", NULL);
}

static CareDueItem *
line_of(Shop *shop, CareRecord *customer, CareRecord *record)
{
    g_autoptr(GError) error = NULL;
    CareDueItem *line = NULL;

    care_due_find_line(care_store_reader(shop->store), shop->clock, care_record_id(customer),
                       CARE_DUE_COMPLAINT, care_record_id(record), &line, &error);
    g_assert_no_error(error);
    return line;
}

/* The first answer came from another desk: what waits now is something else, and nobody let that go. */
static void
test_what_was_shown_is_let_go(Shop *shop, gconstpointer data)
{
    g_autoptr(CareRecord) bea = shop_add_customer(shop, "Bea Koch", NULL);
    g_autoptr(CareRecord) job = shop_add_job(shop, bea, NULL);
    g_autoptr(CareRecord) complaint = shop_add_complaint(shop, bea, job);
    g_autoptr(CareDueItem) shown = line_of(shop, bea, complaint), by_now = NULL;

    g_assert_cmpint(shown->rule, ==, CARE_DUE_COMPLAINT);
    care_record_set_int(complaint, CARE_COMPLAINT_ACKNOWLEDGED, care_clock_now(shop->clock));
    shop_save(shop, complaint);
    assert_refused(shop, put_off_shown, shown);
    by_now = line_of(shop, bea, complaint);
    g_assert_cmpint(by_now->rule, ==, CARE_DUE_UNSETTLED);
    g_assert_true(care_store_write(shop->store, put_off_shown, by_now, NULL));
    assert_refused(shop, put_off_shown, by_now); /* it is let go by now */
}

static void
add(const char *path, void (*func)(Shop *, gconstpointer))
{
    g_test_add(path, Shop, NULL, shop_set_up_seller, func, shop_tear_down);
}

int
main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    add("/let-go/settled", test_what_is_settled_is_not_let_go);
    add("/let-go/step", test_a_let_go_follows_its_step);
    add("/let-go/shown", test_what_was_shown_is_let_go);
    return g_test_run();
}
