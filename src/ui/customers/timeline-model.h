/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/store.h"
#include "ui/customers/timeline-text.h"

G_BEGIN_DECLS

/* CareTimelineModel: a customer's story as a GListModel of CareTimelineEntry, newest first. Read from the view
 * "timeline" in pages, put into words when an entry is asked for: ten years open as fast as a week. */
#define CARE_TYPE_TIMELINE_MODEL (care_timeline_model_get_type())
G_DECLARE_FINAL_TYPE(CareTimelineModel, care_timeline_model, CARE, TIMELINE_MODEL, GObject)

CareTimelineModel *care_timeline_model_new(CareStore *store);
void care_timeline_model_set_customer(CareTimelineModel *self, CareId customer, const char *first_name);
/* kinds: ",job,event,", or NULL for all. */
void care_timeline_model_set_kinds(CareTimelineModel *self, const char *kinds);
/* Only entries whose words contain the text; NULL or "" for all. */
void care_timeline_model_set_search(CareTimelineModel *self, const char *text);
void care_timeline_model_refresh(CareTimelineModel *self);
CareInstant care_timeline_model_at(CareTimelineModel *self, guint position);

G_END_DECLS
