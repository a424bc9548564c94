/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/search/mark.h"

#include <string.h>

#include "core/fold.h"
#include "core/phone.h"
#include "core/spelling.h"
#include "store/search-terms.h"

/* A text as the search compares it: letters and digits only, each with the place it came from. */
typedef struct {
    GString *codes;
    GArray *origin; /* of gsize: for each byte of codes the offset of its character in the text */
} Folded;

/* In its two spellings, and with its phone numbers as they are dialled at home. */
#define N_FOLDED 3

static void
folded_clear(Folded *folded)
{
    g_string_free(folded->codes, TRUE);
    g_array_unref(folded->origin);
}

static Folded
folded_new(void)
{
    return (Folded){ g_string_new(NULL), g_array_new(FALSE, FALSE, sizeof(gsize)) };
}

static void
add(Folded *folded, char code, gsize offset)
{
    g_string_append_c(folded->codes, code);
    g_array_append_val(folded->origin, offset);
}

/* In the first or in the last of its spellings. */
static void
fold_character(Folded *folded, const char *text, const char *c, gboolean spelled_out)
{
    g_autofree char *character = g_strndup(c, g_utf8_next_char(c) - c);
    g_autoptr(GPtrArray) spellings = care_text_spellings(character);
    g_autofree char *codes = care_text_codes(spellings->pdata[spelled_out ? spellings->len - 1 : 0]);

    for (gsize i = 0; codes[i]; i++)
        add(folded, codes[i], c - text);
}

static Folded
fold(const char *text, gboolean spelled_out)
{
    Folded folded = folded_new();

    for (const char *c = text; *c; c = g_utf8_next_char(c))
        fold_character(&folded, text, c, spelled_out);
    return folded;
}

static gboolean
begins_word(const char *text, gsize offset)
{
    return offset == 0 || !g_unichar_isalnum(g_utf8_get_char(g_utf8_prev_char(text + offset)));
}

/* Of a phone number as it is dialled from abroad, "+49 171 …" or "0049 171 …"; 0: none begins here. */
static gsize
length_of_number(const char *text, const char *at)
{
    return (*at == '+' || strncmp(at, "00", 2) == 0) && begins_word(text, at - text)
               ? strspn(at, "+0123456789 ()-/.")
               : 0;
}

/* As it is dialled at home. What stands in the place of its first noughts is all that is written before the digits that both
 * have. */
static void
fold_number(Folded *folded, const char *text, const char *number, gsize length, const char *region)
{
    g_autofree char *written = g_strndup(number, length);
    g_autofree char *digits = care_phone_digits(written, region);
    g_autofree char *also = care_phone_also(written, digits);
    const char *home = also ? also : digits;
    gsize rest = strlen(home), at = length;

    for (gsize i = rest; i > 0 && at > 0; i = rest) { /* from behind */
        while (at > 0 && !g_ascii_isdigit(written[at - 1]))
            at--;
        if (at == 0 || written[at - 1] != home[i - 1])
            break;
        at--;
        rest--;
    }
    for (gsize i = 0; i < rest; i++)
        add(folded, home[i], number - text);
    for (gsize i = rest; home[i]; at++)
        if (g_ascii_isdigit(written[at]))
            add(folded, home[i++], number - text + at);
}

static Folded
fold_at_home(const char *text, const char *region)
{
    Folded folded = folded_new();

    for (const char *c = text; *c;) {
        gsize length = length_of_number(text, c);

        if (length > 0) {
            fold_number(&folded, text, c, length, region);
            c += length;
        } else {
            fold_character(&folded, text, c, FALSE);
            c = g_utf8_next_char(c);
        }
    }
    return folded;
}

/* Marks the bytes of the text that a fragment covers, over spaces and dashes. One or two letters stand for the
 * beginning of a word, as in the search itself. */
static gboolean
cover(const char *text, const Folded *folded, const char *fragment, gboolean *bold)
{
    g_autofree char *codes = care_text_codes(fragment);
    gsize length = strlen(codes);
    gboolean whole_words = g_utf8_strlen(codes, -1) < 3 && !care_text_is_dense(codes);
    const char *at = folded->codes->str;

    if (length == 0)
        return FALSE;
    while ((at = strstr(at, codes))) {
        gsize first = at - folded->codes->str;
        gsize from = g_array_index(folded->origin, gsize, first);
        gsize last = g_array_index(folded->origin, gsize, first + length - 1);

        if (!whole_words || begins_word(text, from)) {
            gsize to = g_utf8_next_char(text + last) - text;

            memset(bold + from, TRUE, (to - from) * sizeof(gboolean));
            return TRUE;
        }
        at++;
    }
    return FALSE;
}

static char *
to_markup(const char *text, const gboolean *bold)
{
    GString *markup = g_string_new(NULL);
    gsize length = strlen(text);

    for (gsize i = 0; i < length;) {
        gsize end = i;
        g_autofree char *part = NULL;

        while (end < length && bold[end] == bold[i])
            end++;
        part = g_markup_escape_text(text + i, end - i);
        g_string_append_printf(markup, bold[i] ? "<b>%s</b>" : "%s", part);
        i = end;
    }
    return g_string_free_and_steal(markup);
}

/* The first of several ways to write one thing that is in the text, in any of its own. */
static gboolean
cover_any(const char *text, const Folded folded[N_FOLDED], GPtrArray *ways, gboolean *bold)
{
    for (guint i = 0; i < ways->len; i++)
        for (guint j = 0; j < N_FOLDED; j++)
            if (cover(text, &folded[j], ways->pdata[i], bold))
                return TRUE;
    return FALSE;
}

/* All of it in one piece, as a name, a number or that of a document, or else each of its words. */
static void
cover_terms(const char *text, const Folded folded[N_FOLDED], const CareSearchTerms *terms, gboolean *bold)
{
    if (cover_any(text, folded, terms->wholes, bold) || cover_any(text, folded, terms->codes, bold)
        || (terms->numbers && cover_any(text, folded, terms->numbers, bold)))
        return;
    for (guint i = 0; i < terms->words->len; i++)
        cover_any(text, folded, terms->words->pdata[i], bold);
}

/* The text as Pango markup, in bold what was typed: all of it in one piece, also across spaces ("335" in
 * "6<b>33 5</b>0") and in another spelling or form, or else each of its words. region: the shop's, for phone numbers.
 * Transfer full. */
char *
care_search_mark(const char *text, const char *typed, const char *region)
{
    g_autofree gboolean *bold = NULL;
    g_auto(CareSearchTerms) terms = { 0 };
    Folded folded[N_FOLDED];
    char *markup;

    if (!g_utf8_validate(text, -1, NULL) || !g_utf8_validate(typed, -1, NULL))
        return g_markup_escape_text("", 0);
    terms = care_search_terms_parse(typed, region);
    bold = g_new0(gboolean, strlen(text) + 1);
    folded[0] = fold(text, FALSE);
    folded[1] = fold(text, TRUE);
    folded[2] = fold_at_home(text, region);
    cover_terms(text, folded, &terms, bold);
    markup = to_markup(text, bold);
    for (guint i = 0; i < N_FOLDED; i++)
        folded_clear(&folded[i]);
    return markup;
}
