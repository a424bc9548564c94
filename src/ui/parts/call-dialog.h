/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "service/customers/contact-flow.h"
#include "ui/context.h"

G_BEGIN_DECLS

/* What the call is about; the dialog copies it. */
typedef struct {
    CareDueRule rule;
    CareId record; /* what the rule is about: the job, follow-up, complaint … */
    CareId customer;
    CareId job;          /* 0: none */
    const char *subject; /* a sentence: "Bea Koch’s e-bike is ready" */
    const char *channel; /* nullable: how it is to be done */
} CareCallTask;

/* A call, or an answer by any other way: numbers, what to say, how it went. Saving logs the contact and settles what
 * it was about (service/customers/contact-flow.h), with Undo in a toast of the window. */
#define CARE_TYPE_CALL_DIALOG (care_call_dialog_get_type())
G_DECLARE_FINAL_TYPE(CareCallDialog, care_call_dialog, CARE, CALL_DIALOG, AdwDialog)

CareCallDialog *care_call_dialog_new(CareContext *context, const CareCallTask *task);
void care_call_dialog_present_for_item(CareContext *context, const CareDueItem *item, GtkWidget *parent);

G_END_DECLS
