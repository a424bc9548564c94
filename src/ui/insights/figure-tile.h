/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "chart/chart.h"

G_BEGIN_DECLS

/* One headline figure: name, figure, range and n, a sentence, the small line of the last year. A button; "rows" are
 * asked for by the signal "clicked", and care_figure_tile_get_key() names them. */
#define CARE_TYPE_FIGURE_TILE (care_figure_tile_get_type())
G_DECLARE_FINAL_TYPE(CareFigureTile, care_figure_tile, CARE, FIGURE_TILE, GtkButton)

GtkWidget *care_figure_tile_new(CareChart *tile);
const char *care_figure_tile_get_key(CareFigureTile *self);

G_END_DECLS
