/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
/* What is done in a shop beyond a job: money, calls, and what goes and comes back. */
#pragma once

#include "core/errors.h"
#include "model/complaint.h"
#include "model/followup.h"
#include "model/interaction.h"
#include "model/invoice.h"
#include "model/payment.h"
#include "service/invoices/invoice-from-job.h"
#include "service/invoices/invoice-issue.h"
#include "service/invoices/verify.h"

#include "shop.h"

static inline void
shop_save_edit(CareStore *store, CareRecord *record, CareRecord *base)
{
    g_autoptr(GError) error = NULL;

    care_flow_save_now(store, record, base, &error);
    g_assert_no_error(error);
}

static inline CareRecord *
shop_stored(Shop *shop, CareRecord *record)
{
    return care_store_get(shop->store, care_record_kind(record), care_record_id(record), NULL);
}

static inline void
shop_remove(Shop *shop, CareRecord *record)
{
    g_autoptr(GError) error = NULL;

    care_flow_remove_now(shop->store, care_record_kind(record), care_record_id(record), &error);
    g_assert_no_error(error);
}

/* As Recently Deleted and the command line do it. */
static inline void
shop_bring_back(Shop *shop, CareRecord *record)
{
    g_autoptr(GError) error = NULL;

    care_flow_undelete_now(shop->store, care_record_kind(record), care_record_id(record), NULL, &error);
    g_assert_no_error(error);
}

static inline gboolean
shop_is_deleted(Shop *shop, CareRecord *record)
{
    g_autoptr(CareRecord) now = shop_stored(shop, record);

    return care_record_stamp(now).deleted != 0;
}

static inline CareRecord *
shop_add_followup(Shop *shop, CareRecord *job)
{
    CareRecord *followup = CARE_RECORD(care_followup_new());

    care_record_set_int(followup, CARE_FOLLOWUP_CUSTOMER, care_record_int(job, CARE_JOB_CUSTOMER));
    care_record_set_int(followup, CARE_FOLLOWUP_JOB, care_record_id(job));
    care_record_set_text(followup, CARE_FOLLOWUP_KIND, "check");
    care_record_set_text(followup, CARE_FOLLOWUP_TITLE, "Ask about the saddle");
    care_record_set_text(followup, CARE_FOLLOWUP_DUE, "2026-12-01");
    care_record_set_text(followup, CARE_FOLLOWUP_STATE, "open");
    shop_save(shop, followup);
    return followup;
}

static inline CareRecord *
shop_add_complaint(Shop *shop, CareRecord *customer, CareRecord *job)
{
    CareRecord *complaint = CARE_RECORD(care_complaint_new());

    care_record_set_int(complaint, CARE_COMPLAINT_CUSTOMER, care_record_id(customer));
    care_record_set_int(complaint, CARE_COMPLAINT_JOB, care_record_id(job));
    care_record_set_text(complaint, CARE_COMPLAINT_WORDS, "It leaks again");
    shop_save(shop, complaint);
    return complaint;
}

/* What was agreed for the job, billed. */
static inline CareRecord *
shop_issue_for(Shop *shop, CareRecord *job)
{
    g_autoptr(CareRecord) ready = shop_move(shop, job, "ready");
    g_autoptr(GError) error = NULL;
    g_autoptr(CareRecord) draft
        = care_invoice_draft_from_job(care_store_reader(shop->store), care_record_id(job), &error);
    CareRecord *issued;

    g_assert_no_error(error);
    shop_save(shop, draft);
    issued = care_invoice_issue_now(shop->store, care_record_id(draft), &error);
    g_assert_no_error(error);
    return issued;
}

static inline CareRecord *
shop_add_issued(Shop *shop, CareRecord *customer, CareMoney *payable)
{
    g_autoptr(CareRecord) job = shop_add_job(shop, customer, NULL);
    CareRecord *issued = shop_issue_for(shop, job);

    *payable = care_record_int(issued, CARE_INVOICE_PAYABLE);
    return issued;
}

static inline CareRecord *
shop_add_payment(Shop *shop, CareRecord *invoice, CareMoney amount)
{
    CareRecord *payment = CARE_RECORD(care_payment_new());

    care_record_set_int(payment, CARE_PAYMENT_INVOICE, care_record_id(invoice));
    care_record_set_int(payment, CARE_PAYMENT_AMOUNT, amount);
    shop_save(shop, payment);
    return payment;
}

static inline void
shop_assert_paid(Shop *shop, CareRecord *invoice, const char *state, CareMoney paid)
{
    g_autoptr(CareRecord) now = shop_stored(shop, invoice);
    g_autoptr(CareVerification) verification = care_verify(shop->store, NULL);

    g_assert_cmpstr(care_record_text(now, CARE_INVOICE_STATE), ==, state);
    g_assert_cmpint(care_record_int(now, CARE_INVOICE_PAID), ==, paid);
    g_assert_cmpuint(verification->problems->len, ==, 0);
}
