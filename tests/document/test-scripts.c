/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
/* Scripts of the world side by side: lines of one height, names of one weight, Han as its readers write it. */
#include <string.h>

#include "common/case-table.h"
#include "paper-checks.h"
#include "samples.h"

static const CareBox *
box_of(CarePaper *paper, const char *text)
{
    for (guint i = 0; i < care_paper_get_n_boxes(paper, 0); i++) {
        const CareBox *box = care_paper_get_box(paper, 0, i);

        if (box->text != NULL && strstr(box->text, text) != NULL)
            return box;
    }
    g_error("“%s” is not on the first page", text);
}

/* Arabic faces claim more room than Latin ones; on paper all lines are as far apart. */
static void
test_lines_of_one_height(void)
{
    CareInvoicePaper invoice = sample_world_invoice();
    g_autoptr(CarePaper) paper = care_invoice_paper_layout(&invoice);
    const char *const *address = invoice.buyer.lines;

    for (guint i = 0; address[i + 1] != NULL; i++)
        g_assert_cmpfloat_with_epsilon(box_of(paper, address[i + 1])->y - box_of(paper, address[i])->y, 12.9,
                                       0.01);
    g_assert_cmpfloat_with_epsilon(box_of(paper, "إصلاح")->y - box_of(paper, "Επισκευή")->y,
                                   box_of(paper, "Επισκευή")->y - box_of(paper, "Ремонт")->y, 0.01);
}

static double
width_of(const char *text, int weight)
{
    CareTextStyle style = { 10, weight };
    PangoContext *context = care_text_context_new(NULL);
    double width;

    care_text_measure(context, text, &style, 0, &width, NULL);
    g_object_unref(context);
    return width;
}

typedef struct {
    const char *name;
    const char *text;
    gboolean bolder;
} Weight;

static const Weight weights[] = {
    { "latin", "Brake pads, resin", FALSE },
    { "cyrillic", "Ремонт кофемолки", FALSE },
    { "arabic", "المطحنة", TRUE },
    { "hebrew", "אופניים", TRUE },
};

/* Where there is no medium weight, a name is not set as if it were plain text. */
static void
test_medium_is_seen(gconstpointer data)
{
    const Weight *weight = data;
    double medium = width_of(weight->text, 500), bold = width_of(weight->text, 700);

    if (width_of(weight->text, 400) == bold)
        g_test_skip("no bold face here");
    else if (weight->bolder)
        g_assert_cmpfloat(medium, ==, bold);
    else
        g_assert_cmpfloat(medium, <, bold);
}

typedef struct {
    const char *name;
    const char *shop;
    const char *buyer;
    const char *language;
} Reader;

static const Reader readers[] = {
    { "at-home", "DE", NULL, NULL },      { "to-japan", "DE", "JP", "ja" },
    { "in-japan", "JP", NULL, "ja" },     { "japan-to-china", "JP", "CN", "zh-cn" },
    { "to-taiwan", "DE", "TW", "zh-tw" }, { "to-korea", "US", "KR", "ko" },
    { "to-france", "DE", "FR", NULL },
};

static void
test_language(gconstpointer data)
{
    const Reader *reader = data;
    CareInvoicePaper invoice = sample_invoice();
    g_autoptr(CarePaper) paper = NULL;

    invoice.shop.country = reader->shop;
    invoice.buyer.country = reader->buyer;
    paper = care_invoice_paper_layout(&invoice);
    g_assert_cmpstr(care_paper_get_language(paper), ==, reader->language);
}

static void
test_language_reaches_the_letters(void)
{
    PangoContext *context = care_text_context_new("ja");

    g_assert_cmpstr(pango_language_to_string(pango_context_get_language(context)), ==, "ja");
    g_object_unref(context);
}

/* How far from the left a part of a text is drawn. */
static int
place_of(const char *text, const char *part)
{
    PangoContext *context = care_text_context_new(NULL);
    PangoLayout *layout = pango_layout_new(context);
    const char *at = strstr(text, part);
    PangoRectangle where;

    g_assert_nonnull(at);
    pango_layout_set_text(layout, text, -1);
    pango_layout_index_to_pos(layout, (int)(at - text), &where);
    g_object_unref(layout);
    g_object_unref(context);
    return where.x;
}

/* A number and a day read from the left, whatever they stand behind. */
static void
test_numbers_are_not_turned_round(void)
{
    CareInvoicePaper invoice = sample_world_invoice();
    g_autoptr(CarePaper) paper = NULL;
    const char *title, *detail = NULL;

    invoice.title = "فاتورة";
    invoice.buyer.name = "ليلى حداد";
    paper = care_invoice_paper_layout(&invoice);
    title = box_of(paper, "فاتورة")->text;
    g_assert_cmpint(place_of(title, "2026"), <, place_of(title, "0412"));
    for (guint i = 0; i < care_paper_get_n_boxes(paper, 1) && detail == NULL; i++) {
        const CareBox *box = care_paper_get_box(paper, 1, i);

        if (box->text != NULL && strstr(box->text, "ليلى") != NULL)
            detail = box->text;
    }
    g_assert_nonnull(detail);
    g_assert_cmpint(place_of(detail, "ليلى"), <, place_of(detail, "24"));
    g_assert_cmpint(place_of(detail, "24"), <, place_of(detail, "2026"));
}

int
main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/scripts/lines-of-one-height", test_lines_of_one_height);
    CARE_TEST_ADD_TABLE("/scripts/medium-is-seen", weights, name, test_medium_is_seen);
    CARE_TEST_ADD_TABLE("/scripts/language", readers, name, test_language);
    g_test_add_func("/scripts/numbers-are-not-turned-round", test_numbers_are_not_turned_round);
    g_test_add_func("/scripts/language-reaches-the-letters", test_language_reaches_the_letters);

    return g_test_run();
}
