/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "ui/context.h"

G_BEGIN_DECLS

/* The shop's settings: My Shop, Rules, Staff, Texts, Backup. page: "shop", "rules", "staff", "texts" or "backup"; NULL
 * for the first. */
AdwDialog *care_preferences_dialog_present(GtkWidget *parent, CareContext *context, const char *page);

G_END_DECLS
