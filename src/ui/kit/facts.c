/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/kit/facts.h"

#include "core/isolate.h"

void
care_facts_add(GString *facts, const char *fact)
{
    g_autofree char *isolated = care_isolate(fact);

    if (fact && *fact)
        g_string_append_printf(facts, "%s%s", facts->len > 0 ? " · " : "", isolated);
}
