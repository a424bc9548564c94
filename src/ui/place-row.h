/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "ui/places.h"

G_BEGIN_DECLS

/* A place's line in the sidebar: icon, title, how many things wait there. */
#define CARE_TYPE_PLACE_ROW (care_place_row_get_type())
G_DECLARE_FINAL_TYPE(CarePlaceRow, care_place_row, CARE, PLACE_ROW, GtkListBoxRow)

GtkWidget *care_place_row_new(const CarePlaceInfo *info);
const CarePlaceInfo *care_place_row_get_info(CarePlaceRow *self);
void care_place_row_set_badge(CarePlaceRow *self, guint count);

G_END_DECLS
