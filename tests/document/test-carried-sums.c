/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
/* Long invoices: what is carried from page to page is what the lines before it come to, and no figure is torn. */
#include <string.h>

#include "common/case-table.h"
#include "paper-checks.h"
#include "samples.h"

#define MOST_LINES 90

static CareInvoicePaperLine lines[MOST_LINES];
static char *notes[MOST_LINES];

static char *
words(int n)
{
    g_autoptr(GString) text = g_string_new(NULL);

    for (int i = 0; i < n; i++)
        g_string_append(text, i % 7 == 3 ? "überprüft " : "gear ");
    return g_string_free_and_steal(g_steal_pointer(&text));
}

/* Most notes are short, a few longer than a page. */
static CareInvoicePaper
random_invoice(guint n)
{
    static CareInvoicePaperTax tax = { "S", NULL, 19000000, 0, 0 };
    CareInvoicePaper invoice = sample_invoice();
    CareMoney sum = 0;

    for (guint i = 0; i < n; i++) {
        g_autofree char *name = g_strdup_printf("Part %03u", i + 1);
        int length = g_test_rand_int_range(0, 20) == 0 ? g_test_rand_int_range(200, 1500)
                                                       : g_test_rand_int_range(0, 40);

        g_free(notes[i]);
        notes[i] = words(length);
        lines[i] = (CareInvoicePaperLine){ .name = g_intern_string(name),
                                           .note = notes[i],
                                           .quantity = 1000000,
                                           .price = 10000000,
                                           .amount = g_test_rand_int_range(-99999, 9999999),
                                           .tax_rate = 19000000 };
        sum += lines[i].amount;
    }
    tax.taxable = invoice.net = invoice.line_total = invoice.gross = invoice.due_amount = sum;
    invoice.lines = lines;
    invoice.n_lines = n;
    invoice.taxes = &tax;
    return invoice;
}

/* What stands beside the words, which is the next run; NULL where they are not on the page. */
static const char *
carried(CarePaper *paper, guint page, const char *label)
{
    for (guint i = 0; i + 1 < care_paper_get_n_boxes(paper, page); i++)
        if (g_strcmp0(care_paper_get_box(paper, page, i)->text, label) == 0)
            return care_paper_get_box(paper, page, i + 1)->text;
    return NULL;
}

static void
assert_carried(CarePaper *paper, const CareInvoicePaper *invoice)
{
    CareMoney sum = 0;
    guint done = 0;
    guint last = (guint)paper_find(paper, "To pay");

    for (guint page = 0; page <= last; page++) {
        g_autofree char *from = g_strdup_printf("Carried forward from page %u", page);
        g_autofree char *before = care_money_format_plain(sum, invoice->currency);
        g_autofree char *after = NULL;

        for (; done < invoice->n_lines && paper_find(paper, invoice->lines[done].name) == (int)page; done++)
            sum += invoice->lines[done].amount;
        after = care_money_format_plain(sum, invoice->currency);
        g_assert_cmpstr(carried(paper, page, from), ==, page > 0 ? before : NULL);
        g_assert_cmpstr(carried(paper, page, "Carried forward"), ==, page < last ? after : NULL);
    }
    g_assert_cmpuint(done, ==, invoice->n_lines);
    g_assert_cmpint(sum, ==, invoice->net);
}

static void
test_carried_equals_the_lines(void)
{
    for (int round = 0; round < 60; round++) {
        guint n = (guint)g_test_rand_int_range(1, MOST_LINES);
        CareInvoicePaper invoice = random_invoice(n);
        g_autoptr(CarePaper) paper = NULL;

        if (round % 3 == 1)
            invoice.sheet = &care_sheet_letter;
        paper = care_invoice_paper_layout(&invoice);
        assert_carried(paper, &invoice);
        assert_nothing_clipped(paper, invoice.sheet != NULL ? invoice.sheet : &care_sheet_a4);
        assert_no_overlap(paper);
    }
}

static void
test_one_page_carries_nothing(void)
{
    CareInvoicePaper invoice = sample_invoice();
    g_autoptr(CarePaper) paper = care_invoice_paper_layout(&invoice);

    g_assert_cmpuint(care_paper_get_n_pages(paper), ==, 1);
    assert_lacks(paper, "Carried forward");
}

/* No page has the sum, or the way to pay it, without at least two lines above it. */
static void
test_sum_has_company(void)
{
    for (guint n = 2; n <= 60; n++) {
        CareInvoicePaper invoice = sample_long_invoice(n);
        g_autoptr(CarePaper) paper = care_invoice_paper_layout(&invoice);
        g_autofree char *name = g_strdup_printf("Part %03u", n - 1);

        g_assert_cmpint(paper_find(paper, name), ==, paper_find(paper, "To pay"));
        g_assert_cmpint(paper_find(paper, "Scan to pay"), ==, paper_find(paper, "To pay"));
        g_assert_cmpint(paper_find(paper, "To pay") + 1, ==, (int)care_paper_get_n_pages(paper));
    }
}

static gboolean
is_figure(const CareBox *box)
{
    return box->text != NULL && box->style.tabular && g_ascii_isdigit(*box->text)
           && strpbrk(box->text, " ") == NULL;
}

/* With every column there is and sums of twelve digits. */
static void
test_figures_are_whole(void)
{
    static const CareInvoicePaperTax taxes[]
        = { { "S", NULL, 19000000, 1, 1 }, { "S", NULL, 7000000, 1, 1 } };
    CareInvoicePaper invoice = sample_long_invoice(12);
    g_autoptr(CarePaper) paper = NULL;

    for (guint i = 0; i < 12; i++) {
        lines[i] = invoice.lines[i];
        lines[i].price = G_GINT64_CONSTANT(123456789123456);
        lines[i].quantity = G_GINT64_CONSTANT(98765125000);
        lines[i].amount = lines[i].agreed = G_GINT64_CONSTANT(123456789012) * (i + 1);
        lines[i].has_agreed = TRUE;
    }
    invoice.lines = lines;
    invoice.taxes = taxes;
    invoice.n_taxes = G_N_ELEMENTS(taxes);
    invoice.net = invoice.gross = invoice.due_amount = G_GINT64_CONSTANT(999999999999);
    paper = care_invoice_paper_layout(&invoice);
    for (guint page = 0; page < care_paper_get_n_pages(paper); page++) {
        for (guint i = 0; i < care_paper_get_n_boxes(paper, page); i++) {
            const CareBox *box = care_paper_get_box(paper, page, i);

            if (is_figure(box))
                g_assert_cmpfloat(box->height, <=, care_text_pitch(&box->style) + 0.01);
        }
    }
    assert_nothing_clipped(paper, &care_sheet_a4);
    assert_no_overlap(paper);
}

/* How many lines the text has that begins so; 0: it is not there. */
static int
lines_of(CarePaper *paper, const char *beginning)
{
    PangoContext *context = care_text_context_new(NULL);
    int most = 0;

    for (guint i = 0; i < care_paper_get_n_boxes(paper, 0); i++) {
        const CareBox *box = care_paper_get_box(paper, 0, i);
        g_autoptr(PangoLayout) layout = NULL;

        if (box->text == NULL || !g_str_has_prefix(box->text, beginning))
            continue;
        layout = care_text_layout_new(context, box->text, &box->style, box->width);
        most = MAX(most, pango_layout_get_line_count(layout));
    }
    g_object_unref(context);
    return most;
}

/* Of a bicycle's tube and of a piano's overhaul alike; where there is no room, the figure goes below its word. */
static void
test_net_price_does_not_break(void)
{
    static const struct {
        CareDecimal price, net;
        gboolean agreed;
        int lines;
    } cases[] = { { 9990000, 8395000, FALSE, 1 },
                  { 90000000, 75630300, TRUE, 1 },
                  { 1234567000000, 1037451260500, FALSE, 1 },
                  { G_GINT64_CONSTANT(98765432120000), G_GINT64_CONSTANT(82996161445400), TRUE, 2 } };

    for (gsize i = 0; i < G_N_ELEMENTS(cases); i++) {
        const CareInvoicePaperLine line = { "Work",          NULL,
                                            1000000,         NULL,
                                            cases[i].price,  cases[i].price / 10000,
                                            cases[i].agreed, cases[i].price / 10000,
                                            19000000,        .net_price = cases[i].net };
        CareInvoicePaper invoice = sample_gross_invoice();
        g_autoptr(CarePaper) paper = NULL;

        invoice.lines = &line;
        invoice.n_lines = 1;
        paper = care_invoice_paper_layout(&invoice);
        g_assert_cmpint(lines_of(paper, "net "), ==, cases[i].lines);
        assert_nothing_clipped(paper, &care_sheet_a4);
    }
}

int
main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/carried-sums/equal-the-lines", test_carried_equals_the_lines);
    g_test_add_func("/carried-sums/one-page-carries-nothing", test_one_page_carries_nothing);
    g_test_add_func("/carried-sums/sum-has-company", test_sum_has_company);
    g_test_add_func("/carried-sums/figures-are-whole", test_figures_are_whole);
    g_test_add_func("/carried-sums/net-price-does-not-break", test_net_price_does_not_break);

    return g_test_run();
}
