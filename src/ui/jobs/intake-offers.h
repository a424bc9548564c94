/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "ui/jobs/intake-draft.h"

G_BEGIN_DECLS

/* What was begun before and not taken in, for whoever begins the next one: each line goes on with it, and its button
 * throws it away, or brings it back. NULL when there is nothing. chosen gets the key of a draft; owner, its
 * user_data, outlives the widget. */
GtkWidget *care_intake_offers_new(CareStore *store, void (*chosen)(const char *key, gpointer owner),
                                  gpointer owner);

G_END_DECLS
