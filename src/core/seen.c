/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/seen.h"

#include <string.h>

/* Letters and signs by their class, and drawn as nothing: fillers of Hangul, the empty cell of Braille, the note without a
 * head, and what stands for an object that is not there. */
static const gunichar fillers[] = { 0x115f, 0x1160, 0x2800, 0x3164, 0xffa0, 0xfffc, 0x1d159 };

static gboolean
is_drawn(gunichar c)
{
    for (gsize i = 0; i < G_N_ELEMENTS(fillers); i++)
        if (c == fillers[i])
            return FALSE;
    return g_unichar_isgraph(c);
}

/* A mark is seen on what it stands on, and says nothing without it. */
static gboolean
is_seen(const char *at)
{
    gunichar c = g_utf8_get_char(at);
    GUnicodeType type = g_unichar_type(c);

    return is_drawn(c) && type != G_UNICODE_NON_SPACING_MARK && type != G_UNICODE_ENCLOSING_MARK;
}

gboolean
care_text_is_seen(const char *text)
{
    if (text == NULL || !g_utf8_validate(text, -1, NULL)) {
        g_autofree char *seen = care_text_seen(text);

        return *seen != '\0';
    }
    while (*text != '\0' && !is_seen(text))
        text = g_utf8_next_char(text);
    return *text != '\0';
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
    while (end > text && !is_drawn(g_utf8_get_char(g_utf8_prev_char(end))))
        end = g_utf8_prev_char(end);
    return g_strndup(text, (gsize)(end - text));
}
