/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/search-fit.h"

#include <string.h>

#include "core/fold.h"

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

/* 0 equal, 1 a word of it is it, 2 begins with it, 3 a word begins with it, 4 within, -1 not at all. */
static int
fit_word(const char *folded, const char *word)
{
    gsize length = strlen(word);
    int best = -1;

    if (strcmp(folded, word) == 0)
        return 0;
    for (const char *at = strstr(folded, word); at != NULL; at = strstr(at + 1, word)) {
        if (begins_word(folded, at) && ends_word(at + length))
            return 1;
        if (at == folded)
            best = 2;
        else if (best != 2 && begins_word(folded, at))
            best = 3;
    }
    if (best < 0 && care_search_is_long(word) && strstr(folded, word) != NULL)
        return 4;
    return best;
}

static char *
joined(GPtrArray *words)
{
    GString *text = g_string_new(NULL);

    for (guint i = 0; i < words->len; i++)
        g_string_append_printf(text, "%s%s", i > 0 ? " " : "", (const char *)words->pdata[i]);
    return g_string_free_and_steal(text);
}

static int
fit_words(const CareSearchTerms *terms, const char *text)
{
    g_autofree char *folded = care_text_fold(text);
    g_autofree char *whole = joined(terms->words);
    int worst = -1;

    if (strcmp(folded, whole) == 0)
        return 0;
    for (guint i = 0; i < terms->words->len; i++) {
        int fit = fit_word(folded, terms->words->pdata[i]);

        if (fit < 0)
            return -1;
        worst = MAX(worst, fit);
    }
    return worst;
}

static int
fit_code(const char *code, const char *text)
{
    g_autofree char *folded = NULL;
    const char *at;

    if (code == NULL || !care_search_is_long(code))
        return -1;
    folded = care_text_codes(text);
    at = strstr(folded, code);
    if (at == NULL)
        return -1;
    return strcmp(folded, code) == 0 ? 0 : at == folded ? 2 : 4;
}

static int
fit_codes(const CareSearchTerms *terms, const char *text)
{
    int fit = fit_code(terms->code, text);

    return fit >= 0 ? fit : fit_code(terms->digits, text);
}

/* A code is called by its kind or, where that has several, by its own name; words are the name, but those of a child. */
static const char *
match_of(const CareKind *kind, const CareField *field)
{
    if (!kind->child && field->flags & CARE_FIELD_WORDS)
        return "name";
    return kind->match != NULL ? kind->match : field->name;
}

/* -1 if the field is not searched, not set, or does not fit. */
static int
fit_field(const CareSearchTerms *terms, CareRecord *record, int field)
{
    CareFieldFlags flags = care_record_kind(record)->fields[field].flags;
    const char *text = flags & (CARE_FIELD_WORDS | CARE_FIELD_CODES) ? care_record_text(record, field) : NULL;

    if (text == NULL)
        return -1;
    return flags & CARE_FIELD_CODES ? fit_codes(terms, text) : fit_words(terms, text);
}

/* Where several fields fit equally well, the first in the table names the match. */
static void
fit_record(const CareSearchTerms *terms, CareRecord *record, const char **match, int *best)
{
    const CareKind *kind = care_record_kind(record);

    for (guint i = 0; i < kind->n_fields; i++) {
        int fit = fit_field(terms, record, (int)i);

        if (fit >= 0 && (*best < 0 || fit < *best)) {
            *best = fit;
            *match = match_of(kind, &kind->fields[i]);
        }
    }
    for (guint i = 0; i < kind->n_fields; i++)
        if (kind->fields[i].kind == CARE_FIELD_LIST)
            for (guint j = 0; j < care_record_list_length(record, (int)i); j++)
                fit_record(terms, care_record_list_item(record, (int)i, j), match, best);
}

/* Words may be spread over fields ("koch cargo"): such a record fits as a whole, named by its name. */
static int
fit_spread(const CareSearchTerms *terms, CareRecord *record)
{
    for (guint w = 0; w < terms->words->len; w++) {
        g_autoptr(GPtrArray) one = g_ptr_array_new();
        CareSearchTerms single = { .words = one, .code = terms->words->pdata[w] };
        const char *match = NULL;
        int best = -1;

        g_ptr_array_add(one, terms->words->pdata[w]);
        fit_record(&single, record, &match, &best);
        if (best < 0)
            return -1;
    }
    return terms->words->len > 1 ? 5 : -1;
}

int
care_search_fit(const CareSearchTerms *terms, CareRecord *record, const char **match)
{
    int fit = -1;

    *match = "name";
    fit_record(terms, record, match, &fit);
    return fit >= 0 ? fit : fit_spread(terms, record);
}
