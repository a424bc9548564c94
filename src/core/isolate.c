/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/isolate.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* Pango takes a line's direction from its first strong character without regard to isolates, so one of our own
 * direction goes before. */
#define LEFT_TO_RIGHT_MARK "\u200e"
#define RIGHT_TO_LEFT_MARK "\u200f"
#define FIRST_STRONG_ISOLATE "\u2068"
#define POP_DIRECTIONAL_ISOLATE "\u2069"

static gboolean
is_right_to_left(gunichar letter)
{
    switch (g_unichar_get_script(letter)) {
    case G_UNICODE_SCRIPT_ADLAM:
    case G_UNICODE_SCRIPT_ARABIC:
    case G_UNICODE_SCRIPT_HANIFI_ROHINGYA:
    case G_UNICODE_SCRIPT_HEBREW:
    case G_UNICODE_SCRIPT_MANDAIC:
    case G_UNICODE_SCRIPT_NKO:
    case G_UNICODE_SCRIPT_SAMARITAN:
    case G_UNICODE_SCRIPT_SYRIAC:
    case G_UNICODE_SCRIPT_THAANA:
        return TRUE;
    default:
        return FALSE;
    }
}

static gboolean
we_write_right_to_left(void)
{
    /* Translators: write default:RTL if your language is written from right to left, and leave it as it is otherwise */
    return strcmp(_("default:LTR"), "default:RTL") == 0;
}

/* Whether any letter goes the other way than ours do. A number goes from the left whatever it stands in, and behind Arabic
 * letters "2026-0412" would be turned round at its hyphen (rules W2 and W4). */
static gboolean
goes_against(const char *text, gboolean ours)
{
    for (const char *at = text; *at != '\0'; at = g_utf8_next_char(at)) {
        gunichar letter = g_utf8_get_char(at);

        if (ours && g_unichar_isdigit(letter))
            return TRUE;
        if (g_unichar_isalpha(letter) && is_right_to_left(letter) != ours)
            return TRUE;
    }
    return FALSE;
}

/**
 * care_isolate:
 * @text: (nullable): a name or other words of a customer's, UTF-8
 *
 * For a name inside a sentence of ours: one that is written the other way would turn the whole sentence round
 * (Unicode Standard Annex #9, rule P2). Other names come back as they are, so that nothing unseen gets into them.
 *
 * Returns: (transfer full) (nullable): the name, between isolates where it needs them
 */
char *
care_isolate(const char *text)
{
    gboolean ours = we_write_right_to_left();

    if (text == NULL || !goes_against(text, ours))
        return g_strdup(text);
    return g_strconcat(ours ? RIGHT_TO_LEFT_MARK : LEFT_TO_RIGHT_MARK, FIRST_STRONG_ISOLATE, text,
                       POP_DIRECTIONAL_ISOLATE, NULL);
}

/**
 * care_isolate_number:
 * @text: (nullable): a phone number or the like, or any other words, UTF-8
 *
 * For what stands by itself, or beside other facts. The groups of "0171 555 01" would be read from the last to the first
 * where a line has no letters and begins on the right. Words come back as they are.
 *
 * Returns: (transfer full) (nullable): the number, between isolates where it needs them
 */
char *
care_isolate_number(const char *text)
{
    for (const char *at = text; at != NULL && *at != '\0'; at = g_utf8_next_char(at))
        if (g_unichar_isalpha(g_utf8_get_char(at)))
            return g_strdup(text);
    return care_isolate(text);
}

/**
 * care_reads_from_left:
 * @text: UTF-8
 *
 * Returns: whether its first letter is one that is read from the left, or it has none, as a phone number; not of nothing
 */
gboolean
care_reads_from_left(const char *text)
{
    for (const char *at = text; *at != '\0'; at = g_utf8_next_char(at))
        if (g_unichar_isalpha(g_utf8_get_char(at)))
            return !is_right_to_left(g_utf8_get_char(at));
    return *text != '\0';
}
