/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "ui/context.h"

G_BEGIN_DECLS

/* Ctrl+K: any fragment finds a person, a device, a job, an invoice, while it is typed. The cursor stays in the
 * entry; arrows choose, Enter opens (win.open), Ctrl+Enter begins a job for that customer (win.create). */
#define CARE_TYPE_SEARCH_DIALOG (care_search_dialog_get_type())
G_DECLARE_FINAL_TYPE(CareSearchDialog, care_search_dialog, CARE, SEARCH_DIALOG, AdwDialog)

void care_search_dialog_present(CareContext *context, const char *text, GtkWidget *parent);

G_END_DECLS
