/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "service/invoices/invoice-document.h"

#include <glib/gi18n-lib.h>

#include "document/epc-payload.h"
#include "document/invoice-paper.h"
#include "model/bill/bill-totals.h"
#include "model/invoice-line.h"
#include "model/invoice-vat.h"
#include "model/invoice.h"
#include "service/invoices/promise.h"
#include "service/invoices/shop-tax.h"
#include "service/paper-parties.h"
#include "service/paper-size.h"
#include "store/record-sql.h"
#include "store/setting.h"

/* In the seller's snapshot: what the payment code says. Papers from before have none, and get none now. */
#define PAYMENT_CODE "payment-code"
/* Likewise: its title, as the shop's law has it, and whether it speaks of no tax at all. */
#define TITLE "title"
#define NO_TAX "no-tax"
/* And whether nobody had said yes to a price: then it speaks of none that was agreed. */
#define NOT_AGREED "not-agreed"
/* And whether its unit prices, which have the tax in them, stand there without it as well. */
#define NET_PRICES "net-prices"
/* And whether it adds up what it says of several rates. */
#define TAX_TOTALS "tax-totals"

/* And what it was laid out on. */
#define SHEET "sheet"

/* What a banking app is told; NULL where no transfer is due or none is possible by code. Transfer full. */
static char *
payment_code(JsonObject *seller, CareRecord *invoice)
{
    const char *number = care_record_text(invoice, CARE_INVOICE_NUMBER);
    /* Translators: what a transfer is for; %s is the number of the invoice */
    g_autofree char *text = number != NULL ? g_strdup_printf(C_("paper", "Invoice %s"), number) : NULL;
    CareEpcPayload payload = {
        .name = json_object_get_string_member_with_default(seller, CARE_SETTING_SHOP_NAME, NULL),
        .iban = json_object_get_string_member_with_default(seller, CARE_SETTING_SHOP_IBAN, NULL),
        .bic = json_object_get_string_member_with_default(seller, CARE_SETTING_SHOP_BIC, NULL),
        .currency = care_record_text(invoice, CARE_INVOICE_CURRENCY),
        .amount = care_record_int(invoice, CARE_INVOICE_PAYABLE),
        .text = text,
    };

    if (number == NULL
        || care_invoice_type_is(care_record_text(invoice, CARE_INVOICE_TYPE), CARE_BILL_CREDIT_NOTE))
        return NULL;
    return care_epc_payload_build(&payload, NULL);
}

/* A small shop shows none; what it charged before, its credit notes still have to show. */
static gboolean
speaks_of_no_tax(const CareShopTax *tax, CareRecord *invoice)
{
    for (guint i = 0; i < care_record_list_length(invoice, CARE_INVOICE_VAT_BREAKDOWN); i++)
        if (g_strcmp0(care_record_text(care_record_list_item(invoice, CARE_INVOICE_VAT_BREAKDOWN, i),
                                       CARE_INVOICE_VAT_CATEGORY),
                      "E")
            != 0)
            return FALSE;
    return tax->small;
}

static void
add_law(CareConnection *connection, JsonObject *seller, CareRecord *invoice)
{
    g_autoptr(CareShopTax) tax = care_shop_tax_read(connection);

    if (speaks_of_no_tax(tax, invoice))
        json_object_set_string_member(seller, NO_TAX, "true");
    if (tax->preset != NULL)
        json_object_set_string_member(seller, TITLE,
                                      care_invoice_is_credit(invoice) ? tax->preset->credit_note_title
                                                                      : tax->preset->invoice_title);
}

/* For what is shown: nobody's yes where it cannot be read. */
static gboolean
was_said(CareConnection *connection, CareRecord *invoice)
{
    CarePromise promise;

    return care_promise_read(connection, invoice, &promise, NULL) && promise.said;
}

gboolean
care_invoice_was_agreed(CareConnection *connection, CareRecord *invoice)
{
    const char *seller = care_record_text(invoice, CARE_INVOICE_SELLER);
    g_autoptr(JsonNode) node = seller != NULL ? json_from_string(seller, NULL) : NULL;

    if (node == NULL)
        return was_said(connection, invoice);
    for (guint i = 0; i < care_record_list_length(invoice, CARE_INVOICE_LINES); i++)
        if (care_record_is_set(care_record_list_item(invoice, CARE_INVOICE_LINES, i),
                               CARE_INVOICE_LINE_AGREED))
            return !json_object_has_member(json_node_get_object(node), NOT_AGREED);
    return FALSE;
}

char *
care_invoice_seller(CareConnection *connection, CareRecord *invoice, GError **error)
{
    CarePromise promise;
    g_autofree char *shop = care_seller_snapshot(connection, care_record_int(invoice, CARE_INVOICE_CONTACT));
    g_autoptr(JsonNode) node = json_from_string(shop, NULL);
    g_autofree char *code = payment_code(json_node_get_object(node), invoice);

    if (!care_promise_read(connection, invoice, &promise, error))
        return NULL;
    if (code != NULL)
        json_object_set_string_member(json_node_get_object(node), PAYMENT_CODE, code);
    add_law(connection, json_node_get_object(node), invoice);
    if (care_price_mode_is(care_record_text(invoice, CARE_INVOICE_PRICES), CARE_MODE_GROSS))
        json_object_set_string_member(json_node_get_object(node), NET_PRICES, "true");
    json_object_set_string_member(json_node_get_object(node), TAX_TOTALS, "true");
    json_object_set_string_member(json_node_get_object(node), SHEET,
                                  care_paper_size_of_shop(connection)->name);
    if (!promise.said)
        json_object_set_string_member(json_node_get_object(node), NOT_AGREED, "true");
    return json_to_string(node, FALSE);
}

char *
care_invoice_buyer(CareConnection *connection, CareRecord *invoice, GError **error)
{
    return care_buyer_snapshot(connection, care_record_int(invoice, CARE_INVOICE_CUSTOMER),
                               care_record_int(invoice, CARE_INVOICE_JOB), error);
}

/* Everything that the plain values of a CareInvoicePaper borrow from. */
typedef struct {
    CarePaperParties parties;
    CareRecord *corrects;
    GArray *lines;
    GArray *adjustments; /* two places per line, so that none moves */
    GArray *taxes;
} Source;

static void
source_clear(Source *source)
{
    care_paper_parties_clear(&source->parties);
    g_clear_object(&source->corrects);
    g_clear_pointer(&source->lines, g_array_unref);
    g_clear_pointer(&source->adjustments, g_array_unref);
    g_clear_pointer(&source->taxes, g_array_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC(Source, source_clear)

static gboolean
read_parties(Source *source, const CarePaperDesk *desk, CareRecord *invoice, GError **error)
{
    g_autofree char *seller = g_strdup(care_record_text(invoice, CARE_INVOICE_SELLER));
    g_autofree char *buyer = g_strdup(care_record_text(invoice, CARE_INVOICE_BUYER));

    if (seller == NULL)
        seller = care_invoice_seller(desk->connection, invoice, error);
    if (seller != NULL && buyer == NULL)
        buyer = care_invoice_buyer(desk->connection, invoice, error);
    return seller != NULL && buyer != NULL
           && care_paper_parties_read(&source->parties, desk->data_dir, seller, buyer, error);
}

static gboolean
read_corrected(Source *source, CareConnection *connection, CareRecord *invoice, GError **error)
{
    if (!care_record_is_set(invoice, CARE_INVOICE_CORRECTS))
        return TRUE;
    source->corrects = care_record_load(connection, &care_invoice_kind,
                                        care_record_int(invoice, CARE_INVOICE_CORRECTS), error);
    return source->corrects != NULL;
}

/* What a line would be without its discounts, rounded once. */
static CareMoney
full_amount(const CareInvoicePaperLine *line, const char *currency)
{
    g_autoptr(CareBill) bill = care_bill_new(currency, CARE_PRICES_GROSS);
    CareBillLine *full = care_bill_add_line(bill, NULL, line->quantity, line->price);
    CareMoney amount = 0;

    if (line->base_quantity > 0)
        full->base_quantity = line->base_quantity;
    return care_bill_line_product(bill, full, &amount, NULL) ? amount : line->amount;
}

/* Both discounts of a line as one figure with its reason: what the line would be without them, less what it is. */
static void
set_discount(Source *source, CareRecord *record, const char *currency, CareInvoicePaperLine *line,
             guint position)
{
    CareInvoicePaperAdjustment *adjustment
        = &g_array_index(source->adjustments, CareInvoicePaperAdjustment, position);
    CareMoney full = full_amount(line, currency);

    if (care_record_int(record, CARE_INVOICE_LINE_DISCOUNT) == 0
        && care_record_int(record, CARE_INVOICE_LINE_DISCOUNT_AMOUNT) == 0)
        return;
    adjustment->reason = care_record_text(record, CARE_INVOICE_LINE_DISCOUNT_REASON);
    if (adjustment->reason == NULL)
        adjustment->reason = C_("paper", "Discount");
    adjustment->amount = line->amount - full;
    line->adjustments = adjustment;
    line->n_adjustments = 1;
}

/* With four decimals: enough to find the way back. */
static CareDecimal
net_price(CareDecimal price, CareDecimal rate)
{
    const CareDecimal whole = 100 * CARE_DECIMAL_ONE, step = CARE_DECIMAL_ONE / 10000;

    return care_div_round((__int128)price * whole, (__int128)(whole + rate) * step) * step;
}

static CarePaperLineKind
kind_of(CareRecord *line)
{
    const char *kind = care_record_text(line, CARE_INVOICE_LINE_KIND);

    return care_line_kind_is(kind, CARE_LINE_PART)     ? CARE_PAPER_LINE_PART
           : care_line_kind_is(kind, CARE_LINE_LABOUR) ? CARE_PAPER_LINE_LABOUR
           : care_line_kind_is(kind, CARE_LINE_FEE)    ? CARE_PAPER_LINE_FEE
                                                       : CARE_PAPER_LINE_OTHER;
}

static void
read_lines(Source *source, CareRecord *invoice)
{
    guint n = care_record_list_length(invoice, CARE_INVOICE_LINES);
    const char *currency = care_record_text(invoice, CARE_INVOICE_CURRENCY);
    gboolean has_net_prices = care_paper_parties_of_seller(&source->parties, NET_PRICES) != NULL;
    gboolean was_agreed = care_paper_parties_of_seller(&source->parties, NOT_AGREED) == NULL;

    source->lines = g_array_sized_new(FALSE, TRUE, sizeof(CareInvoicePaperLine), n);
    source->adjustments = g_array_sized_new(FALSE, TRUE, sizeof(CareInvoicePaperAdjustment), n);
    g_array_set_size(source->adjustments, n);
    for (guint i = 0; i < n; i++) {
        CareRecord *record = care_record_list_item(invoice, CARE_INVOICE_LINES, i);
        CareInvoicePaperLine line = {
            .name = care_record_text(record, CARE_INVOICE_LINE_NAME),
            .note = care_record_is_set(record, CARE_INVOICE_LINE_REASON)
                        ? care_record_text(record, CARE_INVOICE_LINE_REASON)
                        : care_record_text(record, CARE_INVOICE_LINE_NOTE),
            .quantity = care_record_int(record, CARE_INVOICE_LINE_QUANTITY),
            .unit = care_record_text(record, CARE_INVOICE_LINE_UNIT),
            .price = care_record_int(record, CARE_INVOICE_LINE_PRICE),
            .base_quantity = care_record_int(record, CARE_INVOICE_LINE_BASE_QUANTITY),
            .amount = care_record_int(record, CARE_INVOICE_LINE_AMOUNT),
            .has_agreed = was_agreed && care_record_is_set(record, CARE_INVOICE_LINE_AGREED),
            .agreed = care_record_int(record, CARE_INVOICE_LINE_AGREED),
            .tax_rate = care_record_int(record, CARE_INVOICE_LINE_RATE),
            .kind = kind_of(record),
        };

        if (has_net_prices && line.tax_rate > 0)
            line.net_price = net_price(line.price, line.tax_rate);
        set_discount(source, record, currency, &line, i);
        g_array_append_val(source->lines, line);
    }
}

static void
read_taxes(Source *source, CareRecord *invoice)
{
    guint n = care_record_list_length(invoice, CARE_INVOICE_VAT_BREAKDOWN);

    source->taxes = g_array_sized_new(FALSE, TRUE, sizeof(CareInvoicePaperTax), n);
    for (guint i = 0; i < n; i++) {
        CareRecord *record = care_record_list_item(invoice, CARE_INVOICE_VAT_BREAKDOWN, i);
        CareInvoicePaperTax tax = {
            .category = care_record_text(record, CARE_INVOICE_VAT_CATEGORY),
            .rate = care_record_int(record, CARE_INVOICE_VAT_RATE),
            .taxable = care_record_int(record, CARE_INVOICE_VAT_TAXABLE),
            .tax = care_record_int(record, CARE_INVOICE_VAT_TAX),
            .reason = care_record_text(record, CARE_INVOICE_VAT_REASON),
        };

        g_array_append_val(source->taxes, tax);
    }
}

static void
fill_corrects(Source *source, CareInvoicePaper *paper)
{
    if (source->corrects == NULL)
        return;
    paper->corrects = care_record_text(source->corrects, CARE_INVOICE_NUMBER);
    paper->corrects_date = care_record_date(source->corrects, CARE_INVOICE_ISSUED);
}

/* BR-O-02: what is not subject to VAT bears nobody's number. */
static void
hide_tax_ids(CareInvoicePaper *paper)
{
    if (paper->n_taxes != 1 || g_strcmp0(paper->taxes[0].category, "O") != 0)
        return;
    paper->shop.vat_id = NULL;
    paper->buyer.vat_id = NULL;
}

/* A draft shows the day that it would be due if it were issued today. */
static CareDate
due_date(const CarePaperDesk *desk, CareRecord *invoice)
{
    int days = care_record_within(invoice, CARE_INVOICE_TERMS_DAYS);

    if (care_record_is_set(invoice, CARE_INVOICE_NUMBER) || days <= 0)
        return care_record_date(invoice, CARE_INVOICE_DUE_DATE);
    return care_date_add_days(care_date_of_instant(desk->now, desk->zone), days);
}

/* A draft goes where it is wanted, what was issued stays what it was; all were A4 before there was a choice. */
static const CareSheet *
sheet_of(const CarePaperDesk *desk, CareRecord *invoice, const CarePaperParties *parties)
{
    const CareSheet *kept = care_sheet_by_name(care_paper_parties_of_seller(parties, SHEET));

    if (desk->sheet != NULL && !care_record_is_set(invoice, CARE_INVOICE_NUMBER))
        return desk->sheet;
    return kept != NULL ? kept : &care_sheet_a4;
}

CarePaper *
care_invoice_document_layout(const CarePaperDesk *desk, CareRecord *invoice, GError **error)
{
    g_auto(Source) source = { 0 };
    CareInvoicePaper paper;

    if (!read_parties(&source, desk, invoice, error)
        || !read_corrected(&source, desk->connection, invoice, error))
        return NULL;
    read_lines(&source, invoice);
    read_taxes(&source, invoice);
    paper = (CareInvoicePaper){
        .sheet = sheet_of(desk, invoice, &source.parties),
        .shop = care_paper_parties_shop(&source.parties),
        .buyer = care_paper_parties_addressee(&source.parties),
        .type = (CarePaperType)g_ascii_strtoll(care_record_text(invoice, CARE_INVOICE_TYPE), NULL, 10),
        .title = care_paper_parties_of_seller(&source.parties, TITLE),
        .number = care_record_text(invoice, CARE_INVOICE_NUMBER),
        .issued = care_record_date(invoice, CARE_INVOICE_ISSUED),
        .supplied = care_record_date(invoice, CARE_INVOICE_SUPPLY),
        .due = due_date(desk, invoice),
        .job = care_paper_parties_of_buyer(&source.parties, "job"),
        .subject = care_paper_parties_of_buyer(&source.parties, "subject"),
        .currency = care_record_text(invoice, CARE_INVOICE_CURRENCY),
        .prices_include_tax
        = care_price_mode_is(care_record_text(invoice, CARE_INVOICE_PRICES), CARE_MODE_GROSS),
        .tax_name = care_paper_parties_of_seller(&source.parties, "tax-name"),
        .adds_up_taxes = care_paper_parties_of_seller(&source.parties, TAX_TOTALS) != NULL,
        .hides_tax = care_paper_parties_of_seller(&source.parties, NO_TAX) != NULL,
        .lines = (const CareInvoicePaperLine *)(void *)source.lines->data,
        .n_lines = source.lines->len,
        .taxes = (const CareInvoicePaperTax *)(void *)source.taxes->data,
        .n_taxes = source.taxes->len,
        .line_total = care_record_int(invoice, CARE_INVOICE_LINE_TOTAL),
        .net = care_record_int(invoice, CARE_INVOICE_NET),
        .tax = care_record_int(invoice, CARE_INVOICE_TAX),
        .gross = care_record_int(invoice, CARE_INVOICE_GROSS),
        .paid = care_record_int(invoice, CARE_INVOICE_PREPAID),
        .rounding = care_record_int(invoice, CARE_INVOICE_ROUNDING),
        .due_amount = care_record_int(invoice, CARE_INVOICE_PAYABLE),
        .note = care_record_text(invoice, CARE_INVOICE_NOTE),
        .terms = care_record_text(invoice, CARE_INVOICE_TERMS),
        .thanks = care_paper_parties_of_seller(&source.parties, CARE_SETTING_THANKS),
        .payment_code = care_paper_parties_of_seller(&source.parties, PAYMENT_CODE),
    };
    fill_corrects(&source, &paper);
    hide_tax_ids(&paper);
    return care_invoice_paper_layout(&paper);
}

char *
care_invoice_pdf_path(const char *data_dir, CareRecord *invoice)
{
    g_autofree char *name = NULL;

    if (!care_record_is_set(invoice, CARE_INVOICE_NUMBER))
        return NULL;
    name = g_strconcat(care_record_text(invoice, CARE_INVOICE_NUMBER), ".pdf", NULL);
    return g_build_filename(data_dir, "issued", name, NULL);
}

static char *
file_name(CareRecord *invoice)
{
    const char *number = care_record_text(invoice, CARE_INVOICE_NUMBER);

    return g_strdup(number != NULL ? number : C_("paper", "Draft"));
}

const CarePaperKind care_invoice_paper_kind = {
    .name = "invoice",
    .label = N_("Invoice"),
    .of = &care_invoice_kind,
    .lay_out = care_invoice_document_layout,
    .file_name = file_name,
    .kept = care_invoice_pdf_path,
    .kept_hash = CARE_INVOICE_SHA256,
    .sheets = { &care_sheet_a4, &care_sheet_letter },
};
