/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/feedback/answer-dialog.h"

#include <glib/gi18n-lib.h>

#include "model/feedback.h"
#include "service/feedback/feedback-flow.h"
#include "ui/parts/record-line.h"
#include "ui/kit/instant-row.h"
#include "ui/kit/template.h"
#include "ui/kit/toast.h"
#include "ui/feedback/job-choice.h"
#include "ui/feedback/score-bar.h"
#include "ui/feedback/survey-window.h"

struct _CareAnswerDialog {
    CareRecordDialog parent_instance;

    gboolean was_low; /* before: a complaint is there already */
    gboolean showing;

    GtkWidget *hand_over_group;
    CareScoreBar *score_bar;
    CareScoreBar *satisfaction_bar;
    AdwComboRow *job;
};

G_DEFINE_FINAL_TYPE(CareAnswerDialog, care_answer_dialog, CARE_TYPE_RECORD_DIALOG)

static char *
care_answer_dialog_title_with(CareRecordDialog *dialog, const char *customer)
{
    return g_strdup_printf(_("Answer of %s"), customer);
}

static void
take_number(CareRecord *feedback, int field, CareScoreBar *bar)
{
    int value = care_score_bar_get_value(bar);

    if (value < 0)
        care_record_clear(feedback, field);
    else
        care_record_set_int(feedback, field, value);
}

/* A number was chosen: it is kept, and thrown away, with the words. */
static void
on_chosen(CareAnswerDialog *self)
{
    CareRecord *feedback = care_record_dialog_get_record(CARE_RECORD_DIALOG(self));

    if (!feedback || self->showing)
        return;
    take_number(feedback, CARE_FEEDBACK_SCORE, self->score_bar);
    take_number(feedback, CARE_FEEDBACK_SATISFACTION, self->satisfaction_bar);
    care_record_dialog_touch(CARE_RECORD_DIALOG(self));
}

static void
show_number(CareRecord *feedback, int field, CareScoreBar *bar)
{
    care_score_bar_set_value(bar, care_record_is_set(feedback, field) ? (int)care_record_int(feedback, field)
                                                                      : -1);
}

static void
show_chosen(CareAnswerDialog *self, CareRecord *feedback)
{
    self->showing = TRUE;
    show_number(feedback, CARE_FEEDBACK_SCORE, self->score_bar);
    show_number(feedback, CARE_FEEDBACK_SATISFACTION, self->satisfaction_bar);
    self->showing = FALSE;
}

static void
care_answer_dialog_continued(CareRecordDialog *dialog)
{
    show_chosen(CARE_ANSWER_DIALOG(dialog), care_record_dialog_get_record(dialog));
}

static gboolean
care_answer_dialog_check(CareRecordDialog *dialog)
{
    CareRecord *feedback = care_record_dialog_get_record(dialog);

    if (!care_record_is_set(feedback, CARE_FEEDBACK_SCORE)
        && !care_record_is_set(feedback, CARE_FEEDBACK_SATISFACTION)
        && !care_record_is_set(feedback, CARE_FEEDBACK_COMMENT)) {
        care_record_dialog_say(dialog, _("An answer is a number or a word. There is neither yet."));
        return FALSE;
    }
    return CARE_RECORD_DIALOG_CLASS(care_answer_dialog_parent_class)->check(dialog);
}

/* A low score has opened a complaint; whoever typed it should know. */
static void
care_answer_dialog_saved(CareRecordDialog *dialog)
{
    CareAnswerDialog *self = CARE_ANSWER_DIALOG(dialog);
    GtkWidget *window = care_record_dialog_get_window(dialog);

    if (window && !self->was_low && care_feedback_is_low(care_record_dialog_get_record(dialog)))
        care_toast_show(window, _("A complaint is open now. Today says until when it wants an answer."));
}

static char *
care_answer_dialog_deleted_sentence(CareRecordDialog *dialog)
{
    return care_record_line_deleted(care_record_dialog_get_store(dialog),
                                    care_record_dialog_get_record(dialog));
}

static void
on_hand_over(CareAnswerDialog *self)
{
    CareRecordDialog *dialog = CARE_RECORD_DIALOG(self);
    CareRecord *feedback = care_record_dialog_get_record(dialog);
    GtkWidget *window = care_record_dialog_get_window(dialog);

    if (window)
        care_survey_offer(window, care_record_dialog_get_context(dialog), feedback);
    adw_dialog_close(ADW_DIALOG(self));
}

static char *
care_answer_dialog_saved_sentence(CareRecordDialog *dialog)
{
    return g_strdup(_("Answer saved"));
}

static void
care_answer_dialog_class_init(CareAnswerDialogClass *klass)
{
    CareRecordDialogClass *dialog_class = CARE_RECORD_DIALOG_CLASS(klass);

    dialog_class->title_with = care_answer_dialog_title_with;
    dialog_class->draft_word = "feedback";
    dialog_class->continued = care_answer_dialog_continued;
    dialog_class->check = care_answer_dialog_check;
    dialog_class->saved_sentence = care_answer_dialog_saved_sentence;
    dialog_class->saved = care_answer_dialog_saved;
    dialog_class->deleted_sentence = care_answer_dialog_deleted_sentence;
    CARE_TEMPLATE_NEEDS(CARE_TYPE_SCORE_BAR, CARE_TYPE_INSTANT_ROW);
    CARE_TEMPLATE(klass, "feedback/answer-dialog.ui");
    CARE_TEMPLATE_CHILDREN(klass, CareAnswerDialog, hand_over_group, score_bar, satisfaction_bar, job);
    CARE_TEMPLATE_CALLBACKS(klass, on_hand_over, on_chosen);
}

static void
care_answer_dialog_init(CareAnswerDialog *self)
{
    gtk_widget_init_template(GTK_WIDGET(self));
}

void
care_answer_dialog_present(GtkWidget *parent, CareContext *context, CareRecord *feedback)
{
    CareAnswerDialog *self = g_object_new(CARE_TYPE_ANSWER_DIALOG, NULL);

    self->was_low = care_feedback_is_low(feedback);
    gtk_widget_set_visible(self->hand_over_group, care_record_id(feedback) == 0);
    care_job_choice_fill(self->job, context, care_record_int(feedback, CARE_FEEDBACK_CUSTOMER),
                         care_record_int(feedback, CARE_FEEDBACK_JOB));
    show_chosen(self, feedback);
    care_record_dialog_present(CARE_RECORD_DIALOG(self), parent, context, feedback);
}
