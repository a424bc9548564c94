/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "ui/context.h"

G_BEGIN_DECLS

/* The shop's plan templates: a click edits one, plus makes a new one. */
#define CARE_TYPE_PLANS_DIALOG (care_plans_dialog_get_type())
G_DECLARE_FINAL_TYPE(CarePlansDialog, care_plans_dialog, CARE, PLANS_DIALOG, AdwDialog)

void care_plans_dialog_present(GtkWidget *parent, CareContext *context);

G_END_DECLS
