/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
/* Payments never change the invoice; only its paid sum and its state follow from them (rules-invoices I5). */
#include "service/invoices/payment-flow.h"

#include <glib/gi18n-lib.h>

#include "core/errors.h"
#include "model/invoice.h"
#include "model/payment.h"
#include "service/flow.h"
#include "store/named-query.h"

static const char *
state_for(CareRecord *invoice, CareMoney paid)
{
    CareMoney payable = care_record_int(invoice, CARE_INVOICE_PAYABLE);

    if (paid >= payable)
        return care_invoice_state_word(CARE_BILL_PAID);
    return care_invoice_state_word(paid > 0 ? CARE_BILL_PART : CARE_BILL_ISSUED);
}

/* The invoice that a credit note corrects, else the document itself: what the two are settled together with. */
static CareId
account_of(CareRecord *document)
{
    return care_record_is_set(document, CARE_INVOICE_CORRECTS)
               ? care_record_int(document, CARE_INVOICE_CORRECTS)
               : care_record_id(document);
}

static gboolean
settle_account(CareTransaction *transaction, CareId id, GError **error)
{
    g_autoptr(CareRecord) invoice = care_transaction_load(transaction, &care_invoice_kind, id, error);
    CareMoney balance = 0;

    if (invoice == NULL
        || !care_query_int(care_transaction_connection(transaction), "invoices/balance", &balance, error, "i",
                           id))
        return FALSE;
    if (balance < 0)
        care_record_set_int(invoice, CARE_INVOICE_TO_PAY_BACK, -balance);
    else
        care_record_clear(invoice, CARE_INVOICE_TO_PAY_BACK);
    return care_flow_save(transaction, invoice, NULL, error);
}

/* Of a credit note, what went back is what was paid. Cancelled is what one corrects, however it is paid. */
gboolean
care_invoice_follow_payments(CareConnection *connection, CareRecord *invoice, GError **error)
{
    CareId id = care_record_id(invoice), note = 0;
    CareMoney paid = 0;

    if (!care_query_int(connection, "invoices/sum-of-payments", &paid, error, "i", id)
        || !care_query_int(connection, "invoices/correction", &note, error, "i", id))
        return FALSE;
    if (care_invoice_is_credit(invoice))
        paid = -paid;
    care_record_set_int(invoice, CARE_INVOICE_PAID, paid);
    care_record_set_text(invoice, CARE_INVOICE_STATE,
                         note != 0 ? care_invoice_state_word(CARE_BILL_CANCELLED) : state_for(invoice, paid));
    return TRUE;
}

gboolean
care_invoice_settle(CareTransaction *transaction, CareId id, GError **error)
{
    g_autoptr(CareRecord) invoice = care_transaction_load(transaction, &care_invoice_kind, id, error);

    return invoice != NULL
           && care_invoice_follow_payments(care_transaction_connection(transaction), invoice, error)
           && care_flow_save(transaction, invoice, NULL, error)
           && settle_account(transaction, account_of(invoice), error);
}

static gboolean
refuse(GError **error, CareError code, const char *sentence)
{
    g_set_error_literal(error, CARE_ERROR, code, sentence);
    return FALSE;
}

/* What holds for a payment whichever way it comes. */
static gboolean
check_paid(CareRecord *payment, CareRecord *invoice, GError **error)
{
    if (!care_record_is_set(invoice, CARE_INVOICE_NUMBER))
        return refuse(error, CARE_ERROR_REFUSED,
                      _("A draft cannot be paid. Nothing was changed; issue the invoice first."));
    if (care_record_int(payment, CARE_PAYMENT_AMOUNT) == 0)
        return refuse(error, CARE_ERROR_INPUT, _("A payment of nothing is no payment. Nothing was changed."));
    return TRUE;
}

/* Money is written down when it has moved: not before the paper it is for, and not for a day to come. */
static gboolean
check_day(CareTransaction *transaction, CareRecord *payment, CareRecord *invoice, GError **error)
{
    CareDate date = care_record_date(payment, CARE_PAYMENT_DATE);

    if (care_date_compare(date, care_transaction_today(transaction)) > 0)
        return refuse(error, CARE_ERROR_INPUT,
                      _("This day is still to come. Nothing was changed; record a payment once the money has "
                        "moved."));
    if (care_date_compare(date, care_record_date(invoice, CARE_INVOICE_ISSUED)) < 0)
        return refuse(error, CARE_ERROR_INPUT,
                      _("This day is before the invoice was issued. Nothing was changed; use the day of the "
                        "invoice or a later one."));
    return TRUE;
}

/* What may go back: of an invoice that stands, what was paid on it; of one that was credited, what is left of that. The
 * payment that is changed does not count; one that comes back was not counted. */
static gboolean
read_limit(CareTransaction *transaction, CareRecord *invoice, CareRecord *old, CareMoney *limit,
           GError **error)
{
    CareConnection *connection = care_transaction_connection(transaction);
    gboolean stands
        = !care_invoice_is_credit(invoice)
          && !care_invoice_state_is(care_record_text(invoice, CARE_INVOICE_STATE), CARE_BILL_CANCELLED);
    gboolean same = old != NULL && care_record_stamp(old).deleted == 0
                    && care_record_int(old, CARE_PAYMENT_INVOICE) == care_record_id(invoice);

    if (!care_query_int(connection, stands ? "invoices/sum-of-payments" : "invoices/balance", limit, error,
                        "i", stands ? care_record_id(invoice) : account_of(invoice)))
        return FALSE;
    if (!stands)
        *limit = -*limit;
    return !same || care_money_add(limit, -care_record_int(old, CARE_PAYMENT_AMOUNT), error);
}

static gboolean
check_amount(CareTransaction *transaction, CareRecord *payment, CareRecord *invoice, CareRecord *old,
             GError **error)
{
    CareMoney amount = care_record_int(payment, CARE_PAYMENT_AMOUNT), limit = 0;
    g_autofree char *most = NULL;

    if (amount > 0
        && care_invoice_state_is(care_record_text(invoice, CARE_INVOICE_STATE), CARE_BILL_CANCELLED))
        return refuse(error, CARE_ERROR_REFUSED,
                      _("This invoice was cancelled; nothing is owed for it. Nothing was changed."));
    if (!read_limit(transaction, invoice, old, &limit, error))
        return FALSE;
    if (amount > 0)
        return care_money_add(&limit, amount, error);
    if (-amount <= limit)
        return TRUE;
    if (limit <= 0)
        return refuse(error, CARE_ERROR_REFUSED,
                      _("There is nothing to pay back on it. Nothing was changed."));
    most = care_money_format(limit, care_record_text(invoice, CARE_INVOICE_CURRENCY));
    g_set_error(error, CARE_ERROR, CARE_ERROR_REFUSED,
                /* Translators: %s is an amount */
                _("Only %s can be paid back on it. Nothing was changed."), most);
    return FALSE;
}

/* Amounts are of the invoice's currency. */
static gboolean
check_currency(CareTransaction *transaction, CareRecord *invoice, CareRecord *old, GError **error)
{
    g_autoptr(CareRecord) before = NULL;

    if (old == NULL || care_record_int(old, CARE_PAYMENT_INVOICE) == care_record_id(invoice))
        return TRUE;
    before = care_transaction_load(transaction, &care_invoice_kind,
                                   care_record_int(old, CARE_PAYMENT_INVOICE), error);
    if (before == NULL)
        return FALSE;
    return g_strcmp0(care_record_text(before, CARE_INVOICE_CURRENCY),
                     care_record_text(invoice, CARE_INVOICE_CURRENCY))
               == 0
           || refuse(error, CARE_ERROR_REFUSED,
                     _("The two invoices have different currencies. Nothing was changed."));
}

static gboolean
comes_back(CareRecord *payment, CareRecord *old)
{
    return care_record_stamp(old).deleted != 0 && care_record_stamp(payment).deleted == 0;
}

static gboolean
changes(CareRecord *payment, CareRecord *old, int field)
{
    return old == NULL || comes_back(payment, old)
           || !care_record_field_equal(payment, old, CARE_PAYMENT_INVOICE)
           || !care_record_field_equal(payment, old, field);
}

static gboolean
check_invoice(CareTransaction *transaction, CareRecord *payment, CareRecord *old, GError **error)
{
    g_autoptr(CareRecord) invoice = care_transaction_load(
        transaction, &care_invoice_kind, care_record_int(payment, CARE_PAYMENT_INVOICE), error);
    CareMoney amount = care_record_int(payment, CARE_PAYMENT_AMOUNT);

    if (invoice == NULL || !check_paid(payment, invoice, error)
        || !check_currency(transaction, invoice, old, error))
        return FALSE;
    /* whichever way it is written: of a credit note, money goes back */
    if (care_invoice_is_credit(invoice) && amount > 0)
        care_record_set_int(payment, CARE_PAYMENT_AMOUNT, -amount);
    care_record_set_int(payment, CARE_PAYMENT_CUSTOMER, care_record_int(invoice, CARE_INVOICE_CUSTOMER));
    return (!changes(payment, old, CARE_PAYMENT_DATE) || check_day(transaction, payment, invoice, error))
           && (!changes(payment, old, CARE_PAYMENT_AMOUNT)
               || check_amount(transaction, payment, invoice, old, error));
}

static gboolean
prepare(CareTransaction *transaction, CareRecord *payment, CareRecord *old, GError **error)
{
    if (!care_record_is_set(payment, CARE_PAYMENT_DATE))
        care_record_set_date(payment, CARE_PAYMENT_DATE, care_transaction_today(transaction));
    if (!care_record_is_set(payment, CARE_PAYMENT_AT))
        care_record_set_int(payment, CARE_PAYMENT_AT, care_transaction_now(transaction));
    return check_invoice(transaction, payment, old, error);
}

static gboolean
settle_its_invoice(CareTransaction *transaction, CareRecord *payment, GError **error)
{
    return care_invoice_settle(transaction, care_record_int(payment, CARE_PAYMENT_INVOICE), error);
}

static gboolean
saved(CareTransaction *transaction, CareRecord *payment, CareRecord *old, GError **error)
{
    return settle_its_invoice(transaction, payment, error);
}

/* The invoice that it paid before is open again. */
static gboolean
moved(CareTransaction *transaction, CareRecord *payment, CareRecord *old, GError **error)
{
    return settle_its_invoice(transaction, old, error);
}

static gboolean
check_restored(CareTransaction *transaction, CareRecord *payment, GError **error)
{
    g_autoptr(CareRecord) invoice = care_transaction_load(
        transaction, &care_invoice_kind, care_record_int(payment, CARE_PAYMENT_INVOICE), error);

    if (invoice == NULL || !check_paid(payment, invoice, error))
        return FALSE;
    if (care_record_int(payment, CARE_PAYMENT_CUSTOMER) == care_record_int(invoice, CARE_INVOICE_CUSTOMER))
        return TRUE;
    g_set_error_literal(error, CARE_ERROR, CARE_ERROR_REFUSED,
                        _("It is another customer's than the invoice that it pays."));
    return FALSE;
}

const CareKindFlow care_payment_flow = {
    .kind = &care_payment_kind,
    .prepare = prepare,
    .saved = saved,
    .moved = moved,
    .owner = CARE_PAYMENT_INVOICE,
    .removed = settle_its_invoice,
    .undeleted = settle_its_invoice,
    .check_restored = check_restored,
    .restored = settle_its_invoice,
};
