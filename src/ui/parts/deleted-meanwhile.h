/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "service/customers/contact-flow.h"

G_BEGIN_DECLS

/* What was written stands in a draft, and what it is for was deleted since, which sentence says: no editor opens in which it
 * could be thrown away. So it is asked whether it is kept until that is back, or thrown away, which Undo takes back. */
void care_deleted_meanwhile_ask(GtkWidget *parent, CareStore *store, const char *draft, const char *sentence);

/* The same of an invoice that was issued since: what was written goes into it no more. */
void care_issued_meanwhile_ask(GtkWidget *parent, CareStore *store, const char *draft);
const char *care_issued_sentence(void);

/* That a job or an invoice was deleted. */
const char *care_deleted_sentence(const CareKind *kind);

/* Whether the customer was deleted since something for them was begun, which is asked about then: nobody writes to them,
 * calls them or asks them, for perhaps they wanted that. Unless it is about money (service/customers/contact-flow.h). */
gboolean care_deleted_meanwhile(GtkWidget *parent, CareStore *store, CareId customer,
                                const CareContactAbout *about, const char *draft);

G_END_DECLS
