/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "ui/context.h"

G_BEGIN_DECLS

/* In place of the house in a shop that nobody has worked in: three ways to begin. Each but a look around is
 * remembered, and the shop's details are asked for afterwards. */
#define CARE_TYPE_FIRST_RUN_PAGE (care_first_run_page_get_type())
G_DECLARE_FINAL_TYPE(CareFirstRunPage, care_first_run_page, CARE, FIRST_RUN_PAGE, AdwBin)

GtkWidget *care_first_run_page_new(CareContext *context);
/* A look around was not to be had: said until it is tried again, and the ways are open. */
void care_first_run_page_tell(CareFirstRunPage *self, const GError *error);
gboolean care_first_run_is_due(CareStore *store);

G_END_DECLS
