/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
/* Care card, order sheet and history. */
#include "document/paper-render.h"

#include "common/case-table.h"
#include "paper-checks.h"
#include "samples.h"

static const char *const card_texts[] = {
    "Care Card",
    "Café Linde",
    "Espresso grinder, Mahlkönig K30",
    "30-88121",
    "19 Nov 2027",
    "Next service",
    "Our warranty on this repair ends",
    "19 Nov 2028",
    "Empty the hopper",
    "Questions? Jonas Weber, 030 5512 082, Tuesday to Saturday",
    "Kettle & Spoke",
};

static void
test_card_says(gconstpointer text)
{
    CareCareCard card = sample_care_card();
    g_autoptr(CarePaper) paper = care_care_card_layout(&card);

    assert_has(paper, text);
}

static void
test_card_is_one_a5_page(void)
{
    CareCareCard card = sample_care_card();
    g_autoptr(CarePaper) paper = care_care_card_layout(&card);

    g_assert_cmpuint(care_paper_get_n_pages(paper), ==, 1);
    g_assert_cmpfloat(care_paper_get_width(paper), ==, CARE_PAPER_A5_WIDTH);
    assert_nothing_clipped(paper, &care_sheet_a5);
    assert_no_overlap(paper);
}

static void
test_card_with_little(void)
{
    CareCareCard card = { .shop = { .name = "Shop" } };
    g_autoptr(CarePaper) paper = care_care_card_layout(&card);

    assert_has(paper, "Care Card");
    assert_lacks(paper, "Questions?");
    assert_lacks(paper, "When");
    assert_nothing_clipped(paper, &care_sheet_a5);
}

static void
test_card_with_much(void)
{
    CareCareCardDate dates[40];
    CareCareCard card = sample_care_card();
    g_autoptr(CarePaper) paper = NULL;

    for (gsize i = 0; i < G_N_ELEMENTS(dates); i++)
        dates[i] = card.dates[i % card.n_dates];
    card.dates = dates;
    card.n_dates = G_N_ELEMENTS(dates);
    paper = care_care_card_layout(&card);
    g_assert_cmpuint(care_paper_get_n_pages(paper), >, 1);
    assert_pages_numbered(paper);
    assert_nothing_clipped(paper, &care_sheet_a5);
    assert_no_overlap(paper);
}

static const char *const sheet_texts[] = {
    "Order Sheet",
    "2026-309",
    "12 Nov 2026",
    "20 Nov 2026",
    "Café Linde",
    "030 633 50 12",
    "Espresso grinder, Mahlkönig K30",
    "30-88121",
    "Grinds unevenly since last week",
    "Hopper, power cord, portafilter",
    "Scratch on the left side",
    "€186.00",
    "Sami Linde said yes at the counter",
    "We call you before we do anything",
    "Jonas Weber",
};

static void
test_sheet_says(gconstpointer text)
{
    CareJobSheet sheet = sample_job_sheet();
    g_autoptr(CarePaper) customer = care_job_sheet_layout(&sheet, CARE_JOB_SHEET_CUSTOMER);
    g_autoptr(CarePaper) shop = care_job_sheet_layout(&sheet, CARE_JOB_SHEET_SHOP);

    assert_has(customer, text);
    assert_has(shop, text);
}

static void
test_sheet_copies(void)
{
    CareJobSheet sheet = sample_job_sheet();
    g_autoptr(CarePaper) both = care_job_sheet_layout(&sheet, CARE_JOB_SHEET_CUSTOMER | CARE_JOB_SHEET_SHOP);
    g_autoptr(CarePaper) shop = care_job_sheet_layout(&sheet, CARE_JOB_SHEET_SHOP);

    g_assert_cmpuint(care_paper_get_n_pages(both), ==, 2);
    g_assert_cmpint(paper_find(both, "Your copy"), ==, 0);
    g_assert_cmpint(paper_find(both, "Shop copy"), ==, 1);
    assert_lacks(both, "Page ");
    g_assert_cmpuint(care_paper_get_n_pages(shop), ==, 1);
    assert_lacks(shop, "Your copy");
    assert_lacks(shop, "Please bring this sheet");
    assert_has(shop, "signature");
    assert_nothing_clipped(both, &care_sheet_a4);
    assert_no_overlap(both);
}

static void
test_sheet_without_price(void)
{
    CareJobSheet sheet = sample_job_sheet();
    g_autoptr(CarePaper) paper = NULL;

    sheet.has_price = FALSE;
    paper = care_job_sheet_layout(&sheet, CARE_JOB_SHEET_CUSTOMER);
    assert_has(paper, "to be agreed");
    assert_lacks(paper, "€");
}

static void
test_sheet_price_of_nothing_is_a_price(void)
{
    CareJobSheet sheet = sample_job_sheet();
    g_autoptr(CarePaper) paper = NULL;

    sheet.price = 0;
    paper = care_job_sheet_layout(&sheet, CARE_JOB_SHEET_CUSTOMER);
    assert_has(paper, "€0.00");
}

static void
test_sheet_with_a_long_story(void)
{
    CareJobSheet sheet = sample_job_sheet();
    g_autoptr(GString) story = g_string_new(NULL);
    g_autoptr(CarePaper) paper = NULL;

    for (int i = 0; i < 300; i++)
        g_string_append(story, "It squeals, then it stops, then it squeals again. ");
    g_string_append(story, "Finis.");
    sheet.fault = story->str;
    paper = care_job_sheet_layout(&sheet, CARE_JOB_SHEET_CUSTOMER | CARE_JOB_SHEET_SHOP);
    assert_has(paper, "Finis.");
    assert_nothing_clipped(paper, &care_sheet_a4);
    assert_no_overlap(paper);
}

static void
test_timeline_pages(gconstpointer data)
{
    guint n = GPOINTER_TO_UINT(data);
    CareTimelinePaper timeline = sample_timeline(n);
    g_autoptr(CarePaper) paper = care_timeline_paper_layout(&timeline);
    guint titles = 0;

    for (guint page = 0; page < care_paper_get_n_pages(paper); page++) {
        titles += paper_count(paper, page, "Collected the espresso grinder");
        g_assert_cmpuint(paper_count(paper, page, "What happened"), ==, n > 0 ? 1 : 0);
    }
    g_assert_cmpuint(titles, ==, (n + 3) / 4);
    assert_pages_numbered(paper);
    assert_nothing_clipped(paper, &care_sheet_a4);
    assert_no_overlap(paper);
}

static void
test_timeline_empty_says_so(void)
{
    CareTimelinePaper timeline = sample_timeline(0);
    g_autoptr(CarePaper) paper = care_timeline_paper_layout(&timeline);

    assert_has(paper, "Nothing has been recorded yet.");
}

static void
test_timeline_title(void)
{
    CareTimelinePaper timeline = sample_timeline(60);
    g_autoptr(CarePaper) paper = care_timeline_paper_layout(&timeline);

    g_assert_cmpstr(care_paper_get_title(paper), ==, "History of Café Linde");
    g_assert_cmpuint(paper_count(paper, 1, "History of Café Linde"), ==, 1);
}

int
main(int argc, char **argv)
{
    static const guint lengths[] = { 0, 1, 14, 15, 100, 400 };

    g_test_init(&argc, &argv, NULL);
    for (gsize i = 0; i < G_N_ELEMENTS(card_texts); i++)
        care_test_add_row("/papers/care-card/says", i, card_texts[i], card_texts[i], test_card_says);
    g_test_add_func("/papers/care-card/is-one-a5-page", test_card_is_one_a5_page);
    g_test_add_func("/papers/care-card/with-little", test_card_with_little);
    g_test_add_func("/papers/care-card/with-much", test_card_with_much);
    for (gsize i = 0; i < G_N_ELEMENTS(sheet_texts); i++)
        care_test_add_row("/papers/job-sheet/says", i, sheet_texts[i], sheet_texts[i], test_sheet_says);
    g_test_add_func("/papers/job-sheet/copies", test_sheet_copies);
    g_test_add_func("/papers/job-sheet/without-price", test_sheet_without_price);
    g_test_add_func("/papers/job-sheet/price-of-nothing-is-a-price", test_sheet_price_of_nothing_is_a_price);
    g_test_add_func("/papers/job-sheet/with-a-long-story", test_sheet_with_a_long_story);
    for (gsize i = 0; i < G_N_ELEMENTS(lengths); i++) {
        g_autofree char *path = g_strdup_printf("/papers/timeline/pages/%u-entries", lengths[i]);

        g_test_add_data_func(path, GUINT_TO_POINTER(lengths[i]), test_timeline_pages);
    }
    g_test_add_func("/papers/timeline/empty-says-so", test_timeline_empty_says_so);
    g_test_add_func("/papers/timeline/title", test_timeline_title);

    return g_test_run();
}
