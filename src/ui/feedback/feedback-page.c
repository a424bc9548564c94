/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/feedback/feedback-page.h"

/* The place "Feedback". */
struct _CareFeedbackPage {
    CarePlace parent_instance;
};

G_DEFINE_FINAL_TYPE(CareFeedbackPage, care_feedback_page, CARE_TYPE_PLACE)

static void
care_feedback_page_dispose(GObject *object)
{
    gtk_widget_dispose_template(GTK_WIDGET(object), CARE_TYPE_FEEDBACK_PAGE);
    G_OBJECT_CLASS(care_feedback_page_parent_class)->dispose(object);
}

static void
care_feedback_page_class_init(CareFeedbackPageClass *klass)
{
    GObjectClass *object_class = G_OBJECT_CLASS(klass);
    GtkWidgetClass *widget_class = GTK_WIDGET_CLASS(klass);

    object_class->dispose = care_feedback_page_dispose;

    gtk_widget_class_set_template_from_resource(widget_class,
                                                "/com/example/Aftercare/ui/feedback/feedback-page.ui");
}

static void
care_feedback_page_init(CareFeedbackPage *self)
{
    gtk_widget_init_template(GTK_WIDGET(self));
}
