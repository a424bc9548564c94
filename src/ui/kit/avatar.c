/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/kit/avatar.h"

void
care_avatar_set_name(AdwAvatar *avatar, const char *name)
{
    g_auto(GStrv) words = g_strsplit(name ? name : "", " ", -1);
    g_autoptr(GString) letters = g_string_new(NULL);

    for (char **word = words; *word; word++)
        if (g_unichar_isalnum(g_utf8_get_char(*word)))
            g_string_append_printf(letters, "%s%s", letters->len > 0 ? " " : "", *word);
    adw_avatar_set_text(avatar, letters->str);
}
