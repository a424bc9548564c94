/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "service/invoices/payment-check.h"

#include <glib/gi18n-lib.h>

#include "core/errors.h"
#include "model/invoice.h"
#include "model/payment.h"
#include "service/invoices/invoice-account.h"
#include "store/named-query.h"

/* The first schema under which was asked when money moved, and how much may go back. */
#define SCHEMA_THAT_ASKED 2

static gboolean
refuse(GError **error, CareError code, const char *sentence)
{
    g_set_error_literal(error, CARE_ERROR, code, sentence);
    return FALSE;
}

gboolean
care_payment_check_paid(CareRecord *payment, CareRecord *invoice, GError **error)
{
    if (!care_record_is_set(invoice, CARE_INVOICE_NUMBER))
        return refuse(error, CARE_ERROR_REFUSED,
                      _("A draft cannot be paid. Nothing was changed; issue the invoice first."));
    if (care_record_int(payment, CARE_PAYMENT_AMOUNT) == 0)
        return refuse(error, CARE_ERROR_INPUT, _("A payment of nothing is no payment. Nothing was changed."));
    return TRUE;
}

gboolean
care_payment_check_day(CareDate last, CareRecord *payment, CareRecord *invoice, GError **error)
{
    CareDate date = care_record_date(payment, CARE_PAYMENT_DATE);

    if (!care_date_is_set(date)) /* what is no date, the record's own check tells */
        return TRUE;
    if (care_date_compare(date, last) > 0)
        return refuse(error, CARE_ERROR_INPUT,
                      _("This day is still to come. Nothing was changed; record a payment once the money has "
                        "moved."));
    if (care_date_compare(date, care_record_date(invoice, CARE_INVOICE_ISSUED)) < 0)
        return refuse(error, CARE_ERROR_INPUT,
                      _("This day is before the invoice was issued. Nothing was changed; use the day of the "
                        "invoice or a later one."));
    return TRUE;
}

gboolean
care_payment_is_overdrawn(CareConnection *connection, CareId account, gboolean *overdrawn, GError **error)
{
    gint64 answer = 0;

    if (!care_query_int(connection, "invoices/is-overdrawn", &answer, error, "i", account))
        return FALSE;
    *overdrawn = answer != 0;
    return TRUE;
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

/* Of a credit note, money goes back; of an invoice, no more than there was. */
static gboolean
check_sums(CareTransaction *transaction, CareRecord *payment, CareRecord *invoice, int schema, GError **error)
{
    gboolean overdrawn = FALSE;

    if (care_record_int(payment, CARE_PAYMENT_AMOUNT) > 0)
        return !care_invoice_is_credit(invoice)
               || refuse(error, CARE_ERROR_REFUSED, _("Of a credit note, money goes back and not in."));
    if (schema < SCHEMA_THAT_ASKED)
        return TRUE;
    return care_payment_is_overdrawn(care_transaction_connection(transaction), care_invoice_account(invoice),
                                     &overdrawn, error)
           && (!overdrawn || refuse(error, CARE_ERROR_REFUSED, _("More went back than was paid.")));
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
               || refuse(error, CARE_ERROR_REFUSED,
                         _("It was used for another invoice, and what came in there does not fit it.")));
}

/* Not even deleted. */
static gboolean
check_not_alone(CareRecord *payment, GError **error)
{
    return care_record_int(payment, CARE_PAYMENT_CARRIED) == 0
           || care_record_int(payment, CARE_PAYMENT_CARRIED) != care_record_id(payment)
           || refuse(error, CARE_ERROR_REFUSED,
                     _("It was used for another invoice, and what came in there does not fit it."));
}

static gboolean
check_owner(CareRecord *payment, CareRecord *invoice, GError **error)
{
    if (care_record_is_set(payment, CARE_PAYMENT_CURRENCY)
        && g_strcmp0(care_record_text(payment, CARE_PAYMENT_CURRENCY),
                     care_record_text(invoice, CARE_INVOICE_CURRENCY))
               != 0)
        return refuse(error, CARE_ERROR_REFUSED,
                      _("It is in another currency than the invoice that it pays."));
    return care_record_int(payment, CARE_PAYMENT_CUSTOMER) == care_record_int(invoice, CARE_INVOICE_CUSTOMER)
           || refuse(error, CARE_ERROR_REFUSED, _("It is another customer's than the invoice that it pays."));
}

gboolean
care_payment_check_restored(CareTransaction *transaction, CareRecord *payment, int schema, GError **error)
{
    /* an export comes from where the day may have begun already */
    CareDate last = care_date_add_days(care_transaction_today(transaction), 1);
    g_autoptr(CareRecord) invoice = care_transaction_load(
        transaction, &care_invoice_kind, care_record_int(payment, CARE_PAYMENT_INVOICE), error);

    return invoice != NULL && care_payment_check_paid(payment, invoice, error)
           && check_owner(payment, invoice, error) && check_not_alone(payment, error)
           && (schema < SCHEMA_THAT_ASKED || care_payment_check_day(last, payment, invoice, error))
           && (care_record_stamp(payment).deleted != 0
               || (check_sums(transaction, payment, invoice, schema, error)
                   && check_half(transaction, payment, error)));
}
