/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/kit/question.h"

#include <glib/gi18n-lib.h>

#include "ui/kit/dialog-focus.h"

AdwAlertDialog *
care_question_new(const char *heading, const char *body, const char *yes)
{
    AdwAlertDialog *question = ADW_ALERT_DIALOG(adw_alert_dialog_new(heading, body));

    adw_alert_dialog_add_responses(question, CARE_QUESTION_NO, _("_Cancel"), CARE_QUESTION_YES, yes, NULL);
    adw_alert_dialog_set_response_appearance(question, CARE_QUESTION_YES, ADW_RESPONSE_SUGGESTED);
    adw_alert_dialog_set_default_response(question, CARE_QUESTION_YES);
    adw_alert_dialog_set_close_response(question, CARE_QUESTION_NO);
    return question;
}

void
care_question_set_row(AdwAlertDialog *question, GtkWidget *row)
{
    GtkWidget *list = gtk_list_box_new();

    gtk_list_box_set_selection_mode(GTK_LIST_BOX(list), GTK_SELECTION_NONE);
    gtk_widget_add_css_class(list, "boxed-list");
    gtk_list_box_append(GTK_LIST_BOX(list), row);
    adw_alert_dialog_set_extra_child(question, list);
}

char *
care_question_words(GtkWidget *row)
{
    return g_strstrip(g_strdup(gtk_editable_get_text(GTK_EDITABLE(row))));
}

static void
on_words(GtkWidget *row, AdwAlertDialog *question)
{
    g_autofree char *words = care_question_words(row);

    adw_alert_dialog_set_response_enabled(question, CARE_QUESTION_YES, *words != '\0');
}

GtkWidget *
care_question_add_words(AdwAlertDialog *question, const char *title, const char *known)
{
    GtkWidget *row = g_object_new(ADW_TYPE_ENTRY_ROW, "title", title, "activates-default", TRUE, NULL);

    gtk_editable_set_text(GTK_EDITABLE(row), known ? known : "");
    care_question_set_row(question, row);
    g_signal_connect_object(row, "changed", G_CALLBACK(on_words), question, 0);
    on_words(row, question);
    care_dialog_focus(ADW_DIALOG(question), row);
    return row;
}
