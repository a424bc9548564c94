/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
/* From blocks to pages: breaks, repeated headers, page numbers, mirrored paper. */
#include "document/table.h"
#include "paper-checks.h"

static const CareTextStyle style = { 10, 400, CARE_INK, CARE_ALIGN_START };

static void
add_block(CareFlow *flow, const char *text, double height, CareBlockFlags flags)
{
    care_flow_begin_block(flow, 10);
    care_flow_text(flow, 0, 0, 200, text, &style);
    care_flow_reach(flow, height);
    care_flow_end_block(flow, flags);
}

static void
test_empty_has_one_page(void)
{
    g_autoptr(CareFlow) flow = care_flow_new(&care_sheet_a4);
    g_autoptr(CarePaper) paper = care_flow_finish(flow, "Nothing", NULL);

    g_assert_cmpuint(care_paper_get_n_pages(paper), ==, 1);
    assert_pages_numbered(paper);
}

static void
test_full_page_does_not_turn(void)
{
    g_autoptr(CareFlow) flow = care_flow_new(&care_sheet_a4);
    g_autoptr(CarePaper) paper = NULL;

    add_block(flow, "whole", care_sheet_a4.height - care_sheet_a4.top - care_sheet_a4.bottom, 0);
    paper = care_flow_finish(flow, NULL, NULL);
    g_assert_cmpuint(care_paper_get_n_pages(paper), ==, 1);
}

static void
test_one_point_more_turns(void)
{
    g_autoptr(CareFlow) flow = care_flow_new(&care_sheet_a4);
    g_autoptr(CarePaper) paper = NULL;

    add_block(flow, "first", care_sheet_a4.height - care_sheet_a4.top - care_sheet_a4.bottom - 60, 0);
    add_block(flow, "second", 51, 0);
    paper = care_flow_finish(flow, NULL, NULL);
    g_assert_cmpint(paper_find(paper, "first"), ==, 0);
    g_assert_cmpint(paper_find(paper, "second"), ==, 1);
    assert_pages_numbered(paper);
}

static void
test_space_vanishes_at_page_top(void)
{
    g_autoptr(CareFlow) flow = care_flow_new(&care_sheet_a4);
    g_autoptr(CarePaper) paper = NULL;

    add_block(flow, "first", 600, 0);
    care_flow_begin_block(flow, 300);
    care_flow_text(flow, 0, 0, 200, "second", &style);
    care_flow_end_block(flow, 0);
    paper = care_flow_finish(flow, NULL, NULL);
    g_assert_cmpfloat(care_paper_get_box(paper, 1, 0)->y, <, 100);
}

static void
test_kept_with_next(void)
{
    g_autoptr(CareFlow) flow = care_flow_new(&care_sheet_a4);
    g_autoptr(CarePaper) paper = NULL;

    add_block(flow, "filler", 620, 0);
    add_block(flow, "heading", 20, CARE_BLOCK_KEEP_WITH_NEXT);
    add_block(flow, "its text", 100, 0);
    paper = care_flow_finish(flow, NULL, NULL);
    g_assert_cmpint(paper_find(paper, "heading"), ==, 1);
    g_assert_cmpint(paper_find(paper, "its text"), ==, 1);
}

static void
test_chain_too_long_is_broken(void)
{
    g_autoptr(CareFlow) flow = care_flow_new(&care_sheet_a4);
    g_autoptr(CarePaper) paper = NULL;

    for (int i = 0; i < 28; i++)
        add_block(flow, "chained", 60, CARE_BLOCK_KEEP_WITH_NEXT);
    paper = care_flow_finish(flow, NULL, NULL);
    g_assert_cmpuint(care_paper_get_n_pages(paper), ==, 3);
    assert_nothing_clipped(paper, &care_sheet_a4);
}

static void
test_last_block_kept_with_nothing(void)
{
    g_autoptr(CareFlow) flow = care_flow_new(&care_sheet_a4);
    g_autoptr(CarePaper) paper = NULL;

    add_block(flow, "alone", 60, CARE_BLOCK_KEEP_WITH_NEXT);
    paper = care_flow_finish(flow, NULL, NULL);
    assert_has(paper, "alone");
}

static char *
words(guint n)
{
    g_autoptr(GString) text = g_string_new(NULL);

    for (guint i = 0; i < n; i++)
        g_string_append_printf(text, "word%u ", i);

    return g_strdup(text->str);
}

static void
test_paragraph_goes_on_over_pages(void)
{
    g_autoptr(CareFlow) flow = care_flow_new(&care_sheet_a4);
    g_autofree char *text = words(3000);
    g_autoptr(CarePaper) paper = NULL;

    care_flow_paragraph(flow, text, &style, 0, 10);
    paper = care_flow_finish(flow, NULL, NULL);
    g_assert_cmpuint(care_paper_get_n_pages(paper), >, 2);
    assert_has(paper, "word0 ");
    assert_has(paper, "word2999");
    assert_nothing_clipped(paper, &care_sheet_a4);
    assert_no_overlap(paper);
}

/* Cutting a paragraph into pieces loses and doubles no word. */
static void
test_paragraph_keeps_every_word(void)
{
    g_autoptr(CareFlow) flow = care_flow_new(&care_sheet_a4);
    g_autofree char *text = words(700);
    g_autoptr(CarePaper) paper = NULL;
    g_autofree char *all = NULL;
    const char *at;

    care_flow_paragraph(flow, text, &style, 0, 10);
    paper = care_flow_finish(flow, NULL, NULL);
    at = all = care_paper_get_text(paper);
    for (guint i = 0; i < 700; i++) {
        g_autofree char *word = g_strdup_printf("word%u", i);

        at = strstr(at, word);
        g_assert_nonnull(at);
        at += strlen(word);
        g_assert_false(g_ascii_isdigit(*at));
    }
}

static void
test_section_counts_anew(void)
{
    g_autoptr(CareFlow) flow = care_flow_new(&care_sheet_a4);
    g_autoptr(CarePaper) paper = NULL;

    add_block(flow, "one", 600, 0);
    add_block(flow, "two", 600, 0);
    care_flow_section(flow);
    add_block(flow, "three", 100, 0);
    paper = care_flow_finish(flow, NULL, NULL);
    g_assert_cmpuint(care_paper_get_n_pages(paper), ==, 3);
    g_assert_cmpuint(paper_count(paper, 1, "Page 2 of 2"), ==, 1);
    assert_lacks(paper, "Page 1");
}

static void
test_running_head_from_second_page(void)
{
    g_autoptr(CareFlow) flow = care_flow_new(&care_sheet_a4);
    g_autoptr(CarePaper) paper = NULL;

    care_flow_set_running_head(flow, "Invoice 7", "Bea Koch", "The Shop");
    add_block(flow, "one", 600, 0);
    add_block(flow, "two", 600, 0);
    paper = care_flow_finish(flow, NULL, NULL);
    g_assert_cmpuint(paper_count(paper, 0, "Invoice 7"), ==, 0);
    g_assert_cmpuint(paper_count(paper, 1, "Invoice 7"), ==, 1);
    g_assert_cmpuint(paper_count(paper, 1, "· Bea Koch"), ==, 1);
    g_assert_cmpuint(paper_count(paper, 1, "The Shop  ·  Page 2 of 2"), ==, 1);
}

static const CareColumn columns[] = {
    { "Thing", 0, 300, CARE_ALIGN_START },
    { "Count", 320, 100, CARE_ALIGN_END },
};

static CarePaper *
table_paper(guint rows, const char *note)
{
    g_autoptr(CareFlow) flow = care_flow_new(&care_sheet_a4);
    g_autoptr(CareTable) table = care_table_new(flow, columns, G_N_ELEMENTS(columns));

    for (guint i = 0; i < rows; i++) {
        g_autofree char *name = g_strdup_printf("Row %03u.", i);

        care_table_cell(table, 0, name, &style);
        care_table_cell(table, 0, note, &style);
        care_table_cell(table, 1, "1", &style);
        care_table_end_row(table, CARE_BLOCK_DEFAULT);
    }

    return care_flow_finish(flow, NULL, NULL);
}

static void
test_table_header_repeats(gconstpointer data)
{
    g_autoptr(CarePaper) paper = table_paper(GPOINTER_TO_UINT(data), "a note");

    for (guint page = 0; page < care_paper_get_n_pages(paper); page++)
        g_assert_cmpuint(paper_count(paper, page, "Thing"), ==, 1);
    assert_pages_numbered(paper);
    assert_nothing_clipped(paper, &care_sheet_a4);
    assert_no_overlap(paper);
}

static void
test_table_rows_whole_and_in_order(void)
{
    g_autoptr(CarePaper) paper = table_paper(200, "a note");
    int last = 0;

    g_assert_cmpuint(care_paper_get_n_pages(paper), >, 5);
    for (guint i = 0; i < 200; i++) {
        g_autofree char *name = g_strdup_printf("Row %03u.", i);
        int page = paper_find(paper, name);

        g_assert_cmpint(page, >=, last);
        g_assert_cmpuint(paper_count(paper, page, name), ==, 1);
        last = page;
    }
    for (guint page = 0; page < care_paper_get_n_pages(paper); page++)
        g_assert_cmpuint(paper_count(paper, page, "a note"), ==, paper_count(paper, page, "1"));
}

static void
test_table_header_never_alone(void)
{
    for (double height = 560; height < 720; height += 4) {
        g_autoptr(CareFlow) flow = care_flow_new(&care_sheet_a4);
        g_autoptr(CareTable) table = NULL;
        g_autoptr(CarePaper) paper = NULL;

        add_block(flow, "filler", height, 0);
        table = care_table_new(flow, columns, G_N_ELEMENTS(columns));
        care_table_cell(table, 0, "the row", &style);
        care_table_end_row(table, CARE_BLOCK_DEFAULT);
        paper = care_flow_finish(flow, NULL, NULL);
        g_assert_cmpint(paper_find(paper, "Thing"), ==, paper_find(paper, "the row"));
    }
}

static void
test_table_row_higher_than_a_page(void)
{
    g_autofree char *note = words(2500);
    g_autoptr(CarePaper) paper = table_paper(1, note);

    g_assert_cmpuint(care_paper_get_n_pages(paper), >, 2);
    assert_has(paper, "word2499");
    assert_nothing_clipped(paper, &care_sheet_a4);
    assert_no_overlap(paper);
}

static void
test_no_header_after_the_table(void)
{
    g_autoptr(CareFlow) flow = care_flow_new(&care_sheet_a4);
    g_autoptr(CareTable) table = care_table_new(flow, columns, G_N_ELEMENTS(columns));
    g_autoptr(CarePaper) paper = NULL;

    care_table_cell(table, 0, "row", &style);
    care_table_end_row(table, CARE_BLOCK_DEFAULT);
    add_block(flow, "after", 700, 0);
    paper = care_flow_finish(flow, NULL, NULL);
    g_assert_cmpint(paper_find(paper, "after"), ==, 1);
    g_assert_cmpuint(paper_count(paper, 1, "Thing"), ==, 0);
}

static void
test_broken_utf8_is_mended(void)
{
    g_autoptr(CareFlow) flow = care_flow_new(&care_sheet_a4);
    g_autoptr(CarePaper) paper = NULL;

    care_flow_paragraph(flow, "caf\xe9 open", &style, 0, 0);
    add_block(flow, "n\xff!", 20, 0);
    paper = care_flow_finish(flow, NULL, NULL);
    for (guint i = 0; i < care_paper_get_n_boxes(paper, 0); i++) {
        const CareBox *box = care_paper_get_box(paper, 0, i);

        g_assert_true(box->text == NULL || g_utf8_validate(box->text, -1, NULL));
    }
    assert_has(paper, " open");
}

static void
test_mirrored(void)
{
    g_autoptr(CarePaper) paper = table_paper(3, NULL);
    const CareBox *box = care_paper_get_box(paper, 0, 0);
    double end = box->x + box->width;

    g_assert_cmpstr(box->text, ==, "Thing");
    care_paper_mirror(paper);
    g_assert_cmpfloat_with_epsilon(box->x, CARE_PAPER_A4_WIDTH - end, 0.001);
    g_assert_cmpint(box->style.align, ==, CARE_ALIGN_END);
    assert_nothing_clipped(paper, &care_sheet_a4);
    care_paper_mirror(paper);
    g_assert_cmpfloat_with_epsilon(box->x + box->width, end, 0.001);
}

static void
test_mirrored_figures_stay_in_line(void)
{
    CarePaper *paper = care_paper_new(600, 800, NULL, NULL);
    CareBox *box = care_box_new(CARE_BOX_TEXT, 500, 10, 60, 10);

    box->text = g_strdup("12.00");
    box->style = (CareTextStyle){ 10, 400, CARE_INK, CARE_ALIGN_END, TRUE };
    care_paper_add_page(paper);
    care_paper_add_box(paper, 0, box);
    care_paper_mirror(paper);
    g_assert_cmpfloat(box->x, ==, 40);
    g_assert_cmpint(box->style.align, ==, CARE_ALIGN_END);
    g_object_unref(paper);
}

typedef struct {
    const char *name;
    const char *text;
} Script;

static const Script scripts[] = {
    { "euro", "€ 12,00" },
    { "accents", "Łódź, Žižkov, Ñandú, Ğ, ß, Ệ" },
    { "cyrillic", "Ремонт кофемолки ґєї" },
    { "greek", "Επισκευή ποδηλάτου" },
    { "arabic", "إصلاح المطحنة" },
    { "hebrew", "תיקון אופניים" },
    { "chinese", "自行车维修" },
    { "japanese", "ブレーキ調整と洗車" },
    { "devanagari", "साइकिल मरम्मत" },
    { "thai", "ซ่อมจักรยาน" },
};

static gboolean
has_fonts(const char *text)
{
    PangoContext *context = care_text_context_new(NULL);
    int unknown = text_unknown_glyphs(context, text, &style);

    g_object_unref(context);

    return unknown == 0;
}

/* Only the fonts decide; with Noto installed, as in the build's own sysroot, nothing may be missing. */
static void
test_script(gconstpointer data)
{
    const Script *script = data;

    if (!has_fonts(script->text) && !has_fonts("Ремонт إصلاح תיקון"))
        g_test_skip("no Noto fonts here");
    else
        g_assert_true(has_fonts(script->text));
}

static void
test_unknown_glyphs_are_counted(void)
{
    g_assert_false(has_fonts("\U0010fffd"));
}

static void
test_fit_ends_between_words(void)
{
    PangoContext *context = care_text_context_new(NULL);
    g_autofree char *text = words(60);
    gsize fits = care_text_fit(context, text, &style, 180, 60);
    g_autofree char *start = g_strndup(text, fits);
    double height;

    care_text_measure(context, start, &style, 180, NULL, &height);
    g_assert_cmpfloat(height, <=, 60);
    g_assert_true(text[fits - 1] == ' ');
    g_object_unref(context);
}

static void
test_fit_grants_one_line(void)
{
    PangoContext *context = care_text_context_new(NULL);
    g_autofree char *text = words(60);

    g_assert_cmpuint(care_text_fit(context, text, &style, 180, 1), >, 0);
    g_object_unref(context);
}

int
main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/paper/empty-has-one-page", test_empty_has_one_page);
    g_test_add_func("/paper/full-page-does-not-turn", test_full_page_does_not_turn);
    g_test_add_func("/paper/one-point-more-turns", test_one_point_more_turns);
    g_test_add_func("/paper/space-vanishes-at-page-top", test_space_vanishes_at_page_top);
    g_test_add_func("/paper/kept-with-next", test_kept_with_next);
    g_test_add_func("/paper/chain-too-long-is-broken", test_chain_too_long_is_broken);
    g_test_add_func("/paper/last-block-kept-with-nothing", test_last_block_kept_with_nothing);
    g_test_add_func("/paper/paragraph-goes-on-over-pages", test_paragraph_goes_on_over_pages);
    g_test_add_func("/paper/paragraph-keeps-every-word", test_paragraph_keeps_every_word);
    g_test_add_func("/paper/section-counts-anew", test_section_counts_anew);
    g_test_add_func("/paper/running-head-from-second-page", test_running_head_from_second_page);
    for (guint rows = 0; rows < 90; rows = rows * 2 + 1) {
        g_autofree char *path = g_strdup_printf("/paper/table/header-repeats/%u-rows", rows);

        g_test_add_data_func(path, GUINT_TO_POINTER(rows), test_table_header_repeats);
    }
    g_test_add_func("/paper/table/rows-whole-and-in-order", test_table_rows_whole_and_in_order);
    g_test_add_func("/paper/table/header-never-alone", test_table_header_never_alone);
    g_test_add_func("/paper/table/row-higher-than-a-page", test_table_row_higher_than_a_page);
    g_test_add_func("/paper/table/no-header-after-the-table", test_no_header_after_the_table);
    g_test_add_func("/paper/broken-utf8-is-mended", test_broken_utf8_is_mended);
    g_test_add_func("/paper/mirrored/places", test_mirrored);
    g_test_add_func("/paper/mirrored/figures-stay-in-line", test_mirrored_figures_stay_in_line);
    for (gsize i = 0; i < G_N_ELEMENTS(scripts); i++) {
        g_autofree char *path = g_strdup_printf("/paper/script/%s", scripts[i].name);

        g_test_add_data_func(path, &scripts[i], test_script);
    }
    g_test_add_func("/paper/unknown-glyphs-are-counted", test_unknown_glyphs_are_counted);
    g_test_add_func("/paper/fit/ends-between-words", test_fit_ends_between_words);
    g_test_add_func("/paper/fit/grants-one-line", test_fit_grants_one_line);

    return g_test_run();
}
