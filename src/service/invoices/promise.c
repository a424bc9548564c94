/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "service/invoices/promise.h"

#include "model/bill/bill-totals.h"
#include "model/invoice-line.h"
#include "model/invoice.h"
#include "model/job-line.h"
#include "model/job.h"
#include "service/invoices/invoice-draft.h"
#include "service/jobs/agreement.h"
#include "store/named-query.h"
#include "store/record-sql.h"
#include "store/setting.h"

/* A hundred per cent. */
#define WHOLE (100 * CARE_DECIMAL_ONE)

static gboolean
is_net(CareRecord *record, int field)
{
    return care_price_mode_is(care_record_text(record, field), CARE_MODE_NET);
}

/* How many taxes a document rounds. */
static CareMoney
count_taxes(CareRecord *invoice)
{
    return care_record_list_length(invoice, CARE_INVOICE_VAT_BREAKDOWN);
}

/* The promise as the invoice it would have been: its tax rounds as the invoice's does. FALSE: it cannot be one. */
static gboolean
take_sums(CareConnection *connection, CareRecord *promised, CarePromise *promise)
{
    g_autoptr(CareRecord) invoice = CARE_RECORD(care_invoice_new());

    care_record_set_text(invoice, CARE_INVOICE_PRICES, care_record_text(promised, CARE_JOB_PRICES));
    care_record_set_text(invoice, CARE_INVOICE_CURRENCY, care_record_text(promised, CARE_JOB_CURRENCY));
    care_invoice_set_defaults(connection, invoice);
    for (guint i = 0; i < care_record_list_length(promised, CARE_JOB_LINES); i++)
        care_invoice_add_job_line(connection, invoice, care_record_list_item(promised, CARE_JOB_LINES, i));
    if (!care_invoice_compute(invoice, NULL))
        return FALSE;
    promise->agreed = care_record_int(invoice, CARE_INVOICE_GROSS);
    promise->agreed_net = care_record_int(invoice, CARE_INVOICE_NET);
    promise->slack -= count_taxes(invoice);
    return TRUE;
}

static gboolean
has_name(CareRecord *line, int field, const char *name)
{
    return g_strcmp0(care_record_text(line, field), name) == 0;
}

typedef struct {
    CarePromise *promise;
    const char *currency; /* of the invoice */
} Before;

static gboolean
add_gross(CareStatement *row, gpointer data, GError **error)
{
    Before *before = data;

    if (g_strcmp0(care_statement_text(row, 2), before->currency) != 0)
        before->promise->comparable = FALSE;
    before->promise->slack += care_statement_int(row, 4);
    return care_money_add(&before->promise->before, care_statement_int(row, 1), error)
           && care_money_add(&before->promise->billed_net, care_statement_int(row, 3), error);
}

/* An amount with its line's tax, in hundred-millionths of it, so that nothing is rounded before the end. */
static __int128
with_tax(CareRecord *line, CareMoney amount, gboolean gross)
{
    return (__int128)amount * (WHOLE + (gross ? 0 : care_record_int(line, CARE_INVOICE_LINE_RATE)));
}

/* Of an invoice that belongs to no job any more: what its lines say themselves. */
static void
read_from_lines(CareRecord *invoice, CarePromise *promise)
{
    gboolean gross = !care_price_mode_is(care_record_text(invoice, CARE_INVOICE_PRICES), CARE_MODE_NET);
    __int128 sum = 0;

    for (guint i = 0; i < care_record_list_length(invoice, CARE_INVOICE_LINES); i++) {
        CareRecord *line = care_record_list_item(invoice, CARE_INVOICE_LINES, i);

        promise->any = promise->any || care_record_is_set(line, CARE_INVOICE_LINE_AGREED);
        sum += with_tax(line, care_record_int(line, CARE_INVOICE_LINE_AGREED), gross);
    }
    promise->agreed = care_div_round(sum, WHOLE);
    promise->said = promise->any;
}

static gboolean
read_from_job(CareConnection *connection, CareRecord *invoice, CareRecord *job, CarePromise *promise,
              GError **error)
{
    g_autoptr(CareRecord) promised = care_job_promise_lines(job);
    const char *billed_in = care_record_text(invoice, CARE_INVOICE_CURRENCY);
    g_autofree char *shop = NULL;
    Before before = { promise, billed_in };

    if (!care_setting_find(connection, CARE_SETTING_CURRENCY, &shop, error))
        return FALSE;
    promise->any = care_record_list_length(promised, CARE_JOB_LINES) > 0;
    promise->said = promise->any && care_job_was_agreed(job);
    promise->net = is_net(promised, CARE_JOB_PRICES) && is_net(invoice, CARE_INVOICE_PRICES);
    promise->comparable = take_sums(connection, promised, promise)
                          && g_strcmp0(care_record_currency(job, shop), billed_in) == 0;
    return care_query_each(connection, "invoices/billed-before", add_gross, &before, error, "ii",
                           care_record_id(job), care_record_id(invoice));
}

gboolean
care_promise_read(CareConnection *connection, CareRecord *invoice, CarePromise *promise, GError **error)
{
    CareId id = care_record_int(invoice, CARE_INVOICE_JOB);
    g_autoptr(CareRecord) job = NULL;

    *promise = (CarePromise){ .comparable = TRUE,
                              .billed = care_record_int(invoice, CARE_INVOICE_GROSS),
                              .billed_net = care_record_int(invoice, CARE_INVOICE_NET),
                              .slack = count_taxes(invoice) };
    if (id == 0) {
        read_from_lines(invoice, promise);
        return TRUE;
    }
    job = care_record_load(connection, &care_job_kind, id, error);
    return job != NULL && read_from_job(connection, invoice, job, promise, error);
}

/* With a higher tax, as much as was agreed comes to more. */
static gboolean
is_above(const CarePromise *promise, CareMoney all)
{
    CareMoney most;

    if (!promise->net)
        return all > promise->agreed;
    return promise->billed_net > promise->agreed_net
           || __builtin_add_overflow(promise->agreed, MAX(0, promise->slack), &most) || all > most;
}

gboolean
care_promise_is_exceeded(const CarePromise *promise)
{
    CareMoney all;

    if (!promise->any)
        return promise->before > 0 && promise->billed > 0;
    return !promise->comparable || __builtin_add_overflow(promise->billed, promise->before, &all)
           || is_above(promise, all);
}

static gboolean
is_more(CareRecord *now, CareRecord *before, int field)
{
    return care_record_int(now, field) > care_record_int(before, field);
}

gboolean
care_promise_drop_stale_consent(CareConnection *connection, CareRecord *before, CareRecord *now,
                                GError **error)
{
    static const int fields[]
        = { CARE_INVOICE_CONSENT_AT, CARE_INVOICE_CONSENT_BY, CARE_INVOICE_CONSENT_HOW };
    CarePromise promise;

    for (gsize i = 0; i < G_N_ELEMENTS(fields); i++)
        if (!care_record_field_equal(before, now, fields[i]))
            return TRUE;
    if (!care_record_is_set(now, CARE_INVOICE_CONSENT_AT)
        || (!is_more(now, before, CARE_INVOICE_GROSS) && !is_more(now, before, CARE_INVOICE_NET)
            && care_record_field_equal(before, now, CARE_INVOICE_CURRENCY)))
        return TRUE;
    if (!care_promise_read(connection, now, &promise, error))
        return FALSE;
    if (!care_promise_is_exceeded(&promise))
        return TRUE;
    for (gsize i = 0; i < G_N_ELEMENTS(fields); i++)
        care_record_clear(now, fields[i]);
    return TRUE;
}

static CareMoney
amount_of(CareRecord *line, const char *currency)
{
    __int128 product = (__int128)care_record_int(line, CARE_JOB_LINE_QUANTITY)
                       * care_record_int(line, CARE_JOB_LINE_PRICE);
    CareMoney amount = 0;

    return care_money_of_product(product, currency, &amount) ? amount : 0;
}

void
care_promise_mark_lines(CareRecord *invoice, CareRecord *job)
{
    g_autoptr(CareRecord) promised = care_job_promise_lines(job);
    const char *currency = care_record_text(invoice, CARE_INVOICE_CURRENCY);
    g_autoptr(GHashTable) taken = g_hash_table_new(NULL, NULL);

    for (guint i = 0; i < care_record_list_length(promised, CARE_JOB_LINES); i++) {
        CareRecord *from = care_record_list_item(promised, CARE_JOB_LINES, i);

        for (guint j = 0; j < care_record_list_length(invoice, CARE_INVOICE_LINES); j++) {
            CareRecord *line = care_record_list_item(invoice, CARE_INVOICE_LINES, j);

            if (g_hash_table_contains(taken, line)
                || !has_name(line, CARE_INVOICE_LINE_NAME, care_record_text(from, CARE_JOB_LINE_NAME)))
                continue;
            care_record_set_int(line, CARE_INVOICE_LINE_AGREED, amount_of(from, currency));
            g_hash_table_add(taken, line);
            break;
        }
    }
    care_promise_convert_lines(invoice, care_record_text(promised, CARE_JOB_PRICES));
}

void
care_promise_convert_lines(CareRecord *invoice, const char *from)
{
    gboolean net = care_price_mode_is(care_record_text(invoice, CARE_INVOICE_PRICES), CARE_MODE_NET);

    if (from == NULL || g_strcmp0(care_record_text(invoice, CARE_INVOICE_PRICES), from) == 0)
        return;
    for (guint i = 0; i < care_record_list_length(invoice, CARE_INVOICE_LINES); i++) {
        CareRecord *line = care_record_list_item(invoice, CARE_INVOICE_LINES, i);
        CareMoney agreed = care_record_int(line, CARE_INVOICE_LINE_AGREED);
        CareDecimal rate = care_record_int(line, CARE_INVOICE_LINE_RATE);

        if (care_record_is_set(line, CARE_INVOICE_LINE_AGREED))
            care_record_set_int(line, CARE_INVOICE_LINE_AGREED,
                                net ? care_money_without_tax(agreed, rate)
                                    : care_money_with_tax(agreed, rate));
    }
}

gboolean
care_invoice_compare(CareConnection *connection, CareRecord *invoice, CareMoney *agreed, CareMoney *billed)
{
    CarePromise promise;
    gboolean read = care_promise_read(connection, invoice, &promise, NULL);

    *agreed = promise.agreed;
    if (__builtin_add_overflow(promise.billed, promise.before, billed))
        *billed = G_MAXINT64;
    /* a minor unit above the price is one, though the taxes of several documents came to one less */
    if (promise.net && promise.comparable)
        *billed = MAX(*billed, *agreed + (promise.billed_net - promise.agreed_net));
    return read && promise.any;
}
