/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "service/invoices/payment-check.h"

#include <glib/gi18n-lib.h>

#include "core/errors.h"
#include "model/invoice.h"
#include "model/payment.h"
#include "service/flow-times.h"
#include "service/invoices/invoice-account.h"
#include "store/named-query.h"

static gboolean
is_of_draft(CareRecord *invoice)
{
    return !care_record_is_set(invoice, CARE_INVOICE_NUMBER);
}

static gboolean
is_of_nothing(CareRecord *payment)
{
    return care_record_int(payment, CARE_PAYMENT_AMOUNT) == 0;
}

gboolean
care_payment_check_paid(CareRecord *payment, CareRecord *invoice, GError **error)
{
    if (is_of_draft(invoice))
        return care_refuse(error, CARE_ERROR_REFUSED,
                           _("A draft cannot be paid. Nothing was changed; issue the invoice first."));
    if (is_of_nothing(payment))
        return care_refuse(error, CARE_ERROR_INPUT,
                           _("A payment of nothing is no payment. Nothing was changed."));
    return TRUE;
}

static gboolean
is_late(CareRecord *payment, CareDate last)
{
    return care_date_compare(care_record_date(payment, CARE_PAYMENT_DATE), last) > 0;
}

static gboolean
is_early(CareRecord *payment, CareRecord *invoice)
{
    return care_date_compare(care_record_date(payment, CARE_PAYMENT_DATE),
                             care_record_date(invoice, CARE_INVOICE_ISSUED))
           < 0;
}

/* What is no date, the record's own check tells. */
static gboolean
has_day(CareRecord *payment)
{
    return care_date_is_set(care_record_date(payment, CARE_PAYMENT_DATE));
}

gboolean
care_payment_check_day(CareDate last, CareRecord *payment, CareRecord *invoice, GError **error)
{
    if (!has_day(payment))
        return TRUE;
    if (is_late(payment, last))
        return care_refuse(
            error, CARE_ERROR_INPUT,
            _("This day is still to come. Nothing was changed; record a payment once the money has "
              "moved."));
    if (is_early(payment, invoice))
        return care_refuse(
            error, CARE_ERROR_INPUT,
            _("This day is before the invoice was issued. Nothing was changed; use the day of the "
              "invoice or a later one."));
    return TRUE;
}

gboolean
care_payment_check_comes_in(CareRecord *payment, CareRecord *invoice, GError **error)
{
    return care_record_int(payment, CARE_PAYMENT_AMOUNT) <= 0
           || !care_invoice_state_is(care_record_text(invoice, CARE_INVOICE_STATE), CARE_BILL_CANCELLED)
           || care_refuse(error, CARE_ERROR_REFUSED,
                          _("This invoice was cancelled; nothing is owed for it. Nothing was changed."));
}

gboolean
care_payment_read_room(CareConnection *connection, CareId account, gboolean goes_back, CareMoney *room,
                       GError **error)
{
    CareBalance balance;

    if (!care_invoice_read_balance(connection, account, &balance, error))
        return FALSE;
    *room = balance.paid - (goes_back ? balance.owed : MIN(0, balance.owed));
    return TRUE;
}

/* Of a refund, most is what it could be at most. A payment that is to be less, or gone, is kept by the refunds that are
 * there already. */
static gboolean
refuse_refund(CareRecord *invoice, CareMoney refund, CareMoney most, GError **error)
{
    g_autofree char *amount = NULL;

    if (refund >= 0)
        return care_refuse(
            error, CARE_ERROR_REFUSED,
            _("Some of this money was paid back already. Nothing was changed; change or remove what "
              "was paid back first."));
    if (most <= 0)
        return care_refuse(error, CARE_ERROR_REFUSED,
                           _("There is nothing to pay back on it. Nothing was changed."));
    amount = care_money_format(most, care_record_text(invoice, CARE_INVOICE_CURRENCY));
    g_set_error(error, CARE_ERROR, CARE_ERROR_REFUSED,
                /* Translators: %s is an amount */
                _("Only %s can be paid back on it. Nothing was changed."), amount);
    return FALSE;
}

gboolean
care_payment_check_room(CareConnection *connection, CareRecord *invoice, CareMoney mine, GError **error)
{
    CareMoney room = 0;

    return care_payment_read_room(connection, care_invoice_account(invoice), mine < 0, &room, error)
           && (room >= 0 || refuse_refund(invoice, mine, room - mine, error));
}

gboolean
care_payment_check_went_back_after(CareConnection *connection, CareRecord *payment, CareRecord *invoice,
                                   GError **error)
{
    g_autofree char *day = care_date_to_string(care_record_date(payment, CARE_PAYMENT_DATE));
    CareMoney least = 0;

    if (!care_query_int(connection, "invoices/least-to-pay-back", &least, error, "is",
                        care_invoice_account(invoice), day))
        return FALSE;
    return least >= 0
           || care_refuse(
               error, CARE_ERROR_INPUT,
               _("On this day there was not so much to pay back yet. Nothing was changed; use the day on "
                 "which the money went back."));
}

gboolean
care_payment_half_fits(CareConnection *connection, CareId payment, gboolean *fits, GError **error)
{
    gint64 answer = 0;

    if (!care_query_int(connection, "invoices/half-fits", &answer, error, "i", payment))
        return FALSE;
    *fits = answer != 0;
    return TRUE;
}

static gboolean
check_went_back(CareTransaction *transaction, CareRecord *invoice, GError **error)
{
    CareMoney room = 0;

    return care_payment_read_room(care_transaction_connection(transaction), care_invoice_account(invoice),
                                  FALSE, &room, error)
           && (room >= 0 || care_refuse(error, CARE_ERROR_REFUSED, _("More went back than was paid.")));
}

/* Schema 1 did not ask it. */
static gboolean
check_sums(CareTransaction *transaction, CareRecord *payment, CareRecord *invoice, int schema, GError **error)
{
    return schema < CARE_SCHEMA_THAT_ASKED || care_record_int(payment, CARE_PAYMENT_AMOUNT) > 0
           || check_went_back(transaction, invoice, error);
}

static gboolean
check_half(CareTransaction *transaction, CareRecord *payment, GError **error)
{
    gboolean fits = FALSE;

    if (!care_record_is_set(payment, CARE_PAYMENT_CARRIED))
        return TRUE;
    return care_payment_half_fits(care_transaction_connection(transaction), care_record_id(payment), &fits,
                                  error)
           && (fits
               || care_refuse(error, CARE_ERROR_REFUSED,
                              _("It was used for another invoice, and what came in there does not fit it.")));
}

/* Not even deleted. */
static gboolean
check_not_alone(CareRecord *payment, GError **error)
{
    return care_record_int(payment, CARE_PAYMENT_CARRIED) == 0
           || care_record_int(payment, CARE_PAYMENT_CARRIED) != care_record_id(payment)
           || care_refuse(error, CARE_ERROR_REFUSED,
                          _("It was used for another invoice, and what came in there does not fit it."));
}

static gboolean
check_owner(CareRecord *payment, CareRecord *invoice, GError **error)
{
    if (care_record_is_set(payment, CARE_PAYMENT_CURRENCY)
        && g_strcmp0(care_record_text(payment, CARE_PAYMENT_CURRENCY),
                     care_record_text(invoice, CARE_INVOICE_CURRENCY))
               != 0)
        return care_refuse(error, CARE_ERROR_REFUSED,
                           _("The payment is in another currency than the invoice that it pays."));
    return care_record_int(payment, CARE_PAYMENT_CUSTOMER) == care_record_int(invoice, CARE_INVOICE_CUSTOMER)
           || care_refuse(error, CARE_ERROR_REFUSED,
                          _("The payment is another customer’s than the invoice that it pays."));
}

static gboolean
check_of_something(CareRecord *payment, CareRecord *invoice, GError **error)
{
    if (is_of_draft(invoice))
        return care_refuse(error, CARE_ERROR_REFUSED, _("The payment is of a draft, which cannot be paid."));
    if (is_of_nothing(payment))
        return care_refuse(error, CARE_ERROR_REFUSED, _("The payment is of nothing."));
    return care_record_stamp(payment).deleted != 0 || !care_invoice_is_credit(invoice)
           || care_record_int(payment, CARE_PAYMENT_AMOUNT) < 0
           || care_refuse(error, CARE_ERROR_REFUSED,
                          _("The payment came in on a credit note, of which money goes back."));
}

static gboolean
check_its_day(CareRecord *payment, CareRecord *invoice, CareDate last, GError **error)
{
    if (!has_day(payment))
        return TRUE;
    if (is_late(payment, last))
        return care_refuse(error, CARE_ERROR_REFUSED, _("The payment bears a day that is still to come."));
    return !is_early(payment, invoice)
           || care_refuse(error, CARE_ERROR_REFUSED,
                          _("The payment bears a day before that of its invoice."));
}

gboolean
care_payment_check_alone(CareRecord *payment, CareRecord *invoice, const CareAsked *asked, GError **error)
{
    return check_of_something(payment, invoice, error) && check_owner(payment, invoice, error)
           && check_not_alone(payment, error)
           && (asked->schema < CARE_SCHEMA_THAT_ASKED
               || check_its_day(payment, invoice, care_flow_last_day(payment, asked->today), error));
}

gboolean
care_payment_check_restored(CareTransaction *transaction, CareRecord *payment, int schema, GError **error)
{
    const CareAsked asked
        = { care_transaction_shop(transaction)->currency, schema, care_transaction_today(transaction) };
    g_autoptr(CareRecord) invoice = care_transaction_load(
        transaction, &care_invoice_kind, care_record_int(payment, CARE_PAYMENT_INVOICE), error);

    return invoice != NULL && care_payment_check_alone(payment, invoice, &asked, error)
           && (care_record_stamp(payment).deleted != 0
               || (check_sums(transaction, payment, invoice, schema, error)
                   && check_half(transaction, payment, error)));
}

gboolean
care_payment_check_onto(CareTransaction *transaction, CareRecord *payment, gboolean own, GError **error)
{
    CareMoney amount = care_record_int(payment, CARE_PAYMENT_AMOUNT);
    g_autoptr(CareRecord) invoice = NULL;

    if (care_record_stamp(payment).deleted != 0) /* asked when it is brought back */
        return TRUE;
    invoice = care_transaction_load(transaction, &care_invoice_kind,
                                    care_record_int(payment, CARE_PAYMENT_INVOICE), error);
    return invoice != NULL && care_payment_check_comes_in(payment, invoice, error)
           && (amount > 0
               || (own ? care_payment_check_room(care_transaction_connection(transaction), invoice, amount,
                                                 error)
                       : check_went_back(transaction, invoice, error)));
}
