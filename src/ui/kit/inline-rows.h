/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ui/kit/inline-edits.h"

G_BEGIN_DECLS

/* CareInlineRows: entry rows of a page that shows one record, without a Save of their own.
 *
 * What was typed is kept as a draft after a pause ("job:123") and saved when the cursor leaves the row, by Enter, and
 * when the page is no longer seen. Until it is saved, the row keeps it, whatever the store has; what was refused is
 * said, stays in the row and in the draft, and is asked about again only after another key. A draft that is found when
 * a record is shown stands in its rows again. Main thread. */
#define CARE_TYPE_INLINE_ROWS (care_inline_rows_get_type())
G_DECLARE_FINAL_TYPE(CareInlineRows, care_inline_rows, CARE, INLINE_ROWS, GObject)

/* page: not owned, saved when it is unmapped. edits: those of the page. */
CareInlineRows *care_inline_rows_new(GtkWidget *page, CareStore *store, CareInlineEdits *edits);
void care_inline_rows_add(CareInlineRows *self, GtkEditable *row, int field);
/* From here on the rows show this record, the object that the page edits; the edits were told that it is shown. What
 * was typed about the one before is lost: save it first. */
void care_inline_rows_set_record(CareInlineRows *self, CareRecord *record);
/* The record was read anew: rows that hold nothing unsaved follow it. */
void care_inline_rows_show(CareInlineRows *self);
/* The fields that hold something unsaved, CARE_FIELD_BIT() of each. */
guint64 care_inline_rows_unsaved(CareInlineRows *self);
void care_inline_rows_save(CareInlineRows *self);

G_END_DECLS
