/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/email.h"

#include <string.h>

/* Letters of any script, digits and signs, but for those that end an address where several stand in a line. */
static gboolean
is_plain(const char *text, const char *end)
{
    for (const char *p = text; p < end; p = g_utf8_next_char(p))
        if (!g_unichar_isgraph(g_utf8_get_char(p)) || strchr("<>,;@\"", *p) != NULL)
            return FALSE;
    return end > text;
}

/* "A quoted name" may hold whatever one can write. */
static gboolean
is_quoted(const char *text, const char *end)
{
    for (const char *p = text; p < end; p = g_utf8_next_char(p))
        if (g_unichar_iscntrl(g_utf8_get_char(p)))
            return FALSE;
    return end - text > 2 && *text == '"' && end[-1] == '"';
}

/* "kettle.example": names with a dot between each two of them. */
static gboolean
is_domain(const char *text)
{
    g_auto(GStrv) names = g_strsplit(text, ".", -1);
    guint n = g_strv_length(names);

    for (guint i = 0; i < n; i++)
        if (*names[i] == '\0')
            return FALSE;
    return n > 1 && is_plain(text, text + strlen(text));
}

gboolean
care_email_is_address(const char *text)
{
    const char *at = strrchr(text, '@');

    return at != NULL && g_utf8_validate(text, -1, NULL) && (is_plain(text, at) || is_quoted(text, at))
           && is_domain(at + 1);
}

char *
care_email_bare(const char *text)
{
    const char *open = strrchr(text, '<');
    const char *end = open != NULL ? strchr(open, '>') : NULL;
    /* with words behind it there is more than one thing in the line */
    const char *close = end != NULL && end[1 + strspn(end + 1, " \t")] == '\0' ? end : NULL;
    g_autofree char *inner = close != NULL && memchr(open, '@', (gsize)(close - open)) != NULL
                                 ? g_strndup(open + 1, (gsize)(close - open - 1))
                                 : g_strdup(text);

    g_strstrip(inner);
    return g_strdup(g_ascii_strncasecmp(inner, "mailto:", 7) == 0 ? inner + 7 : inner);
}
