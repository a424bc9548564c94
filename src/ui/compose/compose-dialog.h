/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "service/outreach/message-facts.h"
#include "ui/context.h"

G_BEGIN_DECLS

/* Writes one message to one customer: by the way they prefer, from the shop's text for the situation, with the
 * placeholders filled in. Sending hands it to the program that sends it, writes down what went out and settles what it
 * was about, with Undo in a toast of the window. What has unfilled placeholders does not go out. What somebody wrote
 * and did not send survives a crash, and after Cancel a toast brings it back. */
#define CARE_TYPE_COMPOSE_DIALOG (care_compose_dialog_get_type())
G_DECLARE_FINAL_TYPE(CareComposeDialog, care_compose_dialog, CARE, COMPOSE_DIALOG, AdwDialog)

/* For win.compose. Says so when the customer is gone. */
void care_compose_dialog_present(GtkWidget *parent, CareContext *context,
                                 const CareMessageOccasion *occasion);
/* Goes on with an unsent message by the key of its draft; FALSE when nobody is there to get it. */
gboolean care_compose_dialog_continue(GtkWidget *parent, CareContext *context, const char *draft);

G_END_DECLS
