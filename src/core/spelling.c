/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/spelling.h"

#include "core/fold-private.h"
#include "core/spelling-private.h"

#define MOST 8

/* What a letter is written as where the keyboard has not got it (German, Nordic and South Slavic usage), beside the letter
 * without its mark. */
static const struct {
    gunichar letter;
    gunichar mark; /* 0: the letter has none of its own */
    const char *written;
} spelled_out[] = {
    { 'a', 0x0308, "ae" }, /* ä */
    { 'o', 0x0308, "oe" }, /* ö */
    { 'u', 0x0308, "ue" }, /* ü */
    { 'a', 0x030a, "aa" }, /* å */
    { 0x00f8, 0, "oe" },   /* ø */
    { 0x0111, 0, "dj" },   /* đ */
};

const char *
care_text_written_out(const char *at)
{
    gunichar letter = g_utf8_get_char(at);
    const char *next = g_utf8_next_char(at);
    gunichar mark = *next != '\0' ? g_utf8_get_char(next) : 0;

    for (gsize i = 0; i < G_N_ELEMENTS(spelled_out); i++)
        if (spelled_out[i].letter == letter && (spelled_out[i].mark == 0 || spelled_out[i].mark == mark))
            return spelled_out[i].written;
    return NULL;
}

static void
append_letter(GPtrArray *all, guint from, guint to, gunichar letter)
{
    for (guint i = from; i < to; i++)
        care_text_append_folded(all->pdata[i], letter);
}

/* Every way so far goes on in both; where these grow too many, the last alone is the one that spells out. */
static void
branch(GPtrArray *all, gunichar letter, const char *written)
{
    guint n = all->len;

    if (n * 2 > MOST) {
        append_letter(all, 0, n - 1, letter);
        g_string_append(all->pdata[n - 1], written);
        return;
    }
    for (guint i = 0; i < n; i++) {
        GString *way = all->pdata[i];
        GString *other = g_string_new_len(way->str, (gssize)way->len);

        g_ptr_array_add(all, g_string_append(other, written));
    }
    append_letter(all, 0, n, letter);
}

GPtrArray *
care_text_spellings(const char *text)
{
    g_autofree char *letters = care_text_decompose(text);
    g_autoptr(GPtrArray) all = g_ptr_array_new();
    GPtrArray *spellings = g_ptr_array_new_with_free_func(g_free);

    g_ptr_array_add(all, g_string_new(NULL));
    for (const char *p = letters; *p != '\0'; p = g_utf8_next_char(p)) {
        gunichar letter = g_utf8_get_char(p);
        const char *written = care_text_written_out(p);

        if (written != NULL)
            branch(all, letter, written);
        else
            append_letter(all, 0, all->len, letter);
    }
    for (guint i = 0; i < all->len; i++)
        g_ptr_array_add(spellings, g_string_free_and_steal(all->pdata[i]));
    return spellings;
}

GPtrArray *
care_text_words(const char *folded)
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
is_dense_letter(gunichar c)
{
    switch (g_unichar_get_script(c)) {
    case G_UNICODE_SCRIPT_HAN:
    case G_UNICODE_SCRIPT_HIRAGANA:
    case G_UNICODE_SCRIPT_KATAKANA:
        return TRUE;
    default:
        return c == 0x30fc; /* the long vowel of kana */
    }
}

gboolean
care_text_is_dense(const char *text)
{
    for (const char *p = text; *p != '\0'; p = g_utf8_next_char(p))
        if (!is_dense_letter(g_utf8_get_char(p)))
            return FALSE;
    return *text != '\0';
}
