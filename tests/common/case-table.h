/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

/* Registers one row of a table as a test case of its own: GROUP/NN-name, with what TAP cannot print as "_". */
static inline void
care_test_add_row(const char *group, gsize index, const char *name, gconstpointer row, GTestDataFunc func)
{
    g_autofree char *path
        = g_strdup_printf("%s/%02" G_GSIZE_FORMAT "-%s", group, index, name ? name : "null");

    for (char *c = path + strlen(group) + 1; *c != '\0'; c++)
        if (*c == '/' || *c == '#' || !g_ascii_isgraph(*c))
            *c = '_';
    g_test_add_data_func(path, row, func);
}

/* The same for a whole table whose rows have a `name_field`. */
#define CARE_TEST_ADD_TABLE(group, table, name_field, func)                                                  \
    for (gsize table_index = 0; table_index < G_N_ELEMENTS(table); table_index++)                            \
    care_test_add_row(group, table_index, (table)[table_index].name_field, &(table)[table_index], func)
