/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/jobs/jobs-page.h"

#include "ui/jobs/intake-dialog.h"

/* The place "Jobs". */
struct _CareJobsPage {
    CarePlace parent_instance;
};

G_DEFINE_FINAL_TYPE(CareJobsPage, care_jobs_page, CARE_TYPE_PLACE)

static void
on_taken_in(CareId job, gpointer place)
{
    gtk_widget_activate_action(place, "win.open", "(sx)", "job", (gint64)job);
}

static gboolean
care_jobs_page_create(CarePlace *place, const char *kind, CareId customer)
{
    GtkRoot *root = gtk_widget_get_root(GTK_WIDGET(place));

    if (!g_str_equal(kind, "job"))
        return FALSE;
    care_intake_dialog_present(root ? GTK_WIDGET(root) : GTK_WIDGET(place), care_place_get_context(place),
                               customer, on_taken_in, place);
    return TRUE;
}

static void
care_jobs_page_dispose(GObject *object)
{
    gtk_widget_dispose_template(GTK_WIDGET(object), CARE_TYPE_JOBS_PAGE);
    G_OBJECT_CLASS(care_jobs_page_parent_class)->dispose(object);
}

static void
care_jobs_page_class_init(CareJobsPageClass *klass)
{
    GObjectClass *object_class = G_OBJECT_CLASS(klass);
    GtkWidgetClass *widget_class = GTK_WIDGET_CLASS(klass);

    object_class->dispose = care_jobs_page_dispose;
    CARE_PLACE_CLASS(klass)->create = care_jobs_page_create;

    gtk_widget_class_set_template_from_resource(widget_class, "/com/example/Aftercare/ui/jobs/jobs-page.ui");
}

static void
care_jobs_page_init(CareJobsPage *self)
{
    gtk_widget_init_template(GTK_WIDGET(self));
}
