/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/feedback/answer-dialog.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "model/channel.h"
#include "model/customer.h"
#include "model/feedback.h"
#include "model/followup.h"
#include "model/interaction.h"
#include "model/situation.h"
#include "service/customers/contact-flow.h"
#include "service/feedback/feedback-flow.h"
#include "ui/parts/call-card.h"
#include "ui/parts/call-dialog.h"
#include "ui/parts/contact-undo.h"
#include "ui/parts/deleted-meanwhile.h"
#include "ui/parts/record-line.h"
#include "ui/kit/draft-keeper.h"
#include "ui/kit/instant-row.h"
#include "ui/kit/template.h"
#include "ui/feedback/job-choice.h"
#include "ui/feedback/score-bar.h"
#include "ui/feedback/survey-window.h"

struct _CareAnswerDialog {
    CareRecordDialog parent_instance;

    gboolean was_low; /* before: a complaint is there already */
    gboolean showing;
    CareRecord *followup; /* that it answers; NULL: nobody asked */

    GtkWidget *hand_over_group;
    AdwPreferencesGroup *numbers;
    AdwPreferencesGroup *script_group;
    AdwActionRow *script;
    CareScoreBar *score_bar;
    CareScoreBar *satisfaction_bar;
    AdwComboRow *job;
};

G_DEFINE_FINAL_TYPE(CareAnswerDialog, care_answer_dialog, CARE_TYPE_RECORD_DIALOG)

static char *
care_answer_dialog_title_with(CareRecordDialog *dialog, const char *customer)
{
    return g_strdup_printf(CARE_ANSWER_DIALOG(dialog)->followup ? _("Ask %s How It Went") : _("Answer of %s"),
                           customer);
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
offer_jobs(CareAnswerDialog *self, CareContext *context, CareRecord *feedback)
{
    care_job_choice_fill(self->job, context, care_record_int(feedback, CARE_FEEDBACK_CUSTOMER),
                         care_record_int(feedback, CARE_FEEDBACK_JOB));
}

static void
care_answer_dialog_continued(CareRecordDialog *dialog)
{
    CareRecord *feedback = care_record_dialog_get_record(dialog);

    offer_jobs(CARE_ANSWER_DIALOG(dialog), care_record_dialog_get_context(dialog), feedback);
    show_chosen(CARE_ANSWER_DIALOG(dialog), feedback);
}

/* Of the follow-up: what is begun about another one is another answer. */
static char *
care_answer_dialog_draft_key(CareRecordDialog *dialog)
{
    CareRecord *followup = CARE_ANSWER_DIALOG(dialog)->followup;

    return followup ? g_strdup_printf(CARE_ASK_DRAFT "%" G_GINT64_FORMAT, care_record_id(followup))
                    : CARE_RECORD_DIALOG_CLASS(care_answer_dialog_parent_class)->draft_key(dialog);
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

/* A low score has opened a complaint; whoever typed it should know, and can take back both. */
static const char *
said(CareRecordDialog *dialog)
{
    return !CARE_ANSWER_DIALOG(dialog)->was_low && care_feedback_is_low(care_record_dialog_get_record(dialog))
               ? _("Answer saved, complaint opened: Today says until when it wants an answer")
               : _("Answer saved");
}

static CareContactAbout
about(CareAnswerDialog *self)
{
    return (CareContactAbout){ .rule = CARE_DUE_FOLLOWUP,
                               .record = care_record_id(self->followup),
                               .settled = TRUE };
}

static void
on_logged(GObject *source, GAsyncResult *result, gpointer data)
{
    g_autoptr(CareRecordDialog) dialog = data;
    g_autoptr(GError) error = NULL;
    CareContactAbout what = about(CARE_ANSWER_DIALOG(dialog));
    CareId contact = care_contact_log_finish(CARE_STORE(source), result, &what.answer, &error);
    GtkWidget *window = care_record_dialog_get_window(dialog);

    if (contact != 0 && window)
        care_contact_offer_undo(window, CARE_STORE(source), contact, &what, said(dialog));
    care_record_dialog_finish(dialog, error);
}

/* That they were asked is a contact, when and how they answered. */
static CareRecord *
contact_new(CareAnswerDialog *self, CareRecord *feedback)
{
    CareRecord *contact = CARE_RECORD(care_interaction_new());

    care_record_set_int(contact, CARE_INTERACTION_CUSTOMER,
                        care_record_int(feedback, CARE_FEEDBACK_CUSTOMER));
    care_record_set_int(contact, CARE_INTERACTION_JOB, care_record_int(self->followup, CARE_FOLLOWUP_JOB));
    care_record_set_text(contact, CARE_INTERACTION_DIRECTION, care_direction_word(CARE_DIRECTION_OUT));
    care_record_set_text(contact, CARE_INTERACTION_CHANNEL,
                         care_record_text(feedback, CARE_FEEDBACK_CHANNEL));
    care_record_set_text(contact, CARE_INTERACTION_SUBJECT,
                         care_record_text(self->followup, CARE_FOLLOWUP_TITLE));
    care_record_set_text(contact, CARE_INTERACTION_CLASS,
                         care_situation_class(care_record_text(self->followup, CARE_FOLLOWUP_KIND)));
    care_record_set_int(contact, CARE_INTERACTION_STAFF, care_record_int(feedback, CARE_FEEDBACK_STAFF));
    care_record_set_int(contact, CARE_INTERACTION_AT, care_record_int(feedback, CARE_FEEDBACK_AT));
    return contact;
}

static void
care_answer_dialog_save(CareRecordDialog *dialog)
{
    CareAnswerDialog *self = CARE_ANSWER_DIALOG(dialog);
    CareRecord *feedback = care_record_dialog_get_record(dialog);
    g_autoptr(CareRecord) contact = NULL;
    CareContactAbout what;

    if (!self->followup) {
        CARE_RECORD_DIALOG_CLASS(care_answer_dialog_parent_class)->save(dialog);
        return;
    }
    contact = contact_new(self, feedback);
    what = about(self);
    care_contact_log_answer_async(care_record_dialog_get_store(dialog), contact, &what, feedback,
                                  care_record_dialog_begin_save(dialog), on_logged, g_object_ref(dialog));
}

/* What was tried is logged as any other call is, in place of this: under another one it could not come back by Undo. */
static void
on_no_answer(CareAnswerDialog *self)
{
    g_autoptr(CareRecordDialog) dialog = g_object_ref(CARE_RECORD_DIALOG(self));
    GtkWidget *window = care_record_dialog_get_window(dialog);
    const CareDueItem item = {
        .rule = CARE_DUE_FOLLOWUP,
        .record = care_record_id(self->followup),
        .customer = care_record_int(self->followup, CARE_FOLLOWUP_CUSTOMER),
        .job = care_record_int(self->followup, CARE_FOLLOWUP_JOB),
        .situation = care_situation_word(CARE_SITUATION_FEEDBACK),
        .text = (char *)adw_dialog_get_title(ADW_DIALOG(self)),
        .channel = (char *)care_record_text(care_record_dialog_get_record(dialog), CARE_FEEDBACK_CHANNEL),
    };

    adw_dialog_close(ADW_DIALOG(self));
    if (window)
        care_call_dialog_present(care_record_dialog_get_context(dialog), &item, window);
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

    care_survey_offer(ADW_DIALOG(self), care_record_dialog_get_context(dialog),
                      care_record_dialog_get_record(dialog), care_answer_dialog_present_refused);
}

static char *
care_answer_dialog_saved_sentence(CareRecordDialog *dialog)
{
    return g_strdup(said(dialog));
}

static void
care_answer_dialog_finalize(GObject *object)
{
    g_clear_object(&CARE_ANSWER_DIALOG(object)->followup);
    G_OBJECT_CLASS(care_answer_dialog_parent_class)->finalize(object);
}

static void
care_answer_dialog_class_init(CareAnswerDialogClass *klass)
{
    CareRecordDialogClass *dialog_class = CARE_RECORD_DIALOG_CLASS(klass);

    G_OBJECT_CLASS(klass)->finalize = care_answer_dialog_finalize;
    dialog_class->title_with = care_answer_dialog_title_with;
    dialog_class->save = care_answer_dialog_save;
    dialog_class->draft_word = "feedback";
    dialog_class->draft_key = care_answer_dialog_draft_key;
    dialog_class->continued = care_answer_dialog_continued;
    dialog_class->check = care_answer_dialog_check;
    dialog_class->saved_sentence = care_answer_dialog_saved_sentence;
    dialog_class->deleted_sentence = care_answer_dialog_deleted_sentence;
    CARE_TEMPLATE_NEEDS(CARE_TYPE_SCORE_BAR, CARE_TYPE_INSTANT_ROW);
    CARE_TEMPLATE(klass, "feedback/answer-dialog.ui");
    CARE_TEMPLATE_CHILDREN(klass, CareAnswerDialog, hand_over_group, numbers, script_group, script, score_bar,
                           satisfaction_bar, job);
    CARE_TEMPLATE_CALLBACKS(klass, on_hand_over, on_no_answer, on_chosen);
}

static void
care_answer_dialog_init(CareAnswerDialog *self)
{
    gtk_widget_init_template(GTK_WIDGET(self));
}

static void
present(CareAnswerDialog *self, GtkWidget *parent, CareContext *context, CareRecord *feedback)
{
    self->was_low = care_feedback_is_low(feedback);
    gtk_widget_set_visible(self->hand_over_group, care_record_id(feedback) == 0);
    offer_jobs(self, context, feedback);
    show_chosen(self, feedback);
    care_record_dialog_present(CARE_RECORD_DIALOG(self), parent, context, feedback);
}

void
care_answer_dialog_present(GtkWidget *parent, CareContext *context, CareRecord *feedback)
{
    present(g_object_new(CARE_TYPE_ANSWER_DIALOG, NULL), parent, context, feedback);
}

void
care_answer_dialog_present_refused(GtkWidget *parent, CareContext *context, CareRecord *feedback,
                                   const char *draft, const GError *error)
{
    CareAnswerDialog *self = g_object_new(CARE_TYPE_ANSWER_DIALOG, NULL);

    care_draft_go_on_under(feedback, draft);
    present(self, parent, context, feedback);
    care_record_dialog_say(CARE_RECORD_DIALOG(self), error->message);
}

static void
show_what_to_ask(CareAnswerDialog *self, CareContext *context, CareRecord *customer)
{
    g_autofree char *script = care_call_card_script(context, CARE_DUE_FOLLOWUP);

    adw_preferences_row_set_title(ADW_PREFERENCES_ROW(self->script), script);
    care_call_card_fill(self->numbers, customer);
    gtk_widget_set_visible(GTK_WIDGET(self->numbers), TRUE);
    gtk_widget_set_visible(GTK_WIDGET(self->script_group), TRUE);
}

static CareRecord *
feedback_for(CareContext *context, CareRecord *followup, const char *channel)
{
    CareRecord *feedback = CARE_RECORD(care_feedback_new());

    care_record_set_int(feedback, CARE_FEEDBACK_CUSTOMER, care_record_int(followup, CARE_FOLLOWUP_CUSTOMER));
    care_record_set_int(feedback, CARE_FEEDBACK_JOB, care_record_int(followup, CARE_FOLLOWUP_JOB));
    care_record_set_text(feedback, CARE_FEEDBACK_CHANNEL,
                         channel ? channel : care_channel_word(CARE_CHANNEL_PHONE));
    care_record_set_int(feedback, CARE_FEEDBACK_AT, care_clock_now(care_context_get_clock(context)));
    care_record_set_int(feedback, CARE_FEEDBACK_STAFF, care_store_actor(care_context_get_store(context)));
    return feedback;
}

/* begun: an answer that is gone on with; NULL begins one, by that channel. FALSE when the follow-up or its customer is gone. */
static gboolean
ask(GtkWidget *parent, CareContext *context, CareId id, const char *channel, CareRecord *begun)
{
    CareStore *store = care_context_get_store(context);
    g_autoptr(CareRecord) followup = care_store_get(store, &care_followup_kind, id, NULL);
    g_autoptr(CareRecord) customer
        = followup ? care_store_get(store, &care_customer_kind,
                                    care_record_int(followup, CARE_FOLLOWUP_CUSTOMER), NULL)
                   : NULL;
    g_autoptr(CareRecord) feedback = NULL;
    CareAnswerDialog *self;

    if (!customer)
        return FALSE;
    feedback = begun ? g_object_ref(begun) : feedback_for(context, followup, channel);
    self = g_object_new(CARE_TYPE_ANSWER_DIALOG, NULL);
    self->followup = g_steal_pointer(&followup);
    show_what_to_ask(self, context, customer);
    present(self, parent, context, feedback);
    return TRUE;
}

void
care_answer_dialog_ask(GtkWidget *parent, CareContext *context, CareId id, const char *channel)
{
    ask(parent, context, id, channel, NULL);
}

gboolean
care_answer_dialog_continue(GtkWidget *parent, CareContext *context, const char *draft)
{
    CareStore *store = care_context_get_store(context);
    g_autoptr(CareRecord) feedback = CARE_RECORD(care_feedback_new());
    g_autofree char *text = care_draft_read(store, draft);
    gboolean fits = text && care_draft_take(feedback, NULL, text);
    CareId followup;

    if (fits && g_str_has_prefix(draft, CARE_ASK_DRAFT)
        && care_id_parse(draft + strlen(CARE_ASK_DRAFT), &followup)
        && (care_deleted_meanwhile(parent, store, care_record_int(feedback, CARE_FEEDBACK_CUSTOMER),
                                   &(CareContactAbout){ .rule = CARE_DUE_FOLLOWUP }, draft)
            || ask(parent, context, followup, NULL, feedback)))
        return TRUE;
    if (fits) {
        care_draft_go_on_under(feedback, draft);
        care_answer_dialog_present(parent, context, feedback);
        return TRUE;
    }
    care_draft_write(store, draft, NULL);
    return FALSE;
}
