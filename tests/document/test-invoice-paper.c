/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
/* What stands on an invoice, a credit note and a draft. */
#include "common/case-table.h"
#include "paper-checks.h"
#include "samples.h"

/* Art. 226 of Directive 2006/112/EC, as printed on the sample invoice. */
static const char *const mandatory[] = {
    "Invoice 2026-0412",
    "24 Nov 2026",     /* 1 date of issue */
    "2026-0412",       /* 2 number */
    "VAT DE312448907", /* 3 seller's VAT id */
    "Kettle & Spoke",  /* 5 seller */
    "Lindenstrasse 14, 10969 Berlin",
    "Café Linde", /* 5 customer */
    "Sami Linde",
    "Oranienplatz 3",
    "10999 Berlin",
    "Grinder service", /* 6 extent and nature */
    "1.5\u00a0h",
    "Burr set, 64 mm",
    "19 Nov 2026", /* 7 date of supply */
    "192.40",      /* 8 taxable amount */
    "60.00",       /* 8 unit price */
    "VAT 19%",     /* 9 rate */
    "36.56",       /* 10 tax */
    "€228.96",
    "8 Dec 2026",
    "2026-309",
    "2026-0188",
    "Jonas Weber",
    "DE02\u00a01001\u00a00010\u00a00006\u00a08201\u00a001",
    "PBNKDEFFXXX",
    "Please pay within 14 days of the date above.",
    "espresso grinder, Mahlkönig K30, serial 30-88121",
    "Agreed €",
    "68.00",
    "Supplier’s price fell",
};

static void
test_mandatory(gconstpointer text)
{
    CareInvoicePaper invoice = sample_invoice();
    g_autoptr(CarePaper) paper = care_invoice_paper_layout(&invoice);

    assert_has(paper, text);
}

typedef CareInvoicePaper (*Make)(void);

static CareInvoicePaper
long_invoice(void)
{
    return sample_long_invoice(200);
}

static CareInvoicePaper
draft(void)
{
    CareInvoicePaper invoice = sample_invoice();

    invoice.number = NULL;
    invoice.issued = (CareDate){ 0 };
    invoice.due = (CareDate){ 0 };

    return invoice;
}

static CareInvoicePaper
bare(void)
{
    return (CareInvoicePaper){ .type = CARE_PAPER_INVOICE, .currency = "EUR" };
}

static CareInvoicePaper
wordy(void)
{
    static const char words[]
        = "Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft, "
          "a name that goes on and on, with every detail of a very long street and city, "
          "https://example.org/a/path/without/any/place/to/break/a/line/at/all/whatsoever/really";
    static const char *const address[] = { words, words, words, NULL };
    static const CareInvoicePaperLine lines[] = {
        { words, words, 1234567, words, G_GINT64_CONSTANT(98765432123456), G_GINT64_CONSTANT(12345678901),
          TRUE, G_GINT64_CONSTANT(12345678901), 19000000 },
    };
    CareInvoicePaper invoice = sample_invoice();

    invoice.shop.name = invoice.shop.tagline = invoice.shop.email = invoice.shop.website = words;
    invoice.shop.contact_name = invoice.shop.contact_hours = words;
    invoice.shop.address = address;
    invoice.buyer = (CareAddressee){ words, address, words };
    invoice.number = invoice.job = invoice.agreement = invoice.subject = invoice.terms = words;
    invoice.lines = lines;
    invoice.n_lines = 1;
    invoice.net = invoice.gross = invoice.due_amount = G_GINT64_CONSTANT(9999999999999);

    return invoice;
}

typedef struct {
    const char *name;
    Make make;
} Kind;

static const Kind kinds[] = {
    { "invoice", sample_invoice },
    { "draft", draft },
    { "gross", sample_gross_invoice },
    { "credit-note", sample_credit_note },
    { "world", sample_world_invoice },
    { "long", long_invoice },
    { "bare", bare },
    { "wordy", wordy },
};

static void
test_layout(gconstpointer data)
{
    const Kind *kind = data;
    CareInvoicePaper invoice = kind->make();
    g_autoptr(GBytes) logo = sample_logo();
    g_autoptr(CarePaper) paper = NULL;

    invoice.shop.logo = logo;
    paper = care_invoice_paper_layout(&invoice);
    assert_nothing_clipped(paper, &care_sheet_a4);
    assert_no_overlap(paper);
    assert_pages_numbered(paper);
}

static void
test_draft(void)
{
    CareInvoicePaper invoice = draft();
    g_autoptr(CarePaper) paper = care_invoice_paper_layout(&invoice);

    assert_has(paper, "on issue");
    assert_has(paper, "Draft, not yet issued");
    g_assert_cmpuint(paper_count(paper, 0, "Draft"), ==, 1);
}

static void
test_issued_is_no_draft(void)
{
    CareInvoicePaper invoice = sample_invoice();
    g_autoptr(CarePaper) paper = care_invoice_paper_layout(&invoice);

    assert_lacks(paper, "Draft");
    assert_lacks(paper, "on issue");
}

static void
test_credit_note(void)
{
    CareInvoicePaper credit = sample_credit_note();
    g_autoptr(CarePaper) paper = care_invoice_paper_layout(&credit);

    assert_has(paper, "Rechnungskorrektur");
    assert_has(paper, "Corrects invoice 2026-0412 of 24 Nov 2026");
    assert_has(paper, "K-2026-0007");
    assert_has(paper, "€14.28");
    assert_has(paper, "Credited to you");
    assert_lacks(paper, "To pay");
    assert_lacks(paper, "How to pay");
    assert_lacks(paper, "Reference");
    assert_lacks(paper, "−");
}

static void
test_credit_note_plain_word(void)
{
    CareInvoicePaper credit = sample_credit_note();

    credit.title = NULL;
    g_assert_cmpstr(care_invoice_paper_get_title(&credit), ==, "Credit Note");
}

/* Gross prices: the total stands first, what it contains is said per rate. */
static void
test_gross(void)
{
    CareInvoicePaper invoice = sample_gross_invoice();
    g_autoptr(CarePaper) paper = care_invoice_paper_layout(&invoice);

    assert_has(paper, "prices include VAT");
    assert_has(paper, "including 19% VAT on 61.49 net");
    assert_has(paper, "including 7% VAT on 13.93 net");
    assert_has(paper, "11.68");
    assert_has(paper, "0.97");
    assert_has(paper, "88.07");
    assert_has(paper, "Already paid");
    assert_has(paper, "−20.00");
    assert_has(paper, "€68.07");
    assert_has(paper, "Loyalty, 10 %: −4.80");
    assert_has(paper, "7%");
}

static void
test_rates_per_line_only_when_they_differ(void)
{
    CareInvoicePaper one = sample_invoice();
    CareInvoicePaper two = sample_gross_invoice();
    g_autoptr(CarePaper) plain = care_invoice_paper_layout(&one);
    g_autoptr(CarePaper) mixed = care_invoice_paper_layout(&two);

    g_assert_cmpuint(paper_count(plain, 0, "19%"), ==, 0);
    g_assert_cmpuint(paper_count(mixed, 0, "19%"), ==, 2);
    g_assert_cmpuint(paper_count(mixed, 0, "7%"), ==, 1);
}

static void
test_agreed_column_only_when_agreed(void)
{
    CareInvoicePaper invoice = sample_gross_invoice();
    g_autoptr(CarePaper) paper = care_invoice_paper_layout(&invoice);

    assert_lacks(paper, "Agreed");
}

static void
test_small_business(void)
{
    static const CareInvoicePaperTax taxes[]
        = { { "E", NULL, 0, 19240, 0, "No VAT is charged (§ 19 UStG)." } };
    CareInvoicePaper invoice = sample_invoice();
    g_autoptr(CarePaper) paper = NULL;

    invoice.shop.vat_id = NULL;
    invoice.shop.tax_number = "12/345/67890";
    invoice.taxes = taxes;
    invoice.tax = 0;
    invoice.gross = invoice.due_amount = 19240;
    paper = care_invoice_paper_layout(&invoice);
    assert_has(paper, "No VAT is charged (§ 19 UStG).");
    assert_has(paper, "Tax no. 12/345/67890");
    assert_lacks(paper, "Reverse charge");
}

static void
test_reverse_charge(void)
{
    static const CareInvoicePaperTax taxes[] = { { "AE", NULL, 0, 19240, 0 } };
    CareInvoicePaper invoice = sample_invoice();
    g_autoptr(CarePaper) paper = NULL;

    invoice.taxes = taxes;
    invoice.buyer.vat_id = "ATU12345678";
    paper = care_invoice_paper_layout(&invoice);
    assert_has(paper, "Reverse charge");
    assert_has(paper, "VAT ATU12345678");
}

static void
test_several_taxes_by_name(void)
{
    static const CareInvoicePaperTax taxes[]
        = { { "S", "GST", 5000000, 30000, 1500 }, { "S", "QST", 9975000, 30000, 2993 } };
    CareInvoicePaper invoice = sample_invoice();
    g_autoptr(CarePaper) paper = NULL;

    invoice.currency = "CAD";
    invoice.taxes = taxes;
    invoice.n_taxes = 2;
    paper = care_invoice_paper_layout(&invoice);
    assert_has(paper, "GST 5% on 300.00");
    assert_has(paper, "QST 9.975% on 300.00");
    assert_has(paper, "29.93");
}

static void
test_document_adjustments(void)
{
    static const CareInvoicePaperAdjustment adjustments[] = { { "Voucher", -1000 }, { "Express", 500 } };
    CareInvoicePaper invoice = sample_invoice();
    g_autoptr(CarePaper) paper = NULL;

    invoice.adjustments = adjustments;
    invoice.n_adjustments = 2;
    invoice.line_total = 19740;
    paper = care_invoice_paper_layout(&invoice);
    assert_has(paper, "Sum of the lines");
    assert_has(paper, "197.40");
    assert_has(paper, "Voucher");
    assert_has(paper, "−10.00");
    assert_has(paper, "Express");
}

static void
test_rounding_and_withholding(void)
{
    CareInvoicePaper invoice = sample_invoice();
    g_autoptr(CarePaper) paper = NULL;

    invoice.rounding = -1;
    invoice.withheld = 2886;
    invoice.due_amount = 20009;
    paper = care_invoice_paper_layout(&invoice);
    assert_has(paper, "−28.86");
    assert_has(paper, "−0.01");
    assert_has(paper, "228.96");
    assert_has(paper, "€200.09");
}

static void
test_paid_in_full(void)
{
    CareInvoicePaper invoice = sample_invoice();
    g_autoptr(CarePaper) paper = NULL;

    invoice.paid = invoice.gross;
    invoice.due_amount = 0;
    paper = care_invoice_paper_layout(&invoice);
    assert_has(paper, "Nothing is left to pay.");
    assert_lacks(paper, "How to pay");
    assert_lacks(paper, "Reference");
    assert_lacks(paper, "Please pay");
}

static guint
count_codes(const CareInvoicePaper *invoice)
{
    g_autoptr(CarePaper) paper = care_invoice_paper_layout(invoice);
    guint count = 0;

    for (guint i = 0; i < care_paper_get_n_boxes(paper, 0); i++)
        count += care_paper_get_box(paper, 0, i)->kind == CARE_BOX_CODE;

    return count;
}

static void
test_payment_code_only_where_something_is_due(void)
{
    CareInvoicePaper invoice = sample_invoice();
    CareInvoicePaper credit = sample_credit_note();

    g_assert_nonnull(credit.payment_code);
    g_assert_cmpuint(count_codes(&invoice), ==, 1);
    g_assert_cmpuint(count_codes(&credit), ==, 0);
    invoice.due_amount = 0;
    g_assert_cmpuint(count_codes(&invoice), ==, 0);
    invoice = sample_invoice();
    invoice.payment_code = NULL;
    g_assert_cmpuint(count_codes(&invoice), ==, 0);
}

static void
test_terms_from_due_date(void)
{
    CareInvoicePaper invoice = sample_invoice();
    g_autoptr(CarePaper) paper = NULL;

    invoice.terms = NULL;
    paper = care_invoice_paper_layout(&invoice);
    assert_has(paper, "€228.96 by 8 Dec 2026");
    assert_lacks(paper, "Please pay by 8 Dec 2026.");
}

/* Where there is no account to transfer it to, a sentence says it. */
static void
test_terms_without_account(void)
{
    CareInvoicePaper invoice = sample_invoice();
    g_autoptr(CarePaper) paper = NULL;

    invoice.terms = invoice.shop.iban = NULL;
    paper = care_invoice_paper_layout(&invoice);
    assert_has(paper, "Please pay by 8 Dec 2026.");
    assert_lacks(paper, "How to pay");
}

static void
test_supply_period(void)
{
    CareInvoicePaper invoice = sample_invoice();
    g_autoptr(CarePaper) paper = NULL;

    invoice.supplied_until = (CareDate){ 2026, 11, 21 };
    paper = care_invoice_paper_layout(&invoice);
    assert_has(paper, "19 Nov 2026 – 21 Nov 2026");
}

static void
test_price_for_more_than_one(void)
{
    static const CareInvoicePaperLine lines[] = {
        { "Cable", NULL, 12000000, "MTR", 45000000, 540, FALSE, 0, 19000000, .base_quantity = 100000000 },
    };
    CareInvoicePaper invoice = sample_invoice();
    g_autoptr(CarePaper) paper = NULL;

    invoice.lines = lines;
    invoice.n_lines = 1;
    paper = care_invoice_paper_layout(&invoice);
    assert_has(paper, "12\u00a0m");
    assert_has(paper, "45.00 per 100\u00a0m");
}

static void
test_yen_has_no_decimals(void)
{
    CareInvoicePaper invoice = sample_invoice();
    g_autoptr(CarePaper) paper = NULL;

    invoice.currency = "JPY";
    paper = care_invoice_paper_layout(&invoice);
    assert_has(paper, "19,240");
    assert_lacks(paper, "192.40");
}

/* Whatever the number of lines, the sums share a page with the last one. */
static void
test_sums_stay_with_the_last_line(void)
{
    for (guint n = 1; n <= 80; n++) {
        CareInvoicePaper invoice = sample_long_invoice(n);
        g_autoptr(CarePaper) paper = care_invoice_paper_layout(&invoice);
        g_autofree char *last = g_strdup_printf("Part %03u", n);

        g_assert_cmpint(paper_find(paper, last), ==, paper_find(paper, "To pay"));
        g_assert_cmpint(paper_find(paper, "Net"), ==, paper_find(paper, "To pay"));
        for (guint page = 0; page <= (guint)paper_find(paper, "To pay"); page++)
            g_assert_cmpuint(paper_count(paper, page, "Work and parts"), ==, 1);
    }
}

static void
test_two_hundred_lines(void)
{
    CareInvoicePaper invoice = sample_long_invoice(200);
    g_autoptr(CarePaper) paper = care_invoice_paper_layout(&invoice);
    guint pages = care_paper_get_n_pages(paper);

    g_assert_cmpuint(pages, >, 6);
    for (guint i = 1; i <= 200; i++) {
        g_autofree char *name = g_strdup_printf("Part %03u", i);

        assert_has(paper, name);
    }
    for (guint page = 1; page < pages; page++) {
        /* and once more as what the transfer is for */
        g_assert_cmpuint(paper_count(paper, page, "Invoice 2026-0412"), ==, page + 1 == pages ? 2 : 1);
        g_assert_cmpuint(paper_count(paper, page, "· Café Linde · 24 Nov 2026"), ==, 1);
    }
    assert_has(paper, "2,000.00");
    assert_has(paper, "380.00");
    assert_has(paper, "€2,380.00");
}

static void
test_title_and_author(void)
{
    CareInvoicePaper invoice = sample_invoice();
    g_autoptr(CarePaper) paper = care_invoice_paper_layout(&invoice);

    g_assert_cmpstr(care_paper_get_title(paper), ==, "Invoice 2026-0412");
    g_assert_cmpstr(care_paper_get_author(paper), ==, "Kettle & Spoke");
}

int
main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    for (gsize i = 0; i < G_N_ELEMENTS(mandatory); i++)
        care_test_add_row("/invoice-paper/mandatory", i, mandatory[i], mandatory[i], test_mandatory);
    CARE_TEST_ADD_TABLE("/invoice-paper/layout", kinds, name, test_layout);
    g_test_add_func("/invoice-paper/draft", test_draft);
    g_test_add_func("/invoice-paper/issued-is-no-draft", test_issued_is_no_draft);
    g_test_add_func("/invoice-paper/credit-note", test_credit_note);
    g_test_add_func("/invoice-paper/credit-note-plain-word", test_credit_note_plain_word);
    g_test_add_func("/invoice-paper/gross", test_gross);
    g_test_add_func("/invoice-paper/rates-per-line-only-when-they-differ",
                    test_rates_per_line_only_when_they_differ);
    g_test_add_func("/invoice-paper/agreed-column-only-when-agreed", test_agreed_column_only_when_agreed);
    g_test_add_func("/invoice-paper/small-business", test_small_business);
    g_test_add_func("/invoice-paper/reverse-charge", test_reverse_charge);
    g_test_add_func("/invoice-paper/several-taxes-by-name", test_several_taxes_by_name);
    g_test_add_func("/invoice-paper/document-adjustments", test_document_adjustments);
    g_test_add_func("/invoice-paper/rounding-and-withholding", test_rounding_and_withholding);
    g_test_add_func("/invoice-paper/paid-in-full", test_paid_in_full);
    g_test_add_func("/invoice-paper/payment-code-only-where-something-is-due",
                    test_payment_code_only_where_something_is_due);
    g_test_add_func("/invoice-paper/terms-from-due-date", test_terms_from_due_date);
    g_test_add_func("/invoice-paper/terms-without-account", test_terms_without_account);
    g_test_add_func("/invoice-paper/supply-period", test_supply_period);
    g_test_add_func("/invoice-paper/price-for-more-than-one", test_price_for_more_than_one);
    g_test_add_func("/invoice-paper/yen-has-no-decimals", test_yen_has_no_decimals);
    g_test_add_func("/invoice-paper/sums-stay-with-the-last-line", test_sums_stay_with_the_last_line);
    g_test_add_func("/invoice-paper/two-hundred-lines", test_two_hundred_lines);
    g_test_add_func("/invoice-paper/title-and-author", test_title_and_author);

    return g_test_run();
}
