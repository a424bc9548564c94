/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/import/latin-guess.h"

#include <string.h>

#include "exchange/import/csv-headers.h"

/* Letters beyond ASCII that names and places of a language are written with, in lower case, and what else in the file
 * hints at it. */
static const struct {
    const char *letters;
    const char *hints; /* separated by | */
} languages[] = {
    { "äöüß", ".de|.at|.ch|+49|+43|+41" },
    { "àâæçéèêëîïôœùûüÿ", ".fr|.be|+33|+32" },
    { "áéíñóúü¿¡", ".es|.mx|+34|+52" },
    { "áâãàçéêíóôõúü", ".pt|.br|+351|+55" },
    { "àèéìíîòóùú", ".it|+39" },
    { "áéëèêïíóöüú", ".nl|+31" },
    { "æøåéóòâêüöä", ".dk|.no|+45|+47" },
    { "åäöéü", ".se|.fi|+46|+358" },
    { "áéíóúýþæöð", ".is|+354" },
    { "àçèéíïòóúü·", ".cat" },
    { "äöõüšž", ".ee|+372" },
    { "ąćęłńóśźż", ".pl|+48" },
    { "áčďéěíňóřšťúůýž", ".cz|+420" },
    { "áäčďéíĺľňóôŕšťúýž", ".sk|+421" },
    { "áéíóöőúüű", ".hu|+36" },
    { "čćđšž", ".hr|.si|.rs|.ba|+385|+386|+381|+387" },
    { "ăâîşţșț", ".ro|+40" },
    { "çğıöşüâîûi̇", ".tr|+90" },
};

/* Of two that fit equally well the first is taken: the more frequent one. */
static const char *const encodings[]
    = { "Windows-1252", "windows-1250", "windows-1254", "ISO-8859-2", "IBM850", "macintosh", "IBM852" };

typedef struct {
    double letters;
    double bad;
    double good[G_N_ELEMENTS(languages)];
} Score;

/* What stands beside words in letters and lists. */
static gboolean
is_common_sign(gunichar c)
{
    static const gunichar signs[]
        = { 0x20AC, 0x201E, 0x201C, 0x201D, 0x2018, 0x2019, 0x201A, 0x2013, 0x2014, 0x2026, 0xB0, 0xA7,
            0xA3,   0xA9,   0xAE,   0xAB,   0xBB,   0x2022, 0xB2,   0xB3,   0xBD,   0xA0,   0xB4, 0xB7 };

    for (gsize i = 0; i < G_N_ELEMENTS(signs); i++)
        if (signs[i] == c)
            return TRUE;
    return FALSE;
}

static gboolean
in_language(gunichar c, guint language)
{
    gunichar lower = c == 0x130 ? 'i' : g_unichar_tolower(c);

    if (lower == 'i')
        return strstr(languages[language].letters, "ı") != NULL;
    return g_utf8_strchr(languages[language].letters, -1, lower) != NULL;
}

/* No capital stands behind a small letter, no sign between two letters. */
static void
look_at(Score *score, gunichar before, gunichar c, gunichar after)
{
    gboolean inside = g_unichar_isalpha(before) && g_unichar_isalpha(after);

    if (c == 0xFFFD || g_unichar_iscntrl(c)) {
        score->bad += 2;
    } else if (c == 0xAA || c == 0xBA) {
        score->bad += g_unichar_isalpha(after); /* "1ª", "nº" */
    } else if (!g_unichar_isalpha(c)) {
        score->bad += is_common_sign(c) ? (inside && c != 0x2019 && c != 0xB7 && c != 0xB4) : 1;
    } else {
        score->letters++;
        score->bad += g_unichar_isupper(c) && g_unichar_islower(before);
        score->bad += g_unichar_islower(c) && g_unichar_isupper(after);
        for (guint i = 0; i < G_N_ELEMENTS(languages); i++)
            score->good[i] += in_language(c, i);
    }
}

static void
look_at_text(Score *score, const char *text)
{
    gunichar before = ' ';

    for (const char *p = text; *p != '\0'; p = g_utf8_next_char(p)) {
        gunichar c = g_utf8_get_char(p);

        if (c >= 0x80)
            look_at(score, before, c, g_utf8_get_char(g_utf8_next_char(p)));
        before = c;
    }
}

/* Words of the first line that only this encoding makes headers we know. */
static guint
count_headers(const char *text)
{
    g_autofree char *line = g_strndup(text, strcspn(text, "\r\n"));
    g_auto(GStrv) cells = g_strsplit_set(line, ";,\t|", -1);
    guint known = 0;

    for (guint i = 0; cells[i] != NULL; i++) {
        g_autofree char *label = NULL;
        g_autofree char *cell = g_strdup(cells[i]);
        gboolean own_name;
        int number;

        g_strstrip(g_strdelimit(cell, "\"", ' '));
        known += !g_str_is_ascii(cell)
                 && care_csv_header_find(cell, &label, &number, &own_name) != CARE_CONTACT_FIELD_NONE;
    }
    return known;
}

static gboolean
is_hinted(const char *text, guint language)
{
    g_auto(GStrv) hints = g_strsplit(languages[language].hints, "|", -1);

    for (guint i = 0; hints[i] != NULL; i++)
        for (const char *p = strstr(text, hints[i]); p != NULL; p = strstr(p + 1, hints[i]))
            if (!g_ascii_isalpha(p[strlen(hints[i])]))
                return TRUE;
    return FALSE;
}

static double
rate(const char *text)
{
    Score score = { 0 };
    double best = 0;

    look_at_text(&score, text);
    for (guint i = 0; i < G_N_ELEMENTS(languages); i++) {
        double good = (score.good[i] - 2 * score.bad) / MAX(1, score.letters + score.bad);

        best = MAX(best, good > 0.5 && is_hinted(text, i) ? good + 0.06 : good);
    }
    if (score.letters == 0 && score.bad == 0)
        best = 0.9;
    return best + 0.2 * MIN(3, count_headers(text));
}

/* Words of Latin letters are mostly ASCII; a script of its own is hardly so anywhere. */
static double
ascii_share(const char *data, gsize length)
{
    gsize ascii = 0, high = 0;

    for (gsize i = 0, begin = 0; i <= length; i++) {
        gboolean inside = i < length && (g_ascii_isalpha(data[i]) || (guchar)data[i] >= 0x80);
        gsize word_high = 0;

        if (inside)
            continue;
        for (gsize k = begin; k < i; k++)
            word_high += (guchar)data[k] >= 0x80;
        high += word_high;
        ascii += word_high > 0 ? i - begin - word_high : 0;
        begin = i + 1;
    }
    return high > 0 ? (double)ascii / (double)(ascii + high) : 1;
}

/* NULL: it cannot be in that encoding. In the usual one anything can be: what has no letter there is a mistake. */
static char *
decode(const char *data, gsize length, gsize encoding)
{
    g_autofree char *mended = NULL;

    if (encoding != 0)
        return g_convert(data, (gssize)length, "UTF-8", encodings[encoding], NULL, NULL, NULL);
    mended = g_memdup2(data, length);
    for (gsize i = 0; i < length; i++)
        if (mended[i] == '\0' || strchr("\x81\x8D\x8F\x90\x9D", mended[i]) != NULL)
            mended[i] = '\xA4';
    return g_convert(mended, (gssize)length, "UTF-8", encodings[0], NULL, NULL, NULL);
}

const char *
care_latin_guess(const char *data, gsize length, double *score)
{
    const char *best = encodings[0];

    *score = -10;
    for (gsize i = 0; i < G_N_ELEMENTS(encodings); i++) {
        g_autofree char *text = decode(data, length, i);
        double rated = text != NULL ? rate(text) : -10;

        /* half right is no reason to leave the usual one */
        if (i == 0 || (rated >= 0.75 && rated > *score + 0.02)) {
            *score = rated;
            best = encodings[i];
        }
    }
    if (ascii_share(data, length) < 0.2)
        *score *= 0.5;
    return best;
}
