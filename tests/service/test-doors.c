/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
/* Every kind that has a rule for going and coming back, through every door that lets it go or come back: the rule holds. */
#include "exchange/purge/purge.h"
#include "model/complaint.h"
#include "model/deferral.h"
#include "model/feedback.h"
#include "service/kind-flow.h"
#include "store/named-query.h"

#include "shop-acts.h"

typedef struct {
    Shop shop;
    CareRecord *record; /* goes and comes */
    CareRecord *other;  /* what follows it */
} Stage;

static void
add_payment(Stage *stage)
{
    CareMoney all;
    g_autoptr(CareRecord) ann = shop_add_customer(&stage->shop, "Ann Lee", NULL);

    stage->other = shop_add_issued(&stage->shop, ann, &all);
    stage->record = shop_add_payment(&stage->shop, stage->other, all);
}

static gboolean
is_paid(CareRecord *invoice)
{
    return g_strcmp0(care_record_text(invoice, CARE_INVOICE_STATE), "paid") == 0
           && care_record_int(invoice, CARE_INVOICE_PAID) > 0;
}

static void
add_call(Stage *stage)
{
    g_autoptr(CareRecord) ann = shop_add_customer(&stage->shop, "Ann Lee", NULL);
    g_autoptr(CareRecord) job = shop_add_job(&stage->shop, ann, NULL);

    stage->other = shop_move(&stage->shop, job, "ready");
    stage->record = CARE_RECORD(care_interaction_new());
    care_record_set_int(stage->record, CARE_INTERACTION_CUSTOMER, care_record_id(ann));
    care_record_set_int(stage->record, CARE_INTERACTION_JOB, care_record_id(job));
    care_record_set_text(stage->record, CARE_INTERACTION_DIRECTION, "out");
    shop_save(&stage->shop, stage->record);
}

static gboolean
is_told(CareRecord *job)
{
    return care_record_is_set(job, CARE_JOB_TOLD);
}

static void
add_job(Stage *stage)
{
    g_autoptr(CareRecord) ann = shop_add_customer(&stage->shop, "Ann Lee", NULL);

    stage->record = shop_add_job(&stage->shop, ann, NULL);
    stage->other = shop_add_followup(&stage->shop, stage->record);
}

static gboolean
is_there(CareRecord *record)
{
    return care_record_stamp(record).deleted == 0;
}

static void
add_low_answer(Stage *stage)
{
    g_autoptr(CareRecord) ann = shop_add_customer(&stage->shop, "Ann Lee", NULL);

    stage->record = CARE_RECORD(care_feedback_new());
    care_record_set_int(stage->record, CARE_FEEDBACK_CUSTOMER, care_record_id(ann));
    care_record_set_int(stage->record, CARE_FEEDBACK_SCORE, 2);
    shop_save(&stage->shop, stage->record);
    stage->other = care_store_get(stage->shop.store, &care_complaint_kind,
                                  care_query_number(care_store_reader(stage->shop.store),
                                                    "feedback/complaint-of-answer", "i",
                                                    care_record_id(stage->record)),
                                  NULL);
}

static void
add_settled_complaint(Stage *stage)
{
    g_autoptr(CareRecord) ann = shop_add_customer(&stage->shop, "Ann Lee", NULL);

    stage->record = CARE_RECORD(care_complaint_new());
    care_record_set_int(stage->record, CARE_COMPLAINT_CUSTOMER, care_record_id(ann));
    care_record_set_text(stage->record, CARE_COMPLAINT_WORDS, "It squeaks");
    care_record_set_text(stage->record, CARE_COMPLAINT_CAUSE, "wrong part");
    care_record_set_text(stage->record, CARE_COMPLAINT_CONFIRMATION, "confirmed");
    shop_save(&stage->shop, stage->record);
    care_record_set_int(stage->record, CARE_COMPLAINT_RESOLVED, care_clock_now(stage->shop.clock));
    shop_save(&stage->shop, stage->record);
    stage->other
        = care_store_get(stage->shop.store, &care_followup_kind,
                         care_query_number(care_store_reader(stage->shop.store), "feedback/question-after",
                                           "i", care_record_id(stage->record)),
                         NULL);
}

static void
add_deferral(Stage *stage)
{
    g_autoptr(CareRecord) ann = shop_add_customer(&stage->shop, "Ann Lee", NULL);
    g_autoptr(CareRecord) job = shop_add_job(&stage->shop, ann, NULL);

    stage->other = shop_add_followup(&stage->shop, job);
    stage->record = CARE_RECORD(care_deferral_new());
    care_record_set_text(stage->record, CARE_DEFERRAL_RULE, "followup");
    care_record_set_int(stage->record, CARE_DEFERRAL_RECORD, care_record_id(stage->other));
    care_record_set_text(stage->record, CARE_DEFERRAL_REASON, "moved away");
    shop_save(&stage->shop, stage->record);
}

static gboolean
is_let_go(CareRecord *followup)
{
    return g_strcmp0(care_record_text(followup, CARE_FOLLOWUP_STATE), "let-go") == 0;
}

/* What follows from a record of the kind that is there, and does not when it is not. */
static const struct {
    const CareKind *kind;
    void (*add)(Stage *stage);
    gboolean (*follows)(CareRecord *other);
    gboolean is_held; /* other refers to it, and it cannot go for good without */
} rules[] = {
    { &care_payment_kind, add_payment, is_paid, FALSE },
    { &care_interaction_kind, add_call, is_told, FALSE },
    { &care_job_kind, add_job, is_there, TRUE },
    { &care_feedback_kind, add_low_answer, is_there, TRUE },
    { &care_complaint_kind, add_settled_complaint, is_there, TRUE },
    { &care_deferral_kind, add_deferral, is_let_go, FALSE },
};

/* Command line and Recently Deleted */

static void
wait_for(GAsyncResult **result)
{
    while (*result == NULL)
        g_main_context_iteration(NULL, TRUE);
}

static void
keep(GObject *source, GAsyncResult *result, gpointer data)
{
    *(GAsyncResult **)data = g_object_ref(result);
}

static void
remove_waiting(Stage *stage)
{
    shop_remove(&stage->shop, stage->record);
}

static void
undelete_waiting(Stage *stage)
{
    shop_bring_back(&stage->shop, stage->record);
}

/* The window and its Undo */

static void
remove_in_window(Stage *stage)
{
    g_autoptr(GAsyncResult) result = NULL;

    care_flow_remove_async(stage->shop.store, care_record_kind(stage->record), care_record_id(stage->record),
                           NULL, keep, &result);
    wait_for(&result);
    g_assert_true(care_flow_remove_finish(stage->shop.store, result, NULL));
}

static void
undelete_in_window(Stage *stage)
{
    g_autoptr(GAsyncResult) result = NULL;
    g_autoptr(GPtrArray) along = NULL;

    care_flow_undelete_async(stage->shop.store, care_record_kind(stage->record),
                             care_record_id(stage->record), keep, &result);
    wait_for(&result);
    along = care_flow_undelete_finish(stage->shop.store, result, NULL);
    g_assert_nonnull(along);
}

static const struct {
    const char *name;
    void (*remove)(Stage *stage);
    void (*bring_back)(Stage *stage);
} doors[] = {
    { "command-line", remove_waiting, undelete_waiting },
    { "window", remove_in_window, undelete_in_window },
};

static gboolean
follows(Stage *stage, guint rule)
{
    g_autoptr(CareRecord) now = shop_stored(&stage->shop, stage->other);

    return rules[rule].follows(now);
}

static void
stage_clear(Stage *stage)
{
    g_clear_object(&stage->record);
    g_clear_object(&stage->other);
    shop_tear_down(&stage->shop, NULL);
}

static void
test_rule(gconstpointer data)
{
    guint rule = GPOINTER_TO_UINT(data) / G_N_ELEMENTS(doors);
    guint door = GPOINTER_TO_UINT(data) % G_N_ELEMENTS(doors);
    Stage stage = { 0 };

    shop_set_up_seller(&stage.shop, NULL);
    rules[rule].add(&stage);
    g_assert_nonnull(stage.other);
    g_assert_true(follows(&stage, rule));
    doors[door].remove(&stage);
    g_assert_false(follows(&stage, rule));
    doors[door].bring_back(&stage);
    g_assert_true(follows(&stage, rule));
    stage_clear(&stage);
}

static gboolean
purge_closure(CareTransaction *transaction, gpointer data, GError **error)
{
    return care_flow_purge(transaction, care_record_kind(data), care_record_id(data), error);
}

/* A reverted import takes away at once what it brought. */
static void
test_gone_for_good(gconstpointer data)
{
    guint rule = GPOINTER_TO_UINT(data);
    Stage stage = { 0 };
    g_autoptr(GError) error = NULL;

    shop_set_up_seller(&stage.shop, NULL);
    rules[rule].add(&stage);
    care_store_write(stage.shop.store, purge_closure, stage.record, &error);
    g_assert_no_error(error);
    g_assert_false(follows(&stage, rule));
    stage_clear(&stage);
}

/* What went with it does not come back when it is gone for good. */
static void
test_purged(gconstpointer data)
{
    guint rule = GPOINTER_TO_UINT(data);
    g_autoptr(CareClock) eve = care_clock_new_fixed((CareDate){ 2026, 12, 24 });
    g_autoptr(CareClock) later = care_clock_new_fixed((CareDate){ 2026, 12, 25 });
    g_autoptr(CareRecord) passer_by = NULL;
    g_autoptr(GAsyncResult) result = NULL;
    g_autoptr(CareRecord) now = NULL;
    Stage stage = { 0 };

    shop_set_up_seller(&stage.shop, NULL);
    rules[rule].add(&stage);
    shop_remove(&stage.shop, stage.record);
    g_clear_object(&stage.shop.store);
    stage.shop.store = care_store_open(stage.shop.dir, eve, 0, NULL);
    passer_by = shop_add_customer(&stage.shop, "Passer By", NULL);
    g_clear_object(&stage.shop.store);
    stage.shop.store = care_store_open(stage.shop.dir, later, 0, NULL);
    g_assert_true(care_store_set_setting(stage.shop.store, CARE_SETTING_LAST_PURGE, "2026-12-24", NULL));
    care_purge_async(stage.shop.store, keep, &result);
    wait_for(&result);
    g_assert_true(care_purge_finish(stage.shop.store, result, NULL));
    g_assert_null(care_store_get(stage.shop.store, rules[rule].kind, care_record_id(stage.record), NULL));
    now = shop_stored(&stage.shop, stage.other);
    g_assert_true(now == NULL || !rules[rule].follows(now));
    stage_clear(&stage);
}

/* A kind that gets a rule about what goes along with it gets a row above; what comes back alone may only look at what
 * happened meanwhile. */
static void
test_every_rule_is_here(void)
{
    for (const CareKind *const *kind = care_kinds(); *kind != NULL; kind++) {
        const CareKindFlow *flow = care_kind_flow(*kind);
        gboolean found = FALSE;

        for (gsize i = 0; i < G_N_ELEMENTS(rules); i++)
            found = found || rules[i].kind == *kind;
        g_test_message("%s", (*kind)->name);
        g_assert_cmpint(found, ==, flow->removed != NULL);
        g_assert_true(flow->removed == NULL || flow->undeleted != NULL);
    }
}

int
main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/doors/every-rule", test_every_rule_is_here);
    for (guint i = 0; i < G_N_ELEMENTS(rules); i++) {
        g_autofree char *purged = g_strdup_printf("/doors/%s/purge", rules[i].kind->name);
        g_autofree char *gone = g_strdup_printf("/doors/%s/revert", rules[i].kind->name);

        for (guint j = 0; j < G_N_ELEMENTS(doors); j++) {
            g_autofree char *path = g_strdup_printf("/doors/%s/%s", rules[i].kind->name, doors[j].name);

            g_test_add_data_func(path, GUINT_TO_POINTER(i * G_N_ELEMENTS(doors) + j), test_rule);
        }
        g_test_add_data_func(purged, GUINT_TO_POINTER(i), test_purged);
        if (!rules[i].is_held)
            g_test_add_data_func(gone, GUINT_TO_POINTER(i), test_gone_for_good);
    }
    return g_test_run();
}
