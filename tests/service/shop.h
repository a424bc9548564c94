/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
/* A shop for service tests: the store's fixture and what a day at the counter needs. */
#pragma once

#include "model/device.h"
#include "model/job-line.h"
#include "model/job.h"
#include "model/plan-step.h"
#include "model/plan.h"
#include "service/flow.h"
#include "service/jobs/job-flow.h"
#include "service/today/today.h"
#include "store/setting.h"

#include "store/fixture.h"

static inline gpointer
shop_write_seller(CareTransaction *transaction, gpointer data, GError **error)
{
    static const char *const settings[][2] = {
        { CARE_SETTING_SHOP_NAME, "Kettle & Spoke" }, { CARE_SETTING_SHOP_STREET, "Lindenstraße 14" },
        { CARE_SETTING_SHOP_POSTCODE, "10969" },      { CARE_SETTING_SHOP_LOCALITY, "Berlin" },
        { CARE_SETTING_SHOP_VAT_ID, "DE312448907" },
    };

    for (gsize i = 0; i < G_N_ELEMENTS(settings); i++)
        if (!care_transaction_set_setting(transaction, settings[i][0], settings[i][1], error))
            return NULL;
    return data;
}

/* A shop that may issue invoices: it says who it is. */
static inline void
shop_set_up_seller(Shop *shop, gconstpointer data)
{
    g_autoptr(GError) error = NULL;

    shop_set_up(shop, data);
    g_assert_nonnull(care_store_run(shop->store, shop_write_seller, shop, NULL, &error));
    g_assert_no_error(error);
}

static inline void
shop_save(Shop *shop, CareRecord *record)
{
    g_autoptr(GError) error = NULL;

    care_flow_save_now(shop->store, record, NULL, &error);
    g_assert_no_error(error);
}

static inline CareRecord *
shop_add_plan(Shop *shop)
{
    g_autoptr(CareRecord) plan = CARE_RECORD(care_plan_new());
    static const struct {
        const char *title, *kind, *anchor;
        int months, days;
    } steps[] = {
        { "Thank-you", "thanks", "handover", 0, 1 },
        { "Still braking well?", "check", "handover", 0, 5 },
        { "How did it go?", "feedback", "handover", 0, 14 },
        { "Spring service", "service", "handover", 6, 0 },
        { "Warranty check", "warranty", "warranty-end", 0, -30 },
    };

    care_record_set_text(plan, CARE_PLAN_NAME, "Brake Service");
    for (gsize i = 0; i < G_N_ELEMENTS(steps); i++) {
        CareRecord *step = care_record_list_add(plan, CARE_PLAN_STEPS);

        care_record_set_text(step, CARE_PLAN_STEP_TITLE, steps[i].title);
        care_record_set_text(step, CARE_PLAN_STEP_KIND, steps[i].kind);
        care_record_set_text(step, CARE_PLAN_STEP_ANCHOR, steps[i].anchor);
        care_record_set_int(step, CARE_PLAN_STEP_MONTHS, steps[i].months);
        care_record_set_int(step, CARE_PLAN_STEP_DAYS, steps[i].days);
    }
    shop_save(shop, plan);
    return g_steal_pointer(&plan);
}

/* Brake service 45.00 and two pads at 14.75, tax included: 74.50. */
static inline CareRecord *
shop_add_job(Shop *shop, CareRecord *customer, CareRecord *plan)
{
    g_autoptr(CareRecord) device = CARE_RECORD(care_device_new());
    g_autoptr(CareRecord) job = CARE_RECORD(care_job_new());
    static const struct {
        const char *name;
        gint64 quantity, price;
    } lines[] = { { "Brake service", 1000000, 45000000 }, { "Brake pads", 2000000, 14750000 } };

    care_record_set_text(device, CARE_DEVICE_NAME, "E-bike Charger4");
    care_record_set_text(device, CARE_DEVICE_SERIAL, "R-7712/A");
    care_record_set_int(device, CARE_DEVICE_CUSTOMER, care_record_id(customer));
    shop_save(shop, device);
    care_record_set_int(job, CARE_JOB_CUSTOMER, care_record_id(customer));
    care_record_set_int(job, CARE_JOB_DEVICE, care_record_id(device));
    care_record_set_text(job, CARE_JOB_FAULT, "Rear brake squeals");
    if (plan != NULL)
        care_record_set_int(job, CARE_JOB_PLAN, care_record_id(plan));
    for (gsize i = 0; i < G_N_ELEMENTS(lines); i++) {
        CareRecord *line = care_record_list_add(job, CARE_JOB_LINES);

        care_record_set_text(line, CARE_JOB_LINE_NAME, lines[i].name);
        care_record_set_int(line, CARE_JOB_LINE_QUANTITY, lines[i].quantity);
        care_record_set_int(line, CARE_JOB_LINE_PRICE, lines[i].price);
    }
    shop_save(shop, job);
    return g_steal_pointer(&job);
}

static inline CareRecord *
shop_move(Shop *shop, CareRecord *job, const char *status)
{
    g_autoptr(GError) error = NULL;
    gboolean bare = g_str_equal(status, "collected") && !care_record_is_set(job, CARE_JOB_PLAN);
    const char *reason = bare ? "a small thing" : g_str_equal(status, "cancelled") ? "too dear" : NULL;
    CareRecord *moved = care_job_move_now(shop->store, care_record_id(job), status, reason, &error);

    g_assert_no_error(error);
    return moved;
}

/* Of a move: how the job was before it, and after. */
typedef struct {
    CareRecord *before;
    CareRecord *after;
} ShopMove;

static inline gboolean
shop_take_back(CareTransaction *transaction, gpointer data, GError **error)
{
    const ShopMove *move = data;

    return care_job_flow_take_back(transaction, move->before, move->after, error);
}

static inline CareToday *
shop_today(Shop *shop, CareDate date)
{
    g_autoptr(CareClock) clock = care_clock_new_fixed(date);
    g_autoptr(GError) error = NULL;
    CareToday *today = care_today_compute(care_store_reader(shop->store), clock, &error);

    g_assert_no_error(error);
    return today;
}

/* The first line of a rule, or NULL. */
static inline CareDueItem *
today_line(CareToday *today, CareDueRule rule)
{
    for (guint i = 0; i < today->items->len; i++) {
        CareDueItem *item = today->items->pdata[i];

        if (item->rule == rule)
            return item;
    }
    return NULL;
}

static inline guint
today_count(CareToday *today, CareDueRule rule)
{
    guint n = 0;

    for (guint i = 0; i < today->items->len; i++)
        n += ((CareDueItem *)today->items->pdata[i])->rule == rule;
    return n;
}
