/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "store/store.h"

G_BEGIN_DECLS

/* CareInlineEdits: one record that is edited where it is shown, without a Save of its own.
 *
 * Each save writes what differs from the record as it was shown, or as it was sent by the save before. Where somebody
 * else changed the same, the two values are shown over the widget's window and one is chosen; other errors are told at
 * its foot. Emits "done" (gboolean saved) at the end of each save. Main thread. */
#define CARE_TYPE_INLINE_EDITS (care_inline_edits_get_type())
G_DECLARE_FINAL_TYPE(CareInlineEdits, care_inline_edits, CARE, INLINE_EDITS, GObject)

/* widget: not owned; the edits may outlive it. */
CareInlineEdits *care_inline_edits_new(GtkWidget *widget, CareStore *store);
/* The record was read from the store. typing: the fields, CARE_FIELD_BIT() of each, in which somebody is typing: there
 * the edit goes on from what was shown before. */
void care_inline_edits_shown(CareInlineEdits *self, CareRecord *record, guint64 typing);
/* Saves a copy of the record. */
void care_inline_edits_save(CareInlineEdits *self, CareRecord *record);

G_END_DECLS
