/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
/* A shop whose rows lie on days of one's choosing: the flows would date them by the clock. */
#pragma once

#include <string.h>

#include "store/fixture.h"

static inline gboolean
insights_exec(CareTransaction *transaction, gpointer sql, GError **error)
{
    return care_connection_exec(care_transaction_connection(transaction), sql, error);
}

static inline void insights_write(Shop *shop, const char *format, ...) G_GNUC_PRINTF(2, 3);

static inline void
insights_write(Shop *shop, const char *format, ...)
{
    g_autoptr(GError) error = NULL;
    g_autofree char *sql = NULL;
    va_list arguments;

    va_start(arguments, format);
    sql = g_strdup_vprintf(format, arguments);
    va_end(arguments);
    care_store_write(shop->store, insights_exec, sql, &error);
    g_assert_no_error(error);
}

static inline gint64
insights_at(const char *instant)
{
    CareInstant at = 0;

    g_assert_true(care_instant_parse(instant, &at));
    return at;
}

/* With the ids 1 … n. */
static inline void
insights_customers(Shop *shop, int n)
{
    for (int i = 1; i <= n; i++)
        insights_write(shop,
                       "INSERT INTO customer (id, name, type, created, changed) "
                       "VALUES (%d, 'Customer %d', 'person', 0, 0)",
                       i, i);
}

static inline void
insights_delete_customer(Shop *shop, int customer)
{
    insights_write(shop, "UPDATE customer SET deleted_at = 1 WHERE id = %d", customer);
}

/* satisfaction 0: not asked. */
static inline void
insights_feedback(Shop *shop, int customer, const char *at, int score, int satisfaction)
{
    insights_write(shop,
                   "INSERT INTO feedback (customer, at, score, satisfaction, created, changed) "
                   "VALUES (%d, %" G_GINT64_FORMAT ", %d, nullif(%d, 0), 0, 0)",
                   customer, insights_at(at), score, satisfaction);
}

static inline void
insights_message(Shop *shop, int customer, const char *direction, const char *at, gboolean automatic)
{
    insights_write(shop,
                   "INSERT INTO interaction (customer, direction, channel, at, automatic, created, changed) "
                   "VALUES (%d, '%s', 'email', %" G_GINT64_FORMAT ", %d, 0, 0)",
                   customer, direction, insights_at(at), automatic);
}

static inline void
insights_complaint(Shop *shop, int customer, const char *received, const char *acknowledged)
{
    insights_write(shop,
                   "INSERT INTO complaint (customer, words, received, acknowledged, created, changed) "
                   "VALUES (%d, 'It squeals', %" G_GINT64_FORMAT ", %" G_GINT64_FORMAT ", 0, 0)",
                   customer, insights_at(received), insights_at(acknowledged));
}

/* Received at ten of a day; returns its id. comes_back_of 0: a visit of its own. */
static inline CareId
insights_job(Shop *shop, int customer, const char *day, const char *kind, CareId comes_back_of)
{
    g_autofree char *at = g_strconcat(day, "T10:00:00Z", NULL);

    insights_write(
        shop,
        "INSERT INTO job (customer, status, kind, received, comes_back_of, created, changed) VALUES "
        "(%d, 'collected', nullif('%s', ''), %" G_GINT64_FORMAT ", nullif(%d, 0), 0, 0)",
        customer, kind != NULL ? kind : "", insights_at(at), (int)comes_back_of);
    return care_connection_int(care_store_reader(shop->store), "SELECT max(id) FROM job", 0);
}

/* A plan that calls for a service every so many months. */
static inline void
insights_plan(Shop *shop, int id, int months)
{
    insights_write(shop, "INSERT INTO plan (id, name, created, changed) VALUES (%d, 'Service', 0, 0)", id);
    insights_write(shop,
                   "INSERT INTO plan_step (owner, position, title, kind, anchor, months) "
                   "VALUES (%d, 0, 'Service', 'service', 'handover', %d)",
                   id, months);
}

static inline void
insights_use_plan(Shop *shop, int customer, int plan)
{
    insights_write(shop, "UPDATE job SET plan = %d WHERE customer = %d", plan, customer);
}

/* issued "": a draft. corrects: the credit note for that one; 0: an invoice. */
static inline void
insights_invoice(Shop *shop, int id, const char *issued, const char *currency, int gross, int corrects)
{
    insights_write(
        shop,
        "INSERT INTO invoice (id, number, type, state, customer, currency, prices, issued, gross, "
        "payable, corrects, created, changed) "
        "VALUES (%d, iif('%s' = '', NULL, 'R-%d'), '%s', 'issued', 1, '%s', 'gross', nullif('%s', ''), "
        "%d, %d, nullif(%d, 0), 0, 0)",
        id, issued, id, corrects != 0 ? "381" : "380", currency, issued, gross, gross, corrects);
}

static inline void
insights_payment(Shop *shop, int invoice, const char *date, int amount)
{
    insights_write(shop,
                   "INSERT INTO payment (invoice, customer, amount, date, created, changed) "
                   "VALUES (%d, 1, %d, '%s', 0, 0)",
                   invoice, amount, date);
}

/* 100.00 of October 2025, of which 60.00 are still owed when the period begins; 200.00 of January, 50.00 of it taken
 * back by a credit note and 200.00 paid in February. What is in dollars, and what is a draft, is left out. */
static inline void
insights_revenue(Shop *shop)
{
    insights_invoice(shop, 1, "2025-10-15", "EUR", 10000, 0);
    insights_payment(shop, 1, "2025-11-05", 4000);
    insights_invoice(shop, 2, "2026-01-10", "EUR", 20000, 0);
    insights_invoice(shop, 3, "2026-01-12", "USD", 99999, 0);
    insights_invoice(shop, 4, "", "EUR", 77777, 0);
    insights_invoice(shop, 5, "2026-02-03", "EUR", 5000, 2);
    insights_payment(shop, 2, "2026-02-20", 20000);
    insights_payment(shop, 3, "2026-02-20", 99999);
}

/* Waited, in shop hours: 1.5 h (the automatic reply is none), 5 h over a night and a Saturday, 20 min from Monday's
 * opening on, 3 h of a complaint; one waits since yesterday at four. */
static inline void
insights_waits(Shop *shop)
{
    insights_message(shop, 1, "in", "2026-11-17T10:00:00Z", FALSE);
    insights_message(shop, 1, "out", "2026-11-17T10:01:00Z", TRUE);
    insights_message(shop, 1, "out", "2026-11-17T11:30:00Z", FALSE);
    insights_message(shop, 2, "in", "2026-11-20T17:30:00Z", FALSE);
    insights_message(shop, 2, "in", "2026-11-20T17:45:00Z", FALSE);
    insights_message(shop, 2, "out", "2026-11-23T09:30:00Z", FALSE);
    insights_message(shop, 3, "in", "2026-11-15T12:00:00Z", FALSE);
    insights_message(shop, 3, "note", "2026-11-16T09:10:00Z", FALSE);
    insights_message(shop, 3, "out", "2026-11-16T09:20:00Z", FALSE);
    insights_complaint(shop, 4, "2026-11-16T09:00:00Z", "2026-11-16T12:00:00Z");
    insights_message(shop, 5, "in", "2026-11-23T16:00:00Z", FALSE);
}

/* One job on each of the days before today; ends with 0. */
static inline void
insights_visits(Shop *shop, int customer, const char *kind, const int *days_ago)
{
    for (; *days_ago > 0; days_ago++) {
        g_autofree char *day
            = care_date_to_string(care_date_add_days((CareDate){ 2026, 11, 24 }, -*days_ago));

        insights_job(shop, customer, day, kind, 0);
    }
}
