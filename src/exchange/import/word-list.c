/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/import/word-list.h"

#include <string.h>

gboolean
care_word_list_has(const char *list, const char *word)
{
    gsize length = strlen(word);

    for (const char *p = list; p != NULL && length > 0; p = strchr(p, '|')) {
        p += *p == '|';
        if (strncmp(p, word, length) == 0 && (p[length] == '|' || p[length] == '\0'))
            return TRUE;
    }
    return FALSE;
}
