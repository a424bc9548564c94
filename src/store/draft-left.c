/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/draft-left.h"

#include <string.h>

#include "store/file-store.h"

#define PREFIX "aftercare.words-"
#define SHAPE "a(ss)"

gboolean
care_drafts_left_write(const char *data_dir, const char *mark, GPtrArray *rows, GError **error)
{
    g_autofree char *name = g_strconcat(PREFIX, mark, NULL);
    g_autofree char *path = g_build_filename(data_dir, name, NULL);
    g_auto(GVariantBuilder) builder = G_VARIANT_BUILDER_INIT(G_VARIANT_TYPE(SHAPE));
    g_autoptr(GVariant) words = NULL;
    g_autoptr(GBytes) bytes = NULL;

    if (rows->len == 0)
        return TRUE;
    for (guint i = 0; i < rows->len; i++) {
        const CareDraftRow *row = rows->pdata[i];

        if (g_utf8_validate(row->text, -1, NULL))
            g_variant_builder_add(&builder, "(ss)", row->key, row->text);
    }
    words = g_variant_ref_sink(g_variant_builder_end(&builder));
    bytes = g_variant_get_data_as_bytes(words);
    return care_file_write_durably(path, bytes, error);
}

static void
row_free(gpointer data)
{
    CareDraftRow *row = data;

    g_free(row->key);
    g_free(row->text);
    g_free(row);
}

GPtrArray *
care_drafts_left_read(const char *path)
{
    GPtrArray *rows = g_ptr_array_new_with_free_func(row_free);
    g_autoptr(GVariant) words = NULL;
    char *contents = NULL;
    gsize length = 0;
    GVariantIter iter;
    CareDraftRow row;

    if (!g_file_get_contents(path, &contents, &length, NULL))
        return rows;
    words = g_variant_ref_sink(
        g_variant_new_from_data(G_VARIANT_TYPE(SHAPE), contents, length, FALSE, g_free, contents));
    if (!g_variant_is_normal_form(words))
        return rows;
    g_variant_iter_init(&iter, words);
    while (g_variant_iter_next(&iter, "(ss)", &row.key, &row.text))
        g_ptr_array_add(rows, g_memdup2(&row, sizeof row));
    return rows;
}

GPtrArray *
care_drafts_left_find(const char *data_dir, const CareDraftOwner *owner)
{
    GPtrArray *paths = g_ptr_array_new_with_free_func(g_free);
    g_autoptr(GDir) dir = g_dir_open(data_dir, 0, NULL);
    const char *name;

    while (dir != NULL && (name = g_dir_read_name(dir)) != NULL)
        if (g_str_has_prefix(name, PREFIX) && !care_draft_owner_is_taken(owner, name + strlen(PREFIX)))
            g_ptr_array_add(paths, g_build_filename(data_dir, name, NULL));
    return paths;
}
