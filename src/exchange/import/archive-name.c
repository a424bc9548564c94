/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/import/archive-name.h"

#include "core/money.h"
#include "model/customer.h"
#include "model/invoice.h"
#include "model/payment.h"

/* Borrowed; NULL is left out. */
static void
add(GString *name, const char *part)
{
    if (part != NULL && *part != '\0')
        g_string_append_printf(name, "%s%s", name->len > 0 ? " · " : "", part);
}

/* NULL where it is not there, be it that it cannot be read: it is no name then. */
static CareRecord *
load(CareTransaction *transaction, const CareKind *kind, CareId id)
{
    return id != 0 ? care_transaction_load(transaction, kind, id, NULL) : NULL;
}

static void
add_customer(GString *name, CareTransaction *transaction, CareRecord *record)
{
    g_autoptr(CareRecord) customer = load(transaction, &care_customer_kind, care_record_customer(record));
    g_autofree char *title = customer != NULL ? care_record_title(customer) : NULL;

    add(name, title);
}

static void
add_amount(GString *name, CareRecord *record, int field, const char *currency)
{
    g_autofree char *amount
        = care_money_format(care_record_int(record, field), care_record_currency(record, currency));

    add(name, amount);
}

/* Which invoice it was paid on; and whose that is, where an older program did not say it of the payment. */
static void
add_paid(GString *name, CareTransaction *transaction, CareRecord *payment)
{
    g_autoptr(CareRecord) invoice
        = load(transaction, &care_invoice_kind, care_record_int(payment, CARE_PAYMENT_INVOICE));

    add(name, invoice != NULL ? care_record_text(invoice, CARE_INVOICE_NUMBER) : NULL);
    if (invoice != NULL || care_record_is_set(payment, CARE_PAYMENT_CUSTOMER))
        add_customer(name, transaction,
                     care_record_is_set(payment, CARE_PAYMENT_CUSTOMER) ? payment : invoice);
}

char *
care_archive_name(CareTransaction *transaction, CareRecord *record)
{
    const CareKind *kind = care_record_kind(record);
    const char *currency = care_transaction_shop(transaction)->currency;
    g_autofree char *title = care_record_title(record);
    GString *name = g_string_new(NULL);

    add(name, title);
    if (kind == &care_payment_kind)
        add_paid(name, transaction, record);
    else if (kind != &care_customer_kind)
        add_customer(name, transaction, record);
    if (kind == &care_invoice_kind)
        add_amount(name, record, CARE_INVOICE_GROSS, currency);
    if (kind == &care_payment_kind)
        add_amount(name, record, CARE_PAYMENT_AMOUNT, currency);
    return g_string_free(name, FALSE);
}
