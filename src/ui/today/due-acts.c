/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/today/due-acts.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

#include "store/hours.h"
#include "ui/kit/date-row.h"
#include "ui/kit/format.h"
#include "ui/kit/question.h"
#include "ui/kit/take-back.h"
#include "ui/kit/toast.h"

/* A line that is put off or let go, on its way to the worker and then into the toast. */
typedef struct {
    GtkWidget *widget;
    CareStore *store;
    CareDueRule rule;
    CareId record;
    CareDate until; /* month 0: let go */
    int hour;
    char *reason;
    char *message;
    CareId made; /* 0 until it is */
} Deferral;

static void
deferral_free(gpointer data)
{
    Deferral *deferral = data;

    g_object_unref(deferral->widget);
    g_object_unref(deferral->store);
    g_free(deferral->reason);
    g_free(deferral->message);
    g_free(deferral);
}

static Deferral *
deferral_new(GtkWidget *widget, CareContext *context, const CareDueItem *item)
{
    Deferral *deferral = g_new0(Deferral, 1);

    deferral->widget = g_object_ref(widget);
    deferral->store = g_object_ref(care_context_get_store(context));
    deferral->rule = item->rule;
    deferral->record = item->record;
    return deferral;
}

static gboolean
undefer_closure(CareTransaction *transaction, gpointer data, GError **error)
{
    return care_today_undefer(transaction, *(const CareId *)data, error);
}

static void
on_undeferred(GObject *source, GAsyncResult *result, gpointer data)
{
    g_autoptr(GError) error = NULL;

    care_store_write_finish(CARE_STORE(source), result, &error);
    care_taking_back_end(data, error);
}

static void
copy_free(gpointer data)
{
    g_free(data);
}

static void
undo(gpointer data)
{
    Deferral *deferral = data;

    care_store_write_async(deferral->store, CARE_PRIORITY_INTERACTIVE, undefer_closure,
                           g_memdup2(&deferral->made, sizeof deferral->made), copy_free, NULL, on_undeferred,
                           care_taking_back_new(deferral->widget, deferral->message));
}

static gboolean
defer_closure(CareTransaction *transaction, gpointer data, GError **error)
{
    Deferral *deferral = data;

    return care_today_defer_to_hour(transaction, deferral->rule, deferral->record, deferral->until,
                                    deferral->hour, deferral->reason, &deferral->made, error);
}

static void
on_deferred(GObject *source, GAsyncResult *result, gpointer data)
{
    Deferral *deferral = data;
    g_autoptr(GError) error = NULL;

    if (care_store_write_finish(CARE_STORE(source), result, &error)) {
        care_toast_undo(deferral->widget, deferral->message, undo, deferral, deferral_free);
        return;
    }
    care_toast_error(deferral->widget, error);
    deferral_free(deferral);
}

static void
run(Deferral *deferral)
{
    care_store_write_async(deferral->store, CARE_PRIORITY_INTERACTIVE, defer_closure, deferral, NULL, NULL,
                           on_deferred, deferral);
}

/* The toast names the day on which the line comes back, which is one on which the shop is open. */
static void
put_off(Deferral *deferral, CareDate until, CareDate today)
{
    g_autofree char *day = NULL;

    deferral->until = deferral->hour > 0
                          ? until
                          : care_shop_open_day(care_store_reader(deferral->store),
                                               care_clock_zone(care_store_clock(deferral->store)), until);
    day = care_format_relative_day(deferral->until, today);
    deferral->message = deferral->hour > 0 ? g_strdup(_("Put off until this afternoon"))
                                           : g_strdup_printf(_("Put off until %s"), day);
    run(deferral);
}

typedef struct {
    Deferral *deferral; /* NULL once it is used */
    GtkWidget *row;
    CareDate today;
} Question;

static void
question_free(gpointer data)
{
    Question *question = data;

    g_clear_pointer(&question->deferral, deferral_free);
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

    if (!question->deferral || !g_str_equal(response, CARE_QUESTION_YES)
        || !care_date_row_get_date(CARE_DATE_ROW(question->row), &until)
        || care_date_compare(until, question->today) <= 0)
        return;
    put_off(g_steal_pointer(&question->deferral), until, question->today);
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
pick_a_day(GtkWidget *widget, Deferral *deferral, const CareDueItem *item, CareDate today)
{
    Question *question = g_new0(Question, 1);
    AdwAlertDialog *dialog = care_question_new(_("Remind Me Later"), item->text, _("_Put Off"));

    question->deferral = deferral;
    question->today = today;
    question->row = g_object_new(CARE_TYPE_DATE_ROW, "title", _("Show it again on"), NULL);
    care_date_row_set_today(CARE_DATE_ROW(question->row), today);
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
    Deferral *deferral = deferral_new(widget, context, item);

    if (g_str_equal(when, "pick")) {
        pick_a_day(widget, deferral, item, today);
        return;
    }
    if (g_str_equal(when, "afternoon"))
        deferral->hour = CARE_DUE_AFTERNOON;
    put_off(deferral,
            care_date_add_days(today, g_str_equal(when, "week")       ? 7
                                      : g_str_equal(when, "tomorrow") ? 1
                                                                      : 0),
            today);
}

static void
on_reason_given(AdwAlertDialog *dialog, const char *response, Question *question)
{
    g_autofree char *reason = NULL;
    Deferral *deferral;

    if (!question->deferral || !g_str_equal(response, CARE_QUESTION_YES))
        return;
    reason = care_question_words(question->row);
    deferral = g_steal_pointer(&question->deferral);
    deferral->reason = g_steal_pointer(&reason);
    deferral->message = g_strdup_printf(_("Let go: %s"), deferral->reason);
    run(deferral);
}

void
care_due_act_let_go(GtkWidget *widget, CareContext *context, const CareDueItem *item)
{
    AdwAlertDialog *dialog = care_question_new(_("Let It Go"), item->text, _("_Let Go"));
    Question *question = g_new0(Question, 1);

    question->deferral = deferral_new(widget, context, item);
    question->row = care_question_add_words(dialog, _("Why, in a Word"), NULL);
    ask(widget, dialog, question, G_CALLBACK(on_reason_given));
}
