/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/today/due-acts.h"

#include <string.h>

#include <adwaita.h>
#include <glib/gi18n-lib.h>

#include "core/isolate.h"
#include "model/interaction.h"
#include "ui/kit/date-row.h"
#include "ui/kit/draft-keeper.h"
#include "ui/kit/question.h"
#include "ui/kit/toast.h"
#include "ui/parts/deleted-meanwhile.h"
#include "ui/today/deferring.h"

typedef struct {
    CareDeferring *deferring; /* NULL once it is used */
    GtkWidget *row;
    CareDate today;
} Question;

static void
question_free(gpointer data)
{
    Question *question = data;

    g_clear_pointer(&question->deferring, care_deferring_free);
    g_free(question);
}

static void
ask(GtkWidget *widget, AdwAlertDialog *dialog, Question *question, GCallback on_response)
{
    g_signal_connect_data(dialog, "response", on_response, question,
                          (GClosureNotify)(void (*)(void))question_free, 0);
    adw_dialog_present(ADW_DIALOG(dialog), widget);
}

static void
on_day_picked(AdwAlertDialog *dialog, const char *response, Question *question)
{
    CareDate until;

    if (!question->deferring || !g_str_equal(response, CARE_QUESTION_YES)
        || !care_date_row_get_date(CARE_DATE_ROW(question->row), &until)
        || care_date_compare(until, question->today) <= 0)
        return;
    care_deferring_put_off(g_steal_pointer(&question->deferring), until, 0, question->today);
}

static void
on_date_edited(CareDateRow *row, GParamSpec *pspec, AdwAlertDialog *dialog)
{
    CareDate date, today;

    if (!care_date_parse_full(g_object_get_data(G_OBJECT(row), "care-today"), &today))
        return;
    adw_alert_dialog_set_response_enabled(dialog, CARE_QUESTION_YES,
                                          care_typed_row_get_valid(CARE_TYPED_ROW(row))
                                              && care_date_row_get_date(row, &date)
                                              && care_date_compare(date, today) > 0);
}

static void
pick_a_day(GtkWidget *widget, CareDeferring *deferring, const CareDueItem *item, CareDate today)
{
    Question *question = g_new0(Question, 1);
    AdwAlertDialog *dialog = care_question_new(_("Remind Me Later"), item->text, _("_Put Off"));

    question->deferring = deferring;
    question->today = today;
    question->row = g_object_new(CARE_TYPE_DATE_ROW, "title", _("Show it again on"), NULL);
    care_date_row_set_today(CARE_DATE_ROW(question->row), today);
    care_date_row_set_after(CARE_DATE_ROW(question->row), today,
                            _("It can be shown again from tomorrow on."));
    care_date_row_set_date(CARE_DATE_ROW(question->row), care_date_add_days(today, 3));
    g_object_set_data_full(G_OBJECT(question->row), "care-today", care_date_to_string(today), g_free);
    care_question_set_row(dialog, question->row);
    g_signal_connect_object(question->row, "notify::value-text", G_CALLBACK(on_date_edited), dialog, 0);
    g_signal_connect_object(question->row, "notify::valid", G_CALLBACK(on_date_edited), dialog, 0);
    ask(widget, dialog, question, G_CALLBACK(on_day_picked));
}

void
care_due_act_later(GtkWidget *widget, CareContext *context, const CareDueItem *item, const char *when)
{
    CareDate today = care_clock_today(care_context_get_clock(context));
    CareDeferring *deferring = care_deferring_new(widget, context, item);
    gboolean afternoon = g_str_equal(when, "afternoon");
    int days = g_str_equal(when, "week") ? 7 : g_str_equal(when, "tomorrow") ? 1 : 0;

    if (g_str_equal(when, "pick"))
        pick_a_day(widget, deferring, item, today);
    else
        care_deferring_put_off(deferring, care_date_add_days(today, days), afternoon ? CARE_DUE_AFTERNOON : 0,
                               today);
}

static void
on_reason_given(AdwAlertDialog *dialog, const char *response, Question *question)
{
    g_autofree char *reason = NULL;

    if (!question->deferring || !g_str_equal(response, CARE_QUESTION_YES))
        return;
    reason = care_question_words(question->row);
    care_deferring_let_go(g_steal_pointer(&question->deferring), reason);
}

/* The line and why it is let go, which say together what is asked: kept until it is answered. */
static CareRecord *
draft_new(const CareDueItem *item)
{
    CareRecord *draft = CARE_RECORD(care_interaction_new());

    care_record_set_int(draft, CARE_INTERACTION_CUSTOMER, item->customer);
    care_record_set_int(draft, CARE_INTERACTION_JOB, item->job);
    care_record_set_text(draft, CARE_INTERACTION_SUBJECT, item->text);
    return draft;
}

void
care_due_act_let_go(GtkWidget *widget, CareContext *context, const CareDueItem *item)
{
    AdwAlertDialog *dialog = care_question_new(_("Let It Go"), item->text, _("_Let Go"));
    Question *question = g_new0(Question, 1);
    g_autoptr(CareRecord) draft = draft_new(item);
    g_autofree char *line = care_due_line_format(item->rule, item->record);
    g_autofree char *key = g_strconcat(CARE_LET_GO_DRAFT, line, NULL);

    question->deferring = care_deferring_new(widget, context, item);
    question->row = care_question_add_words(dialog, _("Why, in a Word"), NULL);
    care_question_keep(dialog, question->row, care_context_get_store(context), key, draft,
                       CARE_INTERACTION_BODY);
    ask(widget, dialog, question, G_CALLBACK(on_reason_given));
}

/* Somebody saw to the line, or let it go, since. */
static void
say_settled(GtkWidget *widget, CareRecord *draft)
{
    g_autofree char *what = care_isolate(care_record_text(draft, CARE_INTERACTION_SUBJECT));
    /* Translators: %s is a line of Today, "Ask Bea Koch whether all is well" */
    g_autofree char *message = g_strdup_printf(_("Seen to or let go meanwhile: %s"), what);

    care_toast_show(widget, message);
}

/* The line that the draft is about, as it stands now. *line NULL: none, any more. */
static gboolean
find_line(CareContext *context, const char *draft, CareRecord *record, CareDueItem **line, GError **error)
{
    CareDueRule rule;
    CareId id;

    return !care_due_line_parse(draft + strlen(CARE_LET_GO_DRAFT), &rule, &id)
           || care_due_find_line(care_store_reader(care_context_get_store(context)),
                                 care_context_get_clock(context),
                                 care_record_int(record, CARE_INTERACTION_CUSTOMER), rule, id, line, error);
}

gboolean
care_due_act_continue(GtkWidget *widget, CareContext *context, const char *draft)
{
    CareStore *store = care_context_get_store(context);
    g_autoptr(CareRecord) record = CARE_RECORD(care_interaction_new());
    g_autofree char *text = care_draft_read(store, draft);
    gboolean read = text && care_draft_take(record, NULL, text);
    g_autoptr(CareDueItem) line = NULL;
    g_autoptr(GError) error = NULL;

    if (read && !find_line(context, draft, record, &line, &error)) {
        care_toast_error(widget, error); /* the words wait */
        return FALSE;
    }
    if (line) {
        care_due_act_let_go(widget, context, line);
        return TRUE;
    }
    if (read
        && care_deleted_meanwhile(widget, store, care_record_int(record, CARE_INTERACTION_CUSTOMER),
                                  &(CareContactAbout){ .rule = CARE_DUE_N_RULES }, draft))
        return FALSE;
    care_draft_write(store, draft, NULL);
    if (read)
        say_settled(widget, record);
    return FALSE;
}
