/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "service/invoices/payment-record.h"

#include <glib/gi18n-lib.h>

#include "core/errors.h"
#include "model/invoice.h"
#include "model/payment.h"
#include "service/flow.h"
#include "service/invoices/invoice-account.h"
#include "store/draft.h"
#include "store/record-sql.h"

typedef struct {
    CareRecord *payment; /* one that is there already was taken back */
    CareMoney shown;
    char *draft;
} Recording;

static void
recording_free(gpointer data)
{
    Recording *recording = data;

    g_object_unref(recording->payment);
    g_free(recording->draft);
    g_free(recording);
}

gboolean
care_payment_read_rest(CareConnection *connection, CareRecord *document, gboolean back, CareMoney *rest,
                       GError **error)
{
    g_autoptr(CareRecord) account = NULL;

    *rest = care_invoice_open(document);
    if (!back)
        return TRUE;
    account = care_record_load(connection, &care_invoice_kind, care_invoice_account(document), error);
    *rest = account != NULL ? care_record_int(account, CARE_INVOICE_TO_PAY_BACK) : 0;
    return account != NULL;
}

/* Payments come and go: whichever it was, the sum is what counts. */
static gboolean
tell_rest(CareRecord *document, gboolean back, CareMoney rest, GError **error)
{
    g_autofree char *amount = care_money_format(rest, care_record_text(document, CARE_INVOICE_CURRENCY));

    if (rest == 0)
        g_set_error_literal(
            error, CARE_ERROR, CARE_ERROR_CONFLICT,
            back ? _("It was paid back meanwhile; nothing is owed to the customer any more. Nothing was "
                     "recorded.")
                 : _("It was paid meanwhile; nothing is open any more. Nothing was recorded."));
    else
        g_set_error(
            error, CARE_ERROR, CARE_ERROR_CONFLICT,
            back /* Translators: %s is an amount, here and below */
                ? _("What was paid changed meanwhile: %s is owed to the customer now. Nothing was "
                    "recorded; look at the amount again.")
                : _("What was paid changed meanwhile: %s is open now. Nothing was recorded; look at the "
                    "amount again."),
            amount);
    return FALSE;
}

static gboolean
add(CareTransaction *transaction, CareRecord *payment, GError **error)
{
    CareId id = care_record_id(payment);

    return id == 0 ? care_flow_save(transaction, payment, NULL, error)
                   : care_flow_add_again(transaction, &care_payment_kind, id, error);
}

/* Where there is nothing to pay, the rules of a payment have the first word: they know why. */
static gpointer
record_closure(CareTransaction *transaction, gpointer data, GError **error)
{
    Recording *recording = data;
    g_autoptr(CareRecord) document = care_transaction_load(
        transaction, &care_invoice_kind, care_record_int(recording->payment, CARE_PAYMENT_INVOICE), error);
    gboolean back = care_record_int(recording->payment, CARE_PAYMENT_AMOUNT) < 0;
    CareMoney rest = 0;

    if (document == NULL
        || !care_payment_read_rest(care_transaction_connection(transaction), document, back, &rest, error)
        || (rest > 0 && rest != recording->shown && !tell_rest(document, back, rest, error))
        || !add(transaction, recording->payment, error)
        || (rest != recording->shown && !tell_rest(document, back, rest, error))
        || (recording->draft != NULL && !care_draft_forget(transaction, recording->draft, error)))
        return NULL;
    return g_object_ref(recording->payment);
}

void
care_payment_record_async(CareStore *store, CareRecord *payment, CareMoney shown, const char *draft,
                          GAsyncReadyCallback callback, gpointer user_data)
{
    Recording *recording = g_new0(Recording, 1);

    recording->payment = care_record_copy(payment);
    recording->shown = shown;
    recording->draft = g_strdup(draft);
    care_store_run_async(store, record_closure, recording, recording_free, g_object_unref, callback,
                         user_data);
}

CareRecord *
care_payment_record_finish(CareStore *store, GAsyncResult *result, GError **error)
{
    return care_store_run_finish(store, result, error);
}
