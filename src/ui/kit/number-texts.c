/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/kit/number-texts.h"

#include "core/isolate.h"

/* Only set where it differs: it lays the entry out anew. The text stays at the end at which the row has it. */
static void
follow(GtkEditable *text)
{
    gboolean from_left = care_reads_from_left(gtk_editable_get_text(text));
    GtkTextDirection direction = from_left ? GTK_TEXT_DIR_LTR : GTK_TEXT_DIR_RTL;

    if (gtk_widget_get_direction(GTK_WIDGET(text)) == direction)
        return;
    gtk_widget_set_direction(GTK_WIDGET(text), direction);
    gtk_editable_set_alignment(text, 1 - gtk_editable_get_alignment(text));
}

#define FOLLOWED "care-number-text"

static void
on_map(GtkWidget *text)
{
    if (!g_object_get_data(G_OBJECT(text), FOLLOWED)) {
        g_object_set_data(G_OBJECT(text), FOLLOWED, text);
        g_signal_connect(text, "changed", G_CALLBACK(follow), NULL);
        follow(GTK_EDITABLE(text));
    }
    g_signal_chain_from_overridden_handler(text);
}

void
care_number_texts_begin(void)
{
    static gboolean begun;
    g_autoptr(GTypeClass) widgets = g_type_class_ref(GTK_TYPE_WIDGET); /* whose signals are there then */

    if (!begun && gtk_widget_get_default_direction() == GTK_TEXT_DIR_RTL)
        g_signal_override_class_handler("map", GTK_TYPE_TEXT, G_CALLBACK(on_map));
    begun = TRUE; /* for all applications of one process */
}
