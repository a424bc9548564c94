/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
/* What the window of an envelope shows, as pdftotext finds it in the finished PDF: the whole address and nothing else.
 * DIN 5008 form B in an envelope of DIN 680, and the American #10, whichever way the sheet lies in it. */
#include <math.h>
#include <string.h>

#include <glib/gstdio.h>

#include "common/case-table.h"
#include "document/letter-paper.h"
#include "document/paper-render.h"
#include "paper-checks.h"
#include "samples.h"

/* In millimetres from the sheet's top left. */
typedef struct {
    double left, right, top, bottom;
} Area;

/* The window of DIN 680 with the sheet down and up; what #10 shows wherever the sheet lies, and at most. */
static const Area din_down = { 20, 110, 45, 90 }, din_up = { 20, 110, 50, 95 };
/* Where the norm wants the lines of the address: clear of the window's edge, below the return line and its notes. */
static const Area din_lines = { 24.8, 105, 62.6, 90 };
static const Area us_always = { 22.2, 111.1, 63.5, 80.5 }, us_at_most = { 0, 136.5, 52, 92.2 };

static const char *const german[]
    = { "Praxis Dr. Sommer", "Priya Nair", "Urbanstraße 100", "10967 Berlin", NULL };
static const char *const six[] = { "Wohnungsbaugenossenschaft Am Alten Markt eG",
                                   "Frau Dr. Annegret Süß-Müller",
                                   "Hinterhaus, 3. Stock",
                                   "Straße des 17. Juni 135",
                                   "10623 Berlin",
                                   "GERMANY",
                                   NULL };
static const char *const american[] = { "Bea Koch", "2710 P Street, Apt 3", "Sacramento, CA 95816", NULL };
static const char *const four[] = { "Sacramento Bicycle Kitchen", "Attn: Bea Koch", "2710 P Street, Apt 3",
                                    "Sacramento, CA 95816", NULL };
static const char *const five[] = { "Sacramento Bicycle Kitchen", "Attn: Bea Koch",
                                    "Building 7, Rear",           "2710 P Street",
                                    "Sacramento, CA 95816",       NULL };

typedef struct {
    const char *name;
    const CareSheet *sheet;
    const char *const *lines;
    gboolean credit;
    gboolean letter;
} Case;

static const Case cases[] = {
    { "a4-invoice", &care_sheet_a4, german, FALSE, FALSE },
    { "a4-credit-note", &care_sheet_a4, german, TRUE, FALSE },
    { "a4-letter", &care_sheet_a4, german, FALSE, TRUE },
    { "a4-six-lines", &care_sheet_a4, six, FALSE, FALSE },
    { "letter-invoice", &care_sheet_letter, american, FALSE, FALSE },
    { "letter-credit-note", &care_sheet_letter, american, TRUE, FALSE },
    { "letter-letter", &care_sheet_letter, american, FALSE, TRUE },
    { "letter-four-lines", &care_sheet_letter, four, FALSE, FALSE },
    { "letter-five-lines", &care_sheet_letter, five, FALSE, FALSE },
};

static CarePaper *
paper_of(const Case *one)
{
    CareInvoicePaper invoice = one->credit ? sample_credit_note() : sample_invoice();
    CareAddressee buyer = { one->lines[0], one->lines, "DE123456789" };
    CareLetterPaper letter
        = { one->sheet, sample_shop(), buyer, { 2026, 11, 24 }, "Thank you", "Ride safely." };

    invoice.sheet = one->sheet;
    invoice.buyer = buyer;
    return one->letter ? care_letter_paper_layout(&letter) : care_invoice_paper_layout(&invoice);
}

typedef struct {
    char *text;
    Area area;
} Word;

static void
word_clear(gpointer word)
{
    g_free(((Word *)word)->text);
}

/* What pdftotext says of the words of the first page. Transfer full. */
static char *
describe_words(CarePaper *paper, const char *program)
{
    g_autoptr(GBytes) pdf = care_paper_write_pdf(paper, 1795521089, NULL);
    g_autofree char *folder = g_dir_make_tmp("envelope-XXXXXX", NULL);
    g_autofree char *path = g_build_filename(folder, "paper.pdf", NULL);
    g_autofree char *command = g_strdup_printf("%s -l 1 -bbox -enc UTF-8 %s -", program, path);
    char *output = NULL;

    g_assert_true(
        g_file_set_contents(path, g_bytes_get_data(pdf, NULL), (gssize)g_bytes_get_size(pdf), NULL));
    g_assert_true(g_spawn_command_line_sync(command, &output, NULL, NULL, NULL));
    g_remove(path);
    g_rmdir(folder);
    return output;
}

static Word
read_word(GMatchInfo *match)
{
    double at[4];

    for (int i = 0; i < 4; i++) {
        g_autofree char *number = g_match_info_fetch(match, i + 1);

        at[i] = g_ascii_strtod(number, NULL) / CARE_MM;
    }
    return (Word){ .text = g_match_info_fetch(match, 5), .area = { at[0], at[2], at[1], at[3] } };
}

/* The words of the first page; none where there is no pdftotext. */
static GArray *
words_of(CarePaper *paper)
{
    g_autofree char *program = g_find_program_in_path("pdftotext");
    g_autofree char *output = program != NULL ? describe_words(paper, program) : NULL;
    g_autoptr(GRegex) pattern = g_regex_new("<word xMin=\"([\\d.]+)\" yMin=\"([\\d.]+)\" xMax=\"([\\d.]+)\" "
                                            "yMax=\"([\\d.]+)\">(.*?)</word>",
                                            0, 0, NULL);
    g_autoptr(GMatchInfo) match = NULL;
    GArray *words = g_array_new(FALSE, TRUE, sizeof(Word));

    g_array_set_clear_func(words, word_clear);
    if (output == NULL)
        return words;
    for (g_regex_match(pattern, output, 0, &match); g_match_info_matches(match);
         g_match_info_next(match, NULL)) {
        Word word = read_word(match);

        g_array_append_val(words, word);
    }
    return words;
}

static gboolean
is_inside(const Area *word, const Area *window)
{
    return word->left >= window->left && word->right <= window->right && word->top >= window->top
           && word->bottom <= window->bottom;
}

static gboolean
touches(const Area *word, const Area *window)
{
    return word->left < window->right && word->right > window->left && word->top < window->bottom
           && word->bottom > window->top;
}

/* Takes the word off the text, where it stands as a whole. */
static gboolean
take_word(GString *text, const char *word)
{
    g_autofree char *wanted = g_strdup_printf(" %s ", word);
    const char *at = strstr(text->str, wanted);

    if (at == NULL)
        return FALSE;
    g_string_erase(text, at - text->str + 1, (gssize)strlen(word) + 1);
    return TRUE;
}

static GString *
spaced(const char *const *lines)
{
    g_autofree char *joined = g_strjoinv(" ", (char **)lines);
    GString *text = g_string_new(NULL);

    g_string_printf(text, " %s ", joined);
    return text;
}

static void
test_window(gconstpointer data)
{
    const Case *one = data;
    gboolean din = one->sheet == &care_sheet_a4;
    const Area *whole = din ? &din_up : &us_always;
    const Area *place = din ? &din_lines : &us_always;
    g_autoptr(CarePaper) paper = paper_of(one);
    g_autoptr(GArray) words = words_of(paper);
    g_autoptr(GString) left = spaced(one->lines);

    if (words->len == 0) {
        g_test_skip("no pdftotext here");
        return;
    }
    for (guint i = 0; i < words->len; i++) {
        const Word *word = &g_array_index(words, Word, i);
        gboolean is_return_line = din && word->area.bottom <= 50 && word->area.top >= 45;

        if (!touches(&word->area, din ? &din_down : &us_at_most) && !touches(&word->area, whole))
            continue;
        if (is_return_line)
            continue;
        if (!is_inside(&word->area, place) || !take_word(left, word->text))
            g_error("“%s” at %.1f–%.1f × %.1f–%.1f mm is in the window; of the address there is left:%s",
                    word->text, word->area.left, word->area.right, word->area.top, word->area.bottom,
                    left->str);
    }
    g_assert_cmpstr(left->str, ==, " ");
}

/* Who writes stands above the address where the norm has a place for it, and nowhere where it would show instead. */
static void
test_return_line(void)
{
    const Case a4 = { "", &care_sheet_a4, german, FALSE, FALSE },
               letter = { "", &care_sheet_letter, american, FALSE, FALSE };
    g_autoptr(CarePaper) with = paper_of(&a4);
    g_autoptr(CarePaper) without = paper_of(&letter);

    g_assert_cmpint(paper_find(with, "Kettle & Spoke · Lindenstrasse 14 · 10969 Berlin"), ==, 0);
    assert_lacks(without, "Kettle & Spoke · Lindenstrasse 14");
}

static guint
count_marks(CarePaper *paper, guint page, double y)
{
    guint count = 0;

    for (guint i = 0; i < care_paper_get_n_boxes(paper, page); i++) {
        const CareBox *box = care_paper_get_box(paper, page, i);

        count += box->kind == CARE_BOX_RULE && box->width < 20 && fabs(box->y / CARE_MM - y) < 0.2;
    }
    return count;
}

static void
test_fold_marks(void)
{
    CareInvoicePaper invoice = sample_long_invoice(60);
    g_autoptr(CarePaper) a4 = care_invoice_paper_layout(&invoice);
    g_autoptr(CarePaper) letter = NULL;

    invoice.sheet = &care_sheet_letter;
    letter = care_invoice_paper_layout(&invoice);
    g_assert_cmpuint(count_marks(a4, 0, 105), ==, 1);
    g_assert_cmpuint(count_marks(a4, 0, 210), ==, 1);
    g_assert_cmpuint(count_marks(a4, 0, 148.5), ==, 1);
    g_assert_cmpuint(count_marks(a4, 0, 87) + count_marks(a4, 0, 192), ==, 0);
    g_assert_cmpuint(count_marks(a4, 1, 105) + count_marks(a4, 1, 210), ==, 0);
    g_assert_cmpuint(count_marks(a4, 1, 148.5), ==, 1);
    g_assert_cmpuint(count_marks(letter, 0, 93.1) + count_marks(letter, 0, 186.3), ==, 2);
    g_assert_cmpuint(count_marks(letter, 0, 148.5), ==, 0);
}

/* A banking app does not read a code with a crease in it. */
static void
test_no_fold_through_the_code(void)
{
    for (guint n = 1; n <= 40; n++) {
        CareInvoicePaper invoice = sample_long_invoice(n);
        g_autoptr(CarePaper) paper = care_invoice_paper_layout(&invoice);
        guint codes = 0;

        for (guint page = 0; page < care_paper_get_n_pages(paper); page++) {
            for (guint i = 0; i < care_paper_get_n_boxes(paper, page); i++) {
                const CareBox *box = care_paper_get_box(paper, page, i);

                if (box->kind != CARE_BOX_CODE)
                    continue;
                codes++;
                g_assert_cmpfloat(box->y, >=, 215 * CARE_MM);
                g_assert_cmpfloat(box->y + box->height, <=, 268 * CARE_MM);
                g_assert_cmpfloat(box->width, >=, 32 * CARE_MM - 0.01);
            }
        }
        g_assert_cmpuint(codes, ==, 1);
    }
}

int
main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    CARE_TEST_ADD_TABLE("/envelope/window", cases, name, test_window);
    g_test_add_func("/envelope/return-line", test_return_line);
    g_test_add_func("/envelope/fold-marks", test_fold_marks);
    g_test_add_func("/envelope/no-fold-through-the-code", test_no_fold_through_the_code);

    return g_test_run();
}
