/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Runs every file of a target's corpus through it, each as a test case, where there is no libFuzzer. */
#include "fuzz.h"

#include <locale.h>

#define CUT_MAX 2048

static void
replay(gconstpointer path)
{
    g_autoptr(GError) error = NULL;
    g_autofree char *data = NULL;
    gsize size;

    g_file_get_contents(path, &data, &size, &error);
    g_assert_no_error(error);
    g_assert_cmpint(LLVMFuzzerTestOneInput((const uint8_t *)data, size), ==, 0);
}

/* A file may end anywhere. Each piece is a copy of exactly its size, so that a sanitizer sees a read beyond it. */
static void
replay_cut(gconstpointer path)
{
    g_autofree char *data = NULL;
    gsize size = 0;

    g_assert_true(g_file_get_contents(path, &data, &size, NULL));
    for (gsize cut = 0; cut < MIN(size, CUT_MAX); cut++) {
        g_autofree uint8_t *piece = g_malloc(MAX(cut, 1));

        memcpy(piece, data, cut);
        g_assert_cmpint(LLVMFuzzerTestOneInput(piece, cut), ==, 0);
    }
}

static int
by_name(gconstpointer a, gconstpointer b)
{
    return strcmp(*(const char *const *)a, *(const char *const *)b);
}

int
main(int argc, char **argv)
{
    g_autoptr(GPtrArray) names = g_ptr_array_new_with_free_func(g_free);
    g_autoptr(GPtrArray) paths = g_ptr_array_new_with_free_func(g_free);
    g_autoptr(GError) error = NULL;
    g_autoptr(GDir) dir = NULL;
    const char *name;

    setlocale(LC_ALL, "");
    g_test_init(&argc, &argv, NULL);
    g_assert_cmpint(argc, ==, 2);
    dir = g_dir_open(argv[1], 0, &error);
    g_assert_no_error(error);
    while ((name = g_dir_read_name(dir)) != NULL)
        g_ptr_array_add(names, g_strdup(name));
    g_ptr_array_sort(names, by_name);
    for (guint i = 0; i < names->len; i++) {
        g_autofree char *test = g_strconcat("/corpus/", names->pdata[i], NULL);
        g_autofree char *cut = g_strconcat("/cut/", names->pdata[i], NULL);

        g_ptr_array_add(paths, g_build_filename(argv[1], names->pdata[i], NULL));
        g_test_add_data_func(test, paths->pdata[i], replay);
        g_test_add_data_func(cut, paths->pdata[i], replay_cut);
    }
    return g_test_run();
}
