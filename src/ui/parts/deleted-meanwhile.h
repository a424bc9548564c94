/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "service/customers/contact-flow.h"

G_BEGIN_DECLS

/* Whether the customer was deleted since something for them was begun, which is said then: nobody writes to them, calls
 * them or asks them, for perhaps they wanted that, and what was written is kept until they are back. Unless it is about
 * money (service/customers/contact-flow.h). */
gboolean care_deleted_meanwhile(GtkWidget *parent, CareStore *store, CareId customer,
                                const CareContactAbout *about);

G_END_DECLS
