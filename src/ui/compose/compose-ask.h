/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Asks before a customer is reached in another way than they wish. wish and channel are words of the field "channel".
 * yes is called with owner, which is held until the answer. */
void care_compose_ask_channel(GtkWidget *parent, const char *customer, const char *wish, const char *channel,
                              void (*yes)(gpointer owner), GObject *owner);

G_END_DECLS
