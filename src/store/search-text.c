/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/search-text.h"

#include "core/fold.h"
#include "core/spelling.h"

/* "O'", "Mc", "de", "J." */
#define LONGEST_SHORT 2

GPtrArray *
care_search_spellings(const char *text)
{
    GPtrArray *spellings = care_text_spellings(text);
    g_autoptr(GPtrArray) words = care_text_words(spellings->pdata[0]);

    if (words->len == 2 && care_text_is_dense(words->pdata[0]) && care_text_is_dense(words->pdata[1]))
        g_ptr_array_add(spellings, g_strjoin(" ", words->pdata[1], words->pdata[0], NULL));
    return spellings;
}

/* Takes the word; the set frees one that it has already. */
static void
add(GString *text, GHashTable *seen, char *word, const char *between)
{
    gboolean empty = *word == '\0';

    if (!g_hash_table_add(seen, word) || empty)
        return;
    if (text->len > 0)
        g_string_append(text, between);
    g_string_append(text, word);
}

static gboolean
is_short(const char *word)
{
    return g_utf8_strlen(word, -1) <= LONGEST_SHORT;
}

static void
add_run_together(GString *text, GHashTable *seen, GPtrArray *words, guint first)
{
    GString *run = NULL;

    if (!is_short(words->pdata[first]) || first + 1 == words->len)
        return;
    run = g_string_new(words->pdata[first]);
    for (guint i = first + 1; i < words->len; i++) {
        g_string_append(run, words->pdata[i]);
        if (!is_short(words->pdata[i]))
            break;
    }
    add(text, seen, g_string_free_and_steal(run), " ");
}

/* Three and more are found anywhere. */
static void
add_pairs(GString *text, GHashTable *seen, const char *word)
{
    if (!care_text_is_dense(word))
        return;
    for (const char *p = word; *p != '\0'; p = g_utf8_next_char(p)) {
        const char *next = g_utf8_next_char(p);
        const char *end = *next != '\0' ? g_utf8_next_char(next) : next;

        add(text, seen, g_strndup(p, (gsize)(end - p)), " ");
    }
}

char *
care_search_words_of(const char *text)
{
    g_autoptr(GPtrArray) spellings = care_search_spellings(text);
    g_autoptr(GHashTable) seen = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
    GString *all = g_string_new(NULL);

    for (guint i = 0; i < spellings->len; i++) {
        g_autoptr(GPtrArray) words = care_text_words(spellings->pdata[i]);

        for (guint j = 0; j < words->len; j++) {
            add(all, seen, g_strdup(words->pdata[j]), " ");
            add_run_together(all, seen, words, j);
            add_pairs(all, seen, words->pdata[j]);
        }
    }
    return g_string_free_and_steal(all);
}

char *
care_search_codes_of(const char *text)
{
    g_autoptr(GPtrArray) spellings = care_search_spellings(text);
    g_autoptr(GHashTable) seen = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
    GString *all = g_string_new(NULL);

    for (guint i = 0; i < spellings->len; i++)
        add(all, seen, care_text_codes(spellings->pdata[i]), "\n");
    return g_string_free_and_steal(all);
}
