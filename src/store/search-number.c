/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/search-number.h"

#include <string.h>

#include "core/fold.h"

#define YEAR_DIGITS 4
#define MOST_DIGITS 9
#define SIGNS " #.:,;-/_" /* between the words and the digits of a number */

/* The number of a document: words that people put before it, folded. The sign № is one of them. */
static const char *const words[] = { "no", "nr", "num", "n", "numero" };

/* The run of digits that the text before end ends with. */
static const char *
digits_before(const char *text, const char *end)
{
    while (end > text && g_ascii_isdigit(end[-1]))
        end--;
    return end;
}

static const char *
trim_before(const char *text, const char *end, const char *signs)
{
    while (end > text && strchr(signs, end[-1]) != NULL)
        end--;
    return end;
}

static gboolean
has_digits(const char *text, const char *end)
{
    for (; text < end; text++)
        if (g_ascii_isdigit(*text))
            return TRUE;
    return FALSE;
}

/* The kind of documents that a word means; nullable. */
static const CareKind *
kind_called(const char *word)
{
    for (const CareKind *const *kind = care_kinds(); *kind != NULL; kind++) {
        g_autofree char *label = care_text_fold(care_kind_label(*kind));

        if (care_kind_find_field(*kind, "number") >= 0
            && (strcmp(label, word) == 0 || strcmp((*kind)->name, word) == 0))
            return *kind;
    }
    return NULL;
}

static gboolean
is_called(const char *word)
{
    return kind_called(word) != NULL || g_strv_contains(words, word);
}

/* Whether a text that ends here says that a number follows. */
static gboolean
announces(const char *text, const char *end)
{
    const char *last = trim_before(text, end, " .:");
    const char *first = last;
    g_autofree char *word = NULL;

    if (last > text && last[-1] == '#')
        return TRUE;
    while (first > text && first[-1] != ' ' && first[-1] != '.')
        first--;
    word = g_strndup(first, (gsize)(last - first));
    return is_called(word);
}

/* That which the text says up to end, where its last digit is. */
static char *
number_until(const char *folded, const char *end)
{
    const char *sequence = digits_before(folded, end);
    const char *year_end = trim_before(folded, sequence, " -/._");
    const char *year = digits_before(folded, year_end);
    gint64 number = g_ascii_strtoll(sequence, NULL, 10);

    if (number <= 0 || end - sequence > MOST_DIGITS || has_digits(folded, year))
        return NULL;
    if (year < year_end)
        return year_end - year == YEAR_DIGITS && year_end < sequence
                   ? g_strdup_printf("%.*s-%" G_GINT64_FORMAT, YEAR_DIGITS, year, number)
                   : NULL;
    return announces(folded, sequence) ? g_strdup_printf("-%" G_GINT64_FORMAT, number) : NULL;
}

/* Where the last digit ends: whose it is may be said before the number and behind it. NULL where something else goes on
 * there. */
static const char *
end_of_digits(const char *text)
{
    const char *end = text + strlen(text);

    while (end > text && !g_ascii_isdigit(end[-1]))
        end--;
    return *end == '\0' || strchr(" ,;:", *end) != NULL ? end : NULL;
}

char *
care_search_number(const char *text)
{
    g_autofree char *folded = care_text_fold(text);
    const char *end = end_of_digits(folded);

    return end != NULL ? number_until(folded, end) : NULL;
}

/* Where the digits of the year begin, or those of the sequence alone. */
static const char *
begin_of_number(const char *folded, const char *end)
{
    const char *sequence = digits_before(folded, end);
    const char *year_end = trim_before(folded, sequence, " -/._");
    const char *year = digits_before(folded, year_end);

    return year < year_end ? year : sequence;
}

char *
care_search_number_as_typed(const char *text)
{
    g_autofree char *folded = care_text_fold(text);
    const char *end = end_of_digits(folded);
    g_autofree char *number = end != NULL ? number_until(folded, end) : NULL;
    const char *begin = number != NULL ? begin_of_number(folded, end) : NULL;
    g_autofree char *typed = begin != NULL ? g_strndup(begin, (gsize)(end - begin)) : NULL;

    return typed != NULL ? care_text_codes(typed) : NULL;
}

const CareKind *
care_search_number_kind(const char *text)
{
    g_autofree char *folded = care_text_fold(text);
    g_auto(GStrv) parts = g_strsplit_set(folded, SIGNS, -1);

    for (char **part = parts; *part != NULL; part++)
        if (kind_called(*part) != NULL)
            return kind_called(*part);
    return NULL;
}

static gboolean
is_digits(const char *word)
{
    return word[strspn(word, "0123456789")] == '\0';
}

gboolean
care_search_is_number(const char *text)
{
    g_autofree char *number = care_search_number(text);
    g_autofree char *folded = care_text_fold(text);
    g_auto(GStrv) parts = g_strsplit_set(folded, SIGNS, -1);

    if (number == NULL)
        return FALSE;
    for (char **part = parts; *part != NULL; part++)
        if (!is_digits(*part) && !is_called(*part))
            return FALSE;
    return TRUE;
}

GPtrArray *
care_search_number_codes(const char *number)
{
    GPtrArray *codes = g_ptr_array_new_with_free_func(g_free);
    const char *sign = strchr(number, '-');
    g_autofree char *year = g_strndup(number, (gsize)(sign - number));

    for (const CareKind *const *kind = care_kinds(); *kind != NULL; kind++) {
        g_autofree char *written = NULL;

        if ((*kind)->number_digits == 0)
            continue;
        written = care_kind_number(*kind, year, g_ascii_strtoll(sign + 1, NULL, 10));
        g_ptr_array_add(codes, care_text_codes(written));
    }
    return codes;
}

gboolean
care_search_has_number(CareRecord *record, const char *number)
{
    int field = care_kind_find_field(care_record_kind(record), "number");
    const char *own = field >= 0 ? care_record_text(record, field) : NULL;
    g_autofree char *plain = own != NULL && number != NULL ? care_search_number(own) : NULL;

    if (plain == NULL)
        return FALSE;
    return *number == '-' ? g_str_has_suffix(plain, number) : strcmp(plain, number) == 0;
}
