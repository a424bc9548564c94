/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
/* The sums below an invoice's lines: what is given is printed, nothing is added up again. */
#include "document/invoice-paper-private.h"

#include <glib/gi18n-lib.h>

#include "document/paper-format.h"

#define GAP CARE_INVOICE_PAPER_GAP
#define TOP 7.0 /* below the rule under the last line */

static const CareTextStyle style_figure = CARE_INVOICE_PAPER_FIGURE;
/* What a total only contains is quiet, so that nobody adds it. */
static const CareTextStyle style_contained = CARE_INVOICE_PAPER_QUIET_FIGURE;
static const CareTextStyle style_total = { 13, 700, CARE_INK, CARE_ALIGN_END, FALSE, 17 };

double
care_invoice_paper_text_width(CareFlow *flow, const char *text, const CareTextStyle *style)
{
    double width = 0;

    if (care_invoice_paper_has(text))
        care_text_measure(care_flow_get_context(flow), text, style, 0, &width, NULL);
    return width + 1;
}

const char *
care_invoice_paper_tax_name(const CareInvoicePaper *invoice)
{
    return care_invoice_paper_has(invoice->tax_name) ? invoice->tax_name : C_("paper", "VAT");
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
    sums->y += MAX(amount_height, label_height) + 2;
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
    const char *name = care_invoice_paper_has(tax->name) ? tax->name : care_invoice_paper_tax_name(invoice);

    if (g_strcmp0(tax->category, "O") == 0)
        /* Translators: the name of the tax and the amount that bears none */
        return g_strdup_printf(C_("paper", "Outside the scope of %s, on %s"), name, base);
    if (invoice->prices_include_tax)
        /* Translators: below a sum that contains tax, the rate, the tax and the amount without it: "including 19% VAT
         * on 132.77 net" */
        return g_strdup_printf(C_("paper", "including %s %s on %s net"), rate, name, base);
    if (invoice->n_taxes == 1 && tax->taxable == invoice->net)
        /* Translators: tax name and rate: "VAT 19%" */
        return g_strdup_printf(C_("paper", "%s %s"), name, rate);

    /* Translators: tax name, rate, taxable amount: "VAT 19% on 150.00" */
    return g_strdup_printf(C_("paper", "%s %s on %s"), name, rate, base);
}

/* A sales tax says what it is on; what it is not on bears none, and none is said of that. */
static gboolean
says_tax(const CareInvoicePaper *invoice, const CareInvoicePaperTax *tax)
{
    return !invoice->hides_tax && !(care_invoice_paper_is_american(invoice) && tax->rate == 0);
}

static guint
count_taxes(const CareInvoicePaper *invoice)
{
    guint n = 0;

    for (guint i = 0; i < invoice->n_taxes; i++)
        n += says_tax(invoice, &invoice->taxes[i]);
    return n;
}

static void
add_taxes(Sums *sums)
{
    for (guint i = 0; i < sums->invoice->n_taxes; i++) {
        const CareInvoicePaperTax *tax = &sums->invoice->taxes[i];
        g_autofree char *label = tax_label(sums->invoice, tax);

        if (!says_tax(sums->invoice, tax))
            continue;
        add_sum_in(sums, label, tax->tax,
                   sums->invoice->prices_include_tax ? &style_contained : &style_figure);
    }
}

/* EN 16931: BT-109 and BT-110. Of a single rate, its own row says both. */
static void
add_tax_totals(Sums *sums)
{
    const CareInvoicePaper *invoice = sums->invoice;
    const CareTextStyle *style = invoice->prices_include_tax ? &style_contained : &style_figure;
    g_autofree char *label = NULL;

    if (!invoice->adds_up_taxes || count_taxes(invoice) < 2)
        return;
    if (invoice->prices_include_tax)
        add_sum_in(sums, C_("paper", "Net in total"), invoice->net, style);
    /* Translators: %s is the name of the tax: "VAT in total", below its rates */
    label = g_strdup_printf(C_("paper", "%s in total"), care_invoice_paper_tax_name(invoice));
    add_sum_in(sums, label, invoice->tax, style);
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

/* Whether something stands between the sum of the lines and what is to be paid; else both are one figure, said once. */
static gboolean
has_payments(const CareInvoicePaper *invoice)
{
    return invoice->due_amount != invoice->gross;
}

static void
add_payments(Sums *sums)
{
    const CareInvoicePaper *invoice = sums->invoice;

    if (!has_payments(invoice))
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

static const char *
due_label(const CareInvoicePaper *invoice)
{
    if (care_invoice_paper_is_credit(invoice))
        return C_("paper", "Credited to you");
    /* Translators: what is to be paid, as invoices of the United States say it */
    return care_invoice_paper_is_american(invoice) ? C_("paper", "Amount due") : C_("paper", "To pay");
}

static void
add_due(Sums *sums)
{
    const CareInvoicePaper *invoice = sums->invoice;
    g_autofree char *amount = care_money_format(invoice->due_amount, invoice->currency);

    if (sums->y > TOP) {
        care_flow_rule(sums->flow, 0, sums->y + 2, care_flow_get_width(sums->flow), 0.75,
                       CARE_INK_STRONG_RULE);
        sums->y += 2 + TOP;
    }
    add_sum_text(sums, due_label(invoice), amount, &style_total);
}

static double
amount_width(CareFlow *flow, const CareInvoicePaper *invoice)
{
    const CareMoney sums[]
        = { invoice->gross, invoice->due_amount, invoice->net, invoice->line_total, -invoice->paid };
    double width = CARE_INVOICE_PAPER_AMOUNT_WIDTH;

    for (gsize i = 0; i < G_N_ELEMENTS(sums); i++) {
        g_autofree char *amount = care_money_format(sums[i], invoice->currency);

        width = MAX(width, care_invoice_paper_text_width(flow, amount, &style_total));
    }
    return width;
}

/* Of the kinds of lines, where they are parted, and whether the tax is on them. */
static gboolean
add_groups(Sums *sums)
{
    CareInvoicePaperGroup groups[CARE_PAPER_LINE_KINDS];
    guint n = care_invoice_paper_groups(sums->invoice, groups);

    for (guint i = 0; i < n; i++) {
        /* Translators: a kind of lines that no tax is on, "Labor, not taxed" */
        g_autofree char *untaxed = g_strdup_printf(C_("paper", "%s, not taxed"), groups[i].title);
        gboolean says = sums->invoice->tax != 0 && !sums->invoice->hides_tax && !groups[i].taxed;

        add_sum(sums, says ? untaxed : groups[i].title, groups[i].sum);
    }
    return n > 0;
}

/* Prices with the tax in them: the sum, and what it contains. */
static void
add_inclusive(Sums *sums)
{
    add_groups(sums);
    if (has_payments(sums->invoice))
        add_sum(sums, C_("paper", "Total"), sums->invoice->gross);
    else
        add_due(sums);
    add_taxes(sums);
    add_tax_totals(sums);
    add_payments(sums);
    if (has_payments(sums->invoice))
        add_due(sums);
}

static void
add_exclusive(Sums *sums)
{
    if (sums->invoice->n_adjustments > 0 || !add_groups(sums))
        /* Translators: what the lines come to, as invoices of the United States say it */
        add_sum(sums,
                care_invoice_paper_is_american(sums->invoice) ? C_("paper", "Subtotal") : C_("paper", "Net"),
                sums->invoice->net);
    add_taxes(sums);
    add_tax_totals(sums);
    add_payments(sums);
    add_due(sums);
}

void
care_invoice_paper_add_sums(CareFlow *flow, const CareInvoicePaper *invoice)
{
    Sums sums = { flow, invoice, TOP, amount_width(flow, invoice) };

    care_flow_begin_block(flow, 0);
    care_flow_rule(flow, 0, -0.4, care_flow_get_width(flow), 0.75, CARE_INK_STRONG_RULE);
    add_adjustments(&sums);
    if (invoice->prices_include_tax || invoice->hides_tax)
        add_inclusive(&sums);
    else
        add_exclusive(&sums);
    care_flow_end_block(flow, CARE_BLOCK_DEFAULT);
}
