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

gboolean
care_invoice_settle(CareTransaction *transaction, CareId id, GError **error)
{
    g_autoptr(CareRecord) invoice = care_transaction_load(transaction, &care_invoice_kind, id, error);
    CareMoney paid = 0;

    if (invoice == NULL
        || !care_query_int(care_transaction_connection(transaction), "invoices/sum-of-payments", &paid, error,
                           "i", id))
        return FALSE;
    care_record_set_int(invoice, CARE_INVOICE_PAID, paid);
    if (!care_invoice_state_is(care_record_text(invoice, CARE_INVOICE_STATE), CARE_BILL_CANCELLED))
        care_record_set_text(invoice, CARE_INVOICE_STATE, state_for(invoice, paid));
    return care_flow_save(transaction, invoice, NULL, error);
}

/* What holds for a payment whichever way it comes. */
static gboolean
check_paid(CareRecord *payment, CareRecord *invoice, GError **error)
{
    if (!care_record_is_set(invoice, CARE_INVOICE_NUMBER)) {
        g_set_error_literal(error, CARE_ERROR, CARE_ERROR_REFUSED,
                            _("A draft cannot be paid. Nothing was changed; issue the invoice first."));
        return FALSE;
    }
    if (care_record_int(payment, CARE_PAYMENT_AMOUNT) == 0) {
        g_set_error_literal(error, CARE_ERROR, CARE_ERROR_INPUT,
                            _("A payment of nothing is no payment. Nothing was changed."));
        return FALSE;
    }
    return TRUE;
}

static gboolean
check_invoice(CareTransaction *transaction, CareRecord *payment, CareRecord *old, GError **error)
{
    gboolean comes = old == NULL || !care_record_field_equal(payment, old, CARE_PAYMENT_INVOICE);
    g_autoptr(CareRecord) invoice = care_transaction_load(
        transaction, &care_invoice_kind, care_record_int(payment, CARE_PAYMENT_INVOICE), error);

    if (invoice == NULL || !check_paid(payment, invoice, error))
        return FALSE;
    if (comes && care_record_int(payment, CARE_PAYMENT_AMOUNT) > 0
        && care_invoice_state_is(care_record_text(invoice, CARE_INVOICE_STATE), CARE_BILL_CANCELLED)) {
        g_set_error_literal(error, CARE_ERROR, CARE_ERROR_REFUSED,
                            _("This invoice was cancelled; nothing is owed for it. Nothing was changed."));
        return FALSE;
    }
    care_record_set_int(payment, CARE_PAYMENT_CUSTOMER, care_record_int(invoice, CARE_INVOICE_CUSTOMER));
    return TRUE;
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
