/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "model/tax-preset.h"
#include "store/store.h"

G_BEGIN_DECLS

/* How a row stands in the shop's country. preset: of it, or NULL. */
typedef void (*CareRegionRowShow)(GtkWidget *row, const CareTaxPreset *preset);

/* Shows the row as it stands in the shop's country, at once and whenever that becomes another one, for as long as there is
 * the row. Main thread. Returns the row, transfer none. */
GtkWidget *care_region_row_follow(GtkWidget *row, CareStore *store, CareRegionRowShow show);

G_END_DECLS
