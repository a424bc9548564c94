/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "ui/parts/timeline-entry.h"

G_BEGIN_DECLS

/* An entry on its rail. */
#define CARE_TYPE_TIMELINE_ROW (care_timeline_row_get_type())
G_DECLARE_FINAL_TYPE(CareTimelineRow, care_timeline_row, CARE, TIMELINE_ROW, GtkListBoxRow)

GtkWidget *care_timeline_row_new(CareTimelineEntry *entry);
CareTimelineEntry *care_timeline_row_get_entry(CareTimelineRow *self);
void care_timeline_row_set_last(CareTimelineRow *self, gboolean last);

G_END_DECLS
