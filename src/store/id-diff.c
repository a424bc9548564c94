/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/id-diff.h"

#include <gio/gio.h>

/* More runs than this are told as one: applying each moves the vector's tail. */
#define MAX_RUNS 64

static GHashTable *
set_of(const CareId *ids, guint first, guint end)
{
    GHashTable *set = g_hash_table_new(g_int64_hash, g_int64_equal);

    for (guint i = first; i < end; i++)
        g_hash_table_add(set, (gpointer)&ids[i]);
    return set;
}

static void
append_run(GArray *runs, guint position, guint removed, guint added, guint from)
{
    CareIdRun run = { position, removed, added, from };

    g_array_append_val(runs, run);
}

/* Walks both vectors. An id that is only in one is removed or added; one that changed its place is removed here and
 * added where it now belongs, so it leaves the set of those that stayed. */
static void
walk(GArray *runs, const CareId *before, guint i, guint end_before, const CareId *after, guint j,
     guint end_after)
{
    g_autoptr(GHashTable) old = set_of(before, i, end_before);
    g_autoptr(GHashTable) new = set_of(after, j, end_after);

    while (i < end_before || j < end_after) {
        guint first_i = i, first_j = j;

        while (i < end_before && j < end_after && before[i] == after[j]) {
            i++;
            j++;
        }
        first_i = i;
        first_j = j;
        for (;;) {
            if (i < end_before && !g_hash_table_contains(new, &before[i])) {
                i++;
            } else if (j < end_after && !g_hash_table_contains(old, &after[j])) {
                j++;
            } else if (i < end_before && j < end_after && before[i] != after[j]) {
                g_hash_table_remove(old, &before[i]);
                i++;
            } else {
                break;
            }
        }
        if (i > first_i || j > first_j)
            append_run(runs, first_j, i - first_i, j - first_j, first_j);
    }
}

GArray *
care_id_diff(const CareId *before, guint n_before, const CareId *after, guint n_after)
{
    GArray *runs = g_array_new(FALSE, FALSE, sizeof(CareIdRun));
    guint prefix = 0, suffix = 0;

    while (prefix < n_before && prefix < n_after && before[prefix] == after[prefix])
        prefix++;
    while (suffix < n_before - prefix && suffix < n_after - prefix
           && before[n_before - 1 - suffix] == after[n_after - 1 - suffix])
        suffix++;
    if (prefix + suffix == n_before || prefix + suffix == n_after) {
        if (n_before != n_after)
            append_run(runs, prefix, n_before - prefix - suffix, n_after - prefix - suffix, prefix);
        return runs;
    }
    walk(runs, before, prefix, n_before - suffix, after, prefix, n_after - suffix);
    if (runs->len > MAX_RUNS) {
        g_array_set_size(runs, 0);
        append_run(runs, prefix, n_before - prefix - suffix, n_after - prefix - suffix, prefix);
    }
    return runs;
}

GArray *
care_id_part(GArray *before, GArray *after, guint more)
{
    g_autoptr(GHashTable) there = set_of((CareId *)(void *)before->data, 0, before->len);
    GArray *part = g_array_sized_new(FALSE, FALSE, sizeof(CareId), before->len + more);
    guint kept = 0;

    for (guint i = 0; i < after->len && (more > 0 || kept < before->len); i++) {
        CareId *id = &g_array_index(after, CareId, i);
        gboolean stays = g_hash_table_contains(there, id);

        if (!stays && more == 0)
            continue;
        kept += stays ? 1 : 0;
        more -= stays ? 0 : 1;
        g_array_append_vals(part, id, 1);
    }
    return part;
}
