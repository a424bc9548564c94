/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
/* Money that a customer has with the shop pays another invoice. */
#include <glib/gi18n-lib.h>

#include "core/errors.h"
#include "model/invoice.h"
#include "model/payment.h"
#include "service/flow.h"
#include "service/invoices/payment-flow.h"
#include "store/named-query.h"

typedef struct {
    CareId from, to;
} CarryOver;

/* other: the number of the document at the other end. */
static gboolean
add_payment(CareTransaction *transaction, CareRecord *invoice, CareMoney amount, const char *note,
            GError **error)
{
    g_autoptr(CareRecord) payment = CARE_RECORD(care_payment_new());

    care_record_set_int(payment, CARE_PAYMENT_INVOICE, care_record_id(invoice));
    care_record_set_int(payment, CARE_PAYMENT_AMOUNT, amount);
    care_record_set_text(payment, CARE_PAYMENT_METHOD, care_payment_method_word(CARE_METHOD_CARRIED));
    care_record_set_text(payment, CARE_PAYMENT_NOTE, note);
    return care_flow_save(transaction, payment, NULL, error);
}

static gboolean
check(CareRecord *from, CareRecord *to, CareMoney amount, GError **error)
{
    if (care_record_field_equal(from, to, CARE_INVOICE_CUSTOMER)
        && care_record_field_equal(from, to, CARE_INVOICE_CURRENCY) && amount > 0)
        return TRUE;
    g_set_error_literal(error, CARE_ERROR, CARE_ERROR_REFUSED,
                        _("There is nothing that could be used for this invoice. Nothing was changed."));
    return FALSE;
}

static gboolean
carry_over(CareTransaction *transaction, const CarryOver *carry, GError **error)
{
    g_autoptr(CareRecord) from = care_transaction_load(transaction, &care_invoice_kind, carry->from, error);
    g_autoptr(CareRecord) to
        = from != NULL ? care_transaction_load(transaction, &care_invoice_kind, carry->to, error) : NULL;
    CareMoney balance = 0, amount;
    g_autofree char *out = NULL;
    g_autofree char *in = NULL;

    if (to == NULL
        || !care_query_int(care_transaction_connection(transaction), "invoices/balance", &balance, error, "i",
                           care_record_is_set(from, CARE_INVOICE_CORRECTS)
                               ? care_record_int(from, CARE_INVOICE_CORRECTS)
                               : carry->from))
        return FALSE;
    amount = MIN(-balance, care_invoice_open(to));
    if (!check(from, to, amount, error))
        return FALSE;
    /* Translators: %s is the number of an invoice */
    out = g_strdup_printf(_("Used for invoice %s"), care_record_text(to, CARE_INVOICE_NUMBER));
    in = g_strdup_printf(_("From invoice %s"), care_record_text(from, CARE_INVOICE_NUMBER));
    return add_payment(transaction, from, -amount, out, error)
           && add_payment(transaction, to, amount, in, error);
}

static gpointer
carry_closure(CareTransaction *transaction, gpointer data, GError **error)
{
    return carry_over(transaction, data, error) ? GINT_TO_POINTER(TRUE) : NULL;
}

void
care_payment_carry_over_async(CareStore *store, CareId from, CareId to, GAsyncReadyCallback callback,
                              gpointer user_data)
{
    CarryOver carry = { from, to };

    care_store_run_async(store, carry_closure, g_memdup2(&carry, sizeof carry), g_free, NULL, callback,
                         user_data);
}

gboolean
care_payment_carry_over_finish(CareStore *store, GAsyncResult *result, GError **error)
{
    return care_store_run_finish(store, result, error) != NULL;
}
