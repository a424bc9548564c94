/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "ui/context.h"
#include "ui/jobs/intake-aside.h"

G_BEGIN_DECLS

/* A device is taken in: customer, device and fault beside what is agreed, the aftercare plan as a dated lane below,
 * all before any money changes hands. Everything is saved at once; what was typed is kept as this intake's own draft
 * until then, however the dialog was left, and New Job offers what was begun before. The unlock code goes to the keyring
 * only, after the job is saved. */
#define CARE_TYPE_INTAKE_DIALOG (care_intake_dialog_get_type())
G_DECLARE_FINAL_TYPE(CareIntakeDialog, care_intake_dialog, CARE, INTAKE_DIALOG, AdwDialog)

/* customer 0: to be found. done is called once the job is saved. */
CareIntakeDialog *care_intake_dialog_present(GtkWidget *parent, CareContext *context, CareId customer,
                                             CareIntakeDoneFunc done, gpointer user_data);
/* Goes on with a draft that was kept, by any of its keys. */
CareIntakeDialog *care_intake_dialog_continue(GtkWidget *parent, CareContext *context, const char *key,
                                              CareIntakeDoneFunc done, gpointer user_data);

G_END_DECLS
