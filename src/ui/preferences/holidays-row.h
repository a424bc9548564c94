/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "ui/context.h"

G_BEGIN_DECLS

/* Says on how many holidays the shop is closed, and leads to their page in the dialog. Follows the store. Main thread. */
GtkWidget *care_holidays_row_new(AdwPreferencesDialog *dialog, CareContext *context);

G_END_DECLS
