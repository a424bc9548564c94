/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/outreach/outreach-page.h"

/* The place "Outreach". */
struct _CareOutreachPage {
    CarePlace parent_instance;
};

G_DEFINE_FINAL_TYPE(CareOutreachPage, care_outreach_page, CARE_TYPE_PLACE)

static void
care_outreach_page_dispose(GObject *object)
{
    gtk_widget_dispose_template(GTK_WIDGET(object), CARE_TYPE_OUTREACH_PAGE);
    G_OBJECT_CLASS(care_outreach_page_parent_class)->dispose(object);
}

static void
care_outreach_page_class_init(CareOutreachPageClass *klass)
{
    GObjectClass *object_class = G_OBJECT_CLASS(klass);
    GtkWidgetClass *widget_class = GTK_WIDGET_CLASS(klass);

    object_class->dispose = care_outreach_page_dispose;

    gtk_widget_class_set_template_from_resource(widget_class,
                                                "/com/example/Aftercare/ui/outreach/outreach-page.ui");
}

static void
care_outreach_page_init(CareOutreachPage *self)
{
    gtk_widget_init_template(GTK_WIDGET(self));
}
