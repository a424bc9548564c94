/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/kit/spoken.h"

#include <stdarg.h>

#include "core/listed.h"

const char care_spoken_end[] = "";

char *
care_spoken(const char *first, ...)
{
    g_autoptr(GString) spoken = g_string_new(NULL);
    va_list parts;

    va_start(parts, first);
    for (const char *part = first; part != care_spoken_end; part = va_arg(parts, const char *))
        care_listed_add(spoken, part);
    va_end(parts);
    return g_string_free_and_steal(g_steal_pointer(&spoken));
}
