/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "service/outreach/message-facts.h"

G_BEGIN_DECLS

/* win.compose opens the composer. What it carries is packed and read here and nowhere else. */
#define CARE_COMPOSE_ACTION "win.compose"
#define CARE_COMPOSE_TYPE "(xxsssxx)"
/* win.ask opens what a customer's answer is written down in, with the same target: the question is its record. */
#define CARE_ASK_ACTION "win.ask"

/* Transfer floating. */
GVariant *care_compose_target(const CareMessageOccasion *occasion);
/* situation and channel are borrowed from the target. */
CareMessageOccasion care_compose_occasion(GVariant *target);
/* Asks the window of a widget; FALSE where there is none that writes messages. */
gboolean care_compose(GtkWidget *widget, const CareMessageOccasion *occasion);
/* Likewise; FALSE where there is none that takes answers. */
gboolean care_ask(GtkWidget *widget, const CareMessageOccasion *occasion);

G_END_DECLS
