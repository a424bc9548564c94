/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
/* What holds for a payment, whichever way it comes, goes or changes. */
#include "service/invoices/payment-flow.h"

#include <glib/gi18n-lib.h>

#include "core/errors.h"
#include "model/invoice.h"
#include "model/payment.h"
#include "service/flow-times.h"
#include "service/flow.h"
#include "service/invoices/invoice-account.h"
#include "service/invoices/payment-check.h"
#include "store/named-query.h"

/* What a payment does to the invoice's sum. payment is nullable: one that is not there, or deleted, does nothing. */
static CareMoney
part_of(CareRecord *payment, CareId invoice)
{
    if (payment == NULL || care_record_stamp(payment).deleted != 0
        || care_record_int(payment, CARE_PAYMENT_INVOICE) != invoice)
        return 0;
    return care_record_int(payment, CARE_PAYMENT_AMOUNT);
}

static gboolean
comes_back(CareRecord *payment, CareRecord *old)
{
    return care_record_stamp(old).deleted != 0 && care_record_stamp(payment).deleted == 0;
}

/* Before the write: the sum of what came in has to have room. What may go back is checked after it. What is brought back came
 * in, and is owed to the customer where the invoice was cancelled: it could be entered in no other way. */
static gboolean
check_amount(CareTransaction *transaction, CareRecord *payment, CareRecord *invoice, CareRecord *old,
             GError **error)
{
    CareMoney amount = care_record_int(payment, CARE_PAYMENT_AMOUNT), sum = 0;
    CareId id = care_record_id(invoice);

    if (amount <= 0)
        return TRUE;
    return ((old != NULL && comes_back(payment, old)) || care_payment_check_comes_in(payment, invoice, error))
           && care_query_int(care_transaction_connection(transaction), "invoices/sum-of-payments", &sum,
                             error, "i", id)
           && care_money_add(&sum, -part_of(old, id), error) && care_money_add(&sum, amount, error);
}

/* After any write: on no invoice did more go back than may. now and old are nullable; what takes nothing from the invoice
 * is let through, so that sums of older versions can be mended. A refund that is brought back is asked like a new one: what
 * it came out of may have been used meanwhile. */
static gboolean
check_room(CareTransaction *transaction, CareId id, CareRecord *now, CareRecord *old, GError **error)
{
    g_autoptr(CareRecord) invoice = NULL;
    CareMoney mine = part_of(now, id);

    if (mine >= part_of(old, id))
        return TRUE;
    invoice = care_transaction_load(transaction, &care_invoice_kind, id, error);
    return invoice != NULL
           && care_payment_check_room(care_transaction_connection(transaction), invoice, mine, error);
}

/* Amounts are of the invoice's currency. Of that which it leaves, the books are in order too. */
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
    if (g_strcmp0(care_record_text(before, CARE_INVOICE_CURRENCY),
                  care_record_text(invoice, CARE_INVOICE_CURRENCY))
        != 0)
        return care_refuse(error, CARE_ERROR_REFUSED,
                           _("The two invoices have different currencies. Nothing was changed."));
    return care_invoice_check_books(transaction, before, 0, error);
}

static gboolean
changes(CareRecord *payment, CareRecord *old, int field)
{
    return old == NULL || comes_back(payment, old)
           || !care_record_field_equal(payment, old, CARE_PAYMENT_INVOICE)
           || !care_record_field_equal(payment, old, field);
}

/* A day that is corrected to a later one does not leave behind what went back of the money. That it turned out to be less is
 * another matter: what went back stays what happened. */
static gboolean
check_came_before(CareTransaction *transaction, CareRecord *payment, CareRecord *old, GError **error)
{
    g_autofree char *before
        = old != NULL ? care_date_to_string(care_record_date(old, CARE_PAYMENT_DATE)) : NULL;
    g_autoptr(CareRecord) invoice = NULL;
    CareMoney least = 0;

    if (before == NULL || care_record_int(payment, CARE_PAYMENT_AMOUNT) < 0
        || care_date_compare(care_record_date(payment, CARE_PAYMENT_DATE),
                             care_record_date(old, CARE_PAYMENT_DATE))
               <= 0)
        return TRUE;
    invoice = care_transaction_load(transaction, &care_invoice_kind,
                                    care_record_int(payment, CARE_PAYMENT_INVOICE), error);
    if (invoice == NULL
        || !care_query_int(care_transaction_connection(transaction), "invoices/least-left-of-money", &least,
                           error, "is", care_invoice_account(invoice), before))
        return FALSE;
    return least >= 0
           || care_refuse(
               error, CARE_ERROR_INPUT,
               _("Some of this money went back before that day. Nothing was changed; use the day on which it "
                 "came in."));
}

/* After any write: nothing went back before it came in, or was owed. */
static gboolean
check_went_back(CareTransaction *transaction, CareRecord *payment, CareRecord *old, GError **error)
{
    g_autoptr(CareRecord) invoice = NULL;

    if (care_record_int(payment, CARE_PAYMENT_AMOUNT) > 0
        || (!changes(payment, old, CARE_PAYMENT_DATE) && !changes(payment, old, CARE_PAYMENT_AMOUNT)))
        return TRUE;
    invoice = care_transaction_load(transaction, &care_invoice_kind,
                                    care_record_int(payment, CARE_PAYMENT_INVOICE), error);
    return invoice != NULL
           && care_payment_check_went_back_after(care_transaction_connection(transaction), payment, invoice,
                                                 error);
}

static gboolean
check_invoice(CareTransaction *transaction, CareRecord *payment, CareRecord *old, GError **error)
{
    g_autoptr(CareRecord) invoice = care_transaction_load(
        transaction, &care_invoice_kind, care_record_int(payment, CARE_PAYMENT_INVOICE), error);
    CareMoney amount = care_record_int(payment, CARE_PAYMENT_AMOUNT);

    if (invoice == NULL || !care_payment_check_paid(payment, invoice, error)
        || !check_currency(transaction, invoice, old, error)
        || !care_invoice_check_books(transaction, invoice, 0, error))
        return FALSE;
    /* whichever way it is written: of a credit note, money goes back */
    if (care_invoice_is_credit(invoice) && amount > 0)
        care_record_set_int(payment, CARE_PAYMENT_AMOUNT, -amount);
    care_record_set_int(payment, CARE_PAYMENT_CUSTOMER, care_record_int(invoice, CARE_INVOICE_CUSTOMER));
    care_record_set_text(payment, CARE_PAYMENT_CURRENCY, care_record_text(invoice, CARE_INVOICE_CURRENCY));
    return (!changes(payment, old, CARE_PAYMENT_DATE)
            || care_payment_check_day(care_flow_last_day_seen(transaction, old), payment, invoice, error))
           && (!changes(payment, old, CARE_PAYMENT_AMOUNT)
               || check_amount(transaction, payment, invoice, old, error));
}

/* Half of what was carried over says nothing by itself. */
static gboolean
keeps_to_its_half(CareRecord *payment, CareRecord *old, GError **error)
{
    return old == NULL || !care_record_is_set(old, CARE_PAYMENT_CARRIED) || comes_back(payment, old)
           || (care_record_field_equal(payment, old, CARE_PAYMENT_AMOUNT)
               && care_record_field_equal(payment, old, CARE_PAYMENT_INVOICE))
           || care_refuse(
               error, CARE_ERROR_REFUSED,
               _("This money was used for another invoice. Nothing was changed; delete the payment, "
                 "which takes that back, and record it anew."));
}

/* Its rules ask the invoice before its fields are looked at. */
static gboolean
check_named(CareRecord *payment, GError **error)
{
    if (care_record_is_set(payment, CARE_PAYMENT_INVOICE))
        return TRUE;
    g_set_error(error, CARE_ERROR, CARE_ERROR_INPUT, _("“%s” is missing. Nothing was changed."),
                care_field_label(&care_payment_kind.fields[CARE_PAYMENT_INVOICE]));
    return FALSE;
}

static gboolean
prepare(CareTransaction *transaction, CareRecord *payment, CareRecord *old, GError **error)
{
    if (!care_record_is_set(payment, CARE_PAYMENT_DATE))
        care_record_set_date(payment, CARE_PAYMENT_DATE, care_transaction_today(transaction));
    if (!care_record_is_set(payment, CARE_PAYMENT_AT))
        care_record_set_int(payment, CARE_PAYMENT_AT, care_transaction_now(transaction));
    return check_named(payment, error) && keeps_to_its_half(payment, old, error)
           && check_invoice(transaction, payment, old, error);
}

static gboolean
settle_its_invoice(CareTransaction *transaction, CareRecord *payment, GError **error)
{
    return care_invoice_settle(transaction, care_record_int(payment, CARE_PAYMENT_INVOICE), error);
}

static gboolean
restored(CareTransaction *transaction, CareRecord *payment, const CareKindBrought *along, GError **error)
{
    return settle_its_invoice(transaction, payment, error);
}

static gboolean
saved(CareTransaction *transaction, CareRecord *payment, CareRecord *old, GError **error)
{
    return check_room(transaction, care_record_int(payment, CARE_PAYMENT_INVOICE), payment, old, error)
           && check_went_back(transaction, payment, old, error)
           && check_came_before(transaction, payment, old, error)
           && settle_its_invoice(transaction, payment, error);
}

/* The invoice that it paid before is open again. */
static gboolean
moved(CareTransaction *transaction, CareRecord *payment, CareRecord *old, GError **error)
{
    return check_room(transaction, care_record_int(old, CARE_PAYMENT_INVOICE), payment, old, error)
           && settle_its_invoice(transaction, old, error);
}

static gboolean
check_books_without(CareTransaction *transaction, CareRecord *payment, GError **error)
{
    g_autoptr(CareRecord) invoice = care_transaction_load(
        transaction, &care_invoice_kind, care_record_int(payment, CARE_PAYMENT_INVOICE), error);

    return invoice != NULL
           && care_invoice_check_books(transaction, invoice, care_record_int(payment, CARE_PAYMENT_AMOUNT),
                                       error);
}

/* The other half goes and comes back with it. Its own turn ends it. */
static gboolean
take_half_along(CareTransaction *transaction, CareRecord *payment, gboolean back, GError **error)
{
    CareId half = care_record_int(payment, CARE_PAYMENT_CARRIED);

    if (half == 0)
        return TRUE;
    return back ? care_flow_undelete(transaction, &care_payment_kind, half, NULL, error)
                : care_flow_remove(transaction, &care_payment_kind, half, error);
}

/* For good or for thirty days, by hand, with a purge or an import that is taken back: the same is asked of all. */
static gboolean
removed(CareTransaction *transaction, CareRecord *old, GError **error)
{
    g_autoptr(GError) local = NULL;
    g_autoptr(CareRecord) now
        = care_transaction_load(transaction, &care_payment_kind, care_record_id(old), &local);

    if (now == NULL && !g_error_matches(local, CARE_ERROR, CARE_ERROR_NOT_FOUND)) {
        g_propagate_error(error, g_steal_pointer(&local));
        return FALSE;
    }
    return check_room(transaction, care_record_int(old, CARE_PAYMENT_INVOICE), now, old, error)
           && check_books_without(transaction, old, error) && settle_its_invoice(transaction, old, error)
           && (now == NULL || take_half_along(transaction, now, FALSE, error));
}

/* As an import asks of one that is there: the two halves are of each other, and both are back by now. */
static gboolean
fits_its_half(CareTransaction *transaction, CareRecord *payment, GError **error)
{
    gboolean fits = TRUE;

    return !care_record_is_set(payment, CARE_PAYMENT_CARRIED)
           || (care_payment_half_fits(care_transaction_connection(transaction), care_record_id(payment),
                                      &fits, error)
               && (fits
                   || care_refuse(
                       error, CARE_ERROR_REFUSED,
                       _("This money was used for another invoice, and what came in there does not "
                         "fit it. Nothing was changed; record the payment anew."))));
}

/* A refund comes back only onto money that is still there. old is how it was in Recently Deleted. */
static gboolean
undeleted(CareTransaction *transaction, CareRecord *old, GError **error)
{
    g_autoptr(CareRecord) now
        = care_transaction_load(transaction, &care_payment_kind, care_record_id(old), error);

    return now != NULL && check_room(transaction, care_record_int(now, CARE_PAYMENT_INVOICE), now, old, error)
           && check_went_back(transaction, now, old, error) && settle_its_invoice(transaction, now, error)
           && take_half_along(transaction, now, TRUE, error) && fits_its_half(transaction, now, error);
}

const CareKindFlow care_payment_flow = {
    .kind = &care_payment_kind,
    .prepare = prepare,
    .saved = saved,
    .moved = moved,
    .owner = CARE_PAYMENT_INVOICE,
    .removed = removed,
    .undeleted = undeleted,
    .check_restored = care_payment_check_restored,
    .restored = restored,
};
