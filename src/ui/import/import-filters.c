/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/import/import-filters.h"

#include <glib/gi18n-lib.h>

#include "exchange/import/reader.h"

static void
add_suffixes(GtkFileFilter *filter, const CareReaderKind *kind)
{
    for (const char *const *suffix = kind->suffixes; *suffix != NULL; suffix++)
        gtk_file_filter_add_suffix(filter, *suffix);
}

GListModel *
care_import_filters_new(void)
{
    GListStore *list = g_list_store_new(GTK_TYPE_FILE_FILTER);
    g_autoptr(GtkFileFilter) readable = gtk_file_filter_new();
    g_autoptr(GtkFileFilter) all = gtk_file_filter_new();

    gtk_file_filter_set_name(readable, _("Files That Can Be Imported"));
    g_list_store_append(list, readable);
    for (const CareReaderKind *const *kind = care_reader_kinds(); *kind != NULL; kind++) {
        g_autoptr(GtkFileFilter) filter = gtk_file_filter_new();

        gtk_file_filter_set_name(filter, _((*kind)->label));
        add_suffixes(filter, *kind);
        add_suffixes(readable, *kind);
        g_list_store_append(list, filter);
    }
    gtk_file_filter_set_name(all, _("All Files"));
    gtk_file_filter_add_pattern(all, "*");
    g_list_store_append(list, all);
    return G_LIST_MODEL(list);
}
