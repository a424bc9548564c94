/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/import/report-group.h"

#include <glib/gi18n-lib.h>

#include "ui/kit/combo-row.h"

struct _CareReportGroup {
    AdwPreferencesGroup parent_instance;

    CareStore *store; /* NULL until there is something to show */
    CareId import;
    CareReportOpened opened;
    gpointer user_data;
    GtkDropDown *filter;
    GPtrArray *rows; /* widgets in a group are taken out by name: the group has no other way */
};

G_DEFINE_FINAL_TYPE(CareReportGroup, care_report_group, ADW_TYPE_PREFERENCES_GROUP)

static void
show(CareReportGroup *self)
{
    if (self->store == NULL)
        return;
    for (guint i = 0; self->rows != NULL && i < self->rows->len; i++)
        adw_preferences_group_remove(ADW_PREFERENCES_GROUP(self), self->rows->pdata[i]);
    g_clear_pointer(&self->rows, g_ptr_array_unref);
    self->rows = care_report_rows_add(ADW_PREFERENCES_GROUP(self), self->store, self->import,
                                      (CareReportFilter)gtk_drop_down_get_selected(self->filter),
                                      self->opened, self->user_data);
}

static void
care_report_group_finalize(GObject *object)
{
    CareReportGroup *self = CARE_REPORT_GROUP(object);

    g_clear_pointer(&self->rows, g_ptr_array_unref);
    g_clear_object(&self->store);
    G_OBJECT_CLASS(care_report_group_parent_class)->finalize(object);
}

static void
care_report_group_class_init(CareReportGroupClass *klass)
{
    G_OBJECT_CLASS(klass)->finalize = care_report_group_finalize;
}

static void
care_report_group_init(CareReportGroup *self)
{
    const char *const words[] = { [CARE_REPORT_TO_LOOK_AT] = _("Needs a Look"),
                                  [CARE_REPORT_NEW] = _("New"),
                                  [CARE_REPORT_MERGED] = _("Merged"),
                                  [CARE_REPORT_ALL] = _("All"),
                                  NULL };
    GtkWidget *filter = gtk_drop_down_new_from_strings(words);

    care_drop_down_say_entries(GTK_DROP_DOWN(filter));
    gtk_widget_set_valign(filter, GTK_ALIGN_CENTER);
    gtk_accessible_update_property(GTK_ACCESSIBLE(filter), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                   _("Which rows to show"), -1);
    self->filter = GTK_DROP_DOWN(filter);
    adw_preferences_group_set_title(ADW_PREFERENCES_GROUP(self), _("Row by Row"));
    adw_preferences_group_set_header_suffix(ADW_PREFERENCES_GROUP(self), filter);
    g_signal_connect_object(filter, "notify::selected", G_CALLBACK(show), self, G_CONNECT_SWAPPED);
}

GtkWidget *
care_report_group_new(void)
{
    return g_object_new(CARE_TYPE_REPORT_GROUP, NULL);
}

void
care_report_group_show(CareReportGroup *self, CareStore *store, CareId import, CareReportOpened opened,
                       gpointer user_data)
{
    CareReportFilter filter
        = care_report_rows_need_look(store, import) ? CARE_REPORT_TO_LOOK_AT : CARE_REPORT_ALL;

    g_clear_object(&self->store); /* the filter may move without a reading */
    gtk_drop_down_set_selected(self->filter, filter);
    self->store = g_object_ref(store);
    self->import = import;
    self->opened = opened;
    self->user_data = user_data;
    show(self);
}
