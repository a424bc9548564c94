/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/kit/draft-going.h"

#define GOING "care-drafts-going"
#define OPEN "care-drafts-open"

static GPtrArray *
keys_of(CareStore *store, const char *mark)
{
    GPtrArray *keys = g_object_get_data(G_OBJECT(store), mark);

    if (!keys) {
        keys = g_ptr_array_new_with_free_func(g_free);
        g_object_set_data_full(G_OBJECT(store), mark, keys, (GDestroyNotify)g_ptr_array_unref);
    }
    return keys;
}

static void
set_mark(CareStore *store, const char *mark, const char *draft)
{
    if (draft)
        g_ptr_array_add(keys_of(store, mark), g_strdup(draft));
}

static void
take_mark(CareStore *store, const char *mark, const char *draft)
{
    GPtrArray *keys = keys_of(store, mark);
    guint i;

    if (draft && g_ptr_array_find_with_equal_func(keys, draft, g_str_equal, &i))
        g_ptr_array_remove_index_fast(keys, i);
}

static gboolean
has_mark(CareStore *store, const char *mark, const char *draft)
{
    return draft && g_ptr_array_find_with_equal_func(keys_of(store, mark), draft, g_str_equal, NULL);
}

void
care_draft_goes(CareStore *store, const char *draft)
{
    set_mark(store, GOING, draft);
}

void
care_draft_gone(CareStore *store, const char *draft)
{
    take_mark(store, GOING, draft);
}

gboolean
care_draft_is_going(CareStore *store, const char *draft)
{
    return has_mark(store, GOING, draft);
}

void
care_draft_open(CareStore *store, const char *draft)
{
    set_mark(store, OPEN, draft);
}

void
care_draft_open_no_more(CareStore *store, const char *draft)
{
    take_mark(store, OPEN, draft);
}

gboolean
care_draft_is_open(CareStore *store, const char *draft)
{
    return has_mark(store, OPEN, draft);
}
