/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
/* The papers of a shop in the United States: the month stands before the day, and what is to be paid is called as there. */
#include "common/case-table.h"
#include "document/letter-paper.h"
#include "paper-checks.h"
#include "samples.h"

static CarePaper *
invoice_of(const char *country)
{
    CareInvoicePaper invoice = sample_invoice();

    invoice.shop.country = country;
    invoice.supplied_until = (CareDate){ 2026, 11, 21 };
    invoice.terms = NULL;
    return care_invoice_paper_layout(&invoice);
}

static CarePaper *
credit_of(const char *country)
{
    CareInvoicePaper credit = sample_credit_note();

    credit.shop.country = country;
    return care_invoice_paper_layout(&credit);
}

static CarePaper *
letter_of(const char *country)
{
    CareLetterPaper letter = { &care_sheet_letter, sample_shop(), { "Bea Koch", NULL, NULL },
                               { 2026, 11, 24 },   "Thank you",   "Ride safely." };

    letter.shop.country = country;
    return care_letter_paper_layout(&letter);
}

static CarePaper *
order_of(const char *country)
{
    CareJobSheet sheet = sample_job_sheet();

    sheet.shop.country = country;
    sheet.price_note = NULL;
    return care_job_sheet_layout(&sheet, CARE_JOB_SHEET_CUSTOMER | CARE_JOB_SHEET_SHOP);
}

static CarePaper *
card_of(const char *country)
{
    CareCareCard card = sample_care_card();

    card.shop.country = country;
    return care_care_card_layout(&card);
}

static CarePaper *
history_of(const char *country)
{
    CareTimelinePaper timeline = sample_timeline(4);

    timeline.shop.country = country;
    return care_timeline_paper_layout(&timeline);
}

typedef struct {
    const char *name;
    CarePaper *(*of)(const char *country);
    const char *there;
    const char *elsewhere;
} Kind;

static const Kind kinds[] = {
    { "invoice", invoice_of, "Nov 19, 2026 – Nov 21, 2026", "19 Nov 2026 – 21 Nov 2026" },
    { "credit-note", credit_of, "Corrects invoice 2026-0412 of Nov 24, 2026",
      "Corrects invoice 2026-0412 of 24 Nov 2026" },
    { "letter", letter_of, "Nov 24, 2026", "24 Nov 2026" },
    { "order-sheet", order_of, "Nov 12, 2026", "12 Nov 2026" },
    { "care-card", card_of, "Nov 19, 2027", "19 Nov 2027" },
    { "history", history_of, "Nov 24, 2026", "24 Nov 2026" },
};

static void
test_dates(gconstpointer data)
{
    const Kind *kind = data;
    g_autoptr(CarePaper) there = kind->of("US");
    g_autoptr(CarePaper) elsewhere = kind->of("GB");
    g_autofree char *text = care_paper_get_text(there);

    assert_has(there, kind->there);
    assert_has(elsewhere, kind->elsewhere);
    g_assert_false(g_regex_match_simple("[0-9][\\h][A-Z][a-z]{2,}[\\h][0-9]", text, 0, 0));
}

static void
test_words(void)
{
    g_autoptr(CarePaper) there = invoice_of("US");
    g_autoptr(CarePaper) elsewhere = invoice_of("DE");

    g_assert_cmpuint(paper_count(there, 0, "Amount due"), ==, 1);
    g_assert_cmpuint(paper_count(there, 0, "Due"), ==, 1);
    assert_has(there, "€228.96 by Dec 8, 2026");
    assert_has(there, "call me at 030");
    assert_lacks(there, "To pay");
    assert_lacks(there, "Please pay by");
    g_assert_cmpuint(paper_count(elsewhere, 0, "To pay"), ==, 1);
    g_assert_cmpuint(paper_count(elsewhere, 0, "Please pay by"), ==, 1);
    assert_has(elsewhere, "call me on 030");
}

/* What is not taxed needs no row of nothing, nor the one tax there is a sum. */
static void
test_sums(void)
{
    static const CareInvoicePaperTax taxes[]
        = { { "Z", "Sales tax", 0, 7800, 0 }, { "S", "Sales tax", 8750000, 11440, 1001 } };
    const struct {
        const char *country, *sum;
        guint no_tax, in_total;
    } cases[] = { { "US", "Subtotal", 0, 0 }, { "GB", "Net", 1, 1 } };

    for (gsize i = 0; i < G_N_ELEMENTS(cases); i++) {
        CareInvoicePaper invoice = sample_invoice();
        g_autoptr(CarePaper) paper = NULL;

        invoice.shop.country = cases[i].country;
        invoice.taxes = taxes;
        invoice.n_taxes = 2;
        invoice.tax_name = "Sales tax";
        invoice.adds_up_taxes = TRUE;
        paper = care_invoice_paper_layout(&invoice);
        g_assert_cmpuint(paper_count(paper, 0, cases[i].sum), ==, 1);
        g_assert_cmpuint(paper_count(paper, 0, "Sales tax 8.75% on 114.40"), ==, 1);
        g_assert_cmpuint(paper_count(paper, 0, "Sales tax 0% on 78.00"), ==, cases[i].no_tax);
        g_assert_cmpuint(paper_count(paper, 0, "Sales tax in total"), ==, cases[i].in_total);
    }
}

/* The figures are named once on each page, above whichever kind of lines it begins with. */
static void
test_heads(void)
{
    static CareInvoicePaperLine lines[60];
    CareInvoicePaper invoice = sample_long_invoice(G_N_ELEMENTS(lines));
    g_autoptr(CarePaper) paper = NULL;

    for (guint i = 0; i < G_N_ELEMENTS(lines); i++) {
        lines[i] = invoice.lines[i];
        lines[i].kind = i < 8 ? CARE_PAPER_LINE_PART : i < 50 ? CARE_PAPER_LINE_LABOUR : CARE_PAPER_LINE_FEE;
    }
    invoice.lines = lines;
    invoice.shop.country = "US";
    paper = care_invoice_paper_layout(&invoice);
    g_assert_cmpuint(care_paper_get_n_pages(paper), >=, 3);
    for (guint page = 0; page < care_paper_get_n_pages(paper); page++) {
        guint n_tables = paper_count(paper, page, "Parts") + paper_count(paper, page, "Labor")
                         + paper_count(paper, page, "Fees");

        g_test_message("page %u: %u tables", page, n_tables);
        g_assert_cmpuint(paper_count(paper, page, "Quantity"), ==, n_tables > 0);
        g_assert_cmpuint(paper_count(paper, page, "Amount €"), ==, n_tables > 0);
    }
    g_assert_cmpuint(paper_count(paper, 0, "Labor"), ==, 1);
    g_assert_cmpuint(paper_count(paper, 1, "Labor"), ==, 1);
    assert_no_overlap(paper);
}

int
main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    CARE_TEST_ADD_TABLE("/american-papers/dates", kinds, name, test_dates);
    g_test_add_func("/american-papers/words", test_words);
    g_test_add_func("/american-papers/sums", test_sums);
    g_test_add_func("/american-papers/heads", test_heads);

    return g_test_run();
}
