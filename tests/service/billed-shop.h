/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
/* A shop that has written invoices. */
#pragma once

#include <string.h>

#include <sqlite3.h>

#include "model/invoice.h"
#include "model/payment.h"
#include "service/invoices/invoice-from-job.h"
#include "service/invoices/invoice-issue.h"
#include "service/invoices/verify.h"

#include "shop.h"

/* 74.50, for work that is done. */
static inline CareRecord *
shop_add_draft(Shop *shop, const char *name)
{
    g_autoptr(CareRecord) customer = shop_add_customer(shop, name, "0157 335 21 78");
    g_autoptr(CareRecord) job = shop_add_job(shop, customer, NULL);
    g_autoptr(CareRecord) ready = shop_move(shop, job, "ready");
    g_autoptr(GError) error = NULL;
    CareRecord *draft
        = care_invoice_draft_from_job(care_store_reader(shop->store), care_record_id(job), &error);

    g_assert_no_error(error);
    shop_save(shop, draft);
    return draft;
}

static inline CareRecord *
shop_issue(Shop *shop, const char *name)
{
    g_autoptr(CareRecord) draft = shop_add_draft(shop, name);
    g_autoptr(GError) error = NULL;
    CareRecord *issued = care_invoice_issue_now(shop->store, care_record_id(draft), &error);

    g_assert_no_error(error);
    return issued;
}

static inline void
shop_pay(Shop *shop, CareRecord *invoice, CareMoney amount)
{
    g_autoptr(CareRecord) payment = CARE_RECORD(care_payment_new());

    care_record_set_int(payment, CARE_PAYMENT_INVOICE, care_record_id(invoice));
    care_record_set_int(payment, CARE_PAYMENT_AMOUNT, amount);
    shop_save(shop, payment);
}

/* 2026-0001 is paid, -0002 in part, -0003 cancelled by -0004, -0005 open; and there is a draft. */
static inline void
shop_bill(Shop *shop)
{
    g_autoptr(CareRecord) first = shop_issue(shop, "Bea Koch");
    g_autoptr(CareRecord) second = shop_issue(shop, "Ole Lind");
    g_autoptr(CareRecord) third = shop_issue(shop, "Café Linde");
    g_autoptr(CareRecord) note = care_invoice_cancel_now(shop->store, care_record_id(third), NULL);
    g_autoptr(CareRecord) fifth = shop_issue(shop, "Zoë Łuczak");
    g_autoptr(CareRecord) draft = shop_add_draft(shop, "Jan Sand");

    g_assert_nonnull(note);
    shop_pay(shop, first, 7450);
    shop_pay(shop, second, 5000);
}

static inline CareVerification *
shop_verify(Shop *shop)
{
    g_autoptr(GError) error = NULL;
    CareVerification *verification = care_verify(shop->store, &error);

    g_assert_no_error(error);
    return verification;
}

/* Whether something of the kind is told that holds these words. */
static inline gboolean
shop_tells(CareVerification *verification, const char *kind, const char *words)
{
    for (guint i = 0; i < verification->problems->len; i++) {
        const CareProblem *problem = verification->problems->pdata[i];

        if (g_str_equal(problem->kind, kind) && strstr(problem->what, words) != NULL)
            return TRUE;
    }
    return FALSE;
}

/* As any other program could. */
static inline void
shop_tamper(Shop *shop, const char *sql)
{
    g_autofree char *path = g_build_filename(shop->dir, "aftercare.db", NULL);
    sqlite3 *db = NULL;

    g_assert_cmpint(sqlite3_open(path, &db), ==, SQLITE_OK);
    g_assert_cmpint(sqlite3_exec(db, sql, NULL, NULL, NULL), ==, SQLITE_OK);
    sqlite3_close(db);
}
