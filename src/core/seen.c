/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/seen.h"

#include <string.h>

static gboolean
is_seen(const char *at)
{
    return g_unichar_isgraph(g_utf8_get_char(at));
}

gboolean
care_text_is_seen(const char *text)
{
    g_autofree char *seen = care_text_seen(text);

    return *seen != '\0';
}

char *
care_text_seen(const char *text)
{
    const char *end;

    if (text == NULL)
        return g_strdup("");
    if (!g_utf8_validate(text, -1, NULL))
        return g_strstrip(g_strdup(text));
    while (*text != '\0' && !is_seen(text))
        text = g_utf8_next_char(text);
    end = text + strlen(text);
    while (end > text && !is_seen(g_utf8_prev_char(end)))
        end = g_utf8_prev_char(end);
    return g_strndup(text, (gsize)(end - text));
}
