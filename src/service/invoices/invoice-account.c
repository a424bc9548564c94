/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
/* Payments never change a document; only its paid sum, its state and what is to be paid back follow from them
 * (rules-invoices I5). */
#include "service/invoices/invoice-account.h"

#include <glib/gi18n-lib.h>

#include "core/errors.h"
#include "model/invoice.h"
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

CareId
care_invoice_account(CareRecord *document)
{
    return care_record_is_set(document, CARE_INVOICE_CORRECTS)
               ? care_record_int(document, CARE_INVOICE_CORRECTS)
               : care_record_id(document);
}

static gboolean
take_balance(CareStatement *row, gpointer data, GError **error)
{
    CareBalance *balance = data;

    *balance = (CareBalance){ care_statement_int(row, 0), care_statement_int(row, 1) };
    return TRUE;
}

gboolean
care_invoice_read_balance(CareConnection *connection, CareId account, CareBalance *balance, GError **error)
{
    *balance = (CareBalance){ 0 };
    return care_query_each(connection, "invoices/balance", take_balance, balance, error, "i", account);
}

/* What the shop owes of an invoice stands at the invoice, and not at its credit note. */
static gboolean
follow_balance(CareConnection *connection, CareRecord *invoice, GError **error)
{
    CareBalance balance = { 0 };

    if (care_invoice_account(invoice) == care_record_id(invoice)
        && !care_invoice_read_balance(connection, care_record_id(invoice), &balance, error))
        return FALSE;
    if (balance.paid > balance.owed)
        care_record_set_int(invoice, CARE_INVOICE_TO_PAY_BACK, balance.paid - balance.owed);
    else
        care_record_clear(invoice, CARE_INVOICE_TO_PAY_BACK);
    return TRUE;
}

static gboolean
settle_account(CareTransaction *transaction, CareId id, GError **error)
{
    g_autoptr(CareRecord) invoice = care_transaction_load(transaction, &care_invoice_kind, id, error);

    return invoice != NULL && follow_balance(care_transaction_connection(transaction), invoice, error)
           && care_flow_save(transaction, invoice, NULL, error);
}

/* Money went back, and the customer gets no more of the account: a credit note is paid, although part of it may have been
 * set off against what was open. */
static gboolean
is_settled_note(CareConnection *connection, CareRecord *note, CareMoney paid, gboolean *settled,
                GError **error)
{
    CareBalance balance;

    *settled = FALSE;
    if (!care_invoice_is_credit(note) || paid <= 0)
        return TRUE;
    if (!care_invoice_read_balance(connection, care_invoice_account(note), &balance, error))
        return FALSE;
    *settled = balance.paid <= balance.owed;
    return TRUE;
}

/* Of a credit note, what went back is what was paid. Cancelled is what one corrects, however it is paid. */
gboolean
care_invoice_follow_payments(CareConnection *connection, CareRecord *invoice, GError **error)
{
    CareId id = care_record_id(invoice), note = 0;
    CareMoney paid = 0;
    gboolean settled = FALSE;

    if (!care_query_int(connection, "invoices/sum-of-payments", &paid, error, "i", id)
        || !care_query_int(connection, "invoices/correction", &note, error, "i", id))
        return FALSE;
    if (care_invoice_is_credit(invoice))
        paid = -paid;
    if (!is_settled_note(connection, invoice, paid, &settled, error))
        return FALSE;
    care_record_set_int(invoice, CARE_INVOICE_PAID, paid);
    care_record_set_text(invoice, CARE_INVOICE_STATE,
                         note != 0 ? care_invoice_state_word(CARE_BILL_CANCELLED)
                         : settled ? care_invoice_state_word(CARE_BILL_PAID)
                                   : state_for(invoice, paid));
    return follow_balance(connection, invoice, error);
}

/* Where they do not fit what it says was paid, that is the only trace of a payment that is gone, and stays. */
gboolean
care_invoice_derive_state(CareConnection *connection, CareRecord *invoice, GError **error)
{
    g_autoptr(CareRecord) wanted = care_record_copy(invoice);

    if (!care_invoice_follow_payments(connection, wanted, error))
        return FALSE;
    if (care_record_int(invoice, CARE_INVOICE_PAID) == care_record_int(wanted, CARE_INVOICE_PAID)) {
        care_record_assign_field(invoice, wanted, CARE_INVOICE_STATE);
        care_record_assign_field(invoice, wanted, CARE_INVOICE_TO_PAY_BACK);
    }
    return TRUE;
}

gboolean
care_invoice_books_fit(CareConnection *connection, CareRecord *invoice, gboolean *fit, GError **error)
{
    g_autoptr(CareRecord) wanted = care_record_copy(invoice);

    if (!care_invoice_follow_payments(connection, wanted, error))
        return FALSE;
    *fit = care_record_int(invoice, CARE_INVOICE_PAID) == care_record_int(wanted, CARE_INVOICE_PAID)
           && care_record_field_equal(invoice, wanted, CARE_INVOICE_STATE)
           && (!care_record_is_set(invoice, CARE_INVOICE_TO_PAY_BACK)
               || care_record_field_equal(invoice, wanted, CARE_INVOICE_TO_PAY_BACK));
    return TRUE;
}

/* Whether a credit note is paid depends on the whole account, not on its own payments alone. One whose sum does not fit
 * them is left as it is: verify tells it. */
static gboolean
settle_note(CareTransaction *transaction, CareId id, GError **error)
{
    g_autoptr(CareRecord) stored = care_transaction_load(transaction, &care_invoice_kind, id, error);
    g_autoptr(CareRecord) note = stored != NULL ? care_record_copy(stored) : NULL;

    if (note == NULL || !care_invoice_follow_payments(care_transaction_connection(transaction), note, error))
        return FALSE;
    return !care_record_field_equal(note, stored, CARE_INVOICE_PAID)
           || care_record_field_equal(note, stored, CARE_INVOICE_STATE)
           || care_flow_save(transaction, note, NULL, error);
}

static gboolean
settle_notes(CareTransaction *transaction, CareId account, CareId settled, GError **error)
{
    g_autoptr(GArray) notes = care_query_ids(care_transaction_connection(transaction), "invoices/correction",
                                             error, "i", account);

    for (guint i = 0; notes != NULL && i < notes->len; i++) {
        CareId note = g_array_index(notes, CareId, i);

        if (note != settled && !settle_note(transaction, note, error))
            return FALSE;
    }
    return notes != NULL;
}

gboolean
care_invoice_settle(CareTransaction *transaction, CareId id, GError **error)
{
    g_autoptr(CareRecord) document = care_transaction_load(transaction, &care_invoice_kind, id, error);
    CareId account = document != NULL ? care_invoice_account(document) : 0;

    return document != NULL
           && care_invoice_follow_payments(care_transaction_connection(transaction), document, error)
           && care_flow_save(transaction, document, NULL, error)
           && (account == id || settle_account(transaction, account, error))
           && settle_notes(transaction, account, id, error);
}

gboolean
care_invoice_check_books(CareTransaction *transaction, CareRecord *invoice, CareMoney gone, GError **error)
{
    CareMoney paid = 0, said = care_record_int(invoice, CARE_INVOICE_PAID);

    if (!care_query_int(care_transaction_connection(transaction), "invoices/sum-of-payments", &paid, error,
                        "i", care_record_id(invoice))
        || !care_money_add(&paid, gone, error))
        return FALSE;
    if (paid == (care_invoice_is_credit(invoice) ? -said : said))
        return TRUE;
    g_set_error(error, CARE_ERROR, CARE_ERROR_CORRUPT,
                /* Translators: %s is an invoice's number */
                _("What was paid on %s and its payments do not fit together. Nothing was changed; "
                  "“aftercare-cli verify” tells what is wrong."),
                care_record_text(invoice, CARE_INVOICE_NUMBER));
    return FALSE;
}
