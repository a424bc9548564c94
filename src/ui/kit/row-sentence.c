/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/kit/row-sentence.h"

#define SENTENCE "care-sentence"

static GtkWidget *
label_new(void)
{
    GtkWidget *label = gtk_label_new(NULL);

    gtk_label_set_xalign(GTK_LABEL(label), 0);
    gtk_label_set_wrap(GTK_LABEL(label), TRUE);
    gtk_label_set_wrap_mode(GTK_LABEL(label), PANGO_WRAP_WORD_CHAR);
    gtk_widget_set_visible(label, FALSE);
    gtk_widget_add_css_class(label, "care-sentence");
    gtk_widget_add_css_class(label, "caption");
    return label;
}

GtkWidget *
care_row_sentence_add(GtkListBoxRow *row)
{
    GtkWidget *box = gtk_box_new(GTK_ORIENTATION_VERTICAL, 0);
    GtkWidget *label = label_new();
    g_autoptr(GtkWidget) content = g_object_ref(gtk_list_box_row_get_child(row));

    gtk_list_box_row_set_child(row, NULL);
    gtk_box_append(GTK_BOX(box), content);
    gtk_box_append(GTK_BOX(box), label);
    gtk_list_box_row_set_child(row, box);
    gtk_widget_add_css_class(GTK_WIDGET(row), "care-typed");
    g_object_set_data(G_OBJECT(row), SENTENCE, label);
    return label;
}

static void
say_invalid(GtkWidget *row, gboolean invalid)
{
    GtkEditable *text = GTK_IS_EDITABLE(row) ? gtk_editable_get_delegate(GTK_EDITABLE(row)) : NULL;

    gtk_accessible_update_state(text ? GTK_ACCESSIBLE(text) : GTK_ACCESSIBLE(row),
                                GTK_ACCESSIBLE_STATE_INVALID,
                                invalid ? GTK_ACCESSIBLE_INVALID_TRUE : GTK_ACCESSIBLE_INVALID_FALSE, -1);
}

void
care_row_sentence_show(GtkWidget *row, const char *sentence)
{
    GtkWidget *label = g_object_get_data(G_OBJECT(row), SENTENCE);

    if (sentence)
        gtk_widget_add_css_class(row, "error");
    else
        gtk_widget_remove_css_class(row, "error");
    say_invalid(row, sentence != NULL);
    if (!label && sentence && GTK_IS_LIST_BOX_ROW(row))
        label = care_row_sentence_add(GTK_LIST_BOX_ROW(row));
    if (!label)
        return;
    if (sentence)
        gtk_label_set_text(GTK_LABEL(label), sentence);
    gtk_widget_set_visible(label, sentence != NULL);
}

gboolean
care_row_sentence_is(GtkWidget *row, const char *sentence)
{
    GtkWidget *label = g_object_get_data(G_OBJECT(row), SENTENCE);

    return label && gtk_widget_get_visible(label)
           && g_str_equal(gtk_label_get_text(GTK_LABEL(label)), sentence);
}
