/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/invoices/invoice-pay-back.h"

#include "model/invoice.h"
#include "model/payment.h"
#include "service/invoices/carry-over.h"
#include "ui/invoices/invoice-words.h"
#include "ui/invoices/payment-dialog.h"
#include "ui/invoices/payment-undo.h"
#include "ui/kit/toast.h"

static CareRecord *
account_of(CareStore *store, CareRecord *invoice)
{
    return care_record_is_set(invoice, CARE_INVOICE_CORRECTS)
               ? care_store_get(store, &care_invoice_kind, care_record_int(invoice, CARE_INVOICE_CORRECTS),
                                NULL)
               : g_object_ref(invoice);
}

CareMoney
care_invoice_to_pay_back(CareStore *store, CareRecord *invoice)
{
    g_autoptr(CareRecord) account = account_of(store, invoice);

    return account ? care_record_int(account, CARE_INVOICE_TO_PAY_BACK) : 0;
}

void
care_invoice_pay_back(GtkWidget *parent, CareContext *context, CareRecord *invoice)
{
    CareMoney back = care_invoice_to_pay_back(care_context_get_store(context), invoice);

    if (back > 0)
        care_payment_dialog_present(parent, context, invoice, back);
}

CareRecord *
care_invoice_carry_target(CareStore *store, CareRecord *invoice)
{
    g_autoptr(GPtrArray) open = NULL;

    if (care_invoice_to_pay_back(store, invoice) <= 0)
        return NULL;
    open = care_store_query(store, &care_invoice_kind, NULL, "invoices/account", "i",
                            care_record_int(invoice, CARE_INVOICE_CUSTOMER));
    for (guint i = 0; open && i < open->len; i++)
        if (care_invoice_open(open->pdata[i]) > 0
            && care_record_field_equal(open->pdata[i], invoice, CARE_INVOICE_CURRENCY))
            return g_object_ref(open->pdata[i]);
    return NULL;
}

/* What was open of the other invoice, which is asked of anew when it is done again. */
static CareMoney
open_before(CareStore *store, CareRecord *payment)
{
    g_autoptr(CareRecord) paid
        = care_store_get(store, &care_invoice_kind, care_record_int(payment, CARE_PAYMENT_INVOICE), NULL);

    return (paid ? care_invoice_open(paid) : 0) + care_record_int(payment, CARE_PAYMENT_AMOUNT);
}

static void
on_carried(GObject *source, GAsyncResult *result, gpointer data)
{
    g_autoptr(GtkWidget) widget = data;
    g_autoptr(GError) error = NULL;
    g_autoptr(CareRecord) payment = care_payment_carry_over_finish(CARE_STORE(source), result, &error);

    if (payment) /* the other half comes and goes with it */
        care_payment_offer_undo(widget, CARE_STORE(source), payment,
                                open_before(CARE_STORE(source), payment));
    else
        care_toast_error(widget, error);
}

void
care_invoice_carry_over(GtkWidget *widget, CareContext *context, CareRecord *invoice)
{
    CareStore *store = care_context_get_store(context);
    g_autoptr(CareRecord) target = care_invoice_carry_target(store, invoice);

    if (target)
        care_payment_carry_over_async(store, care_record_id(invoice), care_record_id(target), on_carried,
                                      g_object_ref(widget));
}
