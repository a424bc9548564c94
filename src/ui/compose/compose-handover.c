/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/compose/compose-handover.h"

#include "model/interaction.h"
#include "model/channel.h"
#include "service/outreach/letter-document.h"
#include "service/outreach/message-send.h"
#include "ui/parts/paper-acts.h"

static void
return_handed(GTask *task, gboolean handed, GError *error)
{
    if (handed)
        g_task_return_boolean(task, TRUE);
    else
        g_task_return_error(task, error);
    g_object_unref(task);
}

static void
on_mailed(GObject *source, GAsyncResult *result, gpointer task)
{
    GError *error = NULL;
    gboolean handed = care_message_mail_finish(result, &error);

    return_handed(task, handed, error);
}

static void
on_linked(GObject *source, GAsyncResult *result, gpointer task)
{
    GError *error = NULL;
    gboolean handed = care_message_link_finish(result, &error);

    return_handed(task, handed, error);
}

static void
on_printed(gpointer task)
{
    g_task_set_task_data(task, GINT_TO_POINTER(TRUE), NULL);
}

/* Printed, or called off. */
static void
printing_over(gpointer task)
{
    GError *called_off = NULL;

    if (!g_task_get_task_data(task))
        g_set_error_literal(&called_off, G_IO_ERROR, G_IO_ERROR_CANCELLED, "");
    return_handed(task, called_off == NULL, called_off);
}

/* The letter as the log will know it. */
static void
print_letter(GtkWidget *parent, CareContext *context, CareRecord *customer, const CareComposeMessage *message,
             GTask *task)
{
    g_autoptr(CareRecord) letter = CARE_RECORD(care_interaction_new());
    g_autoptr(CarePaper) paper = NULL;

    care_record_set_int(letter, CARE_INTERACTION_CUSTOMER, care_record_id(customer));
    care_record_set_int(letter, CARE_INTERACTION_STAFF, care_store_actor(care_context_get_store(context)));
    care_record_set_int(letter, CARE_INTERACTION_AT, care_clock_now(care_context_get_clock(context)));
    care_record_set_text(letter, CARE_INTERACTION_CHANNEL, care_channel_word(CARE_CHANNEL_LETTER));
    care_record_set_text(letter, CARE_INTERACTION_SUBJECT, message->subject);
    care_record_set_text(letter, CARE_INTERACTION_BODY, message->body);
    paper = care_paper_of(parent, context, &care_letter_paper_kind, letter);
    if (paper)
        care_paper_print(parent, paper, on_printed, task, printing_over);
    else
        printing_over(task);
}

void
care_compose_hand_over_async(GtkWidget *parent, CareContext *context, CareRecord *customer,
                             const CareComposeMessage *message, GCancellable *cancellable,
                             GAsyncReadyCallback callback, gpointer user_data)
{
    GTask *task = g_task_new(parent, cancellable, callback, user_data);
    g_autofree char *uri = NULL;

    /* what has left the house is told as such */
    g_task_set_check_cancellable(task, FALSE);
    if (care_channel_is(message->channel, CARE_CHANNEL_LETTER)) {
        print_letter(parent, context, customer, message, task);
    } else if (care_channel_is(message->channel, CARE_CHANNEL_EMAIL)) {
        care_message_mail_async("", message->address, message->subject, message->body, cancellable, on_mailed,
                                task);
    } else {
        uri = care_channel_is(message->channel, CARE_CHANNEL_SMS)
                  ? care_message_sms_uri(message->address, message->body)
                  : care_message_phone_uri(message->address);
        care_message_link_async(uri, cancellable, on_linked, task);
    }
}

gboolean
care_compose_hand_over_finish(GAsyncResult *result, GError **error)
{
    return g_task_propagate_boolean(G_TASK(result), error);
}
