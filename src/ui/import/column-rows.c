/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/import/column-rows.h"

#include <glib/gi18n-lib.h>

#include "exchange/import/csv-headers.h"
#include "ui/kit/combo-row.h"

typedef struct {
    CareImportFile *file; /* outlives its rows */
    guint column;
    CareColumnsChanged changed;
    gpointer user_data;
} ColumnRow;

static GtkStringList *
titles(void)
{
    GtkStringList *list = gtk_string_list_new(NULL);

    for (guint field = 0; field < care_contact_field_count(); field++)
        gtk_string_list_append(list, care_contact_field_get_title((CareContactField)field));
    return list;
}

static void
on_selected(AdwComboRow *row, GParamSpec *pspec, gpointer data)
{
    ColumnRow *self = data;
    CareCsvMapping *mapping = care_reader_columns(self->file->reader);
    CareCsvColumn *column = care_csv_mapping_get_column(mapping, self->column);
    g_autofree char *label = g_strdup(column->label);

    care_csv_mapping_set_field(mapping, self->column, (CareContactField)adw_combo_row_get_selected(row),
                               label);
    self->file->mapping_chosen = TRUE;
    self->changed(self->user_data);
}

GPtrArray *
care_column_rows_add(AdwPreferencesGroup *group, CareImportFile *file, CareColumnsChanged changed,
                     gpointer user_data)
{
    CareCsvMapping *mapping = care_reader_columns(file->reader);
    GPtrArray *rows = g_ptr_array_new();
    g_autoptr(GtkStringList) model = titles();

    for (guint i = 0; i < mapping->columns->len; i++) {
        CareCsvColumn *column = care_csv_mapping_get_column(mapping, i);
        GtkWidget *row = care_combo_row_new();
        ColumnRow *self = g_new0(ColumnRow, 1);

        *self = (ColumnRow){ .file = file, .column = i, .changed = changed, .user_data = user_data };
        adw_preferences_row_set_use_markup(ADW_PREFERENCES_ROW(row), FALSE);
        adw_preferences_row_set_title(ADW_PREFERENCES_ROW(row), column->header);
        adw_combo_row_set_model(ADW_COMBO_ROW(row), G_LIST_MODEL(model));
        adw_combo_row_set_selected(ADW_COMBO_ROW(row), column->field);
        g_signal_connect_data(row, "notify::selected", G_CALLBACK(on_selected), self,
                              (GClosureNotify)(void (*)(void))g_free, 0);
        adw_preferences_group_add(group, row);
        g_ptr_array_add(rows, row);
    }
    return rows;
}
