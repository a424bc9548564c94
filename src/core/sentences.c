/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/sentences.h"

#include <string.h>

#include <glib/gi18n-lib.h>

/* In bytes: who reads as much knows what is wrong. */
#define MUCH 1000

static gboolean
is_none(const char *sentence)
{
    return sentence == NULL || *sentence == '\0';
}

char *
care_sentences_join(const char *first, const char *second)
{
    if (is_none(first) || is_none(second))
        return g_strdup(!is_none(first) ? first : second != NULL ? second : "");
    /* Translators: two whole sentences, one after the other; some languages have no space between them */
    return g_strdup_printf(C_("sentences", "%s %s"), first, second);
}

void
care_sentences_add(char **text, const char *sentence)
{
    char *joined = care_sentences_join(*text, sentence);

    g_free(*text);
    *text = joined;
}

void
care_sentences_add_some(char **text, const char *sentence)
{
    gboolean is_much = *text != NULL && strlen(*text) > MUCH;

    if (*text == NULL || (strstr(*text, sentence) == NULL && !g_str_has_suffix(*text, "…")))
        care_sentences_add(text, is_much ? "…" : sentence);
}
