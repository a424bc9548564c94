/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/jobs/job-moves.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

#include "core/errors.h"
#include "model/job.h"
#include "service/flow.h"
#include "service/jobs/job-flow.h"
#include "service/jobs/job-move-asked.h"
#include "service/jobs/unlock-code.h"
#include "store/draft.h"
#include "ui/kit/question.h"
#include "ui/kit/take-back.h"
#include "ui/kit/toast.h"
#include "ui/jobs/job-handed-over.h"
#include "ui/jobs/job-move-undo.h"

/* A move under way. */
typedef struct {
    GtkWidget *widget;
    CareContext *context;
    CareStore *store;
    CareRecord *before;
    CareRecord *after; /* NULL until it is moved */
    char *status;
    char *reason; /* why there is no aftercare, or it was cancelled, when that was just said */
} Move;

static void
move_free(gpointer data)
{
    Move *move = data;

    g_object_unref(move->widget);
    g_object_unref(move->context);
    g_object_unref(move->store);
    g_object_unref(move->before);
    g_clear_object(&move->after);
    g_free(move->status);
    g_free(move->reason);
    g_free(move);
}

static void
on_code_cleared(GObject *source, GAsyncResult *result, gpointer data)
{
    g_autoptr(GtkWidget) widget = data;
    g_autoptr(GError) error = NULL;

    if (care_unlock_code_clear_finish(CARE_STORE(source), result, &error))
        care_toast_next(widget, _("The unlock code is deleted"));
    else
        care_toast_error(widget, error);
}

static gboolean
move_closure(CareTransaction *transaction, gpointer data, GError **error)
{
    Move *move = data;
    CareId id = care_record_id(move->before);
    g_autoptr(CareRecord) before = care_transaction_load(transaction, &care_job_kind, id, error);

    if (!before)
        return FALSE;
    if (move->reason)
        move->after = care_job_move_asked(transaction, move->before, move->status, move->reason, error);
    else
        move->after = care_job_flow_move(transaction, id, move->status, NULL, error);
    if (move->after) /* as it stood, which the page need not have heard of yet */
        g_set_object(&move->before, before);
    return move->after != NULL;
}

static gboolean ask_anew(Move *move, const GError *error);

static void
on_moved(GObject *source, GAsyncResult *result, gpointer data)
{
    Move *move = data;
    g_autoptr(GError) error = NULL;
    g_autofree char *message = NULL;
    gboolean had_code = care_record_int(move->before, CARE_JOB_HAS_CODE) != 0;
    gboolean collected = care_job_status_is(move->status, CARE_STATUS_COLLECTED);

    if (!care_store_write_finish(CARE_STORE(source), result, &error)) {
        if (ask_anew(move, error))
            return;
        care_toast_error(move->widget, error);
        move_free(move);
        return;
    }
    if (collected && had_code)
        care_unlock_code_clear_async(move->store, care_record_id(move->before), on_code_cleared,
                                     g_object_ref(move->widget));
    message = collected ? care_job_handed_over(move->context, move->after)
                        /* Translators: %s is a status: "In work" */
                        : g_strdup_printf(_("Job moved: %s"),
                                          care_choice_label(&care_job_status_set, move->status));
    if (care_record_equal(move->before, move->after)) /* somebody else was first: that is not ours to undo */
        care_toast_settled(move->widget, message);
    else
        care_job_move_offer_undo(move->widget, move->store, move->before, move->after, move->reason, message);
    move_free(move);
}

static void
run(Move *move)
{
    care_store_write_async(move->store, CARE_PRIORITY_INTERACTIVE, move_closure, move, NULL, NULL, on_moved,
                           move);
}

typedef struct {
    Move *move; /* NULL once it is used */
    GtkWidget *words;
} Question;

static void
question_free(gpointer data, GClosure *closure)
{
    Question *question = data;

    g_clear_pointer(&question->move, move_free);
    g_free(question);
}

static void
on_response(AdwAlertDialog *dialog, const char *response, Question *question)
{
    Move *move;

    if (!g_str_equal(response, CARE_QUESTION_YES))
        return;
    move = g_steal_pointer(&question->move);
    g_free(move->reason);
    move->reason = care_question_words(question->words);
    run(move);
}

/* Closing a job leaves a dated next step, or says why not (S1); a job that comes to nothing says why (S12). */
static AdwAlertDialog *
question_new(Move *move)
{
    AdwAlertDialog *dialog;

    if (!care_job_status_is(move->status, CARE_STATUS_CANCELLED))
        return care_question_new(
            _("No Aftercare?"),
            _("Nothing would be left to do after this job. Say why, so that nobody wonders later."),
            _("_Hand Over"));
    dialog
        = care_question_new(_("Cancel This Job?"),
                            _("Say why, so that nobody wonders later. It stays among the open jobs until it "
                              "is handed back."),
                            _("_Cancel Job"));
    adw_alert_dialog_set_response_label(dialog, CARE_QUESTION_NO, _("_Keep It"));
    return dialog;
}

/* news is nullable: why it is asked again. */
static void
ask_why(Move *move, const char *news)
{
    gboolean cancelled = care_job_status_is(move->status, CARE_STATUS_CANCELLED);
    AdwAlertDialog *dialog = question_new(move);
    Question *question = g_new0(Question, 1);
    g_autofree char *key
        = care_draft_key(cancelled ? CARE_CANCEL_DRAFT : CARE_NO_PLAN_DRAFT, care_record_id(move->before));

    if (news)
        adw_alert_dialog_format_body(dialog, "%s\n\n%s", news, adw_alert_dialog_get_body(dialog));
    question->move = move;
    question->words = care_question_add_words(
        dialog, cancelled ? _("Cancelled, Because") : _("No Aftercare, Because"), NULL);
    care_question_keep(dialog, question->words, move->store, key, move->before, CARE_JOB_NO_PLAN_REASON);
    if (move->reason)
        gtk_editable_set_text(GTK_EDITABLE(question->words), move->reason);
    g_signal_connect_data(dialog, "response", G_CALLBACK(on_response), question, question_free, 0);
    adw_dialog_present(ADW_DIALOG(dialog), move->widget);
}

static Move *
move_new(GtkWidget *widget, CareContext *context, CareRecord *job, const char *status)
{
    Move *move = g_new0(Move, 1);

    move->widget = g_object_ref(widget);
    move->context = g_object_ref(context);
    move->store = g_object_ref(care_context_get_store(context));
    move->before = care_record_copy(job);
    move->status = g_strdup(status);
    return move;
}

static gboolean
needs_reason(Move *move, gboolean *needs, GError **error)
{
    CareClock *clock = care_context_get_clock(move->context);

    return care_job_needs_reason(care_store_reader(move->store), move->before, move->status,
                                 care_clock_today(clock), care_clock_zone(clock), needs, error);
}

/* The answer was for the job as it was shown: the words stand there again, with what is new. FALSE where nothing is to be
 * asked any more, or not here. */
static gboolean
ask_anew(Move *move, const GError *error)
{
    g_autoptr(CareRecord) now = NULL;
    gboolean needs = FALSE;

    if (!g_error_matches(error, CARE_ERROR, CARE_ERROR_CONFLICT) || !gtk_widget_get_mapped(move->widget))
        return FALSE;
    now = care_store_get(move->store, &care_job_kind, care_record_id(move->before), NULL);
    if (!now || g_strcmp0(care_record_text(now, CARE_JOB_STATUS), move->status) == 0)
        return FALSE;
    g_set_object(&move->before, now);
    if (!needs_reason(move, &needs, NULL) || !needs) /* what went wrong is said as it is */
        return FALSE;
    ask_why(move, error->message);
    return TRUE;
}

void
care_job_move(GtkWidget *widget, CareContext *context, CareRecord *job, const char *status)
{
    Move *move = move_new(widget, context, job, status);
    g_autoptr(GError) error = NULL;
    gboolean needs = FALSE;

    if (!needs_reason(move, &needs, &error)) {
        care_toast_error(widget, error);
        move_free(move);
    } else if (needs) {
        ask_why(move, NULL);
    } else {
        run(move);
    }
}

gboolean
care_job_move_continue(GtkWidget *widget, CareContext *context, CareRecord *job, const char *draft)
{
    gboolean cancel = g_str_has_prefix(draft, CARE_CANCEL_DRAFT ":");
    const char *status = care_job_status_word(cancel ? CARE_STATUS_CANCELLED : CARE_STATUS_COLLECTED);
    Move *move = move_new(widget, context, job, status);
    gboolean moved = g_strcmp0(care_record_text(job, CARE_JOB_STATUS), status) == 0, needs = FALSE;
    g_autoptr(GError) error = NULL;

    if (!moved && needs_reason(move, &needs, &error) && needs) {
        ask_why(move, NULL);
        return TRUE;
    }
    if (error) /* the words are kept for another try */
        care_toast_error(widget, error);
    else
        care_draft_drop(move->store, draft);
    move_free(move);
    return FALSE;
}

static void
on_handed_back(GObject *source, GAsyncResult *result, gpointer data)
{
    Move *move = data;
    g_autoptr(GError) error = NULL;

    if (!care_flow_save_finish(CARE_STORE(source), result, &error)) {
        care_toast_error(move->widget, error);
    } else {
        if (care_record_int(move->before, CARE_JOB_HAS_CODE) != 0)
            care_unlock_code_clear_async(move->store, care_record_id(move->before), on_code_cleared,
                                         g_object_ref(move->widget));
        care_take_back_offer(move->widget, move->store, move->before, move->after, _("Handed back"));
    }
    move_free(move);
}

void
care_job_hand_back(GtkWidget *widget, CareContext *context, CareRecord *job)
{
    Move *move = move_new(widget, context, job, NULL);

    move->after = care_record_copy(job);
    care_record_set_int(move->after, CARE_JOB_RETURNED, care_clock_now(care_context_get_clock(context)));
    care_flow_save_async(move->store, move->after, move->before, NULL, on_handed_back, move);
}
