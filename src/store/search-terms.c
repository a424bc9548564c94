/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/search-terms.h"

#include <string.h>

#include "core/fold.h"
#include "core/phone.h"
#include "core/spelling.h"
#include "store/search-number.h"

#define SHORTEST_FRAGMENT 3

/* In letters: as long as a name can be. Who pastes a whole letter is given what holds its beginning, and at once. */
#define MOST_LETTERS 500

void
care_search_terms_clear(CareSearchTerms *self)
{
    g_clear_pointer(&self->text, g_free);
    g_clear_pointer(&self->words, g_ptr_array_unref);
    g_clear_pointer(&self->wholes, g_ptr_array_unref);
    g_clear_pointer(&self->codes, g_ptr_array_unref);
    g_clear_pointer(&self->number, g_free);
    g_clear_pointer(&self->typed, g_free);
    g_clear_pointer(&self->numbers, g_ptr_array_unref);
}

/* Takes the text. */
static void
add(GPtrArray *ways, char *text)
{
    if (*text == '\0' || g_ptr_array_find_with_equal_func(ways, text, g_str_equal, NULL))
        g_free(text);
    else
        g_ptr_array_add(ways, text);
}

static GPtrArray *
ways_of(GPtrArray *words, guint i)
{
    while (words->len <= i)
        g_ptr_array_add(words, g_ptr_array_new_with_free_func(g_free));
    return words->pdata[i];
}

static void
add_words(CareSearchTerms *self, const char *text)
{
    g_autoptr(GPtrArray) spellings = care_text_spellings(text);

    for (guint i = 0; i < spellings->len; i++) {
        g_autoptr(GPtrArray) words = care_text_words(spellings->pdata[i]);

        for (guint j = 0; j < words->len; j++) {
            add(ways_of(self->words, j), g_strdup(words->pdata[j]));
            add(ways_of(self->words, j), care_text_codes(words->pdata[j])); /* digits of any script */
        }
    }
}

static void
add_readings(GPtrArray *ways, const char *number, const char *region)
{
    g_autoptr(GPtrArray) readings = care_phone_readings(number, region);

    for (guint i = 0; i < readings->len; i++)
        if (care_search_is_long(readings->pdata[i]))
            add(ways, g_strdup(readings->pdata[i]));
}

/* "Koch +49 171…": the number is one word, whatever spaces are in it. */
static void
add_words_and_number(CareSearchTerms *self, const char *region)
{
    g_autofree char *number = NULL;
    g_autofree char *rest = NULL;

    if (!care_phone_within(self->text, &number, &rest)) {
        add_words(self, self->text);
        return;
    }
    add_words(self, rest);
    add_readings(ways_of(self->words, self->words->len), number, region);
}

static void
add_wholes(CareSearchTerms *self)
{
    g_autoptr(GPtrArray) spellings = care_text_spellings(self->text);

    for (guint i = 0; i < spellings->len; i++)
        add(self->wholes, care_text_codes(spellings->pdata[i]));
}

/* Without spaces around it. Transfer full. */
static char *
beginning_of(const char *text)
{
    char *valid = g_strchug(g_utf8_make_valid(text, -1));

    if (g_utf8_strlen(valid, -1) > MOST_LETTERS)
        *g_utf8_offset_to_pointer(valid, MOST_LETTERS) = '\0';
    return g_strchomp(valid);
}

CareSearchTerms
care_search_terms_parse(const char *text, const char *region)
{
    g_autofree char *valid = beginning_of(text);
    CareSearchTerms self = {
        .text = g_strdup(valid),
        .words = g_ptr_array_new_with_free_func((GDestroyNotify)g_ptr_array_unref),
        .wholes = g_ptr_array_new_with_free_func(g_free),
        .codes = g_ptr_array_new_with_free_func(g_free),
        .number = care_search_number(valid),
    };
    gboolean phone = care_phone_is_typed(valid);

    if (self.number != NULL) {
        self.typed = care_search_number_as_typed(valid);
        self.called = care_search_number_kind(valid);
    }
    self.numbers = self.number != NULL ? care_search_number_codes(self.number) : NULL;
    add_wholes(&self);
    add(self.codes, care_text_codes(valid));
    if (phone) {
        add_words(&self, valid);
        add_readings(self.codes, valid, region);
    } else {
        add_words_and_number(&self, region);
    }
    return self;
}

gboolean
care_search_is_long(const char *fragment)
{
    return g_utf8_strlen(fragment, -1) >= SHORTEST_FRAGMENT;
}

static gboolean
are_long(GPtrArray *ways)
{
    for (guint i = 0; i < ways->len; i++)
        if (!care_search_is_long(ways->pdata[i]))
            return FALSE;
    return TRUE;
}

/* FTS5 strings: every character is data inside double quotes. The text holds none: it was folded to alphanumerics. */
static void
append_word(GString *match, GPtrArray *ways, const char *then)
{
    g_string_append_printf(match, "%s%s", match->len > 0 ? " AND " : "", ways->len > 1 ? "(" : "");
    for (guint i = 0; i < ways->len; i++)
        g_string_append_printf(match, "%s\"%s\"%s", i > 0 ? " OR " : "", (const char *)ways->pdata[i], then);
    g_string_append(match, ways->len > 1 ? ")" : "");
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
        if (are_long(self->words->pdata[i]))
            append_word(match, self->words->pdata[i], "");
    return g_string_free_and_steal(match);
}

char *
care_search_terms_whole_words(const CareSearchTerms *self)
{
    GString *match = g_string_new(NULL);

    for (guint i = 0; i < self->words->len; i++)
        append_word(match, self->words->pdata[i], "");
    return g_string_free_and_steal(match);
}

char *
care_search_terms_beginnings(const CareSearchTerms *self)
{
    GString *match = g_string_new(NULL);

    for (guint i = 0; i < self->words->len; i++)
        append_word(match, self->words->pdata[i], " *");
    return g_string_free_and_steal(match);
}
