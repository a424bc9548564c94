/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
/* invoice pay; payment refund, balance: money that comes in, goes back and is owed. */
#include <glib/gi18n-lib.h>

#include "cli/commands.h"
#include "cli/json-members.h"
#include "cli/kind-hook.h"
#include "model/customer.h"
#include "model/invoice.h"
#include "model/payment.h"
#include "service/flow.h"
#include "service/invoices/carry-over.h"

static gboolean
fill_payment(CareRecord *payment, CareRecord *invoice, gboolean back, char **arguments, GError **error)
{
    g_autofree char *date = NULL;
    g_autofree char *method = NULL;
    CareMoney amount = 0;

    if (!care_cli_take_option(arguments, "--date", &date, error)
        || !care_cli_take_option(arguments, "--method", &method, error)
        || !care_cli_expect(arguments, 2, error)
        || !care_money_parse(arguments[1], care_record_text(invoice, CARE_INVOICE_CURRENCY), &amount, error))
        return FALSE;
    care_record_set_int(payment, CARE_PAYMENT_INVOICE, care_record_id(invoice));
    care_record_set_int(payment, CARE_PAYMENT_AMOUNT, back ? -ABS(amount) : amount);
    care_record_set_text(payment, CARE_PAYMENT_DATE, date);
    care_record_set_text(payment, CARE_PAYMENT_METHOD, method);
    return TRUE;
}

static JsonNode *
answer_of(CareRecord *invoice)
{
    const char *currency = care_record_text(invoice, CARE_INVOICE_CURRENCY);
    JsonObject *object = json_object_new();
    JsonNode *node = json_node_init_object(json_node_alloc(), object);

    json_object_unref(object);
    care_cli_set_id(object, "id", care_record_id(invoice));
    care_cli_set_money(object, "paid", care_record_int(invoice, CARE_INVOICE_PAID), currency);
    care_cli_set_money(object, "open", care_invoice_open(invoice), currency);
    care_cli_set_money(object, "to_pay_back", care_record_int(invoice, CARE_INVOICE_TO_PAY_BACK), currency);
    care_cli_set_text(object, "state", care_record_text(invoice, CARE_INVOICE_STATE));
    return node;
}

static gboolean
record(CareCli *cli, CareRecord *invoice, gboolean back, char **arguments, JsonNode **result, GError **error)
{
    g_autoptr(CareRecord) payment = CARE_RECORD(care_payment_new());
    g_autoptr(CareRecord) after = NULL;

    if (!fill_payment(payment, invoice, back, arguments, error)
        || !care_flow_save_now(cli->store, payment, NULL, error))
        return FALSE;
    after = care_store_get(cli->store, &care_invoice_kind, care_record_id(invoice), error);
    *result = after != NULL ? answer_of(after) : NULL;
    return after != NULL;
}

static gboolean
run_pay(CareCli *cli, char **arguments, JsonNode **result, GError **error)
{
    g_autoptr(CareRecord) invoice = NULL;

    if (arguments[0] == NULL || arguments[1] == NULL)
        return care_misunderstood(error, _("Give the invoice and the amount."));
    invoice = care_cli_get(cli, &care_invoice_kind, arguments[0], error);
    return invoice != NULL && record(cli, invoice, FALSE, arguments, result, error);
}

/* Of an invoice or a credit note, or of what a payment was for. */
static CareRecord *
refunded(CareCli *cli, const char *text, GError **error)
{
    g_autoptr(CareRecord) payment = care_cli_get(cli, &care_payment_kind, text, NULL);

    if (payment == NULL)
        return care_cli_get(cli, &care_invoice_kind, text, error);
    return care_store_get(cli->store, &care_invoice_kind, care_record_int(payment, CARE_PAYMENT_INVOICE),
                          error);
}

static gboolean
run_refund(CareCli *cli, char **arguments, JsonNode **result, GError **error)
{
    g_autoptr(CareRecord) invoice = NULL;

    if (arguments[0] == NULL || arguments[1] == NULL)
        return care_misunderstood(error,
                                  _("Give the payment or the invoice, and the amount that went back."));
    invoice = refunded(cli, arguments[0], error);
    return invoice != NULL && record(cli, invoice, TRUE, arguments, result, error);
}

/** care_cli_begin_payment: its amount is in the currency of what it pays. */
void
care_cli_begin_payment(CareCli *cli, CareRecord *payment, GHashTable *given)
{
    const char *id = g_hash_table_lookup(given, "invoice");
    g_autoptr(CareRecord) invoice = id != NULL ? care_cli_get(cli, &care_invoice_kind, id, NULL) : NULL;

    if (invoice != NULL)
        care_record_set_text(payment, CARE_PAYMENT_CURRENCY,
                             care_record_text(invoice, CARE_INVOICE_CURRENCY));
}

static gboolean
add_answer(CareCli *cli, JsonObject *object, const char *name, CareId id, GError **error)
{
    g_autoptr(CareRecord) invoice = care_store_get(cli->store, &care_invoice_kind, id, error);

    if (invoice != NULL)
        json_object_set_member(object, name, answer_of(invoice));
    return invoice != NULL;
}

/* To take it back, remove the payment: both halves of it go. */
static gboolean
run_carry(CareCli *cli, char **arguments, JsonNode **result, GError **error)
{
    g_autoptr(CareRecord) from = NULL;
    g_autoptr(CareRecord) to = NULL;
    g_autoptr(CareRecord) payment = NULL;
    g_autoptr(JsonNode) node = json_node_init_object(json_node_alloc(), json_object_new());
    JsonObject *object = json_node_get_object(node);

    json_object_unref(object);
    if (!care_cli_expect(arguments, 2, error))
        return FALSE;
    from = refunded(cli, arguments[0], error);
    to = from != NULL ? care_cli_get(cli, &care_invoice_kind, arguments[1], error) : NULL;
    payment = to != NULL
                  ? care_payment_carry_over_now(cli->store, care_record_id(from), care_record_id(to), error)
                  : NULL;
    if (payment == NULL)
        return FALSE;
    care_cli_set_id(object, "id", care_record_id(payment));
    care_cli_set_money(object, "amount", care_record_int(payment, CARE_PAYMENT_AMOUNT),
                       care_record_text(payment, CARE_PAYMENT_CURRENCY));
    if (!add_answer(cli, object, "from", care_record_id(from), error)
        || !add_answer(cli, object, "to", care_record_id(to), error))
        return FALSE;
    *result = g_steal_pointer(&node);
    return TRUE;
}

/* One invoice of the account; sums are of the shop's currency. */
static gboolean
add_to_balance(CareCli *cli, CareRecord *invoice, JsonArray *open, CareMoney *owes, CareMoney *credit,
               GError **error)
{
    const char *currency = care_record_text(invoice, CARE_INVOICE_CURRENCY);
    CareMoney rest = care_invoice_open(invoice), back = care_record_int(invoice, CARE_INVOICE_TO_PAY_BACK);
    JsonObject *object = json_object_new();

    care_cli_set_id(object, "id", care_record_id(invoice));
    care_cli_set_text(object, "number", care_record_text(invoice, CARE_INVOICE_NUMBER));
    care_cli_set_text(object, "due_date", care_record_text(invoice, CARE_INVOICE_DUE_DATE));
    care_cli_set_text(object, "currency", currency);
    care_cli_set_money(object, "open", rest, currency);
    care_cli_set_money(object, "to_pay_back", back, currency);
    json_array_add_object_element(open, object);
    if (g_strcmp0(currency, cli->currency) != 0)
        return TRUE;
    return care_money_add(owes, rest, error) && care_money_add(credit, back, error);
}

/* The books go on, whoever was deleted. */
static CareRecord *
get_debtor(CareCli *cli, const char *text, GError **error)
{
    CareId id = 0;
    CareRecord *customer
        = care_id_parse(text, &id) ? care_store_get(cli->store, &care_customer_kind, id, NULL) : NULL;

    if (customer == NULL)
        care_set_error_not_found(error, &care_customer_kind, text);
    return customer;
}

static gboolean
run_balance(CareCli *cli, char **arguments, JsonNode **result, GError **error)
{
    g_autoptr(CareRecord) customer = NULL;
    g_autoptr(GPtrArray) invoices = NULL;
    g_autoptr(JsonNode) node = json_node_init_object(json_node_alloc(), json_object_new());
    JsonArray *open = json_array_new();
    CareMoney owes = 0, credit = 0;

    json_object_unref(json_node_get_object(node));
    json_object_set_array_member(json_node_get_object(node), "open", open);
    if (!care_cli_expect(arguments, 1, error))
        return FALSE;
    customer = get_debtor(cli, arguments[0], error);
    if (customer == NULL)
        return FALSE;
    invoices = care_store_query(cli->store, &care_invoice_kind, NULL, "invoices/account", "i",
                                care_record_id(customer));
    for (guint i = 0; invoices != NULL && i < invoices->len; i++)
        if (!add_to_balance(cli, invoices->pdata[i], open, &owes, &credit, error))
            return FALSE;
    care_cli_set_money(json_node_get_object(node), "owes", owes, cli->currency);
    care_cli_set_money(json_node_get_object(node), "credit", credit, cli->currency);
    *result = g_steal_pointer(&node);
    return TRUE;
}

const CareCommand care_payment_commands[] = {
    { "invoice pay", "ID AMOUNT [--date DATE] [--method METHOD]", N_("Record a payment"), 0, run_pay, NULL },
    { "payment refund", "ID AMOUNT [--date DATE] [--method METHOD]", N_("Record money that went back"), 0,
      run_refund, NULL },
    { "payment carry", "FROM TO", N_("Use what is owed on one document for another invoice"), 0, run_carry,
      NULL },
    { "payment balance", "CUSTOMER", N_("Show what a customer owes, and what is owed to them"), 0,
      run_balance, NULL },
    { 0 },
};
