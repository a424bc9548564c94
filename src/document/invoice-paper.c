/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
/* The paper of an invoice, a credit note or a draft of either. It carries what Art. 226 of Directive 2006/112/EC
 * asks for; which figures are right is decided by the model. */
#include "document/invoice-paper.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "document/iban.h"
#include "document/paper-format.h"
#include "document/qr-code.h"
#include "document/table.h"

#define GAP 10.0
#define MAX_FACTS 10
#define CODE_SIDE 98.0
#define AMOUNT_WIDTH 64.0
#define AGREED_WIDTH 58.0
#define PRICE_WIDTH 60.0
#define QUANTITY_WIDTH 52.0
/* The law wants these words as they are, in any language (Art. 226 no. 11a). */
#define REVERSE_CHARGE "Reverse charge"

static const CareTextStyle style_name = { 8.5, 500, CARE_INK, CARE_ALIGN_START };
static const CareTextStyle style_note = { 7.5, 400, CARE_INK_DIM, CARE_ALIGN_START };
static const CareTextStyle style_figure = { 8.5, 400, CARE_INK, CARE_ALIGN_END, TRUE };
static const CareTextStyle style_agreed = { 8.5, 400, CARE_INK_DIM, CARE_ALIGN_END, TRUE };
static const CareTextStyle style_net_price = { 7.5, 400, CARE_INK_DIM, CARE_ALIGN_END, TRUE };
static const CareTextStyle style_total = { 10.5, 700, CARE_INK, CARE_ALIGN_END, TRUE };
static const CareTextStyle style_body = { 8.5, 400, CARE_INK, CARE_ALIGN_START };
static const CareTextStyle style_quiet = { 8.5, 400, CARE_INK_DIM, CARE_ALIGN_START };

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
has(const char *text)
{
    return text != NULL && *text != '\0';
}

static gboolean
is_credit(const CareInvoicePaper *invoice)
{
    return invoice->type == CARE_PAPER_CREDIT_NOTE;
}

/* The word at the top: the caller's preset or the plain name of the type. Owned by the invoice or static. */
const char *
care_invoice_paper_get_title(const CareInvoicePaper *invoice)
{
    if (has(invoice->title))
        return invoice->title;

    switch (invoice->type) {
    case CARE_PAPER_CREDIT_NOTE:
        /* Translators: German law calls this Rechnungskorrektur; Gutschrift means something else */
        return C_("paper", "Credit Note");
    case CARE_PAPER_CORRECTED_INVOICE:
        return C_("paper", "Corrected Invoice");
    case CARE_PAPER_PARTIAL_INVOICE:
        return C_("paper", "Partial Invoice");
    case CARE_PAPER_INVOICE:
    default:
        return C_("paper", "Invoice");
    }
}

static void
add_opening(CareFlow *flow, const CareInvoicePaper *invoice)
{
    g_autofree char *issued = care_paper_format_date(invoice->issued);
    g_autofree char *supplied = care_paper_format_period(invoice->supplied, invoice->supplied_until);
    g_autofree char *due = care_paper_format_date(invoice->due);
    gboolean draft = !has(invoice->number);
    CareFact facts[MAX_FACTS] = {
        { is_credit(invoice) ? C_("paper", "Number") : C_("paper", "Invoice no."),
          draft ? C_("paper", "number on issue") : invoice->number, draft, TRUE },
        { C_("paper", "Date"), has(issued) ? issued : C_("paper", "on issue"), !has(issued), FALSE },
        { C_("paper", "Corrects invoice"), invoice->corrects },
        { C_("paper", "Done on"), supplied },
        { C_("paper", "Please pay by"), is_credit(invoice) || invoice->due_amount <= 0 ? NULL : due },
        { C_("paper", "Job"), invoice->job },
        { C_("paper", "Quote"), invoice->agreement },
        { C_("paper", "Your reference"), invoice->buyer_reference },
        { C_("paper", "Your contact"), invoice->shop.contact_name, FALSE, TRUE },
        { C_("paper", "Phone"), has(invoice->shop.contact_name) ? invoice->shop.contact_phone : NULL },
    };

    care_letterhead_add_opening(flow, &invoice->buyer, facts, G_N_ELEMENTS(facts));
}

static char *
subject_line(const CareInvoicePaper *invoice)
{
    g_autofree char *date = care_paper_format_date(invoice->corrects_date);
    g_autofree char *corrects = NULL;

    if (!has(invoice->corrects))
        return g_strdup(invoice->subject);

    corrects = has(date) ? g_strdup_printf(C_("paper", "Corrects invoice %s of %s"), invoice->corrects, date)
                         : g_strdup_printf(C_("paper", "Corrects invoice %s"), invoice->corrects);

    return has(invoice->subject) ? g_strdup_printf("%s · %s", corrects, invoice->subject)
                                 : g_steal_pointer(&corrects);
}

static gboolean
any_agreed(const CareInvoicePaper *invoice)
{
    for (guint i = 0; i < invoice->n_lines; i++) {
        if (invoice->lines[i].has_agreed)
            return TRUE;
    }

    return FALSE;
}

static double
text_width(CareFlow *flow, const char *text, const CareTextStyle *style)
{
    double width = 0;

    if (has(text))
        care_text_measure(care_flow_get_context(flow), text, style, 0, &width, NULL);
    return width + 1;
}

/* Figures never break: the widest of the column decides, where the usual width has no room for it. */
static double
money_column(CareFlow *flow, const CareInvoicePaper *invoice, double usual, gsize offset)
{
    double width = usual;

    for (guint i = 0; i < invoice->n_lines; i++) {
        CareMoney amount = G_STRUCT_MEMBER(CareMoney, &invoice->lines[i], offset);
        g_autofree char *text = care_money_format_plain(amount, invoice->currency);

        width = MAX(width, text_width(flow, text, &style_figure));
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

        width = MAX(width, text_width(flow, text, &style_figure));
    }
    return width;
}

static double
quantity_column(CareFlow *flow, const CareInvoicePaper *invoice)
{
    double width = QUANTITY_WIDTH;

    for (guint i = 0; i < invoice->n_lines; i++) {
        g_autofree char *text = care_decimal_format(invoice->lines[i].quantity, 0);

        width = MAX(width, text_width(flow, text, &style_figure));
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

static const char *
tax_name(const CareInvoicePaper *invoice)
{
    return has(invoice->tax_name) ? invoice->tax_name : C_("paper", "VAT");
}

/* The head of the lines. Transfer full. */
static char *
lines_title(const CareInvoicePaper *invoice)
{
    if (!invoice->prices_include_tax || invoice->hides_tax)
        return g_strdup(C_("paper", "Work and parts"));
    /* Translators: %s is the name of the tax, "VAT" */
    return g_strdup_printf(C_("paper", "Work and parts, prices include %s"), tax_name(invoice));
}

static void
plan_table(Plan *plan, CareFlow *flow, const CareInvoicePaper *invoice, const char *title, const char *amount,
           const char *agreed)
{
    double edge = care_flow_get_width(flow);

    for (int i = 0; i < N_COLUMNS; i++)
        plan->position[i] = -1;
    edge = plan_column(
        plan, COLUMN_AMOUNT, amount, edge,
        money_column(flow, invoice, AMOUNT_WIDTH, G_STRUCT_OFFSET(CareInvoicePaperLine, amount)));
    if (any_agreed(invoice))
        edge = plan_column(
            plan, COLUMN_AGREED, agreed, edge,
            money_column(flow, invoice, AGREED_WIDTH, G_STRUCT_OFFSET(CareInvoicePaperLine, agreed)));
    if (invoice->n_taxes > 1 && !invoice->hides_tax)
        edge = plan_column(plan, COLUMN_TAX, tax_name(invoice), edge, 38);
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

    return has(label) ? g_strdup_printf("%s\u00a0%s", value, label) : g_steal_pointer(&value);
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

static void
add_lines(CareFlow *flow, const CareInvoicePaper *invoice)
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

/* Where the sums have got to. */
typedef struct {
    CareFlow *flow;
    const CareInvoicePaper *invoice;
    double y;
    double amount_width; /* of the widest figure */
} Sums;

static void
add_sum_text(Sums *sums, const char *label, const char *amount, const CareTextStyle *style)
{
    double edge = care_flow_get_width(sums->flow);
    double amount_x = edge - sums->amount_width;
    double amount_height = care_flow_text(sums->flow, amount_x, sums->y, sums->amount_width, amount, style);
    CareTextStyle label_style = *style;
    double label_height;

    label_style.tabular = FALSE;
    label_height = care_flow_text(sums->flow, 0, sums->y, amount_x - GAP, label, &label_style);
    sums->y += MAX(amount_height, label_height) + 4;
}

static void
add_sum_in(Sums *sums, const char *label, CareMoney amount, const CareTextStyle *style)
{
    g_autofree char *text = care_money_format_plain(amount, sums->invoice->currency);

    add_sum_text(sums, label, text, style);
}

static void
add_sum(Sums *sums, const char *label, CareMoney amount)
{
    add_sum_in(sums, label, amount, &style_figure);
}

static char *
tax_label(const CareInvoicePaper *invoice, const CareInvoicePaperTax *tax)
{
    g_autofree char *rate = care_paper_format_rate(tax->rate);
    g_autofree char *base = care_money_format_plain(tax->taxable, invoice->currency);
    const char *name = has(tax->name) ? tax->name : tax_name(invoice);

    if (g_strcmp0(tax->category, "O") == 0)
        /* Translators: the name of the tax and the amount that bears none */
        return g_strdup_printf(C_("paper", "Outside the scope of %s, on %s"), name, base);
    if (invoice->prices_include_tax)
        /* Translators: below a total that contains tax: "includes VAT 19 % on 25.18" */
        return g_strdup_printf(C_("paper", "includes %s %s on %s"), name, rate, base);
    if (invoice->n_taxes == 1 && tax->taxable == invoice->net)
        return g_strdup_printf("%s %s", name, rate);

    /* Translators: tax name, rate, taxable amount: "VAT 19 % on 150.00" */
    return g_strdup_printf(C_("paper", "%s %s on %s"), name, rate, base);
}

static void
add_taxes(Sums *sums)
{
    for (guint i = 0; i < sums->invoice->n_taxes && !sums->invoice->hides_tax; i++) {
        const CareInvoicePaperTax *tax = &sums->invoice->taxes[i];
        g_autofree char *label = tax_label(sums->invoice, tax);

        /* What a total only contains is quiet, so that nobody adds it */
        add_sum_in(sums, label, tax->tax, sums->invoice->prices_include_tax ? &style_agreed : &style_figure);
    }
}

static void
add_adjustments(Sums *sums)
{
    const CareInvoicePaper *invoice = sums->invoice;

    if (invoice->n_adjustments == 0)
        return;
    add_sum(sums, C_("paper", "Sum of the lines"), invoice->line_total);
    for (guint i = 0; i < invoice->n_adjustments; i++)
        add_sum(sums, invoice->adjustments[i].reason, invoice->adjustments[i].amount);
}

static void
add_payments(Sums *sums)
{
    const CareInvoicePaper *invoice = sums->invoice;

    if (invoice->due_amount == invoice->gross)
        return;
    if (!invoice->prices_include_tax && !invoice->hides_tax)
        add_sum(sums, C_("paper", "Total"), invoice->gross);
    if (invoice->withheld != 0)
        add_sum(sums, C_("paper", "Tax withheld"), -invoice->withheld);
    if (invoice->paid != 0)
        add_sum(sums, C_("paper", "Already paid"), -invoice->paid);
    if (invoice->rounding != 0)
        add_sum(sums, C_("paper", "Rounding"), invoice->rounding);
}

static void
add_due(Sums *sums)
{
    const CareInvoicePaper *invoice = sums->invoice;
    g_autofree char *amount = care_money_format(invoice->due_amount, invoice->currency);
    const char *label = is_credit(invoice) ? C_("paper", "Credited to you") : C_("paper", "To pay");

    care_flow_rule(sums->flow, 0, sums->y + 2, care_flow_get_width(sums->flow), 0.9, CARE_INK_STRONG_RULE);
    sums->y += 9;
    add_sum_text(sums, label, amount, &style_total);
}

static double
amount_width(CareFlow *flow, const CareInvoicePaper *invoice)
{
    const CareMoney sums[]
        = { invoice->gross, invoice->due_amount, invoice->net, invoice->line_total, -invoice->paid };
    double width = AMOUNT_WIDTH;

    for (gsize i = 0; i < G_N_ELEMENTS(sums); i++) {
        g_autofree char *amount = care_money_format(sums[i], invoice->currency);

        width = MAX(width, text_width(flow, amount, &style_total));
    }
    return width;
}

/* The sums are one block, tied to the last line: they never stand alone on a page. */
static void
add_sums(CareFlow *flow, const CareInvoicePaper *invoice)
{
    Sums sums = { flow, invoice, 0, amount_width(flow, invoice) };

    care_flow_begin_block(flow, 8);
    add_adjustments(&sums);
    if (invoice->prices_include_tax || invoice->hides_tax)
        add_sum(&sums, C_("paper", "Total"), invoice->gross);
    else
        add_sum(&sums, C_("paper", "Net"), invoice->net);
    add_taxes(&sums);
    add_payments(&sums);
    add_due(&sums);
    care_flow_end_block(flow, CARE_BLOCK_DEFAULT);
}

static gboolean
is_reverse_charge(const CareInvoicePaper *invoice)
{
    for (guint i = 0; i < invoice->n_taxes; i++) {
        if (g_strcmp0(invoice->taxes[i].category, "AE") == 0)
            return TRUE;
    }

    return FALSE;
}

static void
add_statement(CareFlow *flow, const char *text, const CareTextStyle *text_style, gboolean *first)
{
    if (!has(text))
        return;
    care_flow_paragraph(flow, text, text_style, 0, *first ? 14 : 3);
    *first = FALSE;
}

/* Why there is no tax. */
static void
add_statements(CareFlow *flow, const CareInvoicePaper *invoice)
{
    gboolean first = TRUE;

    if (is_reverse_charge(invoice))
        add_statement(flow, REVERSE_CHARGE, &style_name, &first);
    for (guint i = 0; i < invoice->n_taxes; i++)
        if (g_strcmp0(invoice->taxes[i].reason, REVERSE_CHARGE) != 0)
            add_statement(flow, invoice->taxes[i].reason, &style_body, &first);
    add_statement(flow, invoice->exemption, &style_body, &first);
    care_flow_paragraph(flow, invoice->note, &style_body, 0, 14);
}

static char *
terms_text(const CareInvoicePaper *invoice)
{
    g_autofree char *due = care_paper_format_date(invoice->due);

    if (is_credit(invoice))
        return g_strdup(has(invoice->terms) ? invoice->terms : NULL);
    if (invoice->due_amount <= 0)
        return g_strdup(C_("paper", "Nothing is left to pay."));
    if (has(invoice->terms))
        return g_strdup(invoice->terms);
    if (has(due))
        return g_strdup_printf(C_("paper", "Please pay by %s."), due);

    return g_strdup(C_("paper", "Please pay on receipt."));
}

static gboolean
is_paid_by_transfer(const CareInvoicePaper *invoice)
{
    return has(invoice->shop.iban) && !is_credit(invoice) && invoice->due_amount > 0;
}

static char *
account_text(const CareInvoicePaper *invoice)
{
    g_autofree char *iban = care_iban_format(invoice->shop.iban);

    return is_paid_by_transfer(invoice) ? g_strdup_printf("%s · IBAN %s", invoice->shop.name, iban) : NULL;
}

static char *
bank_text(const CareInvoicePaper *invoice)
{
    const CareLetterhead *shop = &invoice->shop;

    if (!is_paid_by_transfer(invoice) || !has(shop->bic))
        return g_strdup(is_paid_by_transfer(invoice) ? shop->bank : NULL);

    return has(shop->bank) ? g_strdup_printf("BIC %s · %s", shop->bic, shop->bank)
                           : g_strdup_printf("BIC %s", shop->bic);
}

static char *
thanks_text(const CareInvoicePaper *invoice)
{
    const CareLetterhead *shop = &invoice->shop;
    g_autofree char *phone = care_paper_unbroken(shop->contact_phone);

    if (has(invoice->thanks))
        return g_strdup(invoice->thanks);
    if (!has(shop->contact_name) || !has(phone))
        return g_strdup(C_("paper", "Thank you for your trust. If anything is not right, please tell us."));
    if (!has(shop->contact_hours))
        /* Translators: a person and a phone number */
        return g_strdup_printf(
            C_("paper", "Thank you for your trust. If anything is not right, call %s on %s."),
            shop->contact_name, phone);

    /* Translators: a person, a phone number, the hours: "Tuesday to Saturday" */
    return g_strdup_printf(
        C_("paper", "Thank you for your trust. If anything is not right, call %s on %s, %s."),
        shop->contact_name, phone, shop->contact_hours);
}

static double
add_closing_line(CareFlow *flow, double x, double y, const char *text, const CareTextStyle *style)
{
    double width = MIN(care_flow_get_width(flow) - x, 330);
    double height = care_flow_text(flow, x, y, width, text, style);

    return height > 0 ? y + height + 5 : y;
}

/* The code beside the words; NULL where there is nothing to pay or the payload is too long for a code. */
static CareQrCode *
payment_code(const CareInvoicePaper *invoice)
{
    if (!has(invoice->payment_code) || invoice->due_amount <= 0 || is_credit(invoice))
        return NULL;

    return care_qr_code_new(invoice->payment_code, strlen(invoice->payment_code));
}

/* How to pay and a word of thanks, kept together. */
static void
add_closing(CareFlow *flow, const CareInvoicePaper *invoice)
{
    g_autofree char *terms = terms_text(invoice);
    g_autofree char *account = account_text(invoice);
    g_autofree char *bank = bank_text(invoice);
    g_autofree char *thanks = thanks_text(invoice);
    g_autoptr(CareQrCode) code = payment_code(invoice);
    double x = code != NULL ? CODE_SIDE + 18 : 0;
    double y = 0;

    care_flow_begin_block(flow, 44);
    if (code != NULL)
        care_flow_code(flow, 0, 0, CODE_SIDE, code->modules);
    y = add_closing_line(flow, x, y, terms, &style_body);
    y = add_closing_line(flow, x, y, account, &style_body);
    y = add_closing_line(flow, x, y, bank, &style_body);
    if (code != NULL)
        y = add_closing_line(flow, x, y, C_("paper", "Scan the code with your banking app."), &style_quiet);
    add_closing_line(flow, x, y > 0 ? y + 8 : 0, thanks, &style_body);
    care_flow_end_block(flow, CARE_BLOCK_DEFAULT);
}

static char *
document_name(const CareInvoicePaper *invoice)
{
    const char *title = care_invoice_paper_get_title(invoice);

    return has(invoice->number) ? g_strdup_printf("%s %s", title, invoice->number)
                                : g_strdup_printf(C_("paper", "%s, draft"), title);
}

/* Lays the document out on A4. Transfer full. */
CarePaper *
care_invoice_paper_layout(const CareInvoicePaper *invoice)
{
    g_autoptr(CareFlow) flow = care_flow_new(invoice->sheet != NULL ? invoice->sheet : &care_sheet_a4);
    g_autofree char *name = document_name(invoice);
    g_autofree char *subject = subject_line(invoice);
    gboolean draft = !has(invoice->number);

    care_flow_set_running_head(flow, name, invoice->shop.name);
    if (draft)
        care_flow_set_footer(flow, C_("paper", "Draft, not yet issued"));
    care_letterhead_add(flow, &invoice->shop);
    add_opening(flow, invoice);
    care_letterhead_add_title(flow, care_invoice_paper_get_title(invoice),
                              draft ? C_("paper", "Draft") : NULL, subject);
    add_lines(flow, invoice);
    add_sums(flow, invoice);
    add_statements(flow, invoice);
    add_closing(flow, invoice);

    return care_flow_finish(flow, name, invoice->shop.name);
}
