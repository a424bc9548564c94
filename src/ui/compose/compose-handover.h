/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "model/record.h"
#include "ui/context.h"

G_BEGIN_DECLS

/* A message as it goes out. */
typedef struct {
    const char *channel; /* "email", "sms", "phone" or "letter" */
    const char *address; /* of a letter: not looked at */
    const char *subject;
    const char *body;
} CareComposeMessage;

/* Hands it to whoever carries it: the mail program, a program for links, the printer. Fails with a sentence, or with
 * G_IO_ERROR_CANCELLED when somebody thought better of it; then it did not leave the house. Main thread. */
void care_compose_hand_over_async(GtkWidget *parent, CareContext *context, CareRecord *customer,
                                  const CareComposeMessage *message, GCancellable *cancellable,
                                  GAsyncReadyCallback callback, gpointer user_data);
gboolean care_compose_hand_over_finish(GAsyncResult *result, GError **error);

G_END_DECLS
