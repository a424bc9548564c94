/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/search-fit.h"

#include <string.h>

#include "core/fold.h"
#include "core/spelling.h"
#include "store/search-number.h"
#include "store/search-text.h"

void
care_search_match_clear(CareSearchMatch *match)
{
    g_clear_pointer(&match->text, g_free);
}

/* The better one of two fits. */
static int
better(int a, int b)
{
    return a < 0 ? b : b < 0 ? a : MIN(a, b);
}

static gboolean
begins_word(const char *text, const char *at)
{
    return at == text || !g_unichar_isalnum(g_utf8_get_char(g_utf8_prev_char(at)));
}

static gboolean
ends_word(const char *end)
{
    return *end == '\0' || !g_unichar_isalnum(g_utf8_get_char(end));
}

static gboolean
is_hyphen(gunichar c)
{
    return c == '-' || c == 0x2010 || c == 0x2011;
}

/* Whether a hyphen binds it to another word: who types "haas" means Lena Haas before Rosa Ivanov-Haas. */
static gboolean
is_half(const char *text, const char *at, const char *end)
{
    return (at != text && is_hyphen(g_utf8_get_char(g_utf8_prev_char(at))))
           || is_hyphen(g_utf8_get_char(end));
}

/* Whether it may be anywhere in a word, not only where one begins. */
static gboolean
may_be_within(const char *word)
{
    return care_search_is_long(word) || care_text_is_dense(word);
}

/* Whether the letters that begin here are the word's, whatever stands between them. */
static gboolean
runs_on(const char *at, const char *word)
{
    while (*at != '\0' && *word != '\0') {
        gunichar c = g_utf8_get_char(at);

        if (g_unichar_isalnum(c)) {
            if (c != g_utf8_get_char(word))
                return FALSE;
            word = g_utf8_next_char(word);
        }
        at = g_utf8_next_char(at);
    }
    return *word == '\0';
}

static gboolean
is_in_code(const char *text, gsize length, const char *word)
{
    g_autofree char *run = g_strndup(text, length);
    g_autofree char *code = care_text_codes(run);

    return strstr(code, word) != NULL;
}

/* Whether it is within what people see as one word, as "donalds" in "McDonald's". */
static gboolean
is_in_run(const char *folded, const char *word)
{
    const char *begin = folded;

    for (const char *at = folded; *at != '\0'; at = g_utf8_next_char(at)) {
        if (!g_unichar_isspace(g_utf8_get_char(at)))
            continue;
        if (is_in_code(begin, (gsize)(at - begin), word))
            return TRUE;
        begin = g_utf8_next_char(at);
    }
    return is_in_code(begin, strlen(begin), word);
}

/* Words run together: from where one of them begins; else within one, for whoever types "weber" does not mean Uwe Bergström.
 * What is written without spaces anyway has no such words. */
static int
fit_joined(const char *folded, const char *word)
{
    gboolean within;

    for (const char *at = folded; *at != '\0'; at = g_utf8_next_char(at))
        if (begins_word(folded, at) && runs_on(at, word))
            return 4;
    if (!care_search_is_long(word))
        return -1;
    within = care_text_is_dense(word) ? is_in_code(folded, strlen(folded), word) : is_in_run(folded, word);
    return within ? 7 : -1;
}

static int
fit_word(const char *folded, const char *word)
{
    gsize length = strlen(word);
    int best = -1;

    if (strcmp(folded, word) == 0)
        return 0;
    for (const char *at = strstr(folded, word); at != NULL; at = strstr(at + 1, word)) {
        if (begins_word(folded, at) && ends_word(at + length)) {
            if (!is_half(folded, at, at + length))
                return 1;
            best = 2;
        } else if (at == folded) {
            best = 3;
        } else if (begins_word(folded, at)) {
            best = better(best, 4);
        } else if (may_be_within(word)) {
            best = better(best, 5);
        }
    }
    return best >= 0 ? best : fit_joined(folded, word);
}

/* Any of the ways in which it may be written, in any of those of the text. */
static int
fit_ways(GPtrArray *spellings, GPtrArray *ways)
{
    int best = -1;

    for (guint i = 0; i < spellings->len; i++)
        for (guint j = 0; j < ways->len; j++)
            best = better(best, fit_word(spellings->pdata[i], ways->pdata[j]));
    return best;
}

static gboolean
is_whole(GPtrArray *spellings, GPtrArray *wholes)
{
    for (guint i = 0; i < spellings->len; i++) {
        g_autofree char *code = care_text_codes(spellings->pdata[i]);

        if (g_ptr_array_find_with_equal_func(wholes, code, g_str_equal, NULL))
            return TRUE;
    }
    return FALSE;
}

static int
fit_words(const CareSearchTerms *terms, const char *text)
{
    g_autoptr(GPtrArray) spellings = care_search_spellings(text);
    int worst = terms->words->len > 0 ? 0 : -1;

    if (is_whole(spellings, terms->wholes))
        return 0;
    for (guint i = 0; i < terms->words->len && worst >= 0; i++) {
        int fit = fit_ways(spellings, terms->words->pdata[i]);

        worst = fit < 0 ? -1 : MAX(worst, fit);
    }
    return worst >= 0 || terms->words->len < 2 ? worst : fit_ways(spellings, terms->wholes);
}

static int
fit_code(const char *code, const char *typed)
{
    const char *at = care_search_is_long(typed) ? strstr(code, typed) : NULL;

    if (at == NULL)
        return -1;
    if (at == code)
        return code[strlen(typed)] == '\0' ? 0 : 3;
    return g_str_has_suffix(code, typed) ? 4 : 5;
}

static int
fit_codes(const CareSearchTerms *terms, const char *text)
{
    g_autofree char *code = care_text_codes(text);
    int best = -1;

    for (guint i = 0; i < terms->codes->len; i++)
        best = better(best, fit_code(code, terms->codes->pdata[i]));
    return best;
}

/* A code is called by its kind or, where that has several, by its own name; words are the name, but those of a child. */
static const char *
match_of(const CareKind *kind, const CareField *field)
{
    if (!kind->child && field->flags & CARE_FIELD_WORDS)
        return "name";
    return kind->match != NULL ? kind->match : field->name;
}

/* What people see of it: of a child its title, a phone number as it was written. */
static void
take(CareSearchMatch *match, int fit, CareRecord *record, const CareField *field, const char *text)
{
    const CareKind *kind = care_record_kind(record);

    if (fit < 0 || (match->fit >= 0 && fit >= match->fit))
        return;
    match->fit = fit;
    match->match = match_of(kind, field);
    g_free(match->text);
    match->text = kind->child ? care_record_title(record) : g_strdup(text);
}

static void
fit_field(const CareSearchTerms *terms, CareRecord *record, const CareField *field, const char *text,
          CareSearchMatch *match)
{
    if (text != NULL && field->flags & (CARE_FIELD_WORDS | CARE_FIELD_CODES))
        take(match, field->flags & CARE_FIELD_CODES ? fit_codes(terms, text) : fit_words(terms, text), record,
             field, text);
}

/* Where several fields fit equally well, the first in the table names the match. */
static void
fit_record(const CareSearchTerms *terms, CareRecord *record, CareSearchMatch *match)
{
    const CareKind *kind = care_record_kind(record);
    g_autofree char *also = kind->also != NULL ? kind->also(record) : NULL;
    const CareField *code = NULL;

    for (guint i = 0; i < kind->n_fields; i++) {
        const CareField *field = &kind->fields[i];

        if (field->kind == CARE_FIELD_LIST) {
            for (guint j = 0; j < care_record_list_length(record, (int)i); j++)
                fit_record(terms, care_record_list_item(record, (int)i, j), match);
            continue;
        }
        code = field->flags & CARE_FIELD_CODES ? field : code;
        fit_field(terms, record, field, care_field_is_text(field) ? care_record_text(record, (int)i) : NULL,
                  match);
    }
    if (also != NULL && code != NULL)
        fit_field(terms, record, code, also, match);
}

static gboolean
fits_word(GPtrArray *ways, CareRecord *record)
{
    g_autoptr(GPtrArray) one = g_ptr_array_new();
    g_auto(CareSearchMatch) match = { .fit = -1 };
    CareSearchTerms single = { .words = one, .wholes = ways, .codes = ways };

    g_ptr_array_add(one, ways);
    fit_record(&single, record, &match);
    return match.fit >= 0;
}

/* Words may be spread over fields ("koch cargo"): such a record fits as a whole, named by its name. */
static int
fit_spread(const CareSearchTerms *terms, CareRecord *record)
{
    for (guint i = 0; i < terms->words->len; i++)
        if (!fits_word(terms->words->pdata[i], record))
            return -1;
    return terms->words->len > 1 ? 6 : -1;
}

static void
fit_number(const CareSearchTerms *terms, CareRecord *record, CareSearchMatch *match)
{
    const CareKind *kind = care_record_kind(record);
    int field = care_search_has_number(record, terms->number) ? care_kind_find_field(kind, "number") : -1;

    if (field >= 0)
        take(match, 0, record, &kind->fields[field], care_record_text(record, field));
}

CareSearchMatch
care_search_fit(const CareSearchTerms *terms, CareRecord *record)
{
    CareSearchMatch match = { .fit = -1, .match = "name" };

    fit_number(terms, record, &match);
    fit_record(terms, record, &match);
    if (match.fit < 0)
        match.fit = fit_spread(terms, record);
    return match;
}
