/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
/* Money that a customer has with the shop pays another invoice. */
#include "service/invoices/carry-over.h"

#include <glib/gi18n-lib.h>

#include "core/errors.h"
#include "model/invoice.h"
#include "model/payment.h"
#include "service/flow.h"
#include "service/invoices/invoice-account.h"

typedef struct {
    CareId from, to;
} CarryOver;

static CareRecord *
payment_new(CareRecord *invoice, CareMoney amount, const char *note)
{
    CareRecord *payment = CARE_RECORD(care_payment_new());

    care_record_set_int(payment, CARE_PAYMENT_INVOICE, care_record_id(invoice));
    care_record_set_int(payment, CARE_PAYMENT_AMOUNT, amount);
    care_record_set_text(payment, CARE_PAYMENT_METHOD, care_payment_method_word(CARE_METHOD_CARRIED));
    care_record_set_text(payment, CARE_PAYMENT_NOTE, note);
    return payment;
}

/* Each knows the other, so that one does not go or come back alone. */
static gboolean
save_both(CareTransaction *transaction, CareRecord *out, CareRecord *in, GError **error)
{
    if (!care_flow_save(transaction, out, NULL, error))
        return FALSE;
    care_record_set_int(in, CARE_PAYMENT_CARRIED, care_record_id(out));
    if (!care_flow_save(transaction, in, NULL, error))
        return FALSE;
    care_record_set_int(out, CARE_PAYMENT_CARRIED, care_record_id(in));
    return care_flow_save(transaction, out, NULL, error);
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

static CareRecord *
move(CareTransaction *transaction, CareRecord *from, CareRecord *to, CareMoney amount, GError **error)
{
    /* Translators: %s is the number of an invoice */
    g_autofree char *for_what
        = g_strdup_printf(_("Used for invoice %s"), care_record_text(to, CARE_INVOICE_NUMBER));
    g_autofree char *from_what
        = g_strdup_printf(_("From invoice %s"), care_record_text(from, CARE_INVOICE_NUMBER));
    g_autoptr(CareRecord) out = payment_new(from, -amount, for_what);
    g_autoptr(CareRecord) in = payment_new(to, amount, from_what);

    return save_both(transaction, out, in, error) ? g_steal_pointer(&in) : NULL;
}

static gpointer
carry_closure(CareTransaction *transaction, gpointer data, GError **error)
{
    const CarryOver *carry = data;
    g_autoptr(CareRecord) from = care_transaction_load(transaction, &care_invoice_kind, carry->from, error);
    g_autoptr(CareRecord) to
        = from != NULL ? care_transaction_load(transaction, &care_invoice_kind, carry->to, error) : NULL;
    CareBalance balance;
    CareMoney amount;

    if (to == NULL
        || !care_invoice_read_balance(care_transaction_connection(transaction), care_invoice_account(from),
                                      &balance, error))
        return NULL;
    amount = MIN(balance.paid - balance.owed, care_invoice_open(to));
    return check(from, to, amount, error) ? move(transaction, from, to, amount, error) : NULL;
}

CareRecord *
care_payment_carry_over_now(CareStore *store, CareId from, CareId to, GError **error)
{
    CarryOver carry = { from, to };

    return care_store_run(store, carry_closure, &carry, g_object_unref, error);
}

void
care_payment_carry_over_async(CareStore *store, CareId from, CareId to, GAsyncReadyCallback callback,
                              gpointer user_data)
{
    CarryOver carry = { from, to };

    care_store_run_async(store, carry_closure, g_memdup2(&carry, sizeof carry), g_free, g_object_unref,
                         callback, user_data);
}

CareRecord *
care_payment_carry_over_finish(CareStore *store, GAsyncResult *result, GError **error)
{
    return care_store_run_finish(store, result, error);
}
