/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/parts/timeline-entry.h"

G_DEFINE_FINAL_TYPE(CareTimelineEntry, care_timeline_entry, G_TYPE_OBJECT)

static void
step_clear(CareTimelineStep *step)
{
    g_free(step->label);
    g_free(step->detail);
}

static void
care_timeline_entry_finalize(GObject *object)
{
    CareTimelineEntry *self = CARE_TIMELINE_ENTRY(object);

    g_free(self->kind);
    g_free(self->icon_name);
    g_free(self->month);
    g_free(self->date);
    g_free(self->title);
    g_free(self->caption);
    g_free(self->pill);
    g_free(self->quote);
    g_array_unref(self->steps);
    G_OBJECT_CLASS(care_timeline_entry_parent_class)->finalize(object);
}

static void
care_timeline_entry_class_init(CareTimelineEntryClass *klass)
{
    G_OBJECT_CLASS(klass)->finalize = care_timeline_entry_finalize;
}

static void
care_timeline_entry_init(CareTimelineEntry *self)
{
    self->steps = g_array_new(FALSE, FALSE, sizeof(CareTimelineStep));
    g_array_set_clear_func(self->steps, (GDestroyNotify)step_clear);
}

/* All texts are copied, here and below; none of them is markup. */
CareTimelineEntry *
care_timeline_entry_new(const char *kind, CareId id, const char *icon_name, CareTone tone, const char *month,
                        const char *date, const char *title)
{
    CareTimelineEntry *self = g_object_new(CARE_TYPE_TIMELINE_ENTRY, NULL);

    self->kind = g_strdup(kind);
    self->id = id;
    self->icon_name = g_strdup(icon_name);
    self->tone = tone;
    self->month = g_strdup(month);
    self->date = g_strdup(date);
    self->title = g_strdup(title);
    return self;
}

void
care_timeline_entry_set_caption(CareTimelineEntry *self, const char *caption)
{
    g_set_str(&self->caption, caption);
}

/* A score beside the title, "9 of 10". */
void
care_timeline_entry_set_pill(CareTimelineEntry *self, const char *pill)
{
    g_set_str(&self->pill, pill);
}

/* The customer's own words; the row puts the quotation marks. */
void
care_timeline_entry_set_quote(CareTimelineEntry *self, const char *quote)
{
    g_set_str(&self->quote, quote);
}

/* A complaint is one entry with its steps: received, acknowledged, resolved. */
void
care_timeline_entry_add_step(CareTimelineEntry *self, const char *label, const char *detail, CareTone tone)
{
    CareTimelineStep step = { g_strdup(label), g_strdup(detail), tone };

    g_array_append_val(self->steps, step);
}
