/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/kit/choice-row.h"

#define WORDS "care-words"

static void
unref_words(gpointer words)
{
    g_ptr_array_unref(words);
}

void
care_choice_row_fill_with(AdwComboRow *row, GPtrArray *words, GtkStringList *labels)
{
    g_object_set_data_full(G_OBJECT(row), WORDS, words, unref_words);
    adw_combo_row_set_model(row, G_LIST_MODEL(labels));
}

void
care_choice_row_fill(AdwComboRow *row, const CareChoiceSet *set, const int *order, guint n)
{
    g_autoptr(GtkStringList) labels = gtk_string_list_new(NULL);
    GPtrArray *words = g_ptr_array_new_with_free_func(g_free);

    for (guint i = 0; i < n; i++) {
        const char *word = set->choices[order[i]].word;

        g_ptr_array_add(words, g_strdup(word));
        gtk_string_list_append(labels, care_choice_label(set, word));
    }
    care_choice_row_fill_with(row, words, labels);
}

GPtrArray *
care_choice_row_words(AdwComboRow *row)
{
    return g_object_get_data(G_OBJECT(row), WORDS);
}

const char *
care_choice_row_get(AdwComboRow *row)
{
    GPtrArray *words = care_choice_row_words(row);
    guint selected = adw_combo_row_get_selected(row);

    return words->pdata[selected < words->len ? selected : 0];
}

void
care_choice_row_set(AdwComboRow *row, const char *word)
{
    guint position = 0;

    if (!word || !g_ptr_array_find_with_equal_func(care_choice_row_words(row), word, g_str_equal, &position))
        position = 0;
    adw_combo_row_set_selected(row, position);
}
