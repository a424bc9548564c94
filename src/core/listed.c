/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/listed.h"

#include <glib/gi18n-lib.h>

void
care_listed_add(GString *list, const char *part)
{
    g_autofree char *both = NULL;

    if (part == NULL || *part == '\0')
        return;
    /* Translators: the parts of a list so far, and the next one: names, or facts about something */
    both = list->len > 0 ? g_strdup_printf(C_("list", "%s, %s"), list->str, part) : g_strdup(part);
    g_string_assign(list, both);
}

char *
care_listed(const char *const *parts)
{
    GString *list = g_string_new(NULL);

    for (const char *const *part = parts; *part != NULL; part++)
        care_listed_add(list, *part);
    return g_string_free_and_steal(list);
}
