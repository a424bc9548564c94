/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/import/archive-name.h"

#include "core/money.h"
#include "exchange/import/reader.h"
#include "model/customer.h"
#include "model/deferral.h"
#include "model/invoice.h"
#include "model/kind.h"
#include "model/payment.h"
#include "service/today/due.h"

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

/* What was put off or let go, and whose it is. */
static void
add_deferred(GString *name, CareTransaction *transaction, CareRecord *deferral)
{
    CareDueRule rule;
    const char *nick = care_record_text(deferral, CARE_DEFERRAL_RULE);
    const char *const *kind
        = nick != NULL && care_due_rule_parse(nick, &rule) ? care_due_rule_info(rule)->kinds : NULL;

    for (; kind != NULL && *kind != NULL; kind++) {
        g_autoptr(CareRecord) record
            = load(transaction, care_kind_by_name(*kind), care_record_int(deferral, CARE_DEFERRAL_RECORD));
        g_autofree char *title = record != NULL ? care_record_title(record) : NULL;

        if (record == NULL)
            continue;
        if (care_record_kind(record) != &care_customer_kind)
            add(name, title);
        add_customer(name, transaction, record);
    }
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
    else if (kind == &care_deferral_kind)
        add_deferred(name, transaction, record);
    else if (kind != &care_customer_kind)
        add_customer(name, transaction, record);
    if (kind == &care_invoice_kind)
        add_amount(name, record, CARE_INVOICE_GROSS, currency);
    if (kind == &care_payment_kind)
        add_amount(name, record, CARE_PAYMENT_AMOUNT, currency);
    return g_string_free(name, FALSE);
}

static void
add_begin(GString *name, const char *text, gssize length)
{
    g_autofree char *begin = care_reader_begin(text, length);

    add(name, begin);
}

/* The first of its texts, else its id; FALSE: it has neither. */
static gboolean
add_text(GString *name, const CareKind *kind, JsonObject *object)
{
    const char *text = json_object_get_string_member_with_default(object, "id", NULL);

    for (guint i = 0; i < kind->n_fields; i++) {
        const char *found
            = kind->fields[i].kind == CARE_FIELD_TEXT
                  ? json_object_get_string_member_with_default(object, kind->fields[i].name, NULL)
                  : NULL;

        if (found != NULL && *found != '\0') {
            text = found;
            break;
        }
    }
    if (text == NULL || *text == '\0')
        return FALSE;
    add_begin(name, text, -1);
    return TRUE;
}

char *
care_archive_name_unread(const CareKind *kind, JsonNode *node, const char *text, gsize length)
{
    GString *name = g_string_new(NULL);

    add(name, care_kind_label(kind));
    if (node == NULL || !add_text(name, kind, json_node_get_object(node)))
        add_begin(name, text, (gssize)length);
    return g_string_free(name, FALSE);
}
