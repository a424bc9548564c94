/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ui/kit/record-dialog.h"

G_BEGIN_DECLS

/* The editor of a plan template and its steps. Works on a copy. */
#define CARE_TYPE_PLAN_EDITOR (care_plan_editor_get_type())
G_DECLARE_FINAL_TYPE(CarePlanEditor, care_plan_editor, CARE, PLAN_EDITOR, CareRecordDialog)

void care_plan_editor_present(GtkWidget *parent, CareContext *context, CareRecord *plan);

G_END_DECLS
