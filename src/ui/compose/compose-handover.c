/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/compose/compose-handover.h"

#include "service/outreach/message-send.h"
#include "ui/compose/compose-letter.h"

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

void
care_compose_hand_over_async(GtkWidget *parent, CareContext *context, CareRecord *customer,
                             const CareComposeMessage *message, GCancellable *cancellable,
                             GAsyncReadyCallback callback, gpointer user_data)
{
    GTask *task = g_task_new(parent, cancellable, callback, user_data);
    g_autofree char *uri = NULL;

    /* what has left the house is told as such */
    g_task_set_check_cancellable(task, FALSE);
    if (g_str_equal(message->channel, "letter")) {
        care_compose_letter_print(parent, context, customer, message->subject, message->body, on_printed,
                                  task, printing_over);
    } else if (g_str_equal(message->channel, "email")) {
        care_message_mail_async("", message->address, message->subject, message->body, cancellable, on_mailed,
                                task);
    } else {
        uri = g_str_equal(message->channel, "sms") ? care_message_sms_uri(message->address, message->body)
                                                   : care_message_phone_uri(message->address);
        care_message_link_async(uri, cancellable, on_linked, task);
    }
}

gboolean
care_compose_hand_over_finish(GAsyncResult *result, GError **error)
{
    return g_task_propagate_boolean(G_TASK(result), error);
}
