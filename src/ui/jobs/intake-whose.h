/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "ui/jobs/intake-draft.h"

G_BEGIN_DECLS

/* Whose it is, and what: the customer and the device of a job that is being taken in, each found or begun anew. Writes
 * into the job, and keeps with the intake's draft what is begun. Emits "changed", and "known" when somebody was found.
 * Main thread. */
#define CARE_TYPE_INTAKE_WHOSE (care_intake_whose_get_type())
G_DECLARE_FINAL_TYPE(CareIntakeWhose, care_intake_whose, CARE, INTAKE_WHOSE, GObject)

/* Adds its rows to the list, which outlives it; so does the draft. */
CareIntakeWhose *care_intake_whose_new(GtkListBox *list, CareStore *store, const CareIntakeDraft *draft,
                                       CareRecord *job);
/* This customer (0: nobody yet), and the job's device or the one they brought last. Emits nothing, like the next. */
void care_intake_whose_show(CareIntakeWhose *self, CareId customer);
/* As it was left: what the job refers to, and what the draft holds. */
void care_intake_whose_continue(CareIntakeWhose *self);

/* Of somebody new; NULL: nobody is begun. Transfer none, like all of these. */
CareRecord *care_intake_whose_get_customer(CareIntakeWhose *self);
CareRecord *care_intake_whose_get_device(CareIntakeWhose *self); /* likewise */
/* What came in, by its sort and its name; NULL: nothing is known of it yet. Transfer full. */
char *care_intake_whose_get_thing(CareIntakeWhose *self);
/* Of who is chosen or begun, or what was typed to find them. */
const char *care_intake_whose_get_name(CareIntakeWhose *self);
gboolean care_intake_whose_is_typed(CareIntakeWhose *self);
/* The row that is to be filled in next; NULL: it is known whose it is, and what. */
GtkWidget *care_intake_whose_get_row(CareIntakeWhose *self);
/* FALSE: it cannot be saved so, and *missing says why where no row does (else it is left). */
gboolean care_intake_whose_check(CareIntakeWhose *self, const char **missing);

G_END_DECLS
