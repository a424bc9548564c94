/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/email.h"

#include <string.h>

/* Letters of any script, digits and signs, but for those that end an address where several stand in a line; a dot stands
 * between two of them. */
static gboolean
is_plain(const char *text, const char *end)
{
    for (const char *p = text; p < end; p = g_utf8_next_char(p)) {
        if (!g_unichar_isgraph(g_utf8_get_char(p)) || strchr("<>,;:@\"()[]\\", *p) != NULL)
            return FALSE;
        if (*p == '.' && (p == text || p + 1 == end || p[1] == '.'))
            return FALSE;
    }
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

/* The signs that belong to a script's words, and to its domains (RFC 5892, CONTEXTO): "paral·lel". */
static gboolean
is_sign_of_word(gunichar c)
{
    return c == 0x00B7 || c == 0x0375 || c == 0x05F3 || c == 0x05F4 || c == 0x30FB;
}

/* Letters of any script, with what stands on them, digits, and hyphens between them. */
static gboolean
is_label(const char *text)
{
    for (const char *p = text; *p != '\0'; p = g_utf8_next_char(p)) {
        gunichar c = g_utf8_get_char(p);

        if (!g_unichar_isalnum(c) && !g_unichar_ismark(c) && !is_sign_of_word(c) && c != '-')
            return FALSE;
    }
    return *text != '\0' && *text != '-' && !g_str_has_suffix(text, "-");
}

/* "kettle.example": names with a dot between each two of them. */
static gboolean
is_domain(const char *text)
{
    g_auto(GStrv) names = g_strsplit(text, ".", -1);
    guint n = g_strv_length(names);

    for (guint i = 0; i < n; i++)
        if (!is_label(names[i]))
            return FALSE;
    return n > 1;
}

gboolean
care_email_is_address(const char *text)
{
    const char *at = strrchr(text, '@');

    return at != NULL && g_utf8_validate(text, -1, NULL) && (is_plain(text, at) || is_quoted(text, at))
           && is_domain(at + 1);
}

/* What a mail program writes before an address: a name, be it "Otto, Mara", or the address once more. */
static gboolean
is_name_of(const char *before, const char *address)
{
    gsize length = strlen(before);
    gboolean quoted = length > 1 && before[0] == '"' && strchr(before + 1, '"') == before + length - 1;
    g_autofree char *name = quoted ? g_strndup(before + 1, length - 2) : g_strdup(before);

    return strchr(name, '@') == NULL || g_ascii_strcasecmp(g_strstrip(name), address) == 0;
}

char *
care_email_bare(const char *text)
{
    g_autofree char *whole = g_strstrip(g_strdup(text));
    char *open = strrchr(whole, '<');
    gsize length = strlen(whole);
    g_autofree char *inner
        = open != NULL && whole[length - 1] == '>' ? g_strstrip(g_strndup(open + 1, strlen(open) - 2)) : NULL;
    g_autofree char *before
        = inner != NULL ? g_strstrip(g_strndup(whole, (gsize)(open - whole))) : g_strdup("");
    const char *address = inner != NULL ? inner : whole;

    if (g_ascii_strncasecmp(address, "mailto:", 7) == 0)
        address += 7;
    if (inner != NULL && (strchr(address, '@') == NULL || !is_name_of(before, address)))
        return g_steal_pointer(&whole);
    return g_strdup(address);
}
