/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/compose/compose-draft.h"

#include <string.h>

char *
care_compose_draft_key(const CareMessageOccasion *occasion)
{
    const CareId ids[] = { occasion->customer, occasion->job, occasion->followup, occasion->invoice };
    g_autoptr(GString) key = g_string_new(CARE_COMPOSE_DRAFT);

    for (gsize i = 0; i < G_N_ELEMENTS(ids); i++)
        g_string_append_printf(key, "%" G_GINT64_FORMAT ":", ids[i]);
    g_string_append(key, occasion->situation ? occasion->situation : "");
    return g_string_free(g_steal_pointer(&key), FALSE);
}

gboolean
care_compose_draft_parse(const char *key, CareMessageOccasion *occasion)
{
    CareId *ids[] = { &occasion->customer, &occasion->job, &occasion->followup, &occasion->invoice };

    if (!g_str_has_prefix(key, CARE_COMPOSE_DRAFT))
        return FALSE;
    key += strlen(CARE_COMPOSE_DRAFT);
    for (gsize i = 0; i < G_N_ELEMENTS(ids); i++) {
        char *end;

        *ids[i] = g_ascii_strtoll(key, &end, 10);
        if (end == key || *end != ':')
            return FALSE;
        key = end + 1;
    }
    occasion->situation = key;
    return TRUE;
}
