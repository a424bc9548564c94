/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/import/import-preview.h"

#include <glib/gi18n-lib.h>

#include "exchange/import/encoding.h"
#include "ui/import/column-rows.h"
#include "ui/kit/plain-row.h"
#include "ui/kit/template.h"

#define PREVIEW_ROWS 5

struct _CareImportPreview {
    AdwPreferencesPage parent_instance;

    CareCustomerImport *import;
    GPtrArray *file_rows; /* widgets in a group are taken out by name: the group has no other way */
    GPtrArray *column_rows;
    GPtrArray *contact_rows;

    AdwPreferencesGroup *files_group;
    GtkWidget *encoding_group;
    AdwComboRow *encoding;
    AdwPreferencesGroup *columns_group;
    AdwPreferencesGroup *contacts_group;
};

enum {
    CHANGED,
    N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE(CareImportPreview, care_import_preview, ADW_TYPE_PREFERENCES_PAGE)

static void
clear_rows(AdwPreferencesGroup *group, GPtrArray **rows)
{
    for (guint i = 0; *rows != NULL && i < (*rows)->len; i++)
        adw_preferences_group_remove(group, (*rows)->pdata[i]);
    g_clear_pointer(rows, g_ptr_array_unref);
}

static GtkWidget *
new_row(const char *title, const char *subtitle)
{
    GtkWidget *row = care_plain_row_new(title, subtitle);

    adw_action_row_set_subtitle_lines(ADW_ACTION_ROW(row), 0);
    care_plain_row_say_all(row, NULL);
    return row;
}

static void
add_file_row(CareImportPreview *self, CareImportFile *file)
{
    g_autofree char *base = g_file_get_basename(file->file);
    g_autofree char *name = g_filename_display_name(base);
    g_autofree char *good = NULL;
    GtkWidget *row;

    if (file->error == NULL)
        good = g_strdup_printf("%s · %s", file->reader->kind->format_label(file->reader),
                               file->reader->kind->encoding(file->reader));
    row = new_row(name, file->error != NULL ? file->error : good);
    if (file->error != NULL)
        adw_action_row_add_prefix(ADW_ACTION_ROW(row), gtk_image_new_from_icon_name("care-alert-symbolic"));
    adw_preferences_group_add(self->files_group, row);
    g_ptr_array_add(self->file_rows, row);
}

static void
add_preview_row(CareImportPreview *self, const CareReaderPreview *preview)
{
    GtkWidget *row = new_row(preview->name != NULL ? preview->name : _("No name"), preview->detail);

    adw_preferences_group_add(self->contacts_group, row);
    g_ptr_array_add(self->contact_rows, row);
}

/* The first things of the first files that can be read, as the columns now stand. */
static void
show_contacts(gpointer data)
{
    CareImportPreview *self = data;

    clear_rows(self->contacts_group, &self->contact_rows);
    self->contact_rows = g_ptr_array_new();
    for (guint i = 0; i < care_customer_import_n_files(self->import); i++) {
        CareImportFile *file = care_customer_import_file(self->import, i);
        g_autoptr(GPtrArray) first = NULL;

        if (file->error != NULL || file->reader->kind->preview == NULL)
            continue;
        first = file->reader->kind->preview(file->reader, PREVIEW_ROWS - self->contact_rows->len);
        for (guint j = 0; j < first->len; j++)
            add_preview_row(self, first->pdata[j]);
    }
    gtk_widget_set_visible(GTK_WIDGET(self->contacts_group), self->contact_rows->len > 0);
}

/* Of the first table; more than one are rarely chosen at once, and then look alike. */
static void
show_columns(CareImportPreview *self)
{
    for (guint i = 0; i < care_customer_import_n_files(self->import); i++) {
        CareImportFile *file = care_customer_import_file(self->import, i);

        if (file->reader == NULL || care_reader_columns(file->reader) == NULL)
            continue;
        self->column_rows = care_column_rows_add(self->columns_group, file, show_contacts, self);
        break;
    }
    gtk_widget_set_visible(GTK_WIDGET(self->columns_group), self->column_rows != NULL);
}

static void
show_files(CareImportPreview *self)
{
    clear_rows(self->files_group, &self->file_rows);
    clear_rows(self->columns_group, &self->column_rows);
    self->file_rows = g_ptr_array_new();
    for (guint i = 0; i < care_customer_import_n_files(self->import); i++)
        add_file_row(self, care_customer_import_file(self->import, i));
    show_columns(self);
    show_contacts(self);
    g_signal_emit(self, signals[CHANGED], 0);
}

/* The name of what was chosen; NULL: as each file seems to be. */
static const char *
chosen_encoding(CareImportPreview *self)
{
    guint selected = adw_combo_row_get_selected(self->encoding);

    return selected > 0 && selected <= care_encoding_n_choices() ? care_encoding_choice(selected - 1, NULL)
                                                                 : NULL;
}

static gboolean
has_any_encoding(const CareImportFile *file)
{
    return file->reader != NULL ? file->reader->kind->any_encoding : file->encoding != NULL;
}

/* Everything is read anew, so that what is seen below is what will be imported. */
static void
on_encoding(CareImportPreview *self)
{
    const char *name = chosen_encoding(self);

    if (self->import == NULL || self->file_rows == NULL)
        return;
    for (guint i = 0; i < care_customer_import_n_files(self->import); i++) {
        CareImportFile *file = care_customer_import_file(self->import, i);

        if (has_any_encoding(file) && g_strcmp0(file->encoding, name) != 0)
            care_import_file_set_encoding(file, name);
    }
    show_files(self);
}

static void
show_encodings(CareImportPreview *self)
{
    g_autoptr(GtkStringList) list = gtk_string_list_new(NULL);
    gboolean any = FALSE;

    gtk_string_list_append(list, _("As Each File Seems to Be"));
    for (guint i = 0; i < care_encoding_n_choices(); i++) {
        const char *label;

        care_encoding_choice(i, &label);
        gtk_string_list_append(list, label);
    }
    for (guint i = 0; i < care_customer_import_n_files(self->import); i++)
        any |= has_any_encoding(care_customer_import_file(self->import, i));
    adw_combo_row_set_model(self->encoding, G_LIST_MODEL(list));
    gtk_widget_set_visible(self->encoding_group, any);
}

void
care_import_preview_show(CareImportPreview *self, CareCustomerImport *import)
{
    g_return_if_fail(CARE_IS_IMPORT_PREVIEW(self));
    clear_rows(self->files_group, &self->file_rows);
    clear_rows(self->columns_group, &self->column_rows);
    g_set_object(&self->import, import);
    show_encodings(self);
    show_files(self);
}

static void
care_import_preview_dispose(GObject *object)
{
    CareImportPreview *self = CARE_IMPORT_PREVIEW(object);

    gtk_widget_dispose_template(GTK_WIDGET(object), CARE_TYPE_IMPORT_PREVIEW);
    g_clear_pointer(&self->file_rows, g_ptr_array_unref);
    g_clear_pointer(&self->column_rows, g_ptr_array_unref);
    g_clear_pointer(&self->contact_rows, g_ptr_array_unref);
    g_clear_object(&self->import);
    G_OBJECT_CLASS(care_import_preview_parent_class)->dispose(object);
}

static void
care_import_preview_class_init(CareImportPreviewClass *klass)
{
    G_OBJECT_CLASS(klass)->dispose = care_import_preview_dispose;
    signals[CHANGED] = g_signal_new("changed", G_TYPE_FROM_CLASS(klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                    NULL, G_TYPE_NONE, 0);
    CARE_TEMPLATE(klass, "import/import-preview.ui");
    CARE_TEMPLATE_CHILDREN(klass, CareImportPreview, files_group, encoding_group, encoding, columns_group,
                           contacts_group);
    CARE_TEMPLATE_CALLBACKS(klass, on_encoding);
}

static void
care_import_preview_init(CareImportPreview *self)
{
    gtk_widget_init_template(GTK_WIDGET(self));
}
