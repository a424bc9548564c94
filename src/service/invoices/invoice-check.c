/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "service/invoices/invoice-check.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "core/isolate.h"
#include "core/seen.h"
#include "core/sentences.h"
#include "document/country.h"
#include "document/iban.h"
#include "document/postal-address.h"
#include "model/customer-address.h"
#include "model/customer.h"
#include "model/invoice-line.h"
#include "model/invoice-vat.h"
#include "model/invoice.h"
#include "service/customers/customer-flow.h"
#include "service/flow-references.h"
#include "service/invoices/invoice-border.h"
#include "service/invoices/invoice-draft.h"
#include "service/invoices/promise.h"
#include "service/invoices/shop-tax.h"
#include "service/shop-setting.h"
#include "store/record-sql.h"
#include "store/setting.h"

/* A supply may lie ahead, as with a deposit, or behind, as with work long forgotten; further off it was mistyped. */
#define DAYS_AHEAD 366
#define YEARS_BACK 10

typedef struct {
    CareConnection *connection;
    CareRecord *draft;
    CareRecord *buyer;
    const CareShopTax *tax;
    CareDate today;
    const char *region; /* of the shop */
    GPtrArray *lacks;
} Check;

static void
lack_free(gpointer data)
{
    CareInvoiceLack *lack = data;

    g_free(lack->sentence);
    g_free(lack);
}

/* sentence: transfer full. */
static void
add(Check *check, CareInvoicePlace place, const char *field, char *sentence)
{
    CareInvoiceLack *lack = g_new(CareInvoiceLack, 1);

    *lack = (CareInvoiceLack){ field, place, sentence };
    g_ptr_array_add(check->lacks, lack);
}

static gboolean
has_category(Check *check, const char *category)
{
    for (guint i = 0; i < care_record_list_length(check->draft, CARE_INVOICE_VAT_BREAKDOWN); i++)
        if (g_strcmp0(care_record_text(care_record_list_item(check->draft, CARE_INVOICE_VAT_BREAKDOWN, i),
                                       CARE_INVOICE_VAT_CATEGORY),
                      category)
            == 0)
            return TRUE;
    return FALSE;
}

/* Between two states of the Union, or across the border of it, everything must be there, however small. */
static gboolean
crosses_border(Check *check)
{
    return has_category(check, "AE") || has_category(check, "K") || has_category(check, "G");
}

/* Art. 226b: the customer at the counter needs no address for a small amount. */
static gboolean
is_simplified(Check *check)
{
    const CareTaxPreset *preset = check->tax->preset;

    if (preset != NULL && preset->simplified_limit == G_MAXINT64)
        return TRUE;
    return preset != NULL && !crosses_border(check)
           && g_strcmp0(care_record_text(check->draft, CARE_INVOICE_CURRENCY), preset->currency) == 0
           && ((check->tax->small && preset->small_simplified)
               || care_record_int(check->draft, CARE_INVOICE_GROSS) <= preset->simplified_limit);
}

static gboolean
is_set(Check *check, const char *key)
{
    g_autofree char *value = care_setting_read(check->connection, key);

    return care_text_is_seen(value);
}

static void
check_shop_address(Check *check)
{
    if (!is_set(check, CARE_SETTING_SHOP_NAME))
        add(check, CARE_LACK_OF_SHOP, CARE_SETTING_SHOP_NAME,
            g_strdup(_("The shop has no name yet. An invoice says who it is from.")));
    if (!is_set(check, CARE_SETTING_SHOP_STREET))
        add(check, CARE_LACK_OF_SHOP, CARE_SETTING_SHOP_STREET,
            g_strdup(_("The street of the shop is missing. An invoice bears the full address.")));
    if (!is_set(check, CARE_SETTING_SHOP_POSTCODE) && care_postal_needs_postcode(check->region))
        add(check, CARE_LACK_OF_SHOP, CARE_SETTING_SHOP_POSTCODE,
            g_strdup(_("The postcode of the shop is missing. An invoice bears the full address.")));
    if (!is_set(check, CARE_SETTING_SHOP_LOCALITY))
        add(check, CARE_LACK_OF_SHOP, CARE_SETTING_SHOP_LOCALITY,
            g_strdup(_("The town of the shop is missing. An invoice bears the full address.")));
}

/* "vat-id", "any" or "none": what the country asks of this seller. Across the border nothing but the VAT number will
 * do, where there is such a tax; where it does not matter, BR-O-02 forbids it. */
static const char *
wanted_number(Check *check)
{
    const CareTaxPreset *preset = check->tax->preset;

    if (has_category(check, "O") || (preset != NULL && preset->sales_tax))
        return "none";
    if (crosses_border(check))
        return "vat-id";
    if (preset == NULL)
        return "any";
    if (check->tax->small)
        return preset->small_business_number;
    return is_simplified(check) ? "any" : preset->seller_number;
}

/* Which an older program, or an export of one, left: it would stand on the paper for good, also where the country asks for
 * none. By the rule of the door that it is set by. */
static void
check_own_number(Check *check, const char *name)
{
    g_autofree char *number = care_setting_read(check->connection, CARE_SETTING_SHOP_VAT_ID);
    g_autofree char *tidy = NULL;
    g_autofree char *wrong
        = number != NULL ? care_shop_setting_look(CARE_SETTING_SHOP_VAT_ID, number, &tidy) : NULL;

    if (wrong != NULL)
        add(check, CARE_LACK_OF_SHOP, CARE_SETTING_SHOP_VAT_ID,
            /* Translators: %1$s is what the country calls the number, "USt-IdNr."; %2$s what is wrong: "begins with the
             * letters of no country" */
            g_strdup_printf(_("The VAT number of the shop (%1$s) cannot be one: %2$s. It would stand on the "
                              "invoice for good."),
                            name, wrong));
}

static void
check_shop_number(Check *check)
{
    const char *wanted = wanted_number(check);
    const char *name = check->tax->preset != NULL ? check->tax->preset->tax_id_name : C_("paper", "VAT");

    check_own_number(check, name);
    if (g_str_equal(wanted, "none") || is_set(check, CARE_SETTING_SHOP_VAT_ID))
        return;
    if (g_str_equal(wanted, "vat-id"))
        add(check, CARE_LACK_OF_SHOP, CARE_SETTING_SHOP_VAT_ID,
            /* Translators: %s is what the country calls the number, "USt-IdNr." */
            g_strdup_printf(_("The VAT number of the shop (%s) is missing. This invoice has to bear it."),
                            name));
    else if (!is_set(check, CARE_SETTING_SHOP_TAX_NUMBER))
        add(check, CARE_LACK_OF_SHOP, CARE_SETTING_SHOP_TAX_NUMBER,
            g_strdup(
                _("The shop has no tax number yet. An invoice bears the tax number or the VAT number.")));
}

static gboolean
has_address(CareRecord *buyer)
{
    CareRecord *address;

    if (care_record_list_length(buyer, CARE_CUSTOMER_ADDRESSES) == 0)
        return FALSE;
    address = care_record_list_item(buyer, CARE_CUSTOMER_ADDRESSES, 0);
    return care_record_is_set(address, CARE_CUSTOMER_ADDRESS_STREET)
           && care_record_is_set(address, CARE_CUSTOMER_ADDRESS_LOCALITY);
}

/* The street and town are there. */
static gboolean
has_postcode(Check *check)
{
    CareRecord *address = care_record_list_item(check->buyer, CARE_CUSTOMER_ADDRESSES, 0);
    const char *typed = care_record_text(address, CARE_CUSTOMER_ADDRESS_COUNTRY);

    return care_record_is_set(address, CARE_CUSTOMER_ADDRESS_POSTCODE)
           || !care_postal_needs_postcode(typed != NULL ? care_country_code(typed) : check->region);
}

static void
check_buyer_address(Check *check, const char *who)
{
    if (!has_address(check->buyer))
        add(check, CARE_LACK_OF_BUYER, "customer.addresses",
            /* Translators: %s is a customer */
            g_strdup_printf(_("The street and town of %s are missing. An invoice of this amount bears them."),
                            who));
    else if (!has_postcode(check))
        add(check, CARE_LACK_OF_BUYER, "customer.addresses",
            /* Translators: %s is a customer */
            g_strdup_printf(
                _("The postcode of %s is missing. An invoice of this amount bears the full address."), who));
}

static gboolean
has_country(CareRecord *buyer)
{
    return care_record_list_length(buyer, CARE_CUSTOMER_ADDRESSES) > 0
           && care_record_is_set(care_record_list_item(buyer, CARE_CUSTOMER_ADDRESSES, 0),
                                 CARE_CUSTOMER_ADDRESS_COUNTRY);
}

static void
check_buyer_number(Check *check, const char *who)
{
    char *lacks;

    if (!care_record_is_set(check->buyer, CARE_CUSTOMER_VAT_ID))
        lacks = g_strdup_printf(_("The VAT number of %s is missing. Without it the tax is yours to charge."),
                                who);
    else
        lacks = care_border_number_lacks(check->connection, check->buyer,
                                         has_category(check, "K") ? "K" : "AE");
    if (lacks != NULL)
        add(check, CARE_LACK_OF_BUYER, "customer.vat_id", lacks);
}

/* Of whoever pays the tax, check_buyer_number(); it stands on the paper of anybody else, too. */
static void
check_printed_number(Check *check, const char *who)
{
    if (!care_customer_vat_number_stands(check->buyer, NULL, check->region))
        add(check, CARE_LACK_OF_BUYER, "customer.vat_id",
            /* Translators: %s is a customer */
            g_strdup_printf(_("The VAT number of %s cannot be one: its letters are of no country, or a "
                              "letter or digit is wrong or missing. It would stand on the invoice for "
                              "good."),
                            who));
}

static void
check_buyer(Check *check)
{
    g_autofree char *who = care_isolate(care_record_text(check->buyer, CARE_CUSTOMER_NAME));

    if (care_record_stamp(check->buyer).deleted != 0)
        add(check, CARE_LACK_OF_INVOICE, "customer",
            g_strdup_printf(_("%s was deleted. Bring them back from Recently Deleted before you issue this."),
                            who));
    if (!is_simplified(check))
        check_buyer_address(check, who);
    if (has_category(check, "AE") || has_category(check, "K"))
        check_buyer_number(check, who);
    else
        check_printed_number(check, who);
    if ((has_category(check, "K") || has_category(check, "G")) && !has_country(check->buyer))
        add(check, CARE_LACK_OF_BUYER, "customer.addresses",
            g_strdup_printf(_("The country of %s is missing. It says where the goods went."), who));
}

static gboolean
has_rate(CareRecord *draft)
{
    for (guint i = 0; i < care_record_list_length(draft, CARE_INVOICE_LINES); i++)
        if (care_record_int(care_record_list_item(draft, CARE_INVOICE_LINES, i), CARE_INVOICE_LINE_RATE) > 0)
            return TRUE;
    return FALSE;
}

static void
check_supply_across(Check *check, CareBorder border)
{
    if (border == CARE_BORDER_NONE)
        add(check, CARE_LACK_OF_INVOICE, "lines",
            g_strdup(_("An intra-Community supply goes from one state of the European Union to another, and "
                       "this stays at home. Charge the tax.")));
    else if (border == CARE_BORDER_UNION) /* no shop owes another country its tax */
        add(check, CARE_LACK_OF_INVOICE, "lines",
            g_strdup(_("An intra-Community supply goes from one state of the European Union to another, and "
                       "this does not. What is sent out of the Union is an export.")));
}

static void
check_export(Check *check, CareBorder border)
{
    if (border == CARE_BORDER_NONE)
        add(check, CARE_LACK_OF_INVOICE, "lines",
            g_strdup(_("An export goes abroad, and this stays at home. Charge the tax.")));
    else if (border == CARE_BORDER_STATE)
        add(check, CARE_LACK_OF_INVOICE, "lines",
            g_strdup(_("An export leaves the European Union, and this stays in it. Charge the tax; to a "
                       "business with a VAT number it is an intra-Community supply.")));
}

static void
check_border(Check *check)
{
    CareBorder border = care_border_to(check->connection, check->buyer);

    if (has_category(check, "K"))
        check_supply_across(check, border);
    if (has_category(check, "G"))
        check_export(check, border);
}

static void
check_tax(Check *check)
{
    check_border(check);
    if (check->tax->small && has_rate(check->draft))
        add(check, CARE_LACK_OF_INVOICE, "lines",
            g_strdup(_("This shop charges no tax, and a line has some. Take the tax out of it.")));
    if (has_category(check, "E") && !care_record_is_set(check->draft, CARE_INVOICE_EXEMPTION))
        add(check, CARE_LACK_OF_INVOICE, "exemption",
            g_strdup(_("A line is exempt from tax. Say why, as the law has it.")));
}

/* What “invoice total” refuses as well. That there are lines is looked at with the sums. */
static void
check_words(Check *check)
{
    g_autoptr(CareBill) bill = care_invoice_bill(check->draft);
    g_autoptr(GError) error = NULL;

    if (bill->lines->len > 0 && !care_bill_check_whole(bill, &error))
        add(check, CARE_LACK_OF_INVOICE, "lines", g_strdup(error->message));
}

/* promise: of the draft. */
static void
check_sums(Check *check, const CarePromise *promise)
{
    if (care_record_list_length(check->draft, CARE_INVOICE_LINES) == 0)
        add(check, CARE_LACK_OF_INVOICE, "lines",
            g_strdup(_("An invoice without lines cannot be issued. Add what was done.")));
    else if (care_record_int(check->draft, CARE_INVOICE_GROSS) < 0)
        add(check, CARE_LACK_OF_INVOICE, "lines",
            g_strdup(_("This comes to less than nothing. Money goes back by cancelling the invoice it was "
                       "charged with.")));
    else if (care_record_int(check->draft, CARE_INVOICE_GROSS) == 0 && promise->before > 0)
        add(check, CARE_LACK_OF_INVOICE, "lines",
            g_strdup(_("This work was billed already, and nothing is left of it. Add what was done since.")));
    else if (care_record_int(check->draft, CARE_INVOICE_PAYABLE) < 0)
        add(check, CARE_LACK_OF_INVOICE, "prepaid",
            g_strdup(
                _("More was paid before than this comes to. Bill what was done, then pay back the rest.")));
}

static void
check_supply(Check *check)
{
    CareDate supply = care_record_date(check->draft, CARE_INVOICE_SUPPLY);

    if (!care_date_is_set(supply))
        return;
    if (care_date_compare(supply, care_date_add_days(check->today, DAYS_AHEAD)) > 0)
        add(check, CARE_LACK_OF_INVOICE, "supply",
            g_strdup(_("The day it was done is more than a year ahead. Look at it once more.")));
    if (care_date_compare(supply, care_date_add_months(check->today, -12 * YEARS_BACK)) < 0)
        add(check, CARE_LACK_OF_INVOICE, "supply",
            g_strdup(_("The day it was done is more than ten years ago. Look at it once more.")));
}

/* The day on which it is due follows from them. */
static void
check_terms(Check *check)
{
    char *wrong = care_invoice_say_terms(check->draft);

    if (wrong != NULL)
        add(check, CARE_LACK_OF_INVOICE, "terms_days", wrong);
}

/* Which a file brought, or somebody wrote: they would owe another customer’s work. */
static gboolean
check_links(Check *check, GError **error)
{
    CareAstray astray = { .field = -1 };

    while (care_flow_find_astray(check->connection, check->draft, astray.field + 1, &astray, error)) {
        g_autofree char *wrong = NULL;

        if (astray.field < 0)
            return TRUE;
        wrong = care_flow_say_astray(check->draft, &astray);
        add(check, CARE_LACK_OF_INVOICE, care_invoice_kind.fields[astray.field].name,
            care_sentences_join(wrong, _("Bill it to them, or take it out.")));
    }
    return FALSE;
}

GPtrArray *
care_invoice_lacks(CareConnection *connection, CareRecord *draft, CareDate today, GError **error)
{
    g_autoptr(GPtrArray) lacks = g_ptr_array_new_with_free_func(lack_free);
    g_autoptr(CareShopTax) tax = care_shop_tax_read(connection);
    g_autoptr(CareRecord) buyer = care_record_load(connection, &care_customer_kind,
                                                   care_record_int(draft, CARE_INVOICE_CUSTOMER), error);
    g_autofree char *region = care_setting_read(connection, CARE_SETTING_REGION);
    Check check = { connection, draft, buyer, tax, today, region, lacks };
    CarePromise promise;

    /* what cannot be read is no lack of the shop's */
    if (buyer == NULL || !care_settings_check(connection, error)
        || !care_promise_read(connection, draft, &promise, error) || !check_links(&check, error))
        return NULL;
    check_sums(&check, &promise);
    check_words(&check);
    check_tax(&check);
    check_supply(&check);
    check_terms(&check);
    check_shop_address(&check);
    check_shop_number(&check);
    check_buyer(&check);
    return g_steal_pointer(&lacks);
}

/* To be paid by transfer, in a country where accounts are called by an IBAN. */
static gboolean
wants_account(Check *check)
{
    return care_record_int(check->draft, CARE_INVOICE_PAYABLE)
               > care_record_int(check->draft, CARE_INVOICE_PAID)
           && care_record_int(check->draft, CARE_INVOICE_TERMS_DAYS) > 0
           && care_iban_look(check->region) != CARE_IBAN_NO_COUNTRY;
}

GPtrArray *
care_invoice_hints(CareConnection *connection, CareRecord *draft)
{
    g_autoptr(GPtrArray) hints = g_ptr_array_new_with_free_func(lack_free);
    g_autofree char *region = care_setting_read(connection, CARE_SETTING_REGION);
    Check check = { .connection = connection, .draft = draft, .region = region, .lacks = hints };

    if (wants_account(&check) && !is_set(&check, CARE_SETTING_SHOP_IBAN))
        add(&check, CARE_LACK_OF_SHOP, CARE_SETTING_SHOP_IBAN,
            g_strdup(_(
                "This invoice names no account to pay to: the shop has no IBAN yet. It can be issued all the "
                "same.")));
    return g_steal_pointer(&hints);
}
