/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/jobs/intake-step.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

#include "core/isolate.h"
#include "ui/kit/date-row.h"
#include "ui/kit/question.h"

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

    if (g_str_equal(response, CARE_QUESTION_YES)
        && care_date_row_get_date(CARE_DATE_ROW(question->row), &date))
        question->moved(question->index, care_date_days_between(question->date, date), question->owner);
}

void
care_intake_step_ask(GtkWidget *parent, const char *title, CareDate date, CareDate today, guint index,
                     CareStepMovedFunc moved, gpointer owner)
{
    g_autofree char *step = care_isolate(title);
    /* Translators: %s is a step of a plan, "Is it still all right?" */
    g_autofree char *body
        = g_strdup_printf(_("“%s” gets another day. The steps after it move with it."), step);
    AdwAlertDialog *dialog = care_question_new(_("Move a Step"), body, _("_Move"));
    Question *question = g_new0(Question, 1);

    question->owner = g_object_ref(owner);
    question->moved = moved;
    question->date = date;
    question->index = index;
    question->row = g_object_new(CARE_TYPE_DATE_ROW, "title", _("Day"), NULL);
    care_date_row_set_today(CARE_DATE_ROW(question->row), today);
    care_date_row_set_date(CARE_DATE_ROW(question->row), date);
    care_question_set_row(dialog, question->row);
    g_signal_connect_data(dialog, "response", G_CALLBACK(on_response), question, question_free, 0);
    adw_dialog_present(ADW_DIALOG(dialog), parent);
}
