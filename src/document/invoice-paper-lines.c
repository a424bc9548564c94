/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
/* The table of an invoice's lines. */
#include "document/invoice-paper-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "core/unit.h"
#include "document/paper-format.h"
#include "document/table.h"

#define GAP CARE_INVOICE_PAPER_GAP
#define AGREED_WIDTH (23 * CARE_MM - GAP)
#define PRICE_WIDTH (20 * CARE_MM - GAP)
#define QUANTITY_WIDTH (22 * CARE_MM - GAP)
#define TAX_WIDTH 36.0
#define LEAST_NAME_WIDTH 110.0
#define SMALL 8.5 /* figures, where the usual ones would leave no room for names */
#define ROW_PADDING 5.0

static const CareTextStyle style_name = CARE_INVOICE_PAPER_NAME;
static const CareTextStyle style_note = { 8, 400, CARE_INK_DIM, CARE_ALIGN_START, FALSE, 11 };
static const CareTextStyle style_figure = CARE_INVOICE_PAPER_FIGURE;
static const CareTextStyle style_net_price = { 8, 400, CARE_INK_DIM, CARE_ALIGN_END, TRUE, 11 };
static const CareTextStyle style_head = { 8.5, 400, CARE_INK_DIM, CARE_ALIGN_END, TRUE };

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
    CareTextStyle figure;
    CareTextStyle agreed;
    gboolean parts_net; /* the word and its figure may stand on two lines: names have no room */
} Plan;

/* What is carried from page to page. */
typedef struct {
    CareColumn name;
    CareColumn amount;
    CareTextStyle figure;
    char *currency;
} Carry;

/* How far the lines have got. */
typedef struct {
    guint n_written;
    CareMoney sum;
} Standing;

static gboolean
any_agreed(const CareInvoicePaper *invoice)
{
    for (guint i = 0; i < invoice->n_lines; i++) {
        if (invoice->lines[i].has_agreed)
            return TRUE;
    }

    return FALSE;
}

/* Figures never break: the widest of the column decides, where the usual width has no room for it. What stands after a
 * space may go into the next line. */
static double
widen(CareFlow *flow, const Plan *plan, double width, const char *text)
{
    g_autofree char *figure = g_strndup(text, strcspn(text, " "));

    return MAX(width, care_invoice_paper_text_width(flow, figure, &plan->figure));
}

static double
money_column(CareFlow *flow, const Plan *plan, const CareInvoicePaper *invoice, double width, gsize offset)
{
    for (guint i = 0; i < invoice->n_lines; i++) {
        CareMoney amount = G_STRUCT_MEMBER(CareMoney, &invoice->lines[i], offset);
        g_autofree char *text = care_money_format_plain(amount, invoice->currency);

        width = widen(flow, plan, width, text);
    }
    return width;
}

/* The amounts, and what they come to at the end of a page. */
static double
amount_column(CareFlow *flow, const Plan *plan, const CareInvoicePaper *invoice)
{
    CareMoney sum = 0;
    double width = money_column(flow, plan, invoice, CARE_INVOICE_PAPER_AMOUNT_WIDTH,
                                G_STRUCT_OFFSET(CareInvoicePaperLine, amount));

    for (guint i = 0; i < invoice->n_lines; i++) {
        g_autofree char *text = NULL;

        sum += invoice->lines[i].amount;
        text = care_money_format_plain(sum, invoice->currency);
        width = widen(flow, plan, width, text);
    }
    return width;
}

static char *
quantity_text(CareDecimal quantity, const char *unit)
{
    g_autofree char *value = care_decimal_format(quantity, 0);
    const char *label = care_unit_label(unit);

    if (!care_invoice_paper_has(label))
        return g_steal_pointer(&value);
    /* a unit of a word goes below its figure rather than apart */
    return g_strdup_printf(g_utf8_strlen(label, -1) > 4 ? "%s %s" : "%s\u00a0%s", value, label);
}

static char *
price_text(const CareInvoicePaper *invoice, const CareInvoicePaperLine *line)
{
    g_autofree char *price = care_decimal_format(line->price, care_currency_digits(invoice->currency));
    g_autofree char *base = NULL;

    if (line->base_quantity <= 0 || line->base_quantity == CARE_DECIMAL_ONE)
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

/* The net price stands on one line; where that leaves names no room, no figure of it breaks at least. */
static double
widen_for_net(CareFlow *flow, const Plan *plan, double width, const char *net)
{
    g_auto(GStrv) words = g_strsplit(net, " ", -1);

    if (!plan->parts_net)
        return MAX(width, care_invoice_paper_text_width(flow, net, &style_net_price));
    for (char **word = words; *word != NULL; word++)
        width = MAX(width, care_invoice_paper_text_width(flow, *word, &style_net_price));
    return width;
}

static double
price_column(CareFlow *flow, const Plan *plan, const CareInvoicePaper *invoice)
{
    double width = PRICE_WIDTH;

    for (guint i = 0; i < invoice->n_lines; i++) {
        g_autofree char *text = price_text(invoice, &invoice->lines[i]);
        g_autofree char *net = net_price_text(invoice, &invoice->lines[i]);

        width = widen(flow, plan, width, text);
        if (net != NULL)
            width = widen_for_net(flow, plan, width, net);
    }
    return width;
}

static double
quantity_column(CareFlow *flow, const Plan *plan, const CareInvoicePaper *invoice)
{
    double width = QUANTITY_WIDTH;

    for (guint i = 0; i < invoice->n_lines; i++) {
        g_autofree char *text = quantity_text(invoice->lines[i].quantity, invoice->lines[i].unit);

        width = widen(flow, plan, width, text);
    }
    return width;
}

/* Columns are placed from the far edge inwards; the name gets what is left. */
static double
plan_column(CareFlow *flow, Plan *plan, Column column, const char *title, double edge, double width)
{
    double head = care_invoice_paper_text_width(flow, title, &style_head);

    width = MAX(width, MIN(head, width * 1.5));
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

/* The titles of the columns that need to be made. */
typedef struct {
    const char *name;
    const char *price;
    const char *agreed;
    const char *amount;
} Heads;

static double
plan_figures(Plan *plan, CareFlow *flow, const CareInvoicePaper *invoice, const Heads *heads)
{
    double edge = care_flow_get_width(flow);

    plan->n_columns = 0;
    for (int i = 0; i < N_COLUMNS; i++)
        plan->position[i] = -1;
    edge = plan_column(flow, plan, COLUMN_AMOUNT, heads->amount, edge, amount_column(flow, plan, invoice));
    if (any_agreed(invoice))
        edge = plan_column(
            flow, plan, COLUMN_AGREED, heads->agreed, edge,
            money_column(flow, plan, invoice, AGREED_WIDTH, G_STRUCT_OFFSET(CareInvoicePaperLine, agreed)));
    if (invoice->n_taxes > 1 && !invoice->hides_tax)
        edge = plan_column(flow, plan, COLUMN_TAX, care_invoice_paper_tax_name(invoice), edge, TAX_WIDTH);
    edge = plan_column(flow, plan, COLUMN_PRICE, heads->price, edge, price_column(flow, plan, invoice));
    return plan_column(flow, plan, COLUMN_QUANTITY, C_("paper", "Quantity"), edge,
                       quantity_column(flow, plan, invoice));
}

static void
plan_table(Plan *plan, CareFlow *flow, const CareInvoicePaper *invoice, const Heads *heads)
{
    double edge;

    plan->figure = plan->agreed = style_figure;
    plan->agreed.colour = CARE_INK_DIM;
    edge = plan_figures(plan, flow, invoice, heads);
    if (edge < LEAST_NAME_WIDTH) {
        plan->parts_net = TRUE;
        edge = plan_figures(plan, flow, invoice, heads);
    }
    if (edge < LEAST_NAME_WIDTH) {
        plan->figure.size = plan->agreed.size = SMALL;
        edge = plan_figures(plan, flow, invoice, heads);
    }
    plan->position[COLUMN_NAME] = plan->n_columns;
    plan->columns[plan->n_columns++] = (CareColumn){ heads->name, 0, MAX(edge, 40), CARE_ALIGN_START };
}

static void
add_cell(CareTable *table, const Plan *plan, Column column, const char *text, const CareTextStyle *style)
{
    if (plan->position[column] >= 0)
        care_table_cell(table, plan->position[column], text, style);
}

static void
add_line_adjustments(CareTable *table, const Plan *plan, const CareInvoicePaper *invoice,
                     const CareInvoicePaperLine *line)
{
    for (guint i = 0; i < line->n_adjustments; i++) {
        const CareInvoicePaperAdjustment *adjustment = &line->adjustments[i];
        g_autofree char *amount = care_money_format_plain(adjustment->amount, invoice->currency);
        /* Translators: why something was added or let off, and how much: "Season ticket: −12.00" */
        g_autofree char *text = g_strdup_printf(C_("paper", "%s: %s"), adjustment->reason, amount);

        add_cell(table, plan, COLUMN_NAME, text, &style_note);
    }
}

static void
add_line(CareTable *table, const Plan *plan, const CareInvoicePaper *invoice,
         const CareInvoicePaperLine *line, const Standing *standing)
{
    g_autofree char *quantity = quantity_text(line->quantity, line->unit);
    g_autofree char *price = price_text(invoice, line);
    g_autofree char *net = net_price_text(invoice, line);
    g_autofree char *rate = care_paper_format_rate(line->tax_rate);
    g_autofree char *agreed
        = line->has_agreed ? care_money_format_plain(line->agreed, invoice->currency) : g_strdup("–");
    g_autofree char *amount = care_money_format_plain(line->amount, invoice->currency);
    /* with the one before it: a sum of one line looks lost */
    gboolean last = standing->n_written + 2 > invoice->n_lines;

    add_cell(table, plan, COLUMN_NAME, line->name, &style_name);
    add_line_adjustments(table, plan, invoice, line);
    add_cell(table, plan, COLUMN_NAME, line->note, &style_note);
    add_cell(table, plan, COLUMN_QUANTITY, quantity, &plan->figure);
    add_cell(table, plan, COLUMN_PRICE, price, &plan->figure);
    add_cell(table, plan, COLUMN_PRICE, net, &style_net_price);
    add_cell(table, plan, COLUMN_TAX, rate, &plan->figure);
    add_cell(table, plan, COLUMN_AGREED, agreed, &plan->agreed);
    add_cell(table, plan, COLUMN_AMOUNT, amount, &plan->figure);
    care_table_end_row_at(table, last ? CARE_BLOCK_KEEP_WITH_NEXT : CARE_BLOCK_DEFAULT, standing->sum);
}

static void
carry_free(gpointer data)
{
    Carry *carry = data;

    g_free(carry->currency);
    g_free(carry);
}

/* At the foot of a page what its lines have come to, and the same again at the head of the next. */
static void
write_carry(CareFlow *flow, gint64 sum, guint from_page, gpointer data)
{
    const Carry *carry = data;
    CareTextStyle name = style_name, figure = carry->figure;
    g_autofree char *amount = care_money_format_plain(sum, carry->currency);
    /* Translators: at the head of a further page: what the lines so far come to */
    g_autofree char *text = from_page > 0
                                ? g_strdup_printf(C_("paper", "Carried forward from page %u"), from_page)
                                : g_strdup(C_("paper", "Carried forward"));
    double height;

    name.weight = figure.weight = 600;
    care_flow_text(flow, carry->name.x, ROW_PADDING, carry->name.width, text, &name);
    care_flow_text(flow, carry->amount.x, ROW_PADDING, carry->amount.width, amount, &figure);
    height = care_flow_get_open_height(flow);
    care_flow_rule(flow, 0, height + ROW_PADDING - 0.4, care_flow_get_width(flow), 0.4, CARE_INK_RULE);
}

static void
set_carry(CareFlow *flow, const Plan *plan, const CareInvoicePaper *invoice)
{
    Carry *carry = g_new(Carry, 1);

    carry->name = plan->columns[plan->position[COLUMN_NAME]];
    carry->amount = plan->columns[plan->position[COLUMN_AMOUNT]];
    carry->figure = plan->figure;
    carry->currency = g_strdup(invoice->currency);
    care_flow_set_carry(flow, write_carry, carry, carry_free);
}

/* A head of its own, and those of the figures above the first one of each page. */
static void
set_heads(Plan *plan, const char *title)
{
    for (guint i = 0; i < plan->n_columns; i++)
        plan->columns[i].spared = TRUE;
    plan->columns[plan->position[COLUMN_NAME]].title = title;
    plan->columns[plan->position[COLUMN_NAME]].spared = FALSE;
}

/* group: nullable: all lines. */
static void
add_table(CareFlow *flow, const Plan *plan, const CareInvoicePaper *invoice,
          const CareInvoicePaperGroup *group, Standing *standing)
{
    g_autoptr(CareTable) table = care_table_new(flow, plan->columns, plan->n_columns);

    for (guint i = 0; i < invoice->n_lines; i++) {
        if (group != NULL && invoice->lines[i].kind != group->kind)
            continue;
        standing->n_written++;
        standing->sum += invoice->lines[i].amount;
        add_line(table, plan, invoice, &invoice->lines[i], standing);
    }
}

static void
add_tables(CareFlow *flow, Plan *plan, const CareInvoicePaper *invoice)
{
    CareInvoicePaperGroup groups[CARE_PAPER_LINE_KINDS];
    guint n = care_invoice_paper_groups(invoice, groups);
    Standing standing = { 0 };

    if (n == 0)
        add_table(flow, plan, invoice, NULL, &standing);
    for (guint i = 0; i < n; i++) {
        set_heads(plan, groups[i].title);
        add_table(flow, plan, invoice, &groups[i], &standing);
    }
}

void
care_invoice_paper_add_lines(CareFlow *flow, const CareInvoicePaper *invoice)
{
    const char *currency = care_currency_symbol(invoice->currency);
    /* Translators: %s is the currency's sign, as a column title: "Amount €" */
    g_autofree char *amount = g_strdup_printf(C_("paper", "Amount %s"), currency);
    g_autofree char *agreed = g_strdup_printf(C_("paper", "Agreed %s"), currency);
    g_autofree char *price = g_strdup_printf(C_("paper", "Price %s"), currency);
    g_autofree char *title = lines_title(invoice);
    const Heads heads = { title, price, agreed, amount };
    Plan plan = { 0 };

    plan_table(&plan, flow, invoice, &heads);
    set_carry(flow, &plan, invoice);
    add_tables(flow, &plan, invoice);
}
