/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "store/store.h"

G_BEGIN_DECLS

/* CareInlineEdits: one record that is edited where it is shown, without a Save of its own.
 *
 * Each save writes what differs from the record as it was shown, or as it was sent by the save before. Where somebody
 * else changed the same, the two values are shown over the widget's window and one is chosen; who leaves that open
 * keeps what was written here, and is asked again by the next save. Other errors are told at its foot. Emits "done"
 * (gboolean saved, CareRecord as it was sent) at the end of each save. Main thread. */
#define CARE_TYPE_INLINE_EDITS (care_inline_edits_get_type())
G_DECLARE_FINAL_TYPE(CareInlineEdits, care_inline_edits, CARE, INLINE_EDITS, GObject)

/* What was done, for the toast that offers to take it back: the record as it was and as it is stored now. NULL: no toast;
 * Ctrl+Z takes it back all the same, along with what else was edited since in that way. */
typedef const char *(*CareInlineSaidFunc)(CareRecord *before, CareRecord *after);

/* widget: not owned; the edits may outlive it. */
CareInlineEdits *care_inline_edits_new(GtkWidget *widget, CareStore *store);
/* The record was read from the store. typing: the fields, CARE_FIELD_BIT() of each, in which somebody is typing: there
 * the edit goes on from what was shown before. Returns those whose conflict was left open, where it does too. */
guint64 care_inline_edits_shown(CareInlineEdits *self, CareRecord *record, guint64 typing);
/* The same, and shown, the object on screen of the same record, becomes what is stored but for what was left open. */
void care_inline_edits_read(CareInlineEdits *self, CareRecord *shown, CareRecord *stored, guint64 typing);
/* A field goes on from what a draft was begun with. */
void care_inline_edits_begin_with(CareInlineEdits *self, CareRecord *begun, int field);
/* What is asked about is kept under the key of a draft until it is saved: from now on, for the record that is shown. */
void care_inline_edits_keep_disputed(CareInlineEdits *self, const char *draft);
/* The record on screen is what that draft held. disputed: the fields that were changed elsewhere besides since begun; the next
 * save asks about them. */
void care_inline_edits_go_on(CareInlineEdits *self, CareRecord *begun, guint64 disputed);
/* What the next save is told to have begun with. Owned by the edits. */
CareRecord *care_inline_edits_get_base(CareInlineEdits *self);
gboolean care_inline_edits_are_disputed(CareInlineEdits *self);
/* Saves a copy of the record, but for the fields in which somebody is typing. said: nullable. */
void care_inline_edits_save(CareInlineEdits *self, CareRecord *record, CareInlineSaidFunc said);
/* Saves a copy with what was typed; the draft of this key is forgotten with it. */
void care_inline_edits_save_typed(CareInlineEdits *self, CareRecord *record, const char *draft);

G_END_DECLS
