/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/isolate.h"

/* Pango takes a line's direction from its first strong character without regard to isolates, so one of our own
 * direction goes before. All our sentences are written from left to right so far. */
#define LEFT_TO_RIGHT_MARK "\u200e"
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

/**
 * care_isolate:
 * @text: (nullable): a name or other words of a customer's, UTF-8
 *
 * For a name inside a sentence of ours: one that is written from right to left would turn the whole sentence round
 * (Unicode Standard Annex #9, rule P2). Other names come back as they are, so that nothing unseen gets into them.
 *
 * Returns: (transfer full) (nullable): the name, between isolates where it needs them
 */
char *
care_isolate(const char *text)
{
    for (const char *at = text; at && *at; at = g_utf8_next_char(at))
        if (is_right_to_left(g_utf8_get_char(at)))
            return g_strconcat(LEFT_TO_RIGHT_MARK FIRST_STRONG_ISOLATE, text, POP_DIRECTIONAL_ISOLATE, NULL);
    return g_strdup(text);
}
