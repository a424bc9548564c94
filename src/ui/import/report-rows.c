/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/import/report-rows.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "core/listed.h"
#include "ui/kit/plain-row.h"
#include "ui/kit/tone.h"

/* More than these nobody reads; the command line prints them all. */
#define MOST_ROWS 300

typedef struct {
    AdwPreferencesGroup *group;
    CareStore *store;
    CareId import;
    CareReportFilter filter;
    CareReportOpened opened;
    gpointer user_data;
    GPtrArray *rows;
    guint more;
    const char *file; /* the one whose rows are added, where there are several; NULL */
    gboolean of_export;
} Report;

typedef struct {
    guint position;
    char *name;
    char *error;        /* nullable */
    gboolean of_export; /* of this program */
} File;

typedef struct {
    CareId customer;
    CareReportOpened opened;
    gpointer user_data;
} Link;

char *
care_report_file_name(const char *path)
{
    g_autofree char *base = g_path_get_basename(path);

    return g_filename_display_name(base);
}

static gboolean
passes(CareReportFilter filter, const CareImportRow *row)
{
    const char *result = row->result;

    switch (filter) {
    case CARE_REPORT_TO_LOOK_AT:
        return row->reason != NULL || *result == 'd' || *result == 'r';
    case CARE_REPORT_NEW:
        return *result == 'n';
    case CARE_REPORT_MERGED:
        return *result == 'm';
    case CARE_REPORT_ALL:
    default:
        return TRUE;
    }
}

static const char *
word_of(const char *result, CareTone *tone)
{
    *tone = CARE_TONE_NEUTRAL;
    switch (*result) {
    case 'n':
        return C_("row of an import", "New");
    case 'm':
        return C_("row of an import", "Merged");
    case 'd':
        *tone = CARE_TONE_WARNING;
        return C_("row of an import", "Doubtful");
    default:
        *tone = CARE_TONE_WARNING;
        return C_("row of an import", "Refused");
    }
}

static void
on_activated(AdwActionRow *row, gpointer data)
{
    Link *link = data;

    link->opened(link->customer, link->user_data);
}

/* All of an export may be one line: its kind tells a record from others or, where it is called by no more than that, its id.
 * What could not be read says all of it in its name: NULL. */
static char *
record_of(const CareImportRow *row)
{
    const CareKind *kind = row->kind != NULL ? care_kind_by_name(row->kind) : NULL;
    const char *label = kind != NULL ? care_kind_label(kind) : NULL;
    g_autofree char *id = care_id_to_string(row->record);

    if (label == NULL || row->record == 0)
        return NULL;
    return row->name != NULL && !g_str_has_prefix(row->name, label) ? g_strdup(label)
                                                                    : g_strjoin(" ", label, id, NULL);
}

static void
add_place(GPtrArray *parts, const CareImportRow *row, const Report *self)
{
    char *place = self->of_export ? record_of(row) : g_strdup_printf(_("Line %u"), row->line);

    if (self->file != NULL)
        g_ptr_array_add(parts, g_strdup(self->file));
    if (place != NULL)
        g_ptr_array_add(parts, place);
}

static char *
subtitle_of(const CareImportRow *row, const Report *self)
{
    g_autoptr(GPtrArray) parts = g_ptr_array_new_with_free_func(g_free);
    g_auto(GStrv) dropped = g_strsplit(row->dropped != NULL ? row->dropped : "", "\n", -1);
    g_autofree char *names = care_listed((const char *const *)dropped);

    add_place(parts, row, self);
    if (row->reason != NULL)
        g_ptr_array_add(parts, g_strdup(row->reason));
    if (*names != '\0')
        /* Translators: names of fields of the file for which a customer has no place */
        g_ptr_array_add(parts, g_strdup_printf(_("Not kept: %s"), names));
    g_ptr_array_add(parts, NULL);
    return g_strjoinv(" · ", (char **)parts->pdata);
}

static void
add(Report *self, GtkWidget *row)
{
    adw_preferences_group_add(self->group, row);
    g_ptr_array_add(self->rows, row);
}

static GtkWidget *
word_label_new(const char *word, CareTone tone)
{
    GtkWidget *label = gtk_label_new(word);

    gtk_widget_add_css_class(label, "caption");
    gtk_widget_add_css_class(label, tone == CARE_TONE_WARNING ? "warning" : "dimmed");
    gtk_widget_set_valign(label, GTK_ALIGN_CENTER);
    return label;
}

static gboolean
add_row(const CareImportRow *from, gpointer data)
{
    Report *self = data;
    g_autofree char *subtitle = NULL;
    GtkWidget *row;
    CareTone tone;
    const char *word = word_of(from->result, &tone);

    if (!passes(self->filter, from))
        return TRUE;
    if (self->rows->len >= MOST_ROWS) {
        self->more++;
        return TRUE;
    }
    subtitle = subtitle_of(from, self);
    row = care_plain_row_new(from->name != NULL ? from->name : _("No name"), subtitle);
    adw_action_row_set_title_lines(ADW_ACTION_ROW(row), 0);
    adw_action_row_set_subtitle_lines(ADW_ACTION_ROW(row), 0);
    adw_action_row_add_suffix(ADW_ACTION_ROW(row), word_label_new(word, tone));
    if (from->record != 0 && g_strcmp0(from->kind, "customer") == 0) {
        Link *link = g_new(Link, 1);

        *link = (Link){ .customer = from->record, .opened = self->opened, .user_data = self->user_data };
        gtk_list_box_row_set_activatable(GTK_LIST_BOX_ROW(row), TRUE);
        g_signal_connect_data(row, "activated", G_CALLBACK(on_activated), link,
                              (GClosureNotify)(void (*)(void))g_free, 0);
    }
    add(self, row);
    return TRUE;
}

static void
add_note(Report *self, char *text)
{
    GtkWidget *row = care_plain_row_new(text, NULL);

    gtk_widget_add_css_class(row, "dimmed");
    add(self, row);
    g_free(text);
}

/* What was not even begun has no rows, but a reason. */
static void
add_failed_file(Report *self, const char *name, const char *error)
{
    GtkWidget *row = care_plain_row_new(name, error);

    adw_action_row_set_subtitle_lines(ADW_ACTION_ROW(row), 0);
    adw_action_row_add_suffix(ADW_ACTION_ROW(row),
                              word_label_new(C_("file of an import", "Not Taken Over"), CARE_TONE_WARNING));
    care_plain_row_say_all(row, NULL);
    add(self, row);
}

typedef struct {
    CareConnection *connection;
    CareId import;
    gboolean found;
} Look;

static gboolean
look_at_row(const CareImportRow *row, gpointer data)
{
    Look *self = data;

    self->found = passes(CARE_REPORT_TO_LOOK_AT, row);
    return !self->found;
}

static gboolean
look_at_file(guint position, const CareImportFileRow *file, gpointer data)
{
    Look *self = data;

    self->found = file->error != NULL;
    if (!self->found)
        care_import_log_foreach_row(self->connection, self->import, position, look_at_row, self, NULL);
    return !self->found;
}

gboolean
care_report_rows_need_look(CareStore *store, CareId import)
{
    Look self = { care_store_reader(store), import, FALSE };

    care_import_log_foreach_file(self.connection, import, look_at_file, &self, NULL);
    return self.found;
}

static void
file_free(gpointer data)
{
    File *file = data;

    g_free(file->name);
    g_free(file->error);
    g_free(file);
}

static gboolean
collect_file(guint position, const CareImportFileRow *from, gpointer files)
{
    File *file = g_new(File, 1);

    *file = (File){ .position = position,
                    .name = care_report_file_name(from->name),
                    .error = g_strdup(from->error),
                    .of_export = g_strcmp0(from->format, "json") == 0 };
    g_ptr_array_add(files, file);
    return TRUE;
}

static void
add_file(Report *self, const File *file, gboolean several)
{
    if (file->error != NULL && (self->filter == CARE_REPORT_TO_LOOK_AT || self->filter == CARE_REPORT_ALL))
        add_failed_file(self, file->name, file->error);
    self->file = several ? file->name : NULL;
    self->of_export = file->of_export;
    care_import_log_foreach_row(care_store_reader(self->store), self->import, file->position, add_row, self,
                                NULL);
}

GPtrArray *
care_report_rows_add(AdwPreferencesGroup *group, CareStore *store, CareId import, CareReportFilter filter,
                     CareReportOpened opened, gpointer user_data)
{
    Report self = { .group = group,
                    .store = store,
                    .import = import,
                    .filter = filter,
                    .opened = opened,
                    .user_data = user_data,
                    .rows = g_ptr_array_new() };
    g_autoptr(GPtrArray) files = g_ptr_array_new_with_free_func(file_free);

    care_import_log_foreach_file(care_store_reader(store), import, collect_file, files, NULL);
    for (guint i = 0; i < files->len; i++)
        add_file(&self, files->pdata[i], files->len > 1);
    if (self.more > 0)
        add_note(&self, g_strdup_printf(ngettext("And %u more", "And %u more", self.more), self.more));
    else if (self.rows->len == 0)
        add_note(&self, g_strdup(filter == CARE_REPORT_TO_LOOK_AT ? _("Nothing needs a look") : _("None")));
    return self.rows;
}
