/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/fold.h"

#include <time.h>

#include "core/sought.h"
#include "core/spelling.h"

#include "common/case-table.h"

typedef struct {
    const char *text;
    const char *folded;
    const char *codes;
} Case;

static const Case cases[] = {
    { "Müller", "muller", "muller" },
    { "MU\u0308LLER", "muller", "muller" },
    { "Straße", "strasse", "strasse" },
    { "STRASSE", "strasse", "strasse" },
    { "STRAẞE", "strasse", "strasse" },
    { "Łódź", "lodz", "lodz" },
    { "Øster", "oster", "oster" },
    { "Æble", "aeble", "aeble" },
    { "Đorđe", "dorde", "dorde" },
    { "Þór Ðorðarson", "thor dordarson", "thordordarson" },
    { "Iı İi", "ii ii", "iiii" },
    { "IŞIK", "isik", "isik" },
    { "œuvre", "oeuvre", "oeuvre" },
    { "Éloïse", "eloise", "eloise" },
    { "Nguyễn", "nguyen", "nguyen" },
    { "Σίσυφος", "σισυφοσ", "σισυφοσ" },
    { "Αθήνα", "αθηνα", "αθηνα" },
    { "Фёдор", "федор", "федор" },
    { "ﬁx", "fix", "fix" },
    { "ＡＢＣ１２", "abc12", "abc12" },
    { "Kelvin K", "kelvin k", "kelvink" },
    { "مُحَمَّد", "محمد", "محمد" },
    { "שָׁלוֹם", "שלום", "שלום" },
    { "a\u00adb\u200bc\ufeff", "abc", "abc" },
    { "M-AB 123", "m-ab 123", "mab123" },
    { "SN: 00-12/A", "sn: 00-12/a", "sn0012a" },
    { "٤٥٦", "٤٥٦", "456" },
    { "", "", "" },
    { NULL, "", "" },
    { "  two  spaces ", "  two  spaces ", "twospaces" },
    { "🚲 Bike", "🚲 bike", "bike" },
    { "a\xff"
      "b",
      "a\ufffd"
      "b",
      "ab" },
};

static void
test_fold(gconstpointer data)
{
    const Case *c = data;
    g_autofree char *folded = care_text_fold(c->text);

    g_assert_cmpstr(folded, ==, c->folded);
}

static void
test_codes(gconstpointer data)
{
    const Case *c = data;
    g_autofree char *codes = care_text_codes(c->text);

    g_assert_cmpstr(codes, ==, c->codes);
}

static void
test_fold_twice(gconstpointer data)
{
    const Case *c = data;
    g_autofree char *once = care_text_fold(c->text);
    g_autofree char *twice = care_text_fold(once);

    g_assert_cmpstr(twice, ==, once);
}

/* Every letter folds to something that folds no further. */
static void
test_every_letter_is_settled(void)
{
    for (gunichar c = 0x21; c < 0x20000; c++) {
        char utf8[8] = { 0 };
        g_autofree char *once = NULL, *twice = NULL;

        /* GLib folds Cherokee to and fro */
        if (!g_unichar_isalnum(c) || g_unichar_get_script(c) == G_UNICODE_SCRIPT_CHEROKEE)
            continue;
        g_unichar_to_utf8(c, utf8);
        once = care_text_fold(utf8);
        twice = care_text_fold(once);
        g_assert_cmpstr(twice, ==, once);
    }
}

static const char *const kept_apart[][2] = {
    { "か", "が" }, { "क", "क़" }, { "राम", "रम" }, { "ß", "s" }, { "o", "0" }, { "и", "i" },
};

static void
test_kept_apart(gconstpointer data)
{
    const char *const *pair = data;
    g_autofree char *a = care_text_fold(pair[0]);
    g_autofree char *b = care_text_fold(pair[1]);

    g_assert_cmpstr(a, !=, b);
}

/* How a name is written, all ways, as they come. */
static const struct {
    const char *text;
    const char *ways;
} spellings[] = {
    { "Koch", "koch" },
    { "Müller", "muller mueller" },
    { "MU\u0308LLER", "muller mueller" },
    { "Ångström", "angstrom aangstrom angstroem aangstroem" },
    { "Jørgen", "jorgen joergen" },
    { "Đorđe", "dorde djorde dordje djordje" },
    { "Weiß", "weiss" },
    { "Æsop", "aesop" },
    { "Blue", "blue" },
    { "Ёлкин", "елкин" },
    { "üüüü", "uuuu ueuuu uueuu ueueuu uuueu ueuueu uueueu ueueueue" },
    { NULL, "" },
};

static void
test_spellings(void)
{
    for (gsize i = 0; i < G_N_ELEMENTS(spellings); i++) {
        g_autoptr(GPtrArray) ways = care_text_spellings(spellings[i].text);
        g_autoptr(GString) all = g_string_new(NULL);

        for (guint j = 0; j < ways->len; j++)
            g_string_append_printf(all, "%s%s", j > 0 ? " " : "", (const char *)ways->pdata[j]);
        g_assert_cmpstr(all->str, ==, spellings[i].ways);
    }
}

static const struct {
    const char *text, *sought;
    gboolean holds;
} holding[] = {
    { "Anna Müller", "mueller", TRUE },
    { "Bert Mueller", "MÜLLER", TRUE },
    { "Sean O’Brien", "obrien", TRUE },
    { "Anna-Marie", "anna-m", TRUE },
    { "E-Bike", "ebike", TRUE },
    { "a - b", " - ", TRUE },
    { "Anna", "", TRUE },
    { "Anna", "-", FALSE },
    { "Bauer", "bäur", FALSE },
    { "Baür", "bauer", TRUE },
    { "Joe", "jö", TRUE },
    { "Jo", "joe", FALSE },
    { "Straße 12", "strasse 12", TRUE },
    { "Überprüft, größer und süßer", "pruefer", FALSE },
    { "Überprüft, größer und süßer", "groesser und suss", TRUE },
    { "Überprüft, größer und süßer", "grosser und suess", TRUE },
    { "Überprüft, größer und süßer", "ueberpruft", TRUE },
    { "ÅÅÅÅ", "aaaaaaaa", TRUE },
    { "ÅÅÅÅ", "aaaaaaaaa", FALSE },
    { "Seriennr. ٤٢-١٧", "nr 4217", TRUE },
    { "4711-0815-1234567890-ABCDEFGHIJKLMNOPQRSTUVWXYZ-abcdefghijklmnopqrstuvwxyz-äöüäöü",
      "1234567890abcdefghijklmnopqrstuvwxyzabcdefghijklmnopqrstuvwxyzaouaeoeue", TRUE },
    { "4711-0815-1234567890-ABCDEFGHIJKLMNOPQRSTUVWXYZ-abcdefghijklmnopqrstuvwxyz-äöüäöü",
      "1234567890abcdefghijklmnopqrstuvwxyzabcdefghijklmnopqrstuvwxyxaouaeoeue", FALSE },
};

static void
test_holds(void)
{
    for (gsize i = 0; i < G_N_ELEMENTS(holding); i++) {
        g_autoptr(CareSought) sought = care_sought_new(holding[i].sought);

        if (care_sought_is_in(sought, holding[i].text) != holding[i].holds)
            g_error("“%s” in “%s”", holding[i].sought, holding[i].text);
    }
}

#define LONG_NOTE "Überprüft und müde über die Straße gefahren, dann größer und süßer. "
#define TEXTS 2000

/* Of the processor, for the machine may have other things to do; and the best of a few. */
static double
seconds_of(const CareSought *sought, const char *text)
{
    double best = G_MAXDOUBLE;

    for (int run = 0; run < 5; run++) {
        clock_t begun = clock();

        for (int i = 0; i < TEXTS; i++) {
            g_autofree char *folded = sought != NULL ? NULL : care_text_fold(text);

            g_assert_false(sought != NULL && care_sought_is_in(sought, text));
        }
        best = MIN(best, (double)(clock() - begun) / CLOCKS_PER_SEC);
    }
    return best;
}

/* Thousands of notes are looked through while somebody waits: each costs about as much as it costs to fold it. */
static void
test_a_text_is_looked_through_once(void)
{
    g_autoptr(CareSought) sought = care_sought_new("überprüftä");
    const char *note = LONG_NOTE LONG_NOTE LONG_NOTE LONG_NOTE LONG_NOTE LONG_NOTE;
    double fold = seconds_of(NULL, note), look = seconds_of(sought, note);

    g_test_message("folding %.1f µs, looking %.1f µs", fold / TEXTS * 1e6, look / TEXTS * 1e6);
    g_assert_cmpfloat(look, <, 5 * fold);
}

int
main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    CARE_TEST_ADD_TABLE("/fold/text", cases, folded, test_fold);
    CARE_TEST_ADD_TABLE("/fold/codes", cases, codes, test_codes);
    CARE_TEST_ADD_TABLE("/fold/twice", cases, folded, test_fold_twice);
    g_test_add_func("/fold/every-letter-is-settled", test_every_letter_is_settled);
    for (gsize i = 0; i < G_N_ELEMENTS(kept_apart); i++)
        care_test_add_row("/fold/kept-apart", i, "pair", kept_apart[i], test_kept_apart);
    g_test_add_func("/fold/spellings", test_spellings);
    g_test_add_func("/fold/holds", test_holds);
    g_test_add_func("/fold/a-text-is-looked-through-once", test_a_text_is_looked_through_once);
    return g_test_run();
}
