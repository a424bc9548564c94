/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
/* The table of an invoice's lines. */
#include "document/invoice-paper-private.h"

#include <glib/gi18n-lib.h>

#include "document/paper-format.h"
#include "document/table.h"

#define GAP 10.0
#define AGREED_WIDTH 58.0
#define PRICE_WIDTH 60.0
#define QUANTITY_WIDTH 52.0

static const CareTextStyle style_name = CARE_INVOICE_PAPER_NAME;
static const CareTextStyle style_note = { 7.5, 400, CARE_INK_DIM, CARE_ALIGN_START };
static const CareTextStyle style_figure = CARE_INVOICE_PAPER_FIGURE;
static const CareTextStyle style_agreed = CARE_INVOICE_PAPER_QUIET_FIGURE;
static const CareTextStyle style_net_price = { 7.5, 400, CARE_INK_DIM, CARE_ALIGN_END, TRUE };

typedef enum {
    COLUMN_NAME,
    COLUMN_QUANTITY,
    COLUMN_PRICE,
    COLUMN_TAX,
    COLUMN_AGREED,
    COLUMN_AMOUNT,
    N_COLUMNS,
} Column;

/* The line table; -1 for a column this invoice has no use for. */
typedef struct {
    int position[N_COLUMNS];
    CareColumn columns[N_COLUMNS];
    guint n_columns;
} Plan;

static gboolean
any_agreed(const CareInvoicePaper *invoice)
{
    for (guint i = 0; i < invoice->n_lines; i++) {
        if (invoice->lines[i].has_agreed)
            return TRUE;
    }

    return FALSE;
}

/* Figures never break: the widest of the column decides, where the usual width has no room for it. */
static double
money_column(CareFlow *flow, const CareInvoicePaper *invoice, double usual, gsize offset)
{
    double width = usual;

    for (guint i = 0; i < invoice->n_lines; i++) {
        CareMoney amount = G_STRUCT_MEMBER(CareMoney, &invoice->lines[i], offset);
        g_autofree char *text = care_money_format_plain(amount, invoice->currency);

        width = MAX(width, care_invoice_paper_text_width(flow, text, &style_figure));
    }
    return width;
}

static double
price_column(CareFlow *flow, const CareInvoicePaper *invoice)
{
    double width = PRICE_WIDTH;

    for (guint i = 0; i < invoice->n_lines; i++) {
        g_autofree char *text
            = care_decimal_format(invoice->lines[i].price, care_currency_digits(invoice->currency));

        width = MAX(width, care_invoice_paper_text_width(flow, text, &style_figure));
    }
    return width;
}

static double
quantity_column(CareFlow *flow, const CareInvoicePaper *invoice)
{
    double width = QUANTITY_WIDTH;

    for (guint i = 0; i < invoice->n_lines; i++) {
        g_autofree char *text = care_decimal_format(invoice->lines[i].quantity, 0);

        width = MAX(width, care_invoice_paper_text_width(flow, text, &style_figure));
    }
    return width;
}

/* Columns are placed from the far edge inwards; the name gets what is left. */
static double
plan_column(Plan *plan, Column column, const char *title, double edge, double width)
{
    plan->position[column] = plan->n_columns;
    plan->columns[plan->n_columns++] = (CareColumn){ title, edge - width, width, CARE_ALIGN_END };

    return edge - width - GAP;
}

/* The head of the lines. Transfer full. */
static char *
lines_title(const CareInvoicePaper *invoice)
{
    if (!invoice->prices_include_tax || invoice->hides_tax)
        return g_strdup(C_("paper", "Work and parts"));
    /* Translators: %s is the name of the tax, "VAT" */
    return g_strdup_printf(C_("paper", "Work and parts, prices include %s"),
                           care_invoice_paper_tax_name(invoice));
}

static void
plan_table(Plan *plan, CareFlow *flow, const CareInvoicePaper *invoice, const char *title, const char *amount,
           const char *agreed)
{
    double edge = care_flow_get_width(flow);

    for (int i = 0; i < N_COLUMNS; i++)
        plan->position[i] = -1;
    edge = plan_column(plan, COLUMN_AMOUNT, amount, edge,
                       money_column(flow, invoice, CARE_INVOICE_PAPER_AMOUNT_WIDTH,
                                    G_STRUCT_OFFSET(CareInvoicePaperLine, amount)));
    if (any_agreed(invoice))
        edge = plan_column(
            plan, COLUMN_AGREED, agreed, edge,
            money_column(flow, invoice, AGREED_WIDTH, G_STRUCT_OFFSET(CareInvoicePaperLine, agreed)));
    if (invoice->n_taxes > 1 && !invoice->hides_tax)
        edge = plan_column(plan, COLUMN_TAX, care_invoice_paper_tax_name(invoice), edge, 38);
    edge = plan_column(plan, COLUMN_PRICE, C_("paper", "Price"), edge, price_column(flow, invoice));
    edge = plan_column(plan, COLUMN_QUANTITY, C_("paper", "Quantity"), edge, quantity_column(flow, invoice));
    plan->position[COLUMN_NAME] = plan->n_columns;
    plan->columns[plan->n_columns++] = (CareColumn){ title, 0, edge, CARE_ALIGN_START };
}

static void
add_cell(CareTable *table, const Plan *plan, Column column, const char *text, const CareTextStyle *style)
{
    if (plan->position[column] >= 0)
        care_table_cell(table, plan->position[column], text, style);
}

static char *
quantity_text(CareDecimal quantity, const char *unit)
{
    g_autofree char *value = care_decimal_format(quantity, 0);
    const char *label = care_paper_unit_label(unit);

    return care_invoice_paper_has(label) ? g_strdup_printf("%s\u00a0%s", value, label)
                                         : g_steal_pointer(&value);
}

static char *
price_text(const CareInvoicePaper *invoice, const CareInvoicePaperLine *line)
{
    g_autofree char *price = care_decimal_format(line->price, care_currency_digits(invoice->currency));
    g_autofree char *base = NULL;

    if (line->base_quantity == 0 || line->base_quantity == CARE_DECIMAL_ONE)
        return g_steal_pointer(&price);
    base = quantity_text(line->base_quantity, line->unit);

    /* Translators: a price for more than one unit: "12.00 per 100 m" */
    return g_strdup_printf(C_("paper", "%s per %s"), price, base);
}

/* The unit price without the tax in it (Art. 226 no. 8); NULL where there is none to leave out. */
static char *
net_price_text(const CareInvoicePaper *invoice, const CareInvoicePaperLine *line)
{
    g_autofree char *price = NULL;

    if (line->net_price == 0 || invoice->hides_tax)
        return NULL;
    price = care_decimal_format(line->net_price, care_currency_digits(invoice->currency));
    /* Translators: a unit price without the tax, below the price with it */
    return g_strdup_printf(C_("paper", "net %s"), price);
}

static void
add_line_adjustments(CareTable *table, const Plan *plan, const CareInvoicePaper *invoice,
                     const CareInvoicePaperLine *line)
{
    for (guint i = 0; i < line->n_adjustments; i++) {
        const CareInvoicePaperAdjustment *adjustment = &line->adjustments[i];
        g_autofree char *amount = care_money_format_plain(adjustment->amount, invoice->currency);
        g_autofree char *text = g_strdup_printf("%s: %s", adjustment->reason, amount);

        add_cell(table, plan, COLUMN_NAME, text, &style_note);
    }
}

static void
add_line(CareTable *table, const Plan *plan, const CareInvoicePaper *invoice, guint i)
{
    const CareInvoicePaperLine *line = &invoice->lines[i];
    g_autofree char *quantity = quantity_text(line->quantity, line->unit);
    g_autofree char *price = price_text(invoice, line);
    g_autofree char *net = net_price_text(invoice, line);
    g_autofree char *rate = care_paper_format_rate(line->tax_rate);
    g_autofree char *agreed
        = line->has_agreed ? care_money_format_plain(line->agreed, invoice->currency) : g_strdup("–");
    g_autofree char *amount = care_money_format_plain(line->amount, invoice->currency);
    gboolean last = i + 1 == invoice->n_lines;

    add_cell(table, plan, COLUMN_NAME, line->name, &style_name);
    add_line_adjustments(table, plan, invoice, line);
    add_cell(table, plan, COLUMN_NAME, line->note, &style_note);
    add_cell(table, plan, COLUMN_QUANTITY, quantity, &style_figure);
    add_cell(table, plan, COLUMN_PRICE, price, &style_figure);
    add_cell(table, plan, COLUMN_PRICE, net, &style_net_price);
    add_cell(table, plan, COLUMN_TAX, rate, &style_figure);
    add_cell(table, plan, COLUMN_AGREED, agreed, &style_agreed);
    add_cell(table, plan, COLUMN_AMOUNT, amount, &style_figure);
    care_table_end_row(table, last ? CARE_BLOCK_KEEP_WITH_NEXT : CARE_BLOCK_DEFAULT);
}

void
care_invoice_paper_add_lines(CareFlow *flow, const CareInvoicePaper *invoice)
{
    const char *currency = care_currency_symbol(invoice->currency);
    /* Translators: %s is the currency's sign, as a column title: "Amount €" */
    g_autofree char *amount = g_strdup_printf(C_("paper", "Amount %s"), currency);
    g_autofree char *agreed = g_strdup_printf(C_("paper", "Agreed %s"), currency);
    g_autofree char *title = lines_title(invoice);
    g_autoptr(CareTable) table = NULL;
    Plan plan = { 0 };

    plan_table(&plan, flow, invoice, title, amount, agreed);
    table = care_table_new(flow, plan.columns, plan.n_columns);
    for (guint i = 0; i < invoice->n_lines; i++)
        add_line(table, &plan, invoice, i);
}
