/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "model/choice.h"

#include <glib/gi18n-lib.h>

int
care_choice_find(const CareChoiceSet *set, const char *word)
{
    for (int i = 0; i < set->n; i++)
        if (g_strcmp0(set->choices[i].word, word) == 0)
            return i;
    return -1;
}

const char *
care_choice_label(const CareChoiceSet *set, const char *word)
{
    int i = care_choice_find(set, word);

    return i >= 0 ? g_dgettext(GETTEXT_PACKAGE, set->choices[i].label) : word;
}

char *
care_choice_words(const CareChoiceSet *set)
{
    GString *words = g_string_new(NULL);

    for (int i = 0; i < set->n; i++)
        g_string_append_printf(words, "%s%s", i > 0 ? "|" : "", set->choices[i].word);
    return g_string_free(words, FALSE);
}
