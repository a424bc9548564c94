/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/kit/draft-going.h"

#define GOING "care-drafts-going"

static GPtrArray *
going(CareStore *store)
{
    GPtrArray *keys = g_object_get_data(G_OBJECT(store), GOING);

    if (!keys) {
        keys = g_ptr_array_new_with_free_func(g_free);
        g_object_set_data_full(G_OBJECT(store), GOING, keys, (GDestroyNotify)g_ptr_array_unref);
    }
    return keys;
}

void
care_draft_goes(CareStore *store, const char *draft)
{
    if (draft)
        g_ptr_array_add(going(store), g_strdup(draft));
}

void
care_draft_gone(CareStore *store, const char *draft)
{
    guint i;

    if (draft && g_ptr_array_find_with_equal_func(going(store), draft, g_str_equal, &i))
        g_ptr_array_remove_index_fast(going(store), i);
}

gboolean
care_draft_is_going(CareStore *store, const char *draft)
{
    return draft && g_ptr_array_find_with_equal_func(going(store), draft, g_str_equal, NULL);
}
