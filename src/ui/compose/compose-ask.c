/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/compose/compose-ask.h"
#include "ui/kit/alert.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

#include "core/isolate.h"
#include "model/channel.h"

typedef struct {
    void (*yes)(gpointer owner);
    GObject *owner;
} Question;

static void
on_answer(AdwAlertDialog *alert, const char *response, gpointer data)
{
    Question *question = data;

    if (g_str_equal(response, "yes"))
        question->yes(question->owner);
}

static void
question_free(gpointer data, GClosure *closure)
{
    Question *question = data;

    g_object_unref(question->owner);
    g_free(question);
}

void
care_compose_ask_channel(GtkWidget *parent, const char *customer, const char *wish, const char *channel,
                         void (*yes)(gpointer owner), GObject *owner)
{
    Question *question = g_new(Question, 1);
    g_autofree char *who = care_isolate(customer);
    /* Translators: a customer, and two ways to get in touch: "Phone call" and "E-mail" */
    g_autofree char *text = g_strdup_printf(_("%s asked to be reached like this: %s. Use this instead: %s?"),
                                            who, care_choice_label(&care_channel_set, wish),
                                            care_choice_label(&care_channel_set, channel));
    AdwDialog *alert
        = ADW_DIALOG(care_alert_new(_("They Prefer Another Way"), text)); /* one line; names are longer */

    question->yes = yes;
    question->owner = g_object_ref(owner);
    adw_alert_dialog_add_responses(ADW_ALERT_DIALOG(alert), "no", _("_Go Back"), "yes", _("_This Time"),
                                   NULL);
    adw_alert_dialog_set_default_response(ADW_ALERT_DIALOG(alert), "no");
    adw_alert_dialog_set_close_response(ADW_ALERT_DIALOG(alert), "no");
    g_signal_connect_data(alert, "response", G_CALLBACK(on_answer), question, question_free, 0);
    adw_dialog_present(alert, parent);
}
