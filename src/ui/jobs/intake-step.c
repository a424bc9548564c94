/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/jobs/intake-step.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

#include "ui/kit/date-row.h"

typedef struct {
    GObject *owner;
    CareStepMovedFunc moved;
    GtkWidget *row;
    CareDate date;
    guint index;
} Question;

static void
question_free(gpointer data, GClosure *closure)
{
    Question *question = data;

    g_object_unref(question->owner);
    g_free(question);
}

static void
on_response(AdwAlertDialog *dialog, const char *response, Question *question)
{
    CareDate date;

    if (g_str_equal(response, "move") && care_date_row_get_date(CARE_DATE_ROW(question->row), &date))
        question->moved(question->index, care_date_days_between(question->date, date), question->owner);
}

void
care_intake_step_ask(GtkWidget *parent, const char *title, CareDate date, CareDate today, guint index,
                     CareStepMovedFunc moved, gpointer owner)
{
    AdwDialog *dialog = adw_alert_dialog_new(NULL, _("The steps after it move with it."));
    GtkWidget *list = gtk_list_box_new();
    Question *question = g_new0(Question, 1);

    question->owner = g_object_ref(owner);
    question->moved = moved;
    question->date = date;
    question->index = index;
    question->row = g_object_new(CARE_TYPE_DATE_ROW, "title", _("Day"), NULL);
    care_date_row_set_today(CARE_DATE_ROW(question->row), today);
    care_date_row_set_date(CARE_DATE_ROW(question->row), date);
    gtk_list_box_append(GTK_LIST_BOX(list), question->row);
    gtk_list_box_set_selection_mode(GTK_LIST_BOX(list), GTK_SELECTION_NONE);
    gtk_widget_add_css_class(list, "boxed-list");

    adw_alert_dialog_set_heading_use_markup(ADW_ALERT_DIALOG(dialog), FALSE);
    adw_alert_dialog_set_heading(ADW_ALERT_DIALOG(dialog), title);
    adw_alert_dialog_set_extra_child(ADW_ALERT_DIALOG(dialog), list);
    adw_alert_dialog_add_responses(ADW_ALERT_DIALOG(dialog), "cancel", _("_Cancel"), "move", _("_Move"),
                                   NULL);
    adw_alert_dialog_set_response_appearance(ADW_ALERT_DIALOG(dialog), "move", ADW_RESPONSE_SUGGESTED);
    adw_alert_dialog_set_default_response(ADW_ALERT_DIALOG(dialog), "move");
    adw_alert_dialog_set_close_response(ADW_ALERT_DIALOG(dialog), "cancel");
    g_signal_connect_data(dialog, "response", G_CALLBACK(on_response), question, question_free, 0);
    adw_dialog_present(dialog, parent);
}
