/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/search/mark.h"

typedef struct {
    const char *name;
    const char *text;
    const char *typed;
    const char *expected;
} Case;

static const Case cases[] = {
    { "phone", "0157 335 21 78", "335", "0157 <b>335</b> 21 78" },
    { "across-spaces", "030 633 50", "335", "030 6<b>33 5</b>0" },
    { "typed-with-spaces", "0157 335 21 78", "33 52", "0157 <b>335 2</b>1 78" },
    { "across-dash", "Frame PG-9335-K", "pg93", "Frame <b>PG-93</b>35-K" },
    { "job-number", "Job 2026-335", "335", "Job 2026-<b>335</b>" },
    { "without-accents", "Hélène Marchand", "helene", "<b>Hélène</b> Marchand" },
    { "turkish-i", "Deniz Yılmaz", "yilmaz", "Deniz <b>Yılmaz</b>" },
    { "sharp-s-is-two", "Groß & Sohn", "gross", "<b>Groß</b> &amp; Sohn" },
    { "half-of-sharp-s", "Groß", "gros", "<b>Groß</b>" },
    { "case", "Bea Koch", "KOCH", "Bea <b>Koch</b>" },
    { "two-words", "Bea Koch", "koch bea", "<b>Bea</b> <b>Koch</b>" },
    { "whole-before-words", "Ann Ann Lee", "ann lee", "Ann <b>Ann Lee</b>" },
    { "short-begins-word", "Nina Anders", "an", "Nina <b>An</b>ders" },
    { "short-not-inside", "Hans", "an", "Hans" },
    { "spelled-out", "Anna Müller", "mueller", "Anna <b>Müller</b>" },
    { "spelled-plain", "Bert Mueller", "Müller", "Bert <b>Mueller</b>" },
    { "run-together", "Sean O’Brien", "obrien", "Sean <b>O’Brien</b>" },
    { "from-abroad", "0171 3000001", "+49 171", "<b>0171</b> 3000001" },
    { "without-its-plus", "0171 3000001", "49171300", "<b>0171 300</b>0001" },
    { "as-at-home", "+49 171 633 3564", "0171", "<b>+49 171</b> 633 3564" },
    { "as-at-home-behind-a-name", "+49 171 633 3564 · last here 2 days ago", "koch 0171",
      "<b>+49 171</b> 633 3564 · last here 2 days ago" },
    { "from-its-second-digit", "+49 171 633 3564", "171 63", "+49 <b>171 63</b>3 3564" },
    { "with-its-trunk", "+49 (0)171 633 3564", "01716", "+49 (<b>0)171 6</b>33 3564" },
    { "as-in-its-own-country", "+43 660 1234567", "0660 123", "<b>+43 660 123</b>4567" },
    { "behind-the-exit", "0049 171 6333564", "0171", "<b>0049 171</b> 6333564" },
    { "pasted-behind-a-name", "+49 171 633 3564", "Koch +49 171 6333", "<b>+49 171 633 3</b>564" },
    { "no-number", "00 + 1", "0171", "00 + 1" },
    { "pasted", "0171 3000001", "Tel. +49 171 3000001", "<b>0171 3000001</b>" },
    { "short-number", "Job 2026-0003", "2026/3", "Job <b>2026-0003</b>" },
    { "one-ideograph", "王小明", "明", "王小<b>明</b>" },
    { "nothing", "Bea Koch", "xyz", "Bea Koch" },
    { "empty", "Bea Koch", "", "Bea Koch" },
    { "only-signs", "Bea & Koch", " -- ", "Bea &amp; Koch" },
    { "markup-in-text", "<b>A</b>", "zzz", "&lt;b&gt;A&lt;/b&gt;" },
    { "markup-typed", "Tom & Co", "<i>", "Tom &amp; Co" },
    { "other-script", "Анна Петрова", "петр", "Анна <b>Петр</b>ова" },
    { "broken-text", "\xff\xfe", "a", "" },
};

static void
test_mark(gconstpointer data)
{
    const Case *c = data;
    g_autofree char *got = care_search_mark(c->text, c->typed, "DE");

    g_assert_cmpstr(got, ==, c->expected);
}

int
main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    for (guint i = 0; i < G_N_ELEMENTS(cases); i++) {
        g_autofree char *path = g_strconcat("/ui/mark/", cases[i].name, NULL);

        g_test_add_data_func(path, &cases[i], test_mark);
    }
    return g_test_run();
}
