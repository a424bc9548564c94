/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/fold.h"

#include "core/fold-private.h"

/* Letters that no decomposition takes apart, though people type the plain one. Lower case. */
static const char *
plain_letter(gunichar c)
{
    switch (c) {
    case 0x00df: /* ß */
        return "ss";
    case 0x00e6: /* æ */
        return "ae";
    case 0x00f0: /* ð */
    case 0x0111: /* đ */
        return "d";
    case 0x00f8: /* ø */
        return "o";
    case 0x00fe: /* þ */
        return "th";
    case 0x0127: /* ħ */
        return "h";
    case 0x0131: /* ı */
        return "i";
    case 0x0142: /* ł */
        return "l";
    case 0x014b: /* ŋ */
        return "n";
    case 0x0153: /* œ */
        return "oe";
    case 0x0167: /* ŧ */
        return "t";
    default:
        return NULL;
    }
}

/*
 * Accents, points and harakat have a combining class of ten or more. Those below belong to the letter: the nukta
 * and virama of Indic scripts, the voicing marks of kana. Format characters are invisible and only come by pasting.
 */
static gboolean
is_dropped(gunichar c)
{
    return g_unichar_combining_class(c) >= 10 || g_unichar_type(c) == G_UNICODE_FORMAT;
}

char *
care_text_decompose(const char *text)
{
    g_autofree char *valid = NULL;
    g_autofree char *decomposed = NULL;
    g_autofree char *lower = NULL;

    if (text != NULL && g_str_is_ascii(text))
        return g_ascii_strdown(text, -1);
    valid = g_utf8_make_valid(text != NULL ? text : "", -1);
    decomposed = g_utf8_normalize(valid, -1, G_NORMALIZE_ALL);
    lower = g_utf8_casefold(decomposed, -1);
    return g_utf8_normalize(lower, -1, G_NORMALIZE_ALL);
}

void
care_text_append_folded(GString *folded, gunichar c)
{
    const char *plain = c < 0x80 ? NULL : plain_letter(c);

    if (plain != NULL)
        g_string_append(folded, plain);
    else if (c < 0x80 || !is_dropped(c))
        g_string_append_unichar(folded, c);
}

/*
 * The one folding of everything that is searched: what is indexed and what is typed pass it, so "Müller", "MULLER"
 * and "Mu\u0308ller" meet. Idempotent. Accepts anything; bytes that are no UTF-8 become U+FFFD, NULL becomes "".
 * Free with g_free(). The other ways to write a letter: core/spelling.h.
 */
char *
care_text_fold(const char *text)
{
    g_autofree char *letters = care_text_decompose(text);
    GString *folded = g_string_new(NULL);

    for (const char *p = letters; *p != '\0'; p = g_utf8_next_char(p))
        care_text_append_folded(folded, g_utf8_get_char(p));
    return g_string_free_and_steal(folded);
}

/*
 * A serial, plate or number reduced to what people remember of it: folded, letters and digits only, every script's
 * digits as ASCII. "M-AB 123" and "m ab123" meet. Free with g_free().
 */
char *
care_text_codes(const char *text)
{
    g_autofree char *folded = care_text_fold(text);
    GString *codes = g_string_new(NULL);

    for (const char *p = folded; *p != '\0'; p = g_utf8_next_char(p)) {
        gunichar c = g_utf8_get_char(p);
        int digit = g_unichar_digit_value(c);

        if (digit >= 0)
            g_string_append_c(codes, (char)('0' + digit));
        else if (g_unichar_isalnum(c))
            g_string_append_unichar(codes, c);
    }
    return g_string_free_and_steal(codes);
}
