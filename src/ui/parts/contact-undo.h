/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "service/customers/contact-flow.h"

G_BEGIN_DECLS

/* Says over the widget's window that a contact was logged, and offers to take it back with what it settled. Main
 * thread. */
void care_contact_offer_undo(GtkWidget *widget, CareStore *store, CareId interaction,
                             const CareContactAbout *about, const char *sentence);

G_END_DECLS
