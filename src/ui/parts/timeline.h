/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "ui/parts/timeline-entry.h"

G_BEGIN_DECLS

/* A story by month: rail with round icons, one row per fact, newest first. Shows the first fifty and offers the
 * earlier ones, so that a page of ten years opens as fast as one of a week. Emits "entry-activated"
 * (CareTimelineEntry). */
#define CARE_TYPE_TIMELINE (care_timeline_get_type())
G_DECLARE_FINAL_TYPE(CareTimeline, care_timeline, CARE, TIMELINE, AdwBin)

void care_timeline_set_entries(CareTimeline *self, GListModel *entries);
void care_timeline_set_tools(CareTimeline *self, GtkWidget *tools);

G_END_DECLS
