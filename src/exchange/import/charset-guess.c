/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/import/charset-guess.h"

#include <string.h>

#include "exchange/import/latin-guess.h"

/* Which old 8-bit or double-byte encoding a text that is no UTF-8 is in. Text in Latin letters has single bytes beyond
 * ASCII among plain letters; text in another script is made of them. Only such text is tried in the encodings of other
 * scripts, and one of them wins only if nearly all of it becomes letters of that script, by themselves: a word has
 * letters of one script. Everything else is Latin, in the encoding that fits best (latin-guess.h). */

#define SAMPLE (64 * 1024)
#define EVIDENCE 6 /* fewer bytes beyond ASCII say nothing */

typedef struct {
    guint good;
    guint bad;
} Score;

/* A letter counts if it stands as its script has it: no capitals inside a word, nothing from another script. */
typedef gboolean (*Fits)(gunichar c, gboolean first);

static gboolean
fits_japanese(gunichar c, gboolean first)
{
    GUnicodeScript script = g_unichar_get_script(c);

    return (c < 0xFF61 || c > 0xFF9F)
           && (script == G_UNICODE_SCRIPT_HAN || script == G_UNICODE_SCRIPT_HIRAGANA
               || script == G_UNICODE_SCRIPT_KATAKANA || c == 0x30FC);
}

static gboolean
fits_korean(gunichar c, gboolean first)
{
    return g_unichar_get_script(c) == G_UNICODE_SCRIPT_HANGUL;
}

static gboolean
fits_chinese(gunichar c, gboolean first)
{
    return g_unichar_get_script(c) == G_UNICODE_SCRIPT_HAN;
}

static gboolean
fits_hebrew(gunichar c, gboolean first)
{
    return c >= 0x5D0 && c <= 0x5EA;
}

static gboolean
fits_thai(gunichar c, gboolean first)
{
    /* no word begins with a sign that stands above or below its letter */
    return g_unichar_get_script(c) == G_UNICODE_SCRIPT_THAI && !g_unichar_isdigit(c)
           && !(first && g_unichar_ismark(c));
}

static gboolean
fits_arabic(gunichar c, gboolean first)
{
    return g_unichar_get_script(c) == G_UNICODE_SCRIPT_ARABIC;
}

static gboolean
fits_greek(gunichar c, gboolean first)
{
    return g_unichar_get_script(c) == G_UNICODE_SCRIPT_GREEK && (first || g_unichar_islower(c));
}

static gboolean
fits_cyrillic(gunichar c, gboolean first)
{
    return g_unichar_get_script(c) == G_UNICODE_SCRIPT_CYRILLIC && (first || g_unichar_islower(c));
}

/* In this order: of two that fit equally well the first is the stricter one. */
static const struct {
    const char *name;
    Fits fits;
    gboolean alphabet; /* no word of it has Latin letters too */
} candidates[] = {
    { "Shift_JIS", fits_japanese, FALSE },   { "EUC-KR", fits_korean, FALSE },
    { "GB2312", fits_chinese, FALSE },       { "EUC-JP", fits_japanese, FALSE },
    { "Big5", fits_chinese, FALSE },         { "windows-1255", fits_hebrew, TRUE },
    { "windows-874", fits_thai, TRUE },      { "windows-1253", fits_greek, TRUE },
    { "windows-1251", fits_cyrillic, TRUE }, { "KOI8-R", fits_cyrillic, TRUE },
    { "windows-1256", fits_arabic, TRUE },
};

static gboolean
is_high(char c)
{
    return (guchar)c >= 0x80;
}

/* Dashes, quotes and the like of Windows-1252, and its few letters below 0xA0. */
static gboolean
is_western_sign(char c)
{
    static const char signs[] = "\x80\x84\x85\x8A\x8C\x8E\x91\x92\x93\x94\x95\x96\x97\x99\x9A\x9C\x9E\x9F";

    return strchr(signs, c) != NULL && c != '\0';
}

static gboolean
is_western(const char *data, gsize length)
{
    gsize high = 0, in_runs = 0, odd = 0;

    for (gsize i = 0; i < length; i++) {
        gboolean beside = (i > 0 && is_high(data[i - 1])) || (i + 1 < length && is_high(data[i + 1]));
        high += is_high(data[i]);
        in_runs += is_high(data[i]) && beside;
        odd += is_high(data[i]) && (guchar)data[i] < 0xA0 && !is_western_sign(data[i]);
    }
    return high < EVIDENCE || (in_runs * 2 <= high && odd * 5 <= high);
}

static gboolean
is_latin(gunichar c)
{
    return c < 0x80 && g_ascii_isalpha((char)c);
}

static Score
score(const char *text, Fits fits, gboolean alphabet)
{
    Score result = { 0, 0 };
    gunichar before = ' ';

    for (const char *p = text; *p != '\0'; p = g_utf8_next_char(p)) {
        gunichar c = g_utf8_get_char(p);
        if (c >= 0x80) {
            gunichar after = g_utf8_get_char(g_utf8_next_char(p));
            gboolean mixed = alphabet && (is_latin(before) || is_latin(after));
            gboolean good = !mixed && fits(c, !g_unichar_isalpha(before) && !g_unichar_ismark(before));
            result.good += good;
            result.bad += !good;
        }
        before = c;
    }
    return result;
}

/* The sample ends with a line, so that it cuts no character. */
static gsize
sample_length(const char *data, gsize length)
{
    gsize n = MIN(length, SAMPLE);

    if (n == length)
        return n;
    while (n > SAMPLE / 2 && data[n - 1] != '\n' && data[n - 1] != '\r')
        n--;
    return n;
}

/* NULL: no other script than Latin. */
static const char *
guess_script(const char *data, gsize length, double *best_share)
{
    const char *best = NULL;

    *best_share = 0.85;
    if (is_western(data, length))
        return NULL;
    for (guint i = 0; i < G_N_ELEMENTS(candidates); i++) {
        g_autofree char *text
            = g_convert(data, (gssize)length, "UTF-8", candidates[i].name, NULL, NULL, NULL);
        Score result
            = text != NULL ? score(text, candidates[i].fits, candidates[i].alphabet) : (Score){ 0, 1 };
        double share = (double)result.good / MAX(1, result.good + result.bad);
        if (share > *best_share) {
            *best_share = share;
            best = candidates[i].name;
        }
    }
    return best;
}

/**
 * care_charset_guess:
 * @data: text that is no UTF-8
 *
 * Returns: the name of its encoding, a constant; Windows-1252 when in doubt
 */
const char *
care_charset_guess(const char *data, gsize length)
{
    gsize sample = sample_length(data, length);
    double share, latin_score;
    const char *script = guess_script(data, sample, &share);
    const char *latin = care_latin_guess(data, sample, &latin_score);

    return script != NULL && share > latin_score ? script : latin;
}
