/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/json/invoice-json.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "core/errors.h"
#include "exchange/json/json-fields.h"
#include "model/line-choices.h"

/* The kinds of UNTDID 1001 that a shop writes. They do not change the sums: a credit note's are positive too. */
static const char *const known_types[] = { "380", "381", "384", "326", "389", NULL };

static void
read_adjustment(CareJsonFields *fields, CareBillAdjustment *adjustment, const char *currency)
{
    adjustment->charge = care_json_fields_flag(fields, "charge", FALSE);
    adjustment->has_percent = care_json_fields_decimal(fields, "percent", &adjustment->percent);
    adjustment->has_base = care_json_fields_money(fields, "base", currency, &adjustment->base);
    adjustment->has_amount = care_json_fields_money(fields, "amount", currency, &adjustment->amount);
    adjustment->reason = g_strdup(care_json_fields_text(fields, "reason", NULL));
}

/* A category and a rate. The rate of a category that bears no tax may be left out; a rate alone names the category. */
static void
read_pair(CareJsonFields *fields, char **category, CareDecimal *rate)
{
    const char *given = care_json_fields_text(fields, "category", NULL);
    gboolean has_rate = care_json_fields_decimal(fields, "rate", rate);

    if (given == NULL && has_rate)
        given = care_bill_category_of_rate(*rate);
    if (given != NULL && strcmp(given, "S") == 0 && !has_rate)
        care_json_fields_refuse(fields, "rate", _("is missing."));
    *category = g_strdup(given);
}

static void
read_taxes(CareJsonFields *fields, CareBillLine *line)
{
    JsonArray *taxes = care_json_fields_array(fields, "taxes");

    for (guint i = 0; taxes != NULL && i < json_array_get_length(taxes); i++) {
        g_autoptr(CareJsonFields) item = care_json_fields_new_item(fields, taxes, "taxes", i);
        const char *name = care_json_fields_text(item, "name", NULL);
        CareDecimal rate = 0;

        if (name == NULL || *name == '\0')
            care_json_fields_refuse(item, "name", _("is missing."));
        if (!care_json_fields_decimal(item, "rate", &rate))
            care_json_fields_refuse(item, "rate", _("is missing."));
        care_bill_line_add_tax(line, name, rate);
    }
}

static void
read_line(CareJsonFields *fields, CareBill *bill)
{
    CareBillLine *line = care_bill_add_line(bill, care_json_fields_text(fields, "name", NULL), 0, 0);
    JsonArray *adjustments = care_json_fields_array(fields, "adjustments");

    if (!care_json_fields_decimal(fields, "quantity", &line->quantity))
        care_json_fields_refuse(fields, "quantity", _("is missing."));
    if (!care_json_fields_decimal(fields, "price", &line->price))
        care_json_fields_refuse(fields, "price", _("is missing."));
    care_json_fields_decimal(fields, "base_quantity", &line->base_quantity);
    line->unit = g_strdup(care_json_fields_text(fields, "unit", NULL));
    line->kind = g_strdup(care_json_fields_text(fields, "kind", NULL));
    read_pair(fields, &line->category, &line->rate);
    read_taxes(fields, line);
    if (line->category == NULL && !care_json_fields_has(fields, "taxes"))
        care_json_fields_refuse(fields, "category", _("is missing. Give a category and a rate, or taxes."));
    for (guint i = 0; adjustments != NULL && i < json_array_get_length(adjustments); i++) {
        g_autoptr(CareJsonFields) item = care_json_fields_new_item(fields, adjustments, "adjustments", i);
        read_adjustment(item, care_bill_line_add_adjustment(line, FALSE), bill->currency);
    }
}

static void
read_lists(CareJsonFields *fields, CareBill *bill)
{
    JsonArray *lines = care_json_fields_array(fields, "lines");
    JsonArray *adjustments = care_json_fields_array(fields, "adjustments");

    if (lines == NULL)
        care_json_fields_refuse(fields, "lines", _("is missing."));
    for (guint i = 0; lines != NULL && i < json_array_get_length(lines) && care_json_fields_ok(fields); i++) {
        g_autoptr(CareJsonFields) item = care_json_fields_new_item(fields, lines, "lines", i);
        read_line(item, bill);
    }
    for (guint i = 0; adjustments != NULL && i < json_array_get_length(adjustments); i++) {
        g_autoptr(CareJsonFields) item = care_json_fields_new_item(fields, adjustments, "adjustments", i);
        CareBillAdjustment *adjustment = care_bill_add_adjustment(bill, FALSE);
        read_adjustment(item, adjustment, bill->currency);
        read_pair(item, &adjustment->category, &adjustment->rate);
    }
}

static void
read_withholding(CareJsonFields *fields, CareBill *bill)
{
    JsonNode *node = care_json_fields_object(fields, "withholding");
    g_autoptr(CareJsonFields) withholding = NULL;

    if (node == NULL)
        return;
    withholding = care_json_fields_new(node, "withholding.", fields->error);
    if (!care_json_fields_decimal(withholding, "percent", &bill->withholding))
        care_json_fields_refuse(withholding, "percent", _("is missing."));
}

/* prices: where the document does not say. */
static CareBill *
read_bill(CareJsonFields *fields, const char *default_prices)
{
    const char *currency = care_json_fields_text(fields, "currency", NULL);
    const char *type = care_json_fields_text(fields, "type", "380");
    const char *prices = care_json_fields_text(fields, "prices", default_prices);
    gboolean gross = strcmp(prices, "gross") == 0;
    CareBill *bill = care_bill_new(currency, gross ? CARE_PRICES_GROSS : CARE_PRICES_NET);

    if (!care_currency_is_code(currency))
        care_json_fields_refuse(fields, "currency",
                                _("must be a code of three capital letters, such as EUR."));
    else if (!care_currency_is_known(currency))
        care_json_fields_refuse(fields, "currency", _("is no currency of ISO 4217."));
    if (!g_strv_contains(known_types, type))
        care_json_fields_refuse(fields, "type", _("must be one of 380, 381, 384, 326, 389."));
    if (!gross && strcmp(prices, "net") != 0)
        care_json_fields_refuse(fields, "prices", _("must be net or gross."));
    bill->type = g_strdup(type);
    read_lists(fields, bill);
    read_withholding(fields, bill);
    care_json_fields_money(fields, "paid", currency, &bill->paid);
    care_json_fields_money(fields, "rounding", currency, &bill->rounding);
    return bill;
}

/*
 * Reads the document whose totals are wanted; prices is "net" or "gross", for one that does not say which its are. Unknown
 * members are ignored; a known one of the wrong type, or a number that is none, is refused with a sentence that names it
 * (CARE_ERROR_INPUT). Free with care_bill_free().
 */
CareBill *
care_invoice_json_read(JsonNode *in, const char *prices, GError **error)
{
    g_autoptr(GError) local = NULL;
    g_autoptr(CareJsonFields) fields = care_json_fields_new(in, "", &local);
    g_autoptr(CareBill) bill = local == NULL ? read_bill(fields, prices) : NULL;

    if (local == NULL)
        return g_steal_pointer(&bill);
    g_propagate_error(error, g_steal_pointer(&local));
    return NULL;
}

static void
write_money(JsonBuilder *builder, const char *name, CareMoney amount, const char *currency)
{
    g_autofree char *text = care_money_to_string(amount, currency);

    json_builder_set_member_name(builder, name);
    json_builder_add_string_value(builder, text);
}

static void
write_tax(JsonBuilder *builder, const CareBillTaxTotal *row, const char *currency)
{
    g_autofree char *rate = care_decimal_to_string(row->rate);

    json_builder_begin_object(builder);
    json_builder_set_member_name(builder, "category");
    json_builder_add_string_value(builder, row->category);
    if (row->name != NULL) {
        json_builder_set_member_name(builder, "name");
        json_builder_add_string_value(builder, row->name);
    }
    json_builder_set_member_name(builder, "rate"); /* outside the scope of VAT there is no rate, not even 0 */
    json_builder_add_string_value(builder, g_strcmp0(row->category, "O") == 0 ? NULL : rate);
    write_money(builder, "taxable", row->taxable, currency);
    write_money(builder, "tax", row->tax, currency);
    json_builder_end_object(builder);
}

static void
write_sums(JsonBuilder *builder, const CareBill *bill, const CareBillTotals *totals)
{
    write_money(builder, "line_total", totals->line_total, bill->currency);
    write_money(builder, "allowances", totals->allowances, bill->currency);
    write_money(builder, "charges", totals->charges, bill->currency);
    write_money(builder, "net", totals->net, bill->currency);
    write_money(builder, "tax", totals->tax, bill->currency);
    write_money(builder, "gross", totals->gross, bill->currency);
    if (bill->withholding != 0)
        write_money(builder, "withheld", totals->withheld, bill->currency);
    write_money(builder, "paid", totals->paid, bill->currency);
    write_money(builder, "rounding", totals->rounding, bill->currency);
    write_money(builder, "due", totals->due, bill->currency);
}

/* The totals of a bill as an object of decimal strings. Free with json_node_unref(). */
JsonNode *
care_invoice_json_write(const CareBill *bill, const CareBillTotals *totals)
{
    g_autoptr(JsonBuilder) builder = json_builder_new_immutable();

    json_builder_begin_object(builder);
    json_builder_set_member_name(builder, "lines");
    json_builder_begin_array(builder);
    for (guint i = 0; i < totals->lines->len; i++) {
        json_builder_begin_object(builder);
        write_money(builder, "net", g_array_index(totals->lines, CareBillLineTotal, i).net, bill->currency);
        json_builder_end_object(builder);
    }
    json_builder_end_array(builder);
    json_builder_set_member_name(builder, "vat");
    json_builder_begin_array(builder);
    for (guint i = 0; i < totals->taxes->len; i++)
        write_tax(builder, totals->taxes->pdata[i], bill->currency);
    json_builder_end_array(builder);
    write_sums(builder, bill, totals);
    json_builder_end_object(builder);
    return json_builder_get_root(builder);
}

/*
 * The totals of a document: reads, computes, writes, stores nothing. NULL with a sentence on what is no such document
 * (CARE_ERROR_INPUT) or what the rules forbid (CARE_ERROR_REFUSED). Free with json_node_unref().
 */
JsonNode *
care_invoice_json_total(JsonNode *in, GError **error)
{
    g_autoptr(CareBill) bill = care_invoice_json_read(in, care_price_mode_word(CARE_MODE_NET), error);
    g_autoptr(CareBillTotals) totals
        = bill != NULL && care_bill_check_whole(bill, error) ? care_bill_total(bill, error) : NULL;

    return totals != NULL ? care_invoice_json_write(bill, totals) : NULL;
}
