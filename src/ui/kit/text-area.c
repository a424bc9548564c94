/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/kit/text-area.h"

#define MARGIN 12

struct _CareTextArea {
    GtkTextView parent_instance;
};

G_DEFINE_FINAL_TYPE(CareTextArea, care_text_area, GTK_TYPE_TEXT_VIEW)

static void
care_text_area_class_init(CareTextAreaClass *klass)
{
}

static void
care_text_area_init(CareTextArea *self)
{
    GtkTextView *view = GTK_TEXT_VIEW(self);

    gtk_text_view_set_wrap_mode(view, GTK_WRAP_WORD_CHAR);
    gtk_text_view_set_accepts_tab(view, FALSE);
    gtk_text_view_set_top_margin(view, MARGIN);
    gtk_text_view_set_bottom_margin(view, MARGIN);
    gtk_text_view_set_left_margin(view, MARGIN);
    gtk_text_view_set_right_margin(view, MARGIN);
    gtk_widget_add_css_class(GTK_WIDGET(self), "card");
}
