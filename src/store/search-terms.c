/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/search-terms.h"

#include <string.h>

#include "core/fold.h"
#include "core/phone.h"

#define SHORTEST_FRAGMENT 3

void
care_search_terms_clear(CareSearchTerms *self)
{
    g_clear_pointer(&self->text, g_free);
    g_clear_pointer(&self->words, g_ptr_array_unref);
    g_clear_pointer(&self->code, g_free);
    g_clear_pointer(&self->digits, g_free);
}

/* The tokenizer of search_words splits at whatever is neither letter nor number; so must we. */
static GPtrArray *
split_words(const char *folded)
{
    GPtrArray *words = g_ptr_array_new_with_free_func(g_free);
    g_autoptr(GString) word = g_string_new(NULL);

    for (const char *p = folded;; p = g_utf8_next_char(p)) {
        gunichar c = g_utf8_get_char(p);

        if (c != 0 && g_unichar_isalnum(c)) {
            g_string_append_unichar(word, c);
            continue;
        }
        if (word->len > 0)
            g_ptr_array_add(words, g_strdup(word->str));
        g_string_truncate(word, 0);
        if (c == 0)
            break;
    }
    return words;
}

static gboolean
looks_like_phone(const char *text)
{
    gboolean digit = FALSE;

    for (; *text != '\0'; text++) {
        if (g_ascii_isdigit(*text))
            digit = TRUE;
        else if (strchr(" +-/().", *text) == NULL)
            return FALSE;
    }
    return digit;
}

CareSearchTerms
care_search_terms_parse(const char *text, const char *region)
{
    g_autofree char *folded = care_text_fold(text);

    return (CareSearchTerms){
        .text = g_strstrip(g_strdup(text)),
        .words = split_words(folded),
        .code = care_text_codes(text),
        .digits = looks_like_phone(text) ? care_phone_digits_begun(text, region) : NULL,
    };
}

gboolean
care_search_is_long(const char *fragment)
{
    return g_utf8_strlen(fragment, -1) >= SHORTEST_FRAGMENT;
}

/* FTS5 strings: every character is data inside double quotes. The text holds none: it was folded to alphanumerics. */
static void
append_phrase(GString *match, const char *text)
{
    g_string_append_printf(match, "%s\"%s\"", match->len > 0 ? " AND " : "", text);
}

char *
care_search_phrase(const char *text)
{
    return g_strdup_printf("\"%s\"", text);
}

char *
care_search_terms_fragments(const CareSearchTerms *self)
{
    GString *match = g_string_new(NULL);

    for (guint i = 0; i < self->words->len; i++)
        if (care_search_is_long(self->words->pdata[i]))
            append_phrase(match, self->words->pdata[i]);
    return g_string_free_and_steal(match);
}

char *
care_search_terms_whole_words(const CareSearchTerms *self)
{
    GString *match = g_string_new(NULL);

    for (guint i = 0; i < self->words->len; i++)
        append_phrase(match, self->words->pdata[i]);
    return g_string_free_and_steal(match);
}

char *
care_search_terms_beginnings(const CareSearchTerms *self)
{
    GString *match = g_string_new(NULL);

    for (guint i = 0; i < self->words->len; i++) {
        append_phrase(match, self->words->pdata[i]);
        g_string_append(match, " *");
    }
    return g_string_free_and_steal(match);
}
