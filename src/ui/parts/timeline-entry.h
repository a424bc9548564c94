/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "core/id.h"
#include "ui/kit/tone.h"

G_BEGIN_DECLS

/* One fact of the timeline, in words. Made by the page from a record; facts are stored, sentences are not. */
#define CARE_TYPE_TIMELINE_ENTRY (care_timeline_entry_get_type())
G_DECLARE_FINAL_TYPE(CareTimelineEntry, care_timeline_entry, CARE, TIMELINE_ENTRY, GObject)

typedef struct {
    char *label;  /* "Received" */
    char *detail; /* "Tue 27, 17:50" */
    CareTone tone;
} CareTimelineStep;

struct _CareTimelineEntry {
    GObject parent_instance;

    char *kind; /* what a click opens, NULL for nothing */
    CareId id;
    char *icon_name;
    CareTone tone;
    char *month; /* "November 2026": the header it stands under */
    char *date;  /* "Fri 20, 16:40" */
    char *title;
    char *caption; /* may be NULL, like pill and quote */
    char *pill;
    char *quote;
    GArray *steps; /* of CareTimelineStep */
};

CareTimelineEntry *care_timeline_entry_new(const char *kind, CareId id, const char *icon_name, CareTone tone,
                                           const char *month, const char *date, const char *title);
void care_timeline_entry_set_caption(CareTimelineEntry *self, const char *caption);
void care_timeline_entry_set_pill(CareTimelineEntry *self, const char *pill);
void care_timeline_entry_set_quote(CareTimelineEntry *self, const char *quote);
void care_timeline_entry_add_step(CareTimelineEntry *self, const char *label, const char *detail,
                                  CareTone tone);

G_END_DECLS
