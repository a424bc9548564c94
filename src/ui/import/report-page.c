/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/import/report-page.h"

#include <glib/gi18n-lib.h>

struct _CareReportPage {
    AdwNavigationPage parent_instance;

    CareStore *store;
    CareId import;
    CareReportOpened opened;
    gpointer user_data;
    AdwPreferencesGroup *group;
    GtkDropDown *filter;
    GPtrArray *rows; /* not owned */
};

G_DEFINE_FINAL_TYPE(CareReportPage, care_report_page, ADW_TYPE_NAVIGATION_PAGE)

static void
show(CareReportPage *self)
{
    for (guint i = 0; self->rows != NULL && i < self->rows->len; i++)
        adw_preferences_group_remove(self->group, self->rows->pdata[i]);
    g_clear_pointer(&self->rows, g_ptr_array_unref);
    self->rows = care_report_rows_add(self->group, self->store, self->import,
                                      (CareReportFilter)gtk_drop_down_get_selected(self->filter),
                                      self->opened, self->user_data);
}

static void
care_report_page_finalize(GObject *object)
{
    CareReportPage *self = CARE_REPORT_PAGE(object);

    g_clear_pointer(&self->rows, g_ptr_array_unref);
    g_clear_object(&self->store);
    G_OBJECT_CLASS(care_report_page_parent_class)->finalize(object);
}

static void
care_report_page_class_init(CareReportPageClass *klass)
{
    G_OBJECT_CLASS(klass)->finalize = care_report_page_finalize;
}

/* As the filter of the report itself. */
static GtkWidget *
filter_new(void)
{
    const char *const words[] = { _("Needs a Look"), _("New"), _("Merged"), _("All"), NULL };
    GtkWidget *filter = gtk_drop_down_new_from_strings(words);

    gtk_widget_set_valign(filter, GTK_ALIGN_CENTER);
    gtk_accessible_update_property(GTK_ACCESSIBLE(filter), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                   _("Which rows to show"), -1);
    return filter;
}

static void
care_report_page_init(CareReportPage *self)
{
    GtkWidget *bars = adw_toolbar_view_new();
    GtkWidget *page = adw_preferences_page_new();

    self->group = ADW_PREFERENCES_GROUP(adw_preferences_group_new());
    self->filter = GTK_DROP_DOWN(filter_new());
    adw_preferences_group_set_title(self->group, _("Row by Row"));
    adw_preferences_group_set_header_suffix(self->group, GTK_WIDGET(self->filter));
    adw_preferences_page_add(ADW_PREFERENCES_PAGE(page), self->group);
    adw_toolbar_view_add_top_bar(ADW_TOOLBAR_VIEW(bars), adw_header_bar_new());
    adw_toolbar_view_set_content(ADW_TOOLBAR_VIEW(bars), page);
    adw_navigation_page_set_child(ADW_NAVIGATION_PAGE(self), bars);
}

CareReportPage *
care_report_page_new(CareStore *store, CareId import, const char *title, CareReportOpened opened,
                     gpointer user_data)
{
    CareReportPage *self = g_object_new(CARE_TYPE_REPORT_PAGE, "title", title, NULL);

    self->store = g_object_ref(store);
    self->import = import;
    self->opened = opened;
    self->user_data = user_data;
    show(self);
    g_signal_connect_swapped(self->filter, "notify::selected", G_CALLBACK(show), self);
    return self;
}
