/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "ui/context.h"

G_BEGIN_DECLS

/* The shop's settings: My Shop, Rules, Staff, Backup. page: "shop", "rules", "staff" or "backup"; NULL for the first. */
AdwDialog *care_preferences_dialog_present(GtkWidget *parent, CareContext *context, const char *page);
/* The page of a setting, the cursor in its row. */
void care_preferences_dialog_present_setting(GtkWidget *parent, CareContext *context, const char *key);

G_END_DECLS
