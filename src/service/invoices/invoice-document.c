/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "service/invoices/invoice-document.h"

#include <json-glib/json-glib.h>

#include <glib/gi18n-lib.h>

#include "model/invoice-line.h"
#include "model/invoice-vat.h"
#include "model/invoice.h"
#include "service/invoices/invoice-parties.h"
#include "store/record-sql.h"
#include "store/setting.h"

/* Everything that the plain values of a CareInvoicePaper borrow from. */
typedef struct {
    JsonNode *seller;
    JsonNode *buyer;
    GStrv seller_address;
    GStrv buyer_address;
    CareRecord *corrects;
    GArray *lines;
    GArray *adjustments; /* two places per line, so that none moves */
    GArray *taxes;
} Source;

static void
source_clear(Source *source)
{
    g_clear_pointer(&source->seller, json_node_unref);
    g_clear_pointer(&source->buyer, json_node_unref);
    g_clear_pointer(&source->seller_address, g_strfreev);
    g_clear_pointer(&source->buyer_address, g_strfreev);
    g_clear_object(&source->corrects);
    g_clear_pointer(&source->lines, g_array_unref);
    g_clear_pointer(&source->adjustments, g_array_unref);
    g_clear_pointer(&source->taxes, g_array_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC(Source, source_clear)

static const char *
member(JsonNode *node, const char *name)
{
    return json_object_get_string_member_with_default(json_node_get_object(node), name, NULL);
}

static void
append_line(GPtrArray *lines, const char *text)
{
    g_auto(GStrv) parts = text != NULL ? g_strsplit(text, "\n", -1) : NULL;

    for (char **part = parts; part != NULL && *part != NULL; part++)
        if (**part != '\0')
            g_ptr_array_add(lines, g_strdup(*part));
}

static GStrv
address_lines(JsonNode *node, const char *street, const char *postcode, const char *locality,
              const char *country)
{
    g_autoptr(GPtrArray) lines = g_ptr_array_new_null_terminated(4, g_free, TRUE);
    g_autoptr(GString) town = g_string_new(NULL);

    append_line(lines, member(node, street));
    if (member(node, postcode) != NULL)
        g_string_append(town, member(node, postcode));
    if (member(node, locality) != NULL)
        g_string_append_printf(town, "%s%s", town->len > 0 ? " " : "", member(node, locality));
    append_line(lines, town->str);
    if (country != NULL)
        append_line(lines, member(node, country));
    return (GStrv)g_ptr_array_free(g_steal_pointer(&lines), FALSE);
}

static gboolean
read_parties(Source *source, CareConnection *connection, CareRecord *invoice, GError **error)
{
    g_autofree char *seller = g_strdup(care_record_text(invoice, CARE_INVOICE_SELLER));
    g_autofree char *buyer = g_strdup(care_record_text(invoice, CARE_INVOICE_BUYER));

    if (seller == NULL)
        seller = care_invoice_seller_snapshot(connection, care_record_int(invoice, CARE_INVOICE_CONTACT));
    if (buyer == NULL)
        buyer = care_invoice_buyer_snapshot(connection, invoice, error);
    if (buyer == NULL)
        return FALSE;
    source->seller = json_from_string(seller, error);
    source->buyer = source->seller != NULL ? json_from_string(buyer, error) : NULL;
    if (source->buyer == NULL)
        return FALSE;
    source->seller_address = address_lines(source->seller, CARE_SETTING_SHOP_STREET,
                                           CARE_SETTING_SHOP_POSTCODE, CARE_SETTING_SHOP_LOCALITY, NULL);
    source->buyer_address = address_lines(source->buyer, "street", "postcode", "locality", "country");
    return TRUE;
}

static void
read_corrected(Source *source, CareConnection *connection, CareRecord *invoice)
{
    if (care_record_is_set(invoice, CARE_INVOICE_CORRECTS))
        source->corrects = care_record_load(connection, &care_invoice_kind,
                                            care_record_int(invoice, CARE_INVOICE_CORRECTS), NULL);
}

/* Both discounts of a line as one figure with its reason: what the line would be without them, less what it is. */
static void
set_discount(Source *source, CareRecord *record, const char *currency, CareInvoicePaperLine *line,
             guint position)
{
    CareInvoicePaperAdjustment *adjustment
        = &g_array_index(source->adjustments, CareInvoicePaperAdjustment, position);
    CareDecimal base = line->base_quantity > 0 ? line->base_quantity : CARE_DECIMAL_ONE;
    CareMoney full
        = care_money_from_decimal(care_div_round((__int128)line->quantity * line->price, base), currency);

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

static void
read_lines(Source *source, CareRecord *invoice)
{
    guint n = care_record_list_length(invoice, CARE_INVOICE_LINES);
    const char *currency = care_record_text(invoice, CARE_INVOICE_CURRENCY);

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
            .has_agreed = care_record_is_set(record, CARE_INVOICE_LINE_AGREED),
            .agreed = care_record_int(record, CARE_INVOICE_LINE_AGREED),
            .tax_rate = care_record_int(record, CARE_INVOICE_LINE_RATE),
        };

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

static CareLetterhead
letterhead(Source *source)
{
    JsonNode *seller = source->seller;

    return (CareLetterhead){
        .name = member(seller, CARE_SETTING_SHOP_NAME),
        .tagline = member(seller, CARE_SETTING_SHOP_TAGLINE),
        .address = (const char *const *)source->seller_address,
        .phone = member(seller, CARE_SETTING_SHOP_PHONE),
        .email = member(seller, CARE_SETTING_SHOP_EMAIL),
        .website = member(seller, CARE_SETTING_SHOP_WEBSITE),
        .vat_id = member(seller, CARE_SETTING_SHOP_VAT_ID),
        .tax_number = member(seller, CARE_SETTING_SHOP_TAX_NUMBER),
        .iban = member(seller, CARE_SETTING_SHOP_IBAN),
        .bic = member(seller, CARE_SETTING_SHOP_BIC),
        .bank = member(seller, CARE_SETTING_SHOP_BANK),
        .contact_name = member(seller, "contact-name"),
        .contact_phone = member(seller, "contact-phone"),
        .contact_hours = member(seller, "contact-hours"),
    };
}

static void
fill_corrects(Source *source, CareInvoicePaper *paper)
{
    if (source->corrects == NULL)
        return;
    paper->corrects = care_record_text(source->corrects, CARE_INVOICE_NUMBER);
    paper->corrects_date = care_record_date(source->corrects, CARE_INVOICE_ISSUED);
}

CarePaper *
care_invoice_document_layout(CareConnection *connection, CareRecord *invoice, GError **error)
{
    g_auto(Source) source = { 0 };
    CareInvoicePaper paper;

    if (!read_parties(&source, connection, invoice, error))
        return NULL;
    read_corrected(&source, connection, invoice);
    read_lines(&source, invoice);
    read_taxes(&source, invoice);
    paper = (CareInvoicePaper){
        .shop = letterhead(&source),
        .buyer = { .name = member(source.buyer, "name"),
                   .attention = member(source.buyer, "attention"),
                   .address = (const char *const *)source.buyer_address,
                   .vat_id = member(source.buyer, "vat-id") },
        .type = (CarePaperType)g_ascii_strtoll(care_record_text(invoice, CARE_INVOICE_TYPE), NULL, 10),
        .number = care_record_text(invoice, CARE_INVOICE_NUMBER),
        .issued = care_record_date(invoice, CARE_INVOICE_ISSUED),
        .supplied = care_record_date(invoice, CARE_INVOICE_SUPPLY),
        .due = care_record_date(invoice, CARE_INVOICE_DUE_DATE),
        .job = member(source.buyer, "job"),
        .subject = member(source.buyer, "subject"),
        .currency = care_record_text(invoice, CARE_INVOICE_CURRENCY),
        .prices_include_tax = g_strcmp0(care_record_text(invoice, CARE_INVOICE_PRICES), "gross") == 0,
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
        .thanks = member(source.seller, CARE_SETTING_THANKS),
    };
    fill_corrects(&source, &paper);
    return care_invoice_paper_layout(&paper);
}
